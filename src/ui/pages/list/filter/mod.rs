//! The filter of a list, with two faces: a line of text and rows of choices. Both edit what the address
//! holds; a row that is not finished is kept here until it is.

mod bar;
mod condition;
mod group;
mod imports;
mod offers;
mod save;
mod summary;
mod value;

use leptos::prelude::*;

use self::{bar::Bar, group::GroupEditor, imports::Imports, save::SaveSegment};
use super::Listing;
use crate::{
    state::language::{Words, use_words},
    ui::later,
};
use rapport::{
    domain::id::RecordType,
    i18n::Spoken,
    query::{
        filter::{Condition, Group, Operand, Part, Subject},
        operator::Operator,
        text::{self, Canonical},
    },
};

pub(in crate::ui) use summary::FilterSummary;

/// The panel where it is open, otherwise what is asked in a line.
#[component]
pub(super) fn Filter(listing: Listing) -> impl IntoView {
    let is_any = Memo::new(move |_| listing.list.with(|list| !list.query.filter.is_empty()));

    view! {
        {move || if listing.is_filtering.get() {
            Some(later::filter_panel(listing))
        } else {
            is_any.get().then(|| later::filter_summary(listing))
        }}
    }
}

/// What the parts of the panel share.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    listing: StoredValue<Listing, LocalStorage>,
    words: Words,
    /// As it stands in the rows, unfinished ones too.
    group: RwSignal<Group>,
    imports: Imports,
    /// Counts the changes that came from elsewhere, after which the rows are made anew.
    renewed: RwSignal<u32>,
}

/// A way to a group: into its nth part, or into what the nth part asks of related records.
pub(super) type Path = Vec<usize>;

impl Editor {
    fn listing(self) -> Listing {
        self.listing.get_value()
    }

    /// Changes the rows, and the address by what is finished in them.
    fn change(self, with: impl FnOnce(&mut Group)) {
        self.group.update(with);
        let filter =
            self.group.with_untracked(|group| canonical(&finished(group), self.listing().on));
        if self.listing().list.with_untracked(|list| list.query.filter != filter) {
            self.listing().ask(|list| list.query.filter = filter, true);
        }
    }

    /// Changes the group at a path.
    fn change_at(self, path: &[usize], with: impl FnOnce(&mut Group)) {
        self.change(|root| {
            if let Some(group) = group_at(root, path) {
                with(group);
            }
        });
    }

    /// Changes the nth condition of the group at a path.
    fn change_condition(self, path: &[usize], nth: usize, with: impl FnOnce(&mut Condition)) {
        self.change_at(path, |group| {
            if let Some(Part::Condition(condition)) = group.parts.get_mut(nth) {
                with(condition);
            }
        });
    }

    /// The condition as it stands now.
    fn condition(self, path: &[usize], nth: usize) -> Option<Condition> {
        let mut root = self.group.get_untracked();
        match group_at(&mut root, path)?.parts.get(nth)? {
            Part::Condition(condition) => Some(condition.clone()),
            Part::Group(_) => None,
        }
    }

    fn with_lexicon<T>(self, with: impl FnOnce(&Spoken) -> T) -> T {
        let i18n = self.words.get();
        self.listing().workspace.peek(|book| with(&Spoken { i18n: &i18n, book }))
    }
}

fn group_at<'a>(root: &'a mut Group, path: &[usize]) -> Option<&'a mut Group> {
    let Some((first, rest)) = path.split_first() else { return Some(root) };
    let inner = match root.parts.get_mut(*first)? {
        Part::Group(group)
        | Part::Condition(Condition {
            operand: Operand::Group(group) | Operand::Counted { group, .. },
            ..
        }) => group,
        Part::Condition(_) => return None,
    };
    group_at(inner, rest)
}

/// A path as part of an element's id.
fn id_of(path: &[usize]) -> String {
    path.iter().fold(String::new(), |id, part| id + &part.to_string() + "-")
}

fn canonical(group: &Group, on: RecordType) -> String {
    text::print(group, on, &Canonical)
}

/// Without the conditions that have no value yet and the groups that have no conditions.
fn finished(group: &Group) -> Group {
    let parts = group.parts.iter().filter_map(|part| match part {
        Part::Group(group) => {
            let group = finished(group);
            (!group.parts.is_empty()).then_some(Part::Group(group))
        }
        Part::Condition(condition) => {
            let operand = match &condition.operand {
                Operand::Texts(texts) if texts.is_empty() => return None,
                Operand::Numbers(numbers) if numbers.is_empty() => return None,
                Operand::Slips(text, _) if text.is_empty() => return None,
                Operand::Records(ids) if ids.is_empty() => return None,
                Operand::Positions(positions) if positions.is_empty() => return None,
                Operand::Weekdays(days) | Operand::Months(days) if days.is_empty() => return None,
                Operand::Nothing if condition.operator != Operator::Filled => return None,
                Operand::Group(group) => Operand::Group(finished(group)),
                Operand::Counted { group, compare, count } => {
                    Operand::Counted { group: finished(group), compare: *compare, count: *count }
                }
                operand => operand.clone(),
            };
            Some(Part::Condition(Condition { operand, ..condition.clone() }))
        }
    });
    let parts: Vec<_> = parts.collect();
    // None of nothing is everyone, and so is any of nothing while it is being made.
    let which = if parts.is_empty() { rapport::query::filter::Which::All } else { group.which };
    Group { which, parts }
}

#[component]
pub(in crate::ui) fn FilterPanel(listing: Listing) -> impl IntoView {
    let words = use_words();
    let on = listing.on;
    let asked = move || listing.list.with(|list| list.query.filter.clone());
    let read = move |filter: &str| text::parse(filter, on, &Canonical).group;
    let group = RwSignal::new(read(&listing.list.with_untracked(|list| list.query.filter.clone())));
    let editor = Editor {
        listing: StoredValue::new_local(listing),
        words,
        group,
        imports: Imports::new(listing.workspace),
        renewed: RwSignal::new(0),
    };
    // The address is the outside: it changes by the line of text, the back button, a link.
    Effect::new(move |_| {
        let asked = asked();
        if group.with_untracked(|group| canonical(&finished(group), on)) != asked {
            group.set(read(&asked));
            editor.renewed.update(|count| *count += 1);
        }
    });

    view! {
        <section class="filter" aria-label=words.text("list-filter")>
            <Bar listing imports=editor.imports />
            <GroupEditor editor path=Vec::new() on />
            <SaveSegment listing />
        </section>
    }
}

/// A condition on a subject with nothing in it yet.
fn new_condition(subject: Subject) -> Condition {
    let class = rapport::query::operator::Class::of_subject(subject);
    let mut operators = rapport::query::operator::OPERATORS
        .iter()
        .filter(|entry| class.is_some_and(|class| entry.on.contains(&class)));
    // The first of each class is whether there is a value; what it is, is asked more often.
    let entry = operators.clone().find(|entry| entry.operator != Operator::Filled);
    let operator = entry.or_else(|| operators.next()).map_or(Operator::Filled, |it| it.operator);
    Condition::new(subject, operator, value::empty(operator, subject))
}
