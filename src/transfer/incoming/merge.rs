//! Where rows and people meet: which row is whom, and what joining adds.

use std::{borrow::Cow, collections::BTreeMap};

use rustc_hash::FxHashMap;

use super::{
    How, Incoming, Match, Meeting, NO_COLUMN, OwnNote, Pointer, RowFault, builder::in_words,
    index::Index,
};
use crate::domain::{
    book::Book,
    field::{Kind, check, derived, keys},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::Fault,
    record::{Fields, Record},
    table::Slot,
    value::{Value, address::Address, labelled::Labelled, phone, time::Time},
};

/// What is compared. The book stands still while a file is compared with it.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub book: &'a Book,
    pub headers: &'a [Box<str>],
}

/// A record as it will be.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub on: RecordType,
    /// The record of the book, unless it is new.
    pub held: Option<Id>,
    /// The row that made it, where one did.
    pub row: Option<usize>,
    /// All fields but those that point to others, that it does not have from the book.
    pub fields: Fields,
    /// The position of its organization among the drafts.
    pub organization: Option<usize>,
    /// What its fields of one's own come to point to.
    pub points: BTreeMap<Key, Point>,
    /// What they are to point to, in the order of the rows.
    wanted: Vec<Wanted>,
    /// What it gets beside the tags that it has in the book, by position in [`Merging::tags`].
    pub tags: Vec<usize>,
    pub notes: Vec<Note>,
    /// When a row says that it was last changed.
    changed: Option<Time>,
}

/// What a field comes to point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Held(Id),
    /// A new record, by its position among the drafts.
    Draft(usize),
}

/// A pointer of a row, which is followed once all records of the file are known.
#[derive(Clone, Debug)]
struct Wanted {
    row: usize,
    pointer: Pointer,
    may_replace: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// A note of the file's own.
    Own(OwnNote),
    /// Lines that go below the name of the file.
    Kept(Box<str>),
}

impl Note {
    /// The name under which the notes of several people are one.
    pub(super) fn shared(&self, on: RecordType) -> Option<&str> {
        match self {
            Self::Own(note) if on == RecordType::Person => note.shared.as_deref(),
            _ => None,
        }
    }
}

/// A tag that a row names.
#[derive(Debug)]
pub(super) struct Tag {
    pub name: Box<str>,
    /// In the book, unless it is new.
    pub held: Option<Id>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Draft(usize),
    Held(RecordType, Id),
}

/// What taking in a row has come to.
pub(super) struct Taken {
    /// The position of the draft that it became or met.
    pub at: usize,
    /// Where the draft has another value, with the column.
    pub differs: Vec<(usize, Key)>,
    pub did: Did,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    Make,
    Add,
    /// It was all there.
    Nothing,
    /// The record is not to be changed by this row.
    Leave,
}

/// What following pointers has come to.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// By row and column.
    pub faults: Vec<(usize, usize, RowFault)>,
    /// Rows that have said something new by it.
    pub adding: Vec<usize>,
}

/// How far the pointers are followed. First it is learnt what has the names that they say.
#[derive(Debug)]
struct Settling {
    /// The tables that are looked through, with their slots.
    tables: Vec<(RecordType, Slot)>,
    /// How many drafts there were before any pointer was followed.
    drafts: usize,
    done: usize,
}

/// A step on the way.
enum Step {
    /// Looks at what the book has in a slot.
    Learn(RecordType, Slot),
    /// Looks at what a draft is called.
    Name(usize),
    Follow(usize),
}

impl Settling {
    /// How many there are.
    fn steps(&self) -> usize {
        self.tables.iter().map(|(_, slots)| *slots as usize).sum::<usize>() + 2 * self.drafts
    }

    fn step(&mut self) -> Step {
        let mut at = self.done;
        self.done += 1;
        for (on, slots) in &self.tables {
            match at.checked_sub(*slots as usize) {
                Some(later) => at = later,
                None => return Step::Learn(*on, Slot::try_from(at).unwrap_or(Slot::MAX)),
            }
        }
        at.checked_sub(self.drafts).map_or(Step::Name(at), Step::Follow)
    }
}

