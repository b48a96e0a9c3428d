//! A stage: its name, what its deals come to, their cards, and a line for a new one.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::{
    Board,
    card::{Card, CardItem},
    drag::Target,
};
use crate::ui::{
    commands,
    components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        edit::{deals, named::Names, records::Input},
        field::{derived, keys},
        id::{Id, RecordType},
        value::Value,
    },
    platform::dom,
};

/// How many cards are shown before one asks for more, or scrolls to where more would be.
const MOST: usize = 30;

/// How far above the end more cards are made, in pixels.
const AHEAD: i32 = 800;

#[component]
pub(super) fn ColumnView(board: Board, stage: Id) -> impl IntoView {
    let Board { words, workspace, columns, adding, .. } = board;
    let over = board.pointer().over;
    let most = RwSignal::new(MOST);
    let column = Memo::new(move |_| {
        columns.with(|columns| columns.iter().find(|column| column.stage == stage).cloned())
    });
    let name = Memo::new(move |_| {
        let name = workspace.read(&[RecordType::Stage], |book| {
            book.get(RecordType::Stage, stage).and_then(derived::name_of)
        });
        name.unwrap_or_default()
    });
    let count =
        Memo::new(move |_| column.with(|it| it.as_ref().map_or(0, |column| column.deals.len())));
    let cards = Memo::new(move |_| {
        let i18n = words.get();
        let most = most.get();
        workspace.read(&RecordType::ALL, |book| {
            column.with(|column| {
                let deals = column.iter().flat_map(|column| column.deals.iter().take(most));
                deals.filter_map(|deal| Card::of(&i18n, book, *deal)).collect::<Vec<_>>()
            })
        })
    });
    let sums = move || {
        let sums = column.with(|column| column.as_ref().map(|column| column.sums.clone()));
        words.get().sums(&sums.unwrap_or_default()).into_iter().map(|(value, weighted)| view! {
            <span class="board__sum"><span>{value}</span><span class="subtle">{weighted}</span></span>
        }).collect_view()
    };
    let show_more = move || most.update(|most| *most += MOST);
    let rest = move || count.get().saturating_sub(most.get());
    let scrolled = move |event: Event| {
        let column = event.current_target().and_then(|column| column.dyn_into::<Element>().ok());
        let is_near_end = |column: Element| {
            column.scroll_top() + column.client_height() + AHEAD > column.scroll_height()
        };
        if untrack(rest) > 0 && column.is_some_and(is_near_end) {
            show_more();
        }
    };
    let heading = format!("stage-{stage}");
    let labelled_by = heading.clone();
    let add = move || words.get().with("board-add-in", &[("name", (&name.get()).into())]);

    view! {
        <section
            class="board__column"
            aria-labelledby=labelled_by
            data-drop=stage.to_string()
            on:scroll=scrolled
            data-over=move || (over.get() == Some(Target::Stage(stage))).then_some("")
        >
            <header class="board__head">
                <h2 class="board__title" id=heading dir="auto">{name}</h2>
                <span class="board__count">{move || words.get().number(count.get())}</span>
                <button
                    class="button button--plain button--icon board__add"
                    type="button"
                    data-stage=stage.to_string()
                    title=add
                    aria-label=add
                    on:click=move |_| adding.set(Some(stage))
                >
                    <Icon picture=Picture::Add />
                </button>
                <p class="board__sums">{sums}</p>
            </header>
            <Show when=move || adding.get() == Some(stage)>
                <QuickAdd board stage label=Signal::derive(add) />
            </Show>
            <ul class="board__cards" role="list">
                <For each=move || cards.get() key=Clone::clone let:card>
                    <CardItem board card />
                </For>
            </ul>
            <Show when=move || { rest() > 0 }>
                <button class="button board__more" type="button" on:click=move |_| show_more()>
                    {move || words.get().with("timeline-more", &[("count", rest().into())])}
                </button>
            </Show>
        </section>
    }
}

/// A line for the name of a new deal. Enter adds it and waits for the next one, Escape closes.
#[component]
fn QuickAdd(board: Board, stage: Id, label: Signal<String>) -> impl IntoView {
    let Board { words, toasts, workspace, adding, .. } = board;
    let name = RwSignal::new(String::new());
    let close = move || {
        adding.set(None);
        dom::focus(&format!(".board__add[data-stage='{stage}']"));
    };
    let add = move || {
        let given = name.get_untracked().trim().to_owned();
        if given.is_empty() {
            return;
        }
        let input: Input = [
            (keys::NAME, Some(Value::text(given.as_str()))),
            (keys::STAGE, Some(Value::link(stage))),
        ]
        .into();
        let usual = words.get().usual_pipeline();
        commands::create(
            workspace,
            move |book, stamp| deals::create(book, &input, &Names::new(), &usual, stamp),
            move |made| match made {
                Ok(_) => {
                    let done = words.get().with("history-create", &[("what", (&given).into())]);
                    toasts.done(done, untrack(|| workspace.next_undo()));
                    // The line may be gone by now.
                    let _ = name.try_set(String::new());
                }
                Err(error) => commands::not_done(words, toasts, &error),
            },
        );
    };
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => add(),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // What was typed and not added stays in the line.
    let left = move |_| {
        if name.try_with_untracked(|name| name.trim().is_empty()) == Some(true)
            && adding.get_untracked() == Some(stage)
        {
            adding.set(None);
        }
    };
    // Synchronizes the focus, which is outside the reactive system, with the line that has opened.
    Effect::new(move || dom::focus("#board-new"));

    view! {
        <div class="board__new">
            <input
                class="input"
                id="board-new"
                type="text"
                autocomplete="off"
                dir="auto"
                enterkeyhint="done"
                placeholder=words.text("board-new-name")
                aria-label=label
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
                on:keydown=pressed
                on:blur=left
            />
        </div>
    }
}
