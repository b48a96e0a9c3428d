//! Conditions in words, and what is wrong with the text of a filter.

use super::I18n;
use crate::{
    domain::{
        book::{Book, relation_of},
        field::{Field, Kind, derived},
        id::{Id, RecordType},
        key::Key,
    },
    query::{
        filter::{Condition, Group, Nearby, Operand, Part, Period, Span, Subject, When, Which},
        operator::{Entry, Takes},
        text::Expected,
    },
};

impl I18n {
    /// An operator, or its opposite.
    pub fn operator(&self, entry: &Entry, not: bool) -> String {
        let message = format!("operator-{}", entry.name);
        let opposite = not.then(|| self.attribute(&message, "not")).flatten();
        opposite.unwrap_or_else(|| self.text(&message))
    }

    /// What an operator means exactly.
    pub fn operator_help(&self, entry: &Entry) -> Option<String> {
        self.attribute(&format!("operator-{}", entry.name), "help")
    }

    /// What a condition is about.
    pub fn subject(&self, subject: Subject) -> String {
        match subject {
            Subject::Field(key) => self.key(key),
            Subject::Words => self.text("filter-words"),
            Subject::Related(relation) => match relation.way {
                crate::query::filter::Way::Along => self.key(relation.key),
                crate::query::filter::Way::Against => {
                    // The second way from one type to another has a name of its own.
                    let first = format!("related-{}", relation.to.plural());
                    let second = format!("{first}-{}", relation.key.name());
                    match relation.key.field().filter(|field| field.own.is_some()) {
                        Some(field) => self.related_own(relation.to, field),
                        None => self.text(if self.has(&second) { &second } else { &first }),
                    }
                }
            },
            Subject::Segment => self.text("filter-segment"),
            Subject::Import => self.text("filter-import"),
        }
    }

    /// Records that point to another one by a field of one's own: "Projects (Main contact)".
    pub fn related_own(&self, on: RecordType, field: &Field) -> String {
        let records = self.text(&format!("related-{}", on.plural()));
        let field = self.field(field);
        self.with("related-own", &[("records", (&records).into()), ("field", (&field).into())])
    }

    /// The conditions of a filter, one after the other.
    pub fn rule(&self, book: &Book, group: &Group) -> String {
        if group.which == Which::All { self.parts(book, group) } else { self.group(book, group) }
    }

    /// The conditions of a group that stands beside others, and how many of them must hold.
    pub fn group(&self, book: &Book, group: &Group) -> String {
        format!("{}: {}", self.text(which_message(group.which)), self.parts(book, group))
    }

    fn parts(&self, book: &Book, group: &Group) -> String {
        self.list(group.parts.iter().map(|part| match part {
            Part::Condition(condition) => self.condition(book, condition),
            Part::Group(group) => self.enclosed(book, group),
        }))
    }

    /// A group within a sentence. Of one condition that must hold there is nothing more to say.
    fn enclosed(&self, book: &Book, group: &Group) -> String {
        match (group.which, &group.parts[..]) {
            (Which::All, []) => String::new(),
            (Which::All | Which::Any, [_]) => self.parts(book, group),
            _ => format!("({})", self.group(book, group)),
        }
    }