/// All rows so far, merged with each other and with the book.
#[derive(Debug)]
pub(super) struct Merging {
    how: How,
    pub drafts: Vec<Draft>,
    pub tags: Vec<Tag>,
    tag_of: FxHashMap<Box<str>, usize>,
    of_held: FxHashMap<(RecordType, Id), usize>,
    people: Finder,
    /// Organizations by their folded names.
    known_organizations: FxHashMap<Box<str>, Known>,
    /// The drafts of organizations by the very names that rows have said.
    organizations: FxHashMap<Box<str>, usize>,
    /// What has the names that pointers say, once it is found.
    named: FxHashMap<(RecordType, String), Option<Point>>,
    settling: Option<Settling>,
}

/// By what people can be found again.
#[derive(Debug)]
struct Finder {
    emails: Index<Known>,
    phones: Index<Known>,
    links: Index<Known>,
    names: Index<Known>,
    /// By the field that tells who is who.
    values: Index<Known>,
}

impl Finder {
    /// For so many people at most.
    fn new(most: usize) -> Self {
        Self {
            emails: Index::new(most),
            phones: Index::new(most),
            links: Index::new(most),
            names: Index::new(most),
            values: Index::new(most),
        }
    }

    /// Remembers by what a person can be found.
    fn learn<'b>(
        &mut self,
        by: Match,
        get: impl Fn(Key) -> Option<&'b Value>,
        known: Known,
        is_new: bool,
    ) {
        if matches!(by, Match::Usual | Match::Email) {
            for email in listed(get(keys::EMAILS)) {
                self.emails.note(&email.value.to_lowercase(), known, is_new);
            }
        }
        if matches!(by, Match::Usual | Match::Phone) {
            for number in listed(get(keys::PHONES)) {
                self.phones.note(&phone::dialled(&number.value), known, is_new);
            }
        }
        if by == Match::Usual {
            for link in listed(get(keys::LINKS)) {
                self.links.note(&link.value.to_lowercase(), known, is_new);
            }
        }
        if let Match::Field(key) = by
            && let Some(value) = get(key)
        {
            self.values.note(&plain(&in_words(value)), known, is_new);
        }
        let name = name_of(get);
        if !name.is_empty() {
            self.names.note(&name, known, is_new);
        }
    }
}

impl Merging {
    /// Knows the book's tags and organizations, and its people once they have been
    /// [learnt](Self::learn). The file has so many rows.
    pub(super) fn new(book: &Book, how: How, rows: usize) -> Self {
        let most = book.table(RecordType::Person).len() + rows;
        let mut merging = Self {
            how,
            drafts: Vec::new(),
            tags: Vec::new(),
            tag_of: FxHashMap::default(),
            of_held: FxHashMap::default(),
            people: Finder::new(most),
            known_organizations: FxHashMap::default(),
            organizations: FxHashMap::default(),
            named: FxHashMap::default(),
            settling: None,
        };
        for (_, organization) in book.table(RecordType::Organization).iter() {
            if let Some(name) = organization.text(keys::NAME) {
                let known = Known::Held(RecordType::Organization, organization.id);
                merging.known_organizations.entry(plain(name).into()).or_insert(known);
            }
        }
        for (_, tag) in book.table(RecordType::Tag).iter() {
            let name = tag.text(keys::NAME).unwrap_or_default();
            merging.tag_of.entry(fold(name).into()).or_insert(merging.tags.len());
            merging.tags.push(Tag { name: name.into(), held: Some(tag.id) });
        }
        merging
    }

    /// Gets to know the person in a slot of the book.
    pub(super) fn learn(&mut self, book: &Book, slot: Slot) {
        if let Some(person) = book.table(RecordType::Person).at(slot) {
            let known = Known::Held(RecordType::Person, person.id);
            self.people.learn(self.how.by, |key| person.fields.get(key), known, true);
        }
    }

