//! The timeline: what happened with a record and with what belongs to it, newest first.

mod event;
mod log_form;
mod story;

use leptos::prelude::*;

use self::{
    event::EventItem,
    log_form::NewEvent,
    story::{Story, What, story},
};
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        field::{Kind, figures, keys, own},
        id::{Id, RecordType},
    },
    i18n::I18n,
};

/// How many entries are shown before one asks for more.
const MOST: usize = 50;

/// What may be picked out of a timeline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    All,
    Contacts,
    Activity(&'static str),
    /// What moved, was done or was decided.
    Steps,
}

impl Only {
    /// All that one may pick, with the activities of one's own.
    fn all() -> Vec<Self> {
        let words = match keys::ACTIVITY.field().map(|field| field.kind) {
            Some(Kind::Choice(words)) => words,
            _ => &[],
        };
        let own = words.iter().filter(|word| word.starts_with(own::PREFIX));
        let activities = ["note", "purchase", "ticket", "feedback"].iter().chain(own);
        let activities = activities.map(|word| Self::Activity(word));
        [Self::All, Self::Contacts].into_iter().chain(activities).chain([Self::Steps]).collect()
    }

    fn name(self, i18n: &I18n) -> String {
        match self {
            Self::All => i18n.text("timeline-all"),
            Self::Contacts => i18n.text("timeline-contacts"),
            Self::Activity(activity) => i18n.choice_of(keys::ACTIVITY, activity),
            Self::Steps => i18n.text("timeline-steps"),
        }
    }

    fn has(self, story: &Story) -> bool {
        let activity = match &story.what {
            What::Event { activity, .. } => Some(&**activity),
            _ => None,
        };
        match self {
            Self::All => true,
            Self::Contacts => activity.is_some_and(figures::is_contact),
            Self::Activity("feedback") => matches!(activity, Some("feedback" | "survey")),
            Self::Activity(only) => activity == Some(only),
            Self::Steps => activity.is_none(),
        }
    }
}

/// What happened on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Day {
    name: String,
    stories: Vec<Story>,
}

#[component]
pub(super) fn Timeline(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let only = RwSignal::new(Only::All);
    let possible = StoredValue::new(Only::all());
    let most = RwSignal::new(MOST);
    // Which one is being changed: one at a time.
    let opened = RwSignal::new(None::<Id>);
    let all = Memo::new(move |_| workspace.read(&RecordType::ALL, |book| story(book, on, id)));
    let shown = Memo::new(move |_| {
        let only = only.get();
        let shown =
            all.with(|all| all.iter().filter(|story| only.has(story)).cloned().collect::<Vec<_>>());
        let rest = shown.len().saturating_sub(most.get());
        (shown, rest)
    });
    let days = Memo::new(move |_| {
        let i18n = words.get();
        let mut days: Vec<Day> = Vec::new();
        shown.with(|(shown, _)| {
            for story in shown.iter().take(most.get()) {
                let name = i18n.formats.date(story.at);
                match days.last_mut() {
                    Some(day) if day.name == name => day.stories.push(story.clone()),
                    _ => days.push(Day { name, stories: vec![story.clone()] }),
                }
            }
        });
        days
    });
    let names =
        move || days.with(|days| days.iter().map(|day| day.name.clone()).collect::<Vec<_>>());
    let stories_of = move |name: &str| {
        let day = days.with(|days| days.iter().find(|day| day.name == name).cloned());
        day.map(|day| day.stories).unwrap_or_default()
    };
    let count = move || all.with(Vec::len);
    let rest = move || shown.with(|(_, rest)| *rest);
    let chosen = move |event: web_sys::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let chosen = at.and_then(|at| possible.with_value(|all| all.get(at).copied()));
        only.set(chosen.unwrap_or(Only::All));
        most.set(MOST);
    };

    view! {
        <section class="record__section">
            <h2 class="record__heading">
                {words.text("timeline")}
                <span class="record__count">{move || Some(count()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <NewEvent on id />
            <Show when=move || { count() > 1 }>
                <label class="timeline__only">
                    <span class="visually-hidden">{words.text("timeline-only")}</span>
                    <select class="input" on:change=chosen>
                        {possible.get_value().into_iter().enumerate().map(|(at, it)| view! {
                            <option value=at.to_string() selected=move || only.get() == it>{it.name(&words.get())}</option>
                        }).collect_view()}
                    </select>
                </label>
            </Show>
            <Show when=move || count() == 0>
                <p class="subtle">{words.text("timeline-none")}</p>
            </Show>
            <Show when=move || { count() > 0 && shown.with(|(shown, _)| shown.is_empty()) }>
                <p class="subtle">{words.text("timeline-none-such")}</p>
            </Show>
            <div class="timeline">
                <For each=names key=String::clone let:name>
                    <h3 class="timeline__day">{name.clone()}</h3>
                    <ul class="timeline__list" role="list">
                        // What is open in an entry stays so when another one comes or goes.
                        <For each=move || stories_of(&name) key=|story| story.what.clone() let:story>
                            {match story.what {
                                What::Event { id: event, .. } => view! { <EventItem id=event of=id opened /> }.into_any(),
                                what => view! { <Step what of=id /> }.into_any(),
                            }}
                        </For>
                    </ul>
                </For>
            </div>
            <Show when=move || { rest() > 0 }>
                <button class="button" type="button" on:click=move |_| most.update(|most| *most += MOST * 4)>
                    {move || words.get().with("timeline-more", &[("count", rest().into())])}
                </button>
            </Show>
        </section>
    }
}

/// A step that was taken, on one line.
#[component]
fn Step(what: What, of: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let picture = what.picture();
    let sentence = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| what.sentence(&i18n, book, of))
    });

    view! {
        <li class="timeline__step">
            <Icon picture />
            <span dir="auto">{sentence}</span>
        </li>
    }
}

/// What an activity looks like.
fn picture_of(activity: &str) -> Picture {
    match activity {
        "call" => Picture::Phone,
        "email" | "letter" => Picture::Mail,
        "meeting" => Picture::Person,
        "chat" | "social" => Picture::Chat,
        "visit" => Picture::Language,
        "purchase" => Picture::Purchase,
        "ticket" => Picture::Ticket,
        "survey" | "feedback" => Picture::Star,
        _ => Picture::Edit,
    }
}
