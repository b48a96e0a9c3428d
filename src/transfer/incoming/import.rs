//! A file on its way into the book: what each row would become, and the change that it comes to.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    How, Relative, Row, RowFault, Source, calling,
    merge::{Did, Draft, Given, Merging, Note, Point},
};
use crate::domain::{
    book::{Book, created},
    change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
    edit::{Making, interactions::link_key, records::STAGES, tags},
    field::{check, keys},
    fold::fold,
    id::{Id, RecordType},
    record::Fields,
    stamp::Stamp,
    table::Slot,
    value::{Entry, Value},
};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Becomes a record of this type.
    New(RecordType),
    /// Changes a record that the book has.
    Adds(RecordType, Id),
    /// The record that it is about says all of it already.
    Same(RecordType, Id),
    /// Is about what this earlier row has become.
    JoinsRow(usize),
    /// The record that it is about is not to be changed by it.
    Left(RecordType, Id),
    /// Has neither a name nor an e-mail address nor a phone number.
    SetAside,
    /// All cells are blank.
    Blank,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// People who are new.
    pub people: usize,
    /// Organizations that are new, whether from rows of their own or from those of people.
    pub organizations: usize,
    /// Tags that are new.
    pub tags: usize,
    pub notes: usize,
    /// Rows that change a record of the book.
    pub adding: usize,
    /// Rows that say what is known.
    pub same: usize,
    /// Rows about what an earlier row has become.
    pub joined: usize,
    /// Rows whose record is left as it is.
    pub left: usize,
    pub set_aside: usize,
    pub blank: usize,
}

impl Counts {
    /// All of them with their names, in the order in which they are shown.
    pub fn named(&self) -> [(&'static str, usize); 10] {
        [
            ("people", self.people),
            ("organizations", self.organizations),
            ("tags", self.tags),
            ("notes", self.notes),
            ("adding", self.adding),
            ("same", self.same),
            ("joined", self.joined),
            ("left", self.left),
            ("aside", self.set_aside),
            ("blank", self.blank),
        ]
    }

    /// What [`named`](Self::named) gives, from the text in which an import keeps it. Names that are not
    /// known are left out.
    pub fn read(text: &str) -> Vec<(&'static str, usize)> {
        let known = Self::default().named();
        let line = |line: &str| {
            let (name, count) = line.split_once(' ')?;
            let (name, _) = known.into_iter().find(|(other, _)| *other == name)?;
            Some((name, count.parse().ok()?))
        };
        text.lines().filter_map(line).collect()
    }
}

/// Something about a cell that a person may want to look at. Nothing of it is lost: what a field does not
/// take is kept in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// From zero, below the header.
    pub row: usize,
    /// The line of the file, from one.
    pub line: u64,
    pub column: usize,
    pub fault: RowFault,
}

/// A file on its way into the book, in slices. Once all rows are [compared](Self::is_compared), it can be
/// shown what would come of them.
pub struct Import {
    source: Arc<dyn Source>,
    how: How,
    /// The name of the file.
    file: Box<str>,
    /// The people who are known already.
    learnt: Slot,
    merging: Merging,
    /// Of all rows that are compared.
    pub fates: Vec<Fate>,
    /// The position among the drafts of what each row has become or met, where it may change it.
    draft_of: Vec<Option<usize>>,
    /// What the person of a row is to that of another.
    told: Vec<(usize, Relative)>,
    /// What the person of a draft is to that of another.
    relatives: BTreeMap<usize, Vec<(usize, Box<str>)>>,
    /// In the order of the file.
    pub problems: Vec<RowProblem>,
    /// How many phone numbers do not say what country they are from.
    pub national: usize,
    counts: Counts,
    ids: Vec<Id>,
    tag_ids: Vec<Option<Id>>,
    /// How much of the change is made: each draft comes up once for each [step](STEPS).
    made: usize,
    touches: Vec<Touch>,
    /// The positions among them of notes that several people share, by what the file calls these.
    shared: BTreeMap<Box<str>, usize>,
    stamp: Stamp,
}

