//! The query by itself, as WebAssembly beside its peers: what a filter takes without the list that shows it.
//! `peers.js` loads it.

#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
        field::keys,
        fold,
        id::RecordType,
        stamp::Stamp,
        value::{Value, time::Time},
    },
    platform::{clock, intl},
    query::{
        ask::{
            Asked, Columns, Past, Texts, Wanted,
            when::{Today, Zone},
        },
        filter::Group,
        search::SearchIndex,
        text::{self, Canonical},
    },
    transfer::{
        csv::{self, Mapped, Mended},
        incoming::Source,
        json::{self, Mode},
    },
};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

const ON: RecordType = RecordType::Person;

/// How many people there are to each one who has moved through the lifecycle.
const MOVED: usize = 4;

/// People to ask about.
#[wasm_bindgen]
pub struct Questions {
    book: Book,
    texts: Texts,
    today: Today,
    past: Past,
    columns: Columns,
}

#[wasm_bindgen]
impl Questions {
    /// Reads a file of people, and says that every fourth was a lead before it was what it is.
    ///
    /// # Errors
    ///
    /// When the file is none of Rapport's.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8]) -> Result<Self, JsError> {
        fold::simplify_with(intl::simplify);
        let now = clock::now();
        let contents = json::read(file).map_err(|problem| JsError::new(&format!("{problem:?}")))?;
        let stamp = Stamp::new(now, [1; 10]);
        let change = json::plan(&Book::default(), contents, Mode::Replace, "", &stamp).change;
        let mut book = Book::default();
        let fits = |conflict| JsError::new(&format!("{conflict:?}"));
        book.apply(change).map_err(fits)?;
        let mut past = Past::default();
        let mut wanted = Wanted::default();
        wanted.fields.insert((ON, keys::LIFECYCLE));
        past.begin(&wanted);
        past.follow(1, &moved(&book, now));
        // As the app has them.
        let mut texts = Texts::new();
        for on in [ON, RecordType::Organization] {
            let mut index = SearchIndex::default();
            while index.renew_some(&book, on, usize::MAX) {}
            texts.insert(on, index);
        }
        let today = Today { now, zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
        Ok(Self { book, texts, today, past, columns: Columns::default() })
    }

    /// How many people a filter holds for; read from its text and asked anew.
    pub fn ask(&mut self, filter: &str) -> usize {
        // Or the words would be found where they were found before.
        if let Some(index) = self.texts.get_mut(&ON) {
            index.touch(0);
        }
        let group: Group = text::parse(filter, ON, &Canonical).group;
        let asked = Asked::new(&self.book, &self.today, &mut self.texts, &self.past);
        asked.with(&mut self.columns).find(&group, ON).count()
    }
}

/// Reads a spreadsheet into what each row says of a person: fields in their forms, with what is wrong at which
/// cell. Returns how many rows say something.
///
/// # Errors
///
/// When it is no table.
#[wasm_bindgen]
pub fn read(file: String) -> Result<usize, JsError> {
    let table = csv::read(file, None).map_err(|problem| JsError::new(&format!("{problem:?}")))?;
    let mapping = csv::guess(&table);
    let source = Mapped::new(Arc::new(table), mapping, Mended::new());
    Ok((0..source.rows()).filter(|row| source.row(*row).incoming.is_some()).count())
}

fn moved(book: &Book, at: Time) -> Change {
    let touches = book.table(ON).iter().step_by(MOVED).map(|(_, person)| {
        let after = person.get(keys::LIFECYCLE).cloned();
        let field = FieldChange { key: keys::LIFECYCLE, before: Some(Value::text("lead")), after };
        Touch { on: ON, id: person.id, step: Step::Update(vec![field]) }
    });
    let label = Label { action: Action::Edit, on: ON, name: "".into(), count: 0 };
    Change { at, cause: Cause::Edit, label, touches: touches.collect() }
}
