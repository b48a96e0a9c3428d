//! One segment: who is in it, how its size went, what it has in common with others.

mod combine;
mod members;
mod overlap;
mod since;
mod trend;

use leptos::prelude::*;

use self::{combine::Combining, members::Members, overlap::Overlaps, since::Since, trend::Trend};
use super::{Rule, change::ChangeSegment, shown::Shown};
use crate::{
    state::{language::use_words, navigation::use_navigation, use_workspace},
    ui::components::tag_chip::TagChip,
};
use rapport::{
    domain::id::{Id, RecordType},
    route::Route,
};

#[component]
pub(in crate::ui) fn SegmentPage(id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let shown =
        Memo::new(move |_| workspace.read(&[RecordType::Segment], |book| Shown::of(book, id)));
    // What is below the head stays when the segment gets another name.
    let on = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|it| it.on)));
    let combining = Combining::new(id);
    let head = move |it: Shown| {
        let description = it.description.clone();
        view! {
            <div class="sheet__head">
                <h1 class="segment__name">
                    <TagChip name=it.name.clone() colour=it.colour.clone() />
                </h1>
                <ChangeSegment it=it.clone() on_delete=move |()| navigation.go(&Route::Segments) />
            </div>
            {(!description.is_empty()).then(|| view! { <p class="sheet__lead" dir="auto">{description}</p> })}
            <section class="segment__rule" aria-label=words.text("segment-rule")>
                <Rule it=it.clone() />
            </section>
            <Members it />
        }
    };

    view! {
        <div class="sheet">
            <a class="segment__all" href=Route::Segments.href()>{words.text("segment-all")}</a>
            {move || match shown.get() {
                Some(it) => head(it).into_any(),
                None => view! {
                    <div class="empty"><h1 class="empty__title">{words.text("segment-gone")}</h1></div>
                }.into_any(),
            }}
            {move || on.get().map(|on| view! {
                <Trend id />
                <Since id on />
                <Overlaps id on combining />
            })}
        </div>
    }
}
