//! Open deals by stage: seen at a glance, added, moved from stage to stage, won and lost.
//!
//! The address holds the pipeline, what is asked for and the deal that is open beside it; signals hold what a
//! reload may forget: the card that the keyboard is on, what is being dragged, which line is open for a new
//! deal.

mod card;
mod column;
mod drag;
mod walk;

use std::sync::Arc;

use leptos::{ev, prelude::*};

use self::{
    column::ColumnView,
    drag::{Ghost, Pointer, Zones},
    walk::Carried,
};
use super::{
    deal_ways::DealWays,
    filter::{Filter, Filtering, SearchInput},
};
use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        navigation::{Navigation, use_navigation},
        toasts::{Toasts, use_toasts},
        use_workspace,
    },
    ui::{
        commands,
        components::{
            icon::{Icon, Picture},
            panel_button::PanelButton,
        },
        forms::LostDialog,
        keyboard::use_here,
        later,
    },
};
use rapport::{
    domain::{
        edit::{deals, pipelines},
        field::{derived, keys},
        id::{Id, RecordType},
    },
    platform::preferences,
    query::board::{self, Column},
    route::Route,
};

/// The name of the preference that holds the pipeline that was looked at last.
const LAST: &str = "board.pipeline";

/// The types of record that a board tells of.
const SHOWN: [RecordType; 4] =
    [RecordType::Deal, RecordType::Stage, RecordType::Pipeline, RecordType::Workspace];

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Board {
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    navigation: Navigation,
    /// The first of two keys, when it has been pressed.
    begun: RwSignal<Option<&'static str>>,
    /// The address of this board, without a deal beside it.
    route: Memo<Route>,
    /// The deal that is open beside the board.
    open: Memo<Option<Id>>,
    columns: Memo<Arc<Vec<Column>>>,
    /// The card that the keyboard is on.
    active: RwSignal<Option<Id>>,
    /// The one card that the tab key stops at: the one that the keyboard is on, or else the first.
    tabbed: Memo<Option<Id>>,
    /// The card that the keyboard has picked up.
    carried: RwSignal<Option<Carried>>,
    pointer: StoredValue<Pointer>,
    /// The stage whose line for a new deal is open.
    adding: RwSignal<Option<Id>>,
    losing: RwSignal<Option<Id>>,
    /// What is said to whoever does not see it.
    said: RwSignal<String>,
}

impl Board {
    /// The address of a deal beside this board.
    fn href(self, deal: Id) -> String {
        self.route.get().opening(deal).href()
    }

    fn pointer(self) -> Pointer {
        self.pointer.get_value()
    }

    /// The stage that a deal is seen in.
    fn stage_of(self, deal: Id) -> Option<Id> {
        self.columns.with_untracked(|columns| {
            columns.iter().find(|column| column.deals.contains(&deal)).map(|column| column.stage)
        })
    }

    /// Moves a deal to a stage; the message offers to take that back.
    fn drop_on(self, deal: Id, stage: Id) {
        if self.stage_of(deal) == Some(stage) {
            return;
        }
        let Self { words, toasts, workspace, .. } = self;
        commands::change_deal(
            words,
            toasts,
            workspace,
            deal,
            "deal-was-moved",
            move |book, stamp| deals::move_to(book, deal, stage, stamp),
        );
    }

    fn win(self, deal: Id) {
        self.leave(deal);
        commands::win(self.words, self.toasts, self.workspace, deal);
    }

    /// Asks why a deal was lost.
    fn lose(self, deal: Id) {
        self.leave(deal);
        self.losing.set(Some(deal));
    }
}

