//! The frame around every page: where one can go, and what must be said above all.

use leptos::{ev, prelude::*};

use super::{
    components::icon::{Icon, Picture},
    keyboard::{Asking, Here, use_here},
    later,
    pages::{list::ListPage, not_found::NotFound},
};
use crate::state::{
    Workspace,
    boot::use_boot,
    keeping::use_keeping,
    language::{Words, use_words},
    navigation::use_navigation,
    toasts::{Toasts, use_toasts},
    use_workspace,
};
use rapport::{
    domain::{field::keys, id::RecordType},
    platform::dom,
    route::Route,
};

#[component]
pub(super) fn Shell() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let boot = use_boot();
    let keeping = use_keeping();
    // The page changes with the kind of route; what is open in a list changes within its page.
    let page = Memo::new(move |_| match navigation.route() {
        Route::List { on, .. } => Route::list(on),
        Route::Calendar { .. } => Route::calendar(),
        Route::Board { .. } => Route::board(),
        other => other,
    });
    let is_demo = move || {
        workspace.read(&[RecordType::Workspace], |book| {
            book.workspace().is_some_and(|workspace| workspace.flag(keys::DEMO))
        })
    };
    let here = Here::provide(words, toasts, workspace, navigation);
    let pressed = window_event_listener(ev::keydown, move |event| later::pressed(event, here));
    on_cleanup(move || pressed.remove());

    view! {
        <div class="frame">
            <a class="frame__skip" href="#page" on:click=move |event| {
                event.prevent_default();
                dom::focus("#page");
            }>{words.text("skip-to-page")}</a>
            <Side />
            <main class="frame__page" id="page" tabindex="-1">
                <Show when=move || workspace.is_stale.get()>
                    <div class="notice notice--bar" data-level="error" role="alert">
                        <p class="notice__text">{words.text("stale-tab")}</p>
                        <button class="button" type="button" on:click=|_| dom::reload()>{words.text("reload")}</button>
                    </div>
                </Show>
                <Show when=is_demo>
                    <div class="notice notice--bar" data-level="warning">
                        <p class="notice__text">{words.text("demo-notice")}</p>
                        <button class="button" type="button" on:click=move |_| later::start_over(words, toasts, boot, navigation)>
                            {words.text("demo-remove")}
                        </button>
                    </div>
                </Show>
                <Show when=move || keeping.has_newer()>{later::newer_version(keeping)}</Show>
                <Findings />
                {later::backup_banner()}
                {move || match page.get() {
                    Route::List { on, .. } => view! { <ListPage on /> }.into_any(),
                    Route::Board { .. } => later::board(),
                    Route::New { on } => later::new_record(on),
                    Route::Home => later::home(),
                    Route::Calendar { .. } => later::calendar(),
                    Route::Tags => later::tags(),
                    Route::Segments => later::segments(),
                    Route::Segment(id) => later::segment(id),
                    Route::Transfer => later::transfer(),
                    Route::Help => later::help(),
                    Route::History => later::history(),
                    Route::Settings => later::settings(),
                    Route::YourData => later::your_data(),
                    Route::NotFound => view! { <NotFound /> }.into_any(),
                }}
            </main>
        </div>
        {later::keyboard()}
        {later::reminders()}
        <Show when=move || workspace.work().with(Option::is_some)>{later::working(workspace)}</Show>
    }
}

