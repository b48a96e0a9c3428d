//! What the app weighs, and the budgets for its first load and for all of it.
//!
//! Sizes are in KB of 1000 bytes; compressed means gzip at level 9.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

use crate::{paths, say::say};

/// So much may travel before the first screen is there: 380 KB.
pub const BUDGET: u64 = 380_000;

/// So much may travel altogether: 2,000 KB.
const WHOLE: u64 = 2_000_000;

/// One file of the built app.
pub struct Weight {
    /// The path inside `dist/`, with slashes.
    pub path: String,
    pub raw: u64,
    pub gzip: u64,
    /// Whether the page asks for it by itself, or the first screen of the heaviest language does.
    pub first_load: bool,
}

/// Compares the first load, and all files together, with their budgets.
pub fn check() -> Result<bool> {
    let weights = weigh(&paths::dist())?;
    for line in table(&weights) {
        say(line);
    }
    let is_first_kept = keeps("The first load", first_load(&weights), BUDGET);
    let is_whole_kept = keeps("All of it", weights.iter().map(|it| it.gzip).sum(), WHOLE);
    Ok(is_first_kept && is_whole_kept)
}

fn keeps(what: &str, bytes: u64, budget: u64) -> bool {
    let difference = kilobytes(bytes.abs_diff(budget));
    let side = if bytes > budget { "over" } else { "below" };
    say(format_args!("{what} is {difference} {side} the budget of {}.", kilobytes(budget)));
    bytes <= budget
}

/// Weighs every file, heaviest first.
pub fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let page = fs::read_to_string(dist.join("index.html"))
        .with_context(|| format!("{} has no index.html; build first", dist.display()))?;
    let mut weights = Vec::new();
    for file in files_below(dist)? {
        let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&file)?;
        weights.push(Weight {
            raw: bytes.len() as u64,
            gzip: compressed(&bytes)?,
            first_load: is_first_load(&path, &page),
            path,
        });
    }
    weights.sort_by(|a, b| b.gzip.cmp(&a.gzip).then_with(|| a.path.cmp(&b.path)));
    // A person reads one language: the heaviest counts.
    if let Some(words) = weights.iter_mut().find(|weight| is_language(&weight.path)) {
        words.first_load = true;
    }
    Ok(weights)
}

/// Returns the sum that the budget is for.
pub fn first_load(weights: &[Weight]) -> u64 {
    weights.iter().filter(|weight| weight.first_load).map(|weight| weight.gzip).sum()
}

/// Returns the lines of a table.
pub fn table(weights: &[Weight]) -> Vec<String> {
    let mut lines = vec![format!("\n{:>12} {:>12}  file", "raw", "gzip -9")];
    for group in [true, false] {
        for weight in weights.iter().filter(|weight| weight.first_load == group) {
            let note = if group { "" } else { "  (later, or never)" };
            let Weight { path, raw, gzip, .. } = weight;
            lines.push(format!("{:>12} {:>12}  {path}{note}", kilobytes(*raw), kilobytes(*gzip)));
        }
    }
    let raw = weights.iter().filter(|weight| weight.first_load).map(|weight| weight.raw).sum();
    let gzip = first_load(weights);
    lines.push(format!("{:>12} {:>12}  first load", kilobytes(raw), kilobytes(gzip)));
    lines.push(format!(
        "{:>12} {:>12}  budget for the first load (1 KB = 1000 bytes)",
        "",
        kilobytes(BUDGET)
    ));
    lines
}

/// A file counts when the page asks for it, and so does every script that the app's script imports. The
/// style sheet for later is only named there, and the picture for home screens is fetched by whoever has one.
fn is_first_load(path: &str, page: &str) -> bool {
    let is_named_only = |line: &str| {
        ["name=\"later-style\"", "rel=\"apple-touch-icon\""].iter().any(|it| line.contains(it))
    };
    let is_asked_for = |line: &str| line.contains(path) && !is_named_only(line);
    path == "index.html" || path.starts_with("snippets/") || page.lines().any(is_asked_for)
}

/// Whether a part has the first words of a language: they have their names in `state::language`.
fn is_language(path: &str) -> bool {
    path.contains("-split_words_")
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("the folder {} cannot be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    Ok(files)
}

fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_first_load(path: &str, expected: bool) {
        let page = "<script src=\"./boot-1.js\"></script>\n\
                    <meta name=\"later-style\" content=\"./style-2.css\">";
        assert_eq!(is_first_load(path, page), expected, "{path}");
    }

    #[test]
    fn what_the_page_names_is_the_first_load() {
        check_first_load("index.html", true);
        check_first_load("boot-1.js", true);
        check_first_load("snippets/leptos/inline0.js", true);
        check_first_load("rapport-1-split_everyday.wasm", false);
        check_first_load("style-2.css", false);
        check_first_load("_headers", false);
    }

    #[test]
    fn words_are_told_by_their_names() {
        assert!(is_language("rapport-1-split_words_persian.wasm"));
        assert!(!is_language("rapport-1-split_later_words_persian.wasm"));
        assert!(!is_language("rapport-1-split_everyday.wasm"));
    }

    #[test]
    fn a_kilobyte_has_a_thousand_bytes() {
        assert_eq!(kilobytes(379_999), "379.9 KB");
        assert_eq!(kilobytes(1_000), "1.0 KB");
    }
}
