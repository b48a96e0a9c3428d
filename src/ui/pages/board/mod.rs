//! Open deals by stage: seen at a glance, added, moved from stage to stage, won and lost.
//!
//! The address holds the pipeline and the deal that is open beside it; signals hold what a reload may
//! forget: the card that the keyboard is on, what is being dragged, which line is open for a new deal.

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
use super::deal_ways::DealWays;
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
        components::icon::{Icon, Picture},
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
const SHOWN: [RecordType; 6] = [
    RecordType::Deal,
    RecordType::Stage,
    RecordType::Pipeline,
    RecordType::Workspace,
    RecordType::Person,
    RecordType::Organization,
];

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Board {
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    navigation: Navigation,
    /// The first of two keys, when it has been pressed.
    begun: RwSignal<Option<&'static str>>,
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
    /// What is looked for among the deals.
    search: RwSignal<String>,
    /// The stage whose line for a new deal is open.
    adding: RwSignal<Option<Id>>,
    losing: RwSignal<Option<Id>>,
    /// What is said to whoever does not see it.
    said: RwSignal<String>,
}

impl Board {
    /// The address of a deal beside this board.
    fn href(self, deal: Id) -> String {
        Route::Board { pipeline: self.asked(), open: Some(deal) }.href()
    }

    /// The pipeline that the address names.
    fn asked(self) -> Option<Id> {
        match self.navigation.route() {
            Route::Board { pipeline, .. } => pipeline,
            _ => None,
        }
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
    let asked = move || match navigation.route() {
        Route::Board { pipeline, open } => (pipeline, open),
        _ => (None, None),
    };
    let open = Memo::new(move |_| asked().1);
    // The one that the address names, or the last one, or the first one.
    let pipeline = Memo::new(move |_| {
        let (asked, _) = asked();
        let last = || preferences::read::<String>(LAST).and_then(|id| Id::parse(&id));
        workspace.read(&[RecordType::Pipeline], |book| {
            let is_there = |id: &Id| book.get(RecordType::Pipeline, *id).is_some();
            let known = asked.filter(is_there).or_else(|| last().filter(is_there));
            known.or_else(|| pipelines::all(book).first().map(|first| first.id))
        })
    });
    let search = RwSignal::new(String::new());
    let columns = Memo::new(move |_| {
        let searched = search.get();
        let columns =
            workspace.read(&SHOWN, |book| Some(board::columns(book, pipeline.get()?, &searched)));
        Arc::new(columns.unwrap_or_default())
    });
    let active = RwSignal::new(None);
    let tabbed = Memo::new(move |_| {
        let active = active.get();
        columns.with(|columns| {
            let mut all = columns.iter().flat_map(|column| column.deals.iter());
            let first = all.clone().next();
            active.filter(|active| all.any(|deal| deal == active)).or(first.copied())
        })
    });
    let board = Board {
        words,
        toasts: use_toasts(),
        workspace,
        navigation,
        begun: use_here().begun,
        open,
        columns,
        active,
        tabbed,
        carried: RwSignal::new(None),
        pointer: StoredValue::new(Pointer::new()),
        search,
        adding: RwSignal::new(None),
        losing: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    let pressed = window_event_listener(ev::keydown, move |event| board.pressed_in_page(&event));
    on_cleanup(move || pressed.remove());
    let stages = move || {
        board.columns.with(|columns| columns.iter().map(|column| column.stage).collect::<Vec<_>>())
    };

    view! {
        <div class="list" data-open=move || open.get().map(|_| "")>
            <section class="list__main">
                <Toolbar board pipeline />
                <Show when=move || pipeline.get().is_some() fallback=move || view! { <Empty board /> }>
                    <p class="visually-hidden" id="board-keys">{words.text("board-keys")}</p>
                    <div
                        class="board"
                        id="board"
                        role="group"
                        aria-label=words.text("board")
                        aria-describedby="board-keys"
                        node_ref=board.pointer().board
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
                    <Show when=move || columns.with(|columns| has_only_empty(columns))>
                        <p class="board__none">{move || {
                            let is_searched = search.with(|search| !search.trim().is_empty());
                            words.text(if is_searched { "list-nothing-found" } else { "board-empty-lead" })
                        }}</p>
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
fn Toolbar(board: Board, pipeline: Memo<Option<Id>>) -> impl IntoView {
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
        navigation.go(&Route::Board { pipeline: chosen, open: None });
    };

    view! {
        <header class="toolbar">
            <h1 class="toolbar__title">{words.text("nav-deals")}</h1>
            <DealWays is_board=true />
            <p class="toolbar__found board__totals"><span>{count}</span>{sums}</p>
            <div class="toolbar__actions">
                <input
                    class="input input--search toolbar__search"
                    id="search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    dir="auto"
                    placeholder=words.text("list-search")
                    aria-label=words.text("list-search-deals")
                    prop:value=move || board.search.get()
                    on:input=move |event| board.search.set(event_target_value(&event))
                />
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
