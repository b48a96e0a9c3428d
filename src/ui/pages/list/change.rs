//! What is to become of all selected records, asked and shown before it is done.

use leptos::prelude::*;

use super::{Listing, REST, bulk::grant};
use crate::{
    state::{
        language::{Words, use_words},
        toasts::use_toasts,
    },
    ui::forms::{FieldFault, FieldInput},
};
use rapport::{
    domain::{
        edit::{
            bulk::{Bulk, Counts, Wish},
            interactions,
        },
        field::{
            self, Field, Kind,
            draft::{Draft, Entered, Wrong},
            keys,
        },
        id::{Id, RecordType},
        key::Key,
        problem::Fault,
        value::Value,
    },
    i18n::Becoming,
    platform::clock::Timer,
};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Set,
    Clear,
    AddTags,
    RemoveTags,
    AddChoices,
    RemoveChoices,
    Note,
}

impl Act {
    const ALL: [Self; 7] = [
        Self::Set,
        Self::Clear,
        Self::AddTags,
        Self::RemoveTags,
        Self::AddChoices,
        Self::RemoveChoices,
        Self::Note,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Clear => "clear",
            Self::AddTags => "add-tags",
            Self::RemoveTags => "remove-tags",
            Self::AddChoices => "add-choices",
            Self::RemoveChoices => "remove-choices",
            Self::Note => "note",
        }
    }

    /// The fields that it can be done to, of which one is chosen.
    fn fields(self, on: RecordType) -> Vec<&'static Field> {
        let is_fit = |field: &&'static Field| match self {
            // The same address or picture for many is hardly ever meant.
            Self::Set => !matches!(
                field.kind,
                Kind::Emails | Kind::Phones | Kind::Links | Kind::Addresses | Kind::Photo
            ),
            Self::Clear => true,
            Self::AddTags | Self::RemoveTags => field.kind == Kind::Relations(RecordType::Tag),
            Self::AddChoices | Self::RemoveChoices => matches!(field.kind, Kind::Choices(_)),
            Self::Note => false,
        };
        let mut fields: Vec<_> =
            field::fields_of(on).filter(|field| field.is_editable()).filter(is_fit).collect();
        if self == Self::Note && interactions::link_key(on).is_some() {
            fields.extend(keys::BODY.field());
        }
        fields
    }

    /// What is wished, as far as it is entered.
    fn wish(self, field: &'static Field, draft: &Draft) -> Result<Wish, Wrong> {
        let key = field.key();
        let missing = Wrong { row: None, fault: Fault::Missing };
        if self == Self::Clear {
            return Ok(Wish::Clear(key));
        }
        let entered = draft.read(field)?;
        if entered.value.is_none() && entered.names.is_empty() {
            return Err(missing);
        }
        match (self, entered) {
            (Self::AddTags | Self::AddChoices, entered) => Ok(Wish::Add(key, entered)),
            (Self::RemoveTags | Self::RemoveChoices, Entered { value, names }) => {
                if let Some(name) = names.into_iter().next() {
                    let fault = Fault::NoRecord { key, name };
                    return Err(Wrong { row: None, fault });
                }
                value.map(|value| Wish::Remove(key, value)).ok_or(missing)
            }
            (Self::Note, Entered { value: Some(Value::Text(text)), .. }) => Ok(Wish::Note(text)),
            (_, entered) => Ok(Wish::Set(key, entered)),
        }
    }
}

