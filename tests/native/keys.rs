//! Every command has words, the README has every key, and the palette is quick among many.

use std::{fmt::Write, fs, path::Path, rc::Rc};

use rapport::{
    demo,
    domain::{book::Book, id::RecordType, value::time::Time},
    i18n::{I18n, Language},
    keys::{COMMANDS, Scope, stroke::Stroke},
    query::rank::{Asked, Names},
};

use super::words::Plain;

fn i18n(language: Language) -> I18n {
    I18n::new(language, language.words(), Rc::new(Plain))
}

#[test]
fn every_command_scope_and_key_has_words() {
    for language in Language::ALL {
        let i18n = i18n(language);
        for command in COMMANDS {
            assert_ne!(i18n.command(command), command.message(), "{}", language.name());
            for stroke in command.keys.iter().flat_map(|keys| keys.split(' ')) {
                for cap in i18n.caps(&Stroke::parse(stroke), false) {
                    assert!(!cap.starts_with("key-"), "{cap} in {}", language.name());
                }
            }
        }
        for scope in Scope::SHOWN {
            let heading = format!("keys-{}", scope.heading());
            assert_ne!(i18n.text(&heading), heading);
        }
    }
}

#[test]
fn every_word_of_a_command_has_a_command() {
    let words = Language::English.words().lines();
    let named = words.filter_map(|line| line.strip_prefix("command-")?.split(" =").next());
    let gone: Vec<_> =
        named.filter(|name| COMMANDS.iter().all(|it| it.name.replace('_', "-") != *name)).collect();
    assert!(gone.is_empty(), "no command is called {gone:?}");
}

#[track_caller]
fn check_caps(stroke: &str, is_mac: bool, expected: &[&str]) {
    assert_eq!(i18n(Language::English).caps(&Stroke::parse(stroke), is_mac), expected);
}

#[test]
fn caps_of_both_kinds_of_keyboard() {
    check_caps("Mod+Shift+Z", false, &["Ctrl", "Shift", "Z"]);
    check_caps("Mod+Shift+Z", true, &["⌘", "⇧", "Z"]);
    check_caps("ArrowDown", false, &["↓"]);
    check_caps("PageUp", false, &["Page Up"]);
    check_caps("?", true, &["?"]);
    check_caps("F2", true, &["F2"]);
}

/// The keys as the README has them, from the table and the English words.
fn documentation() -> String {
    let i18n = i18n(Language::English);
    let mut text = String::new();
    for scope in Scope::SHOWN {
        let commands = COMMANDS.iter().filter(|it| it.scope.heading() == scope.heading());
        let commands: Vec<_> = commands.filter(|command| !command.keys.is_empty()).collect();
        let heading = i18n.text(&format!("keys-{}", scope.heading()));
        write!(text, "\n| {heading} | |\n|---|---|\n").unwrap();
        for command in commands {
            let ways = command.keys.iter().map(|keys| {
                let strokes = keys.split(' ').map(|stroke| {
                    let caps = i18n.caps(&Stroke::parse(stroke), false);
                    caps.iter().map(|cap| format!("`{cap}`")).collect::<Vec<_>>().join(" ")
                });
                strokes.collect::<Vec<_>>().join(" then ")
            });
            let ways = ways.collect::<Vec<_>>().join(", ");
            writeln!(text, "| {ways} | {} |", i18n.command(command)).unwrap();
        }
    }
    text
}

#[test]
fn the_readme_has_every_key() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let (_, section) = readme.split_once("\n## Keys\n").expect("a section about keys");
    let (section, _) = section.split_once("\n## ").expect("a section after it");
    let expected = documentation();
    assert!(
        section.contains(&expected),
        "Put these tables into the section \"Keys\" of README.md:\n{expected}"
    );
}

#[test]
fn among_many_names_only_few_are_compared_letter_by_letter() {
    let mut book = Book::default();
    for change in demo::seeded(1, 20_000, Time::from_millis(1_767_225_600_000)) {
        book.apply(change).unwrap();
    }
    let mut names = Names::new(RecordType::Person);
    let mut compared = |typed: &str| names.nearest(&book, &Asked::new(typed), 8).compared;
    // What is there in plenty needs none of it, and neither does what is too short for a slip.
    for typed in ["a", "ma", "anna", "smi", "xq", "zzz"] {
        assert_eq!(compared(typed), 0, "{typed}");
    }
    // What is not there needs some, and still few.
    for typed in ["qqqqqq", "xylophonist", "wnodwarsk", "mriaa gomze", "smihtt", "maira"] {
        let compared = compared(typed);
        assert!(compared < 20_000 / 8, "{typed}: {compared} words of 20,000 names");
    }
}
