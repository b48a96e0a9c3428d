//! One row in the making: values of many kinds in, an [`Incoming`] out. Without the book.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    Incoming, OwnNote, Pointer, RowFault, Written, blocks,
    days::{self, Reading},
    names, numbers,
};
use crate::domain::{
    field::{Field, Kind, check, keys},
    fold::fold,
    id::RecordType,
    key::Key,
    problem::Fault,
    value::{
        Value,
        address::Address,
        email,
        labelled::{LABELS, Labelled},
        phone,
        time::Time,
    },
};

/// What people put where they know nothing.
pub fn says_nothing(cell: &str) -> bool {
    const WORDS: [&str; 7] = ["-", "--", "–", "—", "n/a", "#n/a", "null"];
    cell.len() <= 4 && WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// Parts of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Which one it is, such as "work".
    Label,
    Street,
    /// What is put below the street: post-office box, floor, building.
    More,
    City,
    Region,
    Postcode,
    Country,
    /// The address in one piece; used where the parts are blank.
    Whole,
    /// The address in one piece, taken apart as far as its parts are recognized.
    Block,
}

/// Takes the values of a row one by one. `at` is everywhere the position of their column.
#[derive(Debug)]
pub struct Builder<'a> {
    headers: &'a [Box<str>],
    fields: Vec<(Key, Value, usize)>,
    emails: Vec<Labelled>,
    phones: Vec<Labelled>,
    links: Vec<Labelled>,
    /// With the columns in which each list began: e-mails, phones, links, addresses.
    firsts: [usize; 4],
    addresses: Vec<Parts>,
    /// Whole names, which are taken apart when all else of the row is known.
    names: Vec<(usize, String)>,
    organization: Option<(Box<str>, usize)>,
    pointers: Vec<Pointer>,
    tags: Vec<Box<str>>,
    notes: Vec<OwnNote>,
    kept: Vec<String>,
    changed: Option<Time>,
    problems: Vec<(usize, RowFault)>,
    /// Words where a number or an address should be: a name, if the row has no other.
    words: Option<(usize, usize, String)>,
    is_organization: bool,
}

/// An address in the making.
#[derive(Debug, Default)]
struct Parts {
    group: u8,
    address: Address,
    /// What stands below the street.
    more: String,
    whole: String,
    /// In one piece, to be taken apart when all columns are known.
    block: String,
}

/// How many fields a row mostly fills at most.
const FIELDS: usize = 16;

const EMAILS: usize = 0;
const PHONES: usize = 1;
const LINKS: usize = 2;

/// A field takes no more; nothing that has come before is lost for it.
const TOO_MANY: RowFault = RowFault::Value(Fault::TooMany { most: check::LIST_MOST });

impl<'a> Builder<'a> {
    pub fn new(headers: &'a [Box<str>]) -> Self {
        Self {
            headers,
            fields: Vec::with_capacity(headers.len().min(FIELDS)),
            emails: Vec::new(),
            phones: Vec::new(),
            links: Vec::new(),
            firsts: [0; 4],
            addresses: Vec::new(),
            names: Vec::new(),
            organization: None,
            pointers: Vec::new(),
            tags: Vec::new(),
            notes: Vec::new(),
            kept: Vec::new(),
            changed: None,
            problems: Vec::new(),
            words: None,
            is_organization: false,
        }
    }

    /// Takes the row as one of an organization, where it names one.
    pub fn of_organization(&mut self) {
        self.is_organization = true;
    }

