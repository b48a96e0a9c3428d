//! The list itself.

use super::{
    DataKind::{Descriptive, Identity, Qualitative, Quantitative, System},
    Field, Kind, Source, derived, figures,
};
use crate::domain::{
    id::RecordType::{
        self, Deal, Export, Field as Definition, Import, Interaction, Organization, Person,
        Pipeline, Project, Relation, Segment, Stage, Tag, Task, View, Workspace,
    },
    value::choice,
};

/// Declares the fields, and a constant in [`keys`] for each.
macro_rules! catalogue {
    ($($key:ident $name:literal $on:tt $kind:expr, $data:expr, $from:expr;)*) => {
        /// Every built-in field. Its order is that of forms, files and records in memory.
        /// Entries may be added anywhere, since positions are never stored; names never change.
        pub static CATALOGUE: &[Field] = &[$(
            Field {
                name: $name, on: &$on, kind: $kind, data: $data, from: $from,
                choices: Vec::new(), own: None,
            },
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
const LISTED: [RecordType; 6] = RecordType::LISTED;
const NAMED: [RecordType; 12] = [
    Workspace,
    Tag,
    Segment,
    View,
    Import,
    Export,
    Pipeline,
    Stage,
    Organization,
    Deal,
    Project,
    Task,
];
const RECORDS: [RecordType; 16] = RecordType::ALL;

catalogue! {
    DISPLAY_NAME "display-name" LISTED Kind::Text, System, Source::Record(derived::display_name);

    PREFIX "prefix" [Person] Kind::Text, Identity, Source::Person;
    GIVEN "given" [Person] Kind::Text, Identity, Source::Person;
    MIDDLE "middle" [Person] Kind::Text, Identity, Source::Person;
    FAMILY "family" [Person] Kind::Text, Identity, Source::Person;
    SUFFIX "suffix" [Person] Kind::Text, Identity, Source::Person;
    NICKNAME "nickname" [Person] Kind::Text, Identity, Source::Person;
    NAME "name" NAMED Kind::Text, Identity, Source::Person;
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

    ACTIVITY "activity" [Interaction] Kind::Choice(choice::ACTIVITY), Descriptive, Source::Person;
    HAPPENED "happened" [Interaction] Kind::Time, Descriptive, Source::Person;
    STAGE "stage" [Deal] Kind::Relation(Stage), Descriptive, Source::Person;
    STAGE_ENTRIES "stage-entries" [Deal] Kind::Entries, System, Source::Edit;
    DEAL_STATUS "deal-status" [Deal] Kind::Choice(choice::DEAL_STATUS), Descriptive, Source::Record(figures::deal_status);
    VALUE "value" [Deal] Kind::Money, Quantitative, Source::Person;
    EXPECTED "expected" [Deal] Kind::Day, Descriptive, Source::Person;
    PROJECT_STATE "project-state" [Project] Kind::Choice(choice::PROJECT_STATE), Descriptive, Source::Person;
    START "start" [Project] Kind::Day, Descriptive, Source::Person;
    TASK_STATUS "task-status" [Task] Kind::Choice(choice::TASK_STATUS), Descriptive, Source::Book(figures::task_status);
    DUE "due" [Task, Project] Kind::Day, Descriptive, Source::Person;
    DUE_TIME "due-time" [Task] Kind::Text, System, Source::Edit;
    PRIORITY "priority" [Task] Kind::Choice(choice::PRIORITY), Descriptive, Source::Person;
    REPEAT "repeat" [Task] Kind::Text, System, Source::Edit;
    PEOPLE "people" [Interaction] Kind::Relations(Person), System, Source::Record(derived::people);
    PERSON "person" [Deal, Project, Task, Interaction, Relation] Kind::Relation(Person), Descriptive, Source::Person;
    ALSO "also-with" [Interaction] Kind::Relations(Person), Descriptive, Source::Person;
    OTHER "other" [Relation] Kind::Relation(Person), Descriptive, Source::Person;
    ORGANIZATION "organization" [Person, Deal, Project, Task, Interaction, Relation] Kind::Relation(Organization), Descriptive, Source::Person;
    DEAL "deal" [Project, Task, Interaction, Relation] Kind::Relation(Deal), Descriptive, Source::Person;
    PROJECT "project" [Task, Interaction, Relation] Kind::Relation(Project), Descriptive, Source::Person;
    ROLE "role" [Relation] Kind::Text, Descriptive, Source::Person;
    SINCE "since" [Relation] Kind::Day, Descriptive, Source::Person;
    UNTIL "until" [Relation] Kind::Day, Descriptive, Source::Person;
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
    LEAD_SOURCE "lead-source" [Person, Organization, Deal] Kind::Text, Descriptive, Source::Person;
    REFERRED_BY "referred-by" [Person] Kind::Relation(Person), Descriptive, Source::Person;
    LIFECYCLE "lifecycle" BOTH Kind::Choice(choice::LIFECYCLE), Descriptive, Source::Person;
    LIFECYCLE_ENTRIES "lifecycle-entries" BOTH Kind::Entries, System, Source::Edit;
    LEAD_STATUS "lead-status" BOTH Kind::Choice(choice::LEAD_STATUS), Descriptive, Source::Person;
    LEAD_STATUS_ENTRIES "lead-status-entries" BOTH Kind::Entries, System, Source::Edit;
    CADENCE "cadence" [Person, Tag] Kind::Number, Descriptive, Source::Person;
    TAGS "tags" LISTED Kind::Relations(Tag), Descriptive, Source::Person;
    PICKED "picked" LISTED Kind::Picked, System, Source::Edit;

    NEEDS "needs" BOTH Kind::LongText, Qualitative, Source::Person;
    MOTIVES "motives" BOTH Kind::LongText, Qualitative, Source::Person;
    SENTIMENT "sentiment" BOTH Kind::Choice(choice::SENTIMENT), Qualitative, Source::Person;
    PURCHASE_FOR "purchase-for" [Person] Kind::Choice(choice::PURCHASE_FOR), Qualitative, Source::Person;
    FEEDBACK "feedback" BOTH Kind::LongText, Qualitative, Source::Person;
    BACKGROUND "background" BOTH Kind::LongText, Qualitative, Source::Person;
    BODY "body" [Deal, Project, Task, Interaction, Relation] Kind::LongText, Qualitative, Source::Person;
    CHECKLIST "checklist" [Task] Kind::LongText, Qualitative, Source::Person;
    ITEMS "items" [Deal, Interaction] Kind::LongText, Qualitative, Source::Person;
    LOST_REASON "lost-reason" [Deal] Kind::Text, Qualitative, Source::Person;
    QUESTION "question" [Interaction] Kind::Text, Qualitative, Source::Person;

    AMOUNT "amount" [Interaction] Kind::Money, Quantitative, Source::Person;
    SCORE "score" [Interaction] Kind::Number, Quantitative, Source::Person;
    TICKET_STATUS "ticket-status" [Interaction] Kind::Choice(choice::TICKET_STATUS), Descriptive, Source::Person;
    ANSWERED "answered" [Interaction] Kind::Time, Quantitative, Source::Person;
    SOLVED "solved" [Interaction] Kind::Time, Quantitative, Source::Person;
    WEIGHTED "weighted" [Deal] Kind::Money, Quantitative, Source::Book(figures::weighted);
    DAYS_IN_STAGE "days-in-stage" [Deal] Kind::Number, Quantitative, Source::Book(figures::days_in_stage);
    ROTTING "rotting" [Deal] Kind::Flag, Quantitative, Source::Book(figures::rotting);
    BUDGET "budget" [Project] Kind::Money, Quantitative, Source::Person;
    PEOPLE_COUNT "people-count" [Organization] Kind::Number, Quantitative, Source::Book(derived::people_count);
    INTERACTION_COUNT "interaction-count" BOTH Kind::Number, Quantitative, Source::Book(derived::interaction_count);
    LAST_CONTACT "last-contact" BOTH Kind::Time, Quantitative, Source::Book(figures::last_contact);
    DAYS_SINCE_CONTACT "days-since-contact" BOTH Kind::Number, System, Source::Book(figures::days_since_contact);
    CONTACT_COUNT "contact-count" BOTH Kind::Number, Quantitative, Source::Book(figures::contact_count);
    RECENT_CALLS "recent-calls" BOTH Kind::Number, Quantitative, Source::Book(|book, it| figures::recent(book, it, "call"));
    RECENT_EMAILS "recent-emails" BOTH Kind::Number, Quantitative, Source::Book(|book, it| figures::recent(book, it, "email"));
    RECENT_MEETINGS "recent-meetings" BOTH Kind::Number, Quantitative, Source::Book(|book, it| figures::recent(book, it, "meeting"));
    RECENT_CHATS "recent-chats" BOTH Kind::Number, Quantitative, Source::Book(|book, it| figures::recent(book, it, "chat"));
    RECENT_TICKETS "recent-tickets" BOTH Kind::Number, Quantitative, Source::Book(|book, it| figures::recent(book, it, "ticket"));
    GET_BACK "get-back" [Person] Kind::Day, System, Source::Book(figures::get_back);
    NEXT_TASK "next-task" [Person, Organization, Deal, Project] Kind::Day, System, Source::Book(figures::next_task);
    PURCHASE_COUNT "purchase-count" BOTH Kind::Number, Quantitative, Source::Book(figures::purchase_count);
    TOTAL_SPENT "total-spent" BOTH Kind::Money, Quantitative, Source::Book(figures::total_spent);
    AVERAGE_ORDER "average-order" BOTH Kind::Money, Quantitative, Source::Book(figures::average_order);
    LAST_ORDER "last-order" BOTH Kind::Time, Quantitative, Source::Book(figures::last_order);
    TICKET_COUNT "ticket-count" BOTH Kind::Number, Quantitative, Source::Book(figures::ticket_count);
    OPEN_TICKETS "open-tickets" BOTH Kind::Number, Quantitative, Source::Book(figures::open_tickets);
    HOURS_TO_ANSWER "hours-to-answer" BOTH Kind::Number, Quantitative, Source::Book(figures::hours_to_answer);
    AVERAGE_SCORE "average-score" BOTH Kind::Number, Quantitative, Source::Book(figures::average_score);
    OPEN_DEALS "open-deals" BOTH Kind::Number, Quantitative, Source::Book(figures::open_deals);
    REFERRALS "referrals" [Person] Kind::Number, Quantitative, Source::Book(figures::referrals);
    COMPLETENESS "completeness" BOTH Kind::Percent, Quantitative, Source::Book(derived::completeness);

    COLOUR "colour" [Tag, Segment] Kind::Colour, Descriptive, Source::Person;
    DESCRIPTION "description" [Tag, Segment] Kind::Text, Descriptive, Source::Person;
    SEGMENT_OF "segment-of" [Segment] Kind::Choice(choice::LISTED), System, Source::Edit;
    FILTER "filter" [Segment] Kind::LongText, System, Source::Edit;
    VIEW_OF "view-of" [View] Kind::Choice(choice::LISTED), System, Source::Edit;
    ASKS "asks" [View] Kind::LongText, System, Source::Edit;
    MAPPING "mapping" [Import] Kind::LongText, System, Source::Edit;
    FIGURES "figures" [Import] Kind::LongText, System, Source::Edit;
    SET_ASIDE "set-aside" [Import] Kind::LongText, System, Source::Edit;
    EXPORT_OF "export-of" [Export] Kind::Choice(choice::LISTED), System, Source::Edit;
    GOES_OUT "goes-out" [Export] Kind::LongText, System, Source::Edit;
    PINNED "pinned" [View] Kind::Flag, Descriptive, Source::Person;
    PIPELINE "pipeline" [Stage] Kind::Relation(Pipeline), System, Source::Edit;
    PROBABILITY "probability" [Stage] Kind::Percent, Descriptive, Source::Person;
    ROTS_AFTER "rots-after" [Stage] Kind::Number, Descriptive, Source::Person;
    OUTCOME "outcome" [Deal] Kind::Choice(choice::OUTCOME), System, Source::Edit;
    CLOSED "closed" [Deal] Kind::Time, System, Source::Edit;
    DONE "done" [Task] Kind::Time, System, Source::Edit;
    ON_DEAL_OPENED "on-deal-opened" [Workspace] Kind::Choice(choice::MOVES), System, Source::Person;
    ON_DEAL_WON "on-deal-won" [Workspace] Kind::Choice(choice::MOVES), System, Source::Person;
    ON_PURCHASE "on-purchase" [Workspace] Kind::Choice(choice::MOVES), System, Source::Person;
    FISCAL_START "fiscal-start" [Workspace] Kind::Number, System, Source::Person;
    LABEL "label" [Definition] Kind::Text, Identity, Source::Person;
    DEFINES "defines" [Definition] Kind::Text, System, Source::Edit;
    DEFINED_ON "defined-on" [Definition] Kind::Choice(choice::LISTED), System, Source::Edit;
    FIELD_KIND "kind" [Definition] Kind::Choice(choice::FIELD_KIND), Descriptive, Source::Person;
    OPTIONS "choices" [Definition] Kind::Options, Descriptive, Source::Person;
    DATA_KIND "data-kind" [Definition] Kind::Choice(choice::DATA_KIND), Descriptive, Source::Person;
    DEFINITION "definition" [Definition] Kind::Text, Descriptive, Source::Person;
    CONVENTION "convention" [Definition] Kind::Text, Descriptive, Source::Person;
    PLACE "place" [Definition, Pipeline, Stage] Kind::Number, System, Source::Edit;
    OFF "off" [Definition] Kind::Flag, System, Source::Edit;
    CURRENCY "currency" [Workspace] Kind::Text, Descriptive, Source::Person;
    DEMO "demo" [Workspace] Kind::Flag, System, Source::Edit;

    CREATED "created" RECORDS Kind::Time, System, Source::Edit;
    UPDATED "updated" RECORDS Kind::Time, System, Source::Edit;
}
