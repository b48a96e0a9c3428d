//! The rules of the house that a machine can hold. Each failure says how to mend it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder with an ending, as paths from the root with their text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|other| other == ending) {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[track_caller]
fn none(problems: Vec<String>, mend: &str) {
    assert!(problems.is_empty(), "{mend}\n{}", problems.join("\n"));
}

#[test]
fn every_file_says_what_lives_in_it() {
    let sources = ["src", "tests", "xtask"].into_iter().flat_map(|folder| files(folder, "rs"));
    let silent = sources.filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name);
    none(silent.collect(), "Begin the file with a `//!` line: what lives here, and what does not.");
}

#[test]
fn rooms_import_only_what_stands_above_them() {
    // Who may import whom. `state` knows `route`, whose address is its signal, and `i18n` and `query`,
    // whose live halves it keeps; `demo` and `transfer` are plain functions that boot and pages call.
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("domain", &[][..]),
        ("query", &["domain"][..]),
        ("storage", &["domain"][..]),
        ("transfer", &["domain"][..]),
        ("trial", &["domain", "storage", "transfer"][..]),
        ("demo", &["domain"][..]),
        ("keys", &[][..]),
        ("i18n", &["domain", "query", "storage", "transfer", "keys"][..]),
        ("route", &["domain", "query"][..]),
        ("platform", &["domain", "i18n", "query"][..]),
        ("state", &["domain", "query", "storage", "route", "i18n", "platform"][..]),
        (
            "ui",
            &[
                "domain", "query", "storage", "transfer", "trial", "demo", "keys", "i18n", "route",
                "platform", "state",
            ][..],
        ),
    ]);
    let mut problems = Vec::new();
    for (name, text) in files("src", "rs") {
        let room =
            name.trim_start_matches("src/").trim_end_matches(".rs").split('/').next().unwrap();
        let Some(allowed) = may.get(room) else { continue };
        for other in may.keys().filter(|other| **other != room && !allowed.contains(*other)) {
            let imports = [
                format!("crate::{other}::"),
                format!("crate::{{{other}"),
                format!("    {other}::"),
            ];
            // To the rooms of the app, the others are another crate.
            let text = text.replace("rapport::", "crate::");
            let uses = text
                .split("#[cfg(test)]")
                .next()
                .unwrap()
                .lines()
                .take_while(|line| !line.starts_with("fn "));
            let in_use = uses.filter(|line| {
                line.starts_with("use ") || line.starts_with("    ") || line.contains("crate::")
            });
            let mut in_block = false;
            for line in in_use {
                in_block =
                    (in_block || line.starts_with("use crate::{")) && !line.starts_with("};");
                let is_import = line.contains(&imports[0])
                    || line.contains(&imports[1])
                    || in_block && line.starts_with(&imports[2]);
                if is_import && !line.trim_start().starts_with("//") {
                    problems.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    none(problems, "A room imports only rooms below it; see `ARCHITECTURE.md`, Rooms.");
}

#[test]
fn pages_do_not_import_each_other() {
    let mut problems = Vec::new();
    for (name, text) in files("src/ui", "rs") {
        let is_component = name.starts_with("src/ui/components/");
        let foreign = ["ui::pages::", "crate::state", "rapport::storage"];
        let is_shell = name.ends_with("toast_list.rs");
        if is_component && !is_shell && foreign.iter().any(|path| text.contains(path)) {
            problems.push(name);
        }
    }
    none(
        problems,
        "Components know neither state nor pages; hand them what they need as properties.",
    );
}

#[test]
fn each_style_sheet_is_one_layer_and_linked() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let mut problems = Vec::new();
    for (name, text) in files("style", "css") {
        let layers =
            text.lines().filter(|line| line.starts_with("@layer") && line.ends_with('{')).count();
        if layers != 1 {
            problems.push(format!("{name}: {layers} layers"));
        }
        if !page.contains(&format!("href=\"{name}\"")) {
            problems.push(format!("{name}: not linked"));
        }
    }
    none(problems, "One file, one `@layer`, and a link to it in `index.html`.");
}

#[test]
fn style_sheets_take_colours_from_tokens_and_follow_the_direction_of_text() {
    let physical = [
        "left",
        "right",
        "margin-top",
        "padding-top",
        "margin-bottom",
        "padding-bottom",
        "width",
        "height",
        "top",
        "bottom",
    ];
    let mut problems = Vec::new();
    for (name, text) in files("style", "css") {
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            let at = || format!("{name}:{}: {line}", number + 1);
            let Some((property, value)) = line.split_once(':') else { continue };
            if line.starts_with('@') || line.starts_with('&') || line.ends_with('{') {
                continue;
            }
            if physical.contains(&property) {
                problems.push(at());
            }
            let is_literal =
                value.contains('#') || value.contains("rgb(") || value.contains("hsl(");
            if is_literal && name != "style/tokens.css" {
                problems.push(at());
            }
        }
    }
    none(
        problems,
        "Colours come from tokens.css; `inline-size`, `inset-inline-start` and their like follow the script.",
    );
}

#[test]
fn every_token_that_is_used_is_declared() {
    let sheets = files("style", "css");
    let set_by_code = ["--columns", "--frozen", "--row"];
    let declared: BTreeSet<&str> = sheets
        .iter()
        .flat_map(|(_, text)| text.split(['{', ';', '\n', ' ']).map(str::trim))
        .filter(|word| word.starts_with("--"))
        .filter_map(|word| word.split(':').next())
        .chain(set_by_code)
        .collect();
    let mut problems = Vec::new();
    for (name, text) in &sheets {
        for used in text.split("var(").skip(1) {
            let token = used.split([')', ',']).next().unwrap().trim();
            let has_fallback = used.split(')').next().unwrap().contains(',');
            if !declared.contains(token) && !has_fallback {
                problems.push(format!("{name}: {token}"));
            }
        }
    }
    none(problems, "Declare the token, or mend its name.");
}

/// The names of messages in a language file.
fn messages(language: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(format!("locales/{language}.ftl"))).unwrap();
    let names = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let names: Vec<String> =
        names.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect();
    let unique: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(unique.len(), names.len(), "{language}: a message stands there twice");
    unique
}

