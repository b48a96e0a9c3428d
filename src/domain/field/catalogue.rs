//! The list itself.

use super::{
    DataKind::{Descriptive, Identity, Qualitative, Quantitative, System},
    Field, Kind, Source, derived,
};
use crate::domain::{
    id::RecordType::{
        self, Field as Definition, Import, Note, Organization, Person, Segment, Tag, View,
        Workspace,
    },
    value::choice,
};

/// Declares the fields, and a constant in [`keys`] for each.
macro_rules! catalogue {
    ($($key:ident $name:literal $on:tt $kind:expr, $data:expr, $from:expr;)*) => {
        /// Every built-in field. Its order is that of forms, files and records in memory.
        /// Entries may be added anywhere, since positions are never stored; names never change.
        pub static CATALOGUE: &[Field] = &[$(
            Field { name: $name, on: &$on, kind: $kind, data: $data, from: $from, own: None },
        )*];

        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named like the constants")]
        #[repr(u16)]
        enum Position { $($key,)* }

        /// The keys of the built-in fields.
        pub mod keys {
            use super::Position;
            use crate::domain::key::Key;
            $(pub const $key: Key = Key::built_in(Position::$key as u16);)*
        }
    };
}

const BOTH: [RecordType; 2] = [Person, Organization];
const RECORDS: [RecordType; 9] =
    [Workspace, Tag, Definition, Segment, View, Import, Organization, Person, Note];

