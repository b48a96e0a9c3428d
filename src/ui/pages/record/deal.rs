//! How far a deal is: its value, its stages one after the other, and how it ends.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace},
    ui::{
        commands,
        components::icon::{Icon, Picture},
        forms::LostDialog,
    },
};
use rapport::{
    domain::{
        book::Book,
        edit::{deals, pipelines},
        field::{self, derived, keys},
        id::{Id, RecordType},
        value::Value,
    },
    i18n::I18n,
    route::Route,
};

/// A stage of the pipeline that the deal goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    stage: Id,
    name: String,
    is_here: bool,
    is_behind: bool,
}

/// What stands in the head of a deal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    outcome: Option<String>,
    value: Option<String>,
    weighted: Option<String>,
    /// Why it was lost.
    reason: Option<String>,
    /// With whom: name and address.
    with: Vec<(String, String)>,
    steps: Vec<Step>,
}

#[component]
pub(super) fn DealHead(id: Id) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| shown(&i18n, book, id)).unwrap_or_default()
    });
    let losing = RwSignal::new(None);
    let clicked_stage = move |stage: Id| {
        commands::change_deal(
            words,
            toasts,
            workspace,
            id,
            "deal-was-moved",
            move |book, stamp| deals::move_to(book, id, stage, stamp),
        );
    };
    // Buttons keep the focus while the deal goes from one to the other.
    let is = move |stage: Id, of: fn(&Step) -> bool| {
        shown.with(|shown| shown.steps.iter().any(|step| step.stage == stage && of(step)))
    };
    let open = move || {
        view! {
            <button class="button" type="button" on:click=move |_| commands::win(words, toasts, workspace, id)>
                <Icon picture=Picture::Check />
                {words.text("deal-win")}
            </button>
            <button class="button" type="button" on:click=move |_| losing.set(Some(id))>
                <Icon picture=Picture::Close />
                {words.text("deal-lose")}
            </button>
        }
    };
    let ended = move |outcome: String| {
        let label = words.text(&format!("choice-outcome-{outcome}"));
        let is_won = outcome == "won";
        view! {
            <span class="deal__outcome" data-outcome=outcome>{label}</span>
            <button class="button" type="button" on:click=move |_| commands::reopen(words, toasts, workspace, id)>
                <Icon picture=Picture::Undo />
                {words.text("deal-reopen")}
            </button>
            {is_won.then(|| view! {
                <button class="button" type="button" on:click=move |_| commands::plan_project(words, toasts, workspace, navigation, id)>
                    <Icon picture=Picture::Project />
                    {words.text("project-of-deal")}
                </button>
            })}
        }
    };

    view! {
        <div class="deal">
            {move || {
                let Shown { value, weighted, with, reason, .. } = shown.get();
                view! {
                    <p class="deal__with">
                        {with.into_iter().map(|(name, href)| view! { <a href=href dir="auto">{name}</a> }).collect_view()}
                    </p>
                    <p class="deal__value">
                        {value.map(|value| view! { <strong>{value}</strong> })}
                        {weighted.map(|weighted| view! { <span class="subtle">{weighted}</span> })}
                    </p>
                    {reason.map(|reason| view! { <p class="subtle" dir="auto">{reason}</p> })}
                }
            }}
            <ol class="deal__steps" role="list" aria-label=words.get().key(keys::STAGE)>
                <For each=move || shown.get().steps key=|step| (step.stage, step.name.clone()) let:step>
                    <li class="deal__step" data-behind=move || is(step.stage, |it| it.is_behind).then_some("")>
                        <button
                            class="deal__stage"
                            type="button"
                            title=step.name.clone()
                            aria-current=move || is(step.stage, |it| it.is_here).then_some("step")
                            on:click=move |_| clicked_stage(step.stage)
                        >
                            <span dir="auto">{step.name.clone()}</span>
                        </button>
                    </li>
                </For>
            </ol>
            <div class="cluster">
                {move || match shown.with(|shown| shown.outcome.clone()) {
                    None => open().into_any(),
                    Some(outcome) => ended(outcome).into_any(),
                }}
            </div>
        </div>
        <LostDialog deal=losing />
    }
}

fn shown(i18n: &I18n, book: &Book, id: Id) -> Option<Shown> {
    let deal = book.get(RecordType::Deal, id)?;
    let outcome = deal.text(keys::OUTCOME).map(str::to_owned);
    let money = |key| {
        let value = field::read(book, deal, key)?;
        Some(i18n.value(book, key, &value))
    };
    let weighted = money(keys::WEIGHTED).filter(|_| outcome.is_none());
    let ends = [(RecordType::Person, keys::PERSON), (RecordType::Organization, keys::ORGANIZATION)];
    let with = ends.into_iter().filter_map(|(on, key)| {
        let id = deal.link(key)?;
        Some((derived::name_of(book.get(on, id)?)?, Route::record(on, id).href()))
    });
    let stage = deal.link(keys::STAGE);
    let pipeline = stage
        .and_then(|stage| book.get(RecordType::Stage, stage)?.link(keys::PIPELINE))
        .or_else(|| pipelines::all(book).first().map(|first| first.id));
    let stages = pipeline.map(|pipeline| pipelines::stages(book, pipeline)).unwrap_or_default();
    let here = stages.iter().position(|it| Some(it.id) == stage);
    let steps = stages.iter().enumerate().map(|(at, it)| Step {
        stage: it.id,
        name: derived::name_of(it).unwrap_or_default(),
        is_here: Some(at) == here,
        is_behind: here.is_some_and(|here| at < here),
    });
    Some(Shown {
        value: money(keys::VALUE),
        weighted: weighted.map(|it| i18n.with("board-weighted", &[("value", (&it).into())])),
        reason: match deal.get(keys::LOST_REASON) {
            Some(Value::Text(reason)) => Some(reason.to_string()),
            _ => None,
        },
        with: with.collect(),
        steps: steps.collect(),
        outcome,
    })
}