    /// Takes in a row that has something to say.
    pub(super) fn take(&mut self, given: Given<'_>, row: usize, incoming: Incoming) -> Taken {
        let headers = given.headers;
        let found = match (incoming.on, self.how.by) {
            (_, Match::Nothing) => None,
            (RecordType::Organization, _) => self.organization(given, &incoming),
            _ => self.person(given, &incoming),
        };
        let found = found.filter(|_| self.how.meeting != Meeting::Add);
        let at = found.unwrap_or_else(|| self.add(incoming.on, Some(row)));
        let (may_change, may_replace) = match self.how.meeting {
            _ if found.is_none() => (true, false),
            Meeting::Fill | Meeting::Add => (true, false),
            Meeting::Overwrite => (true, true),
            Meeting::Newer => {
                let is_newer = incoming.changed > self.changed(given, at);
                (is_newer, is_newer)
            }
            Meeting::Skip => (false, false),
        };
        if !may_change {
            return Taken { at, differs: Vec::new(), did: Did::Leave };
        }
        let mut is_changed = false;
        let mut differs = Vec::new();
        let mut lines = Cow::Borrowed(&incoming.kept);
        if let Some((name, column)) = &incoming.organization {
            let taken = self.drafts.get(at).and_then(|draft| draft.organization);
            let is_same = taken.is_some_and(|taken| self.name_of(given, taken) == plain(name));
            if taken.is_some() && !is_same && !may_replace {
                if *column != NO_COLUMN {
                    differs.push((*column, keys::ORGANIZATION));
                    lines.to_mut().push(line(headers, *column, name));
                }
            } else if !is_same {
                let organization = self.organization_named(given, name);
                if let Some(draft) = self.drafts.get_mut(at) {
                    draft.organization = Some(organization);
                }
                is_changed = true;
            }
        }
        for Pointer { key, name, .. } in &incoming.pointers {
            let to = given.book.relation_of(*key);
            self.named.extend(to.map(|to| ((to, plain(name)), None)));
        }
        let tags = incoming.tags.iter().chain(&incoming.common_tags);
        let tags: Vec<usize> = tags.map(|name| self.tag(name)).collect();
        let Some(draft) = self.drafts.get_mut(at) else {
            return Taken { at, differs, did: Did::Leave };
        };
        draft.changed = draft.changed.max(incoming.changed);
        let wanted = |pointer: &Pointer| Wanted { row, pointer: pointer.clone(), may_replace };
        draft.wanted.extend(incoming.pointers.iter().map(wanted));
        for (key, value, column) in incoming.fields.iter().filter(|_| found.is_some()) {
            match draft.fill(given, *key, value, may_replace) {
                Filled::Same => {}
                Filled::New => is_changed = true,
                Filled::Differs if *column == NO_COLUMN => {}
                Filled::Differs => {
                    differs.push((*column, *key));
                    lines.to_mut().push(line(headers, *column, &in_words(value)));
                }
            }
        }
        for tag in tags {
            if !draft.has_tag(given, &self.tags, tag) {
                draft.tags.push(tag);
                is_changed = true;
            }
        }
        for note in notes(&incoming, &lines) {
            if !draft.has_note(given, &note) {
                draft.notes.push(note);
                is_changed = true;
            }
        }
        if let (RecordType::Organization, Some(Value::Text(name))) =
            (incoming.on, incoming.get(keys::NAME))
        {
            self.known_organizations.entry(plain(name).into()).or_insert(Known::Draft(at));
        } else if found.is_none() {
            self.people.learn(self.how.by, |key| incoming.said(key), Known::Draft(at), true);
        } else if is_changed {
            let get = |key| draft.get(given, key);
            self.people.learn(self.how.by, get, Known::Draft(at), false);
        }
        if found.is_none() {
            draft.fields = Fields::with_capacity(incoming.fields.len() + OTHER_FIELDS);
            for (key, value, _) in incoming.fields {
                draft.fields.fill(key, value);
            }
        }
        let did = match found {
            None => Did::Make,
            Some(_) if is_changed => Did::Add,
            Some(_) => Did::Nothing,
        };
        Taken { at, differs, did }
    }

    /// Forgets by what records are found again, once all rows are taken in and their pointers followed.
    pub(super) fn forget(&mut self) {
        self.people = Finder::new(0);
        self.known_organizations = FxHashMap::default();
        self.organizations = FxHashMap::default();
        self.named = FxHashMap::default();
    }

    /// Whether every pointer of the rows so far is followed.
    pub(super) fn is_settled(&self) -> bool {
        let is_done = |it: &Settling| it.done == it.steps();
        self.named.is_empty() || self.settling.as_ref().is_some_and(is_done)
    }