#[test]
fn all_languages_have_the_same_messages() {
    let (english, persian) = (messages("en"), messages("fa"));
    let different: Vec<String> = english.symmetric_difference(&persian).cloned().collect();
    none(different, "Every message is in every language.");
}

#[test]
fn every_message_is_used_and_every_used_one_is_there() {
    let names = messages("en");
    let code: String = files("src", "rs").into_iter().map(|(_, text)| text).collect();
    // Names that are put together in the code: the start, and what follows it.
    let composed: Vec<&str> = code
        .split("format!(\"")
        .skip(1)
        .filter_map(|rest| rest.split('{').next())
        .filter(|start| start.ends_with('-'))
        .collect();
    let is_used = |name: &String| {
        code.contains(&format!("\"{name}\""))
            || composed.iter().any(|start| name.starts_with(start))
    };
    none(
        names.iter().filter(|name| !is_used(name)).cloned().collect(),
        "Delete messages that nothing shows.",
    );

    let mut missing = Vec::new();
    for call in [
        "text(\"",
        "with(\"",
        "with(\n            \"",
        "with(\n                \"",
        "text(\n            \"",
    ] {
        for used in code.split(call).skip(1) {
            let name = used.split('"').next().unwrap();
            let is_name = name.contains('-') || names.contains(name);
            if is_name
                && !name.contains('{')
                && !names.contains(name)
                && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            {
                missing.push(name.to_owned());
            }
        }
    }
    none(missing, "Add the message to every language file.");
}

#[test]
fn the_first_screen_needs_only_words_that_come_with_it() {
    let english = fs::read_to_string(root().join("locales/en.ftl")).unwrap();
    let (_, later) = english.split_once("\n### Later").expect("words for later");
    let later = later.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let later: Vec<&str> = later.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    assert!(!later.is_empty());
    // What is on the screen before any later part has arrived.
    let first = [
        "ui/app",
        "ui/shell",
        "ui/components/",
        "ui/pages/filter/mod",
        "ui/pages/filter/search_input",
        "ui/pages/first_run",
        "ui/pages/list/columns",
        "ui/pages/list/grid",
        "ui/pages/list/header",
        "ui/pages/list/mod",
        "ui/pages/list/row",
        "ui/pages/list/toolbar",
        "ui/pages/not_found",
        "state/",
    ];
    let mut problems = Vec::new();
    for (name, text) in files("src", "rs") {
        if first.iter().any(|start| name.starts_with(&format!("src/{start}"))) {
            let used = later.iter().filter(|message| text.contains(&format!("\"{message}\"")));
            problems.extend(used.map(|message| format!("{name}: {message}")));
        }
    }
    none(problems, "Put the message above the line `### Later` of every language file.");
}

#[test]
fn no_test_is_left_out() {
    let marks = [concat!("#[ig", "nore"), concat!("#[should_", "panic")];
    let sources = ["src", "tests", "xtask"].into_iter().flat_map(|folder| files(folder, "rs"));
    let found = sources
        .filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)))
        .map(|(name, _)| name);
    none(found.collect(), "A test runs, and it asserts what happens.");
}

#[test]
fn licences_are_ones_that_we_may_ship() {
    let allowed = [
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "Zlib",
        "0BSD",
        "CC0-1.0",
        "MIT-0",
        "Unicode-3.0",
        "Unlicense",
        "BSL-1.0",
        "MPL-2.0",
    ];
    // Crates for other systems are neither shipped nor on this machine.
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(["--filter-platform", "wasm32-unknown-unknown"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut problems = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or("none");
        let choices = licence.split(" OR ").flat_map(|choice| choice.split('/'));
        let fits = |choice: &str| {
            choice.split(" AND ").all(|part| {
                allowed
                    .contains(&part.trim_matches(['(', ')', ' ']).split(" WITH ").next().unwrap())
            })
        };
        let mut choices = choices.map(str::trim);
        if !choices.any(fits)
            && !licence.split(" AND ").all(|part| {
                part.trim_matches(['(', ')']).split(" OR ").any(|choice| allowed.contains(&choice))
            })
        {
            problems.push(format!("{}: {licence}", package["name"]));
        }
    }
    none(problems, "Take another crate, or add the licence here when we may ship it.");
}
