//! Where rows and people meet: which row is whom, and what joining adds.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Incoming, builder::in_words};
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
    /// The row that made it, where one did, and what it says.
    pub row: Option<(usize, &'a Incoming)>,
    /// All fields but organization and tags that it has not from its row.
    fields: Fields,
    /// The position of its organization among the drafts.
    pub organization: Option<usize>,
    pub tags: Vec<&'a str>,
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

#[derive(Clone, Copy, PartialEq, Eq)]
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
            let known = Known::Held(RecordType::Person, person.id);
            merging.learn(|key| person.fields.get(key), known, true);
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
    pub(super) fn take(&mut self, row: usize, incoming: &'a Incoming) -> (usize, Vec<Differs>) {
        let found = match incoming.on {
            RecordType::Organization => self.organization(incoming),
            _ => self.person(incoming),
        };
        let at = found.unwrap_or_else(|| self.add(incoming.on, Some((row, incoming))));
        let organization = incoming.organization.as_ref().map(|(name, column)| {
            let taken = self.drafts.get(at).and_then(|draft| draft.organization);
            (name, *column, taken.filter(|taken| self.name_of(*taken) != plain(name)))
        });
        let mut differs = Vec::new();
        let mut lines = Cow::Borrowed(&incoming.kept);
        if let Some((name, column, other)) = organization {
            if other.is_some() {
                differs.push((column, keys::ORGANIZATION));
                lines.to_mut().push(line(self.headers, column, name));
            } else {
                let organization = self.organization_named(name);
                if let Some(draft) = self.drafts.get_mut(at) {
                    draft.organization = Some(organization);
                }
            }
        }
        let headers = self.headers;
        let Some(draft) = self.drafts.get_mut(at) else { return (at, differs) };
        for (key, value, column) in incoming.fields.iter().filter(|_| found.is_some()) {
            if !draft.fill(*key, value) {
                differs.push((*column, *key));
                lines.to_mut().push(line(headers, *column, &in_words(value)));
            }
        }
        for tag in &incoming.tags {
            if !draft.has_tag(tag) {
                draft.tags.push(tag);
            }
        }
        for note in notes(incoming, &lines) {
            if !draft.has_note(&note) {
                draft.notes.push(note);
            }
        }
        if let (RecordType::Organization, Some(Value::Text(name))) =
            (incoming.on, incoming.get(keys::NAME))
        {
            self.organizations.entry(plain(name)).or_insert(Known::Draft(at));
        } else if found.is_none() {
            self.learn(|key| incoming.get(key), Known::Draft(at), true);
        } else {
            let fields = draft.fields();
            self.learn(|key| fields.get(key), Known::Draft(at), false);
        }
        (at, differs)
    }

    /// Remembers by what a person can be found again.
    fn learn<'b>(&mut self, get: impl Fn(Key) -> Option<&'b Value>, known: Known, is_new: bool) {
        // A name may be that of thousands, and a draft that is new stands in none of their lists but
        // at the end, where it has the same number twice.
        fn note(list: &mut Vec<Known>, known: Known, is_new: bool) {
            let is_there = if is_new { list.last() == Some(&known) } else { list.contains(&known) };
            if !is_there {
                list.push(known);
            }
        }
        for email in listed(get(keys::EMAILS)) {
            self.by_email.entry(email.value.to_lowercase()).or_insert(known);
        }
        for number in listed(get(keys::PHONES)) {
            note(self.by_phone.entry(phone::dialled(&number.value)).or_default(), known, is_new);
        }
        for link in listed(get(keys::LINKS)) {
            note(self.by_link.entry(link.value.to_lowercase()).or_default(), known, is_new);
        }
        let name = name_of(get);
        if !name.is_empty() {
            note(self.by_name.entry(name).or_default(), known, is_new);
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
        let emails = listed(incoming.get(keys::EMAILS));
        if let Some(known) =
            emails.iter().find_map(|email| self.by_email.get(&email.value.to_lowercase()).copied())
        {
            return self.draft(known);
        }
        if !emails.is_empty() {
            return None;
        }
        let name = name_of(|key| incoming.get(key));
        let phones = listed(incoming.get(keys::PHONES));
        let links = listed(incoming.get(keys::LINKS));
        let by_phone =
            phones.iter().filter_map(|item| self.by_phone.get(&phone::dialled(&item.value)));
        let by_link = links.iter().filter_map(|item| self.by_link.get(&item.value.to_lowercase()));
        let sharing: Vec<Known> = by_phone.chain(by_link).flatten().copied().collect();
        for known in sharing {
            let Some(at) = self.draft(known) else { continue };
            let is_same_name =
                self.drafts.get(at).is_some_and(|draft| name_of(|key| draft.get(key)) == name);
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
        // What is blank would be filled, and that is not to have it already.
        let has_fields = incoming
            .fields
            .iter()
            .all(|(key, value, _)| draft.get(*key).is_some_and(|held| has(*key, held, value)));
        has_organization
            && has_fields
            && incoming.tags.iter().all(|tag| draft.has_tag(tag))
            && notes(incoming, &incoming.kept).iter().all(|note| draft.has_note(note))
    }

    fn name_of(&self, organization: usize) -> String {
        let name = self.drafts.get(organization).and_then(|draft| draft.get(keys::NAME));
        if let Some(Value::Text(name)) = name { plain(name) } else { String::new() }
    }

    fn add(&mut self, on: RecordType, row: Option<(usize, &'a Incoming)>) -> usize {
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
            tags: tags.collect(),
            notes: Vec::new(),
            held_notes: notes.collect(),
        });
        let at = self.drafts.len() - 1;
        self.of_held.insert((on, id), at);
        Some(at)
    }
}