    fn header(&self, at: usize) -> &'a str {
        self.headers.get(at).map_or("", AsRef::as_ref)
    }

    /// Into the note that is headed by the name of the file.
    pub fn keep(&mut self, at: usize, cell: &str) {
        self.keep_as(self.header(at), cell);
    }

    pub fn no_column(&mut self, at: usize, cell: &str) {
        self.keep_as(&(at + 1).to_string(), cell);
        self.problems.push((at, RowFault::NoColumn));
    }

    /// As [`keep`](Self::keep), below another name than that of the column.
    pub fn keep_as(&mut self, header: &str, cell: &str) {
        let line = if header.is_empty() { cell.to_owned() } else { format!("{header}: {cell}") };
        self.kept.push(line);
    }

    /// Keeps the text and says why no field has it.
    pub fn refuse(&mut self, at: usize, cell: &str, fault: RowFault) {
        self.keep(at, cell);
        self.report(at, fault);
    }

    pub fn report(&mut self, at: usize, fault: RowFault) {
        self.problems.push((at, fault));
    }

    pub fn note(&mut self, at: usize, cell: &str) {
        self.note_of(at, cell, None, None);
    }

    /// As [`note`](Self::note), of something that happened at a moment, and that other rows may tell of under
    /// the same name.
    pub fn note_of(
        &mut self,
        at: usize,
        cell: &str,
        happened: Option<Time>,
        shared: Option<Box<str>>,
    ) {
        match check_text(keys::BODY, cell) {
            Ok(text) => self.notes.extend(text.map(|text| OwnNote { text, happened, shared })),
            Err(fault) => self.refuse(at, cell, RowFault::Value(fault)),
        }
    }

    /// When it was last changed where it comes from: the latest of all. What cannot be read says nothing.
    pub fn changed(&mut self, cell: &str, written: Written) {
        let time = Time::of_clock(&cell.replacen(' ', "T", 1), 0).or_else(|| {
            match days::read(cell, written.days) {
                Reading::Is(day) => Time::of_clock(&format!("{day}T00:00"), 0),
                _ => None,
            }
        });
        self.changed = self.changed.max(time);
    }

    /// The name of the organization. Of several the first counts, and the others are kept.
    pub fn organization(&mut self, at: usize, cell: &str) {
        match check_text(keys::NAME, &one_line(cell)) {
            _ if is_nobody(cell) => self.keep(at, cell),
            Ok(None) => {}
            Ok(Some(name)) => match &self.organization {
                None => self.organization = Some((name, at)),
                Some((first, _)) if fold(first) == fold(&name) => {}
                Some(_) => self.keep(at, cell),
            },
            Err(fault) => self.refuse(at, cell, RowFault::Value(fault)),
        }
    }

    /// The name of what a field points to. Of several the first counts, and the others are kept.
    pub fn pointer(&mut self, at: usize, key: Key, cell: &str) {
        match check_text(keys::NAME, &one_line(cell)) {
            Ok(None) => {}
            Ok(Some(name)) => match self.pointers.iter().find(|other| other.key == key) {
                None => self.pointers.push(Pointer { key, name, column: at }),
                Some(first) if fold(&first.name) == fold(&name) => {}
                Some(_) => self.keep(at, cell),
            },
            Err(fault) => self.refuse(at, cell, RowFault::Value(fault)),
        }
    }

    /// Names of tags, perhaps several in one cell.
    pub fn tags(&mut self, at: usize, cell: &str) {
        for name in several(cell) {
            // Google's own groups, such as `* myContacts`.
            if !name.starts_with("* ") {
                self.tag(at, name);
            }
        }
    }

    pub fn tag(&mut self, at: usize, name: &str) {
        let name = one_line(name);
        match check_text(keys::NAME, &name) {
            Ok(Some(_)) if self.tags.len() >= check::LIST_MOST as usize => {
                self.refuse(at, &name, TOO_MANY);
            }
            Ok(name) => self.tags.extend(name),
            Err(fault) => self.refuse(at, &name, RowFault::Value(fault)),
        }
    }

    /// A whole name, taken apart.
    pub fn full_name(&mut self, at: usize, cell: &str) {
        if let Some(value) = email::parse(cell) {
            return self.moved(at, EMAILS, value);
        }
        if let Some(value) = sure_phone(cell) {
            return self.moved(at, PHONES, value);
        }
        self.names.push((at, one_line(cell).into_owned()));
    }

    /// More of the whole name that an earlier column began.
    pub fn more_of_name(&mut self, at: usize, cell: &str) {
        match self.names.last_mut() {
            Some((_, name)) => *name = joined(name, &one_line(cell), " "),
            None => self.full_name(at, cell),
        }
    }

    /// Fills the parts of a name that no column has given. A name that says something else is kept.
    fn take_apart(&mut self, at: usize, name: &str) {
        let parts = names::split(name);
        let parts = PARTS.into_iter().zip([
            parts.prefix,
            parts.given,
            parts.middle,
            parts.family,
            parts.suffix,
        ]);
        let held = self.fields.iter().filter(|(key, ..)| PARTS.contains(key));
        let said = held.map(|(_, value, _)| fold(&in_words(value))).collect::<Vec<_>>().join(" ");
        let has_said = |word: &str| said.split_whitespace().any(|other| other == fold(word));
        let mut is_lost = false;
        for (key, text) in parts {
            if text.split_whitespace().all(has_said) {
                continue;
            }
            if self.fields.iter().any(|(other, ..)| *other == key) {
                is_lost = true;
            } else {
                self.field(at, key, &text, Written::default());
            }
        }
        if is_lost {
            self.keep(at, name);
        }
    }

    fn moved(&mut self, at: usize, to: usize, value: &str) {
        self.push(at, to, Labelled::new("", value));
        self.problems
            .push((at, RowFault::Moved(if to == EMAILS { keys::EMAILS } else { keys::PHONES })));
    }

    fn push(&mut self, at: usize, to: usize, item: Labelled) {
        let list = match to {
            EMAILS => &mut self.emails,
            PHONES => &mut self.phones,
            _ => &mut self.links,
        };
        if list.is_empty()
            && let Some(first) = self.firsts.get_mut(to)
        {
            *first = at;
            // Mostly it is the only one.
            list.reserve_exact(1);
        }
        if list.iter().any(|other| other.value == item.value) {
            return;
        }
        if list.len() < check::LIST_MOST as usize {
            return list.push(item);
        }
        self.refuse(at, &item.value, TOO_MANY);
    }

    /// E-mail addresses, perhaps several in one cell.
    pub fn emails(&mut self, at: usize, cell: &str, label: Box<str>) {
        self.reach(at, cell, label, EMAILS);
    }

    /// Phone numbers, perhaps several in one cell.
    pub fn phones(&mut self, at: usize, cell: &str, label: Box<str>) {
        self.reach(at, cell, label, PHONES);
    }

    fn reach(&mut self, at: usize, cell: &str, label: Box<str>, to: usize) {
        // The usual cell is told at once.
        if to == EMAILS
            && let Some(value) = email::parse(cell)
        {
            return self.push(at, to, Labelled::new(label, value));
        }
        if to == PHONES && is_one_phone(cell) {
            return self.reach_one(at, cell, label, to);
        }
        for part in pieces(cell, to) {
            self.reach_one(at, part, label.clone(), to);
        }
    }

    fn reach_one(&mut self, at: usize, part: &str, label: Box<str>, to: usize) {
        let part = check::trim(part);
        // `Ada Lovelace <ada@x.org>`
        let within = part.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
        let as_email = email::parse(within.unwrap_or(part));
        if let Some(value) = as_email.filter(|_| to == EMAILS) {
            return self.push(at, to, Labelled::new(label, value));
        }
        let as_phone = if to == PHONES { phone::parse(part) } else { sure_phone(part) };
        match (as_email, as_phone) {
            (_, Some(value)) if to == PHONES => self.push(at, to, Labelled::new(label, value)),
            (Some(value), _) => self.moved(at, EMAILS, value),
            (_, Some(value)) => self.moved(at, PHONES, value),
            (None, None) if part.is_empty() || says_nothing(part) => {}
            (None, None) if self.words.is_none() && is_words(part) => {
                self.words = Some((at, to, part.to_owned()));
            }
            (None, None) => {
                let fault = if to == EMAILS { Fault::NotAnEmail } else { Fault::NotAPhone };
                self.refuse(at, part, RowFault::Value(fault(part.into())));
            }
        }
    }

    pub fn links(&mut self, at: usize, cell: &str, label: Box<str>) {
        let mut parts = cell.split(" ::: ").flat_map(str::split_whitespace).peekable();
        while let Some(part) = parts.next() {
            // What parts two addresses is of neither; at the end it belongs to the last.
            let is_last = parts.peek().is_none();
            let part = if is_last { part } else { part.trim_end_matches([',', ';']) };
            match crate::domain::value::link::parse(part) {
                Some(value) => self.push(at, LINKS, Labelled::new(label.clone(), value)),
                None => {
                    self.refuse(at, part, RowFault::Value(Fault::NotALink(part.into())));
                }
            }
        }
    }

    /// A part of an address. Parts of the same group make one; a part that comes twice is joined.
    pub fn address(&mut self, at: usize, group: u8, label: &str, part: Part, cell: &str) {
        if self.addresses.is_empty() {
            let [.., first] = &mut self.firsts;
            *first = at;
        }
        let known = self.addresses.iter().position(|other| other.group == group);
        let position = known.unwrap_or_else(|| {
            let address = Address { label: label.into(), ..Address::default() };
            // Mostly it is the only one.
            self.addresses.reserve_exact(1);
            self.addresses.push(Parts { group, address, ..Parts::default() });
            self.addresses.len() - 1
        });
        let Some(Parts { address, more, whole, block, .. }) = self.addresses.get_mut(position)
        else {
            return;
        };
        let line = |held: &str| joined(held, &one_line(cell), " ").into();
        match part {
            Part::Label => address.label = which(cell, ""),
            Part::Street => {
                address.street = joined(&address.street, check::trim(cell), "\n").into();
            }
            Part::More => *more = joined(more, cell.trim(), "\n"),
            Part::City => address.city = line(&address.city),
            Part::Region => address.region = line(&address.region),
            Part::Postcode => address.postcode = line(&address.postcode),
            Part::Country => address.country = line(&address.country),
            Part::Whole => *whole = joined(whole, cell.trim(), "\n"),
            Part::Block => *block = joined(block, cell.trim(), "\n"),
        }
    }

    /// An address in its parts.
    pub fn whole_address(&mut self, at: usize, address: Address) {
        if self.addresses.is_empty() {
            let [.., first] = &mut self.firsts;
            *first = at;
        }
        if self.addresses.len() < check::LIST_MOST as usize {
            self.addresses.push(Parts { address, ..Parts::default() });
        } else {
            let lines: Vec<_> = address.lines().collect();
            self.refuse(at, &lines.join(", "), TOO_MANY);
        }
    }

    /// A picture as a `data:` address. One that the field does not take is left out.
    pub fn photo(&mut self, at: usize, picture: String) {
        let Some(field) = keys::PHOTO.field() else { return };
        match check::normalize(field, Value::text(picture)) {
            Ok(Some(_)) if self.fields.iter().any(|(key, ..)| *key == keys::PHOTO) => {
                self.report(at, RowFault::LeftOut);
            }
            Ok(value) => self.fields.extend(value.map(|value| (keys::PHOTO, value, at))),
            Err(Fault::TooLong { .. }) => self.report(at, RowFault::LargePicture),
            Err(_) => self.report(at, RowFault::LeftOut),
        }
    }

    /// The value of a field that holds one, or words of a list. Of several columns for one value the first
    /// counts, and the others are kept.
    pub fn field(&mut self, at: usize, key: Key, cell: &str, written: Written) {
        let Some(field) = key.field() else { return self.keep(at, cell) };
        let value = match field.kind {
            Kind::Choices(_) => return self.choices(at, field, cell),
            Kind::Relation(_) => return self.pointer(at, key, cell),
            Kind::Text => check::parse(field, &one_line(cell)),
            Kind::Choice(words) if field.own.is_none() => {
                let called = word_of(field, cell);
                let word = called.as_deref().or_else(|| choice(words, cell));
                check::parse(field, word.unwrap_or(cell))
            }
            Kind::Day => match days::read(cell, written.days) {
                Reading::Is(day) => Ok(Some(Value::Day(day))),
                Reading::None => Ok(None),
                Reading::Ambiguous => {
                    return self.refuse(at, cell, RowFault::AmbiguousDay);
                }
                Reading::NotADay => Err(Fault::NotADay(cell.into())),
            },
            Kind::Number | Kind::Percent | Kind::Rating | Kind::Money => {
                match numbers::read(cell, written.decimal) {
                    Some(number) => check::parse(field, &number),
                    None => return self.refuse(at, cell, RowFault::AmbiguousNumber),
                }
            }
            _ => check::parse(field, cell),
        };
        match value {
            Ok(Some(value)) if self.fields.iter().any(|(other, ..)| *other == key) => {
                if !self.fields.iter().any(|(other, held, _)| *other == key && *held == value) {
                    self.keep(at, cell);
                }
            }
            Ok(Some(value)) => self.fields.push((key, value, at)),
            Ok(None) => {}
            Err(fault) => self.refuse(at, cell, RowFault::Value(fault)),
        }
    }

    /// More of the text that an earlier column began: on a line of its own in a long text, behind it in
    /// others. Fields that hold no text are as in [`field`](Self::field).
    pub fn more_of_field(&mut self, at: usize, key: Key, cell: &str, written: Written) {
        let held = self.fields.iter_mut().find(|(other, ..)| *other == key);
        let (Some((_, Value::Text(held), _)), Some(field)) = (held, key.field()) else {
            return self.field(at, key, cell, written);
        };
        let text = match joins(field) {
            Some("\n") => joined(held, cell.trim(), "\n"),
            Some(sign) => joined(held, &one_line(cell), sign),
            None => return self.field(at, key, cell, written),
        };
        match check::parse(field, &text) {
            Ok(Some(Value::Text(text))) => *held = text,
            Ok(_) => {}
            Err(fault) => self.refuse(at, cell, RowFault::Value(fault)),
        }
    }

    /// Words of a list, perhaps several in one cell.
    fn choices(&mut self, at: usize, field: &'static Field, cell: &str) {
        let pieces = match word_of(field, cell) {
            Some(_) => vec![cell],
            None => several(cell).filter(|piece| !says_nothing(piece)).collect(),
        };
        let key = field.key();
        let mut words = Vec::new();
        for piece in pieces {
            match word_of(field, piece) {
                Some(word) => words.push(word),
                None => {
                    self.refuse(at, piece, RowFault::Value(Fault::NotAChoice(piece.into())));
                }
            }
        }
        match self.fields.iter_mut().find(|(other, ..)| *other == key) {
            Some((_, Value::Words(held), _)) => {
                words.extend(held.iter().cloned());
                if let Some(Value::Words(all)) = Value::words_of(words) {
                    *held = all;
                }
            }
            _ => self.fields.extend(Value::words_of(words).map(|value| (key, value, at))),
        }
    }

    /// What the row brings, and what is wrong with it in the order of the columns.
    pub fn finish(mut self) -> (Incoming, Vec<(usize, RowFault)>) {
        let others = self.fields.len();
        for (at, name) in std::mem::take(&mut self.names) {
            self.take_apart(at, &name);
        }
        // The name comes first where a row is shown.
        self.fields.rotate_left(others);
        let has_name = self.fields.iter().any(|(key, ..)| NAMES.contains(key));
        if let Some((at, to, words)) = self.words.take() {
            if has_name {
                let fault = if to == EMAILS { Fault::NotAnEmail } else { Fault::NotAPhone };
                self.refuse(at, &words, RowFault::Value(fault(words.as_str().into())));
            } else {
                self.take_apart(at, &words);
                self.problems.push((at, RowFault::Moved(keys::GIVEN)));
            }
        }
        let whole = |Parts { mut address, more, whole, block, .. }| {
            if !block.is_empty() {
                take_block(&mut address, &block);
            }
            if !more.is_empty() {
                address.street = lines([&address.street, &more]);
            }
            if address.is_empty() {
                address.street = whole.into();
            }
            address
        };
        let addresses: Box<[Address]> = self.addresses.into_iter().map(whole).collect();
        let normal = |field| check::normalize(field, Value::Addresses(addresses));
        let addresses = keys::ADDRESSES.field().map_or(Ok(None), normal);
        let [emails, phones, links, first_address] = self.firsts;
        let lists = [
            (keys::EMAILS, check::read_before(self.emails), emails),
            (keys::PHONES, check::read_before(self.phones), phones),
            (keys::LINKS, check::read_before(self.links), links),
            (keys::ADDRESSES, addresses, first_address),
        ];
        for (key, value, at) in lists {
            match value {
                Ok(Some(value)) => self.fields.push((key, value, at)),
                Ok(None) => {}
                Err(fault) => self.problems.push((at, RowFault::Value(fault))),
            }
        }
        let mut incoming = Incoming {
            on: RecordType::Person,
            fields: self.fields,
            organization: self.organization,
            pointers: self.pointers,
            tags: self.tags,
            common_tags: Vec::new(),
            notes: self.notes,
            relatives: Vec::new(),
            kept: self.kept,
            changed: self.changed,
        };
        let is_person = incoming.has_name() || incoming.get(keys::EMAILS).is_some();
        if incoming.get(keys::NAME).is_some() {
            incoming.on = RecordType::Organization;
            if let Some((name, at)) = incoming.organization.take() {
                incoming.kept.push(kept_line(self.headers, at, &name));
            }
        } else if (self.is_organization || !is_person)
            && let Some((name, at)) = incoming.organization.take()
        {
            incoming.on = RecordType::Organization;
            incoming.fields.push((keys::NAME, Value::Text(name), at));
        }
        keep_others(&mut incoming, self.headers);
        self.problems.sort_by_key(|(at, _)| *at);
        (incoming, self.problems)
    }
}

