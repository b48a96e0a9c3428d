//! Arbitrary bytes for everything that reads what is stored, typed or brought along. It may be refused, but
//! nothing panics, and what is read can be written and read again.
//!
//! A checksum would keep a fuzzer out of all that lies behind it, so the targets behind the frame close a
//! right one around the bytes. `targets` has the programs; `tests/native/fuzz.rs` runs the seeds.

use std::sync::Arc;

use pollster::block_on;
use rapport::{
    domain::{book::Book, edit::Making, id::RecordType, stamp::Stamp, value::time::Time},
    query::text::{self, Canonical},
    storage::{
        Area, Durability, Store, StoreKey,
        frame::{self, Damage, Packed},
        head,
        journal::{self, Entry, Header},
        memory::{Memory, MemoryBatch},
        opening,
        pages::{self, PageRef},
    },
    transfer::{
        Pieces,
        age::{self, Chance, Sealed},
        csv::{self, Mapped, Mended},
        encoding,
        incoming::{self, How, Source},
        json::{self, Mode},
        monica, pieces,
        vcard::{self, Version},
        xlsx::{self, Progress},
    },
};

// The places at which the seeds say they lie.
const GENERATION: u64 = 1;
const POSITION: u64 = 8;
const KEY: StoreKey = StoreKey(POSITION, GENERATION, 0);

/// The form of a value: as it is, and with the right checksum before it.
pub fn frame(bytes: &[u8]) {
    for value in [bytes.to_vec(), frame::close(Area::Pages, KEY, &Packed(bytes.to_vec()))] {
        let Ok(payload) = frame::open(Area::Pages, KEY, &value) else { continue };
        let parts = framed(Area::Pages, &payload).into_iter();
        let opened = parts.map(|(key, value)| frame::open(Area::Pages, key, &value));
        let opened: Result<Vec<_>, _> = opened.collect();
        assert_eq!(opened.map(|parts| parts.concat()), Ok(payload));
    }
}

/// A head, and the opening of a workspace that has nothing else.
pub fn head(payload: &[u8]) {
    let values = framed(Area::Heads, payload);
    let places = values.iter().map(|(key, value)| ((Area::Heads, *key), value.clone()));
    let opened = block_on(opening::open(&Memory::holding(places.collect()), None));
    assert!(!matches!(opened, Ok(None)), "what cannot be read is no first run");
    if let [Ok(head)] = &head::decode_all(&values)[..] {
        let again = written(|batch| head.add_to(batch).is_ok());
        assert_eq!(head::decode_all(&again), [Ok(head.clone())]);
    }
}

/// A page of records.
pub fn page(payload: &[u8]) {
    let values = framed(Area::Pages, payload);
    let count = |values: &[_]| u32::try_from(values.len()).unwrap_or(u32::MAX);
    let Ok(records) = pages::read(PageRef(1, count(&values)), &values) else { return };
    let mut book = Book::default();
    book.load_page(RecordType::Person, 0, records);
    let id = (RecordType::Person, 0);
    let again = written(|batch| pages::write(&book, id, 1, batch).is_ok());
    let table = book.table(RecordType::Person);
    let records: Vec<_> = table.page(0).map(|(_, record)| record.clone()).collect();
    assert_eq!(pages::read(PageRef(1, count(&again)), &again), Ok(records));
}

/// An entry of the journal.
pub fn journal(payload: &[u8]) {
    let values = framed(Area::Journal, payload);
    let Ok(entry) = decoded(&values) else { return };
    let again = written(|batch| {
        let Header { position, chain, .. } = entry.header;
        journal::encode(position, chain, &entry.change).map(|entry| entry.add_to(batch)).is_ok()
    });
    assert_eq!(decoded(&again).map(|entry| entry.change), Ok(entry.change.clone()));
    // It may not fit; it must not panic.
    let _ = Book::default().apply(entry.change);
}

/// The text of a filter, and what is offered at some places of it.
pub fn filter(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for on in [RecordType::Person, RecordType::Interaction] {
        let parsed = text::parse(&text, on, &Canonical);
        for fault in &parsed.faults {
            assert!(text.get(fault.at.clone()).is_some(), "a fault lies in the text");
        }
        let printed = text::print(&parsed.group, on, &Canonical);
        assert_eq!(text::parse(&printed, on, &Canonical).group, parsed.group, "{printed}");
        for at in (0..=text.len()).step_by(1 + text.len() / 4) {
            let offered = text::complete(&text, at, on, &Canonical);
            assert!(text.get(offered.at.clone()).is_some() || !text.is_char_boundary(at));
        }
    }
}

