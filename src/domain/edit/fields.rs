//! Fields of one's own: making, changing, converting and removing them; switching any optional field off, and
//! calling the choices of built-in ones otherwise.
//!
//! What a definition's change does to the values that records hold is part of the same change, so that one
//! undo takes back both.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{accept, change, find, named, records::Input, set, update, workspace};
use crate::domain::{
    book::{Book, created},
    change::{Action, Change, FieldChange, Step, Touch},
    field::{
        Field, Kind, check, derived, keys,
        own::{self, OwnFields},
    },
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::{Fields, Record},
    stamp::Stamp,
    value::{Value, choice::Choice, money::Currency, number::Number},
};

/// Defines a field for a type of record, and returns its key beside the change. The key is made of the label and
/// stays when the label changes.
pub fn create(
    book: &Book,
    on: RecordType,
    input: &Input,
    stamp: &mut Stamp,
) -> Result<(Key, Change), Problem> {
    let mut fields = created(stamp.at);
    for (key, value) in input {
        fields.replace(*key, accept(book, &[], RecordType::Field, *key, value.clone())?);
    }
    let id = stamp.id();
    let record = Record { id, fields };
    let label = check_definition(book, on, &record)?;
    let name = fresh_name(book, &label);
    let refuse = |fault| Problem::Field { key: keys::LABEL, fault };
    let key = Key::of(&name).ok_or(refuse(Fault::WrongKind))?;
    let fields = record
        .fields
        .with(keys::DEFINES, Value::text(name))
        .with(keys::DEFINED_ON, Value::text(on.name()))
        .with(keys::PLACE, place(book.own().iter().count()));
    let touch = Touch { on: RecordType::Field, id, step: Step::Create(fields) };
    Ok((key, change(Action::Create, RecordType::Field, &label, vec![touch], stamp)))
}

/// Changes a definition. Where its kind or choices change, values are converted, and those that the field would
/// not take any more are cleared; [`conversion`] says beforehand which.
pub fn edit(
    book: &Book,
    id: Id,
    seen: &Input,
    input: &Input,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let held = find(book, RecordType::Field, id)?;
    let mut changes = Vec::new();
    for (key, value) in input {
        let value = accept(book, &[], RecordType::Field, *key, value.clone())?;
        let Some(field) = set(held, *key, value) else { continue };
        if seen.get(key).is_some_and(|seen| *seen != field.before) {
            let on = RecordType::Field;
            return Err(crate::domain::book::Conflict { on, id, key: Some(*key) }.into());
        }
        changes.push(field);
    }
    let after = with(held, &changes);
    let (_, on) = own::defines(held).ok_or(Problem::NothingLeft)?;
    let label = check_definition(book, on, &after)?;
    let is_converted = changes.iter().any(|change| change.key == keys::FIELD_KIND);
    let action = if is_converted { Action::Convert } else { Action::Edit };
    let mut touches: Vec<_> = update(RecordType::Field, id, changes).into_iter().collect();
    touches.extend(converted(book, held, &after).into_iter().map(|(touch, _)| touch));
    Ok(change(action, RecordType::Field, &label, touches, stamp))
}

/// What changing a definition would do to the values that records hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// How many would be there as well as before, changed in form or not.
    pub kept: usize,
    /// Records whose value would be cleared.
    pub lost: Vec<Id>,
}

/// See [`edit`].
pub fn conversion(book: &Book, id: Id, input: &Input) -> Result<Conversion, Problem> {
    let held = find(book, RecordType::Field, id)?;
    let (key, on) = own::defines(held).ok_or(Problem::NothingLeft)?;
    let changes: Vec<_> = input
        .iter()
        .filter_map(|(key, value)| {
            let value = accept(book, &[], RecordType::Field, *key, value.clone());
            value.map(|value| set(held, *key, value)).transpose()
        })
        .collect::<Result<_, _>>()?;
    let after = with(held, &changes);
    let lost: Vec<Id> = converted(book, held, &after)
        .into_iter()
        .filter_map(|(touch, is_lost)| is_lost.then_some(touch.id))
        .collect();
    Ok(Conversion { kept: filled(book, on, key) - lost.len(), lost })
}