/// Adds the parts of an address in one piece. What another column says otherwise stays below the street.
fn take_block(address: &mut Address, block: &str) {
    let read = blocks::read(block);
    let mut street = vec![std::mem::take(&mut address.street), read.street];
    let parts = [
        (&mut address.postcode, read.postcode),
        (&mut address.city, read.city),
        (&mut address.region, read.region),
        (&mut address.country, read.country),
    ];
    for (held, part) in parts {
        let part: Box<str> = one_line(&part).into();
        if held.is_empty() {
            *held = part;
        } else if fold(held) != fold(&part) {
            street.push(part);
        }
    }
    let mut lines: Vec<&str> = Vec::new();
    for part in &street {
        let part = part.trim();
        if !part.is_empty() && !lines.contains(&part) {
            lines.push(part);
        }
    }
    address.street = lines.join("\n").into();
}

/// What stands between the texts of several columns that go to one field. `None` where they cannot be joined.
pub fn joins(field: &Field) -> Option<&'static str> {
    match field.kind {
        Kind::Text => Some(" "),
        Kind::LongText => Some("\n"),
        _ => None,
    }
}

/// Texts one behind the other. What is said already is not said again.
fn joined(held: &str, more: &str, sign: &str) -> String {
    if held.is_empty() {
        return more.to_owned();
    }
    let is_said = held == more || held.split(sign).any(|part| part == more);
    let parts = [held, if is_said { "" } else { more }];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(sign)
}

