//! A lead becomes a deal: what will be made is shown before it is.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        toasts::use_toasts,
        use_workspace,
    },
    ui::{
        commands,
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
        },
        forms::{Entry, FieldFault, FieldInput},
    },
};
use rapport::{
    domain::{
        edit::{deals, named::Names, pipelines, records::Input},
        field::{
            derived,
            draft::{Draft, Pick},
            keys,
        },
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        value::Value,
    },
    platform::dom,
};

/// Begins the ids of the inputs.
const SCOPE: &str = "convert";

/// What is asked, in its order.
const ASKED: [Key; 3] = [keys::ORGANIZATION, keys::NAME, keys::VALUE];

/// The button, for whoever has no open deal.
#[component]
pub(super) fn Convert(id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let open = RwSignal::new(false);
    let has_deal = Memo::new(move |_| {
        workspace.read(&[RecordType::Deal], |book| {
            book.of(RecordType::Deal, id).any(|deal| deal.get(keys::OUTCOME).is_none())
        })
    });
    let title = Signal::derive(move || words.text("convert-title"));

    view! {
        <Show when=move || !has_deal.get()>
            <button class="record__add" type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                <Icon picture=Picture::Deal />
                {words.text("convert")}
            </button>
        </Show>
        <Dialog open title>
            <ConvertForm id open />
        </Dialog>
    }
}

/// What is typed, and the stage that is chosen.
#[derive(Clone, Copy)]
struct Asked {
    workspace: Workspace,
    words: Words,
    entries: StoredValue<Vec<Entry>>,
    stage: RwSignal<Option<Id>>,
    /// The person's name.
    person: StoredValue<String>,
}

impl Asked {
    fn new(workspace: Workspace, words: Words, id: Id) -> Self {
        let (entries, stage) = workspace.peek(|book| {
            let person = book.get(RecordType::Person, id);
            let entry = |key: Key| {
                let field = key.field()?;
                let held = person.filter(|_| key == keys::ORGANIZATION).and_then(|it| it.get(key));
                let draft = Draft::of(book, field, held);
                Some(Entry { field, draft: RwSignal::new(draft), fault: RwSignal::new(None) })
            };
            (ASKED.into_iter().filter_map(entry).collect(), pipelines::first_stage(book))
        });
        let person = commands::name_of(workspace, RecordType::Person, id);
        Self {
            workspace,
            words,
            entries: StoredValue::new(entries),
            stage: RwSignal::new(stage),
            person: StoredValue::new(person),
        }
    }

    /// What stands in one of the inputs, and whether it is there already.
    fn typed(self, key: Key) -> Option<(String, bool)> {
        let entry =
            self.entries.with_value(|all| all.iter().copied().find(|it| it.field.key() == key))?;
        let draft = entry.draft.get();
        let text = draft.text().trim().to_owned();
        let is_known = matches!(draft, Draft::Relation(Pick::Chosen { .. }));
        (!text.is_empty()).then_some((text, is_known))
    }

    /// What the deal is called: after whom it is with, where nothing else is said.
    fn name(self) -> String {
        let given = self.typed(keys::NAME).or_else(|| self.typed(keys::ORGANIZATION));
        given.map_or_else(|| self.person.get_value(), |(name, _)| name)
    }

    /// What will be made, a sentence each.
    fn preview(self) -> Vec<String> {
        let i18n = self.words.get();
        let person = self.person.get_value();
        let organization = self.typed(keys::ORGANIZATION).map(|(organization, is_known)| {
            let message =
                if is_known { "convert-organization" } else { "convert-organization-new" };
            i18n.with(
                message,
                &[("name", (&person).into()), ("organization", (&organization).into())],
            )
        });
        let stage = self.stage.get().and_then(|stage| {
            self.workspace.peek(|book| derived::name_of(book.get(RecordType::Stage, stage)?))
        });
        let usual = || i18n.usual_pipeline().stages.first().map(|(name, _)| name.to_string());
        let stage = stage.or_else(usual).unwrap_or_default();
        let name = self.name();
        let deal = [("name", (&name).into()), ("stage", (&stage).into())];
        let deal = i18n.with("convert-deal", &deal);
        let stays = i18n.with("convert-person", &[("name", (&person).into())]);
        [Some(stays), organization, Some(deal)].into_iter().flatten().collect()
    }

    /// Checks all inputs, and says what is wrong at each.
    fn read(self) -> Option<(Input, Names)> {
        let (mut input, mut names) = (Input::new(), Names::new());
        let mut is_right = true;
        for Entry { field, draft, fault } in self.entries.get_value() {
            match draft.with_untracked(|draft| draft.read(field)) {
                Ok(entered) if entered.names.is_empty() => {
                    input.insert(field.key(), entered.value);
                }
                Ok(entered) => {
                    names.insert(field.key(), entered.names);
                }
                Err(wrong) => {
                    fault.set(Some(FieldFault::of(self.words, &wrong)));
                    is_right = false;
                }
            }
        }
        input.insert(keys::NAME, Some(Value::text(untrack(|| self.name()))));
        input.insert(keys::STAGE, self.stage.get_untracked().map(Value::link));
        is_right.then_some((input, names))
    }
}

#[component]
fn ConvertForm(id: Id, open: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let asked = Asked::new(workspace, words, id);
    let stages = workspace.peek(|book| {
        let stages = pipelines::all(book).into_iter().flat_map(|it| pipelines::stages(book, it.id));
        stages.map(|it| (it.id, derived::name_of(it).unwrap_or_default())).collect::<Vec<_>>()
    });
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        let Some((input, names)) = asked.read() else { return };
        let usual = words.get().usual_pipeline();
        let name = untrack(|| asked.name());
        commands::create(
            workspace,
            move |book, stamp| deals::convert(book, id, &input, &names, &usual, stamp),
            move |made| match made {
                Ok(_) => {
                    let done = words.get().with("history-create", &[("what", (&name).into())]);
                    toasts.done(done, untrack(|| workspace.next_undo()));
                    // The dialog may be gone by now.
                    let _ = open.try_set(false);
                }
                Err(error) => match error.problem() {
                    Some(Problem::Field { key, fault }) => {
                        let text = words.get().fault(fault);
                        let entries = asked.entries.try_get_value().unwrap_or_default();
                        if let Some(entry) = entries.iter().find(|it| it.field.key() == *key) {
                            let _ = entry.fault.try_set(Some(FieldFault { row: None, text }));
                        }
                    }
                    _ => commands::not_done(words, toasts, &error),
                },
            },
        );
    };
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || {
        request_animation_frame(|| {
            dom::focus(&format!("#{SCOPE}-{}", keys::ORGANIZATION.name()));
        });
    });

    view! {
        <form class="stack" novalidate on:submit=submitted>
            {asked.entries.get_value().into_iter().map(|Entry { field, draft, fault }| view! {
                <FieldInput field scope=SCOPE draft fault />
            }).collect_view()}
            {(!stages.is_empty()).then(|| view! {
                <div class="field">
                    <label class="field__label" for="convert-stage">{words.get().key(keys::STAGE)}</label>
                    <select class="input" id="convert-stage" on:change=move |event| asked.stage.set(Id::parse(&event_target_value(&event)))>
                        {stages.into_iter().map(|(stage, name)| view! {
                            <option value=stage.to_string() selected=asked.stage.get_untracked() == Some(stage)>{name}</option>
                        }).collect_view()}
                    </select>
                </div>
            })}
            <ul class="deal__preview" role="status">
                {move || asked.preview().into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
            </ul>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| open.set(false)>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("convert")}</button>
            </div>
        </form>
    }
}
