//! Where rows and people meet: which row is whom, and what joining adds.

use rustc_hash::FxHashMap;

use super::row::{Incoming, in_words};
use crate::domain::{
    book::Book,
    field::{Kind, check, keys},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    record::{Fields, Record},
    value::{Value, address::Address, labelled::Labelled, phone},
};

/// A record as it will be.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub on: RecordType,
    /// As the book has it, unless it is new.
    pub held: Option<&'a Record>,
    /// The row that made it, where one did.
    pub row: Option<usize>,
    /// All fields but organization and tags.
    pub fields: Fields,
    /// The position of its organization among the drafts.
    pub organization: Option<usize>,
    pub tags: Vec<Box<str>>,
    pub notes: Vec<Note>,
    /// Texts of notes that the book has.
    held_notes: Vec<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// A note of the file's own.
    Own(Box<str>),
    /// Lines that go below the name of the file.
    Kept(Box<str>),
}

/// A field that a joining row would have had otherwise, with its column.
pub(super) type Differs = (usize, Key);

#[derive(Clone, Copy)]
enum Known {
    Draft(usize),
    Held(RecordType, Id),
}

/// All rows so far, merged with each other and with the book.
pub(super) struct Merging<'a> {
    book: &'a Book,
    headers: &'a [Box<str>],
    pub drafts: Vec<Draft<'a>>,
    of_held: FxHashMap<(RecordType, Id), usize>,
    by_email: FxHashMap<String, Known>,
    by_phone: FxHashMap<String, Vec<Known>>,
    by_link: FxHashMap<String, Vec<Known>>,
    by_name: FxHashMap<String, Vec<Known>>,
    organizations: FxHashMap<String, Known>,
}

impl<'a> Merging<'a> {
    pub(super) fn new(book: &'a Book, headers: &'a [Box<str>]) -> Self {
        let mut merging = Self {
            book,
            headers,
            drafts: Vec::new(),
            of_held: FxHashMap::default(),
            by_email: FxHashMap::default(),
            by_phone: FxHashMap::default(),
            by_link: FxHashMap::default(),
            by_name: FxHashMap::default(),
            organizations: FxHashMap::default(),
        };
        for (_, person) in book.table(RecordType::Person).iter() {
            merging.learn(&person.fields, Known::Held(RecordType::Person, person.id));
        }
        for (_, organization) in book.table(RecordType::Organization).iter() {
            if let Some(name) = organization.text(keys::NAME) {
                let known = Known::Held(RecordType::Organization, organization.id);
                merging.organizations.entry(plain(name)).or_insert(known);
            }
        }
        merging
    }

    /// Takes in a row. Returns the draft that it became or joined, and what it says otherwise.
    pub(super) fn take(&mut self, row: usize, incoming: &Incoming) -> (usize, Vec<Differs>) {
        let found = match incoming.on {
            RecordType::Organization => self.organization(incoming),
            _ => self.person(incoming),
        };
        let at = found.unwrap_or_else(|| self.add(incoming.on, Some(row)));
        let organization = incoming.organization.as_ref().map(|(name, column)| {
            let taken = self.drafts.get(at).and_then(|draft| draft.organization);
            let is_same = taken.is_some_and(|taken| self.name_of(taken) == plain(name));
            (name, *column, if taken.is_none() || is_same { None } else { taken })
        });
        let mut differs = Vec::new();
        let mut lines = incoming.kept.clone();
        if let Some((name, column, other)) = organization {
            if other.is_some() {
                differs.push((column, keys::ORGANIZATION));
                lines.push(self.line(column, name));
            } else {
                let organization = self.organization_named(name);
                if let Some(draft) = self.drafts.get_mut(at) {
                    draft.organization = Some(organization);
                }
            }
        }
        let headers = self.headers;
        let Some(draft) = self.drafts.get_mut(at) else { return (at, differs) };
        for (key, value, column) in &incoming.fields {
            if !draft.fill(*key, value) {
                differs.push((*column, *key));
                lines.push(line(headers, *column, &in_words(value)));
            }
        }
        for tag in &incoming.tags {
            if !draft.has_tag(tag) {
                draft.tags.push(tag.clone());
            }
        }
        for note in notes(incoming, &lines) {
            if !draft.has_note(&note) {
                draft.notes.push(note);
            }
        }
        if incoming.on == RecordType::Person {
            let fields = std::mem::take(&mut draft.fields);
            self.learn(&fields, Known::Draft(at));
            if let Some(draft) = self.drafts.get_mut(at) {
                draft.fields = fields;
            }
        } else if let Some(Value::Text(name)) = incoming.get(keys::NAME) {
            self.organizations.entry(plain(name)).or_insert(Known::Draft(at));
        }
        (at, differs)
    }

    fn line(&self, column: usize, text: &str) -> String {
        line(self.headers, column, text)
    }

