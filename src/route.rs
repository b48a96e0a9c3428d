//! Addresses within the app: the part after `#`, which no host ever sees.
//!
//! The address holds all that a reload must not forget: the page, the open record, and the list's
//! search, conditions, order and columns. [`Route::parse`] and [`Route::href`] are each other's inverse;
//! what cannot be parsed is [`Route::NotFound`].

use chrono::NaiveDate;

use crate::{
    domain::{
        field::{self, Kind, Source, keys},
        id::{Id, RecordType},
        key::Key,
        value::day::Day,
    },
    query::{
        Query, Sort,
        arrange::{Folds, MOST_SORTS},
        home::OPEN_TASKS,
        total::Total,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    /// What is when: around a day, around today where it names none. Of tasks only those that are asked for.
    Calendar {
        span: Span,
        day: Option<NaiveDate>,
        list: List,
    },
    /// A list of records, with the one that is open beside it.
    List {
        on: RecordType,
        list: List,
        open: Option<Id>,
    },
    /// The open deals by stage, with the one that is open beside them; of the first pipeline where none is
    /// said. Of what a list is asked for, a board has no use for orders and columns; they are kept for whoever
    /// goes on to the table.
    Board {
        pipeline: Option<Id>,
        list: List,
        open: Option<Id>,
    },
    /// A form for a new record. [`parameters`] may fill it in.
    New {
        on: RecordType,
    },
    Tags,
    Segments,
    Segment(Id),
    Transfer,
    Help,
    History,
    Settings,
    /// Where the data is, and what the page may ask of others.
    YourData,
    NotFound,
}

/// How much of the calendar is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    #[default]
    Month,
    Week,
    /// The days with something in them, one below the other.
    Agenda,
}

impl Span {
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::Agenda];

    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Agenda => "agenda",
        }
    }
}

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub query: Query,
    /// The columns, when they are not the usual ones.
    pub columns: Option<Vec<Key>>,
    /// The groups that are folded, where there are groups.
    pub folded: Folds,
    /// What stands below which column.
    pub totals: Vec<(Key, Total)>,
    /// The segment that the filter was taken from, and may go back to when it has changed.
    pub segment: Option<Id>,
    /// The view that all this was taken from, likewise.
    pub view: Option<Id>,
}

impl Route {
    pub fn list(on: RecordType) -> Self {
        Self::List { on, list: List::default(), open: None }
    }

    pub fn record(on: RecordType, id: Id) -> Self {
        Self::List { on, list: List::default(), open: Some(id) }
    }

    /// Parameters of the calendar: `month`, `week` or `agenda`, with the day that they are around, such as
    /// `2026-03-09`, or `2026-03`; and those of a list of tasks.
    fn calendar_of(search: &str) -> Self {
        let asked = search.split('&').find_map(|pair| {
            let (name, day) = pair.split_once('=').unwrap_or((pair, ""));
            Some((Span::ALL.into_iter().find(|span| span.name() == name)?, day))
        });
        let (span, day) = asked.unwrap_or_default();
        let day = Day::parse(day).and_then(|day| {
            let date = day.day().unwrap_or(1).into();
            NaiveDate::from_ymd_opt(day.year()?.into(), day.month()?.into(), date)
        });
        Self::Calendar { span, day, list: List::parse(RecordType::Task, search) }
    }

    /// Parameters of a board: those of a list, and `open` the deal beside it.
    fn board_of(pipeline: Option<Id>, search: &str) -> Self {
        let list = List::parse(RecordType::Deal, search);
        let open = search.split('&').find_map(|pair| Id::parse(pair.strip_prefix("open=")?));
        Self::Board { pipeline, list, open }
    }

    /// A list of what a filter finds.
    pub fn filtered(on: RecordType, filter: &str) -> Self {
        let query = Query { filter: filter.to_owned(), ..Query::default() };
        Self::List { on, list: List { query, ..List::default() }, open: None }
    }

    /// The tasks that are to be done, what is due first at the top.
    pub fn open_tasks() -> Self {
        let sort = vec![Sort { key: keys::DUE, descending: false }];
        let query = Query { filter: OPEN_TASKS.to_owned(), sort, ..Query::default() };
        let list = List { query, ..List::default() };
        Self::List { on: RecordType::Task, list, open: None }
    }

    pub fn board() -> Self {
        Self::Board { pipeline: None, list: List::default(), open: None }
    }

    /// The month around today.
    pub fn calendar() -> Self {
        Self::Calendar { span: Span::Month, day: None, list: List::default() }
    }

