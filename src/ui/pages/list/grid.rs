//! The table itself. Only the rows near what is seen are in the document.

use leptos::{html, prelude::*};
use web_sys::{KeyboardEvent, MouseEvent};

use super::{
    Listing,
    header::{Header, width_of, widths},
    row::Row,
};
use crate::{
    state::{language::use_words, toasts::use_toasts},
    ui::{
        components::icon::{Icon, Picture},
        later,
    },
};
use rapport::{
    domain::{edit::records, field::Kind, id::RecordType, key::Key, table::Slot},
    route::Route,
};

/// The height of a row in pixels; the style sheet gets it from here.
const ROW: usize = 44;

/// Rows kept on either side of what is seen, so that scrolling shows no gaps.
const AROUND: usize = 8;

/// Most rows in the document, however high the screen.
const MOST: usize = 60;

#[component]
pub(super) fn Grid(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, navigation, slots, selected, columns, .. } = listing;
    let scroller = NodeRef::<html::Div>::new();
    // The first row that is seen, and how many are.
    let first = RwSignal::new(0_usize);
    let seen = RwSignal::new(20_usize);
    let active = RwSignal::new(0_usize);
    let editing = RwSignal::new(None::<(Slot, Key)>);
    let anchor = RwSignal::new(0_usize);
    let widths = RwSignal::new(widths(on));
    let drag = RwSignal::new(None);
    let is_defining = RwSignal::new(false);

    let measure = move || {
        let Some(element) = scroller.get_untracked() else { return };
        let rows = |pixels: i32| usize::try_from(pixels).unwrap_or_default() / ROW;
        first.set(rows(element.scroll_top()));
        seen.set(rows(element.client_height()) + 1);
    };
    // Learns the height once the element is there; the browser alone knows it.
    Effect::new(move || {
        if scroller.get().is_some() {
            measure();
        }
    });
    let resize = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resize.remove());

    let count = Memo::new(move |_| slots.with(|slots| slots.len()));
    // In steps of four, so that scrolling renews rows four at a time and not at each pixel. A row is
    // known by its place: another search changes what is in it and leaves the elements as they are.
    let rows = Memo::new(move |_| {
        let from = first.get().saturating_sub(AROUND) / 4 * 4;
        let to = (first.get() + seen.get() + AROUND).next_multiple_of(4).min(from + MOST);
        from..to.min(count.get())
    });
    let count = move || count.get();
    let template = move || {
        let widths = widths.get();
        let columns = columns.get().into_iter().map(|key| format!("{}px", width_of(&widths, key)));
        format!("44px {} 44px", columns.collect::<Vec<_>>().join(" "))
    };

    let scroll_to = move |row: usize| {
        let Some(element) = scroller.get_untracked() else { return };
        let pixels = |row: usize| i32::try_from(row * ROW).unwrap_or(i32::MAX);
        let height = element.client_height() - pixels(1);
        if pixels(row) < element.scroll_top() {
            element.set_scroll_top(pixels(row));
        } else if pixels(row + 1) > element.scroll_top() + height {
            element.set_scroll_top(pixels(row + 1) - height);
        }
    };
    let id_at = move |row: usize| {
        let slot = slots.with_untracked(|slots| slots.get(row).copied())?;
        workspace.peek(|book| Some(book.table(on).at(slot)?.id))
    };
    let open = move |row: usize| {
        if let Some(id) = id_at(row) {
            navigation.go(&Route::List { on, list: listing.list.get_untracked(), open: Some(id) });
        }
    };
    let select_between = move |a: usize, b: usize| {
        let chosen = slots.with_untracked(|slots| {
            slots.iter().copied().skip(a.min(b)).take(a.abs_diff(b) + 1).collect()
        });
        selected.set(chosen);
    };
    let toggle = move |row: usize| {
        let Some(slot) = slots.with_untracked(|slots| slots.get(row).copied()) else { return };
        selected.update(|selected| {
            if !selected.remove(&slot) {
                selected.insert(slot);
            }
        });
        anchor.set(row);
    };
    let select_all = move || {
        let all = slots.with_untracked(|slots| slots.iter().copied().collect());
        selected.set(all);
    };
    let delete = move || {
        let mut ids = listing.selected_ids();
        if ids.is_empty() {
            ids.extend(id_at(active.get_untracked()));
        }
        later::delete(words, toasts, listing, ids);
    };
    let pressed = move |event: KeyboardEvent| {
        if editing.get_untracked().is_some() {
            return;
        }
        let last = count().saturating_sub(1);
        let here = active.get_untracked().min(last);
        let page = seen.get_untracked().saturating_sub(2);
        let with_control = event.ctrl_key() || event.meta_key();
        let to = match event.key().as_str() {
            "ArrowDown" => (here + 1).min(last),
            "ArrowUp" => here.saturating_sub(1),
            "PageDown" => (here + page).min(last),
            "PageUp" => here.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                open(here);
                here
            }
            " " => {
                toggle(here);
                here
            }
            "a" if with_control => {
                select_all();
                here
            }
            "Escape" => {
                selected.update(std::collections::BTreeSet::clear);
                here
            }
            "Delete" => {
                delete();
                here
            }
            "F2" => {
                let slot = slots.with_untracked(|slots| slots.get(here).copied());
                let key = columns.get_untracked().into_iter().find(|key| is_inline(*key));
                editing.set(slot.zip(key));
                here
            }
            _ => return,
        };
        event.prevent_default();
        active.set(to);
        if to != here && event.shift_key() {
            select_between(anchor.get_untracked(), to);
        } else if to != here {
            anchor.set(to);
        }
        scroll_to(to);
    };
    let clicked = move |row: usize, event: &MouseEvent| {
        active.set(row);
        if event.shift_key() {
            select_between(anchor.get_untracked(), row);
        } else if event.ctrl_key() || event.meta_key() {
            toggle(row);
        } else {
            anchor.set(row);
        }
    };
    let label = if on == RecordType::Organization { "nav-organizations" } else { "nav-people" };
    let all_selected =
        move || count() > 0 && selected.with(std::collections::BTreeSet::len) >= count();

    view! {
        <div
            class="grid"
            id="grid"
            role="grid"
            tabindex="0"
            node_ref=scroller
            aria-label=words.text(label)
            aria-multiselectable="true"
            aria-rowcount=move || (count() + 1).to_string()
            aria-colcount=move || (columns.with(Vec::len) + 2).to_string()
            aria-activedescendant=move || (count() > 0).then(|| format!("row-{}", active.get()))
            data-empty=move || (count() == 0).then_some("")
            style:--columns=template
            style:--row=format!("{ROW}px")
            on:scroll=move |_| measure()
            on:keydown=pressed
        >
            <div class="grid__head" role="row" aria-rowindex="1">
                <div class="grid__cell" role="columnheader">
                    <label class="grid__check">
                        <input
                            type="checkbox"
                            aria-label=words.text("list-select-all")
                            prop:checked=all_selected
                            on:change=move |_| if all_selected() { selected.update(std::collections::BTreeSet::clear) } else { select_all() }
                        />
                    </label>
                </div>
                <For each=move || columns.get() key=|key| *key let:key>
                    <Header listing key widths drag />
                </For>
                <div class="grid__cell" role="columnheader">
                    <button
                        class="button button--plain button--icon"
                        id="new-field"
                        type="button"
                        title=words.text("fields-new")
                        aria-label=words.text("fields-new")
                        on:click=move |_| is_defining.set(true)
                    >
                        <Icon picture=Picture::Add />
                    </button>
                </div>
            </div>
            <div class="grid__body" role="rowgroup" style:height=move || format!("{}px", count() * ROW)>
                <For each=move || rows.get() key=|row| *row let:row>
                    <Row
                        listing
                        index=row
                        active
                        editing
                        on_click=move |event: MouseEvent| clicked(row, &event)
                        on_toggle=move || toggle(row)
                        top=row * ROW
                    />
                </For>
            </div>
        </div>
        <Show when=move || count() == 0>
            <Empty listing />
        </Show>
        <Show when=move || is_defining.get()>{later::new_field(listing, is_defining)}</Show>
    }
}