/// Cards, what becomes of them in a book, and the cards that are written of it.
pub fn vcard(bytes: &[u8]) {
    let Ok(rows) = vcard::read(&String::from_utf8_lossy(bytes)) else { return };
    let mut book = Book::default();
    bring(&mut book, Arc::new(rows));
    for on in [RecordType::Person, RecordType::Organization] {
        for version in [Version::V3, Version::V4] {
            let slots: Vec<_> = book.table(on).iter().map(|(slot, _)| slot).collect();
            let count = slots.len();
            let file: Vec<u8> = vcard::write(&book, on, slots, version).flatten().collect();
            let again = vcard::read(&String::from_utf8_lossy(&file));
            assert!(again.map_or(0, |rows| rows.rows.len()) == count, "each has its card");
        }
    }
}

/// What the seeds of locked files are locked with.
pub const PASSPHRASE: &str = "correct horse";

/// The least work, so that nothing waits.
const WORK: u8 = 1;

/// A locked file, and a file that is locked.
pub fn age(bytes: &[u8]) {
    if !asks_for_work(bytes) {
        let _ = age::open_whole(bytes, PASSPHRASE);
    }
    let mut file = lock(bytes);
    assert_eq!(age::open_whole(&file, PASSPHRASE).as_deref(), Ok(bytes), "as it was");
    file.extend_from_slice(bytes);
    assert!(bytes.is_empty() || age::open_whole(&file, PASSPHRASE).is_err(), "it has grown");
}

/// Bytes locked with the passphrase, always the same way.
pub fn lock(bytes: &[u8]) -> Vec<u8> {
    let chance = Chance::new([1; 16], [2; 16], [3; 16]);
    let whole = Box::new(Whole(Some(bytes.to_vec())));
    let Ok(sealed) = Sealed::new(whole, PASSPHRASE.to_owned(), WORK, chance) else {
        panic!("so little work can always be done");
    };
    pieces(sealed, &Book::default()).flatten().collect()
}

/// Whether a file asks for more work than a fuzzer has time for, and no more than is done: what is beyond that is
/// refused at once.
fn asks_for_work(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes));
    let scrypt = head.lines().nth(1).and_then(|line| line.split(' ').nth(3)?.parse::<u8>().ok());
    scrypt.is_some_and(|work| (8..=age::WORK_MOST).contains(&work))
}

/// A file of one piece.
struct Whole(Option<Vec<u8>>);

impl Pieces for Whole {
    fn next(&mut self, _: &Book) -> Option<Vec<u8>> {
        self.0.take()
    }

    fn progress(&self) -> (usize, usize) {
        (0, 1)
    }
}

fn decoded(values: &[(StoreKey, Vec<u8>)]) -> Result<Entry, Damage> {
    let ((key, first), others) = values.split_first().ok_or(Damage::Parts)?;
    journal::decode(*key, first, others)
}

/// The values that a payload is stored as. The parts of a journal entry lie in two areas.
fn framed(area: Area, payload: &[u8]) -> Vec<(StoreKey, Vec<u8>)> {
    let value = |(part, packed): (u64, Packed)| {
        let (area, key) = match area {
            Area::Heads => (area, StoreKey(GENERATION, part, 0)),
            Area::Journal if part > 0 => (Area::JournalParts, StoreKey(POSITION, part, 0)),
            Area::Journal => (area, StoreKey(POSITION, 0, 0)),
            _ => (area, StoreKey(KEY.0, GENERATION, part)),
        };
        (key, frame::close(area, key, &packed))
    };
    frame::parts(payload).map(value).collect()
}

/// What a batch has written, in order: of a journal entry, the first part and then the others.
fn written(write: impl FnOnce(&mut MemoryBatch) -> bool) -> Vec<(StoreKey, Vec<u8>)> {
    let store = Memory::default();
    let mut batch = store.batch();
    assert!(write(&mut batch), "what was read can be written");
    assert_eq!(block_on(store.commit(batch, Durability::Strict)), Ok(()));
    store.values.take().into_iter().map(|((_, key), value)| (key, value)).collect()
}

/// Bytes of a table in whatever encoding, and what becomes of it in a book.
pub fn csv(bytes: &[u8]) {
    // What decodes is the browser's; the labels are those that it knows.
    let decode = |label: &str, bytes: &[u8]| {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
        encoding.map(|it| it.decode(bytes).0.into_owned()).unwrap_or_default()
    };
    let Some((text, _)) = encoding::decode(bytes, None, decode) else { return };
    let Ok(table) = csv::read(text.into_owned(), None) else { return };
    let table = Arc::new(table);
    let mapping = csv::guess(&table);
    let mut book = Book::default();
    for count in [table.rows(), 0] {
        let mapped = Mapped::new(Arc::clone(&table), mapping.clone(), Mended::new());
        let people = bring(&mut book, Arc::new(mapped));
        assert!(people <= count, "nobody comes in twice");
    }
}

