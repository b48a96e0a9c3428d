//! A person in one line, a pasted signature or a card: what stands in it is told by how it looks.
//!
//! `Ada Lovelace, Countess, @Engine Ltd, ada@x.org, +44 20 7946 0000 #vip // met at the fair`
//!
//! E-mail addresses, phone numbers and links are found wherever they stand; `#` begins a tag and `@` an
//! organization. Of the other words, parted by commas, bars and ends of lines, the first are the name; what
//! ends like the name of a company is the organization, what reads like a job is the title, and the rest is a
//! note, as is all behind `//`.

use std::sync::Arc;

use super::{
    incoming::{self, Builder, Fate, How, Row, Rows, Written, which},
    vcard,
};
use crate::domain::{
    book::Book,
    change::{Action, Change, Label, Step},
    edit::Making,
    field::{derived, keys},
    fold::fold,
    id::{Id, RecordType},
    problem::Problem,
    record::Record,
    stamp::Stamp,
    value::{email, link, phone},
};

/// Reads a text. It may say nothing.
pub fn read(text: &str) -> Row {
    if vcard::is_vcard(text.as_bytes())
        && let Ok(rows) = vcard::read(text)
        && let Some(row) = rows.rows.into_iter().next()
    {
        return row;
    }
    let mut reading = Reading { builder: Builder::new(&[]), has_name: false, notes: Vec::new() };
    for line in text.lines().filter(|line| line.trim() != "--") {
        reading.line(line);
    }
    let Reading { mut builder, notes, .. } = reading;
    if !notes.is_empty() {
        builder.note(0, &notes.join("\n"));
    }
    let (incoming, faults) = builder.finish();
    let says_something = !incoming.fields.is_empty()
        || incoming.organization.is_some()
        || !incoming.tags.is_empty()
        || !incoming.notes.is_empty();
    let incoming = says_something.then_some(incoming);
    Row { line: 1, incoming, faults, cells: Vec::new() }
}

/// Makes a record of what was read, or adds it to the one that it is about; says which one. `title` heads
/// the note with what no field takes.
pub fn add(
    book: &Book,
    row: Row,
    title: &str,
    stamp: Stamp,
) -> Result<((RecordType, Id), Change), Problem> {
    let rows = Rows { headers: Arc::default(), rows: vec![row] };
    let import = incoming::import(book, Arc::new(rows), How::default(), title, stamp);
    let fate = import.fates.first().copied();
    let mut change = import.finish();
    // A line is no file.
    change.touches.retain(|touch| touch.on != RecordType::Import);
    let made = |on| change.touches.iter().find(|touch| touch.on == on);
    let (on, id, action) = match fate {
        Some(Fate::New(on)) => match made(on) {
            Some(touch) => (on, touch.id, Action::Create),
            None => return Err(Problem::Nameless(on)),
        },
        Some(Fate::Adds(on, id) | Fate::Same(on, id)) => (on, id, Action::Edit),
        _ => return Err(Problem::Nameless(RecordType::Person)),
    };
    let name = match made(on).map(|touch| &touch.step) {
        Some(Step::Create(fields)) => derived::name_of(&Record { id, fields: fields.clone() }),
        _ => book.get(on, id).and_then(derived::name_of),
    };
    let name = name.unwrap_or_default().into();
    change.label = Label { action, on, name, count: 1 };
    Ok(((on, id), change))
}

struct Reading<'a> {
    builder: Builder<'a>,
    has_name: bool,
    notes: Vec<String>,
}