    /// A condition as a sentence without a verb of its own: "Lifecycle is any of Lead, Customer".
    pub fn condition(&self, book: &Book, condition: &Condition) -> String {
        let subject = self.subject(condition.subject);
        let operator = self.operator(condition.operator.entry(), condition.not);
        let operand = self.operand(book, condition.subject, &condition.operand);
        let parts = [subject, operator, operand];
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn operand(&self, book: &Book, subject: Subject, operand: &Operand) -> String {
        let key = if let Subject::Field(key) = subject { Some(key) } else { None };
        match operand {
            Operand::Nothing => String::new(),
            Operand::Texts(texts) => {
                let choices = key.and_then(Key::field);
                self.list(texts.iter().map(|text| match choices {
                    Some(field) if matches!(field.kind, Kind::Choice(_) | Kind::Choices(_)) => {
                        self.choice(field, text)
                    }
                    _ => self.with("filter-quoted", &[("text", (&**text).into())]),
                }))
            }
            Operand::Numbers(numbers) => {
                self.list(numbers.iter().map(|number| self.formats.number(*number)))
            }
            Operand::Range(from, to) => {
                self.range(&self.formats.number(*from), &self.formats.number(*to))
            }
            Operand::Share { count, is_percent } => {
                let count = self.number(*count as usize);
                if *is_percent { format!("{count}%") } else { count }
            }
            Operand::Count(count) => self.number(*count as usize),
            Operand::Slips(text, slips) => {
                let count = usize::from(*slips);
                self.with("filter-slips", &[("text", (&**text).into()), ("count", count.into())])
            }
            Operand::When(when) => self.when(*when),
            Operand::Whens(from, to) => self.range(&self.when(*from), &self.when(*to)),
            Operand::Span(span) => self.span(*span),
            Operand::Weekdays(days) => {
                self.list(days.iter().map(|day| self.text(&format!("weekday-{day}"))))
            }
            Operand::Months(months) => {
                self.list(months.iter().map(|month| self.text(&format!("month-{month}"))))
            }
            Operand::Flag(flag) => self.text(if *flag { "value-yes" } else { "value-no" }),
            Operand::Records(ids) => {
                let on = match subject {
                    Subject::Field(key) => relation_of(key).unwrap_or(RecordType::Tag),
                    _ => RecordType::Segment,
                };
                self.list(ids.iter().map(|id| self.name_of(book, on, *id)))
            }
            Operand::Positions(positions) => self.list(positions.iter().map(ToString::to_string)),
            Operand::Field(other) => self.key(*other),
            Operand::Group(group) => self.enclosed(book, group),
            Operand::Counted { group, compare, count } => {
                let inner = self.enclosed(book, group);
                let count = self.number(*count as usize);
                format!("{inner} {} {count}", compare.sign()).trim_start().to_owned()
            }
            Operand::Step { from, to } => {
                let end = |end: &Operand| match end {
                    Operand::Nothing => self.text("filter-whatever"),
                    end => self.operand(book, subject, end),
                };
                self.with(
                    "filter-step",
                    &[("from", (&end(from)).into()), ("to", (&end(to)).into())],
                )
            }
        }
    }

    fn range(&self, from: &str, to: &str) -> String {
        self.with("filter-range", &[("from", from.into()), ("to", to.into())])
    }

    fn name_of(&self, book: &Book, on: RecordType, id: Id) -> String {
        book.get(on, id).and_then(derived::name_of).unwrap_or_else(|| self.text("value-gone"))
    }

    pub fn when(&self, when: When) -> String {
        match when {
            When::Day(day) => self.formats.day(day),
            When::Period(Period { which, unit, is_fiscal }) => {
                let which = match which {
                    Nearby::Last => "last",
                    Nearby::This => "this",
                    Nearby::Next => "next",
                    Nearby::SoFar => "so-far",
                };
                let fiscal = if is_fiscal { "fiscal-" } else { "" };
                self.text(&format!("period-{which}-{fiscal}{}", unit.name()))
            }
        }
    }

    pub fn span(&self, Span { count, unit }: Span) -> String {
        self.with(&format!("span-{}", unit.name()), &[("count", (count as usize).into())])
    }

    /// What belongs where the text of a filter could not be understood.
    pub fn expected(&self, expected: &Expected) -> String {
        let text = |name: &str, text: &str| self.with(name, &[("text", text.into())]);
        match expected {
            Expected::Field(word) if word.is_empty() => self.text("expected-field-name"),
            Expected::Field(word) => text("expected-field", word),
            Expected::Operator(key) => text("expected-operator", &self.key(*key)),
            Expected::Value(takes) => self.text(value_message(*takes)),
            Expected::Choice(key) => text("expected-choice", &self.key(*key)),
            Expected::Record(RecordType::Tag) => self.text("expected-tag"),
            Expected::Record(RecordType::Segment) => self.text("expected-segment"),
            Expected::Record(_) => self.text("expected-record"),
            Expected::Comparable => self.text("expected-comparable"),
            Expected::Condition => self.text("expected-condition"),
            Expected::Parenthesis => self.text("expected-parenthesis"),
            Expected::Quotation => self.text("expected-quotation"),
            Expected::Shallower => self.text("expected-shallower"),
            Expected::Pattern(_) => self.text("expected-pattern"),
        }
    }
}

/// The message that says how many parts of a group must hold.
pub fn which_message(which: Which) -> &'static str {
    match which {
        Which::All => "filter-all",
        Which::Any => "filter-any",
        Which::None => "filter-none",
    }
}

/// The message that says what an operator takes.
fn value_message(takes: Takes) -> &'static str {
    match takes {
        Takes::Nothing | Takes::Texts | Takes::Slips => "expected-text",
        Takes::Pattern => "expected-pattern",
        Takes::Count | Takes::Counted | Takes::Positions => "expected-count",
        Takes::Numbers | Takes::Number => "expected-number",
        Takes::Range => "expected-range",
        Takes::Share => "expected-share",
        Takes::When => "expected-when",
        Takes::Whens => "expected-whens",
        Takes::Ago => "expected-ago",
        Takes::Ahead => "expected-ahead",
        Takes::Weekdays => "expected-weekdays",
        Takes::Months => "expected-months",
        Takes::Flag => "expected-flag",
        Takes::Members => "expected-members",
        Takes::Segments => "expected-segment",
        Takes::Group => "expected-group",
        Takes::Step => "expected-step",
    }
}