    /// How much is done of following the pointers, of how much.
    pub(super) fn settled(&self) -> (usize, usize) {
        self.settling.as_ref().map_or((0, 0), |it| (it.done, it.steps()))
    }

    /// Goes on with following the pointers, once all rows are taken in.
    pub(super) fn settle(&mut self, given: Given<'_>) -> Settled {
        let (named, drafts) = (&self.named, self.drafts.len());
        let settling = self.settling.get_or_insert_with(|| {
            let is_named = |on: &RecordType| {
                // Organizations are known already.
                *on != RecordType::Organization && named.keys().any(|(to, _)| to == on)
            };
            let slots = |on| (on, given.book.table(on).slots());
            let tables = RecordType::LISTED.into_iter().filter(is_named).map(slots).collect();
            Settling { tables, drafts, done: 0 }
        });
        let record = match settling.step() {
            Step::Follow(at) => return self.follow(given, at),
            Step::Learn(on, slot) => {
                let record = given.book.table(on).at(slot);
                record.map(|record| (on, Point::Held(record.id)))
            }
            Step::Name(at) => {
                let new = self.drafts.get(at).filter(|draft| draft.held.is_none());
                new.map(|draft| (draft.on, Point::Draft(at)))
            }
        };
        if let Some((on, point)) = record {
            self.name(given, on, point);
        }
        Settled::default()
    }

    /// Remembers a record for those who point to its name. Of several the first is meant.
    fn name(&mut self, given: Given<'_>, on: RecordType, point: Point) {
        let Some(name) = self.called(given, on, point) else { return };
        if let Some(found) = self.named.get_mut(&(on, plain(&name))) {
            found.get_or_insert(point);
        }
    }

    /// What a record will be called.
    fn called(&self, given: Given<'_>, on: RecordType, point: Point) -> Option<String> {
        let at = match point {
            Point::Draft(at) => at,
            Point::Held(id) => match self.of_held.get(&(on, id)) {
                Some(at) => *at,
                None => return derived::name_of(given.book.get(on, id)?),
            },
        };
        let draft = self.drafts.get(at)?;
        derived::name_by(|key| draft.get(given, key))
    }

    /// What is found under a name; an organization is made if there is none.
    fn found(&mut self, given: Given<'_>, on: RecordType, name: &str) -> Option<Point> {
        if on != RecordType::Organization {
            return self.named.get(&(on, plain(name))).copied().flatten();
        }
        let at = self.organization_named(given, name);
        self.point_to(at)
    }

    /// What points to a draft.
    fn point_to(&self, at: usize) -> Option<Point> {
        Some(self.drafts.get(at)?.held.map_or(Point::Draft(at), Point::Held))
    }

    /// Follows the pointers of a draft.
    fn follow(&mut self, given: Given<'_>, at: usize) -> Settled {
        let mut settled = Settled::default();
        let wanted = self.drafts.get_mut(at).map(|draft| std::mem::take(&mut draft.wanted));
        let mut kept: Vec<(usize, String)> = Vec::new();
        for Wanted { row, pointer: Pointer { key, name, column }, may_replace } in
            wanted.unwrap_or_default()
        {
            let Some(to) = given.book.relation_of(key) else { continue };
            let held = self.drafts.get(at).and_then(|draft| draft.point(given, key));
            let called = held.and_then(|held| self.called(given, to, held));
            if called.is_some_and(|called| plain(&called) == plain(&name)) {
                continue;
            }
            let may_point = held.is_none() || may_replace;
            let found = may_point.then(|| self.found(given, to, &name)).flatten();
            let is_oneself =
                key == keys::REFERRED_BY && found.is_some() && found == self.point_to(at);
            let found = found.filter(|_| !is_oneself);
            match (found, self.drafts.get_mut(at)) {
                (Some(found), Some(draft)) => {
                    draft.points.insert(key, found);
                    settled.adding.push(row);
                }
                _ if column == NO_COLUMN => {}
                _ => {
                    kept.push((row, line(given.headers, column, &name)));
                    let nobody = RowFault::NoRecord { key, name };
                    let fault = match may_point {
                        _ if is_oneself => RowFault::Value(Fault::Oneself),
                        true => nobody,
                        false => RowFault::Differs(key),
                    };
                    settled.faults.push((row, column, fault));
                }
            }
        }
        let Some(draft) = self.drafts.get_mut(at) else { return settled };
        for of_row in kept.chunk_by(|(a, _), (b, _)| a == b) {
            let lines: Vec<_> = of_row.iter().map(|(_, line)| line.clone()).collect();
            for note in bodies(&lines).into_iter().map(Note::Kept) {
                if !draft.has_note(given, &note) {
                    draft.notes.push(note);
                    settled.adding.extend(of_row.first().map(|(row, _)| *row));
                }
            }
        }
        settled
    }