/// What a whole name is taken apart into.
const PARTS: [Key; 5] = [keys::PREFIX, keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::SUFFIX];

const NAMES: [Key; 4] = [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME];

/// What a record of its type does not have is kept in words.
fn keep_others(incoming: &mut Incoming, headers: &[Box<str>]) {
    let Incoming { on, fields, pointers, kept, .. } = incoming;
    let mut has = |key: &Key, column, text: &dyn Fn() -> String| {
        let is_its = key.field().is_some_and(|field| field.is_on(*on));
        if !is_its {
            kept.push(kept_line(headers, column, &text()));
        }
        is_its
    };
    fields.retain(|(key, value, column)| has(key, *column, &|| in_words(value)));
    pointers.retain(|it| has(&it.key, it.column, &|| it.name.to_string()));
}

fn kept_line(headers: &[Box<str>], column: usize, text: &str) -> String {
    let header = headers.get(column).map_or("", AsRef::as_ref);
    format!("{header}: {text}")
}

/// A value as it reads in a note.
pub fn in_words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.as_ref().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Money(amount, currency) => format!("{amount} {}", currency.code()),
        Value::Flag(flag) => (if *flag { check::YES } else { check::NO }).to_owned(),
        Value::Time(time) => format!("{}Z", time.on_clock(0)),
        Value::Day(day) => day.to_string(),
        other => {
            let mut words = Vec::new();
            other.words(&mut |word| words.push(word));
            words.join(", ")
        }
    }
}