/// How many bytes a text of an import has at most.
const TEXT_MOST: usize = check::LONG_TEXT_MOST as usize;

/// How many people or rows a slice is: some milliseconds.
const SLICE: usize = 256;

/// What is pointed at comes first.
const STEPS: [Made; 4] = [
    Made::Records(RecordType::Organization),
    Made::Records(RecordType::Person),
    Made::Notes,
    Made::Relations,
];

#[derive(Clone, Copy)]
enum Made {
    Records(RecordType),
    Notes,
    Relations,
}

/// Compares a file whole.
pub fn import(
    book: &Book,
    source: Arc<dyn Source>,
    how: How,
    file: &str,
    stamp: Stamp,
) -> Box<Import> {
    let mut import = Box::new(Import::new(book, source, how, file, stamp));
    while let (done, of) = import.go_on(book)
        && done < of
    {}
    import
}

impl Import {
    pub fn new(book: &Book, source: Arc<dyn Source>, how: How, file: &str, stamp: Stamp) -> Self {
        Self {
            fates: Vec::with_capacity(source.rows()),
            draft_of: Vec::with_capacity(source.rows()),
            merging: Merging::new(book, how, source.rows()),
            source,
            how,
            file: heading(file).into(),
            learnt: 0,
            told: Vec::new(),
            relatives: BTreeMap::new(),
            problems: Vec::new(),
            national: 0,
            counts: Counts::default(),
            ids: Vec::new(),
            tag_ids: Vec::new(),
            made: 0,
            touches: Vec::new(),
            shared: BTreeMap::new(),
            stamp,
        }
    }

    /// The same at another moment. To be called before more is made than compared.
    #[must_use]
    pub fn at(self, stamp: Stamp) -> Self {
        Self { stamp, ..self }
    }

    /// Whether it is known of all rows what they become.
    pub fn is_compared(&self) -> bool {
        self.fates.len() == self.source.rows() && self.merging.is_settled()
    }

    /// What the rows so far come to.
    pub fn counts(&self) -> Counts {
        let mut counts = self.counts;
        counts.tags = self.merging.tags.iter().filter(|tag| tag.held.is_none()).count();
        let mut shared = BTreeSet::new();
        for draft in &self.merging.drafts {
            match draft.on {
                _ if draft.held.is_some() => {}
                RecordType::Organization => counts.organizations += 1,
                _ => counts.people += 1,
            }
            let names = draft.notes.iter().map(|note| note.shared(draft.on));
            counts.notes += names.filter(|name| name.is_none_or(|it| shared.insert(it))).count();
        }
        counts
    }

    fn compare(&mut self, book: &Book) {
        let at = self.fates.len();
        let Row { line, mut incoming, mut faults, .. } = self.source.row(at);
        if let Some(incoming) = &mut incoming {
            self.national += calling::complete(incoming, self.how.phones_from);
            let relatives = std::mem::take(&mut incoming.relatives).into_iter();
            self.told.extend(relatives.map(|relative| (at, relative)));
        }
        let mut draft_of = None;
        let fate = match incoming {
            None => Fate::Blank,
            Some(incoming) if !incoming.can_be_told() => {
                faults = vec![(0, RowFault::SetAside)];
                Fate::SetAside
            }
            Some(incoming) => {
                let on = incoming.on;
                let given = Given { book, headers: self.source.headers() };
                let taken = self.merging.take(given, at, incoming);
                draft_of = Some(taken.at);
                let differs = taken.differs.into_iter();
                faults.extend(differs.map(|(column, key)| (column, RowFault::Differs(key))));
                faults.sort_by_key(|(column, _)| *column);
                fate(on, taken.did, self.merging.drafts.get(taken.at))
            }
        };
        let counts = &mut self.counts;
        match fate {
            Fate::Blank => counts.blank += 1,
            Fate::SetAside => counts.set_aside += 1,
            Fate::Adds(..) => counts.adding += 1,
            Fate::Same(..) => counts.same += 1,
            Fate::Left(..) => counts.left += 1,
            Fate::JoinsRow(_) => counts.joined += 1,
            Fate::New(_) => {}
        }
        let problem = |(column, fault)| RowProblem { row: at, line, column, fault };
        self.problems.extend(faults.into_iter().map(problem));
        self.fates.push(fate);
        self.draft_of.push(draft_of.filter(|_| !matches!(fate, Fate::Left(..))));
    }