/// What is done to which field.
type Chosen = (Act, &'static Field);

#[component]
pub(super) fn ChangeForm(listing: Listing, open: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let on = listing.on;
    let ids = StoredValue::new(listing.selected_ids());
    let acts = Act::ALL.into_iter().filter(|act| !act.fields(on).is_empty()).collect::<Vec<_>>();
    let first = move |act: Act| {
        let fields = act.fields(on);
        let usual = fields.iter().find(|field| field.key() == keys::LIFECYCLE);
        usual.or(fields.first()).map(|field| (act, *field))
    };
    let chosen = RwSignal::new(first(Act::Set));
    let draft = RwSignal::new(Draft::Text(String::new()));
    let fault = RwSignal::new(None::<FieldFault>);
    let choose = move |next: Option<Chosen>| {
        if let Some((_, field)) = next {
            fault.set(None);
            draft.set(Draft::empty(field));
            chosen.set(next);
        }
    };
    if let Some((_, field)) = chosen.get_untracked() {
        draft.set(Draft::empty(field));
    }
    let wish = Memo::new(move |_| {
        let (act, field) = chosen.get()?;
        draft.with(|draft| act.wish(field, draft)).ok()
    });
    // The input keeps what is wrong until it is told otherwise.
    Effect::new(move || {
        if wish.with(Option::is_some) {
            fault.set(None);
        }
    });
    let chose_act = move |name: &str| {
        choose(Act::ALL.into_iter().find(|act| act.name() == name).and_then(first));
    };
    let chose_field = move |name: &str| {
        let act = chosen.get_untracked().map(|(act, _)| act);
        choose(act.zip(Key::of(name).and_then(Key::field)));
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some((act, field)) = chosen.get_untracked() else { return };
        match draft.with_untracked(|draft| act.wish(field, draft)) {
            Ok(wish) => {
                open.set(false);
                grant(listing, words, toasts, ids.get_value(), wish);
            }
            Err(wrong) => fault.set(Some(FieldFault::of(words, &wrong))),
        }
    };
    let fields = move || chosen.get().map(|(act, _)| act.fields(on)).unwrap_or_default();
    let has_several = move || fields().len() > 1;

    view! {
        <form class="stack" on:submit=submitted>
            <div class="field">
                <label class="field__label" for="bulk-act">{words.text("bulk-act")}</label>
                <select class="input" id="bulk-act" on:change=move |event| chose_act(&event_target_value(&event))>
                    {acts.into_iter().map(|act| view! {
                        <option value=act.name()>{words.text(&format!("bulk-act-{}", act.name()))}</option>
                    }).collect_view()}
                </select>
            </div>
            <Show when=has_several>
                <div class="field">
                    <label class="field__label" for="bulk-field">{words.text("list-field")}</label>
                    <select class="input" id="bulk-field" on:change=move |event| chose_field(&event_target_value(&event))>
                        {move || fields().into_iter().map(|field| {
                            let is_chosen = chosen.get_untracked().is_some_and(|(_, it)| it.key() == field.key());
                            view! { <option value=field.name selected=is_chosen>{words.get().field(field)}</option> }
                        }).collect_view()}
                    </select>
                </div>
            </Show>
            {move || chosen.get().filter(|(act, _)| *act != Act::Clear).map(|(_, field)| view! {
                <FieldInput field scope="change" draft fault />
            })}
            <Preview listing ids wish />
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| open.set(false)>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("list-apply")}</button>
            </div>
        </form>
    }
}

/// Asks before many records are deleted.
#[component]
pub(super) fn DeleteForm(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { is_deleting, .. } = listing;
    let ids = StoredValue::new(listing.marked());
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_deleting.set(false);
        listing.delete(words, toasts, ids.get_value());
    };

    view! {
        <form class="stack" on:submit=submitted>
            <Preview listing ids wish=Memo::new(|_| Some(Wish::Delete)) />
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| is_deleting.set(false)>{words.text("cancel")}</button>
                <button class="button button--danger" type="submit">{words.text("list-delete")}</button>
            </div>
        </form>
    }
}

/// What a preview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    Counted {
        counts: Counts,
        examples: Vec<Becoming>,
        is_whole: bool,
    },
    /// It cannot be done, and why.
    Refused(String),
}