impl Draft<'_> {
    fn get(&self, key: Key) -> Option<&Value> {
        self.fields.get(key).or_else(|| self.row?.1.get(key))
    }

    /// All fields but organization and tags.
    pub(super) fn fields(&self) -> Fields {
        let mut fields = self.fields.clone();
        for (key, value, _) in self.row.iter().flat_map(|(_, incoming)| &incoming.fields) {
            if fields.get(*key).is_none() {
                fields.replace(*key, Some(value.clone()));
            }
        }
        fields
    }

    /// Fills a blank field or adds to a list. `false` where something else stands there.
    fn fill(&mut self, key: Key, value: &Value) -> bool {
        let together = match (self.get(key), value) {
            // What a row brings has its field's form already.
            (None, value) => Some(value.clone()),
            (Some(held), value) if has(key, held, value) => return true,
            // A list that would grow over its bounds stays as it was.
            (Some(Value::Labelled(held)), Value::Labelled(new)) => {
                normal(key, Value::Labelled(union(held, new, |a, b| is_same(key, a, b))))
            }
            (Some(Value::Addresses(held)), Value::Addresses(new)) => {
                normal(key, Value::Addresses(union(held, new, is_same_address)))
            }
            _ => None,
        };
        let Some(together) = together else { return false };
        self.fields.replace(key, Some(together));
        true
    }

    fn has_tag(&self, name: &str) -> bool {
        self.tags.iter().any(|tag| *tag == name || fold(tag) == fold(name))
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

/// Whether all that a value says is there already.
fn has(key: Key, held: &Value, new: &Value) -> bool {
    match (held, new) {
        (Value::Labelled(held), Value::Labelled(new)) => {
            new.iter().all(|item| held.iter().any(|other| is_same(key, other, item)))
        }
        (Value::Addresses(held), Value::Addresses(new)) => {
            new.iter().all(|item| held.iter().any(|other| is_same_address(other, item)))
        }
        (Value::Text(held), Value::Text(new)) => held == new || plain(held) == plain(new),
        (held, new) => held == new,
    }
}

fn normal(key: Key, value: Value) -> Option<Value> {
    check::normalize(key.field()?, value).ok().flatten()
}

fn union<T: Clone>(held: &[T], new: &[T], is_same: impl Fn(&T, &T) -> bool) -> Box<[T]> {
    let mut items = held.to_vec();
    for item in new {
        if !items.iter().any(|other| is_same(other, item)) {
            items.push(item.clone());
        }
    }
    items.into()
}

fn is_same(key: Key, a: &Labelled, b: &Labelled) -> bool {
    let same = |item: &Labelled| match key.field().map(|field| field.kind) {
        Some(Kind::Phones) => phone::dialled(&item.value),
        _ => item.value.to_lowercase(),
    };
    a.value == b.value || same(a) == same(b)
}

fn is_same_address(a: &Address, b: &Address) -> bool {
    a.lines().map(plain).eq(b.lines().map(plain))
}

fn listed(value: Option<&Value>) -> &[Labelled] {
    if let Some(Value::Labelled(items)) = value { items } else { &[] }
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
    if lines.is_empty() {
        return Vec::new();
    }
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
