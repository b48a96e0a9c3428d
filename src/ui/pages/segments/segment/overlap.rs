//! What a segment has in common with the others of its type.

use leptos::prelude::*;

use super::{
    super::shown::Shown,
    combine::{Combine, Combining},
};
use crate::{
    state::{Workspace, language::use_words, looking_back::asks, use_workspace},
    ui::components::{
        icon::{Icon, Picture},
        tag_chip::TagChip,
    },
};
use rapport::{
    domain::{
        id::{Id, RecordType},
        value::number::Number,
    },
    query::overlap::{Overlap, overlaps, percent},
    route::Route,
};

#[component]
pub(super) fn Overlaps(id: Id, on: RecordType, combining: Combining) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    // How many are in this one, and what it shares with each other. `None` while the answer is being made ready.
    let compared = Memo::new(move |_| compared(workspace, id, on));
    let has_none = move || compared.with(|it| it.as_ref().is_some_and(|(_, it)| it.is_empty()));
    let has_some = move || compared.with(|it| it.as_ref().is_some_and(|(_, it)| !it.is_empty()));
    let row = move |own: usize, it: Overlap| {
        let i18n = words.get();
        let other = workspace.read(&[RecordType::Segment], |book| Shown::of(book, it.other))?;
        let share = |whole| {
            let share = i64::try_from(percent(it.shared, whole)).unwrap_or_default();
            Number::from_ten_thousandths(share * 10_000).map(|share| i18n.formats.percent(share))
        };
        let label = i18n.with("combine-with", &[("name", (&other.name).into())]);
        Some(view! {
            <tr>
                <th scope="row"><a href=Route::Segment(it.other).href()><TagChip name=other.name colour=other.colour /></a></th>
                <td>{i18n.number(it.shared)}</td>
                <td>{share(own)}</td>
                <td>{share(it.size)}</td>
                <td>
                    <button
                        class="button button--plain button--icon"
                        type="button"
                        aria-label=label.clone()
                        title=label
                        on:click=move |_| combining.open(it.other)
                    >
                        <Icon picture=Picture::Segment />
                    </button>
                </td>
            </tr>
        })
    };
    let rows = move || {
        let (own, all) = compared.get()?;
        Some(all.into_iter().map(|it| row(own, it)).collect_view())
    };

    view! {
        <section class="sheet__section">
            <div class="sheet__head">
                <h2>{words.text("overlap-title")}</h2>
                <Show when=has_some>
                    <button class="button" id="combine" type="button" on:click=move |_| combining.open_first(compared.with_untracked(|it| it.as_ref().and_then(|(_, it)| it.first().map(|it| it.other))))>
                        <Icon picture=Picture::Segment />
                        {words.text("combine")}
                    </button>
                </Show>
            </div>
            <Show when=has_none>
                <p class="subtle">{words.text("overlap-none")}</p>
            </Show>
            <Show when=has_some>
                <table class="segment__table segment__overlaps">
                    <thead>
                        <tr>
                            <th scope="col">{words.text("filter-segment")}</th>
                            <th scope="col">{words.text("overlap-shared")}</th>
                            <th scope="col">{words.text("overlap-own")}</th>
                            <th scope="col">{words.text("overlap-other")}</th>
                            <th scope="col"><span class="visually-hidden">{words.text("combine")}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Show>
            <Combine combining on />
        </section>
    }
}

fn compared(workspace: Workspace, id: Id, on: RecordType) -> Option<(usize, Vec<Overlap>)> {
    let others = workspace.read(&[RecordType::Segment], |book| {
        let ids = book.table(RecordType::Segment).iter().map(|(_, it)| it.id);
        let others = ids.filter(|other| *other != id).filter_map(|other| Shown::of(book, other));
        others.filter(|other| other.on == on).map(|other| other.id).collect::<Vec<_>>()
    });
    workspace.ask(|asking, book, texts| {
        let own = asking.find(book, texts, on, &asks(id))?;
        let others = others.iter().map(|other| {
            asking.find(book, texts, on, &asks(*other)).map(|members| (*other, members))
        });
        Ok((own.count(), overlaps(&own, &others.collect::<Result<Vec<_>, _>>()?)))
    })
}
