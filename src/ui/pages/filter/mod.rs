//! The search and the filter of a list, a board or the calendar. The filter has two faces: a line of text and rows of
//! choices. Both edit what the address holds; a row that is not finished is kept here until it is.

mod bar;
mod condition;
mod group;
mod imports;
mod nothing_found;
mod offers;
mod save;
mod search_input;
mod summary;
mod value;

use std::sync::Arc;

use leptos::prelude::*;

use self::{bar::Bar, group::GroupEditor, imports::Imports, save::SaveSegment};
use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        navigation::Navigation,
    },
    ui::later,
};
use rapport::{
    domain::{field::keys, id::RecordType, table::Slot},
    i18n::Spoken,
    query::{
        Query, Sort,
        filter::{Condition, Group, Operand, Part, Subject},
        operator::Operator,
        text::{self, Canonical},
    },
    route::List,
};

pub(super) use search_input::SearchInput;
pub(in crate::ui) use {nothing_found::NothingFound, summary::FilterSummary};

/// What the search and the filter of a page work with, whatever shows what is found.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Filtering {
    pub on: RecordType,
    pub workspace: Workspace,
    pub navigation: Navigation,
    /// What the address asks for.
    pub list: Memo<List>,
    /// The filter's panel is open.
    pub is_open: RwSignal<bool>,
}

impl Filtering {
    /// Changes what is asked for, in the address too. With `step`, the back button returns to before.
    pub(in crate::ui) fn ask(self, change: impl FnOnce(&mut List), step: bool) {
        // The page may be gone by now.
        let Some(mut list) = self.list.try_get_untracked() else { return };
        change(&mut list);
        let route = self.navigation.peek().asking(list);
        if step { self.navigation.go(&route) } else { self.navigation.replace(route) }
    }

    /// Opens the panel.
    pub(in crate::ui) fn open(self) {
        self.is_open.set(true);
    }

    /// What a page asks that has an order of its own. That of a moment is quicker to make than that of names.
    pub(super) fn query(self) -> Memo<Query> {
        Memo::new(move |_| {
            let Query { search, filter, .. } = self.list.get().query;
            let sort = vec![Sort { key: keys::CREATED, descending: true }];
            Query { search, filter, sort, group: None }
        })
    }

    /// What a query finds. While an answer is being made ready, the one before it stays; `None` until there
    /// is one.
    pub(super) fn found(self, query: Memo<Query>) -> Memo<Option<Arc<Vec<Slot>>>> {
        Memo::new(move |before: Option<&Option<Arc<Vec<Slot>>>>| {
            let found = query.with(|query| self.workspace.find(self.on, query));
            found.map(|found| Arc::new(found.slots)).or_else(|| before.cloned().flatten())
        })
    }
}

/// The panel where it is open, otherwise what is asked in a line.
#[component]
pub(super) fn Filter(filtering: Filtering) -> impl IntoView {
    let Filtering { list, is_open, .. } = filtering;
    let is_any = Memo::new(move |_| list.with(|list| !list.query.filter.is_empty()));

    view! {
        {move || if is_open.get() {
            Some(later::filter_panel(filtering))
        } else {
            is_any.get().then(|| later::filter_summary(filtering))
        }}
    }
}

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct Editor {
    filtering: Filtering,
    words: Words,
    /// As it stands in the rows, unfinished ones too.
    group: RwSignal<Group>,
    imports: Imports,
    /// Counts the changes that came from elsewhere, after which the rows are made anew.
    renewed: RwSignal<u32>,
}

/// A way to a group: into its nth part, or into what the nth part asks of related records.
type Path = Vec<usize>;

impl Editor {
    /// Changes the rows, and the address by what is finished in them.
    fn change(self, with: impl FnOnce(&mut Group)) {
        self.group.update(with);
        let filter =
            self.group.with_untracked(|group| canonical(&finished(group), self.filtering.on));
        if self.filtering.list.with_untracked(|list| list.query.filter != filter) {
            self.filtering.ask(|list| list.query.filter = filter, true);
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
        self.filtering.workspace.peek(|book| with(&Spoken { i18n: &i18n, book }))
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
pub(in crate::ui) fn FilterPanel(filtering: Filtering) -> impl IntoView {
    let words = use_words();
    let Filtering { on, list, .. } = filtering;
    let asked = move || list.with(|list| list.query.filter.clone());
    let read = move |filter: &str| text::parse(filter, on, &Canonical).group;
    let group = RwSignal::new(read(&list.with_untracked(|list| list.query.filter.clone())));
    let editor = Editor {
        filtering,
        words,
        group,
        imports: Imports::new(filtering.workspace),
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
            <Bar filtering imports=editor.imports />
            <GroupEditor editor path=Vec::new() on />
            <SaveSegment filtering />
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