    /// Remembers by what a person can be found again.
    fn learn(&mut self, fields: &Fields, known: Known) {
        fn note(list: &mut Vec<Known>, known: Known) {
            let is_same = |other: &Known| match (other, known) {
                (Known::Draft(a), Known::Draft(b)) => *a == b,
                _ => false,
            };
            if !list.iter().any(is_same) {
                list.push(known);
            }
        }
        for email in listed(fields, keys::EMAILS) {
            self.by_email.entry(email.value.to_lowercase()).or_insert(known);
        }
        for number in listed(fields, keys::PHONES) {
            note(self.by_phone.entry(phone::dialled(&number.value)).or_default(), known);
        }
        for link in listed(fields, keys::LINKS) {
            note(self.by_link.entry(link.value.to_lowercase()).or_default(), known);
        }
        let name = name_of(|key| fields.get(key));
        if !name.is_empty() {
            note(self.by_name.entry(name).or_default(), known);
        }
    }

    fn organization(&mut self, incoming: &Incoming) -> Option<usize> {
        let Some(Value::Text(name)) = incoming.get(keys::NAME) else { return None };
        let known = *self.organizations.get(&plain(name))?;
        self.draft(known)
    }

    fn organization_named(&mut self, name: &str) -> usize {
        let folded = plain(name);
        let known = self.organizations.get(&folded).copied();
        if let Some(at) = known.and_then(|known| self.draft(known)) {
            return at;
        }
        let at = self.add(RecordType::Organization, None);
        if let Some(draft) = self.drafts.get_mut(at) {
            draft.fields.replace(keys::NAME, Some(Value::text(name)));
        }
        self.organizations.insert(folded, Known::Draft(at));
        at
    }

    fn person(&mut self, incoming: &Incoming) -> Option<usize> {
        let emails = of_incoming(incoming, keys::EMAILS);
        if let Some(known) =
            emails.iter().find_map(|email| self.by_email.get(&email.value.to_lowercase()).copied())
        {
            return self.draft(known);
        }
        if !emails.is_empty() {
            return None;
        }
        let name = name_of(|key| incoming.get(key));
        let phones = of_incoming(incoming, keys::PHONES);
        let links = of_incoming(incoming, keys::LINKS);
        let by_phone =
            phones.iter().filter_map(|item| self.by_phone.get(&phone::dialled(&item.value)));
        let by_link = links.iter().filter_map(|item| self.by_link.get(&item.value.to_lowercase()));
        let sharing: Vec<Known> = by_phone.chain(by_link).flatten().copied().collect();
        for known in sharing {
            let Some(at) = self.draft(known) else { continue };
            let is_same_name = self
                .drafts
                .get(at)
                .is_some_and(|draft| name_of(|key| draft.fields.get(key)) == name);
            if is_same_name {
                return Some(at);
            }
        }
        for known in self.by_name.get(&name).cloned().unwrap_or_default() {
            let Some(at) = self.draft(known) else { continue };
            if self.has_all(at, incoming) {
                return Some(at);
            }
        }
        None
    }

    /// Whether a draft says already all that a row says.
    fn has_all(&self, at: usize, incoming: &Incoming) -> bool {
        let Some(draft) = self.drafts.get(at) else { return false };
        let has_organization = incoming.organization.as_ref().is_none_or(|(name, _)| {
            draft.organization.is_some_and(|organization| self.name_of(organization) == plain(name))
        });
        let mut filled = draft.fields.clone();
        let has_fields =
            incoming.fields.iter().all(|(key, value, _)| fill(&mut filled, *key, value))
                && filled == draft.fields;
        has_organization
            && has_fields
            && incoming.tags.iter().all(|tag| draft.has_tag(tag))
            && notes(incoming, &incoming.kept).iter().all(|note| draft.has_note(note))
    }

    fn name_of(&self, organization: usize) -> String {
        let name = self.drafts.get(organization).and_then(|draft| draft.fields.get(keys::NAME));
        if let Some(Value::Text(name)) = name { plain(name) } else { String::new() }
    }

    fn add(&mut self, on: RecordType, row: Option<usize>) -> usize {
        self.drafts.push(Draft {
            on,
            held: None,
            row,
            fields: Fields::default(),
            organization: None,
            tags: Vec::new(),
            notes: Vec::new(),
            held_notes: Vec::new(),
        });
        self.drafts.len() - 1
    }

    /// The draft of what is known, made of the book's record where there is none yet.
    fn draft(&mut self, known: Known) -> Option<usize> {
        let (on, id) = match known {
            Known::Draft(at) => return Some(at),
            Known::Held(on, id) => (on, id),
        };
        if let Some(&at) = self.of_held.get(&(on, id)) {
            return Some(at);
        }
        let record = self.book.get(on, id)?;
        let organization = record
            .link(keys::ORGANIZATION)
            .and_then(|id| self.draft(Known::Held(RecordType::Organization, id)));
        let tags = record.links(keys::TAGS).iter();
        let tags = tags.filter_map(|tag| self.book.get(RecordType::Tag, *tag)?.text(keys::NAME));
        let notes = self.book.notes_about(id).filter_map(|(_, note)| note.text(keys::BODY));
        self.drafts.push(Draft {
            on,
            held: Some(record),
            row: None,
            fields: record.fields.clone(),
            organization,
            tags: tags.map(Into::into).collect(),
            notes: Vec::new(),
            held_notes: notes.collect(),
        });
        let at = self.drafts.len() - 1;
        self.of_held.insert((on, id), at);
        Some(at)
    }
}