/// What stands where no rows are.
#[component]
fn Empty(listing: Listing) -> impl IntoView {
    let words = use_words();
    let on = listing.on;
    let is_filtered = move || listing.list.with(|list| !list.query.finds_all());

    view! {
        <div class="empty">
            {move || if is_filtered() {
                view! {
                    <p class="empty__title">{words.text("list-nothing-found")}</p>
                    <p>{words.text("list-nothing-found-lead")}</p>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| listing.ask(|list| {
                            list.query.filter.clear();
                            list.query.search.clear();
                        }, true)
                    >
                        {words.text("list-clear")}
                    </button>
                }.into_any()
            } else {
                view! {
                    <p class="empty__title">{words.text(&format!("list-empty-{}", on.name()))}</p>
                    <p>{words.text("list-empty-lead")}</p>
                    <div class="cluster">
                        <a class="button button--primary" href=Route::New { on }.href()>{words.text(&format!("list-add-{}", on.name()))}</a>
                        <a class="button" href=Route::Transfer.href()>{words.text("list-import")}</a>
                    </div>
                }.into_any()
            }}
        </div>
    }
}

/// Whether a field can be edited in the grid: one line, or one of a few choices.
pub(super) fn is_inline(key: Key) -> bool {
    key.field().is_some_and(|field| {
        field.is_editable()
            && matches!(
                field.kind,
                Kind::Text
                    | Kind::Number
                    | Kind::Money(_)
                    | Kind::Percent
                    | Kind::Rating
                    | Kind::Flag
                    | Kind::Day
                    | Kind::Time
                    | Kind::Choice(_)
                    | Kind::Email
                    | Kind::Phone
                    | Kind::Link
            )
    })
}

/// The change that a cell asks for.
pub(super) fn edit_cell(
    listing: Listing,
    slot: Slot,
    key: Key,
    seen: Option<rapport::domain::value::Value>,
    value: Option<rapport::domain::value::Value>,
    then: impl FnOnce(Result<(), rapport::storage::session::CommitError>) + 'static,
) {
    let on = listing.on;
    let Some(id) = listing.workspace.peek(|book| book.table(on).at(slot).map(|record| record.id))
    else {
        return;
    };
    let seen = records::Input::from([(key, seen)]);
    let input = records::Input::from([(key, value)]);
    listing
        .workspace
        .commit(move |book, stamp| records::edit(book, on, id, &seen, &input, stamp), then);
}
