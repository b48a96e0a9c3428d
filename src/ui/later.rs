//! Parts of the app that travel after the first screen.
//!
//! The build cuts the app at the functions marked here (`wasm_split`): what only they reach, code and
//! words alike, lies in files of its own. [`fetch_all`] brings them as soon as the first screen stands, so
//! that a person hardly ever waits for one. Three more cuts stand where they belong: the words of each
//! language in `state::language`, the checkpoint in `state::workspace`, and what reads workbooks in
//! `pages::transfer::workbook`.

use std::{
    future::Future,
    ops::Range,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::{
    commands::{self, Progress},
    components::icon::{Icon, Picture},
    keyboard::{self, Here, Keyboard},
    lock::protect::Protect,
    newer_version::NewerVersion,
    pages::{
        board::BoardPage,
        calendar::CalendarPage,
        deal_ways::DealWays,
        filter::{FilterPanel, FilterSummary, Filtering, NothingFound},
        help::HelpPage,
        history::HistoryPage,
        home::HomePage,
        list::{
            Listing,
            arrange::{ArrangePanel, GroupHeads, PinnedViews, TotalsRow},
            bulk::BulkTools,
            columns::ColumnChoices,
            export::ExportDialog,
            new_field::NewField,
            row::CellInput,
            task_links::TaskLinks,
        },
        locked::Locked,
        new_record::NewRecord,
        record::RecordPanel,
        recovery::Recovery,
        segments::{SegmentsPage, segment::SegmentPage},
        settings::SettingsPage,
        tags::TagsPage,
        transfer::{TransferPage, backup, daily},
        your_data::YourDataPage,
    },
    reminder::{BackupBanner, BackupLine},
    reminders::Reminders,
    tasks::acts,
    working::WorkingBar,
};
use crate::state::{
    self, Workspace,
    boot::{Boot, Booting, Copies},
    keeping::Keeping,
    language::{self, Wording, Words, use_words},
    navigation::Navigation,
    toasts::{Former, Toasts},
};
use rapport::{
    domain::{
        id::{Id, RecordType},
        key::Key,
        table::Slot,
    },
    i18n::Language,
    platform::{clock, dom, network},
    route::Route,
    storage::opening::BootError,
};

type Part<T> = Result<T, SplitLoaderError>;

/// Builds a view that lies in a later part.
type Builder = Box<dyn Fn() -> AnyView + Send>;

/// Asks for a part; it is fetched once, and asked again after a failure.
type Fetch = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Part<Builder>>>> + Send>;

/// `part: name(arguments) { view }` makes a function of that name, which gives the view once its part is here.
macro_rules! views {
    ($($part:ident: $name:ident($($arg:ident: $kind:ty),*) $view:block)*) => {$(
        pub(in crate::ui) fn $name($($arg: $kind),*) -> AnyView {
            #[wasm_split($part, fallible)]
            fn $name($($arg: $kind),*) -> Part<Builder> {
                Ok(Box::new(move || {
                    use_words().bring_later();
                    $(let $arg = $arg.clone();)*
                    $view.into_any()
                }))
            }
            let words = use_words();
            later(Box::new(move || {
                let part = $name($($arg.clone()),*);
                Box::pin(async move {
                    words.fetch_later().await?;
                    part.await
                })
            }))
        }
    )*};
}

// What is used every day comes first, in one part.
views! {
    everyday: record_panel(on: RecordType, id: Id) { view! { <RecordPanel on id /> } }
    everyday: calendar() { view! { <CalendarPage /> } }
    everyday: home() { view! { <HomePage /> } }
    everyday: board() { view! { <BoardPage /> } }
    everyday: deal_ways() { view! { <DealWays /> } }
    everyday: new_record(on: RecordType) { view! { <NewRecord on /> } }
    everyday: nothing_found(filtering: Filtering) { view! { <NothingFound filtering /> } }
    everyday: filter_panel(filtering: Filtering) { view! { <FilterPanel filtering /> } }
    everyday: arrange_panel(listing: Listing) { view! { <ArrangePanel listing /> } }
    everyday: group_heads(listing: Listing, near: Memo<Range<usize>>) {
        view! { <GroupHeads listing near /> }
    }
    everyday: totals_row(listing: Listing) { view! { <TotalsRow listing /> } }
    everyday: pinned_views() { view! { <PinnedViews /> } }
    everyday: filter_summary(filtering: Filtering) { view! { <FilterSummary filtering /> } }
    everyday: column_choices(listing: Listing) { view! { <ColumnChoices listing /> } }
    now_and_then: export_dialog(listing: Listing) { view! { <ExportDialog listing /> } }
    everyday: bulk_tools(listing: Listing) { view! { <BulkTools listing /> } }
    everyday: task_links(listing: Listing) { view! { <TaskLinks listing /> } }
    everyday: keyboard() { view! { <Keyboard /> } }
    everyday: newer_version(keeping: Keeping) { view! { <NewerVersion keeping /> } }
    everyday: reminders() { view! { <Reminders /> } }
    everyday: working(workspace: Workspace) { view! { <WorkingBar workspace /> } }
    everyday: cell_input(listing: Listing, at: Slot, key: Key, editing: RwSignal<Option<(Slot, Key)>>) {
        view! { <CellInput listing at key editing /> }
    }
    now_and_then: recovery(error: BootError) { view! { <Recovery error /> } }
    now_and_then: locked(copies: Copies) { view! { <Locked copies /> } }
    now_and_then: protect() { view! { <Protect /> } }
    now_and_then: help() { view! { <HelpPage /> } }
    now_and_then: history() { view! { <HistoryPage /> } }
    now_and_then: new_field(listing: Listing, open: RwSignal<bool>) { view! { <NewField listing open /> } }
    now_and_then: settings() { view! { <SettingsPage /> } }
    now_and_then: segments() { view! { <SegmentsPage /> } }
    now_and_then: segment(id: Id) { view! { <SegmentPage id /> } }
    now_and_then: tags() { view! { <TagsPage /> } }
    now_and_then: your_data() { view! { <YourDataPage /> } }
    now_and_then: transfer() { view! { <TransferPage /> } }
    everyday: backup_banner() { view! { <BackupBanner /> } }
    everyday: backup_line() { view! { <BackupLine /> } }
}

/// `part: name(words, toasts, arguments) { code }` makes a function of that name, which starts the code once
/// its part is here, and says so where that cannot be had.
macro_rules! actions {
    ($($part:ident: $name:ident($words:ident, $toasts:ident $(, $arg:ident: $kind:ty)*) { $($does:tt)* })*) => {$(
        pub(in crate::ui) fn $name($words: Words, $toasts: Toasts $(, $arg: $kind)*) {
            #[wasm_split($part, fallible)]
            fn $name($words: Words, $toasts: Toasts $(, $arg: $kind)*) -> Part<()> {
                $words.bring_later();
                $($does)*;
                Ok(())
            }
            let part = $name($words, $toasts $(, $arg)*);
            act($words, $toasts, Box::pin(async move {
                $words.fetch_later().await?;
                part.await
            }));
        }
    )*};
}

// The first screen only reads; all that changes something is here.
actions! {
    everyday: undo(words, toasts, workspace: Workspace) { commands::undo(words, toasts, workspace) }
    everyday: undo_at(words, toasts, workspace: Workspace, position: u64) {
        commands::undo_at(words, toasts, workspace, position)
    }
    everyday: redo(words, toasts, workspace: Workspace) { commands::redo(words, toasts, workspace) }
    everyday: begin(words, toasts, boot: Booting, navigation: Navigation, to: Route) {
        commands::begin(words, toasts, boot, navigation, to)
    }
    everyday: tick_task(words, toasts, workspace: Workspace, id: Id, tick: HtmlInputElement) {
        acts::toggle(words, toasts, workspace, id, &tick)
    }
    everyday: plan_project(words, toasts, workspace: Workspace, navigation: Navigation, deal: Id) {
        commands::plan_project(words, toasts, workspace, navigation, deal)
    }
    everyday: keep_former(words, toasts, workspace: Workspace, former: Former) {
        commands::keep_former(words, toasts, workspace, former)
    }
    now_and_then: save_backup(words, toasts, workspace: Workspace) { backup::save(words, toasts, workspace) }
    now_and_then: write_daily(words, toasts, workspace: Workspace) { daily::write(words, toasts, workspace) }
    now_and_then: start_over(words, toasts, boot: Booting, navigation: Navigation) {
        commands::start_over(words, toasts, boot, navigation)
    }
    now_and_then: try_demo(words, toasts, boot: Booting, navigation: Navigation, people: u32, progress: Progress) {
        commands::try_demo(words, toasts, boot, navigation, people, progress)
    }
}

/// Answers a key: at once, while the browser waits for the answer, if the part is here; otherwise when it has
/// arrived.
pub(in crate::ui) fn pressed(event: KeyboardEvent, here: Here) {
    #[wasm_split(everyday, fallible)]
    fn answer() -> Part<fn(&KeyboardEvent, Here)> {
        Ok(keyboard::pressed)
    }
    let mut part = Box::pin(async move {
        here.words.fetch_later().await?;
        answer().await
    });
    if let Poll::Ready(part) = part.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        if let Ok(answer) = part {
            answer(&event, here);
        }
        return;
    }
    state::start(async move {
        // What a key is for comes with the part, so that without it nothing can be said of the key.
        if let Ok(answer) = part.await {
            answer(&event, here);
        }
    });
}