impl Reading<'_> {
    fn line(&mut self, line: &str) {
        let (line, note) = match line.split_once(" //") {
            Some((line, note)) => (line, note.trim()),
            None => (line, ""),
        };
        let is_end = |c: char| "|·•\t".contains(c);
        for part in line.split(is_end).flat_map(|part| part.split(" – ")) {
            // A comma may stand in a number's way, so numbers are taken out first.
            let rest = self.without_numbers(part);
            rest.split(ENDS).for_each(|part| self.part(part));
        }
        if !note.is_empty() {
            self.notes.push(note.to_owned());
        }
    }

    /// Takes phone numbers in: as many words of digits and their signs as stand together.
    fn without_numbers(&mut self, text: &str) -> String {
        let mut rest: Vec<&str> = Vec::new();
        let mut number: Vec<&str> = Vec::new();
        for word in text.split_whitespace().chain([""]) {
            let is_number = !word.is_empty()
                && word
                    .trim_end_matches(ENDS)
                    .chars()
                    .all(|c| c.is_numeric() || "+()-./".contains(c));
            if is_number {
                number.push(word);
                if !word.ends_with(ENDS) {
                    continue;
                }
            }
            let digits = number.concat().chars().filter(|c| c.is_numeric()).count();
            let whole = number.join(" ").trim_end_matches(ENDS).to_owned();
            if digits >= DIGITS_LEAST && phone::parse(&whole).is_some() {
                let label = rest.pop_if(|word| label_of(word).is_some()).and_then(label_of);
                self.builder.phones(0, &whole, label.unwrap_or_default().into());
            } else {
                rest.append(&mut number);
            }
            number.clear();
            if !is_number && !word.is_empty() {
                rest.push(word);
            }
        }
        rest.join(" ")
    }

    fn part(&mut self, part: &str) {
        let mut words: Vec<&str> = Vec::new();
        let mut organization: Option<Vec<&str>> = None;
        for word in part.split_whitespace() {
            let bare = word.trim_matches(['<', '>', '(', ')', '"']);
            if let Some(address) = email::parse(bare) {
                drop_label(&mut words, &["e-mail:", "email:", "mail:", "e:"]);
                self.builder.emails(0, address, which("", ""));
            } else if let Some(tag) = bare.strip_prefix('#').filter(|tag| !tag.is_empty()) {
                self.builder.tag(0, tag);
                // The name of an organization ends here.
                self.organization(organization.take());
            } else if let Some(start) = bare.strip_prefix('@').filter(|start| !start.is_empty()) {
                self.organization(organization.replace(vec![start]));
            } else if is_link(bare) {
                drop_label(&mut words, &["web:", "www:", "w:", "url:", "site:", "linkedin:"]);
                self.builder.links(0, bare, which("", ""));
            } else if let Some(organization) = &mut organization {
                organization.push(word);
            } else {
                words.push(word);
            }
        }
        self.organization(organization);
        self.words(&words.join(" "));
    }

    fn organization(&mut self, words: Option<Vec<&str>>) {
        if let Some(words) = words {
            self.builder.organization(0, &words.join(" "));
        }
    }

    fn words(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let folded = fold(text);
        if is_organization(&folded) {
            self.builder.organization(0, text);
        } else if !self.has_name {
            self.has_name = true;
            self.builder.full_name(0, text);
        } else if folded.split([' ', '.']).any(|word| JOBS.contains(&word)) {
            self.builder.field(0, keys::JOB_TITLE, text, Written::default());
        } else {
            self.notes.push(text.to_owned());
        }
    }
}

/// What ends a part within a line.
const ENDS: [char; 3] = [',', ';', '،'];

/// How many digits a phone number has at least.
const DIGITS_LEAST: usize = 7;

/// How names of companies end, folded and without full stops.
const ENDINGS: [&str; 25] = [
    "inc",
    "llc",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "gmbh",
    "ag",
    "kg",
    "sa",
    "sarl",
    "sas",
    "srl",
    "spa",
    "bv",
    "nv",
    "oy",
    "ab",
    "as",
    "aps",
    "oo",
    "kk",
    "pty",
    "co",
];

/// Words that stand anywhere in names of organizations, folded.
const KINDS: [&str; 9] = [
    "company",
    "group",
    "studio",
    "agency",
    "university",
    "bank",
    "cooperative",
    "foundation",
    "شرکت",
];

fn is_organization(folded: &str) -> bool {
    let mut words = folded.split_whitespace();
    let is_kind = words.any(|word| KINDS.contains(&word));
    let last = folded.rsplit(' ').next().unwrap_or_default().replace('.', "");
    is_kind || folded.contains(' ') && ENDINGS.contains(&&*last)
}

/// Words by which jobs are known, folded.
const JOBS: [&str; 33] = [
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cmo",
    "vp",
    "founder",
    "cofounder",
    "owner",
    "president",
    "partner",
    "director",
    "manager",
    "head",
    "lead",
    "chief",
    "officer",
    "engineer",
    "developer",
    "designer",
    "architect",
    "consultant",
    "analyst",
    "specialist",
    "assistant",
    "sales",
    "marketing",
    "editor",
    "professor",
    "kierownik",
    "dyrektor",
    "prezes",
    "مدیر",
];

const PHONE_LABELS: [(&str, &str); 12] = [
    ("tel", ""),
    ("t", ""),
    ("p", ""),
    ("phone", ""),
    ("mobile", "mobile"),
    ("mob", "mobile"),
    ("m", "mobile"),
    ("cell", "mobile"),
    ("c", "mobile"),
    ("fax", "fax"),
    ("f", "fax"),
    ("office", "work"),
];

fn label_of(word: &str) -> Option<&'static str> {
    let word = word.strip_suffix([':', '.'])?.to_lowercase();
    PHONE_LABELS.iter().find(|(other, _)| *other == word).map(|(_, label)| *label)
}

/// What stands before a value only to say what it is.
fn drop_label(words: &mut Vec<&str>, labels: &[&str]) {
    words.pop_if(|word| labels.contains(&&*word.to_lowercase()));
}