    /// What a list, a board or the calendar is asked for.
    pub fn asked(self) -> List {
        match self {
            Self::List { list, .. } | Self::Board { list, .. } | Self::Calendar { list, .. } => {
                list
            }
            _ => List::default(),
        }
    }

    /// The same list, board or calendar, asked for something else.
    #[must_use]
    pub fn asking(mut self, asked: List) -> Self {
        if let Self::List { list, .. } | Self::Board { list, .. } | Self::Calendar { list, .. } =
            &mut self
        {
            *list = asked;
        }
        self
    }

    /// The record that is open beside a list or a board.
    pub fn open_record(&self) -> Option<Id> {
        match self {
            Self::List { open, .. } | Self::Board { open, .. } => *open,
            _ => None,
        }
    }

    /// The same page without the record that is open on it.
    #[must_use]
    pub fn closed(self) -> Self {
        self.with_open(None)
    }

    /// The same list or board with a record open beside it.
    #[must_use]
    pub fn opening(self, id: Id) -> Self {
        self.with_open(Some(id))
    }

    fn with_open(mut self, id: Option<Id>) -> Self {
        if let Self::List { open, .. } | Self::Board { open, .. } = &mut self {
            *open = id;
        }
        self
    }

    /// Reads the part after `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, search) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Self::list(RecordType::Person)),
            (Some("home"), None, _) => Some(Self::Home),
            (Some("calendar"), None, _) => Some(Self::calendar_of(search)),
            (Some("board"), None, _) => Some(Self::board_of(None, search)),
            (Some("board"), Some(id), None) => {
                Id::parse(id).map(|id| Self::board_of(Some(id), search))
            }
            (Some("tags"), None, _) => Some(Self::Tags),
            (Some("segments"), None, _) => Some(Self::Segments),
            (Some("segments"), Some(id), None) => Id::parse(id).map(Self::Segment),
            (Some("transfer"), None, _) => Some(Self::Transfer),
            (Some("help"), None, _) => Some(Self::Help),
            (Some("history"), None, _) => Some(Self::History),
            (Some("settings"), None, _) => Some(Self::Settings),
            (Some("your-data"), None, _) => Some(Self::YourData),
            (Some(name), then, None) => listed(name).and_then(|on| match then {
                None => Some(Self::List { on, list: List::parse(on, search), open: None }),
                Some("new") => Some(Self::New { on }),
                Some(id) => {
                    let open = Some(Id::parse(id)?);
                    Some(Self::List { on, list: List::parse(on, search), open })
                }
            }),
            _ => None,
        };
        route.unwrap_or(Self::NotFound)
    }

    /// The address, with `#`.
    pub fn href(&self) -> String {
        match self {
            Self::List { on, list, open } => {
                let open = open.map(|id| format!("/{id}")).unwrap_or_default();
                format!("#/{}{open}{}", on.plural(), parameterized(list.pairs()))
            }
            Self::Board { pipeline, list, open } => {
                let pipeline = pipeline.map(|id| format!("/{id}")).unwrap_or_default();
                let mut pairs = list.pairs();
                pairs.extend(open.map(|id| format!("open={id}")));
                format!("#/board{pipeline}{}", parameterized(pairs))
            }
            Self::New { on } => format!("#/{}/new", on.plural()),
            Self::Home => "#/home".to_owned(),
            Self::Calendar { span, day, list } => {
                let mut pairs = list.pairs();
                if *span != Span::Month || day.is_some() {
                    let day = day.map(|day| day.to_string()).unwrap_or_default();
                    // The first of a month stands for the month.
                    let day = if *span == Span::Month { day.strip_suffix("-01") } else { None }
                        .unwrap_or(&day);
                    pairs.insert(0, format!("{}={day}", span.name()));
                }
                format!("#/calendar{}", parameterized(pairs))
            }
            Self::Tags => "#/tags".to_owned(),
            Self::Segments => "#/segments".to_owned(),
            Self::Segment(id) => format!("#/segments/{id}"),
            Self::Transfer => "#/transfer".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::History => "#/history".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::YourData => "#/your-data".to_owned(),
            Self::NotFound => "#/not-found".to_owned(),
        }
    }
}

/// The parameters of an address, the part after `#`: what a link or another app puts into a form.
pub fn parameters(hash: &str) -> impl Iterator<Item = (String, String)> {
    let search = hash.split_once('?').map_or("", |(_, search)| search);
    let pairs = search.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decode(name), decode(value)))
}

/// What stands after the path of an address.
fn parameterized(pairs: Vec<String>) -> String {
    if pairs.is_empty() { String::new() } else { ["?", &pairs.join("&")].concat() }
}

