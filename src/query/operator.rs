//! The operators: every one that a condition can have, listed once.
//!
//! Builder, text form, help and tests read this table. The words of an operator are in the language
//! files, under `operator-NAME` and, for its opposite, `operator-NAME.not`; what it means exactly is
//! documented here and shown on the help page from `operator-NAME.help`.

use super::filter::Subject;
use crate::domain::{
    field::{Field, Kind},
    key::Key,
};

/// What kinds of values are to an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// One text or several; of several, any may be meant.
    Text,
    Number,
    /// A day or a moment. Moments belong to the day that the person's clock shows.
    Date,
    /// One word of a list.
    Choice,
    /// Several words of a list.
    Choices,
    /// Records that are pointed to: a relation, tags.
    Links,
    Flag,
    /// Whatever can only be there or not: a photo, dated entries.
    Other,
    /// All words of the record.
    Words,
    /// Related records.
    Related,
    Segment,
    Import,
}

impl Class {
    /// Those of the values that fields hold.
    pub const VALUES: [Self; 8] = [
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Choice,
        Self::Choices,
        Self::Links,
        Self::Flag,
        Self::Other,
    ];

    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text
            | Kind::LongText
            | Kind::Colour
            | Kind::Emails
            | Kind::Phones
            | Kind::Links
            | Kind::Addresses
            | Kind::Email
            | Kind::Phone
            | Kind::Link => Self::Text,
            Kind::Number | Kind::Money | Kind::Percent | Kind::Rating => Self::Number,
            Kind::Day | Kind::Time => Self::Date,
            Kind::Choice(_) => Self::Choice,
            Kind::Choices(_) => Self::Choices,
            Kind::Relation(_) | Kind::Relations(_) => Self::Links,
            Kind::Flag => Self::Flag,
            Kind::Photo | Kind::Entries | Kind::Picked | Kind::Options => Self::Other,
        }
    }

    /// `None` where the field is not there (any more).
    pub fn of_subject(subject: Subject) -> Option<Self> {
        Some(match subject {
            Subject::Field(key) => Self::of(key.field()?.kind),
            Subject::Words => Self::Words,
            Subject::Related(_) => Self::Related,
            Subject::Segment => Self::Segment,
            Subject::Import => Self::Import,
        })
    }
}

/// What stands after an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    Texts,
    /// A regular expression.
    Pattern,
    Slips,
    Count,
    Numbers,
    Number,
    Range,
    Share,
    When,
    Whens,
    /// So long ago.
    Ago,
    /// So long from now.
    Ahead,
    Weekdays,
    Months,
    Flag,
    /// Texts, words of a choice, or records; where there are none of these, see [`Takes::of`].
    Members,
    /// Names of segments.
    Segments,
    Positions,
    Group,
    Counted,
    Step,
}

impl Takes {
    /// What is taken of values of a class: of numbers, days and flags, members are what they can be.
    #[must_use]
    pub fn of(self, class: Option<Class>) -> Self {
        match (self, class) {
            (Self::Members, Some(Class::Number)) => Self::Numbers,
            (Self::Members, Some(Class::Date)) => Self::When,
            (Self::Members, Some(Class::Flag)) => Self::Flag,
            (takes, _) => takes,
        }
    }
}

/// An operator as the table has it.
#[derive(Debug)]
pub struct Entry {
    pub operator: Operator,
    /// Its name in tests, language files and, where it has no sign, in the text form.
    pub name: &'static str,
    /// How the text form writes it.
    pub sign: &'static str,
    pub on: &'static [Class],
    pub takes: Takes,
}