    /// Goes on with what fields of one's own point to, once it is known what the file brings.
    fn settle(&mut self, book: &Book) {
        let given = Given { book, headers: self.source.headers() };
        let settled = self.merging.settle(given);
        for (row, column, fault) in settled.faults {
            let line = self.source.line(row);
            self.problems.push(RowProblem { row, line, column, fault });
        }
        for row in settled.adding {
            if let Some(fate) = self.fates.get_mut(row)
                && let Fate::Same(on, id) = *fate
            {
                *fate = Fate::Adds(on, id);
                self.counts.same -= 1;
                self.counts.adding += 1;
            }
        }
        if self.merging.is_settled() {
            self.problems.sort_by_key(|problem| (problem.row, problem.column));
        }
    }

    /// Tags and ids, before anything points to them.
    fn begin(&mut self, book: &Book) {
        let mut new = 0;
        for tag in &self.merging.tags {
            let id = tag.held.or_else(|| {
                // Names have been checked when their row was read.
                let fields = tags::fields(book, &tag.name, new, &self.stamp).ok()?;
                let id = self.stamp.id();
                new += 1;
                self.touches.push(Touch { on: RecordType::Tag, id, step: Step::Create(fields) });
                Some(id)
            });
            self.tag_ids.push(id);
        }
        self.merging.forget();
        let draft_of = |row: usize| self.draft_of.get(row).copied().flatten();
        for (row, Relative { of, role }) in std::mem::take(&mut self.told) {
            if let (Some(draft), Some(of)) = (draft_of(row), draft_of(of)) {
                let all = self.relatives.entry(draft).or_default();
                let relation = (of, role);
                if of != draft && !all.contains(&relation) {
                    all.push(relation);
                }
            }
        }
        let ids = self.merging.drafts.iter();
        self.ids = ids.map(|draft| draft.held.unwrap_or_else(|| self.stamp.id())).collect();
    }

    /// The record of the import itself.
    fn record(&mut self) -> Option<Touch> {
        if self.touches.is_empty() {
            return None;
        }
        let counts = self.counts().named().into_iter().filter(|(_, count)| *count > 0);
        let figures: Vec<_> = counts.map(|(name, count)| format!("{name} {count}")).collect();
        let mapping = self.source.mapping(self.how).filter(|text| text.len() <= TEXT_MOST);
        let fields = created(self.stamp.at)
            .with(keys::NAME, Value::Text(self.file.clone()))
            .with(keys::MAPPING, mapping.map(Value::text))
            .with(keys::FIGURES, Value::text(figures.join("\n")))
            .with(keys::SET_ASIDE, self.set_aside().map(Value::text));
        let step = Step::Create(fields);
        Some(Touch { on: RecordType::Import, id: self.stamp.id(), step })
    }

    /// The rows that were set aside as CSV, as many as a record holds. Nothing where there are none.
    fn set_aside(&self) -> Option<String> {
        let mut text = csv_line(self.source.headers().iter().map(AsRef::as_ref));
        let rows = (0..).zip(&self.fates).filter(|(_, fate)| **fate == Fate::SetAside);
        let mut lines = rows.map(|(row, _)| self.source.cells(row)).filter(|it| !it.is_empty());
        let mut line = Some(csv_line(lines.next()?.into_iter()));
        while let Some(more) = line.filter(|line| text.len() + line.len() <= TEXT_MOST) {
            text.push_str(&more);
            line = lines.next().map(|cells| csv_line(cells.into_iter()));
        }
        Some(text)
    }

