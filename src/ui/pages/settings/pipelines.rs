//! The pipelines and their stages: made, named, put in order and deleted.

use leptos::prelude::*;

use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        toasts::{Toasts, use_toasts},
        use_workspace,
    },
    ui::{
        commands,
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
        },
        forms::NameForm,
    },
};
use rapport::{
    domain::{
        book::Book,
        change::Change,
        edit::{
            pipelines::{self, Usual},
            records::{self, Input},
        },
        field::{derived, draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        record::Record,
        stamp::Stamp,
        value::Value,
    },
    i18n::I18n,
};

/// A stage as its row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stage {
    id: Id,
    name: String,
    probability: String,
    rots_after: String,
    deals: usize,
}

/// A stage or a pipeline that is to go though there are deals in it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leaving {
    on: RecordType,
    id: Id,
    name: String,
}

/// What the parts of the section share.
#[derive(Clone, Copy)]
struct Shared {
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    leaving: RwSignal<Option<Leaving>>,
}

impl Shared {
    /// Commits, and says what was done by a message about what.
    fn commit(
        self,
        message: &'static str,
        what: String,
        edit: impl Fn(&Book, &mut Stamp) -> Result<Change, Problem> + 'static,
    ) {
        let Self { words, toasts, workspace, .. } = self;
        let done = move |i18n: &I18n| i18n.with(message, &[("what", (&what).into())]);
        commands::commit(words, toasts, workspace, done, edit);
    }

    /// Puts what was typed into a field.
    fn put(self, on: RecordType, id: Id, key: Key, text: String) {
        let Some(field) = key.field() else { return };
        let value = match Draft::Text(text).read(field) {
            Ok(entered) => entered.value,
            Err(wrong) => {
                let problem = Problem::Field { key, fault: wrong.fault };
                self.toasts.failed(self.words.get().problem(&problem));
                return;
            }
        };
        self.commit("settings-saved", String::new(), move |book, stamp| {
            let input = Input::from([(key, value.clone())]);
            records::edit(book, on, id, &Input::new(), &input, stamp)
        });
    }

    fn shift(self, on: RecordType, id: Id, is_earlier: bool) {
        let Self { words, toasts, workspace, .. } = self;
        workspace.commit(
            move |book, stamp| pipelines::shift(book, on, id, is_earlier, stamp),
            move |saved| {
                if let Err(error) = saved {
                    commands::not_done(words, toasts, &error);
                }
            },
        );
    }

    /// Deletes a stage or a pipeline. Where there are deals in it, it asks first where they go.
    fn delete(self, leaving: Leaving, into: Option<Id>) {
        let Leaving { on, id, name } = leaving.clone();
        let has_deals = self.workspace.peek(|book| {
            let stages = if on == RecordType::Stage { vec![id] } else { stages_of(book, id) };
            stages.iter().any(|it| book.linked_count(RecordType::Deal, keys::STAGE, *it) > 0)
        });
        if has_deals && into.is_none() {
            self.leaving.set(Some(leaving));
            return;
        }
        self.leaving.set(None);
        self.commit("history-delete", name, move |book, stamp| {
            if on == RecordType::Stage {
                pipelines::delete_stage(book, id, into, stamp)
            } else {
                pipelines::delete(book, id, into, stamp)
            }
        });
    }
}

fn stages_of(book: &Book, pipeline: Id) -> Vec<Id> {
    pipelines::stages(book, pipeline).into_iter().map(|stage| stage.id).collect()
}

