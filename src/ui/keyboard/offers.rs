//! What the palette offers for what is typed.

use super::{
    ACTIONS, Asking, Here, is_possible,
    recent::{self, Recent},
};
use crate::ui::{
    components::icon::Picture,
    pages::list::{Listing, arrange::route_of_view, bulk},
};
use rapport::{
    domain::{
        book::Book,
        edit::tags,
        field::{derived, keys},
        fold::fold,
        id::{Id, RecordType},
    },
    keys::{COMMANDS, Scope},
    query::{
        Query,
        rank::{Asked, ENOUGH, Forgiven, Rate},
    },
    route::{List, Route},
};

/// How many of each kind are offered.
const MOST: usize = 6;

/// Where records are looked for, and under which heading they stand.
const SEARCHED: [(RecordType, &str); 9] = [
    (RecordType::Person, "nav-people"),
    (RecordType::Organization, "nav-organizations"),
    (RecordType::Deal, "nav-deals"),
    (RecordType::Project, "nav-projects"),
    (RecordType::Task, "nav-tasks"),
    (RecordType::Interaction, "nav-interactions"),
    (RecordType::Tag, "nav-tags"),
    (RecordType::Segment, "nav-segments"),
    (RecordType::View, "views"),
];

/// Offers of one kind, nearest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The message that is its heading.
    pub heading: &'static str,
    pub offers: Vec<Offer>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub what: What,
    pub text: String,
    /// What tells it from others of the same name.
    pub note: String,
    pub mark: Mark,
    pub keys: Option<&'static str>,
}

/// What is done when it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Recent(Recent),
    /// Looks for it in every field of people.
    Search(String),
    /// Puts the tag of this name on what is marked.
    Tag(String),
}

/// What stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Picture(Picture),
    /// Initials of the name, or the photo.
    Avatar(Option<String>),
    Colour(String),
}

/// What is offered for what is typed.
pub(super) fn offers(here: Here, asking: Asking, typed: &str) -> Vec<Group> {
    let asked = Asked::new(typed);
    match asking {
        Asking::Tag => tags_for(here, &asked, typed),
        Asking::Anything if asked.is_empty() => at_first(here),
        Asking::Anything => found(here, &asked, typed),
    }
}

/// Before anything is typed: what was used last, then all that can be done here.
fn at_first(here: Here) -> Vec<Group> {
    let recent = recent::all().into_iter().filter_map(|recent| offer(here, recent));
    let recent = recent.take(MOST).collect();
    let commands = (0..).zip(COMMANDS).filter(|(_, command)| {
        // From row to row one goes by keys, and the palette is here already.
        command.scope != Scope::Walk && command.scope != Scope::Always
    });
    let commands = commands.filter_map(|(at, _)| offer(here, Recent::Command(at))).collect();
    let groups = [
        Group { heading: "palette-recent", offers: recent },
        Group { heading: "palette-commands", offers: commands },
    ];
    groups.into_iter().filter(|group| !group.offers.is_empty()).collect()
}

/// The kind that has the nearest comes first, whatever it is.
fn found(here: Here, asked: &Asked, typed: &str) -> Vec<Group> {
    let mut kinds = vec![("palette-commands", commands(here, asked))];
    kinds.extend(SEARCHED.map(|(on, heading)| {
        let nearest = here.workspace.nearest(on, asked, MOST).into_iter();
        (heading, nearest.map(|(rate, id)| (rate, Recent::Record(on, id))).collect())
    }));
    let is_there = |(rate, _): &(Rate, Recent)| !matches!(rate.forgiven, Forgiven::Slips(_));
    let is_enough =
        kinds.iter().flat_map(|(_, found)| found).filter(|it| is_there(it)).count() >= ENOUGH;
    if is_enough {
        for (_, found) in &mut kinds {
            found.retain(is_there);
        }
    }
    kinds.retain(|(_, found)| !found.is_empty());
    kinds.sort_by_key(|(_, found)| found.first().map(|(rate, _)| *rate));
    let groups = kinds.into_iter().map(|(heading, found)| Group {
        heading,
        offers: found.into_iter().filter_map(|(_, recent)| offer(here, recent)).collect(),
    });
    groups.chain([search(here, typed)]).collect()
}

/// Commands by their words, or by their English name, which is the same in all languages.
fn commands(here: Here, asked: &Asked) -> Vec<(Rate, Recent)> {
    let i18n = here.words.get();
    let rated = COMMANDS.iter().enumerate().filter_map(|(at, command)| {
        let names = [fold(&i18n.command(command)), command.name.replace('_', " ")];
        let rate = |name: &String| asked.rate(name).or_else(|| asked.rate_with_slips(name));
        let rate = names.iter().filter_map(rate).min()?;
        is_possible(here, at).then_some((rate, Recent::Command(at)))
    });
    let mut rated: Vec<_> = rated.collect();
    rated.sort_by_key(|(rate, _)| *rate);
    rated.truncate(MOST);
    rated
}

fn search(here: Here, typed: &str) -> Group {
    let typed = typed.trim();
    let offer = Offer {
        what: What::Search(typed.to_owned()),
        text: here.words.get().with("palette-search", &[("typed", typed.into())]),
        note: String::new(),
        mark: Mark::Picture(Picture::Search),
        keys: None,
    };
    Group { heading: "command-search", offers: vec![offer] }
}