fn check_text(key: Key, text: &str) -> Result<Option<Box<str>>, Fault> {
    let field = key.field().ok_or(Fault::WrongKind)?;
    match check::normalize(field, Value::text(text))? {
        Some(Value::Text(text)) => Ok(Some(text)),
        _ => Ok(None),
    }
}

/// Several values in one cell: between ` ::: `, on lines of their own or, where each piece is an address
/// or number by itself, between commas and the like.
fn pieces(cell: &str, to: usize) -> Vec<&str> {
    let is_one = |part: &str| match to {
        EMAILS => email::parse(part).is_some(),
        _ => sure_phone(part).is_some(),
    };
    cell.split(" ::: ")
        .flat_map(str::lines)
        .flat_map(|line| {
            for sign in [';', ',', '/', ' '] {
                let parts = || line.split(sign).map(str::trim).filter(|part| !part.is_empty());
                if parts().all(is_one) && parts().nth(1).is_some() {
                    return parts().collect();
                }
            }
            vec![line]
        })
        .collect()
}

/// Whether a cell can have no more than one number: two side by side have twice the digits.
fn is_one_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    digits < 2 * DIGITS_LEAST && memchr::memchr2(b'\n', b':', cell.as_bytes()).is_none()
}

/// How many digits a number has at least that can hardly be anything but a phone's.
const DIGITS_LEAST: usize = 7;

