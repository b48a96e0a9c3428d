//! The files that were brought in and not taken back: what came of them, and the way back.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, start, toasts::use_toasts, use_workspace},
    ui::{
        commands,
        components::icon::{Icon, Picture},
        pages::unread::{Reading, Unread},
    },
};
use rapport::{
    domain::{field::keys, id::RecordType},
    platform::files,
    query::Query,
    route::{List, Route},
    storage::journal::Header,
    transfer::{csv, incoming::Counts, naming},
};

#[component]
pub(super) fn Imports() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let imports = RwSignal::new(Vec::<Header>::new());
    let reading = Reading::new();
    // Synchronizes with the journal, which is read from disk.
    Effect::new(move || {
        reading.track();
        for on in RecordType::ALL {
            workspace.track(on);
        }
        start(async move {
            if let Some(found) = reading.ended(workspace.imports().await) {
                // The page may be gone by now.
                let _ = imports.try_set(found);
            }
        });
    });

    view! {
        <Unread reading />
        <Show when=move || imports.with(|all| !all.is_empty())>
            <section class="sheet__section">
                <h2>{words.text("imports")}</h2>
                <ul class="imports" role="list">
                    <For each=move || imports.get() key=|import| import.position let:import>
                        <ImportRow import />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn ImportRow(import: Header) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let Header { position, at, label, .. } = import;
    // What the import has kept about itself; older ones have kept nothing.
    let (counts, set_aside) = workspace.peek(|book| {
        let imports = book.table(RecordType::Import).iter().map(|(_, it)| it);
        let own = imports
            .filter(|it| it.time(keys::CREATED) == Some(at))
            .find(|it| it.text(keys::NAME) == Some(&*label.name));
        let text = |key| own.and_then(|it| it.text(key)).unwrap_or_default().to_owned();
        (Counts::read(&text(keys::FIGURES)), text(keys::SET_ASIDE))
    });
    let i18n = words.get();
    let figures = counts.into_iter().map(|(name, count)| {
        format!("{}: {}", i18n.text(&format!("import-{name}")), i18n.number(count))
    });
    let figures = i18n.list(figures);
    let on = if label.on == RecordType::Organization { label.on } else { RecordType::Person };
    let query = Query { filter: format!("import:{position}"), ..Query::default() };
    let list = Route::List { on, list: List { query, ..List::default() }, open: None };
    let name = StoredValue::new(label.name.to_string());
    let clicked_take_back = move |_| {
        workspace.undo_at(position, move |undone| match undone {
            Ok(header) => {
                let what = words.get().label(&header.label);
                toasts.done(words.get().with("undone", &[("what", (&what).into())]), None);
            }
            Err(error) => commands::not_done(words, toasts, &error),
        });
    };
    let has_aside = !set_aside.is_empty();
    let clicked_aside = move |_| {
        let name = name.with_value(|name| naming::part(name));
        let name = format!("{name} – {}.csv", words.text("imports-aside-name"));
        let reason = words.text("csv-set-aside");
        let rows = csv::with_reason(&set_aside, &words.text("imports-reason"), &reason);
        let saved = files::blob("text/csv", [rows].into_iter());
        if let Err(error) = saved.and_then(|blob| files::save(&name, &blob)) {
            let words = words.get().with("transfer-not-saved", &[("words", (&error).into())]);
            toasts.failed(words);
        }
    };

    view! {
        <li class="imports__row">
            <div class="imports__what">
                <strong dir="auto">{name.get_value()}</strong>
                <span class="subtle">{i18n.formats.moment(at)}</span>
                <span class="subtle">{figures}</span>
            </div>
            <div class="cluster">
                <a class="button" href=list.href()>{i18n.text("imports-show")}</a>
                {has_aside.then(|| view! {
                    <button class="button" type="button" on:click=clicked_aside>{i18n.text("imports-aside")}</button>
                })}
                <button class="button" type="button" on:click=clicked_take_back>
                    <Icon picture=Picture::Undo />
                    {i18n.text("imports-take-back")}
                </button>
            </div>
        </li>
    }
}