    fn make(&mut self, book: &Book) {
        let drafts = &mut self.merging.drafts;
        let step = self.made.checked_div(drafts.len()).and_then(|step| STEPS.get(step));
        let Some(step) = step else { return };
        let at = self.made % drafts.len();
        self.made += 1;
        let id = self.ids.get(at).copied();
        let (Some(draft), Some(id)) = (drafts.get_mut(at), id) else { return };
        match step {
            Made::Records(on) if draft.on == *on => {
                let touch = touch(draft, book, id, &self.ids, &self.tag_ids, &self.stamp);
                self.touches.extend(touch);
            }
            Made::Records(_) => {}
            Made::Relations => {
                for (of, role) in self.relatives.get(&at).into_iter().flatten() {
                    let Some(of) = self.ids.get(*of).copied() else { continue };
                    if !is_known(book, id, of, role) {
                        let fields = created(self.stamp.at)
                            .with(keys::PERSON, Value::link(id))
                            .with(keys::OTHER, Value::link(of))
                            .with(keys::ROLE, Value::Text(role.clone()));
                        let (on, id) = (RecordType::Relation, self.stamp.id());
                        self.touches.push(Touch { on, id, step: Step::Create(fields) });
                    }
                }
            }
            Made::Notes => {
                for note in &draft.notes {
                    let told = note.shared(draft.on);
                    let touch = told.and_then(|told| self.touches.get_mut(*self.shared.get(told)?));
                    if let Some(Touch { step: Step::Create(fields), .. }) = touch {
                        also_with(fields, id);
                        continue;
                    }
                    self.shared.extend(told.map(|told| (told.into(), self.touches.len())));
                    let fields = note_about(draft.on, id, note, &self.file, &self.stamp);
                    let (on, id) = (RecordType::Interaction, self.stamp.id());
                    self.touches.push(Touch { on, id, step: Step::Create(fields) });
                }
            }
        }
    }
}

impl Making for Import {
    fn go_on(&mut self, book: &Book) -> (usize, usize) {
        let people = book.table(RecordType::Person).slots();
        for _ in 0..SLICE {
            if self.learnt < people {
                self.merging.learn(book, self.learnt);
                self.learnt += 1;
            } else if !self.is_compared() {
                if self.fates.len() < self.source.rows() {
                    self.compare(book);
                } else {
                    self.settle(book);
                }
                // Whoever looks at it sees it before anything is made.
                if self.is_compared() {
                    break;
                }
            } else {
                if self.ids.len() < self.merging.drafts.len() {
                    self.begin(book);
                }
                self.make(book);
            }
        }
        let drafts =
            if self.is_compared() { self.merging.drafts.len() } else { self.source.rows() };
        let (settled, to_settle) = self.merging.settled();
        let done = self.learnt as usize + self.fates.len() + settled + self.made;
        (done, people as usize + self.source.rows() + to_settle + drafts * STEPS.len())
    }

    fn finish(mut self: Box<Self>) -> Change {
        let record = self.record();
        self.touches.splice(..0, record);
        let touches = self.touches;
        let count = |on| touches.iter().filter(|touch| touch.on == on).count();
        let (people, organizations) = (count(RecordType::Person), count(RecordType::Organization));
        let (on, count) = if people > 0 || organizations == 0 {
            (RecordType::Person, people)
        } else {
            (RecordType::Organization, organizations)
        };
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let label = Label { action: Action::Import, on, name: self.file, count };
        Change { at: self.stamp.at, cause: Cause::Edit, label, touches }
    }
}

fn fate(on: RecordType, did: Did, draft: Option<&Draft>) -> Fate {
    match (did, draft.map(|draft| (draft.held, draft.row))) {
        (Did::Make, _) => Fate::New(on),
        (_, Some((None, Some(first)))) => Fate::JoinsRow(first),
        (Did::Add, Some((Some(id), _))) => Fate::Adds(on, id),
        (Did::Nothing, Some((Some(id), _))) => Fate::Same(on, id),
        (Did::Leave, Some((Some(id), _))) => Fate::Left(on, id),
        // An organization that a person's row has named.
        _ => Fate::New(on),
    }
}

