//! Workbooks as people bring them, and what becomes of them.
//!
//! Beside each sample stands the text of what it should become. After a change, write samples and texts anew
//! with `UPDATE_EXPECTED=1 cargo test --test native xlsx` and read the difference.

use std::{fmt::Write, fs, sync::Arc};

use proptest::{collection::vec, prelude::*};
use rapport::{
    domain::{book::Book, edit::Making, stamp::Stamp},
    transfer::{
        csv::{self, Mapped, Mended, Table, TableProblem},
        incoming::{self, How},
        xlsx::{self, Problem, Progress},
    },
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};

use super::{
    csv::told_records,
    fuzz::targets::{self, WORKBOOK},
    generate::{self, now},
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/xlsx/");

fn read(workbook: &xlsx::Workbook, sheet: usize) -> Result<Table, Problem> {
    let mut reading = (workbook.read)(sheet);
    loop {
        if let Progress::Table(table) = reading()? {
            return Ok(table);
        }
    }
}

fn first(bytes: Vec<u8>) -> Result<Table, Problem> {
    read(&xlsx::open(Arc::new(bytes))?, 0)
}

fn told(table: &Table) -> String {
    let mut text = format!("  {}\n", table.header.join(" | "));
    for row in 0..table.rows() {
        let cells: Vec<_> = (0..table.width(row)).map(|at| table.cell(row, at)).collect();
        writeln!(text, "  {}: {}", table.line(row), cells.join(" | ")).unwrap();
    }
    text
}

#[track_caller]
fn check(name: &str, write: fn() -> Result<Vec<u8>, XlsxError>) {
    let path = format!("{DATA}{name}");
    let is_new = std::env::var_os("UPDATE_EXPECTED").is_some();
    if is_new {
        fs::write(&path, write().unwrap()).unwrap();
    }
    let bytes = fs::read(&path).unwrap();
    assert_eq!(xlsx::recognize(&bytes), Some(Ok(())));
    let workbook = xlsx::open(Arc::new(bytes)).unwrap();
    let mut text = String::new();
    let mut book = Book::default();
    for (sheet, sheet_name) in workbook.sheets.iter().enumerate() {
        let table = Arc::new(read(&workbook, sheet).unwrap());
        writeln!(text, "sheet {sheet_name}\n{}", told(&table)).unwrap();
        let mapped = Mapped::new(table.clone(), csv::guess(&table), Mended::new());
        let stamp = Stamp::new(now(), [u8::try_from(sheet).unwrap(); 10]);
        let import = incoming::import(&book, Arc::new(mapped), How::default(), name, stamp);
        writeln!(text, "{:?}\n{:?}\n", import.counts(), import.problems).unwrap();
        book.apply(import.finish()).unwrap();
    }
    text += &told_records(&book);
    let expected_at = format!("{path}.expected.txt");
    if is_new {
        fs::write(&expected_at, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(&expected_at).unwrap_or_default());
}

#[test]
fn companies_and_people() {
    check("companies-and-people.xlsx", || {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Companies")?;
        for (row, cells) in (0..).zip([
            ["Name of the organization", "Website", "Tags"],
            ["Blue Heron Studio", "https://blueheron.example", "client; design"],
            ["Říha a synové", "https://riha.example", ""],
        ]) {
            sheet.write_row(row, 0, cells)?;
        }

        workbook.add_worksheet().set_name("Empty")?;

        let sheet = workbook.add_worksheet().set_name("Ludzie i مردم")?;
        sheet.write_string(0, 0, "Contacts of 2025")?;
        sheet.write_string(1, 2, "Exported by hand")?;
        let header = [
            "First name",
            "Last name",
            "Email",
            "Phone",
            "Company",
            "Birthday",
            "Children",
            "Last modified",
            "Newsletter",
            "Score",
            "Opens",
            "Note",
        ];
        sheet.write_row(3, 0, header)?;
        let day = Format::new().set_num_format("d mmm yyyy");
        let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let money = Format::new().set_num_format("#,##0.00\\ [$zł-415];[Red]\\-0 \"h\"");
        let time = Format::new().set_num_format("h:mm AM/PM");
        let (bold, plain) = (Format::new().set_bold(), Format::new());

        sheet.write_rich_string(4, 0, &[(&bold, "Na"), (&plain, "dia")])?;
        sheet.write_row(4, 1, ["Okonkwo", "nadia@blueheron.example"])?;
        // A phone number that is stored as a number.
        sheet.write_number(4, 3, 447_700_900_123_f64)?;
        sheet.write_string(4, 4, "Blue Heron Studio")?;
        sheet.write_datetime_with_format(4, 5, ExcelDateTime::from_ymd(1987, 3, 9)?, &day)?;
        sheet.write_number(4, 6, 2)?;
        let changed = ExcelDateTime::from_ymd(2025, 1, 31)?.and_hms(9, 12, 0)?;
        sheet.write_datetime_with_format(4, 7, changed, &moment)?;
        sheet.write_boolean(4, 8, true)?;
        sheet.write_formula(4, 9, Formula::new("=0.1+0.2").set_result("0.30000000000000004"))?;
        sheet.write_number_with_format(4, 10, 0.375, &time)?;

        // A row between that is empty, and one that is only formatted.
        sheet.write_blank(6, 3, &bold)?;

        sheet.write_row(7, 0, ["مریم", "رضایی"])?;
        sheet.write_string(7, 2, "maryam@example.ir")?;
        sheet.write_string(7, 3, "'+98 21 1234 5678")?;
        sheet.write_formula(7, 4, Formula::new("=A1&B1").set_result("شرکت نمونه"))?;
        sheet.write_formula(7, 6, Formula::new("=NA()").set_result("#N/A"))?;
        sheet.write_boolean(7, 8, false)?;
        sheet.write_number_with_format(7, 9, 1_234_567.891, &money)?;
        sheet.write_string(7, 11, "Line one\nline two & <three> 😀 _x0041_")?;

        let hidden = workbook.add_worksheet().set_name("Hidden")?.set_hidden(true);
        hidden.write_string(0, 0, "secret@example.org")?;
        workbook.save_to_buffer()
    });
}

/// A workbook of one sheet with these rows of XML, and something else in place of the other parts.
fn workbook(rows: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let files = WORKBOOK.map(|(name, text)| {
        let other = others.iter().find(|(other, _)| *other == name);
        let text = if name == "xl/sheet.xml" { &sheet } else { other.map_or(text, |it| it.1) };
        (name, text.as_bytes())
    });
    targets::zip(&files)
}

#[track_caller]
fn reads(rows: &str, others: &[(&str, &str)], expected: &str) {
    assert_eq!(told(&first(workbook(rows, others)).unwrap()), expected);
}

#[test]
fn what_writers_leave_out_and_what_they_add() {
    reads(
        "<row><c t='inlineStr'><is><t>name</t></is></c><c t='str'><v>on</v></c></row>\
         <row r='5' spans='1:2'><c r='A5' t='inlineStr'><is><r><t>Ad</t></r><r><t>a</t></r>\
         <rPh><t>eida</t></rPh></is></c><c r='B5' s='1'><f>TODAY()</f><v>45688.5</v></c></row>\
         <row><c r='B6' t='e'><v>#SPILL!</v></c><c t='d'><v>2025-01-31T00:00:00</v></c></row>\
         <x:row><x:c t='b'><x:v>1</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c></x:row>",
        &[],
        "  name | on | \n  5: Ada | 2025-01-31T12:00 | \n  6:  |  | 2025-01-31\n  7: yes | day | \n",
    );
}

#[test]
fn days_from_1904() {
    reads(
        "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>\
         <row><c t='str'><v>Ada</v></c><c s='1'><v>44226</v></c><c s='2'><v>1.5</v></c></row>",
        &[(
            "xl/workbook.xml",
            "<workbook><workbookPr date1904='true'/><sheets><sheet name='A' id='a'/></sheets></workbook>",
        )],
        "  name | day | \n  2: Ada | 2025-01-31 | 36:00\n",
    );
}

#[test]
fn remarks_and_gaps() {
    let text = |name: &str, text: &str| format!("<c r='{name}' t='str'><v>{text}</v></c>");
    let row = |cells: &[(&str, &str)]| {
        let cells: String = cells.iter().map(|(name, cell)| text(name, cell)).collect();
        format!("<row>{cells}</row>")
    };
    let rows = [
        row(&[("B1", "Our list")]),
        row(&[]),
        row(&[("A3", "name"), ("B3", "email"), ("C3", "city")]),
        row(&[("A4", "Ada")]),
        row(&[("A5", "Bob")]),
        row(&[("A6", "Cid"), ("C6", "Rome")]),
    ];
    reads(
        &rows.concat(),
        &[],
        "  name | email | city\n  4: Ada |  | \n  5: Bob |  | \n  6: Cid |  | Rome\n",
    );
    // A list of one column begins with its name.
    let rows = [row(&[("A1", "name")]), row(&[("A2", "Ada")])];
    reads(&rows.concat(), &[], "  name\n  2: Ada\n");
}

#[track_caller]
fn refuses(bytes: Vec<u8>, problem: &Problem) {
    assert_eq!(first(bytes).map(|table| told(&table)).as_ref(), Err(problem));
}

#[test]
fn what_is_no_workbook() {
    let zip = |name: &str, text: &[u8]| targets::zip(&[(name, text)]);
    refuses(zip("word/document.xml", b"<a/>"), &Problem::NotAWorkbook);
    let rels = WORKBOOK[0].1.replace("workbook.xml", "workbook.bin");
    refuses(zip("_rels/.rels", rels.as_bytes()), &Problem::OtherForm(".xlsb"));
    refuses(workbook("", &[]), &Problem::Table(TableProblem::Empty));
    refuses(workbook("<row><c><v>1</v></row>", &[]), &Problem::Damaged);
    refuses(workbook("<row><c t='s'><v>2</v></c></row>", &[]), &Problem::Damaged);
    let bytes = workbook("<row><c><v>1</v></c></row>", &[]);
    // The last two bytes say that no remark follows.
    for length in 0..bytes.len() - 2 {
        refuses(bytes[..length].to_vec(), &Problem::Damaged);
    }

    let ods = zip("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(xlsx::recognize(&ods), Some(Err(Problem::OtherForm(".ods"))));
    let mut compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    assert_eq!(xlsx::recognize(&compound), Some(Err(Problem::OtherForm(".xls"))));
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(xlsx::recognize(&compound), Some(Err(Problem::Locked)));
    assert_eq!(xlsx::recognize(b"name,email\n"), None);
}

#[test]
fn what_was_changed_on_the_way_is_not_read() {
    let bytes = workbook("<row><c><v>1234</v></c></row>", &[]);
    let at = bytes.windows(4).position(|it| it == b"1234").unwrap();
    assert_eq!(told(&first(bytes.clone()).unwrap()), "  1234\n");
    let mut changed = bytes;
    changed[at] = b'9';
    refuses(changed, &Problem::Damaged);
    // As a spreadsheet program packs it: the last bits of a part, and its checksum.
    let mut packed = Workbook::new();
    packed.add_worksheet().write_string(0, 0, "Ada").unwrap();
    let packed = packed.save_to_buffer().unwrap();
    assert!(first(packed.clone()).is_ok());
    let entries = packed.windows(4).enumerate().filter(|(_, it)| *it == b"PK\x01\x02");
    let sheet =
        entries.map(|(at, _)| at).find(|at| packed[at + 46..].starts_with(b"xl/worksheets/sheet1"));
    let mut changed = packed.clone();
    changed[sheet.unwrap() + 16] ^= 1;
    refuses(changed, &Problem::Damaged);
}

#[test]
fn the_form_for_very_large_files_is_told_from_damage() {
    let bytes = workbook("<row><c><v>1</v></c></row>", &[]);
    let end = bytes.len() - 22;
    let directory = bytes.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    // How many files, where their directory is, and of one its sizes and its place.
    for (at, length) in [
        (end + 10, 2),
        (end + 16, 4),
        (directory + 20, 4),
        (directory + 24, 4),
        (directory + 42, 4),
    ] {
        let mut changed = bytes.clone();
        changed[at..at + length].fill(0xff);
        refuses(changed, &Problem::Zip64);
    }
}

#[test]
fn what_is_too_large() {
    let cell =
        |name: &str, text: &str| format!("<row><c r='{name}' t='str'><v>{text}</v></c></row>");
    let table = Problem::Table;
    refuses(
        workbook(&cell("SG7", "a"), &[]),
        &table(TableProblem::TooManyColumns { line: 1, most: 500 }),
    );
    let long = TableProblem::LongCell { line: 1, column: 0, most: 100_000 };
    refuses(workbook(&cell("A1", &"ż".repeat(100_001)), &[]), &table(long));
    assert!(first(workbook(&cell("A1", &"ż".repeat(100_000)), &[])).is_ok());
    refuses(workbook(&"<a>".repeat(300), &[]), &Problem::Damaged);
}

#[test]
fn bombs_are_not_unpacked() {
    let space = vec![b' '; 65 * 1024 * 1024];
    let bomb = miniz_oxide::deflate::compress_to_vec(&space, 6);
    assert!(bomb.len() < 200_000);
    let with = |at: &str, size: usize| {
        let files = WORKBOOK.map(|(name, text)| {
            if name == at {
                (name, bomb.clone(), size, 8)
            } else {
                (name, text.as_bytes().to_vec(), text.len(), 0)
            }
        });
        targets::packed(&files)
    };
    for (part, _) in WORKBOOK {
        refuses(with(part, space.len()), &Problem::TooLarge);
        refuses(with(part, 700_000_000), &Problem::TooLarge);
        // It says that it is small.
        refuses(with(part, 1_000), &Problem::Damaged);
    }
}

proptest! {
    #![proptest_config(generate::cases(48))]

    #[test]
    fn texts_come_back(rows in vec(vec(generate::line(), 2..5), 1..6)) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let (mut row, mut expected) = (0, String::new());
        sheet.write_row(row, 0, ["a", "b", "c", "d"]).unwrap();
        for cells in rows {
            row += 1;
            let cells: Vec<_> = cells.iter().map(|cell| format!("x{}x", cell.replace('\r', ""))).collect();
            sheet.write_row(row, 0, &cells).unwrap();
            let blanks = " | ".repeat(4 - cells.len());
            writeln!(expected, "  {}: {}{blanks}", row + 1, cells.join(" | ")).unwrap();
        }
        let table = first(workbook.save_to_buffer().unwrap()).unwrap();
        prop_assert_eq!(told(&table), format!("  a | b | c | d\n{}", expected));
    }

    #[test]
    fn any_bytes_are_a_workbook_or_a_problem(bytes in vec(any::<u8>(), 0..300)) {
        targets::xlsx(&bytes);
        targets::xlsx(&[b"PK\x03\x04", &bytes[..]].concat());
    }
}
