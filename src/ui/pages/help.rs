//! How to write a filter: examples to try, and every operator there is, with what it means.

use leptos::prelude::*;

use crate::state::language::use_words;
use rapport::{
    domain::id::RecordType,
    query::{
        Query,
        examples::EXAMPLES,
        operator::{Class, Entry, Operator, Takes, operators_of},
        text::DEEPEST,
    },
    route::{List, Route},
};

#[component]
pub(in crate::ui) fn HelpPage() -> impl IntoView {
    let words = use_words();
    let i18n = words.get();
    let href = |filter: &str| {
        let query = Query { filter: filter.to_owned(), ..Query::default() };
        Route::List { on: RecordType::Person, list: List { query, ..List::default() }, open: None }
            .href()
    };
    let examples = EXAMPLES.map(|(name, filter)| {
        // Names of tags differ from workspace to workspace, so nothing is linked that asks for one.
        let code = view! { <code dir="ltr">{filter}</code> };
        let shown = if filter.contains("tag:") {
            code.into_any()
        } else {
            view! { <a href=href(filter)>{code}</a> }.into_any()
        };
        view! {
            <tr>
                <td>{shown}</td>
                <td>{i18n.text(&format!("example-{name}"))}</td>
            </tr>
        }
    });
    let row = |code: String, name: Option<String>, meaning: String| {
        let name = name.map(|name| view! { <strong>{name}</strong><br /> });
        view! {
            <tr>
                <td><code dir="ltr">{code}</code></td>
                <td>{name}{meaning}</td>
            </tr>
        }
    };
    let meaning = |entry: &Entry| i18n.operator_help(entry).unwrap_or_default();
    let whole = [
        ("has:phones", Operator::Filled),
        ("segment:a,b", Operator::InSegment),
        ("import:12", Operator::InImport),
    ];
    let whole = whole
        .map(|(code, operator)| row(code.to_owned(), None, meaning(operator.entry())))
        .collect_view();
    let word = row("anna".to_owned(), None, i18n.text("help-word"));
    let classes = Class::VALUES.into_iter().chain([Class::Related]).filter_map(|class| {
        let mut entries = operators_of(class)
            .filter(|entry| entry.operator != Operator::Filled)
            .map(|entry| row(pattern(entry), Some(i18n.operator(entry, false)), meaning(entry)))
            .peekable();
        entries.peek()?;
        let title = i18n.text(&format!("class-{}", class_name(class)));
        Some(view! {
            <section class="help__class">
                <h3>{title}</h3>
                <table class="help__table"><tbody>{entries.collect_view()}</tbody></table>
            </section>
        })
    });

    view! {
        <div class="sheet help">
            <div class="sheet__head"><h1>{words.text("help-title")}</h1></div>
            <p>{words.text("help-lead")}</p>
            <p>{words.text("help-groups")} " " {i18n.with("help-nesting", &[("count", DEEPEST.into())])}</p>
            <h2>{words.text("help-examples")}</h2>
            <table class="help__table"><tbody>{examples}</tbody></table>
            <h2>{words.text("help-whole")}</h2>
            <table class="help__table"><tbody>{word}{whole}</tbody></table>
            <h2>{words.text("help-operators")}</h2>
            <p>{words.text("help-missing")}</p>
            <p>{words.text("help-fields")}</p>
            <p>{words.text("help-past")}</p>
            <div class="help__classes">{classes.collect_view()}</div>
        </div>
    }
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Number => "number",
        Class::Date => "date",
        Class::Choice => "choice",
        Class::Choices => "choices",
        Class::Links => "links",
        Class::Flag => "flag",
        Class::Related => "related",
        Class::Text | Class::Other | Class::Words | Class::Segment | Class::Import => "text",
    }
}

/// How an operator is written, with something in the place of its value.
fn pattern(entry: &Entry) -> String {
    let value = match entry.takes {
        Takes::Nothing => "",
        Takes::Pattern => "\"^a.*z$\"",
        Takes::Slips => "nowak",
        Takes::Count => "10",
        Takes::Numbers => "1,2",
        Takes::Number => "5",
        Takes::Range => "1..5",
        Takes::Share => "10%",
        Takes::When => "2026-03",
        Takes::Whens => "2026-01-01..2026-03-31",
        Takes::Ago => "30d",
        Takes::Ahead => "+2w",
        Takes::Weekdays => "mon,tue",
        Takes::Months => "3,4",
        Takes::Flag => "yes",
        Takes::Texts | Takes::Members | Takes::Segments => "a,b",
        Takes::Positions => "12",
        Takes::Group => "(body:a)",
        Takes::Counted => "(body:a) >= 2",
        Takes::Step => "a to b",
    };
    match (entry.sign, entry.takes) {
        ("any", _) => value.to_owned(),
        (":", _) => format!(":{value}"),
        ("~", _) => format!("~1 {value}"),
        (sign, Takes::Group | Takes::Counted) => format!("{sign}{value}"),
        (sign, _) => format!("{sign} {value}"),
    }
}
