//! Language, theme, fields, pipelines, and beginning anew.

mod fields;
mod lock;
mod pipelines;
mod reminders;

use leptos::prelude::*;
use web_sys::Event;

use self::{fields::Fields, lock::LockSettings, pipelines::Pipelines, reminders::Reminders};
use crate::{
    state::{
        boot::use_boot,
        language::{Languages, use_words},
        navigation::use_navigation,
        theme::Theme,
        toasts::use_toasts,
        use_workspace,
    },
    ui::{commands, components::dialog::Dialog, keyboard::use_here},
};
use rapport::{
    domain::{
        book::Book,
        edit::{
            self,
            lifecycle::{self, Trigger},
        },
        field::keys,
        id::RecordType,
    },
    i18n::Language,
    platform::dom,
    route::Route,
};

#[component]
pub(in crate::ui) fn SettingsPage() -> impl IntoView {
    let words = use_words();

    view! {
        <div class="sheet">
            <h1>{words.text("nav-settings")}</h1>
            <Appearance />
            <Calendar />
            <Reminders />
            <LockSettings />
            <Lifecycle />
            <Fields />
            <Pipelines />
            <section class="sheet__section">
                <h2>{words.text("your-data")}</h2>
                <div><a class="button" href=Route::YourData.href()>{words.text("settings-your-data")}</a></div>
            </section>
            <StartOver />
        </div>
    }
}

#[component]
fn Appearance() -> impl IntoView {
    let words = use_words();
    let languages = use_context::<Languages>();
    let toasts = use_toasts();
    let chosen = words.get().language;
    let here = use_here();
    let theme = move || {
        here.themed.track();
        Theme::current()
    };
    let entered_language = move |event| {
        if let (Some(languages), Some(language)) =
            (languages, Language::of_tag(&event_target_value(&event)))
        {
            languages.choose(language, move || toasts.failed(words.text("part-not-fetched")));
        }
    };
    let chose_theme = move |chosen: Theme| {
        chosen.choose();
        here.themed.notify();
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("settings-appearance")}</h2>
            <div class="field">
                <label class="field__label" for="language">{words.text("settings-language")}</label>
                <select class="input" id="language" on:change=entered_language>
                    {Language::ALL.map(|language| view! {
                        <option value=language.tag() lang=language.tag() selected=language == chosen>{language.name()}</option>
                    })}
                </select>
            </div>
            <fieldset class="field">
                <legend class="field__label">{words.text("settings-theme")}</legend>
                <div class="cluster">
                    {Theme::ALL.map(|other| view! {
                        <button
                            class="button"
                            type="button"
                            aria-pressed=move || (theme() == other).to_string()
                            on:click=move |_| chose_theme(other)
                        >
                            {words.text(&format!("theme-{}", other.name()))}
                        </button>
                    })}
                </div>
            </fieldset>
        </section>
    }
}

/// To which stages people and organizations move by themselves.
#[component]
fn Lifecycle() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let rule = move |trigger: Trigger| {
        let key = trigger.key();
        let choices = key.field().and_then(|field| words.get().choices(field));
        // A stage that is called otherwise is so here.
        let called = |word: &str| Some(keys::LIFECYCLE.field()?.meant(word)?.label.to_string());
        let stage = Memo::new(move |_| {
            workspace.read(&[RecordType::Workspace], |book| trigger.stage(book).to_owned())
        });
        let entered = move |event: Event| {
            let chosen = dom::chosen(&event, &stage.get_untracked());
            workspace.commit(
                move |book, stamp| lifecycle::set_rule(book, trigger, &chosen, stamp),
                move |saved| match saved {
                    Ok(()) => toasts.done(words.text("settings-saved"), workspace.next_undo()),
                    Err(error) => toasts.failed(words.get().commit_error(&error)),
                },
            );
        };
        view! {
            <div class="field">
                <label class="field__label" for=key.name()>{words.get().key(key)}</label>
                <select class="input" id=key.name() prop:value=move || stage.get() on:change=entered>
                    {choices.into_iter().flatten().map(|(word, name)| view! {
                        <option value=word selected=move || stage.with(|stage| *stage == word)>{called(word).unwrap_or(name)}</option>
                    }).collect_view()}
                </select>
            </div>
        }
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("settings-lifecycle")}</h2>
            <p>{words.text("settings-lifecycle-lead")}</p>
            {Trigger::ALL.map(rule)}
        </section>
    }
}

/// With which month the fiscal year begins, for all who have the workspace.
#[component]
fn Calendar() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let start = Memo::new(move |_| workspace.read(&[RecordType::Workspace], Book::fiscal_start));
    let entered = move |event: Event| {
        let saved = start.get_untracked().to_string();
        let Ok(month) = dom::chosen(&event, &saved).parse::<u8>() else { return };
        workspace.commit(
            move |book, stamp| edit::workspace::set_fiscal_start(book, month, stamp),
            move |saved| match saved {
                Ok(()) => toasts.done(words.text("settings-saved"), workspace.next_undo()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("settings-calendar")}</h2>
            <div class="field">
                <label class="field__label" for="fiscal-start">{words.get().key(keys::FISCAL_START)}</label>
                <select
                    class="input"
                    id="fiscal-start"
                    prop:value=move || start.get().to_string()
                    on:change=entered
                >
                    {(1..=12_u8).map(|month| view! {
                        <option value=month.to_string() selected=month == start.get_untracked()>{words.text(&format!("month-{month}"))}</option>
                    }).collect_view()}
                </select>
            </div>
        </section>
    }
}

/// Removes the demo, or everything, and begins anew.
#[component]
fn StartOver() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let boot = use_boot();
    let asking = RwSignal::new(false);
    let is_demo = move || {
        workspace.read(&[RecordType::Workspace], |book| {
            book.workspace().is_some_and(|workspace| workspace.flag(keys::DEMO))
        })
    };
    let start_over = move || {
        asking.set(false);
        commands::start_over(words, toasts, boot, navigation);
    };
    let title = Signal::derive(move || words.text("settings-erase"));

    view! {
        <section class="sheet__section">
            {move || if is_demo() {
                view! {
                    <h2>{words.text("demo-remove")}</h2>
                    <p>{words.text("demo-remove-lead")}</p>
                    <div><button class="button button--primary" id="remove-demo" type="button" on:click=move |_| start_over()>{words.text("demo-remove")}</button></div>
                }.into_any()
            } else {
                view! {
                    <h2>{words.text("settings-erase")}</h2>
                    <p>{words.text("settings-erase-lead")}</p>
                    <div><button class="button button--danger" type="button" on:click=move |_| asking.set(true)>{words.text("settings-erase")}</button></div>
                }.into_any()
            }}
        </section>
        <Dialog open=asking title>
            <p>{words.text("settings-erase-sure")}</p>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| asking.set(false)>{words.text("cancel")}</button>
                <button class="button button--danger" type="button" on:click=move |_| start_over()>{words.text("settings-erase")}</button>
            </div>
        </Dialog>
        <p class="subtle">"Rapport " {env!("CARGO_PKG_VERSION")}</p>
    }
}