macro_rules! operators {
    ($($(#[$doc:meta])* $operator:ident $name:literal $sign:literal [$($on:ident),*] $takes:ident;)*) => {
        /// How a value is looked at. None of them holds for a record that never had a value, and for one
        /// that has none any more only what is said of its past.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Operator { $($(#[$doc])* $operator,)* }

        pub static OPERATORS: &[Entry] = &[$(
            Entry {
                operator: Operator::$operator,
                name: $name,
                sign: $sign,
                on: &[$(Class::$on),*],
                takes: Takes::$takes,
            },
        )*];
    };
}

operators! {
    /// There is a value.
    Filled "filled" "has" [Text, Number, Date, Choice, Choices, Links, Flag, Other] Nothing;

    /// Any of these stands somewhere in it. Case, accents and variants of letters do not count.
    Contains "contains" ":" [Text, Words] Texts;
    /// It is one of these, whatever the case and accents.
    Is "is" "=" [Text] Texts;
    /// It begins with one of these.
    Starts "starts" "starts" [Text] Texts;
    /// It ends with one of these.
    Ends "ends" "ends" [Text] Texts;
    /// The regular expression is found in it. Case does not count unless the expression says `(?-i)`.
    Matches "matches" "matches" [Text] Pattern;
    /// It, or as many of its words as are asked for, is this but for so many slips: a letter too much,
    /// too few, wrong, or swapped with its neighbour.
    Similar "similar" "~" [Text] Slips;
    /// It has more characters than this.
    Longer "longer" "longer" [Text] Count;
    /// It has fewer characters than this.
    Shorter "shorter" "shorter" [Text] Count;

    /// It is one of these.
    Equal "equal" "=" [Number] Numbers;
    Less "less" "<" [Number] Number;
    AtMost "at-most" "<=" [Number] Number;
    More "more" ">" [Number] Number;
    AtLeast "at-least" ">=" [Number] Number;
    /// From the one to the other, both included.
    Between "between" "=" [Number] Range;
    /// Among the highest of all records of the type; who shares the last place is in.
    Top "top" "top" [Number] Share;
    /// Among the lowest of all records of the type; who shares the last place is in.
    Bottom "bottom" "bottom" [Number] Share;

    /// Within these days. A value that is a month or a year must lie within as a whole.
    On "on" "=" [Date] When;
    /// Before the first of these days.
    Before "before" "<" [Date] When;
    /// On the last of these days, or before.
    NotAfter "not-after" "<=" [Date] When;
    /// After the last of these days.
    After "after" ">" [Date] When;
    /// On the first of these days, or later.
    NotBefore "not-before" ">=" [Date] When;
    /// From the first day of the one to the last day of the other.
    BetweenDays "between-days" "=" [Date] Whens;
    /// Not longer ago than this, and not later than today. Months that are too short end at their last day.
    InLast "in-last" "<" [Date] Ago;
    /// Longer ago than this.
    Older "older" ">" [Date] Ago;
    /// Today or later, and not later than so long from now.
    InNext "in-next" "<" [Date] Ahead;
    /// Later than so long from now.
    Further "further" ">" [Date] Ahead;
    /// On one of these days of the week.
    Weekday "weekday" "weekday" [Date] Weekdays;
    /// In one of these months, of any year.
    InMonth "in-month" "month" [Date] Months;
    /// Its month and day come round between today and so long from now. The 29th of February comes
    /// round on the 28th in years that have no 29th.
    Anniversary "anniversary" "anniversary" [Date] Ahead;

    /// It is one of these, or has one of them.
    AnyOf "any-of" ":" [Choice, Choices, Links] Members;
    /// It has all of these.
    AllOf "all-of" "all" [Choices, Links] Members;
    /// It has these and no others.
    Exactly "exactly" "exactly" [Choices, Links] Members;

    /// It is yes, or no.
    IsFlag "is-flag" ":" [Flag] Flag;

    /// Any of the related records is so.
    AnyRelated "any-related" "any" [Related] Group;
    /// There are related records, and each is so.
    EveryRelated "every-related" "every" [Related] Group;
    /// So many of the related records are so; also none, where the comparison says so.
    CountRelated "count-related" "count" [Related] Counted;

    /// It was one of these at any time since the record was made, or is so now. What was undone never was.
    Was "was" "was" [Text, Number, Date, Choice, Choices, Links, Flag] Members;
    /// It was entered or changed within so long.
    Changed "changed" "changed" [Text, Number, Date, Choice, Choices, Links, Flag] Ago;
    /// It went from one of these to one of those, at any time.
    Went "went" "went" [Text, Number, Date, Choice, Choices, Links, Flag] Step;
    /// It is there, and has been as it is for longer than this.
    Held "held" "held" [Text, Number, Date, Choice, Choices, Links, Flag] Ago;

    /// One of these segments has the record.
    InSegment "in-segment" ":" [Segment] Segments;
    /// One of these imports made or changed the record.
    InImport "in-import" ":" [Import] Positions;
}

impl Operator {
    pub fn entry(self) -> &'static Entry {
        #[expect(clippy::indexing_slicing, reason = "the macro makes one entry for each, in order")]
        &OPERATORS[self as usize]
    }
}

/// The operators for what a condition is about.
pub fn operators_of(class: Class) -> impl Iterator<Item = &'static Entry> {
    OPERATORS.iter().filter(move |entry| entry.on.contains(&class))
}

/// Whether a condition can be about the field.
pub fn is_asked(field: &'static Field) -> bool {
    Class::of(field.kind) != Class::Other || matches!(field.kind, Kind::Photo)
}

/// Whether another field of the record may stand where the value does.
pub fn compares_fields(operator: Operator) -> bool {
    matches!(
        operator,
        Operator::Is
            | Operator::Equal
            | Operator::Less
            | Operator::AtMost
            | Operator::More
            | Operator::AtLeast
            | Operator::On
            | Operator::Before
            | Operator::NotAfter
            | Operator::After
            | Operator::NotBefore
    )
}

/// Whether the value of one field can be compared with that of another.
pub fn is_comparable(operator: Operator, key: Key, other: Key) -> bool {
    let class = |key: Key| key.field().map(|field| Class::of(field.kind));
    class(key) == class(other) && compares_fields(operator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operator_is_at_its_place_and_named_once() {
        for (position, entry) in OPERATORS.iter().enumerate() {
            assert_eq!(entry.operator as usize, position);
            let same = OPERATORS.iter().filter(|other| other.name == entry.name);
            assert_eq!(same.count(), 1, "{}", entry.name);
        }
    }

    #[test]
    fn sign_and_what_it_takes_tell_operators_of_a_class_apart() {
        for class in Class::VALUES {
            let mut seen = Vec::new();
            for entry in operators_of(class) {
                let how = (entry.sign, entry.takes);
                assert!(!seen.contains(&how), "{class:?} {}", entry.name);
                seen.push(how);
            }
        }
    }
}
