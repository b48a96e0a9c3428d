//! The first screen: start empty, bring a file, or try the demo; and where the data lives.

use leptos::prelude::*;

use crate::{
    state::{
        boot::{self, use_boot},
        language::{Languages, use_words},
        lock,
        navigation::use_navigation,
        toasts::use_toasts,
    },
    ui::later,
};
use rapport::i18n::Language;
use rapport::{domain::id::RecordType, route::Route};

/// How many people the demo can have.
const SIZES: [u32; 4] = [50, 1_000, 10_000, 100_000];

#[component]
pub(in crate::ui) fn FirstRun() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let boot = use_boot();
    let progress = RwSignal::new(None::<(usize, usize)>);
    let is_protecting = RwSignal::new(lock::is_on());
    let start_at = move |route: Route| later::begin(words, toasts, boot, navigation, route);
    let try_demo =
        move |people: u32| later::try_demo(words, toasts, boot, navigation, people, progress);

    view! {
        <main class="sheet first-run" id="page">
            <header class="first-run__head">
                <h1 class="first-run__name">"Rapport"</h1>
                <p class="sheet__lead">{words.text("first-run-lead")}</p>
                <LanguageChoice />
            </header>
            <Show
                when=move || progress.get().is_none()
                fallback=move || view! { <Progress progress /> }
            >
                <section class="first-run__way">
                    <h2>{words.text("first-run-protect")}</h2>
                    <p class="subtle">{words.text("first-run-protect-lead")}</p>
                    {move || if is_protecting.get() {
                        later::protect()
                    } else {
                        view! {
                            <button class="button button--primary" id="protect" type="button" on:click=move |_| is_protecting.set(true)>
                                {words.text("first-run-protect-choose")}
                            </button>
                        }.into_any()
                    }}
                </section>
                <ul class="first-run__ways" role="list">
                    <li class="first-run__way">
                        <h2>{words.text("first-run-empty")}</h2>
                        <p class="subtle">{words.text("first-run-empty-lead")}</p>
                        <button
                            class="button button--primary"
                            id="start-empty"
                            type="button"
                            on:click=move |_| start_at(Route::list(RecordType::Person))
                        >
                            {words.text("first-run-start")}
                        </button>
                    </li>
                    <li class="first-run__way">
                        <h2>{words.text("first-run-file")}</h2>
                        <p class="subtle">{words.text("first-run-file-lead")}</p>
                        <button class="button" id="start-file" type="button" on:click=move |_| start_at(Route::Transfer)>
                            {words.text("first-run-choose")}
                        </button>
                    </li>
                    <li class="first-run__way">
                        <h2>{words.text("first-run-demo")}</h2>
                        <p class="subtle">{words.text("first-run-demo-lead")}</p>
                        <div class="cluster">
                            {SIZES.map(|people| view! {
                                <button class="button" id=format!("demo-{people}") type="button" on:click=move |_| try_demo(people)>
                                    {words.get().count(RecordType::Person, people as usize)}
                                </button>
                            })}
                        </div>
                    </li>
                </ul>
            </Show>
            <section class="sheet__section first-run__facts">
                <h2>{words.text("first-run-where")}</h2>
                <p>{words.text("first-run-where-here")}</p>
                <p>{words.text("first-run-where-lost")}</p>
                <p>{words.text("first-run-where-backup")}</p>
            </section>
        </main>
    }
}

#[component]
fn Progress(progress: RwSignal<Option<(usize, usize)>>) -> impl IntoView {
    let words = use_words();
    let done = move || progress.get().unwrap_or_default();

    view! {
        <section class="sheet__section" role="status">
            <p>{move || {
                let (done, total) = done();
                words.get().with("demo-progress", &[("done", done.into()), ("total", total.into())])
            }}</p>
            <progress
                class="progress"
                aria-label=words.text("first-run-demo")
                prop:value=move || f64::from(u32::try_from(done().0).unwrap_or(u32::MAX))
                prop:max=move || f64::from(u32::try_from(done().1).unwrap_or(u32::MAX))
            ></progress>
            <button class="button" type="button" on:click=move |_| boot::cancel()>{words.text("cancel")}</button>
        </section>
    }
}

/// The languages, each in its own words.
#[component]
fn LanguageChoice() -> impl IntoView {
    let words = use_words();
    let chosen = words.get().language;
    let languages = use_context::<Languages>();
    let toasts = use_toasts();
    let choose = move |language| {
        if let Some(languages) = languages {
            languages.choose(language, move || toasts.failed(words.text("part-not-fetched")));
        }
    };

    view! {
        <div class="cluster">
            {Language::ALL.map(|language| view! {
                <button
                    class="button button--plain"
                    type="button"
                    lang=language.tag()
                    aria-pressed=(language == chosen).to_string()
                    on:click=move |_| choose(language)
                >
                    {language.name()}
                </button>
            })}
        </div>
    }
}
