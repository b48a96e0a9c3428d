//! What a file would bring, whom its rows are about, and bringing it in.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use leptos::prelude::*;

use super::{
    phones::{PhonesFrom, named},
    problems::{Problem, Problems},
};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::commands,
};
use rapport::{
    domain::key::Key,
    platform::clock,
    transfer::incoming::{self, Counts, How, Import, Match, Meeting, Source},
};

/// How many rows are shown that something is wrong with; the rest is counted.
const SHOWN: usize = 50;

/// How often the counts are shown anew while rows are compared, in milliseconds.
const OFTEN: i64 = 100;

/// How cells of the file are read and put right.
#[derive(Clone, Copy)]
pub(super) struct Mend {
    pub cell: Callback<(usize, usize), String>,
    pub put: Callback<(usize, usize, String)>,
}

/// What is known of the file so far.
#[derive(Clone)]
struct Seen {
    counts: Counts,
    problems: Vec<Problem>,
    /// Phone numbers that do not say what country they are from.
    national: usize,
    /// All rows that something is wrong with.
    rows: usize,
    is_whole: bool,
}

#[component]
pub(super) fn Arrival(
    name: String,
    /// `None` while there is none yet.
    source: Signal<Option<Arc<dyn Source>>>,
    /// What is chosen to begin with.
    how: How,
    /// Fields that a person may be known by.
    #[prop(into)]
    keys: Signal<Vec<Key>>,
    mend: Option<Mend>,
    done: Callback<()>,
    /// What else is chosen of the file.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let file = StoredValue::new(name);
    let chosen = RwSignal::new(how);
    // A field that no column goes to any more tells nobody.
    let told = Memo::new(move |_| match chosen.get() {
        How { by: Match::Field(key), .. } if !keys.get().contains(&key) => {
            How { by: Match::Usual, ..chosen.get() }
        }
        how => how,
    });
    // As a file of these columns came in before, or as the file looks, until a person says otherwise.
    let named = StoredValue::new(named(words));
    let guessed = Memo::new(move |_| {
        let source = source.get()?;
        named.with_value(|named| incoming::guess(&*source, named))
    });
    let phones_from = RwSignal::new(how.phones_from.map(Some));
    let how = Memo::new(move |_| How {
        phones_from: phones_from.get().unwrap_or_else(|| guessed.get()),
        ..told.get()
    });
    let is_working = RwSignal::new(false);
    let seen = RwSignal::new(None::<Seen>);
    // The comparison that is wanted now; one that was begun before ends.
    let turn = StoredValue::new(0_u32);
    // What is shown, once it is whole, and the position of the book that it was compared with.
    let shown = StoredValue::new_local(None::<(Import, u64)>);
    // Synchronizes with work that goes on in slices, which is outside the reactive system.
    Effect::new(move || {
        for on in rapport::domain::id::RecordType::ALL {
            workspace.track(on);
        }
        let now = turn.get_value() + 1;
        turn.set_value(now);
        shown.set_value(None);
        let Some(source) = source.get() else { return };
        seen.update(|seen| {
            if let Some(seen) = seen {
                seen.is_whole = false;
            }
        });
        // The page may be gone when its turn comes.
        let (how, file, looked) = (how.get(), file.get_value(), Cell::new(0));
        workspace.rehearse(
            move |book, stamp| Ok(Import::new(book, source, how, &file, stamp)),
            move |_, import, _| {
                let Ok(import) = import else { return false };
                if turn.try_get_value() != Some(now) {
                    return false;
                }
                let (is_whole, time) = (import.is_compared(), clock::now().millis());
                if !is_whole && time < looked.get() + OFTEN {
                    return true;
                }
                looked.set(time);
                let (problems, rows) = Problem::of_rows(import, SHOWN);
                let (counts, national) = (import.counts(), import.national);
                seen.set(Some(Seen { counts, problems, national, rows, is_whole }));
                !is_whole
            },
            move |import, position| {
                if turn.try_get_value() == Some(now) && import.is_compared() {
                    shown.set_value(Some((import, position)));
                }
            },
        );
    });
    let clicked_bring = move |_| {
        let Some(source) = source.get_untracked() else { return };
        let (how, file) = (how.get_untracked(), file.get_value());
        is_working.set(true);
        let shown = RefCell::new(shown.try_update_value(Option::take).flatten());
        workspace.commit_long(
            move |book, stamp| {
                // Nothing need be compared twice while the book is the same.
                let is_same = |position| position == untrack(|| workspace.position());
                let shown = shown.take().filter(|(_, position)| is_same(*position));
                Ok(Box::new(match shown {
                    Some((import, _)) => import.at(stamp.clone()),
                    None => Import::new(book, source.clone(), how, &file, stamp.clone()),
                }))
            },
            move |saved| {
                // The page may be gone by now.
                let _ = is_working.try_set(false);
                let i18n = words.get();
                match saved {
                    Ok(Some(label)) => toasts.done(i18n.label(&label), workspace.next_undo()),
                    Ok(None) => toasts.done(i18n.text("transfer-nothing-new"), None),
                    Err(error) => {
                        commands::not_done(words, toasts, &error);
                        return;
                    }
                }
                let _ = done.try_run(());
            },
        );
    };
    let chose_match = move |name: &str| {
        let by = matches(&keys.get_untracked()).into_iter().find(|(other, _)| other == name);
        if let Some((_, by)) = by {
            chosen.update(|how| how.by = by);
        }
    };
    let chose_meeting = move |name: &str| {
        if let Some((_, meeting)) = MEETINGS.into_iter().find(|(other, _)| *other == name) {
            chosen.update(|how| how.meeting = meeting);
        }
    };
    let chose_country = Callback::new(move |country| phones_from.set(Some(country)));
    // What was there once stays while the file is compared anew.
    let has_national = Memo::new(move |before: Option<&bool>| {
        seen.with(|seen| match seen {
            Some(seen) if seen.is_whole || seen.national > 0 => seen.national > 0,
            _ => before.copied().unwrap_or_default(),
        })
    });
    let problems = Signal::derive(move || {
        seen.get().map(|seen| (seen.problems, seen.rows)).unwrap_or_default()
    });
    let is_busy = move || seen.with(|seen| seen.as_ref().is_none_or(|seen| !seen.is_whole));

    view! {
        <div id="csv-counts" role="status" aria-busy=move || is_busy().to_string()>
            <dl class="figures">
            {move || seen.with(|seen| seen.as_ref().map(|seen| {
                let i18n = words.get();
                // What there is none of is left out, but for the people.
                let counts = seen.counts.named().into_iter().enumerate();
                let shown = counts.filter(|(at, (_, count))| *at == 0 || *count > 0);
                shown.map(|(_, (name, count))| view! {
                    <div class="figures__one" data-figure=name>
                        <dt>{i18n.text(&format!("import-{name}"))}</dt>
                        <dd>{i18n.number(count)}</dd>
                    </div>
                }).collect_view()
            }))}
            </dl>
        </div>
        <div class="arrival__how">
            <label class="stack">
                <span class="subtle">{words.text("import-by")}</span>
                <select class="input" id="import-by" on:change=move |event| chose_match(&event_target_value(&event))>
                    {move || {
                        let i18n = words.get();
                        let by = how.get().by;
                        matches(&keys.get()).into_iter().map(|(name, other)| {
                            let text = match other {
                                Match::Field(key) => i18n.key(key),
                                _ => i18n.text(&format!("import-by-{name}")),
                            };
                            view! { <option value=name selected=other == by>{text}</option> }
                        }).collect_view()
                    }}
                </select>
            </label>
            <label class="stack">
                <span class="subtle">{words.text("import-meeting")}</span>
                <select
                    class="input"
                    id="import-meeting"
                    disabled=move || how.get().by == Match::Nothing
                    on:change=move |event| chose_meeting(&event_target_value(&event))
                >
                    {MEETINGS.map(|(name, other)| view! {
                        <option value=name selected=move || how.get().meeting == other>{words.text(&format!("import-meeting-{name}"))}</option>
                    })}
                </select>
            </label>
            <Show when=move || has_national.get()>
                <PhonesFrom is=Signal::derive(move || how.get().phones_from) chose=chose_country />
            </Show>
        </div>
        {children.map(|children| children())}
        <div class="cluster">
            <button
                class="button button--primary"
                id="bring-in"
                type="button"
                disabled=move || is_working.get() || is_busy()
                on:click=clicked_bring
            >
                {words.text("csv-bring")}
            </button>
            <button class="button" type="button" on:click=move |_| done.run(())>{words.text("cancel")}</button>
        </div>
        <Problems problems source mend />
    }
}

const MEETINGS: [(&str, Meeting); 5] = [
    ("fill", Meeting::Fill),
    ("overwrite", Meeting::Overwrite),
    ("newer", Meeting::Newer),
    ("skip", Meeting::Skip),
    ("add", Meeting::Add),
];

/// What a row and a person can be matched by, with names for the menu.
fn matches(keys: &[Key]) -> Vec<(String, Match)> {
    let usual = [
        ("usual", Match::Usual),
        ("email", Match::Email),
        ("phone", Match::Phone),
        ("name", Match::NameAndOrganization),
        ("nothing", Match::Nothing),
    ];
    let usual = usual.into_iter().map(|(name, by)| (name.to_owned(), by));
    usual.chain(keys.iter().map(|key| (key.name().to_owned(), Match::Field(*key)))).collect()
}