    /// When a record was last changed, as far as is known.
    fn changed(&self, given: Given<'_>, at: usize) -> Option<Time> {
        let draft = self.drafts.get(at)?;
        let held = draft.held(given.book);
        let held = held.and_then(|held| held.time(keys::UPDATED).or(held.time(keys::CREATED)));
        held.max(draft.changed)
    }

    fn organization(&mut self, given: Given<'_>, incoming: &Incoming) -> Option<usize> {
        let Some(Value::Text(name)) = incoming.get(keys::NAME) else { return None };
        let known = *self.known_organizations.get(&*plain(name))?;
        self.draft(given, known)
    }

    fn organization_named(&mut self, given: Given<'_>, name: &str) -> usize {
        // The same names again and again: each is folded once.
        if let Some(at) = self.organizations.get(name) {
            return *at;
        }
        let folded = plain(name);
        let known = self.known_organizations.get(&*folded).copied();
        let at = known.and_then(|known| self.draft(given, known)).unwrap_or_else(|| {
            let at = self.add(RecordType::Organization, None);
            if let Some(draft) = self.drafts.get_mut(at) {
                draft.fields.replace(keys::NAME, Some(Value::text(name)));
            }
            self.known_organizations.insert(folded.into(), Known::Draft(at));
            at
        });
        self.organizations.insert(name.into(), at);
        at
    }

    fn person(&mut self, given: Given<'_>, incoming: &Incoming) -> Option<usize> {
        let emails = || listed(incoming.get(keys::EMAILS)).iter();
        let by_email =
            || emails().find_map(|item| self.people.emails.get(&item.value.to_lowercase()).next());
        let by_phone = || {
            let phones = listed(incoming.get(keys::PHONES)).iter();
            phones.flat_map(|item| self.people.phones.get(&phone::dialled(&item.value)))
        };
        if self.how.by == Match::Usual && emails().next().is_some() {
            let known = by_email()?;
            return self.draft(given, known);
        }
        let name = name_of(|key| incoming.get(key));
        let sharing: Vec<Known> = match self.how.by {
            Match::Usual => {
                let links = listed(incoming.get(keys::LINKS)).iter();
                let by_link =
                    links.flat_map(|item| self.people.links.get(&item.value.to_lowercase()));
                by_phone().chain(by_link).collect()
            }
            Match::Email => by_email().into_iter().collect(),
            Match::Phone => by_phone().take(1).collect(),
            Match::Field(key) => incoming
                .said(key)
                .and_then(|value| self.people.values.get(&plain(&in_words(value))).next())
                .into_iter()
                .collect(),
            Match::NameAndOrganization => self.people.names.get(&name).collect(),
            Match::Nothing => Vec::new(),
        };
        for known in sharing {
            let Some(at) = self.draft(given, known) else { continue };
            let is_meant = match self.how.by {
                Match::Usual => {
                    let draft = self.drafts.get(at);
                    draft.is_some_and(|draft| name_of(|key| draft.get(given, key)) == name)
                }
                Match::NameAndOrganization => {
                    let held = self.drafts.get(at).and_then(|draft| draft.organization);
                    let held = held.map(|held| self.name_of(given, held));
                    held == incoming.organization.as_ref().map(|(name, _)| plain(name))
                }
                _ => true,
            };
            if is_meant {
                return Some(at);
            }
        }
        let called: Vec<Known> = self.people.names.get(&name).collect();
        for known in called {
            let Some(at) = self.draft(given, known) else { continue };
            if self.has_all(given, at, incoming) {
                return Some(at);
            }
        }
        None
    }