/// The number, where it can hardly be anything else.
fn sure_phone(text: &str) -> Option<&str> {
    let is_long = text.len() >= DIGITS_LEAST
        && text.chars().filter(|c| c.is_numeric()).count() >= DIGITS_LEAST;
    if is_long { phone::parse(text) } else { None }
}

/// Two to four words of letters, as a name is.
fn is_words(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let is_letter = |c: char| c.is_alphabetic() || c.is_whitespace() || ".'-’\u{200c}".contains(c);
    (2..=4).contains(&count) && text.chars().all(|c| is_letter(c) || is_mark(c))
}

/// Vowel signs and tone marks, which are no letters to Unicode.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{e31}'..='\u{e4e}')
}

/// "Self-employed" is no company.
fn is_nobody(name: &str) -> bool {
    ["self-employed", "self employed", "freelance", "freelancer", "none"]
        .iter()
        .any(|word| name.eq_ignore_ascii_case(word))
}

/// The label that a file gives, or that of the column: in our words where there is one.
pub fn which(given: &str, of_column: &str) -> Box<str> {
    if given.is_empty() {
        return of_column.into();
    }
    let given = one_line(given.trim_start_matches("* "));
    let plain = fold(&given);
    let ours = LABELS.iter().find(|label| **label == plain).copied();
    match plain.as_str() {
        "" => of_column.into(),
        "cell" => "mobile".into(),
        "business" => "work".into(),
        _ => ours.map_or_else(|| given.into(), Into::into),
    }
}