fn listed(name: &str) -> Option<RecordType> {
    RecordType::LISTED.into_iter().find(|on| on.plural() == name)
}

impl List {
    /// Parameters: `q` the search, `where` the filter in its text form, `sort` fields, `-` before one for
    /// descending, `group` a field, `folded` marks of groups, or `*` and the marks of those that are not,
    /// `columns` fields, `totals` fields, each with what stands below it; `segment` and `view` the ones that it
    /// is of. What is not understood is left out: an old bookmark still opens a list.
    pub fn parse(on: RecordType, search: &str) -> Self {
        let mut list = Self::default();
        for pair in search.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            match name {
                "q" => list.query.search = value,
                "sort" => {
                    let sorts = value.split(',').filter_map(|sort| {
                        let (descending, name) =
                            sort.strip_prefix('-').map_or((false, sort), |name| (true, name));
                        Some(Sort { key: field_key(on, name)?, descending })
                    });
                    list.query.sort = sorts.take(MOST_SORTS).collect();
                }
                "group" => list.query.group = field_key(on, &value),
                "folded" => {
                    let marks = value.split(',');
                    list.folded.is_all = marks.clone().any(|mark| mark == "*");
                    list.folded.but =
                        marks.filter_map(|mark| u32::from_str_radix(mark, 16).ok()).collect();
                }
                "totals" => {
                    let totals = value.split(',').filter_map(|total| {
                        let (name, total) = total.split_once(':')?;
                        Some((field_key(on, name)?, Total::parse(total)?))
                    });
                    list.totals = totals.collect();
                }
                "columns" => list.columns = Some(field_keys(on, &value)),
                "where" => list.query.filter = value,
                "segment" => list.segment = Id::parse(&value),
                "view" => list.view = Id::parse(&value),
                _ => {}
            }
        }
        list
    }

    pub fn print(&self) -> String {
        self.pairs().join("&")
    }

    /// The parameters, one by one.
    fn pairs(&self) -> Vec<String> {
        let mut pairs = Vec::new();
        if !self.query.search.is_empty() {
            pairs.push(format!("q={}", encode(&self.query.search)));
        }
        if let Some(segment) = self.segment {
            pairs.push(format!("segment={segment}"));
        }
        if !self.query.filter.is_empty() {
            pairs.push(format!("where={}", encode(&self.query.filter)));
        }
        let mut listed = |name: &str, items: Vec<String>| {
            if !items.is_empty() {
                pairs.push(format!("{name}={}", items.join(",")));
            }
        };
        let sort = |sort: &Sort| [if sort.descending { "-" } else { "" }, sort.key.name()].concat();
        let name = |key: &Key| key.name().to_owned();
        listed("sort", self.query.sort.iter().map(sort).collect());
        listed("group", self.query.group.iter().map(name).collect());
        let all = self.folded.is_all.then(|| "*".to_owned()).into_iter();
        let marks = self.folded.but.iter().map(|mark| format!("{mark:x}"));
        listed("folded", all.chain(marks).collect());
        listed("columns", self.columns.iter().flatten().map(name).collect());
        let total = |(key, total): &(Key, Total)| [key.name(), ":", total.name()].concat();
        listed("totals", self.totals.iter().map(total).collect());
        listed("view", self.view.iter().map(Id::to_string).collect());
        pairs
    }
}

/// The columns of a list that nobody has arranged.
pub fn usual_columns(on: RecordType) -> Vec<Key> {
    match on {
        RecordType::Organization => {
            vec![
                keys::DISPLAY_NAME,
                keys::PEOPLE_COUNT,
                keys::INDUSTRY,
                keys::LOCATION,
                keys::LIFECYCLE,
                keys::TAGS,
                keys::UPDATED,
            ]
        }
        RecordType::Deal => vec![
            keys::DISPLAY_NAME,
            keys::STAGE,
            keys::DEAL_STATUS,
            keys::VALUE,
            keys::PERSON,
            keys::ORGANIZATION,
            keys::EXPECTED,
            keys::UPDATED,
        ],
        RecordType::Project => vec![
            keys::DISPLAY_NAME,
            keys::PROJECT_STATE,
            keys::PERSON,
            keys::ORGANIZATION,
            keys::START,
            keys::DUE,
            keys::BUDGET,
        ],
        RecordType::Task => vec![
            keys::DISPLAY_NAME,
            keys::TASK_STATUS,
            keys::DUE,
            keys::PRIORITY,
            keys::PERSON,
            keys::DEAL,
            keys::TAGS,
        ],
        RecordType::Interaction => vec![
            keys::DISPLAY_NAME,
            keys::ACTIVITY,
            keys::HAPPENED,
            keys::PERSON,
            keys::ORGANIZATION,
            keys::DEAL,
            keys::AMOUNT,
        ],
        _ => vec![
            keys::DISPLAY_NAME,
            keys::ORGANIZATION,
            keys::JOB_TITLE,
            keys::EMAILS,
            keys::PHONES,
            keys::LIFECYCLE,
            keys::TAGS,
            keys::UPDATED,
        ],
    }
}