/// The tags that there are, and a new one of this name where there is none.
fn tags_for(here: Here, asked: &Asked, typed: &str) -> Vec<Group> {
    let on = RecordType::Tag;
    let ids: Vec<Id> = if asked.is_empty() {
        most_used(here)
    } else {
        here.workspace.nearest(on, asked, 2 * MOST).into_iter().map(|(_, id)| id).collect()
    };
    let mut offers: Vec<_> =
        ids.into_iter().filter_map(|id| offer(here, Recent::Record(on, id))).collect();
    for offer in &mut offers {
        offer.what = What::Tag(offer.text.clone());
    }
    let name = typed.trim();
    let is_new = offers.iter().all(|offer| fold(&offer.text) != fold(name));
    if is_new && !name.is_empty() {
        let named = [("kind", on.name().into()), ("name", name.into())];
        offers.push(Offer {
            what: What::Tag(name.to_owned()),
            text: here.words.get().with("form-add-named", &named),
            note: String::new(),
            mark: Mark::Picture(Picture::Add),
            keys: None,
        });
    }
    if offers.is_empty() { Vec::new() } else { vec![Group { heading: "nav-tags", offers }] }
}

fn most_used(here: Here) -> Vec<Id> {
    let on = here.list().map_or(RecordType::Person, Listing::on);
    here.workspace.peek(|book| {
        let counts = tags::counts(book, on);
        let count = |id: &Id| counts.get(id).copied().unwrap_or_default();
        let mut ids: Vec<_> = book.table(RecordType::Tag).iter().map(|(_, tag)| tag.id).collect();
        ids.sort_by_key(|id| std::cmp::Reverse(count(id)));
        ids.truncate(2 * MOST);
        ids
    })
}

/// How a command or a record is offered; nothing if it is gone or cannot be done.
fn offer(here: Here, recent: Recent) -> Option<Offer> {
    let what = What::Recent(recent);
    match recent {
        Recent::Command(at) => {
            let command = COMMANDS.get(at).filter(|_| is_possible(here, at))?;
            Some(Offer {
                what,
                text: here.words.get().command(command),
                note: String::new(),
                mark: Mark::Picture(ACTIONS.get(at)?.picture),
                keys: command.keys.first().copied(),
            })
        }
        Recent::Record(on, id) => here.workspace.peek(|book| {
            let record = book.get(on, id)?;
            let photo = record.text(keys::PHOTO).map(str::to_owned);
            let colour = record.text(keys::COLOUR).unwrap_or_default().to_owned();
            Some(Offer {
                what,
                text: derived::name_of(record)?,
                note: note(book, on, id).unwrap_or_default(),
                mark: match on {
                    RecordType::Tag | RecordType::Segment => Mark::Colour(colour),
                    RecordType::View => Mark::Picture(Picture::View),
                    _ => Mark::Avatar(photo),
                },
                keys: None,
            })
        }),
    }
}

/// Whom it is with, or the next thing that tells who it is.
fn note(book: &Book, on: RecordType, id: Id) -> Option<String> {
    let record = book.get(on, id)?;
    let with = |(on, key)| derived::name_of(book.get(on, record.link(key)?)?);
    let others =
        [(RecordType::Person, keys::PERSON), (RecordType::Organization, keys::ORGANIZATION)];
    let email = || Some(record.labelled(keys::EMAILS).first()?.value.to_string());
    let others = others.into_iter().find_map(with);
    others.or_else(|| record.text(keys::JOB_TITLE).map(str::to_owned)).or_else(email)
}

/// Does what is offered.
pub(super) fn choose(here: Here, what: What) {
    match what {
        What::Recent(recent) => {
            recent::note(recent);
            match recent {
                Recent::Command(at) => super::run(here, at),
                Recent::Record(on, id) => here.navigation.go(&route_of(here, on, id)),
            }
        }
        What::Search(search) => {
            let query = Query { search, ..Query::default() };
            let list = List { query, ..List::default() };
            here.navigation.go(&Route::List { on: RecordType::Person, list, open: None });
        }
        What::Tag(name) => {
            if let Some(list) = here.list() {
                bulk::add_tag(list, here.words, here.toasts, list.marked(), &name);
            }
        }
    }
}

/// A record opens beside the list that is there, if it is one of its kind; a tag is who has it, a view what
/// it lists.
fn route_of(here: Here, on: RecordType, id: Id) -> Route {
    match (here.navigation.peek(), on) {
        (_, RecordType::Tag) => {
            let query = Query { filter: format!("tags:#{id}"), ..Query::default() };
            let list = List { query, ..List::default() };
            Route::List { on: RecordType::Person, list, open: None }
        }
        (_, RecordType::Segment) => Route::Segment(id),
        (_, RecordType::View) => {
            here.workspace.peek(|book| route_of_view(book.get(on, id)?)).unwrap_or(Route::NotFound)
        }
        (list @ Route::List { on: shown, .. }, on) if shown == on => list.opening(id),
        (board @ Route::Board { .. }, RecordType::Deal) => board.opening(id),
        _ => Route::record(on, id),
    }
}
