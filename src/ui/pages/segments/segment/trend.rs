//! How the size of a segment went, as a line, in a sentence and as a table.

use leptos::prelude::*;

use crate::state::{language::use_words, start, use_workspace};
use rapport::{
    domain::{id::Id, value::time::Time},
    i18n::I18n,
    platform::clock,
    query::trend::{self, Range, Sample},
};

/// The size of the picture in its own units; on the page it is as wide as there is room.
const WIDTH: i64 = 600;
const HEIGHT: i64 = 160;

/// What the journal has told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    /// From the oldest on.
    samples: Vec<Sample>,
    /// When the journal begins, where the range begins earlier.
    begin: Option<Time>,
    /// The journal cannot be read as far back as was asked.
    is_torn: bool,
}

#[component]
pub(super) fn Trend(id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let range = RwSignal::new(Range::Month);
    let told = RwSignal::new_local(None::<Told>);
    let run = StoredValue::new(0_u32);
    let is_working = RwSignal::new(true);
    // The journal is on disk; it is read again when a change is added to it. A later question ends the one before it.
    Effect::new(move || {
        workspace.position();
        let range = range.get();
        run.update_value(|run| *run += 1);
        let own = run.get_value();
        let is_wanted = move || run.try_get_value() == Some(own);
        is_working.set(true);
        start(async move {
            let now = clock::now();
            let begin = workspace.begin().await.unwrap_or(now);
            let mut moments = range.moments(begin, now);
            let is_shorter = moments.first() == Some(&begin);
            moments.reverse();
            let mut samples = Vec::new();
            let mut is_torn = false;
            let tell = &mut |at, then: Option<crate::state::looking_back::Then>| match then {
                Some(then) => samples.push(Sample { at, size: then.members.count() }),
                None => is_torn = true,
            };
            workspace.look_back(id, moments, &is_wanted, tell).await;
            if is_wanted() {
                samples.reverse();
                let begin = is_shorter.then_some(begin);
                // The page may be gone by now.
                let _ = told.try_set(Some(Told { samples, begin, is_torn }));
                let _ = is_working.try_set(false);
            }
        });
    });
    let picture = move || told.with(|told| told.as_ref().map(|told| draw(&words.get(), told)));
    let ranges = Range::ALL.map(|other| {
        view! {
            <button
                class="button"
                type="button"
                aria-pressed=move || (range.get() == other).to_string()
                on:click=move |_| range.set(other)
            >
                {words.text(&format!("trend-range-{}", other.name()))}
            </button>
        }
    });

    view! {
        <section class="sheet__section" aria-busy=move || is_working.get().to_string()>
            <h2>{words.text("trend-title")}</h2>
            <p class="subtle">{words.text("trend-lead")}</p>
            <div class="cluster" role="group" aria-label=words.text("trend-range")>{ranges}</div>
            {picture}
            <p class="subtle segment__working" role="status">
                {move || is_working.get().then(|| words.text("trend-working"))}
            </p>
        </section>
    }
}

fn draw(i18n: &I18n, told: &Told) -> impl IntoView + use<> {
    let summary = trend::summary(&told.samples)?;
    let (first, last) = (summary.first, summary.last);
    let is_short = last.at.millis() - first.at.millis() < 2 * 24 * 60 * 60 * 1000;
    let date = |at: Time| if is_short { i18n.formats.moment(at) } else { i18n.formats.date(at) };
    let number = |size: usize| i18n.number(size);
    let (from, to) = (date(first.at), date(last.at));
    let is_steady = summary.least == summary.most;
    let sentence = i18n.with(
        if is_steady { "trend-steady" } else { "trend-summary" },
        &[
            ("first", (&number(first.size)).into()),
            ("from", (&from).into()),
            ("last", (&number(last.size)).into()),
            ("to", (&to).into()),
            ("least", (&number(summary.least)).into()),
            ("most", (&number(summary.most)).into()),
        ],
    );
    let short = told.begin.map(|begin| {
        let date = i18n.formats.date(begin);
        i18n.with("trend-begins", &[("date", (&date).into())])
    });
    let torn = told.is_torn.then(|| i18n.with("trend-torn", &[("date", (&date(first.at)).into())]));
    let points = trend::line(&told.samples, WIDTH, HEIGHT);
    let ground = format!("0,{HEIGHT} {points} {WIDTH},{HEIGHT}");
    let rows = told.samples.iter().rev().map(|sample| {
        view! {
            <tr>
                <td>{date(sample.at)}</td>
                <td>{number(sample.size)}</td>
            </tr>
        }
    });

    Some(view! {
        <figure class="trend">
            <div class="trend__plot" aria-hidden="true">
                <span class="trend__most">{number(summary.most)}</span>
                <span class="trend__none">{number(0)}</span>
                <svg
                    class="trend__picture"
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    preserveAspectRatio="none"
                    focusable="false"
                >
                    <polygon class="trend__ground" points=ground></polygon>
                    <polyline class="trend__line" points=points></polyline>
                </svg>
                <span class="trend__from">{from}</span>
                <span class="trend__to">{to}</span>
            </div>
            <figcaption>{sentence} " " {short} " " {torn}</figcaption>
        </figure>
        <details>
            <summary class="trend__summary">{i18n.text("trend-table")}</summary>
            <table class="segment__table">
                <thead>
                    <tr>
                        <th scope="col">{i18n.text("trend-when")}</th>
                        <th scope="col">{i18n.text("trend-size")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    })
}
