//! Where the data is, what the page may ask of others and what it has asked, and what holds the app together
//! without a network.

use leptos::prelude::*;

use crate::{
    state::{
        self,
        keeping::use_keeping,
        language::{Words, use_words},
        retention,
        toasts::use_toasts,
        use_workspace,
    },
    ui::commands,
};
use rapport::{
    domain::{edit::repair, id::RecordType},
    i18n::I18n,
    platform::{
        clock::Timer,
        dom,
        network::{self, Asked},
        offline::{self, Checked},
        storage,
    },
    route::Route,
    storage::{
        retention::{Extent, KEPT},
        session::CommitError,
    },
};

/// How often the requests are counted again, in milliseconds.
const EVERY: u32 = 1_000;

#[component]
pub(in crate::ui) fn YourDataPage() -> impl IntoView {
    let words = use_words();

    view! {
        <div class="sheet">
            <h1>{words.text("your-data")}</h1>
            <Where />
            <Everything />
            <History />
            <Network />
            <Offline />
        </div>
    }
}

/// What is kept in this browser, how much room it takes, and whether the browser may remove it.
#[component]
fn Where() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let estimate = RwSignal::new(None::<storage::Estimate>);
    let learn = async move || {
        // The page may be gone by now.
        let _ = estimate.try_set(storage::estimate().await);
    };
    state::start(async move { learn().await });
    let clicked_persist = move |_| {
        state::start(async move {
            storage::persist().await;
            learn().await;
        });
    };
    let counts = move || {
        let i18n = words.get();
        let kinds = RecordType::COUNTED;
        let counts = workspace
            .read(&kinds, |book| kinds.map(|kind| i18n.count(kind, book.table(kind).len())));
        i18n.list(counts.into_iter())
    };
    let place = words.get().with("your-data-place", &[("address", (&dom::origin()).into())]);

    view! {
        <section class="sheet__section">
            <h2>{words.text("your-data-where")}</h2>
            <p>{counts}</p>
            <p>{place}</p>
            <p>{words.text("first-run-where-lost")}</p>
            <p>{words.text("your-data-unused")}</p>
            {move || estimate.get().map(|estimate| {
                let i18n = words.get();
                let (used, quota) = (i18n.formats.bytes(estimate.used), i18n.formats.bytes(estimate.quota));
                view! {
                    <p>{i18n.with("settings-room", &[("used", (&used).into()), ("quota", (&quota).into())])}</p>
                    {if estimate.is_persistent {
                        view! { <p>{i18n.text("settings-persistent")}</p> }.into_any()
                    } else {
                        view! {
                            <p>{i18n.text("settings-not-persistent")}</p>
                            <div><button class="button" type="button" on:click=clicked_persist>{i18n.text("settings-persist")}</button></div>
                        }.into_any()
                    }}
                }
            })}
            <div class="cluster">
                <a class="button" href=Route::Transfer.href()>{words.text("settings-backup")}</a>
                <a class="button" href="rapport.schema.json" download="">{words.text("settings-schema")}</a>
            </div>
        </section>
    }
}

/// Looking over all that is stored.
#[component]
fn Everything() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let said = RwSignal::new(Vec::<String>::new());
    let is_checking = RwSignal::new(false);
    let lost = RwSignal::new(0);
    let clicked_check = move |_| {
        is_checking.set(true);
        workspace.check(move |checked| {
            let i18n = words.get();
            let found = match &checked {
                Ok(checked) => i18n.checked(checked),
                Err(error) => vec![i18n.boot_error(error)],
            };
            // The page may be gone by now.
            if is_checking.try_set(false).is_none() {
                said.set(found);
                lost.set(workspace.peek(|book| book.clearing_lost().len()));
            }
        });
    };
    let clicked_repair = move |_| {
        lost.set(0);
        let done = |i18n: &I18n| i18n.text("history-repair");
        commands::commit(words, toasts, workspace, done, |book, stamp| {
            repair::clear_lost(book, stamp)
        });
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("check")}</h2>
            <p>{words.text("check-lead")}</p>
            <div>
                <button class="button" type="button" id="check-everything" disabled=move || is_checking.get() on:click=clicked_check>
                    {move || words.text(if is_checking.get() { "check-going-on" } else { "check-everything" })}
                </button>
            </div>
            <div role="status" id="checked">
                {move || said.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                <Show when=move || { lost.get() > 0 }>
                    <p>{move || words.get().with("check-lost-links", &[("count", lost.get().into())])}</p>
                    <button class="button" type="button" id="repair" on:click=clicked_repair>{words.text("check-repair")}</button>
                </Show>
            </div>
        </section>
    }
}

/// For how many days the history may be kept, and the words for it.
const DAYS: [(Option<u32>, &str); 4] = [
    (None, "retention-all"),
    (Some(2 * 365), "retention-two-years"),
    (Some(365), "retention-year"),
    (Some(90), "retention-quarter"),
];