#[wasm_split(everyday, fallible)]
fn everyday() -> Part<()> {
    Ok(())
}

#[wasm_split(workbooks, fallible)]
fn workbooks() -> Part<()> {
    Ok(())
}

#[wasm_split(now_and_then, fallible, return_wrapper(let task = _; { task?.await; Ok(()) } -> Part<()>))]
fn settle(keeping: Keeping, boot: Booting) -> Part<Pin<Box<dyn Future<Output = ()>>>> {
    Ok(Box::pin(settled(keeping, boot)))
}

/// After how long what did not come is asked for again, in milliseconds.
const AGAIN: u32 = 30_000;

/// Brings all parts, so that nothing has to be asked of the network any more, and then closes it. To be called
/// once. A part that is needed before is asked for by whoever needs it.
pub(super) async fn fetch_all(keeping: Keeping, boot: Booting) {
    // What is on the screen by now is painted first.
    clock::pause(0).await;
    dom::bring_later_styles();
    let _ = everyday().await;
    while settle(keeping, boot).await.is_err() {
        clock::pause(AGAIN).await;
    }
}

/// Goes on where the last part that everybody needs has come.
async fn settled(keeping: Keeping, boot: Booting) {
    // What was just asked for may be a moment longer on its way.
    for wait in [0, 200, 1_000] {
        clock::pause(wait).await;
        if has_all().await {
            break;
        }
    }
    while !has_all().await {
        clock::pause(AGAIN).await;
    }
    keeping.settle(boot).await;
    if let Boot::Ready(workspace) = boot.0.get_untracked() {
        // Where it does not succeed, the page that offers it says why.
        workspace.shorten_history(|_| ());
    }
}

