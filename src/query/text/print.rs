//! Writing a filter.

use super::{Lexicon, lexicon::field_of, parse::gone, token::is_of_word};
use crate::{
    domain::{
        id::{Id, RecordType},
        key::Key,
    },
    query::{
        filter::{Condition, Group, Nearby, Operand, Part, Period, Span, Subject, When, Which},
        operator::Takes,
        relation,
    },
};

/// Writes a filter on records of a type.
pub fn print(group: &Group, on: RecordType, lexicon: &dyn Lexicon) -> String {
    Printer { lexicon }.root(group, on)
}

/// Writes what a condition's operator works with, as it stands after the operator's sign. The number of
/// slips is a part of the sign, which therefore stands before it.
pub fn print_operand(condition: &Condition, on: RecordType, lexicon: &dyn Lexicon) -> String {
    let (on, key) = match condition.subject {
        Subject::Field(key) => (on, Some(key)),
        Subject::Related(relation) => (relation.to, None),
        Subject::Segment => (RecordType::Segment, None),
        Subject::Words | Subject::Import => (on, None),
    };
    let takes = condition.operator.entry().takes;
    Printer { lexicon }.operand(&condition.operand, on, key, takes)
}

struct Printer<'a> {
    lexicon: &'a dyn Lexicon,
}

/// Words that mean something where a condition may begin.
pub(super) const RESERVED: [&str; 8] =
    ["or", "and", "not", "has", "no", "any", "segment", "import"];