    /// Whether a draft says already all that a row says.
    fn has_all(&self, given: Given<'_>, at: usize, incoming: &Incoming) -> bool {
        let Some(draft) = self.drafts.get(at) else { return false };
        // What everybody gets says nothing about who it is.
        let is_said = |column: &usize| *column != NO_COLUMN;
        let organization = incoming.organization.as_ref().filter(|(_, column)| is_said(column));
        let has_organization = organization.is_none_or(|(name, _)| {
            let held = draft.organization;
            held.is_some_and(|held| self.name_of(given, held) == plain(name))
        });
        // What is blank would be filled, and that is not to have it already.
        let mut said = incoming.fields.iter().filter(|(_, _, column)| is_said(column));
        let has_fields = said.all(|(key, value, _)| {
            draft.get(given, *key).is_some_and(|held| has(*key, held, value))
        });
        let has_tag = |name: &str| {
            let known = self.tag_of.get(&*fold(name));
            known.is_some_and(|tag| draft.has_tag(given, &self.tags, *tag))
        };
        let mut pointers = incoming.pointers.iter().filter(|it| is_said(&it.column));
        has_organization
            && has_fields
            && pointers.all(|it| draft.has_pointer(given, it))
            && incoming.tags.iter().all(|tag| has_tag(tag))
            && notes(incoming, &incoming.kept).iter().all(|note| draft.has_note(given, note))
    }

    fn name_of(&self, given: Given<'_>, organization: usize) -> String {
        let draft = self.drafts.get(organization);
        let name = draft.and_then(|draft| draft.get(given, keys::NAME));
        if let Some(Value::Text(name)) = name { plain(name) } else { String::new() }
    }

    fn tag(&mut self, name: &str) -> usize {
        // The same few names again and again: each is folded once.
        if let Some(at) = self.tag_of.get(name) {
            return *at;
        }
        let folded = Box::from(fold(name));
        let at = self.tag_of.get(&folded).copied().unwrap_or_else(|| {
            self.tags.push(Tag { name: name.into(), held: None });
            self.tags.len() - 1
        });
        self.tag_of.insert(folded, at);
        self.tag_of.insert(name.into(), at);
        at
    }

    fn add(&mut self, on: RecordType, row: Option<usize>) -> usize {
        self.drafts.push(Draft::new(on, row));
        self.drafts.len() - 1
    }

    /// The draft of what is known, made of the book's record where there is none yet.
    fn draft(&mut self, given: Given<'_>, known: Known) -> Option<usize> {
        let (on, id) = match known {
            Known::Draft(at) => return Some(at),
            Known::Held(on, id) => (on, id),
        };
        if let Some(&at) = self.of_held.get(&(on, id)) {
            return Some(at);
        }
        let record = given.book.get(on, id)?;
        let organization = record.link(keys::ORGANIZATION);
        let organization = organization
            .and_then(|id| self.draft(given, Known::Held(RecordType::Organization, id)));
        self.drafts.push(Draft { held: Some(id), organization, ..Draft::new(on, None) });
        let at = self.drafts.len() - 1;
        self.of_held.insert((on, id), at);
        Some(at)
    }
}

/// How many fields a new record mostly has beside those of its row: organization, tags, when it was made, and when it
/// entered its stage.
const OTHER_FIELDS: usize = 5;

enum Filled {
    New,
    /// It said so already.
    Same,
    /// Something else stands there, and stays.
    Differs,
}

impl Draft {
    fn new(on: RecordType, row: Option<usize>) -> Self {
        Self {
            on,
            held: None,
            row,
            fields: Fields::default(),
            organization: None,
            points: BTreeMap::new(),
            wanted: Vec::new(),
            tags: Vec::new(),
            notes: Vec::new(),
            changed: None,
        }
    }