#[component]
pub(super) fn Pipelines() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let shared = Shared { words, toasts: use_toasts(), workspace, leaving: RwSignal::new(None) };
    let all = Memo::new(move |_| {
        workspace.read(&[RecordType::Pipeline], |book| {
            pipelines::all(book).into_iter().map(|it| it.id).collect::<Vec<_>>()
        })
    });
    let name = RwSignal::new(String::new());
    // A new one begins with the usual stages, which are easier changed than made.
    let named = move |given: String| {
        let usual = Usual { name: given.as_str().into(), ..words.get().usual_pipeline() };
        shared.commit("history-create", given, move |book, stamp| {
            Ok(pipelines::create(book, &usual, stamp)?.1)
        });
        name.set(String::new());
    };

    view! {
        <section class="sheet__section" id="pipelines">
            <h2>{words.text("kind-pipeline")}</h2>
            <p>{words.text("pipelines-lead")}</p>
            <For each=move || all.get() key=|id| *id let:id>
                <Pipeline shared id />
            </For>
            <NameForm
                class="cluster pipeline__new"
                id="new-pipeline"
                name
                label=words.text("pipelines-new")
                action=words.text("pipelines-add")
                picture=Picture::Add
                on_name=named
            />
        </section>
        <LeavingDialog shared />
    }
}

#[component]
fn Pipeline(shared: Shared, id: Id) -> impl IntoView {
    let Shared { words, workspace, .. } = shared;
    let on = RecordType::Pipeline;
    let name = Memo::new(move |_| {
        let name = workspace.read(&[on], |book| book.get(on, id).and_then(derived::name_of));
        name.unwrap_or_default()
    });
    let stages = Memo::new(move |_| {
        workspace.read(&[RecordType::Stage, RecordType::Deal], |book| {
            let text = |value: Option<&Value>| match value {
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            };
            let stage = |it: &Record| Stage {
                id: it.id,
                name: derived::name_of(it).unwrap_or_default(),
                probability: text(it.get(keys::PROBABILITY)),
                rots_after: text(it.get(keys::ROTS_AFTER)),
                deals: book.linked_count(RecordType::Deal, keys::STAGE, it.id),
            };
            pipelines::stages(book, id).into_iter().map(stage).collect::<Vec<_>>()
        })
    });
    let new = RwSignal::new(String::new());
    let named = move |given: String| {
        let made = given.clone();
        shared.commit("history-create", given, move |book, stamp| {
            pipelines::add_stage(book, id, &made, stamp)
        });
        new.set(String::new());
    };

    view! {
        <div class="pipeline">
            <div class="pipeline__head">
                <Renaming shared on id name label=words.get().key(keys::PIPELINE) />
                <Moves shared on id name />
            </div>
            <ul class="pipeline__stages" role="list">
                <li class="pipeline__labels" aria-hidden="true">
                    <span>{words.get().key(keys::STAGE)}</span>
                    <span>{words.text("pipelines-percent")}</span>
                    <span>{words.text("pipelines-rots")}</span>
                </li>
                // The inputs stay while one goes from one to the other and each is saved.
                <For each=move || stages.get() key=|stage| stage.id let:stage>
                    <StageRow shared stages id=stage.id />
                </For>
            </ul>
            <NameForm
                class="cluster pipeline__new"
                id=format!("new-stage-{id}")
                name=new
                label=words.text("pipelines-new-stage")
                action=words.text("pipelines-add-stage")
                picture=Picture::Add
                on_name=named
            />
        </div>
    }
}

#[component]
fn StageRow(shared: Shared, stages: Memo<Vec<Stage>>, id: Id) -> impl IntoView {
    let words = shared.words;
    let on = RecordType::Stage;
    let stage =
        Memo::new(move |_| stages.with(|all| all.iter().find(|stage| stage.id == id).cloned()));
    let text = move |of: fn(&Stage) -> &String| {
        stage.with(|stage| stage.as_ref().map(|stage| of(stage).clone())).unwrap_or_default()
    };
    let name = Memo::new(move |_| text(|stage| &stage.name));
    let number = move |key: Key, value: fn(&Stage) -> &String| {
        view! {
            <input
                class="input pipeline__number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                dir="ltr"
                aria-label=move || format!("{}: {}", name.get(), words.get().key(key))
                prop:value=move || text(value)
                on:change=move |event| shared.put(on, id, key, event_target_value(&event))
            />
        }
    };
    let count = move || {
        let deals = stage.with(|stage| stage.as_ref().map_or(0, |stage| stage.deals));
        (deals > 0).then(|| words.get().count(RecordType::Deal, deals))
    };

    view! {
        <li class="pipeline__stage">
            <Renaming shared on id name label=words.get().key(keys::STAGE) />
            {number(keys::PROBABILITY, |stage| &stage.probability)}
            {number(keys::ROTS_AFTER, |stage| &stage.rots_after)}
            <span class="subtle pipeline__deals">{count}</span>
            <Moves shared on id name />
        </li>
    }
}