/// A link that nobody would take for a word with a full stop in it.
fn is_link(word: &str) -> bool {
    let is_written_so = ["http://", "https://", "www."].iter().any(|start| word.starts_with(start));
    let is_path = word.contains('/') && word.contains('.');
    (is_written_so || is_path) && link::parse(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::{Value, time::Time};

    fn told(text: &str) -> String {
        let Some(incoming) = read(text).incoming else { return "nothing".to_owned() };
        let mut told: Vec<String> = incoming
            .fields
            .iter()
            .map(|(key, value, _)| {
                let labels: Vec<_> = match value {
                    Value::Labelled(items) => {
                        items.iter().map(|item| format!("{}[{}]", item.value, item.label)).collect()
                    }
                    value => vec![incoming::in_words(value)],
                };
                format!("{}={}", key.name(), labels.join(" "))
            })
            .collect();
        told.extend(incoming.organization.map(|(name, _)| format!("organization={name}")));
        told.extend(incoming.tags.iter().map(|tag| format!("#{tag}")));
        told.extend(incoming.notes.iter().map(|note| format!("note={}", note.text)));
        told.join("; ")
    }

    #[test]
    fn one_line() {
        assert_eq!(
            told("Ada Lovelace ada@x.org +44 20 7946 0000 #vip"),
            "given=Ada; family=Lovelace; emails=ada@x.org[]; phones=+44 20 7946 0000[]; #vip"
        );
        assert_eq!(
            told("Ada Lovelace, Chief Analyst, @Engine Works #vip #b // met at the fair"),
            "given=Ada; family=Lovelace; job-title=Chief Analyst; organization=Engine Works; #vip; #b; \
             note=met at the fair"
        );
        assert_eq!(
            told("Jan Nowak, Blue Heron Ltd, 600 555 001, wants a quote"),
            "given=Jan; family=Nowak; phones=600 555 001[]; organization=Blue Heron Ltd; note=wants a quote"
        );
        assert_eq!(
            told("Sa Nguyen, Żabka Sp. z o.o., known as a friend"),
            "given=Sa; family=Nguyen; organization=Żabka Sp. z o.o.; note=known as a friend"
        );
        assert_eq!(told("bob@x.org"), "emails=bob@x.org[]");
        assert_eq!(
            told("مریم رضایی، ۰۹۱۲۵۵۵۰۱۰۱ #مشتری"),
            "given=مریم; family=رضایی; phones=۰۹۱۲۵۵۵۰۱۰۱[]; #مشتری"
        );
        assert_eq!(told(" \n"), "nothing");
    }

    #[test]
    fn a_signature() {
        let text = "--\nDr. Zoë Müller\nHead of Design | Blue Heron Studio\nT: +49 30 5550100  M: +49 170 5550101\n\
                    E: <zoe@heron.example>\nwww.heron.example\nHauptstr. 5, 10115 Berlin";
        assert_eq!(
            told(text),
            "prefix=Dr.; given=Zoë; family=Müller; job-title=Head of Design; emails=zoe@heron.example[]; \
             phones=+49 30 5550100[] +49 170 5550101[mobile]; links=https://www.heron.example[]; \
             organization=Blue Heron Studio; note=Hauptstr. 5\n10115 Berlin"
        );
    }

    #[test]
    fn a_card() {
        let told = told("BEGIN:VCARD\nVERSION:4.0\nFN:Ada Lovelace\nEMAIL:ada@x.org\nEND:VCARD\n");
        assert_eq!(told, "given=Ada; family=Lovelace; emails=ada@x.org[]");
    }

    #[test]
    fn who_is_there_already_is_added_to() {
        let mut book = Book::default();
        let stamp = |nth| Stamp::new(Time::from_millis(nth), [1; 10]);
        let (ada, change) =
            add(&book, read("Ada Lovelace ada@x.org @Engines"), "Line", stamp(1)).unwrap();
        assert_eq!((&*change.label.name, change.label.action), ("Ada Lovelace", Action::Create));
        book.apply(change).unwrap();
        let (again, change) =
            add(&book, read("ada@x.org +44 20 7946 0000 #vip"), "Line", stamp(2)).unwrap();
        assert_eq!((&*change.label.name, change.label.action), ("Ada Lovelace", Action::Edit));
        assert_eq!(again, ada);
        book.apply(change).unwrap();
        assert_eq!(
            (book.table(RecordType::Person).len(), book.table(RecordType::Tag).len()),
            (1, 1)
        );
        assert_eq!(book.table(RecordType::Import).len(), 0);
        let nobody = add(&book, read("#vip"), "Line", stamp(3));
        assert_eq!(nobody, Err(Problem::Nameless(RecordType::Person)));
    }
}
