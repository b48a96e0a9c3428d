//! People or organizations: find, filter, sort, select, and open one beside the list.
//!
//! The address holds what is asked for; signals hold what a reload may forget: the selection, the
//! row that the keyboard is on, the place scrolled to.

pub(in crate::ui) mod arrange;
pub(in crate::ui) mod bulk;
mod change;
pub(in crate::ui) mod columns;
pub(in crate::ui) mod export;
mod grid;
mod header;
pub(in crate::ui) mod new_field;
mod picker;
pub(in crate::ui) mod row;
pub(in crate::ui) mod task_links;
mod toolbar;
pub(in crate::ui) mod walk;

use std::{collections::BTreeSet, sync::Arc};

use leptos::{html, prelude::*};

use self::{bulk::BulkBar, grid::Grid, toolbar::Toolbar};
use super::filter::Filtering;
use crate::state::{
    Workspace,
    navigation::{Navigation, use_navigation},
    use_workspace,
};
use crate::ui::{keyboard::use_here, later};
use rapport::{
    domain::{
        field::{Field, fields_of},
        id::{Id, RecordType},
        key::Key,
        table::Slot,
    },
    query::arrange::{Folds, Group, Lines},
    route::{List, Route, usual_columns},
};

/// The height of a row in pixels; the style sheet gets it from here.
const ROW: usize = 44;

/// How long what is typed must rest before it is counted, in milliseconds.
const REST: u32 = 200;

/// What is found, and its groups.
type Found = (Arc<Vec<Slot>>, Arc<Vec<Group>>);

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Listing {
    on: RecordType,
    workspace: Workspace,
    navigation: Navigation,
    /// What the address asks for.
    list: Memo<List>,
    /// The record that is open beside the list.
    open: Memo<Option<Id>>,
    columns: Memo<Vec<Key>>,
    /// What is found, in order.
    slots: Memo<Arc<Vec<Slot>>>,
    /// The groups that are folded.
    folded: Memo<Folds>,
    lines: Memo<Lines>,
    selected: RwSignal<BTreeSet<Slot>>,
    /// The question before many are deleted is open.
    is_deleting: RwSignal<bool>,
    /// The filter's panel is open, or that of the view.
    is_filtering: RwSignal<bool>,
    is_arranging: RwSignal<bool>,
    /// The row that the keyboard is on, and the one that a selection of many starts from.
    active: RwSignal<usize>,
    anchor: RwSignal<usize>,
    editing: RwSignal<Option<(Slot, Key)>>,
    scroller: NodeRef<html::Div>,
    /// How many rows are seen.
    seen: RwSignal<usize>,
}

impl Listing {
    /// Changes what is asked for, in the address too. With `step`, the back button returns to before.
    fn ask(self, change: impl FnOnce(&mut List), step: bool) {
        self.filtering().ask(change, step);
    }

    /// The address of a record beside this list, as it is asked for now.
    fn href(self, id: Id) -> String {
        Route::List { on: self.on, list: self.list.get(), open: Some(id) }.href()
    }

    fn select_between(self, a: usize, b: usize) {
        let chosen = self.slots.with_untracked(|slots| {
            slots.iter().copied().skip(a.min(b)).take(a.abs_diff(b) + 1).collect()
        });
        self.selected.set(chosen);
    }

    /// What of it the search and the filter work with.
    pub(in crate::ui) fn filtering(self) -> Filtering {
        let Self { on, workspace, navigation, list, is_filtering, .. } = self;
        Filtering { on, workspace, navigation, list, is_open: is_filtering }
    }

    /// Opens the view's panel.
    pub(in crate::ui) fn arrange(self) {
        self.is_arranging.set(true);
    }

    pub(in crate::ui) fn select_all(self) {
        self.select_between(0, self.slots.with_untracked(|slots| slots.len()));
    }

    fn toggle(self, row: usize) {
        let Some(slot) = self.slots.with_untracked(|slots| slots.get(row).copied()) else { return };
        self.selected.update(|selected| {
            if !selected.remove(&slot) {
                selected.insert(slot);
            }
        });
        self.anchor.set(row);
    }

    /// The selected records that are found, in the order of the list.
    fn selected_slots(self) -> Arc<Vec<Slot>> {
        let selected = self.selected.get_untracked();
        let slots = self.slots.get_untracked();
        Arc::new(slots.iter().copied().filter(|slot| selected.contains(slot)).collect())
    }

    /// Ids of the selected records, in the order of the list.
    fn selected_ids(self) -> Vec<Id> {
        let slots = self.selected_slots();
        self.workspace.peek(|book| {
            slots.iter().filter_map(|slot| Some(book.table(self.on).at(*slot)?.id)).collect()
        })
    }
}

#[component]
pub(in crate::ui) fn ListPage(on: RecordType) -> impl IntoView {
    let navigation = use_navigation();
    let workspace = use_workspace();
    let asked = move || match navigation.route() {
        Route::List { on: other, list, open } if other == on => (list, open),
        _ => (List::default(), None),
    };
    let list = Memo::new(move |_| asked().0);
    let open = Memo::new(move |_| asked().1);
    let query = Memo::new(move |_| list.get().query);
    let columns = Memo::new(move |_| {
        // A field may be gone or switched off.
        workspace.track(RecordType::Field);
        let mut columns = list.get().columns.unwrap_or_else(|| usual_columns(on));
        let there: Vec<_> = fields_of(on).map(Field::key).collect();
        columns.retain(|key| there.contains(key));
        columns
    });
    // While an answer is being made ready, the one before it stays.
    let found = Memo::new(move |before: Option<&Found>| {
        let found = query.with(|query| workspace.find(on, query));
        let found = found.map(|found| (Arc::new(found.slots), Arc::new(found.groups)));
        found.or_else(|| before.cloned()).unwrap_or_default()
    });
    let slots = Memo::new(move |_| found.get().0);
    let folded = Memo::new(move |_| list.get().folded);
    let lines = Memo::new(move |_| {
        let rows = slots.with(|slots| slots.len());
        folded.with(|folded| found.with(|(_, groups)| Lines::new(rows, groups, folded)))
    });
    let listing = Listing {
        on,
        workspace,
        navigation,
        list,
        open,
        columns,
        slots,
        folded,
        lines,
        is_filtering: RwSignal::new(false),
        is_arranging: RwSignal::new(false),
        selected: RwSignal::new(BTreeSet::new()),
        is_deleting: RwSignal::new(false),
        active: RwSignal::new(0),
        anchor: RwSignal::new(0),
        editing: RwSignal::new(None),
        scroller: NodeRef::new(),
        seen: RwSignal::new(20),
    };
    let here = use_here();
    // It stays once it was opened, since a dialog that closes gives back the focus.
    let is_export_wanted =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || here.is_exporting.get());
    here.listing.set_value(Some(listing));
    on_cleanup(move || {
        // The frame may be gone by now, too.
        let _ = here.listing.try_set_value(None);
        let _ = here.is_exporting.try_set(false);
    });

    view! {
        <div class="list" data-open=move || open.get().map(|_| "")>
            <section class="list__main">
                <Toolbar listing />
                <BulkBar listing />
                <Grid listing />
            </section>
            {move || open.get().map(|id| later::record_panel(on, id))}
            <Show when=move || is_export_wanted.get()>{later::export_dialog(listing)}</Show>
        </div>
    }
}