/// How much of a history there is, and how long it is kept.
#[component]
fn History() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let extent = RwSignal::new(None::<Extent>);
    let days = RwSignal::new(retention::days());
    let learn = move || {
        state::start(async move {
            // The page may be gone by now.
            let _ = extent.try_set(workspace.extent().await);
        });
    };
    learn();
    let told = move || {
        let i18n = words.get();
        extent.get().map(|Extent { changes, since, bytes }| {
            let size = i18n.formats.bytes(u64::try_from(bytes).unwrap_or(u64::MAX));
            let date = since.map(|since| i18n.formats.date(since)).unwrap_or_default();
            let facts =
                [("count", changes.into()), ("size", (&size).into()), ("date", (&date).into())];
            i18n.with("retention-extent", &facts)
        })
    };
    let entered = move |event| {
        let entered = event_target_value(&event).parse().ok();
        if retention::set_days(entered) {
            days.set(entered);
            toasts.done(words.text("settings-saved"), None);
        }
    };
    let clicked = move |_| {
        workspace.shorten_history(move |gone| {
            let i18n = words.get();
            match gone {
                Ok(gone) => {
                    toasts.done(i18n.with("retention-gone", &[("count", gone.into())]), None);
                }
                Err(CommitError::Unreadable) => toasts.failed(i18n.text("retention-damaged")),
                Err(error) => toasts.failed(i18n.commit_error(&error)),
            }
            learn();
        });
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("retention")}</h2>
            <p id="history-extent">{told}</p>
            <div class="field">
                <label class="field__label" for="history-days">{words.text("retention-keep")}</label>
                <select class="input" id="history-days" aria-describedby="history-days-guide" on:change=entered>
                    {DAYS.map(|(choice, message)| view! {
                        <option value=choice.map(|days| days.to_string()).unwrap_or_default() selected=choice == days.get_untracked()>
                            {words.text(message)}
                        </option>
                    })}
                </select>
                <p class="field__guide" id="history-days-guide">
                    {words.get().with("retention-guide", &[("count", (KEPT as usize).into())])}
                </p>
            </div>
            <Show when=move || days.get().is_some()>
                <div><button class="button" id="history-shorten" type="button" on:click=clicked>{words.text("retention-now")}</button></div>
            </Show>
        </section>
    }
}

/// What the page has asked for since it was opened.
#[component]
fn Network() -> impl IntoView {
    let words = use_words();
    let keeping = use_keeping();
    let asked = RwSignal::new(network::asked());
    count_again(asked);
    let of = move |is_it: &dyn Fn(&Asked) -> bool| {
        asked.with(|asked| asked.iter().filter(|asked| is_it(asked)).count())
    };
    let own = move || of(&|asked| asked.is_own);
    let others = move || of(&|asked| !asked.is_own);
    let since = move || keeping.closed.get().map(|closed| of(&move |asked| asked.at > closed));
    let told = move |message: &'static str, count: usize| {
        words.get().with(message, &[("count", count.into())])
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("your-data-network")}</h2>
            <p>{words.text("your-data-network-lead")}</p>
            <ul class="your-data__counts" role="list">
                <li id="asked-own">{move || told("your-data-own", own())}</li>
                <li id="asked-others">{move || told("your-data-others", others())}</li>
                {move || since().map(|since| view! { <li id="asked-since">{told("your-data-since", since)}</li> })}
            </ul>
            <p id="network-closed" data-closed=move || keeping.closed.get().map(|_| "")>
                {move || words.text(if keeping.closed.get().is_some() { "your-data-closed" } else { "your-data-open" })}
            </p>
            <details>
                <summary>{words.text("your-data-requests")}</summary>
                <ul class="your-data__requests" dir="ltr">
                    {move || asked.get().into_iter().map(|asked| view! { <li>{asked.address}</li> }).collect_view()}
                </ul>
            </details>
            <details>
                <summary>{words.text("your-data-policies")}</summary>
                {move || {
                    keeping.closed.track();
                    let policies = network::policies().into_iter();
                    policies.map(|policy| view! { <p class="your-data__policy" dir="ltr"><code>{policy}</code></p> }).collect_view()
                }}
            </details>
        </section>
    }
}

/// Counts for as long as somebody looks.
fn count_again(asked: RwSignal<Vec<Asked>>) {
    Timer::new(EVERY, move || {
        let now = network::asked();
        let is_there = asked.try_update(|held| {
            if *held != now {
                *held = now;
            }
        });
        if is_there.is_some() {
            count_again(asked);
        }
    })
    .forget();
}

/// Whether the app is here without a network.
#[component]
fn Offline() -> impl IntoView {
    let words = use_words();
    let keeping = use_keeping();
    let checked = RwSignal::new(None::<String>);
    let clicked_check = move |_| {
        state::start(async move {
            let found = offline::check().await;
            // The page may be gone by now.
            let _ = checked.try_set(Some(said(words, found.as_ref())));
        });
    };
    let version = move || keeping.version.get();

    view! {
        <section class="sheet__section">
            <h2>{words.text("your-data-offline")}</h2>
            {move || match version() {
                Some(version) => view! {
                    <p id="offline" >{words.get().with("your-data-kept", &[("version", (&version.name).into())])}</p>
                    <div>
                        <button class="button" type="button" id="check-files" on:click=clicked_check>{words.text("your-data-check")}</button>
                    </div>
                }.into_any(),
                None => view! { <p>{words.text("your-data-not-kept")}</p> }.into_any(),
            }}
            <p role="status" id="checked-files">{move || checked.get()}</p>
        </section>
    }
}

fn said(words: Words, checked: Option<&Checked>) -> String {
    let Some(Checked { files, lost }) = checked else { return words.text("your-data-not-kept") };
    let i18n = words.get();
    let numbers = [("files", (*files).into()), ("count", (*lost).into())];
    i18n.with(if *lost == 0 { "your-data-whole" } else { "your-data-damaged" }, &numbers)
}
