//! The `_headers` file, with which static hosts are told which headers to send.
//!
//! Only the part of the format that we use: paths, a `*` at their end, and headers below them.

use anyhow::{Context, Result, bail};

/// Headers for all paths that match.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

/// Reads the file; a line that would be ignored silently by a host is an error here.
pub fn parse(text: &str) -> Result<Vec<Rule>> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if line.starts_with('/') {
            rules.push(Rule { path: line.trim().to_owned(), headers: Vec::new() });
        } else if line.starts_with(char::is_whitespace) {
            let rule =
                rules.last_mut().with_context(|| format!("a path is missing before `{line}`"))?;
            let header = line.split_once(':').with_context(|| format!("no colon in `{line}`"))?;
            rule.headers.push((header.0.trim().to_owned(), header.1.trim().to_owned()));
        } else {
            bail!("neither a path nor an indented header: `{line}`");
        }
    }
    Ok(rules)
}

/// Returns the headers for a path, in the order of the file.
pub fn for_path<'a>(rules: &'a [Rule], path: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    rules
        .iter()
        .filter(move |rule| match rule.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == rule.path,
        })
        .flat_map(|rule| &rule.headers)
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# why\n/*\n  A: 1\n\n/sw.js\n  B: x: y\n";

    #[track_caller]
    fn check(path: &str, expected: &[(&str, &str)]) {
        let rules = parse(FILE).unwrap();
        assert_eq!(for_path(&rules, path).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_star_matches_everything_below() {
        check("/deep/down.css", &[("A", "1")]);
    }

    #[test]
    fn all_matching_rules_count() {
        check("/sw.js", &[("A", "1"), ("B", "x: y")]);
    }

    #[test]
    fn a_header_without_a_path_is_an_error() {
        assert!(parse("  A: 1").is_err());
    }

    #[test]
    fn a_stray_line_is_an_error() {
        assert!(parse("/*\nA: 1").is_err());
    }
}