catalogue! {
    DISPLAY_NAME "display-name" BOTH Kind::Text, System, Source::Record(derived::display_name);

    PREFIX "prefix" [Person] Kind::Text, Identity, Source::Person;
    GIVEN "given" [Person] Kind::Text, Identity, Source::Person;
    MIDDLE "middle" [Person] Kind::Text, Identity, Source::Person;
    FAMILY "family" [Person] Kind::Text, Identity, Source::Person;
    SUFFIX "suffix" [Person] Kind::Text, Identity, Source::Person;
    NICKNAME "nickname" [Person] Kind::Text, Identity, Source::Person;
    NAME "name" [Workspace, Tag, Segment, View, Import, Organization] Kind::Text, Identity, Source::Person;
    PHOTO "photo" BOTH Kind::Photo, Identity, Source::Person;
    EMAILS "emails" BOTH Kind::Emails, Identity, Source::Person;
    PHONES "phones" BOTH Kind::Phones, Identity, Source::Person;
    ADDRESSES "addresses" BOTH Kind::Addresses, Identity, Source::Person;
    LINKS "links" BOTH Kind::Links, Identity, Source::Person;
    PREFERRED_CHANNEL "preferred-channel" BOTH Kind::Choice(choice::CHANNEL), Identity, Source::Person;
    BIRTHDAY "birthday" [Person] Kind::Day, Identity, Source::Person;
    AGE "age" [Person] Kind::Number, Identity, Source::Book(derived::age);
    NEXT_BIRTHDAY "next-birthday" [Person] Kind::Day, System, Source::Book(derived::next_birthday);
    CITY "city" BOTH Kind::Text, System, Source::Record(derived::city);
    COUNTRY "country" BOTH Kind::Text, System, Source::Record(derived::country);

    ORGANIZATION "organization" [Person] Kind::Relation(Organization), Descriptive, Source::Person;
    JOB_TITLE "job-title" [Person] Kind::Text, Descriptive, Source::Person;
    DEPARTMENT "department" [Person] Kind::Text, Descriptive, Source::Person;
    INDUSTRY "industry" BOTH Kind::Text, Descriptive, Source::Person;
    SIZE "size" [Organization] Kind::Choice(choice::SIZE), Descriptive, Source::Person;
    LOCATION "location" BOTH Kind::Text, Descriptive, Source::Person;
    LANGUAGE "language" BOTH Kind::Text, Descriptive, Source::Person;
    EDUCATION "education" [Person] Kind::Choice(choice::EDUCATION), Descriptive, Source::Person;
    INCOME "income" [Person] Kind::Choice(choice::INCOME), Descriptive, Source::Person;
    MARITAL_STATUS "marital-status" [Person] Kind::Choice(choice::MARITAL), Descriptive, Source::Person;
    CHILDREN "children" [Person] Kind::Number, Descriptive, Source::Person;
    HOME "home" [Person] Kind::Choice(choice::HOME), Descriptive, Source::Person;
    CAR "car" [Person] Kind::Text, Descriptive, Source::Person;
    HOBBIES "hobbies" [Person] Kind::Text, Descriptive, Source::Person;
    INTERESTS "interests" [Person] Kind::Text, Descriptive, Source::Person;
    LEAD_SOURCE "lead-source" BOTH Kind::Text, Descriptive, Source::Person;
    LIFECYCLE "lifecycle" BOTH Kind::Choice(choice::LIFECYCLE), Descriptive, Source::Person;
    LIFECYCLE_ENTRIES "lifecycle-entries" BOTH Kind::Entries, System, Source::Edit;
    LEAD_STATUS "lead-status" BOTH Kind::Choice(choice::LEAD_STATUS), Descriptive, Source::Person;
    LEAD_STATUS_ENTRIES "lead-status-entries" BOTH Kind::Entries, System, Source::Edit;
    TAGS "tags" BOTH Kind::Tags, Descriptive, Source::Person;
    PICKED "picked" BOTH Kind::Picked, System, Source::Edit;

    NEEDS "needs" BOTH Kind::LongText, Qualitative, Source::Person;
    MOTIVES "motives" BOTH Kind::LongText, Qualitative, Source::Person;
    SENTIMENT "sentiment" BOTH Kind::Choice(choice::SENTIMENT), Qualitative, Source::Person;
    PURCHASE_FOR "purchase-for" [Person] Kind::Choice(choice::PURCHASE_FOR), Qualitative, Source::Person;
    FEEDBACK "feedback" BOTH Kind::LongText, Qualitative, Source::Person;
    BACKGROUND "background" BOTH Kind::LongText, Qualitative, Source::Person;

    PEOPLE_COUNT "people-count" [Organization] Kind::Number, Quantitative, Source::Book(derived::people_count);
    NOTE_COUNT "note-count" BOTH Kind::Number, Quantitative, Source::Book(derived::note_count);
    LAST_CONTACT "last-contact" BOTH Kind::Time, Quantitative, Source::Book(derived::last_contact);
    DAYS_SINCE_CONTACT "days-since-contact" BOTH Kind::Number, System, Source::Book(derived::days_since_contact);
    CONTACT_COUNT "contact-count" BOTH Kind::Number, Quantitative, Source::Book(derived::contact_count);
    COMPLETENESS "completeness" BOTH Kind::Percent, Quantitative, Source::Book(derived::completeness);

    COLOUR "colour" [Tag, Segment] Kind::Colour, Descriptive, Source::Person;
    DESCRIPTION "description" [Tag, Segment] Kind::Text, Descriptive, Source::Person;
    SEGMENT_OF "segment-of" [Segment] Kind::Choice(choice::SEGMENT_OF), System, Source::Edit;
    FILTER "filter" [Segment] Kind::LongText, System, Source::Edit;
    VIEW_OF "view-of" [View] Kind::Choice(choice::LISTED), System, Source::Edit;
    ASKS "asks" [View] Kind::LongText, System, Source::Edit;
    MAPPING "mapping" [Import] Kind::LongText, System, Source::Edit;
    FIGURES "figures" [Import] Kind::LongText, System, Source::Edit;
    SET_ASIDE "set-aside" [Import] Kind::LongText, System, Source::Edit;
    PINNED "pinned" [View] Kind::Flag, Descriptive, Source::Person;
    ABOUT_PERSON "about-person" [Note] Kind::Relation(Person), System, Source::Edit;
    ABOUT_ORGANIZATION "about-organization" [Note] Kind::Relation(Organization), System, Source::Edit;
    BODY "body" [Note] Kind::LongText, Qualitative, Source::Person;
    NOTED "noted" [Note] Kind::Time, System, Source::Person;
    CHANNEL "channel" [Note] Kind::Choice(choice::CHANNEL), Descriptive, Source::Person;
    FISCAL_START "fiscal-start" [Workspace] Kind::Number, System, Source::Person;
    LABEL "label" [Definition] Kind::Text, Identity, Source::Person;
    DEFINES "defines" [Definition] Kind::Text, System, Source::Edit;
    DEFINED_ON "defined-on" [Definition] Kind::Choice(choice::LISTED), System, Source::Edit;
    FIELD_KIND "kind" [Definition] Kind::Choice(choice::FIELD_KIND), Descriptive, Source::Person;
    OPTIONS "choices" [Definition] Kind::Options, Descriptive, Source::Person;
    DATA_KIND "data-kind" [Definition] Kind::Choice(choice::DATA_KIND), Descriptive, Source::Person;
    DEFINITION "definition" [Definition] Kind::Text, Descriptive, Source::Person;
    CONVENTION "convention" [Definition] Kind::Text, Descriptive, Source::Person;
    PLACE "place" [Definition] Kind::Number, System, Source::Edit;
    OFF "off" [Definition] Kind::Flag, System, Source::Edit;
    CURRENCY "currency" [Workspace] Kind::Text, Descriptive, Source::Person;
    DEMO "demo" [Workspace] Kind::Flag, System, Source::Edit;

    CREATED "created" RECORDS Kind::Time, System, Source::Edit;
    UPDATED "updated" RECORDS Kind::Time, System, Source::Edit;
}