#[component]
pub(in crate::ui) fn BoardPage() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let route = Memo::new(move |_| navigation.route().closed());
    let open = Memo::new(move |_| navigation.route().open_record());
    let filtering = Filtering {
        on: RecordType::Deal,
        workspace,
        navigation,
        list: Memo::new(move |_| route.get().asked()),
        is_open: RwSignal::new(false),
    };
    // The one that the address names, or the last one, or the first one.
    let pipeline = Memo::new(move |_| {
        let last = || preferences::read::<String>(LAST).and_then(|id| Id::parse(&id));
        workspace.read(&[RecordType::Pipeline], |book| {
            let is_there = |id: &Id| book.get(RecordType::Pipeline, *id).is_some();
            let asked = match route.get() {
                Route::Board { pipeline, .. } => pipeline,
                _ => None,
            };
            let known = asked.filter(is_there).or_else(|| last().filter(is_there));
            known.or_else(|| pipelines::all(book).first().map(|first| first.id))
        })
    });
    let query = filtering.query();
    let found = filtering.found(query);
    let columns = Memo::new(move |_| {
        let pipeline = pipeline.get();
        let found = found.get().unwrap_or_default();
        let columns = workspace.read(&SHOWN, |book| Some(board::columns(book, pipeline?, &found)));
        Arc::new(columns.unwrap_or_default())
    });
    let is_filtered = Memo::new(move |_| query.with(|query| !query.finds_all()));
    let is_bare = Memo::new(move |_| columns.with(|columns| has_only_empty(columns)));
    let active = RwSignal::new(None);
    let tabbed = Memo::new(move |_| {
        let active = active.get();
        columns.with(|columns| {
            let mut all = columns.iter().flat_map(|column| column.deals.iter());
            let first = all.clone().next();
            active.filter(|active| all.any(|deal| deal == active)).or(first.copied())
        })
    });
    let here = use_here();
    let board = Board {
        words,
        toasts: use_toasts(),
        workspace,
        navigation,
        begun: here.begun,
        route,
        open,
        columns,
        active,
        tabbed,
        carried: RwSignal::new(None),
        pointer: StoredValue::new(Pointer::new()),
        adding: RwSignal::new(None),
        losing: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    here.filters(filtering);
    let pressed = window_event_listener(ev::keydown, move |event| board.pressed_in_page(&event));
    on_cleanup(move || pressed.remove());
    let stages = move || {
        board.columns.with(|columns| columns.iter().map(|column| column.stage).collect::<Vec<_>>())
    };

    view! {
        <div class="list" data-open=move || open.get().map(|_| "")>
            <section class="list__main">
                <Toolbar board filtering pipeline />
                <Show when=move || pipeline.get().is_some() fallback=move || view! { <Empty board /> }>
                    <p class="visually-hidden" id="board-keys">{words.text("board-keys")}</p>
                    <div
                        class="board"
                        id="board"
                        role="group"
                        aria-label=words.text("board")
                        aria-describedby="board-keys"
                        node_ref=board.pointer().board
                        data-bare=move || (is_bare.get() && is_filtered.get()).then_some("")
                        data-dragging=move || board.pointer().drag.with(Option::is_some).then_some("")
                        on:pointerdown=move |event| board.grabbed(&event)
                        on:pointermove=move |event| board.moved(&event)
                        on:pointerup=move |_| board.dropped()
                        on:pointercancel=move |_| board.let_go()
                        on:click=move |event| board.clicked(&event)
                        on:focusin=move |event| board.focused(&event)
                        on:keydown=move |event| board.pressed(&event)
                    >
                        <div class="board__columns" node_ref=board.pointer().scroller>
                            <For each=stages key=|stage| *stage let:stage>
                                <ColumnView board stage />
                            </For>
                        </div>
                        <Zones board />
                        <Ghost board />
                    </div>
                    <Show when=move || is_bare.get()>
                        <Show
                            when=move || is_filtered.get()
                            fallback=move || view! { <p class="board__none">{words.text("board-empty-lead")}</p> }
                        >
                            <div class="empty">{later::nothing_found(filtering)}</div>
                        </Show>
                    </Show>
                    <Show when=move || columns.with(|columns| columns.is_empty())>
                        <p class="board__none">
                            {words.text("board-no-stages")}
                            " "
                            <a href=Route::Settings.href()>{words.text("nav-settings")}</a>
                        </p>
                    </Show>
                </Show>
                <p class="visually-hidden" role="status">{move || board.said.get()}</p>
            </section>
            {move || open.get().map(|id| later::record_panel(RecordType::Deal, id))}
            <LostDialog deal=board.losing />
        </div>
    }
}

