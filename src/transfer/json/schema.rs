//! The JSON Schema of the file, written from the field catalogue.
//!
//! It is for other programs, hence in English. It describes what reading accepts; what a schema cannot
//! say (links point to records of the file, names of tags differ) stands in descriptions.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{DEPTH_MOST, FORMAT, VERSION};
use crate::domain::{
    field::{self, CATALOGUE, Field, check},
    id::RecordType,
    value::time::Time,
};

/// The schema as `public/rapport.schema.json` holds it.
pub fn schema() -> String {
    let mut text = serde_json::to_string_pretty(&root()).unwrap_or_default();
    text.push('\n');
    text
}

/// JSON whose members stay in the order of writing, which is the order for reading.
enum Node {
    Text(Cow<'static, str>),
    Number(i64),
    No,
    List(Vec<Self>),
    Object(Vec<(Cow<'static, str>, Self)>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(to),
            Self::Number(number) => number.serialize(to),
            Self::No => false.serialize(to),
            Self::List(items) => to.collect_seq(items),
            Self::Object(members) => {
                to.collect_map(members.iter().map(|(name, node)| (name, node)))
            }
        }
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u32> for Node {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

fn object<const N: usize>(members: [(&'static str, Node); N]) -> Node {
    Node::Object(members.into_iter().map(|(name, node)| (name.into(), node)).collect())
}

fn words(words: &[&'static str]) -> Node {
    Node::List(words.iter().map(|word| (*word).into()).collect())
}

fn defined(name: &str) -> Node {
    object([("$ref", format!("#/$defs/{name}").into())])
}

fn root() -> Node {
    let version = Node::Number(VERSION.try_into().unwrap_or_default());
    object([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", "Rapport workspace".into()),
        (
            "description",
            "All data of a Rapport workspace in one file, as exported and read by Rapport. UTF-8. Members may \
             come in any order; exports put each record on a line of its own."
                .into(),
        ),
        ("type", "object".into()),
        ("required", words(&["format", "version", "exported", "records"])),
        ("additionalProperties", Node::No),
        (
            "properties",
            object([
                ("format", object([("const", FORMAT.into())])),
                (
                    "version",
                    object([
                        ("const", version),
                        ("description", "Grows when older versions of Rapport could not read the file.".into()),
                    ]),
                ),
                ("exported", object([("$ref", "#/$defs/time".into()), ("description", "When the file was written.".into())])),
                ("records", records()),
            ]),
        ),
        ("$defs", definitions()),
    ])
}

fn records() -> Node {
    let lists = RecordType::ALL.into_iter().map(|kind| {
        let items = defined(kind.name());
        let about = ("description", about_type(kind).1.into());
        let list = if kind == RecordType::Workspace {
            object([
                about,
                ("type", "array".into()),
                ("items", items),
                ("maxItems", Node::Number(1)),
            ])
        } else {
            object([about, ("type", "array".into()), ("items", items)])
        };
        (kind.name().into(), list)
    });
    object([
        ("title", "Records".into()),
        ("description", "The records by type. No two records of a type have the same id.".into()),
        ("type", "object".into()),
        ("additionalProperties", Node::No),
        ("properties", Node::Object(lists.collect())),
    ])
}

fn about_type(kind: RecordType) -> (&'static str, &'static str) {
    match kind {
        RecordType::Workspace => ("Workspace", "The record that describes the workspace itself."),
        RecordType::Tag => ("Tag", "Tags. Their names differ by more than case and accents."),
        RecordType::Field => (
            "Field",
            "Definitions of fields: those of one's own, built-in ones that are switched off, and what choices of built-in ones are called.",
        ),
        RecordType::Organization => ("Organization", "Companies, associations, offices."),
        RecordType::Person => ("Person", "People, whether leads, customers or otherwise known."),
        RecordType::Segment => {
            ("Segment", "A filter with a name, or a picked list of people or organizations.")
        }
        RecordType::View => {
            ("View", "A list of people or organizations as somebody has arranged it.")
        }
        RecordType::Import => {
            ("Import", "A file that was brought in: how it was read, and what came of it.")
        }
        RecordType::Export => (
            "Export",
            "What is chosen when records are taken home, under a name, to be chosen again.",
        ),
        RecordType::Pipeline => ("Pipeline", "A way that deals go, from stage to stage."),
        RecordType::Stage => ("Stage", "A step of a pipeline."),
        RecordType::Deal => ("Deal", "What somebody may buy."),
        RecordType::Project => ("Project", "Work for a customer."),
        RecordType::Task => ("Task", "What is to be done."),
        RecordType::Interaction => {
            ("Interaction", "What happened with somebody: a call, a mail, a purchase, a note.")
        }
        RecordType::Relation => (
            "Relation",
            "What a person is, or was, to another one, or at an organization, a deal or a project: one of these.",
        ),
    }
}

fn definitions() -> Node {
    let types = RecordType::ALL.into_iter().map(|kind| (kind.name().into(), record(kind)));
    let Node::Object(values) = values() else { return Node::No };
    Node::Object(types.chain(values).collect())
}

fn record(kind: RecordType) -> Node {
    let id = ("id".into(), object([("$ref", "#/$defs/id".into()), ("title", "Id".into())]));
    let fields = CATALOGUE
        .iter()
        .filter(|field| field.is_on(kind) && field.is_stored())
        .map(|field| (field.name.into(), of_field(field)));
    object([
        ("title", about_type(kind).0.into()),
        (
            "description",
            format!(
                "Members beside those listed are fields of one's own, as the list of fields defines them, or belong \
                 to later versions; these are kept as they are, up to a nesting of {DEPTH_MOST} within the file. A field without a value is left out."
            )
            .into(),
        ),
        ("type", "object".into()),
        ("required", words(&["id"])),
        ("properties", Node::Object([id].into_iter().chain(fields).collect())),
    ])
}

fn of_field(field: &Field) -> Node {
    let mut members = vec![
        ("title".into(), title(field.name).into()),
        ("description".into(), about(field.name).unwrap_or_default().into()),
    ];
    let of_kind = match field.kind {
        field::Kind::Text => defined("text"),
        field::Kind::LongText => defined("long-text"),
        field::Kind::Number => defined("number"),
        field::Kind::Flag => object([("type", "boolean".into())]),
        field::Kind::Day => defined("day"),
        field::Kind::Time => defined("time"),
        field::Kind::Choice(choices) if field.takes_more() => {
            let added = object([("type", "string".into()), ("pattern", ADDED.into())]);
            let built_in = object([("enum", words(choices))]);
            object([("anyOf", Node::List(vec![built_in, added]))])
        }
        field::Kind::Choice(choices) => object([("enum", words(choices))]),
        field::Kind::Colour => object([("enum", words(&check::COLOURS))]),
        field::Kind::Emails => defined("emails"),
        field::Kind::Phones => defined("phones"),
        field::Kind::Links => defined("links"),
        field::Kind::Addresses => defined("addresses"),
        field::Kind::Relation(_) => defined("id"),
        field::Kind::Relations(_) | field::Kind::Picked => defined("ids"),
        field::Kind::Photo => defined("photo"),
        field::Kind::Entries => defined("entries"),
        field::Kind::Options => defined("options"),
        // No built-in field is of these kinds.
        field::Kind::Money
        | field::Kind::Percent
        | field::Kind::Rating
        | field::Kind::Choices(_)
        | field::Kind::Email
        | field::Kind::Phone
        | field::Kind::Link => object([]),
    };
    if let Node::Object(more) = of_kind {
        members.extend(more);
    }
    Node::Object(members)
}

/// `preferred-channel` as `Preferred channel`.
fn title(name: &str) -> String {
    let spaced = name.replace('-', " ");
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A choice of one's own that was added to built-in ones.
const ADDED: &str = "^x-[a-z0-9-]{0,98}$";
/// No control characters, so one line.
const ON_ONE_LINE: &str = "^[^\\u0000-\\u001F\\u007F-\\u009F]+$";
/// Line breaks and tabs, and no other control characters.
const ON_LINES: &str = "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]+$";

fn values() -> Node {
    let most = check::LIST_MOST;
    let list = |title: &'static str, item: Node| {
        object([
            ("title", title.into()),
            ("type", "array".into()),
            ("items", item),
            ("minItems", Node::Number(1)),
            ("maxItems", most.into()),
        ])
    };
    object([
        (
            "id",
            object([
                ("title", "Id".into()),
                ("description", "A UUID (RFC 9562) with hyphens; version 7 where Rapport made it.".into()),
                ("type", "string".into()),
                ("pattern", "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$".into()),
            ]),
        ),
        (
            "ids",
            object([
                ("title", "Ids".into()),
                ("type", "array".into()),
                ("items", defined("id")),
                ("minItems", Node::Number(1)),
                ("maxItems", most.into()),
            ]),
        ),
        ("text", text("Text", "One line.", check::TEXT_MOST, ON_ONE_LINE)),
        ("long-text", text("Long text", "May have several lines.", check::LONG_TEXT_MOST, ON_LINES)),
        (
            "number",
            object([
                ("title", "Number".into()),
                ("description", "Up to four decimal places.".into()),
                ("type", "number".into()),
                ("minimum", Node::Number(-500_000_000_000)),
                ("maximum", Node::Number(500_000_000_000)),
            ]),
        ),
        (
            "day",
            object([
                ("title", "Day".into()),
                (
                    "description",
                    "A day of the Gregorian calendar: 1987-03-09, or in part: --03-09, 1987-03, 1987.".into(),
                ),
                ("type", "string".into()),
                ("pattern", "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})$".into()),
            ]),
        ),
        (
            "time",
            object([
                ("title", "Time".into()),
                ("description", "Milliseconds since the start of 1970 in UTC.".into()),
                ("type", "integer".into()),
                ("minimum", Node::Number(Time::from_millis(i64::MIN).millis())),
                ("maximum", Node::Number(Time::from_millis(i64::MAX).millis())),
            ]),
        ),
        ("emails", list("E-mail addresses", labelled("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"))),
        ("phones", list("Phone numbers", labelled(ON_ONE_LINE))),
        ("links", list("Links", labelled("^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"))),
        ("addresses", list("Postal addresses", address())),
        (
            "photo",
            object([
                ("title", "Photo".into()),
                ("description", "A small picture as a data: address.".into()),
                ("type", "string".into()),
                ("maxLength", check::PHOTO_MOST.into()),
                ("pattern", "^data:image/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+$".into()),
            ]),
        ),
        ("entries", entries()),
        ("options", list("Choices", option())),
    ])
}

fn text(title: &'static str, about: &'static str, most: u32, pattern: &'static str) -> Node {
    object([
        ("title", title.into()),
        ("description", about.into()),
        ("type", "string".into()),
        ("minLength", Node::Number(1)),
        ("maxLength", most.into()),
        ("pattern", pattern.into()),
    ])
}

fn labelled(pattern: &'static str) -> Node {
    let label = object([
        (
            "description",
            "Which one it is: home, work, mobile, main, fax, other or any word.".into(),
        ),
        ("type", "string".into()),
        ("maxLength", check::TEXT_MOST.into()),
    ]);
    let value = object([
        ("type", "string".into()),
        ("maxLength", check::TEXT_MOST.into()),
        ("pattern", pattern.into()),
    ]);
    closed(&["value"], object([("label", label), ("value", value)]))
}

fn address() -> Node {
    let line = || object([("type", "string".into()), ("maxLength", check::TEXT_MOST.into())]);
    let street = object([
        (
            "description",
            "Street and house number, and whatever else stands above the city; may have several lines.".into(),
        ),
        ("type", "string".into()),
        ("maxLength", check::LONG_TEXT_MOST.into()),
    ]);
    let parts = object([
        ("label", line()),
        ("street", street),
        ("city", line()),
        ("region", line()),
        ("postcode", line()),
        ("country", line()),
    ]);
    closed(&[], parts)
}

fn entries() -> Node {
    let entry = object([("stage", object([("type", "string".into())])), ("at", defined("time"))]);
    object([
        ("title", "Entries".into()),
        ("description", "When which stage was entered, oldest first.".into()),
        ("type", "array".into()),
        ("items", closed(&["stage", "at"], entry)),
    ])
}

fn option() -> Node {
    let word = |about: &'static str| {
        object([
            ("description", about.into()),
            ("type", "string".into()),
            ("pattern", "^[a-z0-9-]{1,100}$".into()),
        ])
    };
    let label = object([
        ("description", "What the choice is called.".into()),
        ("type", "string".into()),
        ("maxLength", check::TEXT_MOST.into()),
        ("pattern", ON_ONE_LINE.into()),
    ]);
    let also = object([
        ("description", "Words of choices that were merged into this one.".into()),
        ("type", "array".into()),
        ("items", word("A word that records may hold.")),
    ]);
    let word = word("What records hold. No word stands in a list twice.");
    closed(&["word", "label"], object([("word", word), ("label", label), ("also", also)]))
}

/// An object of these members and no others.
fn closed(required: &[&'static str], properties: Node) -> Node {
    object([
        ("type", "object".into()),
        ("required", words(required)),
        ("additionalProperties", Node::No),
        ("properties", properties),
    ])
}

/// What a field says, to somebody who writes such files.
fn about(name: &str) -> Option<&'static str> {
    Some(match name {
        "prefix" => "What stands before the name, such as Dr.",
        "given" => "The given name.",
        "middle" => "Names between the given and the family name.",
        "family" => "The family name.",
        "suffix" => "What stands after the name, such as Jr.",
        "nickname" => "What the person likes to be called.",
        "name" => "The name.",
        "photo" => "A picture of the person, or a logo.",
        "emails" => "E-mail addresses, the preferred one first.",
        "phones" => "Phone numbers as they were written, the preferred one first.",
        "addresses" => "Postal, shipping and billing addresses.",
        "links" => "Websites and profiles in social networks.",
        "preferred-channel" => "How the contact likes to be reached.",
        "birthday" => "The birthday, also without the year.",
        "organization" => {
            "The id of the organization that the person belongs to, or that it is with."
        }
        "job-title" => "What the person does there.",
        "department" => "Where in the organization.",
        "industry" => "The line of business.",
        "size" => "How many people work there.",
        "location" => "Where the contact is usually found, such as a city.",
        "language" => "The language to write in.",
        "education" => "The highest education.",
        "income" => "The band of income.",
        "marital-status" => "The marital status.",
        "children" => "How many children.",
        "home" => "How the person lives.",
        "car" => "The car or cars.",
        "hobbies" => "What the person does for pleasure.",
        "interests" => "What the person cares about.",
        "lead-source" => "Where the contact came from.",
        "lifecycle" => "How far the contact has come on the way to being a customer.",
        "lifecycle-entries" => "When which stage of the lifecycle was entered.",
        "lead-status" => "Where the conversation with a lead stands.",
        "lead-status-entries" => "When which lead status was entered.",
        "tags" => "The ids of tags.",
        "needs" => "What the contact needs.",
        "motives" => "Why the contact buys.",
        "sentiment" => "How satisfied the contact is.",
        "purchase-for" => "For whom the person buys.",
        "feedback" => "Feedback in the contact's own words.",
        "background" => "Whatever else is worth knowing.",
        "colour" => "The colour in which the tag is shown.",
        "description" => "What the tag means.",
        "body" => "The text.",
        "activity" => "What kind of event it is; a note is a remark of one's own.",
        "happened" => "When it happened, which may be before it was written down.",
        "person" => "The id of the person it is with.",
        "deal" => "The id of the deal it belongs to.",
        "project" => "The id of the project it belongs to.",
        "stage" => "The id of the stage that the deal is in.",
        "stage-entries" => "When the deal came to which stage, by the ids of stages.",
        "value" => "What the deal is worth.",
        "expected" => "The day on which the decision is expected.",
        "outcome" => "How the deal ended; absent while it is open.",
        "closed" => "When the deal ended.",
        "lost-reason" => "Why the deal was lost.",
        "project-state" => "Where the project stands.",
        "start" => "The first day of the work.",
        "due" => "The day by which it is to be done; absent for some day.",
        "due-time" => "The time of that day, as hours and minutes: 09:30.",
        "priority" => "How much it matters.",
        "repeat" => {
            "How the task comes back once it is done: a recurrence rule (RFC 5545, 3.3.10)."
        }
        "done" => "When the task was done; absent while it is open.",
        "checklist" => "Steps, one on each line, which begins with [ ] or [x].",
        "cadence" => "After how many days without a contact it is time to get back.",
        "items" => {
            "What was bought or offered, one item on each line, such as `2 × Chair @ 49.90`: how many, what, the price of one."
        }
        "amount" => "What was paid.",
        "score" => "The mark that was given.",
        "question" => "What was asked.",
        "ticket-status" => "Whether somebody waits for an answer.",
        "answered" => "When the ticket was first answered.",
        "solved" => "When the ticket was solved.",
        "budget" => "What may be spent.",
        "pipeline" => "The id of the pipeline that the stage belongs to.",
        "probability" => "How many of a hundred deals are won from here.",
        "rots-after" => "After how many days without any event a deal is pointed out.",
        "label" => "What the field is called.",
        "defines" => {
            "The name of the field: one that begins with x-, or a built-in one that is switched off."
        }
        "defined-on" => "The type of record that has the field.",
        "kind" => {
            "What its values are. Text, long-text, email, phone, link: text. Number, percent, rating (1 to 5): a              number. Money: an object of amount and currency (ISO 4217). Yes-no: true or false. Date: a day.              Date-time: a time. Choice: a word of the choices. Choices: a list of them. Person, organization: an              id."
        }
        "choices" => "What there is to choose from, in its order.",
        "data-kind" => "Which kind of customer data it is.",
        "definition" => "What the field means.",
        "convention" => "How to fill it in alike.",
        "place" => "Its place among its like.",
        "off" => "Whether it is switched off.",
        "currency" => "The currency of money that is typed without one (ISO 4217).",
        "picked" => "The picked lists that have the record, as ids of segments.",
        "segment-of" => "The type of record that the segment is of.",
        "filter" => {
            "What must hold for a record to belong to the segment, in the text form; absent for a picked list."
        }
        "view-of" => "The type of record that the view lists.",
        "asks" => {
            "Filter, order, groups, columns and totals, as the parameters of the list's address."
        }
        "mapping" => {
            "How the columns of the file were read and whom its rows were about, as JSON; for the \
             next file with the same columns."
        }
        "figures" => "What came of the file: a name and a count on each line.",
        "set-aside" => "The rows that were set aside, as CSV below the header of the file.",
        "export-of" => "The type of record that goes out.",
        "goes-out" => {
            "The form of the file or the print, which program it is for, and the fields with how much of each \
             goes out, as JSON."
        }
        "also-with" => "The ids of further people it is with.",
        "other" => "The person to whom somebody is what the role says.",
        "role" => "What the person is there, such as “Head of design”, “Sister”, “Decision maker”.",
        "since" => "When it began.",
        "until" => "When it ended; absent as long as it lasts.",
        "referred-by" => "The person who brought them.",
        "pinned" => "Whether the view stands at the side.",
        "on-deal-opened" => {
            "The stage of the lifecycle to which an opened deal moves; customary when absent."
        }
        "on-deal-won" => {
            "The stage of the lifecycle to which a won deal moves; customary when absent."
        }
        "on-purchase" => {
            "The stage of the lifecycle to which a purchase moves; customary when absent."
        }
        "fiscal-start" => "The month with which the fiscal year begins; January is 1.",
        "demo" => "Whether the records were made up to try Rapport.",
        "created" => "When the record was made.",
        "updated" => "When the record was last changed.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stored_field_is_described() {
        let silent: Vec<_> = CATALOGUE
            .iter()
            .filter(|field| field.is_stored() && about(field.name).is_none())
            .map(|field| field.name)
            .collect();
        assert!(silent.is_empty(), "say in `about` what these are: {silent:?}");
    }

    #[test]
    fn titles_are_names_as_words() {
        assert_eq!(title("preferred-channel"), "Preferred channel");
    }
}
