//! An entry of a day on one line. A task can be dragged to another day.

use leptos::prelude::*;
use web_sys::DragEvent;

use super::Page;
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::field::derived,
    query::agenda::{Item, What},
    route::Route,
};

pub(super) fn picture_of(what: What) -> Picture {
    match what {
        What::Task => Picture::Task,
        What::Again => Picture::Redo,
        What::Close => Picture::Deal,
        What::Birthday => Picture::Star,
        What::Back => Picture::Chat,
    }
}

/// What a record is called.
pub(super) fn name_of(page: Page, item: &Item) -> String {
    let (on, id) = (item.what.on(), item.id);
    page.filtering
        .workspace
        .read(&[on], |book| book.get(on, id).and_then(derived::name_of))
        .unwrap_or_default()
}

#[component]
pub(super) fn Chip(page: Page, item: Item) -> impl IntoView {
    let words = use_words();
    let is_task = item.what == What::Task;
    let kind = item.what.name();
    let picture = picture_of(item.what);
    let href = Route::record(item.what.on(), item.id).href();
    let id = item.id;
    let name = Memo::new(move |_| name_of(page, &item));
    let title = move || {
        let kind = words.text(&format!("calendar-kind-{kind}"));
        format!("{kind}: {}", name.get())
    };
    let drags = move |event: DragEvent| {
        if is_task {
            // Firefox drags nothing that has no data.
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &name.get_untracked());
            }
            page.dragged.set(Some(id));
        }
    };

    view! {
        <li>
            <a
                class="calendar__chip"
                href=href
                tabindex="-1"
                title=title
                draggable=is_task.to_string()
                data-kind=kind
                data-task=is_task.then(|| id.to_string())
                on:dragstart=drags
                on:dragend=move |_| page.dragged.set(None)
            >
                <Icon picture />
                <span class="calendar__name" dir="auto">{name}</span>
            </a>
        </li>
    }
}