/// What makes of a record what its draft says, whose fields it takes. `None` where it is that already.
fn touch(
    draft: &mut Draft,
    book: &Book,
    id: Id,
    ids: &[Id],
    tag_ids: &[Option<Id>],
    stamp: &Stamp,
) -> Option<Touch> {
    let on = draft.on;
    let held = draft.held(book);
    let mut fields = std::mem::take(&mut draft.fields);
    let organization = draft.organization.map(|at| (keys::ORGANIZATION, Point::Draft(at)));
    let points = draft.points.iter().map(|(key, point)| (*key, *point));
    for (key, point) in points.chain(organization) {
        let to = match point {
            Point::Held(id) => Some(id),
            Point::Draft(at) => ids.get(at).copied(),
        };
        fields.replace(key, to.map(Value::link));
    }
    if !draft.tags.is_empty() {
        let tags = held.map_or(&[][..], |held| held.links(keys::TAGS)).iter().copied();
        let more = draft.tags.iter().filter_map(|tag| *tag_ids.get(*tag)?);
        fields.replace(keys::TAGS, Value::links(tags.chain(more).collect()));
    }
    for (stage, entries) in STAGES {
        let before = held.and_then(|held| held.get(stage));
        if let Some(Value::Text(stage)) = fields.get(stage).filter(|stage| Some(*stage) != before) {
            let entry = Entry { stage: stage.clone(), at: stamp.at };
            let mut list = match held.and_then(|held| held.get(entries)) {
                Some(Value::Entries(list)) => list.to_vec(),
                _ => Vec::new(),
            };
            list.push(entry);
            fields.replace(entries, Some(Value::Entries(list.into())));
        }
    }
    let Some(held) = held else {
        fields.replace(keys::CREATED, Some(Value::Time(stamp.at)));
        return Some(Touch { on, id, step: Step::Create(fields) });
    };
    let changes: Vec<_> = fields
        .iter()
        .filter(|(key, after)| held.get(*key) != Some(*after))
        .map(|(key, after)| FieldChange {
            key,
            before: held.get(key).cloned(),
            after: Some(after.clone()),
        })
        .collect();
    (!changes.is_empty()).then_some(Touch { on, id, step: Step::Update(changes) })
}

fn note_about(on: RecordType, about: Id, note: &Note, file: &str, stamp: &Stamp) -> Fields {
    let (body, happened) = match note {
        Note::Own(note) => (Value::Text(note.text.clone()), note.happened),
        Note::Kept(text) => (Value::text(format!("{file}\n{text}")), None),
    };
    let mut fields = created(stamp.at)
        .with(keys::ACTIVITY, Value::text("note"))
        .with(keys::BODY, body)
        .with(keys::HAPPENED, Value::Time(happened.unwrap_or(stamp.at)));
    if let Some(key) = link_key(on) {
        fields.replace(key, Some(Value::link(about)));
    }
    fields
}

/// Adds somebody to what others have told already.
fn also_with(fields: &mut Fields, id: Id) {
    let mut ids = match fields.get(keys::ALSO) {
        Some(Value::Links(ids)) => ids.to_vec(),
        _ => Vec::new(),
    };
    ids.push(id);
    fields.replace(keys::ALSO, Value::links(ids));
}

/// Whether a book has it that somebody is this to another one.
fn is_known(book: &Book, person: Id, other: Id, role: &str) -> bool {
    let held = book.pointing(RecordType::Relation, keys::PERSON, person);
    held.into_iter().filter_map(|slot| book.table(RecordType::Relation).at(slot)).any(|relation| {
        relation.link(keys::OTHER) == Some(other)
            && relation.text(keys::ROLE).map(fold) == Some(fold(role))
    })
}

/// The name of the file, fit to stand in a note.
fn heading(file: &str) -> String {
    let name: String = file.chars().filter(|c| !c.is_control()).take(200).collect();
    if name.trim().is_empty() { "CSV".to_owned() } else { name.trim().to_owned() }
}

/// Cells as a line of CSV.
fn csv_line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let is_kept = |c: &char| !c.is_control() || *c == '\n';
    let quoted = |cell: &str| {
        let cell: String = cell.chars().filter(is_kept).collect();
        format!("\"{}\"", cell.replace('"', "\"\""))
    };
    format!("{}\n", cells.map(quoted).collect::<Vec<_>>().join(","))
}