/// The name of something, to be typed over.
#[component]
fn Renaming(
    shared: Shared,
    on: RecordType,
    id: Id,
    name: Memo<String>,
    label: String,
) -> impl IntoView {
    view! {
        <input
            class="input"
            type="text"
            autocomplete="off"
            dir="auto"
            aria-label=label
            prop:value=move || name.get()
            on:change=move |event| shared.put(on, id, keys::NAME, event_target_value(&event))
        />
    }
}

/// The buttons that put something earlier or later, and delete it.
#[component]
fn Moves(shared: Shared, on: RecordType, id: Id, name: Memo<String>) -> impl IntoView {
    let named =
        move |message| move || shared.words.get().with(message, &[("name", (&name.get()).into())]);
    let clicked_delete =
        move |_| shared.delete(Leaving { on, id, name: name.get_untracked() }, None);

    view! {
        <div class="pipeline__moves">
            <button class="button button--plain button--icon" type="button" aria-label=named("fields-up") on:click=move |_| shared.shift(on, id, true)>
                <Icon picture=Picture::Up />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=named("fields-down") on:click=move |_| shared.shift(on, id, false)>
                <Icon picture=Picture::Down />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=named("fields-remove") on:click=clicked_delete>
                <Icon picture=Picture::Delete />
            </button>
        </div>
    }
}

/// Asks where the deals go.
#[component]
fn LeavingDialog(shared: Shared) -> impl IntoView {
    let Shared { words, workspace, leaving, .. } = shared;
    let open = RwSignal::new(false);
    // The dialog is open while something is to go, and closing it ends that.
    Effect::new(move || open.set(leaving.with(Option::is_some)));
    let title = Signal::derive(move || {
        let name = leaving.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default();
        words.get().with("fields-remove", &[("name", (&name).into())])
    });
    // All stages that stay.
    let others = move || {
        let Some(Leaving { on, id, .. }) = leaving.get() else { return Vec::new() };
        workspace.read(&[RecordType::Pipeline, RecordType::Stage], |book| {
            let mut others = Vec::new();
            for pipeline in pipelines::all(book) {
                let name = derived::name_of(pipeline).unwrap_or_default();
                for stage in pipelines::stages(book, pipeline.id) {
                    let goes = if on == RecordType::Stage { stage.id } else { pipeline.id } == id;
                    if !goes {
                        let stage_name = derived::name_of(stage).unwrap_or_default();
                        others.push((stage.id, format!("{name}: {stage_name}")));
                    }
                }
            }
            others
        })
    };
    let into = RwSignal::new(None::<Id>);
    // Another question has other answers.
    Effect::new(move || into.set(others().first().map(|(first, _)| *first)));
    let clicked_delete = move |_| {
        if let (Some(leaving), Some(into)) = (leaving.get_untracked(), into.get_untracked()) {
            shared.delete(leaving, Some(into));
        }
    };

    view! {
        <Dialog open title on_close=move || leaving.set(None)>
            <Show
                when=move || into.get().is_some()
                fallback=move || view! { <p>{words.text("pipelines-nowhere")}</p> }
            >
                <div class="field">
                    <label class="field__label" for="deals-into">{words.text("pipelines-into")}</label>
                    <select class="input" id="deals-into" on:change=move |event| into.set(Id::parse(&event_target_value(&event)))>
                        {move || others().into_iter().map(|(stage, name)| view! {
                            <option value=stage.to_string() prop:selected=move || into.get() == Some(stage)>{name}</option>
                        }).collect_view()}
                    </select>
                </div>
            </Show>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| leaving.set(None)>{words.text("cancel")}</button>
                <button class="button button--danger" type="button" disabled=move || into.get().is_none() on:click=clicked_delete>{words.text("record-delete")}</button>
            </div>
        </Dialog>
    }
}