    pub(super) fn held<'a>(&self, book: &'a Book) -> Option<&'a Record> {
        book.get(self.on, self.held?)
    }

    fn get<'a>(&'a self, given: Given<'a>, key: Key) -> Option<&'a Value> {
        self.fields.get(key).or_else(|| self.held(given.book)?.get(key))
    }

    fn point(&self, given: Given<'_>, key: Key) -> Option<Point> {
        let held = || Some(Point::Held(self.held(given.book)?.link(key)?));
        self.points.get(&key).copied().or_else(held)
    }

    /// Whether it is to point there already, or does, or has it in a note that nothing is there.
    fn has_pointer(&self, given: Given<'_>, pointer: &Pointer) -> bool {
        let Pointer { key, name, column } = pointer;
        let name = plain(name);
        let is_wanted =
            |wanted: &Wanted| wanted.pointer.key == *key && plain(&wanted.pointer.name) == name;
        let is_held = || {
            let to = given.book.relation_of(*key)?;
            let id = self.held(given.book)?.link(*key)?;
            Some(plain(&derived::name_of(given.book.get(to, id)?)?) == name)
        };
        self.wanted.iter().any(is_wanted)
            || is_held().unwrap_or_default()
            || self.has_line(given, &line(given.headers, *column, &pointer.name))
    }

    /// Fills a blank field, adds to a list, or replaces what stands there.
    fn fill(&mut self, given: Given<'_>, key: Key, value: &Value, may_replace: bool) -> Filled {
        let together = match (self.get(given, key), value) {
            // What a row brings has its field's form already.
            (None, value) => Some(value.clone()),
            // What only differs in case is the same, unless it is to be as the row writes it.
            (Some(held), value)
                if has(key, held, value)
                    && !(may_replace && matches!(value, Value::Text(_)) && held != value) =>
            {
                return Filled::Same;
            }
            // A list that would grow over its bounds stays as it was.
            (Some(Value::Labelled(held)), Value::Labelled(new)) => {
                normal(key, Value::Labelled(union(held, new, |a, b| is_same(key, a, b))))
            }
            (Some(Value::Addresses(held)), Value::Addresses(new)) => {
                normal(key, Value::Addresses(union(held, new, is_same_address)))
            }
            (Some(Value::Words(held)), Value::Words(new)) => {
                Value::words_of(union(held, new, |a, b| a == b).into())
                    .and_then(|it| normal(key, it))
            }
            (Some(_), value) => may_replace.then(|| value.clone()),
        };
        let Some(together) = together else { return Filled::Differs };
        self.fields.replace(key, Some(together));
        Filled::New
    }

    fn has_tag(&self, given: Given<'_>, tags: &[Tag], tag: usize) -> bool {
        let held = || {
            let id = tags.get(tag)?.held?;
            Some(self.held(given.book)?.links(keys::TAGS).contains(&id))
        };
        self.tags.contains(&tag) || held().unwrap_or_default()
    }

    /// Whether a line stands in one of the notes that are headed by the name of a file.
    fn has_line(&self, given: Given<'_>, line: &str) -> bool {
        let Some(line) = bodies(&[line.to_owned()]).into_iter().next() else { return false };
        let line = format!("\n{line}\n");
        let mut held = self.held.into_iter().flat_map(|id| given.book.interactions_with(id));
        held.any(|(_, held)| {
            let body = held.text(keys::BODY).unwrap_or_default();
            format!("{body}\n").contains(&line)
        })
    }

    fn has_note(&self, given: Given<'_>, note: &Note) -> bool {
        let is_held = |held: &Record| {
            let body = held.text(keys::BODY).unwrap_or_default();
            match note {
                // The same words may be those of several days.
                Note::Own(OwnNote { text, happened, .. }) => {
                    let is_then = happened.is_none() || *happened == held.time(keys::HAPPENED);
                    *body == **text && is_then
                }
                // Below the name of the file, whatever it was then.
                Note::Kept(text) => body.split_once('\n').is_some_and(|(_, rest)| *rest == **text),
            }
        };
        let mut held = self.held.into_iter().flat_map(|id| given.book.interactions_with(id));
        self.notes.contains(note) || held.any(|(_, held)| is_held(held))
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
        (Value::Words(held), Value::Words(new)) => new.iter().all(|word| held.contains(word)),
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

/// How many bytes the name of a person mostly has at most.
const NAME: usize = 48;

/// The name of a person, folded; empty where there is none.
fn name_of<'a>(get: impl Fn(Key) -> Option<&'a Value>) -> String {
    let mut name = String::with_capacity(NAME);
    for key in [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME] {
        if let Some(Value::Text(part)) = get(key) {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(part);
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