/// How many records hold something in a field.
pub fn filled(book: &Book, on: RecordType, key: Key) -> usize {
    book.table(on).iter().filter(|(_, record)| record.get(key).is_some()).count()
}

/// How many records of a type hold something in each field.
pub fn counts(book: &Book, on: RecordType) -> BTreeMap<Key, usize> {
    let mut counts = BTreeMap::new();
    for (_, record) in book.table(on).iter() {
        for (key, _) in record.fields.iter() {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

/// Removes a field with all that records hold in it.
pub fn remove(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let definition = find(book, RecordType::Field, id)?;
    let mut touches = match own::defines(definition) {
        Some((key, on)) if !key.is_built_in() => clear_all(book, on, key),
        _ => Vec::new(),
    };
    let step = Step::Delete(definition.fields.clone());
    touches.push(Touch { on: RecordType::Field, id, step });
    let name = definition.text(keys::LABEL).unwrap_or_default();
    Ok(change(Action::Delete, RecordType::Field, name, touches, stamp))
}

/// Empties a field of a type of record, built in or one's own.
pub fn clear(book: &Book, on: RecordType, key: Key, stamp: &Stamp) -> Result<Change, Problem> {
    let is_optional = book.field(key).is_some_and(|field| field.is_on(on) && field.is_optional());
    if !is_optional {
        return Err(Problem::Field { key, fault: Fault::WrongKind });
    }
    Ok(change(Action::Edit, on, "", clear_all(book, on, key), stamp))
}

/// Switches an optional field off for a type of record, or on again. What records hold in it stays.
pub fn switch(
    book: &Book,
    on: RecordType,
    key: Key,
    is_off: bool,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let field = book.field(key).filter(|field| field.is_on(on) && field.is_optional());
    if field.is_none() {
        return Err(Problem::Field { key, fault: Fault::WrongKind });
    }
    let mut definitions = book.table(RecordType::Field).iter().map(|(_, record)| record);
    let definition = definitions.find(|record| own::defines(record) == Some((key, on)));
    let touch = match definition {
        // A built-in field that is in use needs no definition, unless its choices are called otherwise.
        Some(held) if key.is_built_in() && !is_off && held.get(keys::OPTIONS).is_none() => {
            Some((held.id, Step::Delete(held.fields.clone())))
        }
        Some(held) => set(held, keys::OFF, is_off.then_some(Value::Flag(true)))
            .map(|change| (held.id, Step::Update(vec![change]))),
        None if is_off => {
            let fields = created(stamp.at)
                .with(keys::DEFINES, Value::text(key.name()))
                .with(keys::DEFINED_ON, Value::text(on.name()))
                .with(keys::OFF, Value::Flag(true));
            Some((stamp.id(), Step::Create(fields)))
        }
        None => None,
    };
    let touches = touch.map(|(id, step)| Touch { on: RecordType::Field, id, step });
    let action = if is_off { Action::SwitchOff } else { Action::SwitchOn };
    let touches = touches.into_iter().collect();
    Ok(change(action, RecordType::Field, key.name(), touches, stamp))
}

/// Calls choices of a built-in field otherwise, on all types of record that have it, and adds and takes away some
/// of one's own where the field takes them. Records hold the words of choices as before; what has one that was
/// merged into another ([`Choice::also`]) gets the other, since rules go by what records hold.
/// `seen` is what they were called when the person began, and `usual` what the person's language calls them: a
/// built-in choice that is called so, or nothing, goes by the language.
pub fn rename(
    book: &Book,
    key: Key,
    seen: &[Choice],
    choices: &[Choice],
    usual: &dyn Fn(&str) -> String,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let wrong = Problem::Field { key, fault: Fault::WrongKind };
    let field = book.field(key).filter(|field| key.is_built_in() && field.is_renamable());
    let field = field.ok_or(wrong.clone())?;
    let built_in = key.catalogued().map(|field| field.kind);
    let (Some(Kind::Choice(words)), Some(on)) = (built_in, field.on.first()) else {
        return Err(wrong);
    };
    let definitions: Vec<&Record> = book
        .table(RecordType::Field)
        .iter()
        .map(|(_, record)| record)
        .filter(|record| own::defines(record).is_some_and(|(other, _)| other == key))
        .collect();
    let held = definitions
        .iter()
        .find(|held| held.get(keys::OPTIONS).is_some())
        .or_else(|| definitions.iter().find(|held| own::defines(held) == Some((key, *on))));
    if let Some(held) = held.filter(|_| field.choices != seen) {
        let (on, key) = (RecordType::Field, Some(keys::OPTIONS));
        return Err(crate::domain::book::Conflict { on, id: held.id, key }.into());
    }
    let mut touches = merged(book, field, choices)?;
    let mut called = renamed(words, choices, field.takes_more(), usual)?;
    // What a later version may have put there.
    if let Some(Value::Options(others)) = held.and_then(|held| held.get(keys::OPTIONS)) {
        let is_ours = |it: &Choice| words.contains(&&*it.word) || is_added(field, &it.word);
        called.extend(others.iter().filter(|it| !is_ours(it)).cloned());
    }
    let called = Some(Value::Options(called.into()));
    let called = accept(book, &[], RecordType::Field, keys::OPTIONS, called)?;
    // The definition that says what they are called is the only one, whatever files have brought.
    touches.extend(definitions.iter().filter_map(|it| {
        let is_it = held.is_some_and(|held| held.id == it.id);
        let called = called.clone().filter(|_| is_it);
        let change = set(it, keys::OPTIONS, called.clone())?;
        if called.is_none() && !it.flag(keys::OFF) {
            let step = Step::Delete(it.fields.clone());
            return Some(Touch { on: RecordType::Field, id: it.id, step });
        }
        update(RecordType::Field, it.id, vec![change])
    }));
    if let (None, Some(called)) = (held, called) {
        let fields = created(stamp.at)
            .with(keys::DEFINES, Value::text(key.name()))
            .with(keys::DEFINED_ON, Value::text(on.name()))
            .with(keys::OPTIONS, Some(called));
        let step = Step::Create(fields);
        touches.push(Touch { on: RecordType::Field, id: stamp.id(), step });
    }
    Ok(change(Action::Rename, RecordType::Field, key.name(), touches, stamp))
}

/// A word for a new choice of one's own of a built-in field, other than those in use.
pub fn added_word_for(label: &str, choices: &[Choice]) -> Box<str> {
    let is_used = |word: &str| choices.iter().any(|choice| &*choice.word == word);
    fresh(&format!("{}{}", own::PREFIX, slug(label, "choice")), is_used).into()
}

/// Whether any record holds this choice of a field.
pub fn is_chosen(book: &Book, field: &Field, word: &str) -> bool {
    let key = Key::of(field.name);
    let holds = |record: &Record| key.is_some_and(|key| record.text(key) == Some(word));
    field.on.iter().any(|on| book.table(*on).iter().any(|(_, record)| holds(record)))
}

/// Whether it is the word of a choice of one's own of a built-in field.
fn is_added(field: &Field, word: &str) -> bool {
    field.takes_more() && word.starts_with(own::PREFIX)
}

/// Gives what holds a choice that was merged into another the other. One that is taken away must not be in use.
fn merged(book: &Book, field: &'static Field, choices: &[Choice]) -> Result<Vec<Touch>, Problem> {
    let key = field.key();
    let into = |word: &str| {
        let holds = |choice: &&Choice| choice.also.iter().any(|other| **other == *word);
        choices.iter().find(holds).filter(|_| is_added(field, word))
    };
    let is_gone = |held: &&Choice| {
        let word = &*held.word;
        is_added(field, word)
            && into(word).is_none()
            && !choices.iter().any(|choice| &*choice.word == word)
    };
    let mut gone = field.choices.iter().filter(is_gone);
    if gone.any(|held| is_chosen(book, field, &held.word)) {
        return Err(Problem::Field { key: keys::OPTIONS, fault: Fault::Missing });
    }
    if choices.iter().all(|choice| choice.also.is_empty()) {
        return Ok(Vec::new());
    }
    let touches = field.on.iter().flat_map(|on| {
        book.table(*on).iter().filter_map(|(_, record)| {
            let other = Value::text(into(record.text(key)?)?.word.clone());
            update(*on, record.id, vec![set(record, key, Some(other))?])
        })
    });
    Ok(touches.collect())
}

/// The choices that are called otherwise than the language has it, and those of one's own. None may be called as
/// another one is, or by its word, so that what one types means one of them.
fn renamed(
    words: &[&str],
    choices: &[Choice],
    takes_more: bool,
    usual: &dyn Fn(&str) -> String,
) -> Result<Vec<Choice>, Problem> {
    let refuse = || Problem::Field { key: keys::OPTIONS, fault: Fault::EmptyOrTwice };
    let mut renamed: Vec<Choice> = Vec::new();
    let mut words = words.to_vec();
    for Choice { word, label, .. } in choices {
        let label = label.trim();
        if words.contains(&&**word) {
            if !label.is_empty() && label != usual(word) {
                renamed.push(Choice::new(word.clone(), label));
            }
        } else if takes_more && word.starts_with(own::PREFIX) {
            if label.is_empty() {
                return Err(refuse());
            }
            words.push(word);
            renamed.push(Choice::new(word.clone(), label));
        }
    }
    let called = |word: &str| {
        let choice = renamed.iter().find(|choice| &*choice.word == word);
        choice.map_or_else(|| usual(word), |choice| choice.label.to_string())
    };
    for Choice { word, label, .. } in &renamed {
        let label = fold(label);
        let mut others = words.iter().filter(|other| **other != &**word);
        if others.any(|other| fold(other) == label || fold(&called(other)) == label) {
            return Err(refuse());
        }
    }
    Ok(renamed)
}

/// Puts definitions in this order.
pub fn arrange(book: &Book, order: &[Id], stamp: &Stamp) -> Result<Change, Problem> {
    let touches = order.iter().enumerate().filter_map(|(at, id)| {
        let held = book.get(RecordType::Field, *id)?;
        let moved = set(held, keys::PLACE, place(at))?;
        update(RecordType::Field, *id, vec![moved])
    });
    Ok(change(Action::Edit, RecordType::Field, "", touches.collect(), stamp))
}

/// Says in which currency money is that is typed without one.
pub fn set_currency(book: &Book, currency: Currency, stamp: &mut Stamp) -> Result<Change, Problem> {
    workspace::set_field(book, keys::CURRENCY, Value::text(currency.code()), stamp)
}

/// A word for a new choice of this label, other than those in use.
pub fn word_for(label: &str, choices: &[Choice]) -> Box<str> {
    let is_used = |word: &str| choices.iter().flat_map(Choice::words).any(|other| other == word);
    fresh(&slug(label, "choice"), is_used).into()
}

/// Choices made of what records hold in a text field, at most `most`: for making a list of it.
pub fn choices_of(book: &Book, on: RecordType, key: Key, most: usize) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, record) in book.table(on).iter() {
        let Some(text) = record.text(key).filter(|text| !text.contains('\n')) else { continue };
        if choices.len() < most && seen.insert(fold(text)) {
            choices.push(Choice::new(word_for(text, &choices), text));
        }
    }
    choices
}

/// What a definition needs: a label that no other field of the type has, a kind, and choices where it is one of
/// them. Returns the label.
fn check_definition(book: &Book, on: RecordType, record: &Record) -> Result<String, Problem> {
    let missing = |key| Problem::Field { key, fault: Fault::Missing };
    let label = record.text(keys::LABEL).ok_or(missing(keys::LABEL))?;
    let folded = fold(label);
    let is_same = |field: &&Field| {
        let own = field.own.as_ref();
        field.is_on(on) && own.is_some_and(|it| it.id != record.id && fold(&it.label) == folded)
    };
    if let Some(other) = book.own().iter().find(|field| is_same(&&**field)) {
        return Err(Problem::FieldExists { key: other.key() });
    }
    let kind = record.text(keys::FIELD_KIND).ok_or(missing(keys::FIELD_KIND))?;
    if matches!(kind, "choice" | "choices") && record.get(keys::OPTIONS).is_none() {
        return Err(missing(keys::OPTIONS));
    }
    Ok(label.to_owned())
}

fn fresh_name(book: &Book, label: &str) -> String {
    let definitions = book.table(RecordType::Field);
    let used: BTreeSet<&str> =
        definitions.iter().filter_map(|(_, record)| record.text(keys::DEFINES)).collect();
    fresh(&format!("{}{}", own::PREFIX, slug(label, "field")), |name| used.contains(name))
}

fn fresh(name: &str, is_used: impl Fn(&str) -> bool) -> String {
    if !is_used(name) {
        return name.to_owned();
    }
    let numbered = (2..).map(|number: u32| format!("{name}-{number}"));
    numbered.into_iter().find(|name| !is_used(name)).unwrap_or_default()
}

/// Lower case, digits and hyphens, as names in files and addresses are.
fn slug(label: &str, otherwise: &str) -> String {
    const MOST: usize = 40;
    let mut slug = String::new();
    for c in fold(label).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(MOST);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { otherwise.to_owned() } else { slug.to_owned() }
}

fn place(at: usize) -> Option<Value> {
    let place = i64::try_from(at).ok()?.checked_mul(10_000)?;
    Number::from_ten_thousandths(place).map(Value::Number)
}

fn clear_all(book: &Book, on: RecordType, key: Key) -> Vec<Touch> {
    let records = book.table(on).iter().map(|(_, record)| record);
    records.filter_map(|record| update(on, record.id, vec![set(record, key, None)?])).collect()
}

fn with(record: &Record, changes: &[FieldChange]) -> Record {
    let mut fields: Fields = record.fields.clone();
    for change in changes {
        fields.replace(change.key, change.after.clone());
    }
    Record { id: record.id, fields }
}

/// Values that take another form under the new definition, and whether they are lost by it.
fn converted(book: &Book, held: &Record, after: &Record) -> Vec<(Touch, bool)> {
    let is_same = |key| held.get(key) == after.get(key);
    let Some((key, on)) = own::defines(held).filter(|(key, _)| !key.is_built_in()) else {
        return Vec::new();
    };
    if is_same(keys::FIELD_KIND) && is_same(keys::OPTIONS) {
        return Vec::new();
    }
    let fields = OwnFields::of([after].into_iter(), book.currency(), book.own());
    let (Some(from), Some(to)) = (book.field(key), fields.field(key)) else { return Vec::new() };
    let named = match to.kind {
        Kind::Relation(to) => named::by_name(book, to),
        _ => FxHashMap::default(),
    };
    let touches = book.table(on).iter().filter_map(|(_, record)| {
        let before = record.get(key)?;
        let after = convert(book, from, to, &named, before);
        let is_lost = after.is_none();
        Some((update(on, record.id, vec![set(record, key, after)?])?, is_lost))
    });
    touches.collect()
}

/// A value of one field as a value of the other, records by the names that those of the type that it points to
/// have. `None` where it would not be one.
fn convert(
    book: &Book,
    from: &Field,
    to: &Field,
    named: &FxHashMap<String, Id>,
    value: &Value,
) -> Option<Value> {
    if matches!(to.kind, Kind::Relation(_)) {
        if from.kind == to.kind && matches!(value, Value::Link(_)) {
            return Some(value.clone());
        }
        let id = named.get(&fold(&in_words(book, from, value)?))?;
        return Some(Value::link(*id));
    }
    if let Ok(Some(kept)) = check::normalize(to, value.clone()) {
        let is_alike = std::mem::discriminant(&from.kind) == std::mem::discriminant(&to.kind);
        let is_free = matches!(to.kind, Kind::Text | Kind::LongText);
        // A choice becomes text by its label.
        if is_alike || !is_free || from.choices.is_empty() {
            return Some(kept);
        }
    }
    match (value, to.kind) {
        (Value::Text(word), Kind::Choices(_)) if to.choice(word).is_some() => {
            return Value::words_of(vec![word.clone()]);
        }
        (Value::Words(words), Kind::Choices(_)) => {
            let kept = words.iter().filter(|word| to.choice(word).is_some()).cloned();
            return Value::words_of(kept.collect());
        }
        (Value::Words(words), Kind::Choice(_)) => {
            return match &**words {
                [word] if to.choice(word).is_some() => Some(Value::Text(word.clone())),
                _ => None,
            };
        }
        (Value::Money(amount, _), Kind::Number) => return Some(Value::Number(*amount)),
        _ => {}
    }
    check::parse(to, &in_words(book, from, value)?).ok().flatten()
}

/// A value as one would type it.
fn in_words(book: &Book, field: &Field, value: &Value) -> Option<String> {
    let label = |word: &str| field.meant(word).map_or(word, |choice| &choice.label).to_owned();
    Some(match value {
        Value::Text(text) => label(text),
        Value::Words(words) => words.iter().map(|word| label(word)).collect::<Vec<_>>().join(", "),
        Value::Number(number) => number.to_string(),
        Value::Money(amount, currency) => format!("{amount} {}", currency.code()),
        Value::Day(day) => day.to_string(),
        Value::Flag(flag) => (if *flag { check::YES } else { check::NO }).to_owned(),
        Value::Link(id) => derived::name_of(book.get(field.points_to()?, **id)?)?,
        Value::Unknown(json) => serde_json::from_str(json).unwrap_or_else(|_| json.to_string()),
        // A day needs a place on earth to be a moment, and the other way round.
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{change::Cause, edit::records, value::time::Time};

    const ON: RecordType = RecordType::Person;

    fn stamp(nth: u8) -> Stamp {
        Stamp::new(Time::from_millis(1_767_225_600_000 + i64::from(nth)), [nth; 10])
    }

    fn definition(label: &str, kind: &str, choices: &[(&str, &str)]) -> Input {
        let choices: Vec<_> =
            choices.iter().map(|(word, label)| Choice::new(*word, *label)).collect();
        let choices = (!choices.is_empty()).then(|| Value::Options(choices.into()));
        Input::from([
            (keys::LABEL, Some(Value::text(label))),
            (keys::FIELD_KIND, Some(Value::text(kind))),
            (keys::OPTIONS, choices),
        ])
    }

    /// A book with a field, and a person for each value typed into it.
    fn book(kind: &str, choices: &[(&str, &str)], typed: &[&str]) -> (Book, Key) {
        let mut book = Book::default();
        let input = definition("Size", kind, choices);
        let (key, change) = create(&book, ON, &input, &mut stamp(0)).unwrap();
        book.apply(change).unwrap();
        for (nth, text) in (1..).zip(typed) {
            let value = check::parse(book.field(key).unwrap(), text).unwrap();
            let input = Input::from([(keys::GIVEN, Some(Value::text("A"))), (key, value)]);
            let (_, change) = records::create(&book, ON, &input, &mut stamp(nth)).unwrap();
            book.apply(change).unwrap();
        }
        (book, key)
    }

    fn values(book: &Book, key: Key) -> Vec<Option<String>> {
        let value = |record: &Record| Some(serde_json::to_string(record.get(key)?).unwrap());
        book.table(ON).iter().map(|(_, record)| value(record)).collect()
    }

    fn id_of(book: &Book) -> Id {
        book.table(RecordType::Field).iter().next().unwrap().1.id
    }

    #[track_caller]
    fn check(
        (from, choices, typed): (&str, &[(&str, &str)], &[&str]),
        (to, new_choices): (&str, &[(&str, &str)]),
        expected: &[Option<&str>],
    ) {
        let (mut book, key) = book(from, choices, typed);
        let before = values(&book, key);
        let input = definition("Size", to, new_choices);
        let foretold = conversion(&book, id_of(&book), &input).unwrap();
        let change = edit(&book, id_of(&book), &Input::new(), &input, &stamp(100)).unwrap();
        let undo = change.clone().inverse(change.at, Cause::Undo(0));
        book.apply(change).unwrap();
        let after = values(&book, key);
        assert_eq!(after, expected.iter().map(|it| it.map(str::to_owned)).collect::<Vec<_>>());
        assert_eq!(foretold.kept, after.iter().flatten().count());
        assert_eq!(foretold.lost.len(), after.len() - foretold.kept);
        assert!(
            book.table(ON).iter().all(|(_, it)| !matches!(it.get(key), Some(Value::Unknown(_))))
        );
        book.apply(undo).unwrap();
        assert_eq!(values(&book, key), before);
    }

    #[test]
    fn text_to_number_and_back() {
        check(("text", &[], &["12", "۳", "much"]), ("number", &[]), &[Some("12"), Some("3"), None]);
        check(("number", &[], &["12.5"]), ("text", &[]), &[Some("\"12.5\"")]);
        check(("percent", &[], &["12%"]), ("rating", &[]), &[None]);
        check(("number", &[], &["5"]), ("rating", &[]), &[Some("5")]);
    }

    #[test]
    fn money() {
        let money = r#"{"amount":12.5,"currency":"USD"}"#;
        check(("text", &[], &["12.50 usd"]), ("money", &[]), &[Some(money)]);
        check(("money", &[], &["12.50 usd"]), ("number", &[]), &[Some("12.5")]);
    }

    #[test]
    fn choices() {
        let sizes = &[("s", "Small"), ("l", "Large")][..];
        check(("text", &[], &["small", "huge"]), ("choice", sizes), &[Some("\"s\""), None]);
        check(("choice", sizes, &["Small"]), ("text", &[]), &[Some("\"Small\"")]);
        check(("choice", sizes, &["Small"]), ("choices", sizes), &[Some("[\"s\"]")]);
        check(("choices", sizes, &["s,l", "l"]), ("choice", sizes), &[None, Some("\"l\"")]);
        check(
            ("choices", sizes, &["s,l", "s"]),
            ("choices", &sizes[1..]),
            &[Some("[\"l\"]"), None],
        );
    }

    #[test]
    fn relations_are_converted_by_their_names() {
        let (mut book, key) = book("text", &[], &["ADA", "Website", "Nobody"]);
        let make = |book: &mut Book, on, field, name: &str, nth| {
            let input = Input::from([(field, Some(Value::text(name)))]);
            let (id, change) = records::create(book, on, &input, &mut stamp(nth)).unwrap();
            book.apply(change).unwrap();
            id
        };
        // The second one of that name is not meant.
        let ada = make(&mut book, ON, keys::GIVEN, "Ada", 50);
        make(&mut book, ON, keys::GIVEN, "ada", 51);
        let project = make(&mut book, RecordType::Project, keys::NAME, "Website", 52);
        let task = make(&mut book, RecordType::Task, keys::NAME, "Website", 53);
        let becomes = |book: &mut Book, kind, nth| {
            let input = definition("Size", kind, &[]);
            let foretold = conversion(book, id_of(book), &input).unwrap();
            let change = edit(book, id_of(book), &Input::new(), &input, &stamp(nth)).unwrap();
            let undo = change.clone().inverse(change.at, Cause::Undo(0));
            let before = book.clone();
            book.apply(change).unwrap();
            let after = values(book, key);
            let mut taken_back = book.clone();
            taken_back.apply(undo).unwrap();
            assert_eq!(values(&taken_back, key), values(&before, key));
            (foretold.kept, foretold.lost.len(), after.into_iter().flatten().collect::<Vec<_>>())
        };
        let id = |id: Id| vec![format!("\"{id}\"")];
        let mut of_people = book.clone();
        assert_eq!(becomes(&mut of_people, "person", 60), (1, 2, id(ada)));
        assert_eq!(becomes(&mut of_people, "person", 61), (1, 0, id(ada)));
        assert_eq!(becomes(&mut of_people, "text", 62), (1, 0, vec!["\"Ada\"".into()]));
        assert_eq!(becomes(&mut book, "project", 63), (1, 2, id(project)));
        assert_eq!(becomes(&mut book, "task", 64), (1, 0, id(task)));
        assert_eq!(becomes(&mut book, "organization", 65), (0, 1, Vec::new()));
    }

    #[test]
    fn choices_are_renamed_moved_and_merged_without_touching_records() {
        let (mut book, key) = book("choice", &[("s", "Small"), ("l", "Large")], &["s", "l"]);
        let merged = Choice { also: ["s".into()].into(), ..Choice::new("l", "Big") };
        let input = Input::from([(keys::OPTIONS, Some(Value::Options([merged].into())))]);
        let change = edit(&book, id_of(&book), &Input::new(), &input, &stamp(9)).unwrap();
        assert_eq!(change.touches.len(), 1);
        book.apply(change).unwrap();
        let people = book.table(ON).iter();
        let read = people.map(|(_, it)| crate::domain::field::read(&book, it, key).unwrap());
        assert!(read.into_iter().all(|value| *value == Value::text("l")));
        assert_eq!(values(&book, key), [Some("\"s\"".to_owned()), Some("\"l\"".to_owned())]);
    }

    #[test]
    fn removing_takes_the_values_along_and_undoing_brings_them_back() {
        let (mut book, key) = book("number", &[], &["7"]);
        let before = book.clone();
        let change = remove(&book, id_of(&book), &stamp(9)).unwrap();
        let undo = change.clone().inverse(change.at, Cause::Undo(0));
        book.apply(change).unwrap();
        assert_eq!(book.field(key).map(|field| field.name), None);
        assert_eq!(values(&book, key), [None]);
        // As the journal has it.
        let touches = undo.touches.iter().map(|touch| serde_json::to_string(touch).unwrap());
        let touches = touches.map(|json| serde_json::from_str(&json).unwrap()).collect();
        book.apply(Change { touches, ..undo }).unwrap();
        assert_eq!(values(&book, key), values(&before, key));
        assert!(book.table(ON).iter().all(|(_, it)| it.number(key).is_some()));
    }

    #[test]
    fn any_optional_field_is_switched_off_and_on() {
        let mut book = Book::default();
        for is_off in [true, false] {
            let change = switch(&book, ON, keys::HOBBIES, is_off, &mut stamp(1)).unwrap();
            book.apply(change).unwrap();
            assert_eq!(book.own().is_off(ON, keys::HOBBIES), is_off);
            let has = book.own().fields_of(ON).iter().any(|field| field.name == "hobbies");
            assert_eq!(has, !is_off);
        }
        assert!(book.table(RecordType::Field).is_empty());
        let problem = switch(&book, ON, keys::GIVEN, true, &mut stamp(2)).unwrap_err();
        assert_eq!(problem, Problem::Field { key: keys::GIVEN, fault: Fault::WrongKind });
    }

    #[test]
    fn keys_are_made_of_labels_and_stay() {
        let mut book = Book::default();
        let mut names = Vec::new();
        for (nth, label) in (0..).zip(["Shoe size (EU)", "Shoe size EU", "اندازه", "رنگ"])
        {
            let input = definition(label, "text", &[]);
            let (key, change) = create(&book, ON, &input, &mut stamp(nth)).unwrap();
            book.apply(change).unwrap();
            names.push(key.name());
        }
        assert_eq!(names, ["x-shoe-size-eu", "x-shoe-size-eu-2", "x-field", "x-field-2"]);
        let input = Input::from([(keys::LABEL, Some(Value::text("Feet")))]);
        let change = edit(&book, id_of(&book), &Input::new(), &input, &stamp(9)).unwrap();
        book.apply(change).unwrap();
        let key = Key::of("x-shoe-size-eu").unwrap();
        assert_eq!(&*book.field(key).unwrap().own.as_ref().unwrap().label, "Feet");
    }

    #[test]
    fn what_a_definition_needs() {
        let (book, key) = book("text", &[], &[]);
        let refused = |input: Input| create(&book, ON, &input, &mut stamp(9)).unwrap_err();
        let missing = |key| Problem::Field { key, fault: Fault::Missing };
        assert_eq!(refused(Input::new()), missing(keys::LABEL));
        assert_eq!(refused(definition(" SIZE ", "text", &[])), Problem::FieldExists { key });
        assert_eq!(refused(definition("A", "choice", &[])), missing(keys::OPTIONS));
    }
}