/// What a wish would do, counted by the change that it would make.
#[component]
fn Preview(listing: Listing, ids: StoredValue<Vec<Id>>, wish: Memo<Option<Wish>>) -> impl IntoView {
    let words = use_words();
    let Listing { on, workspace, .. } = listing;
    let seen = RwSignal::new(None::<Seen>);
    // The preview that is wanted now; one that was begun before ends.
    let turn = StoredValue::new(0_u32);
    let timer = StoredValue::new_local(None::<Timer>);
    let count = move |wish: Wish, now: u32| {
        let is_wanted = move || turn.try_get_value() == Some(now);
        workspace.rehearse(
            move |book, stamp| Bulk::new(book, on, ids.get_value(), &wish, stamp),
            move |book, bulk, is_whole| {
                if !is_wanted() {
                    return false;
                }
                let i18n = words.get();
                seen.set(Some(match bulk {
                    Ok(bulk) => {
                        let examples = bulk.examples.iter();
                        Seen::Counted {
                            counts: bulk.counts(),
                            examples: examples
                                .map(|it| i18n.becoming(book, on, bulk, it))
                                .collect(),
                            is_whole,
                        }
                    }
                    Err(problem) => Seen::Refused(i18n.problem(problem)),
                }));
                true
            },
            |_, _| (),
        );
    };
    // Synchronizes with time, which is outside the reactive system: what is typed quickly is counted once.
    Effect::new(move || {
        for on in RecordType::ALL {
            workspace.track(on);
        }
        let now = turn.get_value() + 1;
        turn.set_value(now);
        let wish = wish.get();
        if wish.is_none() {
            seen.set(None);
        }
        timer.set_value(wish.map(|wish| Timer::new(REST, move || count(wish, now))));
    });
    let is_busy = move || {
        let is_whole =
            |seen: &Option<Seen>| !matches!(seen, Some(Seen::Counted { is_whole: false, .. }));
        (!seen.with(is_whole)).then_some("true")
    };

    view! {
        <section class="preview" id="bulk-preview" role="status" aria-label=words.text("bulk-preview") aria-busy=is_busy>
            {move || match seen.get() {
                None => view! { <p class="subtle">{words.text("bulk-preview-empty")}</p> }.into_any(),
                Some(Seen::Refused(why)) => view! { <p class="field__fault">{why}</p> }.into_any(),
                Some(Seen::Counted { counts, examples, .. }) => {
                    let is_deleting = wish.get_untracked() == Some(Wish::Delete);
                    let examples = examples.into_iter().map(|it| example(words, it));
                    view! {
                        <dl class="preview__counts">{counted(words, on, &counts, is_deleting)}</dl>
                        <ul class="preview__examples">{examples.collect_view()}</ul>
                    }.into_any()
                }
            }}
        </section>
    }
}

/// The lines of the counts; those that are none are left out, but for the first.
fn counted(words: Words, on: RecordType, counts: &Counts, is_deleting: bool) -> impl IntoView {
    let i18n = words.get();
    let changed = if is_deleting { "bulk-deleted" } else { "bulk-changed" };
    let lines = [
        (changed, i18n.count(on, counts.changed), true, false),
        ("bulk-same", i18n.number(counts.same), counts.same > 0, false),
        ("bulk-losing", i18n.number(counts.losing), counts.losing > 0, true),
        ("bulk-nameless", i18n.number(counts.nameless), counts.nameless > 0, false),
        ("bulk-notes", i18n.number(counts.notes), counts.notes > 0, true),
        ("bulk-relations", i18n.number(counts.relations), counts.relations > 0, true),
        ("bulk-pointing", i18n.number(counts.pointing), counts.pointing > 0, true),
    ];
    let shown = lines.into_iter().filter(|(_, _, is_shown, _)| *is_shown);
    let line = |(message, number, _, is_loss): (&str, String, bool, bool)| {
        let level = is_loss.then_some("warning");
        view! {
            <dt data-level=level>{i18n.text(message)}</dt>
            <dd data-level=level>{number}</dd>
        }
    };
    shown.map(line).collect_view()
}

/// The name, and what the field holds and would hold.
fn example(words: Words, Becoming { name, values }: Becoming) -> impl IntoView {
    let value = move |value: Option<String>| match value {
        Some(value) => view! { <span dir="auto">{value}</span> }.into_any(),
        None => {
            view! { <span class="preview__nothing">{words.text("form-not-set")}</span> }.into_any()
        }
    };
    view! {
        <li class="preview__example">
            <span class="preview__name" dir="auto">{name}</span>
            {values.map(|(before, after)| view! {
                ": "{value(before)}" "<span class="preview__arrow">"→"</span>" "{value(after)}
            })}
        </li>
    }
}