impl Draft<'_> {
    /// Fills a blank field or adds to a list. `false` where something else stands there.
    fn fill(&mut self, key: Key, value: &Value) -> bool {
        fill(&mut self.fields, key, value)
    }

    fn has_tag(&self, name: &str) -> bool {
        self.tags.iter().any(|tag| fold(tag) == fold(name))
    }

    fn has_note(&self, note: &Note) -> bool {
        let is_held = |held: &&str| match note {
            Note::Own(text) => **held == **text,
            // Below the name of the file, whatever it was then.
            Note::Kept(text) => held.split_once('\n').is_some_and(|(_, rest)| *rest == **text),
        };
        self.notes.contains(note) || self.held_notes.iter().any(is_held)
    }
}

fn fill(fields: &mut Fields, key: Key, value: &Value) -> bool {
    let together = match (fields.get(key), value) {
        (None, value) => Some(value.clone()),
        (Some(Value::Labelled(held)), Value::Labelled(new)) => Some(union(key, held, new)),
        (Some(Value::Addresses(held)), Value::Addresses(new)) => Some(addresses(held, new)),
        (Some(Value::Text(held)), Value::Text(new)) => return plain(held) == plain(new),
        (Some(held), new) => return held == new,
    };
    // A list that grew over its bounds stays as it was.
    let fits = key.field().and_then(|field| check::normalize(field, together?).ok()).flatten();
    let Some(fits) = fits else { return false };
    fields.replace(key, Some(fits));
    true
}

fn union(key: Key, held: &[Labelled], new: &[Labelled]) -> Value {
    let kind = key.field().map(|field| field.kind);
    let same = |item: &Labelled| match kind {
        Some(Kind::Phones) => phone::dialled(&item.value),
        _ => item.value.to_lowercase(),
    };
    let mut items = held.to_vec();
    for item in new {
        if !items.iter().any(|other| same(other) == same(item)) {
            items.push(item.clone());
        }
    }
    Value::Labelled(items.into())
}

fn addresses(held: &[Address], new: &[Address]) -> Value {
    let same = |address: &Address| address.lines().map(plain).collect::<Vec<_>>();
    let mut items = held.to_vec();
    for item in new {
        if !items.iter().any(|other| same(other) == same(item)) {
            items.push(item.clone());
        }
    }
    Value::Addresses(items.into())
}

fn listed(fields: &Fields, key: Key) -> &[Labelled] {
    if let Some(Value::Labelled(items)) = fields.get(key) { items } else { &[] }
}

fn of_incoming(incoming: &Incoming, key: Key) -> &[Labelled] {
    if let Some(Value::Labelled(items)) = incoming.get(key) { items } else { &[] }
}

/// The name of a person, folded; empty where there is none.
fn name_of<'a>(get: impl Fn(Key) -> Option<&'a Value>) -> String {
    let mut name = String::new();
    for key in [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME] {
        if let Some(Value::Text(part)) = get(key) {
            name.push_str(part);
            name.push(' ');
        }
    }
    plain(&name)
}

/// Text for comparing. Folding may leave nothing of text that is all marks; then the text itself.
fn plain(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

fn line(headers: &[Box<str>], column: usize, text: &str) -> String {
    match headers.get(column).filter(|header| !header.is_empty()) {
        Some(header) => format!("{header}: {text}"),
        None => text.to_owned(),
    }
}

/// The notes that a row brings, as they will be kept.
fn notes(incoming: &Incoming, lines: &[String]) -> Vec<Note> {
    let own = incoming.notes.iter().cloned().map(Note::Own);
    own.chain(bodies(lines).into_iter().map(Note::Kept)).collect()
}

/// Lines as texts of notes, mostly one.
fn bodies(lines: &[String]) -> Vec<Box<str>> {
    // Room for the name of the file above.
    const MOST: usize = check::LONG_TEXT_MOST as usize - 1_000;
    let is_kept = |c: &char| !c.is_control() || *c == '\n' || *c == '\t';
    let text: String = lines.join("\n").replace("\r\n", "\n").chars().filter(is_kept).collect();
    let mut rest = text.trim();
    let mut bodies = Vec::new();
    while let Some((end, _)) = rest.char_indices().nth(MOST) {
        let (body, more) = rest.split_at(end);
        bodies.push(body.trim().into());
        rest = more.trim();
    }
    if !rest.is_empty() {
        bodies.push(rest.into());
    }
    bodies
}
