//! Why the open record is in the list or on the board that stands beside it, or why not.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, navigation::use_navigation, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::id::{Id, RecordType},
    i18n::which_message,
    query::why::{About, Answer},
};

#[component]
pub(super) fn Why(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let filter = Memo::new(move |_| navigation.route().asked().query.filter);
    let is_open = RwSignal::new(false);
    let answer = Memo::new(move |_| {
        let slot = workspace.read(&[on], |book| book.table(on).slot(id))?;
        filter.with(|filter| {
            let is_asked = !filter.is_empty();
            is_asked.then(|| {
                workspace.ask(|asking, book, texts| asking.why(book, texts, (on, slot), filter))
            })?
        })
    });
    let title = move || {
        let holds = answer.with(|answer| answer.as_ref().is_some_and(|answer| answer.holds));
        words.text(if holds { "why-in" } else { "why-out" })
    };

    view! {
        <Show when=move || answer.with(Option::is_some)>
            <section class="why">
                <button
                    class="button button--plain"
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    <Icon picture=Picture::Filter />
                    {title}
                </button>
                <Show when=move || is_open.get()>
                    <ul class="why__answers" role="list">
                        {move || answer.get().map(|answer| item(&answer))}
                    </ul>
                </Show>
            </section>
        </Show>
    }
}

fn item(answer: &Answer) -> AnyView {
    let words = use_words();
    let i18n = words.get();
    let workspace = use_workspace();
    let (picture, said) =
        if answer.holds { (Picture::Check, "why-holds") } else { (Picture::Close, "why-fails") };
    let (sentence, parts) = match &answer.about {
        About::Condition(condition) => {
            (workspace.peek(|book| i18n.condition(book, condition)), None)
        }
        About::Group(which, parts) => {
            (i18n.text(which_message(*which)), Some(parts.iter().map(item).collect_view()))
        }
    };
    view! {
        <li class="why__answer" data-holds=answer.holds.to_string()>
            <Icon picture />
            <span dir="auto">{sentence}<span class="visually-hidden">{format!(" – {}", i18n.text(said))}</span></span>
            {parts.map(|parts| view! { <ul class="why__answers" role="list">{parts}</ul> })}
        </li>
    }
    .into_any()
}