async fn has_all() -> bool {
    let mut has_all = network::has_styles();
    has_all &= everyday().await.is_ok();
    has_all &= workbooks().await.is_ok();
    for language in Language::ALL {
        has_all &= Wording::fetch(language).await.is_ok();
        has_all &= language::fetch_later(language).await.is_ok();
    }
    has_all
}

/// Shows a view from a part: at once if the part is here, otherwise when it has arrived.
fn later(fetch: Fetch) -> AnyView {
    let mut future = fetch();
    if let Poll::Ready(Ok(build)) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        return build();
    }
    let arrived = RwSignal::new_local(None);
    let wait = move |future: Pin<Box<dyn Future<Output = Part<Builder>>>>| {
        state::start(async move {
            let part = future.await;
            // The page may be gone by now.
            let _ = arrived.try_set(Some(part));
        });
    };
    wait(future);
    let again = StoredValue::new_local(move || {
        arrived.set(None);
        wait(fetch());
    });
    (move || {
        arrived.with(|arrived| match arrived {
            None => ().into_any(),
            Some(Ok(build)) => build(),
            Some(Err(_)) => {
                view! { <NotFetched again=move || again.with_value(|again| again()) /> }.into_any()
            }
        })
    })
    .into_any()
}

/// Does what a part gives, once it is there.
fn act(words: Words, toasts: Toasts, part: Pin<Box<dyn Future<Output = Part<()>>>>) {
    state::start(async move {
        if part.await.is_err() {
            toasts.failed(words.text("part-not-fetched"));
        }
    });
}

/// What stands in for a part that could not be fetched.
#[component]
fn NotFetched(again: impl Fn() + 'static) -> impl IntoView {
    let words = use_words();

    view! {
        <div class="empty" role="alert">
            <p>{words.text("part-not-fetched")}</p>
            <button class="button" type="button" on:click=move |_| again()>
                <Icon picture=Picture::Redo />
                {words.text("try-again")}
            </button>
        </div>
    }
}