/// Several words in one cell.
fn several(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split(" ::: ").flat_map(|part| part.split([';', ',', '،', '|', '\n']));
    parts.map(check::trim).filter(|part| !part.is_empty())
}

/// The word of a choice that is called by its word, or as a person calls it.
fn word_of(field: &Field, text: &str) -> Option<Box<str>> {
    let folded = fold(text);
    let called = field.choices.iter().find(|choice| fold(&choice.label) == folded);
    called.map(|choice| choice.word.clone()).or_else(|| field.choice(text).map(Into::into))
}

/// One of the words of a list, however it is written.
fn choice(words: &'static [&'static str], cell: &str) -> Option<&'static str> {
    const SAME: [(&str, &str); 9] = [
        ("marketing-qualified-lead", "marketing-qualified"),
        ("mql", "marketing-qualified"),
        ("sales-qualified-lead", "sales-qualified"),
        ("sql", "sales-qualified"),
        ("attempted-to-contact", "attempted"),
        ("e-mail", "email"),
        ("mail", "email"),
        ("client", "customer"),
        ("divorcee", "divorced"),
    ];
    if let Some(word) = words.iter().copied().find(|word| *word == cell) {
        return Some(word);
    }
    let slug = fold(cell).replace([' ', '_'], "-");
    let slug = SAME.iter().find(|(from, _)| *from == slug).map_or(&*slug, |(_, to)| to);
    words.iter().copied().find(|word| *word == slug)
}

/// Space of any kind as one space.
fn one_line(text: &str) -> Cow<'_, str> {
    // As bytes, since decoding takes longer than looking. Space beyond ASCII begins with one of four.
    let (mut last, mut is_one, mut may_have_other) = (b' ', true, false);
    for byte in text.bytes() {
        is_one &= match byte {
            b' ' => last != b' ',
            byte => !matches!(byte, 0x09..=0x0d),
        };
        may_have_other |= matches!(byte, 0xc2 | 0xe1..=0xe3);
        last = byte;
    }
    let is_other = |c: char| !c.is_ascii() && c.is_whitespace();
    let has_other = may_have_other && text.contains(is_other);
    if is_one && !has_other && (last != b' ' || text.is_empty()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn lines<const N: usize>(parts: [&str; N]) -> Box<str> {
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_of_any_kind_is_one_space() {
        for text in ["Ada", "Ada King", "Zoë", "สมชาย ใจดี", "¡Hola!", ""] {
            assert!(matches!(one_line(text), Cow::Borrowed(_)), "{text}");
        }
        for text in
            [" Ada King", "Ada King ", "Ada  King", "Ada\nKing", "Ada\u{a0}King", "Ada\u{2003}King"]
        {
            assert_eq!(one_line(text), "Ada King", "{text:?}");
        }
    }
}
