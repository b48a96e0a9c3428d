//! The table itself. Only the rows near what is seen are in the document.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::{
    Listing, ROW,
    header::{Header, width_of, widths},
    row::Row,
};
use crate::{
    state::language::use_words,
    ui::{
        components::icon::{Icon, Picture},
        later,
    },
};
use rapport::{
    domain::{
        edit::records,
        field::{Kind, keys},
        key::Key,
        table::Slot,
    },
    platform::dom::Resizing,
    query::arrange::{Line, Lines},
    route::Route,
};

/// Rows kept on either side of what is seen, so that scrolling shows no gaps.
const AROUND: usize = 8;

/// Most rows in the document, however high the screen.
const MOST: usize = 60;

#[component]
pub(super) fn Grid(listing: Listing) -> impl IntoView {
    let words = use_words();
    let Listing { on, slots, lines, selected, columns, scroller, seen, active, .. } = listing;
    let Listing { anchor, editing, .. } = listing;
    // The first line that is seen.
    let first = RwSignal::new(0_usize);
    let widths = RwSignal::new(widths(on));
    let drag = RwSignal::new(None);
    let is_defining = RwSignal::new(false);

    let measure = move || {
        let Some(element) = scroller.get_untracked() else { return };
        let rows = |pixels: i32| usize::try_from(pixels).unwrap_or_default() / ROW;
        first.set(rows(element.scroll_top()));
        seen.set(rows(element.client_height()) + 1);
    };
    // The browser alone knows the height: it changes with the window and with what opens above the grid.
    let resizing = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(element) = scroller.get() {
            resizing.set_value(Some(Resizing::new(&element, measure)));
        }
    });

    let count = Memo::new(move |_| slots.with(|slots| slots.len()));
    // In steps of four, so that scrolling renews rows four at a time and not at each pixel. A row is
    // known by its place: another search changes what is in it and leaves the elements as they are.
    let near = Memo::new(move |_| {
        let from = first.get().saturating_sub(AROUND) / 4 * 4;
        let to = (first.get() + seen.get() + AROUND).next_multiple_of(4).min(from + MOST);
        from..to
    });
    let rows = move || {
        lines.with(|lines| {
            let row = |line| match lines.at(line) {
                Some(Line::Row(row)) => Some(row),
                _ => None,
            };
            near.get().filter_map(row).collect::<Vec<_>>()
        })
    };
    let is_grouped = Memo::new(move |_| listing.list.with(|list| list.query.group.is_some()));
    let has_totals = Memo::new(move |_| listing.list.with(|list| !list.totals.is_empty()));
    let count = move || count.get();
    let template = move || {
        let widths = widths.get();
        let columns = columns.get().into_iter().map(|key| format!("{}px", width_of(&widths, key)));
        format!("44px {} 44px", columns.collect::<Vec<_>>().join(" "))
    };
    // The boxes and the names, which stay in sight.
    let frozen = move || format!("{}px", 44 + width_of(&widths.get(), keys::DISPLAY_NAME));

    let clicked = move |row: usize, event: &MouseEvent| {
        active.set(row);
        if event.shift_key() {
            listing.select_between(anchor.get_untracked(), row);
        } else if event.ctrl_key() || event.meta_key() {
            listing.toggle(row);
        } else {
            anchor.set(row);
        }
    };
    let label = format!("nav-{}", on.plural());
    let all_selected =
        move || count() > 0 && selected.with(std::collections::BTreeSet::len) >= count();

    view! {
        <div
            class="grid"
            id="grid"
            role="grid"
            tabindex="0"
            node_ref=scroller
            aria-label=words.text(&label)
            aria-multiselectable="true"
            aria-rowcount=move || (count() + 1).to_string()
            aria-colcount=move || (columns.with(Vec::len) + 2).to_string()
            aria-activedescendant=move || (count() > 0).then(|| format!("row-{}", active.get()))
            data-empty=move || (count() == 0).then_some("")
            style:--columns=template
            style:--frozen=frozen
            style:--row=format!("{ROW}px")
            on:scroll=move |_| measure()
        >
            <div class="grid__head" role="row" aria-rowindex="1">
                <div class="grid__cell" role="columnheader">
                    <label class="grid__check">
                        <input
                            type="checkbox"
                            aria-label=words.text("list-select-all")
                            prop:checked=all_selected
                            on:change=move |_| if all_selected() { selected.update(std::collections::BTreeSet::clear) } else { listing.select_all() }
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
            <div class="grid__body" role="rowgroup" style:height=move || format!("{}px", lines.with(Lines::count) * ROW)>
                <Show when=move || is_grouped.get()>{later::group_heads(listing, near)}</Show>
                <For each=rows key=|row| *row let:row>
                    <Row
                        listing
                        index=row
                        active
                        editing
                        on_click=move |event: MouseEvent| clicked(row, &event)
                        on_toggle=move || listing.toggle(row)
                    />
                </For>
            </div>
            <Show when=move || has_totals.get()>{later::totals_row(listing)}</Show>
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
                later::nothing_found(listing.filtering())
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

/// Whether a field can be edited in the grid, which shows no pictures.
pub(super) fn is_inline(key: Key) -> bool {
    key.field().is_some_and(|field| field.is_editable() && field.kind != Kind::Photo)
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