impl Printer<'_> {
    fn root(&self, group: &Group, on: RecordType) -> String {
        match (group.which, &group.parts[..]) {
            // In parentheses it would be taken for the root.
            (Which::All, [Part::Group(_)]) => self.group(group, on),
            (Which::All, parts) => self.parts(parts, on, " "),
            (Which::Any, parts @ [_, _, ..]) => self.parts(parts, on, " or "),
            _ => self.group(group, on),
        }
    }

    fn parts(&self, parts: &[Part], on: RecordType, between: &str) -> String {
        parts.iter().map(|part| self.part(part, on)).collect::<Vec<_>>().join(between)
    }

    fn part(&self, part: &Part, on: RecordType) -> String {
        match part {
            Part::Group(group) => self.group(group, on),
            Part::Condition(condition) => self.condition(condition, on),
        }
    }

    fn group(&self, Group { which, parts }: &Group, on: RecordType) -> String {
        match which {
            Which::All => format!("({})", self.parts(parts, on, " ")),
            Which::Any if parts.len() > 1 => format!("({})", self.parts(parts, on, " or ")),
            Which::Any => format!("any({})", self.parts(parts, on, " or ")),
            Which::None => format!("-({})", self.parts(parts, on, " or ")),
        }
    }

    fn condition(&self, condition: &Condition, on: RecordType) -> String {
        let Condition { subject, not, operator, operand } = condition;
        let minus = if *not { "-" } else { "" };
        let entry = operator.entry();
        let sign = entry.sign;
        let rest = match subject {
            Subject::Words => self.word_alone(operand, on),
            Subject::Field(key) => {
                let word = self.word(on, *key);
                match operand {
                    Operand::Nothing => format!("{sign}:{word}"),
                    operand => {
                        let value = self.operand(operand, on, Some(*key), entry.takes);
                        match (operand, sign) {
                            (Operand::Slips(..), _) => format!("{word} {value}"),
                            (_, ":") => format!("{word}:{value}"),
                            _ => format!("{word} {sign} {value}"),
                        }
                    }
                }
            }
            Subject::Related(related) => {
                let value = self.operand(operand, related.to, None, entry.takes);
                let name = relation::name_of(on, *related);
                let name = name.unwrap_or_else(|| related.key.name().to_owned());
                if sign == "any" { name + &value } else { format!("{name} {sign}{value}") }
            }
            Subject::Segment => {
                format!("segment:{}", self.operand(operand, RecordType::Segment, None, entry.takes))
            }
            Subject::Import => format!("import:{}", self.operand(operand, on, None, entry.takes)),
        };
        format!("{minus}{rest}")
    }

    fn word(&self, on: RecordType, key: Key) -> String {
        let word = self.lexicon.word(on, key);
        // What does not lead back to the field is of no use, and a name of a file always does.
        let leads_back = field_of(self.lexicon, on, &word) == Some(key);
        if leads_back && is_bare(&word) && !RESERVED.contains(&word.to_lowercase().as_str()) {
            word
        } else {
            key.name().to_owned()
        }
    }

    fn word_alone(&self, operand: &Operand, on: RecordType) -> String {
        let Operand::Texts(texts) = operand else { return String::new() };
        let is_meant = |text: &str| {
            RESERVED.contains(&text.to_lowercase().as_str())
                || field_of(self.lexicon, on, text).or_else(|| gone(on, text)).is_some()
                || relation::relations_of(on).iter().any(|(name, _)| name == text)
        };
        let texts: Vec<_> = texts
            .iter()
            .map(|text| if is_meant(text) { quoted(text) } else { quote(text) })
            .collect();
        texts.join(",")
    }

    fn operand(&self, operand: &Operand, on: RecordType, key: Option<Key>, takes: Takes) -> String {
        let listed = |items: Vec<String>| items.join(",");
        match operand {
            Operand::Texts(texts) => listed(texts.iter().map(|text| quote(text)).collect()),
            Operand::Numbers(numbers) => listed(numbers.iter().map(ToString::to_string).collect()),
            Operand::Range(from, to) => format!("{from}..{to}"),
            Operand::Share { count, is_percent } => {
                format!("{count}{}", if *is_percent { "%" } else { "" })
            }
            Operand::Count(count) => count.to_string(),
            Operand::When(day) => print_when(*day),
            Operand::Whens(from, to) => format!("{}..{}", print_when(*from), print_when(*to)),
            Operand::Span(Span { count, unit }) => {
                let plus = if takes == Takes::Ahead { "+" } else { "" };
                format!("{plus}{count}{}", unit.letter())
            }
            Operand::Weekdays(days) => listed(
                days.iter()
                    .filter_map(|day| WEEKDAYS.get(usize::from(*day).checked_sub(1)?))
                    .map(|day| (*day).to_owned())
                    .collect(),
            ),
            Operand::Months(months) => listed(months.iter().map(ToString::to_string).collect()),
            Operand::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Operand::Records(ids) => {
                let to = key.map_or(on, |key| {
                    crate::domain::book::relation_of(key).unwrap_or(RecordType::Tag)
                });
                listed(ids.iter().map(|id| self.record(to, *id)).collect())
            }
            Operand::Positions(positions) => {
                listed(positions.iter().map(ToString::to_string).collect())
            }
            Operand::Field(other) => format!("@{}", self.word(on, *other)),
            Operand::Step { from, to } => {
                let end = |end: &Operand| match end {
                    Operand::Nothing => "*".to_owned(),
                    end => self.operand(end, on, key, takes),
                };
                format!("{} to {}", end(from), end(to))
            }
            Operand::Slips(text, slips) => format!("~{slips} {}", quote(text)),
            Operand::Group(group) => format!("({})", self.root(group, on)),
            Operand::Counted { group, compare, count } => {
                format!("({}) {} {count}", self.root(group, on), compare.sign())
            }
            Operand::Nothing => String::new(),
        }
    }

    fn record(&self, on: RecordType, id: Id) -> String {
        let name = self.lexicon.name(on, id);
        let name = name.filter(|name| self.lexicon.record(on, name) == Some(id));
        name.map_or_else(|| format!("#{id}"), |name| quote(&name))
    }
}

pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Writes a day or days.
pub fn print_when(when: When) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::Period(Period { which, unit, is_fiscal }) => {
            let unit = unit.name();
            let fiscal = if is_fiscal { "fiscal-" } else { "" };
            match (which, unit) {
                (Nearby::Last, "day") => "yesterday".to_owned(),
                (Nearby::This, "day") => "today".to_owned(),
                (Nearby::Next, "day") => "tomorrow".to_owned(),
                (Nearby::Last, unit) => format!("last-{fiscal}{unit}"),
                (Nearby::This, unit) => format!("this-{fiscal}{unit}"),
                (Nearby::Next, unit) => format!("next-{fiscal}{unit}"),
                (Nearby::SoFar, unit) => format!("{fiscal}{unit}-so-far"),
            }
        }
    }
}

/// Whether a text may stand without quotation marks.
fn is_bare(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| is_of_word(c) && c != '\\')
        && text.chars().any(char::is_alphanumeric)
        && text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && !text.ends_with('!')
        && !text.contains("..")
}

/// Writes a text, in quotation marks where it needs them.
pub fn quote(text: &str) -> String {
    if is_bare(text) && text != "to" { text.to_owned() } else { quoted(text) }
}

/// Writes a text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