/// The fields that a list can show and sort by.
pub fn possible_columns(on: RecordType) -> impl Iterator<Item = Key> {
    field::fields_of(on)
        .filter(|field| !matches!(field.kind, Kind::Photo | Kind::Entries))
        .filter(|field| !matches!(field.from, Source::Edit) || matches!(field.kind, Kind::Time))
        .map(field::Field::key)
}

fn field_key(on: RecordType, name: &str) -> Option<Key> {
    field::fields_of(on).find(|field| field.name == name).map(field::Field::key)
}

fn field_keys(on: RecordType, names: &str) -> Vec<Key> {
    names.split(',').filter_map(|name| field_key(on, name)).collect()
}

/// Percent-encoding of a value (RFC 3986, 2.1). Letters of all scripts stay readable in the address bar.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || "-_.~@:(),*!".contains(c) {
            encoded.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let digit =
                    |half: u8| char::from_digit(half.into(), 16).map(|c| c.to_ascii_uppercase());
                encoded.push('%');
                encoded.extend([digit(byte >> 4), digit(byte & 0xf)].into_iter().flatten());
            }
        }
    }
    encoded
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => {
                let digit = |byte: &u8| {
                    char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
                };
                match (digit(high), digit(low)) {
                    (Some(high), Some(low)) => {
                        bytes.push(high * 16 + low);
                        rest = after;
                    }
                    _ => bytes.push(byte),
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn survives(hash: &str) {
        let route = Route::parse(hash);
        assert_ne!(route, Route::NotFound);
        assert_eq!(route.href(), hash);
    }

    #[test]
    fn parameters_are_decoded() {
        let all: Vec<_> = parameters("#/people/new?quick=Ada%0A%2B44&city=New+York").collect();
        let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        assert_eq!(all, [("quick", "Ada\n+44"), ("city", "New York")].map(pair));
        assert_eq!(parameters("#/people/new").count(), 0);
        assert_eq!(Route::parse("#/people/new?quick=Ada"), Route::New { on: RecordType::Person });
    }

    #[test]
    fn every_address_survives() {
        survives("#/people");
        survives("#/organizations/new");
        survives("#/calendar");
        survives("#/calendar?month=2026-03");
        survives("#/calendar?month=2026-03-21");
        survives("#/calendar?week=2026-03-01");
        survives("#/calendar?agenda=");
        survives("#/calendar?q=call");
        survives(
            "#/calendar?week=2026-03-01&q=علی&segment=0190d1f0-0000-7000-8000-000000000003&where=tags:vip%20-has:deal",
        );
        survives("#/people?group=lifecycle&folded=3b9aca00");
        survives("#/board");
        survives("#/board?open=0190d1f0-0000-7000-8000-000000000001");
        survives(
            "#/board/0190d1f0-0000-7000-8000-000000000002?open=0190d1f0-0000-7000-8000-000000000001",
        );
        survives("#/board?q=anna%20nowak&where=tags:vip&sort=-value&group=stage");
        survives(
            "#/board/0190d1f0-0000-7000-8000-000000000002?q=علی&segment=0190d1f0-0000-7000-8000-000000000003&where=value%20%3E%3D%20100&open=0190d1f0-0000-7000-8000-000000000001",
        );
        survives("#/segments/0190d1f0-0000-7000-8000-000000000001");
        survives("#/people/0190d1f0-0000-7000-8000-000000000001");
        survives(
            "#/people/0190d1f0-0000-7000-8000-000000000001?q=anna%20nowak&where=lifecycle:lead,customer&sort=-created",
        );
        survives(
            "#/people?sort=-lifecycle,created&group=tags&folded=*,1f,e0d1&totals=children:sum,created:least&view=0190d1f0-0000-7000-8000-000000000002",
        );
        survives(
            "#/people?q=علی%20100%25&segment=0190d1f0-0000-7000-8000-000000000001&where=children%20%3E%3D%202%20(has:emails%20or%20-has:phones)&columns=display-name,tags",
        );
        for route in [
            Route::Home,
            Route::Tags,
            Route::Segments,
            Route::Transfer,
            Route::Help,
            Route::History,
            Route::Settings,
            Route::YourData,
        ] {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn the_empty_address_is_the_list_of_people() {
        assert_eq!(Route::parse(""), Route::list(RecordType::Person));
        assert_eq!(Route::parse("#"), Route::list(RecordType::Person));
    }

    #[test]
    fn what_is_not_understood_is_left_out_of_a_list() {
        let list = Route::parse("#/people?tags=x&sort=colour&%&=&q=%zz%");
        let Route::List { list, .. } = list else { panic!("{list:?}") };
        assert_eq!(list.query, Query { search: "%zz%".to_owned(), ..Query::default() });
    }

    #[test]
    fn what_is_not_understood_is_left_out_of_a_calendar() {
        assert_eq!(Route::parse("#/calendar?tags=x&year=2026&week&%&="), {
            Route::Calendar { span: Span::Week, day: None, list: List::default() }
        });
    }

    /// Another day or span of the calendar has another address, and asks for the same.
    #[track_caller]
    fn turns_to(hash: &str, to: Span, on: Option<&str>, expected: &str) {
        let route = Route::parse(hash);
        let Route::Calendar { list, .. } = route.clone() else { panic!("{route:?}") };
        let turned = Route::Calendar { span: to, day: on.map(|on| on.parse().unwrap()), list };
        assert_eq!(turned.href(), expected);
        assert_eq!(Route::parse(expected).asked(), route.asked());
    }

    #[test]
    fn turning_the_calendar_leaves_what_is_asked_for() {
        let asked = "q=call&segment=0190d1f0-0000-7000-8000-000000000003&where=tags:vip";
        let hash = format!("#/calendar?month=2026-03&{asked}");
        for (to, on, around) in [
            (Span::Month, None, ""),
            (Span::Month, Some("2026-04-01"), "month=2026-04&"),
            (Span::Week, Some("2026-04-01"), "week=2026-04-01&"),
            (Span::Agenda, None, "agenda=&"),
        ] {
            turns_to(&hash, to, on, &format!("#/calendar?{around}{asked}"));
        }
    }

    #[test]
    fn what_is_not_understood_is_left_out_of_a_board() {
        assert_eq!(Route::parse("#/board?tags=x&sort=colour&open=x&%&="), Route::board());
    }

    /// Without its open record, the page has another address.
    #[track_caller]
    fn closes_as(hash: &str, closed: &str) {
        let route = Route::parse(hash);
        let open = Id::parse("0190d1f0-0000-7000-8000-000000000001");
        assert_eq!(route.open_record(), open);
        assert_eq!(route.clone().closed().href(), closed);
        assert_eq!(route.clone().closed().opening(open.unwrap()), route);
    }

    #[test]
    fn closing_a_record_leaves_what_is_asked_for() {
        closes_as(
            "#/deals/0190d1f0-0000-7000-8000-000000000001?q=shop&where=tags:vip",
            "#/deals?q=shop&where=tags:vip",
        );
        closes_as(
            "#/board/0190d1f0-0000-7000-8000-000000000002?q=shop&where=tags:vip&open=0190d1f0-0000-7000-8000-000000000001",
            "#/board/0190d1f0-0000-7000-8000-000000000002?q=shop&where=tags:vip",
        );
    }

    #[test]
    fn what_a_list_is_asked_for_a_board_is_asked_for_too() {
        let list = Route::parse(
            "#/deals?q=shop&segment=0190d1f0-0000-7000-8000-000000000003&where=tags:vip&sort=-value",
        );
        let pipeline = "#/board/0190d1f0-0000-7000-8000-000000000002";
        let asked =
            "?q=shop&segment=0190d1f0-0000-7000-8000-000000000003&where=tags:vip&sort=-value";
        let board = Route::parse(pipeline).asking(list.clone().asked());
        assert_eq!(board.href(), format!("{pipeline}{asked}"));
        assert_eq!(Route::list(RecordType::Deal).asking(board.asked()), list);
        // So can the calendar, of tasks.
        assert_eq!(Route::calendar().asking(list.clone().asked()).asked(), list.clone().asked());
        // Elsewhere there is nothing to ask.
        assert_eq!(Route::Home.asking(list.asked()), Route::Home);
        assert_eq!(Route::Home.asked(), List::default());
    }

    #[test]
    fn other_addresses_are_not_found() {
        for hash in
            ["#/nowhere", "#/people/x", "#/tags/x", "#/segments/x", "#/people/new/x", "#/board/x"]
        {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
    }
}
