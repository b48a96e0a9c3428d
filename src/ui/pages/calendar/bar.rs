//! What the calendar shows, how to turn it, how to find tasks in it, and how to take it home.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    super::filter::{Filter, SearchInput},
    Page,
};
use crate::{
    state::{language::use_words, toasts::use_toasts},
    ui::components::{
        icon::{Icon, Picture},
        panel_button::PanelButton,
    },
};
use rapport::{
    platform::files,
    route::Span,
    transfer::{
        agenda::{self, Said},
        calendar,
    },
};

#[component]
pub(super) fn Bar(page: Page) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let title = move || {
        let (from, to) = page.days.get();
        page.names.with_value(|names| match page.span.get() {
            Span::Month => names.month(page.around.get()),
            _ => format!("{} – {}", names.day(from), names.day(to)),
        })
    };
    let href = move |day: Option<NaiveDate>| page.route(page.span.get(), day).href();
    let turn = move |forward: bool, message: &'static str, picture: Picture| {
        let label = words.text(message);
        view! {
            <a
                class="button button--plain button--icon calendar__turn"
                href=move || href(Some(page.turned(forward)))
                title=label.clone()
                aria-label=label
            >
                <Icon picture />
            </a>
        }
    };
    let span = move |span: Span| {
        let route = move || page.route(span, Some(page.active.get()));
        view! {
            <a class="button" href=move || route().href() aria-current=move || (page.span.get() == span).then_some("true")>
                {words.text(&format!("calendar-{}", span.name()))}
            </a>
        }
    };
    // What a search or a filter of tasks cannot speak of is not shown meanwhile, and this says so.
    let found = move || {
        page.is_narrowed.get().then(|| {
            let tasks = page
                .items
                .with(|items| items.iter().map(|item| item.id).collect::<BTreeSet<_>>().len());
            words.get().with("calendar-found", &[("count", tasks.into())])
        })
    };
    let filtering = page.filtering;
    let clicked_export = move |_| {
        let i18n = words.get();
        let named = |message: &str, name: &str| i18n.with(message, &[("name", name.into())]);
        let said = Said {
            birthday: &|name| named("calendar-birthday-of", name),
            back: &|name| named("calendar-back-to", name),
        };
        let entries = page.filtering.workspace.peek(|book| agenda::entries(book, said));
        if entries.is_empty() {
            toasts.failed(words.text("calendar-nothing"));
            return;
        }
        let name = files::dated("rapport", "ics");
        let blob = files::blob("text/calendar", calendar::write(entries.into_iter()));
        match blob.and_then(|blob| files::save(&name, &blob)) {
            Ok(()) => toasts.done(i18n.with("transfer-saved", &[("name", (&name).into())]), None),
            Err(error) => {
                toasts.failed(i18n.with("transfer-not-saved", &[("words", (&error).into())]));
            }
        }
    };

    view! {
        <header class="calendar__bar">
            <h1 class="calendar__title" aria-live="polite">{title}</h1>
            <div class="cluster">
                {turn(false, "calendar-previous", Picture::Up)}
                <a class="button" href=move || href(None) on:click=move |_| page.active.set(untrack(|| page.today()))>
                    {words.text("task-today")}
                </a>
                {turn(true, "calendar-next", Picture::Down)}
            </div>
            <nav class="cluster" aria-label=words.text("calendar-spans")>{Span::ALL.map(span).collect_view()}</nav>
            <div class="toolbar__actions">
                <SearchInput filtering />
                <PanelButton is_open=filtering.is_open label=words.text("list-filter") picture=Picture::Filter />
            </div>
            <button class="button" type="button" title=words.text("calendar-export-lead") on:click=clicked_export>
                <Icon picture=Picture::Export />
                {words.text("calendar-export")}
            </button>
            <Filter filtering />
            <p class="calendar__found" role="status">{found}</p>
        </header>
    }
}