/// What opening found damaged, until the person has read it.
#[component]
fn Findings() -> impl IntoView {
    let words = use_words();
    let findings = use_workspace().findings;
    let sentence = move || {
        let i18n = words.get();
        findings.with(|findings| {
            findings.iter().map(|finding| i18n.finding(finding)).collect::<Vec<_>>().join(" ")
        })
    };

    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <div class="notice notice--bar" data-level="warning" role="alert">
                <p class="notice__text">{sentence}</p>
                <button class="button" type="button" on:click=move |_| findings.set(Vec::new())>
                    {words.text("understood")}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn Side() -> impl IntoView {
    let words = use_words();
    let here = use_here();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let count = move |on: RecordType| {
        let count = workspace.read(&[on], |book| book.table(on).len());
        words.get().number(count)
    };
    let link = move |route: Route,
                     picture: Picture,
                     message: &'static str,
                     on: Option<RecordType>| {
        let here = route.clone();
        let is_here = move || match (&navigation.route(), &here) {
            (Route::List { on: a, .. } | Route::New { on: a }, Route::List { on: b, .. }) => a == b,
            (Route::Segment(_), Route::Segments)
            | (Route::Board { .. }, Route::Board { .. })
            | (Route::Calendar { .. }, Route::Calendar { .. }) => true,
            (Route::List { on, .. } | Route::New { on }, Route::Board { .. }) => {
                *on == RecordType::Deal
            }
            (a, b) => a == b,
        };
        view! {
            <a class="side__link" href=route.href() aria-current=move || is_here().then_some("page")>
                <Icon picture />
                <span class="side__text">{words.text(message)}</span>
                {on.map(|on| view! { <span class="side__count">{move || count(on)}</span> })}
            </a>
        }
    };

    let revert = move |message: &'static str,
                       picture: Picture,
                       next: fn(Workspace) -> Option<u64>,
                       clicked: fn(Words, Toasts, Workspace)| {
        view! {
            <button
                class="button button--plain button--icon"
                type="button"
                title=words.text(message)
                aria-label=words.text(message)
                disabled=move || next(workspace).is_none()
                on:click=move |_| clicked(words, toasts, workspace)
            >
                <Icon picture />
            </button>
        }
    };

    // On a phone, where only the first places stand in the bar.
    let is_more = RwSignal::new(false);

    view! {
        <nav class="side" aria-label=words.text("navigation") data-more=move || is_more.get().then_some("")>
            <a class="side__name" href=Route::Home.href()>"Rapport"</a>
            <button class="side__find" id="find" type="button" aria-haspopup="dialog" on:click=move |_| here.palette.set(Some(Asking::Anything))>
                <Icon picture=Picture::Search />
                <span class="side__text">{words.text("palette-open")}</span>
                <kbd class="caps__cap side__keys" aria-hidden="true">{if dom::is_mac() { "⌘ K" } else { "Ctrl K" }}</kbd>
            </button>
            {link(Route::Home, Picture::Home, "nav-home", None)}
            {link(Route::list(RecordType::Person), Picture::Person, "nav-people", Some(RecordType::Person))}
            {link(Route::board(), Picture::Deal, "nav-deals", Some(RecordType::Deal))}
            {link(Route::open_tasks(), Picture::Task, "nav-tasks", Some(RecordType::Task))}
            <div class="side__more" id="more" on:click=move |_| is_more.set(false)>
                {link(Route::list(RecordType::Organization), Picture::Organization, "nav-organizations", Some(RecordType::Organization))}
                {link(Route::list(RecordType::Project), Picture::Project, "nav-projects", Some(RecordType::Project))}
                {link(Route::calendar(), Picture::Calendar, "nav-calendar", None)}
                {link(Route::Tags, Picture::Tag, "nav-tags", Some(RecordType::Tag))}
                {link(Route::Segments, Picture::Segment, "nav-segments", Some(RecordType::Segment))}
                {link(Route::Transfer, Picture::Transfer, "nav-transfer", None)}
                {later::backup_line()}
                {link(Route::History, Picture::History, "nav-history", None)}
                {link(Route::Settings, Picture::Settings, "nav-settings", None)}
                {later::pinned_views()}
            </div>
            <button
                class="side__link side__opener"
                type="button"
                aria-controls="more"
                aria-expanded=move || is_more.get().to_string()
                on:click=move |_| is_more.update(|is_more| *is_more = !*is_more)
            >
                <Icon picture=Picture::Columns />
                <span class="side__text">{words.text("nav-more")}</span>
            </button>
            <div class="side__foot">
                {revert("undo", Picture::Undo, Workspace::next_undo, later::undo)}
                {revert("redo", Picture::Redo, Workspace::next_redo, later::redo)}
            </div>
        </nav>
    }
}
