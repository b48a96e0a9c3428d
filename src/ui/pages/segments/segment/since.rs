//! Who has come into a segment and who has left it since a day.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::{language::use_words, looking_back::Then, start, use_workspace};
use rapport::{
    domain::{
        field::derived,
        id::{Id, RecordType},
        value::time::Time,
    },
    platform::clock,
    query::trend::{self, Difference},
    route::Route,
};

/// The days that are at hand, and the message that names each.
const PRESETS: [(i64, &str); 3] = [(7, "since-week"), (30, "since-month"), (90, "since-quarter")];

/// How many names are shown at once.
const MOST: usize = 20;

/// What the journal has told.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Known {
        difference: Arc<Difference>,
        /// The workspace is younger than that.
        is_all: bool,
    },
    /// The journal cannot be read so far.
    Unknown,
}

/// The day so many days ago, as an input of a day has it.
fn ago(days: i64) -> String {
    let then = clock::now().millis() - days * 24 * 60 * 60 * 1000;
    let text = clock::on_clock(Time::from_millis(then));
    text.split('T').next().unwrap_or_default().to_owned()
}

#[component]
pub(super) fn Since(id: Id, on: RecordType) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let day = RwSignal::new(ago(7));
    let told = RwSignal::new_local(None::<Told>);
    let run = StoredValue::new(0_u32);
    let is_working = RwSignal::new(true);
    // The journal is on disk; it is read again when a change is added to it. A later question ends the one before it.
    Effect::new(move || {
        workspace.position();
        let Some(then) = clock::of_clock(&format!("{}T00:00", day.get())) else { return };
        run.update_value(|run| *run += 1);
        let own = run.get_value();
        let is_wanted = move || run.try_get_value() == Some(own);
        is_working.set(true);
        start(async move {
            let now = clock::now();
            let then = then.min(now);
            let begin = workspace.begin().await.unwrap_or(now);
            let mut members = None;
            let mut difference = None;
            let tell = &mut |_, book: Option<Then>| {
                let Some(Then { book, members: slots }) = book else { return };
                match &members {
                    None => members = Some(trend::members(book, on, slots)),
                    Some(now) => difference = Some(trend::difference(book, on, slots, now)),
                }
            };
            workspace.look_back(id, vec![now, then], &is_wanted, tell).await;
            if is_wanted() {
                let is_all = then < begin;
                let known = |it| Told::Known { difference: Arc::new(it), is_all };
                // The page may be gone by now.
                let _ = told.try_set(Some(difference.map_or(Told::Unknown, known)));
                let _ = is_working.try_set(false);
            }
        });
    });
    let result = move || match told.get()? {
        Told::Unknown => {
            Some(view! { <p class="field__fault">{words.text("since-unknown")}</p> }.into_any())
        }
        Told::Known { difference, is_all } => {
            let entered = difference.entered.iter().map(|id| (*id, String::new())).collect();
            let left = difference.left.clone();
            Some(
                view! {
                    {is_all.then(|| view! { <p class="subtle">{words.text("since-all")}</p> })}
                    <div class="segment__sides">
                        <Names title="since-entered" none="since-entered-none" on names=entered />
                        <Names title="since-left" none="since-left-none" on names=left />
                    </div>
                }
                .into_any(),
            )
        }
    };

    view! {
        <section class="sheet__section" aria-busy=move || is_working.get().to_string()>
            <h2>{words.text("since-title")}</h2>
            <div class="cluster">
                <label class="segment__day" for="since">{words.text("since-day")}</label>
                <input
                    class="input segment__date"
                    id="since"
                    type="date"
                    max=ago(0)
                    prop:value=move || day.get()
                    on:change=move |event| day.set(event_target_value(&event))
                />
                {PRESETS.map(|(days, message)| view! {
                    <button
                        class="button"
                        type="button"
                        aria-pressed=move || (day.get() == ago(days)).to_string()
                        on:click=move |_| day.set(ago(days))
                    >
                        {words.text(message)}
                    </button>
                })}
            </div>
            {result}
            <p class="subtle segment__working" role="status">
                {move || is_working.get().then(|| words.text("trend-working"))}
            </p>
        </section>
    }
}

/// Names of records, the first of many. Of those that are gone the name is known that they had.
#[component]
fn Names(
    title: &'static str,
    none: &'static str,
    on: RecordType,
    names: Vec<(Id, String)>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let most = RwSignal::new(MOST);
    let count = names.len();
    let name = move |(id, then): (Id, String)| {
        let now = workspace.read(&[on], |book| book.get(on, id).map(derived::name_of));
        match now {
            Some(name) => view! {
                <a href=Route::record(on, id).href() dir="auto">{name.unwrap_or(then)}</a>
            }
            .into_any(),
            None => view! {
                <span dir="auto">{then}</span>
                " "
                <span class="subtle">{words.text("since-deleted")}</span>
            }
            .into_any(),
        }
    };
    let shown = move || {
        names
            .iter()
            .take(most.get())
            .cloned()
            .map(|it| view! { <li>{name(it)}</li> })
            .collect_view()
    };

    view! {
        <div class="segment__side">
            <h3 class="segment__heading">
                {words.text(title)}
                <span class="record__count">{words.get().number(count)}</span>
            </h3>
            {(count == 0).then(|| view! { <p class="subtle">{words.text(none)}</p> })}
            <ul class="segment__names" role="list">{shown}</ul>
            <Show when=move || { most.get() < count }>
                <button class="button" type="button" on:click=move |_| most.update(|most| *most += 10 * MOST)>
                    {words.text("since-more")}
                </button>
            </Show>
        </div>
    }
}