/// A workbook, and parts of workbooks that are put together as they should be around the bytes.
pub fn xlsx(bytes: &[u8]) {
    let _ = recognize_and_read(bytes.to_vec());
    for (at, (name, _)) in WORKBOOK.into_iter().enumerate() {
        let mut files = WORKBOOK.map(|(name, text)| (name, text.as_bytes()));
        if let Some(file) = files.get_mut(at) {
            *file = (name, bytes);
        }
        let _ = recognize_and_read(zip(&files));
    }
}

/// How many rows all sheets have that can be read.
fn recognize_and_read(bytes: Vec<u8>) -> usize {
    let _ = xlsx::recognize(&bytes);
    let Ok(workbook) = xlsx::open(Arc::new(bytes)) else { return 0 };
    let sheets = (0..workbook.sheets.len()).map(|sheet| {
        let mut reading = (workbook.read)(sheet);
        loop {
            match reading() {
                Ok(Progress::Percent(percent)) => assert!(percent <= 100),
                Ok(Progress::Table(table)) => return table.rows(),
                Err(_) => return 0,
            }
        }
    });
    sheets.sum()
}

/// The parts of a workbook, each as small as can be.
pub const WORKBOOK: [(&str, &str); 6] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="t/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="a" Type="t/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="t/styles" Target="styles.xml"/><Relationship Id="c" Type="t/sharedStrings" Target="/xl/strings.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>"#,
    ),
    ("xl/strings.xml", "<sst><si><t>name</t></si><si><r><t>da</t></r><r><t>y</t></r></si></sst>"),
    (
        "xl/sheet.xml",
        r#"<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>Ada</t></is></c><c s="1"><v>45688</v></c></row></sheetData></worksheet>"#,
    ),
];

/// An archive of files that are not packed.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let files = files.iter().map(|(name, bytes)| (*name, bytes.to_vec(), bytes.len(), 0));
    packed(&files.collect::<Vec<_>>())
}

/// An archive of files as they are: name, bytes, how many these are said to be when unpacked, and how they are
/// packed. The checksum is that of files that are not.
pub fn packed(files: &[(&str, Vec<u8>, usize, u16)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let size = |size: usize| u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes();
    let short = |size: usize| u16::try_from(size).unwrap_or(u16::MAX).to_le_bytes();
    for (name, bytes, unpacked, method) in files {
        let start = size(archive.len());
        let mut header = vec![20, 0, 0, 0];
        header.extend(method.to_le_bytes());
        // Time, which nobody reads, and checksum.
        header.extend([0; 4]);
        header.extend(if *method == 0 { crc32fast::hash(bytes) } else { 0 }.to_le_bytes());
        header.extend([size(bytes.len()), size(*unpacked)].concat());
        header.extend([short(name.len()), [0; 2]].concat());
        archive.extend([b"PK\x03\x04", &header[..], name.as_bytes(), bytes].concat());
        directory.extend([b"PK\x01\x02\x14\0", &header[..], &[0; 10], &start].concat());
        directory.extend(name.as_bytes());
    }
    let (start, length) = (size(archive.len()), size(directory.len()));
    archive.extend(directory);
    archive.extend([b"PK\x05\x06\0\0\0\0", &short(files.len())[..], &short(files.len())].concat());
    archive.extend([&length[..], &start, &[0; 2]].concat());
    archive
}

/// Brings rows into a book. Returns how many people they have made.
fn bring(book: &mut Book, source: Arc<dyn Source>) -> usize {
    let stamp = Stamp::new(Time::from_millis(0), [u8::from(book.is_empty()); 10]);
    let import = incoming::import(book, source, How::default(), "a", stamp);
    let people = import.counts().people;
    let applied = book.apply(import.finish());
    assert!(applied.is_ok(), "what comes in points to something");
    people
}

/// A file of a whole workspace, and the file that is written of it; or one of Monica's.
pub fn json(bytes: &[u8]) {
    let mut book = Book::default();
    let Ok(contents) = json::read(bytes) else {
        if let Some(rows) = monica::read(bytes) {
            bring(&mut book, Arc::new(rows));
        }
        return;
    };
    let stamp = Stamp::new(Time::from_millis(0), [0; 10]);
    let plan = json::plan(&book, contents, Mode::Replace, "a.json", &stamp);
    assert!(book.apply(plan.change).is_ok(), "what comes in points to something");
    let file =
        |book: &Book| json::export(book, Time::from_millis(0)).flatten().collect::<Vec<u8>>();
    let written = file(&book);
    let Ok(again) = json::read(&written) else { panic!("what is written can be read") };
    let mut copy = Book::default();
    let plan = json::plan(&copy, again, Mode::Replace, "a.json", &stamp);
    assert!(copy.apply(plan.change).is_ok(), "and brought in");
    assert!(file(&copy) == written, "as it was");
}
