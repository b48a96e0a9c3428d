//! The keys of this page.

use leptos::prelude::*;

use super::{Here, caps::Caps, use_here};
use crate::ui::components::dialog::Dialog;
use rapport::keys::{COMMANDS, Command, Scope};

#[component]
pub(super) fn Help() -> impl IntoView {
    let here = use_here();
    let title = Signal::derive(move || here.words.text("keys-title"));

    view! {
        <Dialog open=here.is_help_open title>
            // What scrolls has the focus, so that arrows do it.
            <div class="keys" id="help" tabindex="0">
                {Scope::SHOWN.map(|scope| is_shown(here, scope).then(|| view! { <Group scope /> }))}
            </div>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| here.is_help_open.set(false)>
                    {here.words.text("close")}
                </button>
            </div>
        </Dialog>
    }
}

/// Whether keys of a scope do something on this page.
fn is_shown(here: Here, scope: Scope) -> bool {
    match scope {
        Scope::Always | Scope::Everywhere => true,
        Scope::Walk | Scope::List | Scope::Search => here.list().is_some(),
        Scope::Record => here.list().is_some_and(|list| list.open_record().is_some()),
    }
}

#[component]
fn Group(scope: Scope) -> impl IntoView {
    let words = use_here().words;
    let belongs = move |command: &&Command| {
        command.scope.heading() == scope.heading() && !command.keys.is_empty()
    };
    let row = move |command: &Command| {
        let or = words.text("keys-or");
        let ways = command.keys.iter().enumerate().map(|(nth, keys)| {
            view! {
                {(nth > 0).then(|| view! { <span class="caps__then">{or.clone()}</span> })}
                <Caps keys />
            }
        });
        view! {
            <div class="keys__row">
                <dt>{words.get().command(command)}</dt>
                <dd class="keys__ways">{ways.collect_view()}</dd>
            </div>
        }
    };

    view! {
        <section class="keys__group">
            <h3>{words.text(&format!("keys-{}", scope.heading()))}</h3>
            <dl>{COMMANDS.iter().filter(belongs).map(row).collect_view()}</dl>
        </section>
    }
}