/// Whether there are stages and nothing in them.
fn has_only_empty(columns: &[Column]) -> bool {
    !columns.is_empty() && columns.iter().all(|column| column.deals.is_empty())
}

/// What stands above the columns: all that is open, the other way to look at it, and the pipeline.
#[component]
fn Toolbar(board: Board, filtering: Filtering, pipeline: Memo<Option<Id>>) -> impl IntoView {
    let Board { words, workspace, navigation, columns, .. } = board;
    let count = move || {
        let count: usize = columns.with(|columns| columns.iter().map(|it| it.deals.len()).sum());
        words.get().with("board-open", &[("count", count.into())])
    };
    let sums = move || {
        let sums = workspace.read(&[RecordType::Workspace], |book| {
            columns.with(|columns| board::total(book, columns))
        });
        words.get().sums(&sums).into_iter().map(|(value, weighted)| view! {
            <span class="board__sum"><span>{value}</span><span class="subtle">{weighted}</span></span>
        }).collect_view()
    };
    let choices = Memo::new(move |_| {
        workspace.read(&[RecordType::Pipeline], |book| {
            let all = pipelines::all(book).into_iter();
            all.map(|it| (it.id, derived::name_of(it).unwrap_or_default())).collect::<Vec<_>>()
        })
    });
    let chose = move |event| {
        let chosen = Id::parse(&event_target_value(&event));
        if let Some(chosen) = chosen {
            preferences::write(LAST, &chosen.to_string());
        }
        let list = filtering.list.get_untracked();
        navigation.go(&Route::Board { pipeline: chosen, list, open: None });
    };

    view! {
        <header class="toolbar">
            <h1 class="toolbar__title">{words.text("nav-deals")}</h1>
            <DealWays />
            <p class="toolbar__found board__totals"><span role="status">{count}</span>{sums}</p>
            <div class="toolbar__actions">
                <SearchInput filtering />
                <PanelButton is_open=filtering.is_open label=words.text("list-filter") picture=Picture::Filter />
                <Show when=move || choices.with(|choices| choices.len() > 1)>
                    <select class="input" aria-label=words.get().key(keys::PIPELINE) on:change=chose>
                        {move || choices.get().into_iter().map(|(id, name)| view! {
                            <option value=id.to_string() prop:selected=move || pipeline.get() == Some(id)>{name}</option>
                        }).collect_view()}
                    </select>
                </Show>
                <a class="button button--primary" href=Route::New { on: RecordType::Deal }.href()>
                    <Icon picture=Picture::Add />
                    <span>{words.text("list-add-deal")}</span>
                </a>
            </div>
            <Filter filtering />
        </header>
    }
}

/// What stands where there is no pipeline yet. The first deal makes the usual one.
#[component]
fn Empty(board: Board) -> impl IntoView {
    let Board { words, toasts, workspace, .. } = board;
    let has_deals = move || {
        workspace.read(&[RecordType::Deal], |book| !book.table(RecordType::Deal).is_empty())
    };
    let clicked_make = move |_| {
        let usual = words.get().usual_pipeline();
        let done = words.get().with("history-create", &[("what", (&*usual.name).into())]);
        workspace.commit(
            move |book, stamp| Ok(pipelines::create(book, &usual, stamp)?.1),
            move |saved| match saved {
                Ok(()) => toasts.done(done, workspace.next_undo()),
                Err(error) => commands::not_done(words, toasts, &error),
            },
        );
    };

    view! {
        <div class="empty">
            <p class="empty__title">{words.text("list-empty-deal")}</p>
            <p>{words.text("board-empty-lead")}</p>
            <div class="cluster">
                <Show
                    when=has_deals
                    fallback=move || view! {
                        <a class="button button--primary" href=Route::New { on: RecordType::Deal }.href()>{words.text("board-add-first")}</a>
                    }
                >
                    <button class="button button--primary" type="button" on:click=clicked_make>{words.text("board-make-pipeline")}</button>
                </Show>
            </div>
        </div>
    }
}
