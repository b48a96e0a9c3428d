//! What others have published for tests goes through our readers and writers. No browser is needed, but the packages
//! are there where browsers are.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use rapport::{
    domain::{book::Book, stamp::Stamp, value::time::Time},
    transfer::{
        csv,
        json::{self, FileProblem, Kind, Mode},
        vcard::{self, Version},
    },
};
use rapport_e2e::{json_cases, naughty_texts, table_cases};

#[path = "../../hostile/mod.rs"]
mod hostile;

const ID: &str = "0190d1f0-0000-7000-8000-000000000004";

/// What is ours to decide and is refused: numbers beyond what is counted with, halves of characters, more levels than
/// any field has, and what is not in UTF-8.
const REFUSED: [&str; 23] = [
    "i_number_huge_exp",
    "i_number_neg_int_huge_exp",
    "i_number_pos_double_huge_exp",
    "i_number_real_neg_overflow",
    "i_number_real_pos_overflow",
    "i_object_key_lone_2nd_surrogate",
    "i_string_1st_surrogate_but_2nd_missing",
    "i_string_1st_valid_surrogate_2nd_invalid",
    "i_string_UTF-16LE_with_BOM",
    "i_string_incomplete_surrogate_and_escape_valid",
    "i_string_incomplete_surrogate_pair",
    "i_string_incomplete_surrogates_escape_valid",
    "i_string_invalid_lonely_surrogate",
    "i_string_invalid_surrogate",
    "i_string_inverted_surrogates_U+1D11E",
    "i_string_lone_second_surrogate",
    "i_string_utf16BE_no_BOM",
    "i_string_utf16LE_no_BOM",
    "i_structure_500_nested_arrays",
    "i_structure_UTF-8_BOM_empty_object",
    "string_1_escaped_invalid_codepoint",
    "string_2_escaped_invalid_codepoints",
    "string_3_escaped_invalid_codepoints",
];

/// A workspace with a person who has JSON in a field that no version knows.
fn around(json: &str) -> String {
    format!(
        r#"{{"format":"rapport-workspace","version":1,"exported":1,"records":{{"person":[{{"id":"{ID}","given":"Ada","later":{json}}}]}}}}"#
    )
}

fn now() -> Time {
    Time::from_millis(1_767_225_600_000)
}

/// The file of what a file holds.
fn through(file: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let contents = json::read(file)?;
    let mut book = Book::default();
    let stamp = Stamp::new(now(), [0; 10]);
    let plan = json::plan(&book, contents, Mode::Replace, "a.json", &stamp);
    assert!(book.apply(plan.change).is_ok(), "what comes in points to something");
    Ok(json::export(&book, now()).flatten().collect())
}

/// JSON without the space between its parts.
fn compact(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let is_kept = |c: &char| {
        let is_kept = is_text || !c.is_ascii_whitespace();
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = is_text,
            '"' => is_text = !is_text,
            _ => {}
        }
        is_kept
    };
    json.chars().filter(is_kept).collect()
}

#[test]
fn json_is_taken_and_refused_as_it_is_decided() -> Result<()> {
    let mut faults = Vec::new();
    for case in json_cases()? {
        let name = case.name.trim_end_matches(".json");
        // By itself it is no workspace, whatever else it is.
        let Err(problem) = json::read(case.input.as_bytes()) else {
            faults.push(format!("{name} was taken for a workspace"));
            continue;
        };
        if name.starts_with("y_") && problem.kind != Kind::OtherFormat {
            faults.push(format!("{name} is {:?}", problem.kind));
        }
        let is_taken = !name.starts_with("n_") && !REFUSED.contains(&name);
        match through(around(&case.input).as_bytes()) {
            Ok(written) if is_taken => {
                let expected = format!("\"later\":{}", compact(&case.input));
                if !String::from_utf8(written)?.contains(&expected) {
                    faults.push(format!("{name} has changed"));
                }
            }
            Ok(_) => faults.push(format!("{name} was taken")),
            Err(problem) if is_taken => faults.push(format!("{name} was refused: {problem:?}")),
            Err(problem) => {
                let is_half = name.contains("surrogate") || name.contains("escaped_invalid");
                // What no reader takes may be wrong in more ways than one.
                if !name.starts_with("n_") && is_half != (problem.kind == Kind::HalfCharacter) {
                    faults.push(format!("{name}: {:?}", problem.kind));
                }
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[test]
fn tables_hold_what_they_should() -> Result<()> {
    for case in table_cases()? {
        let table = csv::read(case.text.clone(), None);
        let Ok(table) = table else { anyhow::bail!("{} was refused", case.name) };
        let rows = (0..table.rows()).map(|row| {
            let cells = table.header.iter().enumerate();
            cells.map(|(at, name)| (name.to_string(), table.cell(row, at).to_owned())).collect()
        });
        let rows: Vec<BTreeMap<String, String>> = rows.collect();
        // Its two files are of different places.
        let mut expected = case.rows;
        if case.name == "location_coordinates" {
            for row in &mut expected {
                let phone = row.get_mut("Contact Phone Number").context("no phone")?;
                "2095257564".clone_into(phone);
            }
        }
        ensure!(rows == expected, "{}: {rows:#?} instead of {expected:#?}", case.name);
    }
    Ok(())
}

/// The published texts, and our own.
fn all_texts() -> Result<Vec<String>> {
    let mut texts = naughty_texts()?;
    texts.extend(hostile::texts());
    Ok(texts)
}

#[test]
fn naughty_texts_come_back_byte_by_byte() -> Result<()> {
    let texts = all_texts()?;
    let book = hostile::book(&texts, now());
    let written: Vec<u8> = json::export(&book, now()).flatten().collect();
    let Ok(again) = through(&written) else { anyhow::bail!("what is written is refused") };
    ensure!(again == written, "what comes back is something else");
    // Whatever has no control character is there as it is.
    let text = String::from_utf8(written)?;
    let mut kept = 0;
    for naughty in &texts {
        let is_fit = !naughty.chars().any(char::is_control)
            && naughty.trim() == naughty
            && naughty.chars().count() < 900;
        if is_fit {
            kept += 1;
            let field = format!("\"given\":{}", serde_json::to_string(naughty)?);
            ensure!(text.contains(&field), "{naughty:?} is not there");
        }
    }
    ensure!(kept > 500, "only {kept} texts are kept");
    Ok(())
}

#[test]
fn naughty_texts_are_cards() -> Result<()> {
    let texts = all_texts()?;
    let book = hostile::book(&texts, now());
    let on = rapport::domain::id::RecordType::Person;
    for version in [Version::V3, Version::V4] {
        let slots: Vec<_> = book.table(on).iter().map(|(slot, _)| slot).collect();
        let count = slots.len();
        let file: Vec<u8> = vcard::write(&book, on, slots, version).flatten().collect();
        let Ok(rows) = vcard::read(&String::from_utf8(file)?) else { anyhow::bail!("no cards") };
        ensure!(rows.rows.len() == count, "{} cards of {count} people", rows.rows.len());
        for row in &rows.rows {
            ensure!(row.faults.is_empty(), "line {}: {:?}", row.line, row.faults);
        }
    }
    Ok(())
}
