//! The work of a relationship: what happened, tasks that come round, deals on their way.

use std::sync::Arc;

use chrono::NaiveDate;
use rapport::{
    domain::{
        book::Book,
        change::Change,
        checklist,
        edit::{
            bulk::{self, Wish},
            deals, interactions,
            lifecycle::{self, Trigger},
            named::Names,
            pipelines::{self, Usual},
            projects,
            records::{self, Input},
            tasks,
        },
        field::{self, keys},
        id::{Id, RecordType},
        key::Key,
        problem::{Fault, Problem},
        stamp::Stamp,
        table::Slot,
        today::Today,
        value::{Value, day::Day, money::Currency, number::Number, time::Time},
    },
    query::{
        self, Query, agenda,
        ask::{
            Asked, Past, Slots, Texts,
            when::{Today as Asking, Zone},
        },
        board::{self, Column, Sum},
        home::{self, CARDS, MOST, Pass, Seen},
        search::{SearchIndex, Words},
        segment,
        sort::{ByCodePoint, Order},
        text::{self, Canonical},
    },
    transfer::{
        agenda as taken_home,
        calendar::{self, Entry},
    },
};

/// A book that is asked on one day, and the stamps of what is done there.
struct Desk {
    book: Book,
    stamp: Stamp,
}

fn at(clock: &str) -> Time {
    Time::of_clock(clock, 0).unwrap()
}

impl Desk {
    fn on(day: &str) -> Self {
        let mut desk =
            Self { book: Book::default(), stamp: Stamp::new(at("2026-01-01T00:00"), [3; 10]) };
        desk.comes(day);
        desk
    }

    fn comes(&mut self, day: &str) {
        let noon = at(&format!("{day}T12:00"));
        self.stamp.at = noon;
        self.book.today = Today::at(noon, |_| 0);
    }

    fn apply(&mut self, change: Change) {
        self.book.apply(change).unwrap();
    }

    fn person(&mut self, given: &str, fields: &[(Key, Value)]) -> Id {
        self.record(RecordType::Person, &[&[(keys::GIVEN, Value::text(given))], fields].concat())
    }

    fn record(&mut self, on: RecordType, fields: &[(Key, Value)]) -> Id {
        let (id, change) =
            records::create(&self.book, on, &input(fields), &mut self.stamp).unwrap();
        self.apply(change);
        id
    }

    fn log(&mut self, on: RecordType, about: Id, fields: &[(Key, Value)]) {
        let change = interactions::log(
            &self.book,
            on,
            about,
            &input(fields),
            &Names::new(),
            &mut self.stamp,
        );
        self.apply(change.unwrap());
    }

    fn task(&mut self, fields: &[(Key, Value)]) -> Id {
        let fields = [&[(keys::NAME, Value::text("Call"))], fields].concat();
        let input = input(&fields);
        let (id, change) =
            tasks::create(&self.book, &input, &Names::new(), &mut self.stamp).unwrap();
        self.apply(change);
        id
    }

    fn deal(&mut self, fields: &[(Key, Value)]) -> Id {
        let fields = [&[(keys::NAME, Value::text("Website"))], fields].concat();
        let (id, change) =
            deals::create(&self.book, &input(&fields), &Names::new(), &usual(), &mut self.stamp)
                .unwrap();
        self.apply(change);
        id
    }

    /// Those for whom a filter holds.
    #[track_caller]
    fn passed(&self, on: RecordType, filter: &str) -> Slots {
        let parsed = text::parse(filter, on, &Canonical);
        assert!(parsed.faults.is_empty(), "{filter}");
        let zone = Zone::fixed(0);
        let today = Asking { now: self.stamp.at, zone, first_weekday: 1, fiscal_start: 1 };
        let (mut texts, past) = (Texts::default(), Past::default());
        Asked::new(&self.book, &today, &mut texts, &past).find(&parsed.group, on)
    }

    /// What a list finds, in its order.
    #[track_caller]
    fn found(&self, on: RecordType, search: &str, filter: &str) -> Vec<Slot> {
        let query = Query { search: search.to_owned(), ..Query::default() };
        let passed = (!filter.is_empty()).then(|| self.passed(on, filter));
        let order = Order::new(&self.book, on, query.first().key, &ByCodePoint);
        let index = &mut SearchIndex::default();
        query::run(&self.book, on, &query, passed.as_ref(), index, &order)
    }

    /// A value as a list shows it.
    #[track_caller]
    fn has(&self, on: RecordType, id: Id, key: Key, expected: Option<Value>) {
        let record = self.book.get(on, id).unwrap();
        let held = field::read(&self.book, record, key).map(std::borrow::Cow::into_owned);
        assert_eq!(held, expected, "{}", key.name());
    }
}

fn input(fields: &[(Key, Value)]) -> Input {
    fields.iter().map(|(key, value)| (*key, Some(value.clone()))).collect()
}

fn usual() -> Usual {
    let stages = [("New", 10), ("Offer", 50), ("Contract", 90)];
    Usual { name: "Sales".into(), stages: stages.map(|(name, won)| (name.into(), won)).into() }
}

fn number(number: i64) -> Value {
    Value::Number(Number::from_ten_thousandths(number * 10_000).unwrap())
}

fn money(amount: i64, code: &str) -> Value {
    let amount = Number::from_ten_thousandths(amount * 10_000).unwrap();
    Value::Money(amount, Currency::parse(code).unwrap())
}

fn day(text: &str) -> Value {
    Value::Day(Day::parse(text).unwrap())
}

fn text(text: &str) -> Value {
    Value::text(text)
}

#[test]
fn figures_follow_from_what_happened() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[]);
    for (activity, happened, more) in [
        ("purchase", "2026-01-10T10:00", vec![(keys::AMOUNT, money(900, "USD"))]),
        ("purchase", "2026-02-10T10:00", vec![(keys::AMOUNT, money(100, "EUR"))]),
        ("purchase", "2026-02-20T10:00", vec![(keys::AMOUNT, money(300, "EUR"))]),
        ("ticket", "2026-02-21T10:00", vec![(keys::ANSWERED, Value::Time(at("2026-02-21T13:00")))]),
        (
            "ticket",
            "2026-02-22T10:00",
            vec![
                (keys::ANSWERED, Value::Time(at("2026-02-22T11:00"))),
                (keys::SOLVED, Value::Time(at("2026-02-22T12:00"))),
            ],
        ),
        ("survey", "2026-02-23T10:00", vec![(keys::SCORE, number(9))]),
        (
            "feedback",
            "2026-02-24T10:00",
            vec![(keys::SCORE, number(6)), (keys::BODY, text("slow"))],
        ),
        ("call", "2026-02-25T10:00", vec![]),
        ("note", "2026-02-26T10:00", vec![(keys::BODY, text("likes tea"))]),
    ] {
        let when = [(keys::ACTIVITY, text(activity)), (keys::HAPPENED, Value::Time(at(happened)))];
        desk.log(on, ada, &[&when[..], &more].concat());
    }
    let hours = Number::from_ten_thousandths(20_000).map(Value::Number);
    let score = Number::from_ten_thousandths(75_000).map(Value::Number);
    for (key, expected) in [
        (keys::PURCHASE_COUNT, Some(number(3))),
        (keys::TOTAL_SPENT, Some(money(400, "EUR"))),
        (keys::AVERAGE_ORDER, Some(money(200, "EUR"))),
        (keys::LAST_ORDER, Some(Value::Time(at("2026-02-20T10:00")))),
        (keys::TICKET_COUNT, Some(number(2))),
        (keys::OPEN_TICKETS, Some(number(1))),
        (keys::HOURS_TO_ANSWER, hours),
        (keys::AVERAGE_SCORE, score),
        (keys::CONTACT_COUNT, Some(number(1))),
        (keys::DAYS_SINCE_CONTACT, Some(number(4))),
        (keys::RECENT_CALLS, Some(number(1))),
        (keys::RECENT_MEETINGS, Some(number(0))),
        (keys::RECENT_TICKETS, Some(number(2))),
        (keys::LIFECYCLE, Some(text("customer"))),
    ] {
        desk.has(on, ada, key, expected);
    }
}

#[test]
fn a_note_without_words_is_none() {
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[]);
    let empty = interactions::log(
        &desk.book,
        RecordType::Person,
        ada,
        &Input::new(),
        &Names::new(),
        &mut desk.stamp,
    );
    assert_eq!(empty, Err(Problem::Field { key: keys::BODY, fault: Fault::Missing }));
}

#[test]
fn it_is_time_to_get_back_after_the_shortest_cadence() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let tag = |desk: &mut Desk, name, days| {
        desk.record(RecordType::Tag, &[(keys::NAME, text(name)), (keys::CADENCE, number(days))])
    };
    let (monthly, weekly) = (tag(&mut desk, "month", 30), tag(&mut desk, "week", 7));
    let tags = Value::links(vec![monthly, weekly]).unwrap();
    let ada = desk.person("Ada", &[(keys::TAGS, tags.clone())]);
    let ben = desk.person("Ben", &[(keys::TAGS, tags), (keys::CADENCE, number(90))]);
    desk.comes("2026-03-05");
    desk.has(on, ada, keys::GET_BACK, Some(day("2026-03-08")));
    desk.log(on, ada, &[(keys::ACTIVITY, text("call"))]);
    desk.has(on, ada, keys::GET_BACK, Some(day("2026-03-12")));
    desk.has(on, ben, keys::GET_BACK, Some(day("2026-05-30")));
}

#[test]
fn a_task_is_seen_from_today() {
    let on = RecordType::Task;
    let mut desk = Desk::on("2026-03-01");
    let task = desk.task(&[(keys::DUE, day("2026-03-02"))]);
    let someday = desk.task(&[]);
    desk.has(on, someday, keys::TASK_STATUS, Some(text("someday")));
    for (today, status) in
        [("2026-03-01", "upcoming"), ("2026-03-02", "today"), ("2026-03-03", "overdue")]
    {
        desk.comes(today);
        desk.has(on, task, keys::TASK_STATUS, Some(text(status)));
    }
    let done = tasks::complete(&desk.book, task, &mut desk.stamp).unwrap();
    desk.apply(done);
    desk.has(on, task, keys::TASK_STATUS, Some(text("done")));
    let open = tasks::reopen(&desk.book, task, &desk.stamp).unwrap();
    desk.apply(open);
    desk.has(on, task, keys::TASK_STATUS, Some(text("overdue")));
}

#[test]
fn a_task_that_repeats_is_there_again_when_it_is_done() {
    let on = RecordType::Task;
    let mut desk = Desk::on("2026-01-20");
    let task = desk.task(&[
        (keys::DUE, day("2026-01-31")),
        (keys::REPEAT, text("FREQ=MONTHLY;COUNT=3")),
        (keys::CHECKLIST, text("[x] one\n[ ] two")),
    ]);
    desk.has(on, task, keys::REPEAT, Some(text("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")));
    // Two months late: those that went by count, and the next one is not in the past.
    desk.comes("2026-04-02");
    let done = tasks::complete(&desk.book, task, &mut desk.stamp).unwrap();
    let undone = done.clone().inverse(desk.stamp.at, done.cause);
    desk.apply(done);
    let tasks_of = |desk: &Desk| -> Vec<Id> {
        desk.book.table(on).iter().map(|(_, task)| task.id).filter(|id| *id != task).collect()
    };
    let [next] = *tasks_of(&desk) else { panic!("one more") };
    desk.has(on, next, keys::DUE, Some(day("2026-05-31")));
    desk.has(on, next, keys::REPEAT, Some(text("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=1")));
    desk.has(on, next, keys::CHECKLIST, Some(text("[ ] one\n[ ] two")));
    desk.has(on, next, keys::DONE, None);
    desk.has(on, task, keys::REPEAT, None);
    desk.apply(undone);
    assert_eq!(tasks_of(&desk), []);
    desk.has(on, task, keys::REPEAT, Some(text("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")));
}

#[test]
fn what_no_task_can_have() {
    let mut desk = Desk::on("2026-01-20");
    let refused = |desk: &mut Desk, fields: &[(Key, Value)]| {
        let fields = [&[(keys::NAME, text("Call"))], fields].concat();
        match tasks::create(&desk.book, &input(&fields), &Names::new(), &mut desk.stamp) {
            Err(Problem::Field { key, .. }) => key.name(),
            other => panic!("{other:?}"),
        }
    };
    let due = (keys::DUE, day("2026-01-31"));
    assert_eq!(refused(&mut desk, &[(keys::REPEAT, text("FREQ=DAILY"))]), "due");
    assert_eq!(refused(&mut desk, &[due.clone(), (keys::REPEAT, text("often"))]), "repeat");
    for time in ["9:30", "24:00", "noon", "09:60"] {
        assert_eq!(refused(&mut desk, &[due.clone(), (keys::DUE_TIME, text(time))]), "due-time");
    }
}

#[test]
fn a_deal_goes_its_way() {
    let on = RecordType::Deal;
    let mut desk = Desk::on("2026-03-01");
    let acme = desk.record(RecordType::Organization, &[(keys::NAME, text("Acme"))]);
    let ada = desk.person("Ada", &[(keys::LIFECYCLE, text("lead"))]);
    let ben = desk.person("Ben", &[(keys::LIFECYCLE, text("other"))]);
    let with = [(keys::PERSON, Value::link(ada)), (keys::ORGANIZATION, Value::link(acme))];
    let deal = desk.deal(&[&with[..], &[(keys::VALUE, money(1_000, "EUR"))]].concat());
    desk.deal(&[(keys::PERSON, Value::link(ben))]);

    // The usual pipeline is made with the first deal and serves the next one.
    assert_eq!(pipelines::all(&desk.book).len(), 1);
    let sales = pipelines::all(&desk.book)[0].id;
    let stages: Vec<Id> = pipelines::stages(&desk.book, sales).iter().map(|it| it.id).collect();
    desk.has(on, deal, keys::STAGE, Some(Value::link(stages[0])));
    desk.has(on, deal, keys::WEIGHTED, Some(money(100, "EUR")));
    desk.has(RecordType::Person, ada, keys::LIFECYCLE, Some(text("opportunity")));
    desk.has(RecordType::Organization, acme, keys::LIFECYCLE, Some(text("opportunity")));
    // Who was set apart by hand stays there.
    desk.has(RecordType::Person, ben, keys::LIFECYCLE, Some(text("other")));

    desk.comes("2026-03-11");
    desk.has(on, deal, keys::DAYS_IN_STAGE, Some(number(10)));
    let moved = deals::move_to(&desk.book, deal, stages[1], &desk.stamp).unwrap();
    desk.apply(moved);
    desk.has(on, deal, keys::DAYS_IN_STAGE, Some(number(0)));
    desk.has(on, deal, keys::WEIGHTED, Some(money(500, "EUR")));

    let won = deals::close(&desk.book, deal, "won", None, &desk.stamp).unwrap();
    desk.apply(won);
    desk.has(on, deal, keys::DEAL_STATUS, Some(text("won")));
    desk.has(on, deal, keys::WEIGHTED, Some(money(1_000, "EUR")));
    desk.has(on, deal, keys::DAYS_IN_STAGE, None);
    desk.has(RecordType::Person, ada, keys::LIFECYCLE, Some(text("customer")));

    let lost = deals::close(&desk.book, deal, "lost", Some("price"), &desk.stamp).unwrap();
    desk.apply(lost);
    desk.has(on, deal, keys::LOST_REASON, Some(text("price")));
    // Nobody goes back by themselves.
    desk.has(RecordType::Person, ada, keys::LIFECYCLE, Some(text("customer")));
    let open = deals::move_to(&desk.book, deal, stages[2], &desk.stamp).unwrap();
    desk.apply(open);
    desk.has(on, deal, keys::DEAL_STATUS, Some(text("open")));
    desk.has(on, deal, keys::LOST_REASON, None);
    desk.has(on, deal, keys::CLOSED, None);
}

#[test]
fn a_deal_is_worth_its_items_until_somebody_says_otherwise() {
    const ON: RecordType = RecordType::Deal;
    let mut desk = Desk::on("2026-05-04");
    let chairs = (keys::ITEMS, Value::text("2 × Chair @ 49.90\nDelivery"));
    let said =
        desk.deal(&[(keys::NAME, text("Said")), chairs.clone(), (keys::VALUE, money(5, "USD"))]);
    let deal = desk.deal(&[(keys::NAME, text("Chairs")), chairs]);
    let worth = |desk: &Desk, deal| desk.book.get(ON, deal).unwrap().get(keys::VALUE).cloned();
    let euros = |amount: &str| Some(Value::Money(Number::parse(amount).unwrap(), Currency::USUAL));
    assert_eq!(worth(&desk, said), Some(money(5, "USD")));
    assert_eq!(worth(&desk, deal), euros("99.8"));

    let edits = |desk: &mut Desk, fields: &[(Key, Option<Value>)]| {
        let input: Input = fields.iter().cloned().collect();
        for id in [deal, said] {
            let edit = records::edit(&desk.book, ON, id, &Input::new(), &input, &desk.stamp);
            desk.apply(edit.unwrap());
        }
    };
    edits(&mut desk, &[(keys::ITEMS, Some(Value::text("3 × Chair @ 49.90")))]);
    assert_eq!(worth(&desk, said), Some(money(5, "USD")));
    assert_eq!(worth(&desk, deal), euros("149.7"));
    // Items without prices say nothing of it.
    edits(&mut desk, &[(keys::ITEMS, Some(text("Chairs")))]);
    assert_eq!(worth(&desk, deal), euros("149.7"));
    // Both at once: what is said counts.
    let table = (keys::ITEMS, Some(text("1 × Table @ 300")));
    edits(&mut desk, &[table, (keys::VALUE, Some(money(250, "EUR")))]);
    assert_eq!(worth(&desk, deal), Some(money(250, "EUR")));
    edits(&mut desk, &[(keys::VALUE, None)]);
    edits(&mut desk, &[(keys::ITEMS, Some(text("1 × Table @ 310")))]);
    assert_eq!(worth(&desk, deal), euros("310"));

    let shop = desk.person("Ada", &[]);
    let pens = [(keys::ACTIVITY, text("purchase")), (keys::ITEMS, text("2 × Pen @ 1.25"))];
    desk.log(RecordType::Person, shop, &pens);
    desk.has(RecordType::Person, shop, keys::TOTAL_SPENT, euros("2.5"));
}

#[test]
fn who_moves_when_can_be_changed() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let (ada, ben) = (desk.person("Ada", &[]), desk.person("Ben", &[]));
    for (trigger, stage) in [(Trigger::DealOpened, "lead"), (Trigger::Purchase, "stay")] {
        let rule = lifecycle::set_rule(&desk.book, trigger, stage, &mut desk.stamp).unwrap();
        desk.apply(rule);
    }
    desk.deal(&[(keys::PERSON, Value::link(ada))]);
    desk.has(on, ada, keys::LIFECYCLE, Some(text("lead")));
    desk.log(on, ben, &[(keys::ACTIVITY, text("purchase"))]);
    desk.has(on, ben, keys::LIFECYCLE, None);
    let nowhere = lifecycle::set_rule(&desk.book, Trigger::DealWon, "king", &mut desk.stamp);
    assert!(nowhere.is_err());
}

#[test]
fn a_deal_becomes_a_project() {
    let on = RecordType::Project;
    let mut desk = Desk::on("2026-03-01");
    let acme = desk.record(RecordType::Organization, &[(keys::NAME, text("Acme"))]);
    let ada = desk.person("Ada", &[]);
    let with = [(keys::PERSON, Value::link(ada)), (keys::ORGANIZATION, Value::link(acme))];
    let deal = desk.deal(&with);
    desk.comes("2026-03-11");
    let (project, change) = projects::of_deal(&desk.book, deal, &mut desk.stamp).unwrap();
    desk.apply(change);
    for (key, expected) in [
        (keys::NAME, text("Website")),
        (keys::DEAL, Value::link(deal)),
        (keys::PERSON, Value::link(ada)),
        (keys::ORGANIZATION, Value::link(acme)),
        (keys::PROJECT_STATE, text("planned")),
        (keys::START, day("2026-03-11")),
    ] {
        desk.has(on, project, key, Some(expected));
    }
}

#[test]
fn a_lead_becomes_a_deal_with_an_organization() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[(keys::LIFECYCLE, text("lead"))]);
    let ben = desk.person("Ben", &[(keys::LIFECYCLE, text("customer"))]);
    let names = Names::from([(keys::ORGANIZATION, vec!["Acme".into()])]);
    let mut deals_of = Vec::new();
    // The first makes the organization, the second finds it.
    for person in [ada, ben] {
        let input = input(&[(keys::NAME, text("Acme")), (keys::VALUE, money(500, "EUR"))]);
        let converted =
            deals::convert(&desk.book, person, &input, &names, &usual(), &mut desk.stamp);
        let (deal, change) = converted.unwrap();
        let undone = change.clone().inverse(desk.stamp.at, change.cause);
        let before = desk.book.clone();
        desk.apply(change.clone());
        desk.apply(undone);
        assert!(desk.book == before);
        desk.apply(change);
        deals_of.push(deal);
    }
    let acme = desk.book.table(RecordType::Organization).iter().next().unwrap().1.id;
    assert_eq!(desk.book.table(RecordType::Organization).len(), 1);
    for (person, deal) in [ada, ben].into_iter().zip(deals_of) {
        desk.has(on, person, keys::ORGANIZATION, Some(Value::link(acme)));
        desk.has(RecordType::Deal, deal, keys::PERSON, Some(Value::link(person)));
        desk.has(RecordType::Deal, deal, keys::ORGANIZATION, Some(Value::link(acme)));
    }
    desk.has(on, ada, keys::LIFECYCLE, Some(text("opportunity")));
    desk.has(on, ben, keys::LIFECYCLE, Some(text("customer")));
}

#[test]
fn reasons_that_were_given_often_come_first() {
    let mut desk = Desk::on("2026-03-01");
    for reason in ["time", "price", "budget", "price"] {
        let deal = desk.deal(&[]);
        let lost = deals::close(&desk.book, deal, "lost", Some(reason), &desk.stamp).unwrap();
        desk.apply(lost);
    }
    assert_eq!(deals::reasons(&desk.book, 2), ["price", "budget"]);
}

#[test]
fn a_board_has_the_open_deals_and_what_they_come_to() {
    let mut desk = Desk::on("2026-03-01");
    let first = desk.deal(&[(keys::VALUE, money(1_000, "PLN"))]);
    let lost = desk.deal(&[(keys::VALUE, money(70, "EUR"))]);
    let gone = deals::close(&desk.book, lost, "lost", None, &desk.stamp).unwrap();
    desk.apply(gone);
    desk.comes("2026-03-02");
    let second = desk.deal(&[(keys::VALUE, money(200, "EUR"))]);
    let without = desk.deal(&[]);
    let sales = pipelines::all(&desk.book)[0].id;
    let stages: Vec<Id> = pipelines::stages(&desk.book, sales).iter().map(|it| it.id).collect();
    let no_stage = records::edit(
        &desk.book,
        RecordType::Deal,
        without,
        &Input::new(),
        &[(keys::STAGE, None)].into(),
        &desk.stamp,
    );
    desk.apply(no_stage.unwrap());

    desk.comes("2026-03-03");
    let moved = deals::move_to(&desk.book, first, stages[1], &desk.stamp).unwrap();
    desk.apply(moved);
    let columns = board::columns(&desk.book, sales, &desk.found(RecordType::Deal, "", ""));
    let deals: Vec<&[Id]> = columns.iter().map(|column| &column.deals[..]).collect();
    // What has no stage stands in the first one.
    assert_eq!(deals, [&[without, second][..], &[first], &[]]);
    let sums = |at: usize| {
        let sums = columns[at].sums.iter();
        let sum = |sum: &Sum| format!("{} {} {}", sum.value, sum.weighted, sum.currency.code());
        sums.map(sum).collect::<Vec<_>>()
    };
    assert_eq!(sums(0), ["200 20 EUR"]);
    assert_eq!(sums(1), ["1000 500 PLN"]);
    let all = board::total(&desk.book, &columns).into_iter();
    let codes: Vec<_> = all.map(|sum| sum.currency.code().to_owned()).collect();
    // The currency of the workspace comes first.
    assert_eq!(codes, ["EUR", "PLN"]);
}

/// A desk with four open deals, and one that was lost. Zoé is who the shop is for, and the mill is tagged.
struct Deals {
    desk: Desk,
    vip: Id,
    shop: Id,
    mill: Id,
    large: Id,
}

impl Deals {
    fn new() -> Self {
        let mut desk = Desk::on("2026-03-01");
        let zoe = desk.person("Zoé", &[]);
        let acme = desk.record(RecordType::Organization, &[(keys::NAME, text("Acme"))]);
        let vip = desk.record(RecordType::Tag, &[(keys::NAME, text("vip"))]);
        let tagged = (keys::TAGS, Value::Links([vip].into()));
        let shop = desk.deal(&[(keys::NAME, text("Shop")), (keys::PERSON, Value::link(zoe))]);
        let mill = [(keys::NAME, text("Mill")), (keys::VALUE, money(50, "EUR")), tagged.clone()];
        let mill = desk.deal(&mill);
        let large = [
            (keys::NAME, text("Bridge")),
            (keys::ORGANIZATION, Value::link(acme)),
            (keys::VALUE, money(9_000, "EUR")),
        ];
        let large = desk.deal(&large);
        desk.deal(&[(keys::NAME, text("Website"))]);
        let lost = desk.deal(&[(keys::NAME, text("Zoé's lost shop")), tagged]);
        let gone = deals::close(&desk.book, lost, "lost", None, &desk.stamp).unwrap();
        desk.apply(gone);
        Self { desk, vip, shop, mill, large }
    }

    fn columns(&self, search: &str, filter: &str) -> Vec<Column> {
        let Desk { book, .. } = &self.desk;
        let sales = pipelines::all(book)[0].id;
        board::columns(book, sales, &self.desk.found(RecordType::Deal, search, filter))
    }

    /// The board shows these deals and no others, the last one first.
    #[track_caller]
    fn shows(&self, search: &str, filter: &str, expected: &[Id]) {
        let columns = self.columns(search, filter);
        let shown: Vec<Id> = columns.iter().flat_map(|it| it.deals.iter().copied()).collect();
        assert_eq!(shown, expected, "`{search}` {filter}");
    }
}

#[test]
fn deals_on_a_board_are_found_by_any_word_of_theirs_and_of_those_they_are_with() {
    let deals = Deals::new();
    assert_eq!(deals.columns("", "")[0].deals.len(), 4);
    deals.shows(" zoe SHO ", "", &[deals.shop]);
    deals.shows("zoe website", "", &[]);
    deals.shows("acme", "", &[deals.large]);
    deals.shows("vip", "", &[deals.mill]);
}

#[test]
fn a_board_is_filtered_as_a_list_is() {
    let mut deals = Deals::new();
    let tagged = format!("tags:#{}", deals.vip);
    deals.shows("", &tagged, &[deals.mill]);
    deals.shows("bridge", &tagged, &[]);
    deals.shows("", "value >= 50", &[deals.large, deals.mill]);
    let group = text::parse("value > 50", RecordType::Deal, &Canonical).group;
    let Desk { book, stamp } = &mut deals.desk;
    let (large, change) =
        segment::create(book, RecordType::Deal, "Large", Some(&group), stamp).unwrap();
    deals.desk.apply(change);
    deals.shows("", &format!("segment:#{large}"), &[deals.large]);
    deals.shows("", &format!("-segment:#{large} -{tagged} has:person"), &[deals.shop]);
}

#[test]
fn what_a_board_comes_to_is_what_it_shows() {
    let deals = Deals::new();
    let all = |filter: &str| {
        let all = board::total(&deals.desk.book, &deals.columns("", filter)).into_iter();
        all.map(|sum| format!("{} {}", sum.value, sum.weighted)).collect::<Vec<_>>()
    };
    assert_eq!(all(""), ["9050 905"]);
    assert_eq!(all("value > 50"), ["9000 900"]);
    assert_eq!(all("-has:value"), [""; 0]);
}

#[test]
fn a_task_comes_due_once() {
    let mut desk = Desk::on("2026-03-01");
    let at = |day_of: &str, time: &str| [(keys::DUE, day(day_of)), (keys::DUE_TIME, text(time))];
    let early = desk.task(&at("2026-03-01", "09:30"));
    let late = desk.task(&at("2026-03-01", "18:00"));
    desk.task(&[(keys::DUE, day("2026-03-01"))]);
    let came = |desk: &Desk, after, until| agenda::came_due(&desk.book, after, until);
    assert_eq!(came(&desk, "2026-03-01T09:29", "2026-03-01T09:30"), [early]);
    assert_eq!(came(&desk, "2026-03-01T09:30", "2026-03-01T09:31"), []);
    // As after a sleep.
    assert_eq!(came(&desk, "2026-02-28T23:00", "2026-03-02T07:00"), [early, late]);
    let done = tasks::complete(&desk.book, late, &mut desk.stamp).unwrap();
    desk.apply(done);
    assert_eq!(came(&desk, "2026-02-28T23:00", "2026-03-02T07:00"), [early]);
}

#[test]
fn what_comes_next_is_the_open_task_that_is_due_first() {
    let mut desk = Desk::on("2026-03-01");
    let deal = desk.deal(&[]);
    let of = (keys::DEAL, Value::link(deal));
    let next = |desk: &Desk| agenda::next_of(&desk.book, deal).map(|task| task.id);
    assert_eq!(next(&desk), None);
    let someday = desk.task(std::slice::from_ref(&of));
    assert_eq!(next(&desk), Some(someday));
    desk.task(&[of.clone(), (keys::DUE, day("2026-03-09"))]);
    let soon = desk.task(&[of, (keys::DUE, day("2026-03-04"))]);
    assert_eq!(next(&desk), Some(soon));
    let done = tasks::complete(&desk.book, soon, &mut desk.stamp).unwrap();
    desk.apply(done);
    assert_ne!(next(&desk), Some(soon));
}

#[test]
fn a_deal_stands_still_when_nothing_happens() {
    let on = RecordType::Deal;
    let mut desk = Desk::on("2026-03-01");
    let deal = desk.deal(&[]);
    let stage = desk.book.get(on, deal).unwrap().link(keys::STAGE).unwrap();
    let limit = [(keys::ROTS_AFTER, Some(number(7)))].into();
    let edit =
        records::edit(&desk.book, RecordType::Stage, stage, &Input::new(), &limit, &desk.stamp);
    desk.apply(edit.unwrap());
    desk.comes("2026-03-08");
    desk.has(on, deal, keys::ROTTING, None);
    desk.comes("2026-03-09");
    desk.has(on, deal, keys::ROTTING, Some(Value::Flag(true)));
    desk.log(on, deal, &[(keys::ACTIVITY, text("call"))]);
    desk.has(on, deal, keys::ROTTING, None);
}

#[test]
fn what_happened_with_a_deal_happened_with_its_people() {
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[]);
    let deal = desk.deal(&[(keys::PERSON, Value::link(ada))]);
    desk.log(RecordType::Deal, deal, &[(keys::ACTIVITY, text("call"))]);
    desk.has(RecordType::Person, ada, keys::CONTACT_COUNT, Some(number(1)));
    // It stays with the person when the deal goes, and goes with the person when that was the last one.
    let deleted = records::delete(&desk.book, RecordType::Deal, &[deal], &desk.stamp).unwrap();
    desk.apply(deleted);
    assert_eq!(desk.book.interactions_with(ada).count(), 1);
    let deleted = records::delete(&desk.book, RecordType::Person, &[ada], &desk.stamp).unwrap();
    desk.apply(deleted);
    assert!(desk.book.table(RecordType::Interaction).is_empty());
}

#[test]
fn a_meeting_happened_with_each_of_its_people() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [ada, ben, zoe] = ["Ada", "Ben", "Zoe"].map(|name| desk.person(name, &[]));
    let weekly = (keys::CADENCE, number(7));
    let tim = desk.person("Tim", &[weekly]);
    // Whom it is chiefly with is not named again.
    let also = (keys::ALSO, Value::links(vec![ada, ben, tim]).unwrap());
    let then = (keys::HAPPENED, Value::Time(at("2026-02-27T10:00")));
    desk.log(on, ada, &[(keys::ACTIVITY, text("meeting")), also, then]);
    let (_, meeting) = desk.book.interactions_with(ada).next().unwrap();
    assert_eq!(meeting.links(keys::ALSO), Value::links(vec![ben, tim]).as_ref().map(ids).unwrap());
    let meeting = meeting.id;
    for person in [ada, ben, tim] {
        assert_eq!(desk.book.interactions_with(person).count(), 1);
        assert_eq!(desk.passed(RecordType::Interaction, &format!("people:#{person}")).count(), 1);
        for (key, expected) in [
            (keys::CONTACT_COUNT, number(1)),
            (keys::RECENT_MEETINGS, number(1)),
            (keys::LAST_CONTACT, Value::Time(at("2026-02-27T10:00"))),
            (keys::DAYS_SINCE_CONTACT, number(2)),
            (keys::INTERACTION_COUNT, number(1)),
        ] {
            desk.has(on, person, key, Some(expected));
        }
    }
    desk.has(on, tim, keys::GET_BACK, Some(day("2026-03-06")));
    desk.has(on, zoe, keys::LAST_CONTACT, None);
    let all = Value::links(vec![ada, ben, tim]);
    desk.has(RecordType::Interaction, meeting, keys::PEOPLE, all);

    // A file may have somebody twice. Whoever it was with, and is, is counted anew.
    let twice = Input::from([(keys::ALSO, Value::links(vec![ada, zoe]))]);
    let edit = (RecordType::Interaction, meeting);
    let edit =
        records::edit(&desk.book, edit.0, edit.1, &Input::new(), &twice, &desk.stamp).unwrap();
    let touched = desk.book.apply(edit).unwrap();
    let slot = |id| (on, desk.book.table(on).slot(id).unwrap());
    assert_eq!(touched.related, [ada, ben, zoe, tim].map(slot).into());
    desk.has(on, ada, keys::CONTACT_COUNT, Some(number(1)));
    desk.has(on, ben, keys::CONTACT_COUNT, Some(number(0)));
    desk.has(on, zoe, keys::CONTACT_COUNT, Some(number(1)));
}

fn ids(value: &Value) -> &[Id] {
    let Value::Links(ids) = value else { return &[] };
    ids
}

#[test]
fn who_buys_together_are_customers() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [ada, ben] = ["Ada", "Ben"].map(|name| desk.person(name, &[]));
    let also = (keys::ALSO, Value::links(vec![ben]).unwrap());
    desk.log(on, ada, &[(keys::ACTIVITY, text("purchase")), also]);
    desk.has(on, ada, keys::LIFECYCLE, Some(text("customer")));
    desk.has(on, ben, keys::LIFECYCLE, Some(text("customer")));
}

#[test]
fn who_is_named_for_the_first_time_at_a_meeting_is_added() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [ada, ben] = ["Ada", "Ben"].map(|name| desk.person(name, &[]));
    let names = Names::from([(keys::ALSO, vec!["Grace Hopper".into(), " ben".into()])]);
    let meeting = input(&[(keys::ACTIVITY, text("meeting"))]);
    let logged = interactions::log(&desk.book, on, ada, &meeting, &names, &mut desk.stamp).unwrap();
    let undo = logged.clone().inverse(desk.stamp.at, logged.cause);
    desk.apply(logged);
    let grace = desk.book.table(on).iter().map(|(_, person)| person).last().unwrap();
    assert_eq!(grace.text(keys::FAMILY), Some("Hopper"));
    let (_, meeting) = desk.book.interactions_with(ben).next().unwrap();
    assert_eq!(meeting.links(keys::ALSO), [ben, grace.id]);
    desk.apply(undo);
    assert_eq!(desk.book.table(on).len(), 2);
    assert!(desk.book.table(RecordType::Interaction).is_empty());
}

#[test]
fn who_is_deleted_is_taken_out_of_meetings_and_the_last_takes_them_along() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [ada, ben, zoe, tim] = ["Ada", "Ben", "Zoe", "Tim"].map(|name| desk.person(name, &[]));
    let also = (keys::ALSO, Value::links(vec![ben, zoe, tim]).unwrap());
    desk.log(on, ada, &[(keys::ACTIVITY, text("meeting")), also]);
    let held = |desk: &Desk| {
        let mut meetings = desk.book.table(RecordType::Interaction).iter();
        meetings.next().map(|(_, it)| (it.link(keys::PERSON), it.links(keys::ALSO).to_vec()))
    };
    for (gone, expected) in [
        (vec![ben], Some((Some(ada), vec![zoe, tim]))),
        (vec![ada], Some((None, vec![ben, zoe, tim]))),
        (vec![ben, zoe], Some((Some(ada), vec![tim]))),
        (vec![ben, zoe, tim], Some((Some(ada), vec![]))),
        (vec![zoe, ada, tim, ben], None),
    ] {
        let before = desk.book.clone();
        let deleted = records::delete(&desk.book, on, &gone, &desk.stamp).unwrap();
        let undo = deleted.clone().inverse(desk.stamp.at, deleted.cause);
        desk.apply(deleted);
        assert_eq!(held(&desk), expected);
        desk.apply(undo);
        assert_eq!(held(&desk), Some((Some(ada), vec![ben, zoe, tim])));
        assert!(desk.book.disagreements(&before).is_empty());
    }
}

#[test]
fn a_meeting_is_found_by_all_of_its_people_and_nobody_by_a_meeting() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [ada, ben] = ["Ada", "Ben"].map(|name| desk.person(name, &[]));
    let also = (keys::ALSO, Value::links(vec![ben]).unwrap());
    desk.log(on, ada, &[(keys::ACTIVITY, text("meeting")), (keys::BODY, text("Lunch")), also]);
    let mut index = SearchIndex::default();
    let mut finds = |desk: &Desk, words| {
        let hits = index.find(&desk.book, RecordType::Interaction, &Words::new(words));
        hits.contains(&true)
    };
    assert!(finds(&desk, "ada") && finds(&desk, "ben") && !finds(&desk, "zoe"));
    assert!(desk.found(on, "lunch", "").is_empty());
    assert_eq!(desk.found(on, "ben", "").len(), 1);

    let name = input(&[(keys::GIVEN, text("Zoe"))]);
    let renamed = records::edit(&desk.book, on, ben, &Input::new(), &name, &desk.stamp).unwrap();
    let touched = desk.book.apply(renamed).unwrap();
    index.follow(&desk.book, RecordType::Interaction, &touched);
    let hits = index.find(&desk.book, RecordType::Interaction, &Words::new("zoe"));
    assert!(hits.contains(&true));
}

#[test]
fn interactions_stand_in_the_order_of_those_they_are_also_with() {
    let on = RecordType::Person;
    let mut desk = Desk::on("2026-03-01");
    let [zoe, ada, ben] = ["Zoe", "Ada", "Ben"].map(|name| desk.person(name, &[]));
    for also in [zoe, ada] {
        let also = (keys::ALSO, Value::links(vec![also]).unwrap());
        desk.log(on, ben, &[(keys::BODY, text("Lunch")), also]);
    }
    let on = RecordType::Interaction;
    let order = Order::new(&desk.book, on, keys::ALSO, &ByCodePoint);
    let index = &mut SearchIndex::default();
    let slots = query::run(&desk.book, on, &Query::default(), None, index, &order);
    let also = |slot: &Slot| desk.book.table(on).at(*slot).unwrap().links(keys::ALSO)[0];
    assert_eq!(slots.iter().map(also).collect::<Vec<_>>(), [ada, zoe]);
}

#[test]
fn a_note_on_deals_is_about_their_people_too() {
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[]);
    let deal = desk.deal(&[(keys::PERSON, Value::link(ada))]);
    let note = Wish::Note("Prices rise".into());
    let stamp = desk.stamp.clone();
    desk.apply(bulk::edit(&desk.book, RecordType::Deal, vec![deal], &note, stamp).unwrap());
    assert_eq!(desk.book.interactions_with(ada).count(), 1);
    assert_eq!(desk.book.interactions_with(deal).count(), 1);
}

#[test]
fn nothing_happens_with_a_task() {
    let mut desk = Desk::on("2026-03-01");
    let task = desk.task(&[]);
    let on = RecordType::Task;
    let logged =
        interactions::log(&desk.book, on, task, &Input::new(), &Names::new(), &mut desk.stamp);
    assert_eq!(logged, Err(Problem::NothingLeft));
    let note = Wish::Note("Prices rise".into());
    let noted = bulk::edit(&desk.book, on, vec![task], &note, desk.stamp);
    assert_eq!(noted, Err(Problem::NothingLeft));
}

#[test]
fn a_stage_more_is_nearer_to_being_won() {
    let mut desk = Desk::on("2026-05-04");
    desk.deal(&[]);
    let pipeline = pipelines::all(&desk.book).first().unwrap().id;
    let (mut stamp, mut percents) = (desk.stamp.clone(), Vec::new());
    for name in ["Signed", "Sealed"] {
        let added = pipelines::add_stage(&desk.book, pipeline, name, &mut stamp).unwrap();
        desk.apply(added);
        let last = *pipelines::stages(&desk.book, pipeline).last().unwrap();
        percents.push(last.get(keys::PROBABILITY).cloned());
    }
    assert_eq!(percents, [Some(number(95)), Some(number(97))]);
}

#[test]
fn a_stage_with_deals_goes_only_when_they_have_somewhere_to_go() {
    let mut desk = Desk::on("2026-03-01");
    let deal = desk.deal(&[]);
    let sales = pipelines::all(&desk.book)[0].id;
    let stages: Vec<Id> = pipelines::stages(&desk.book, sales).iter().map(|it| it.id).collect();
    let refused = Err(Problem::InUse { on: RecordType::Stage, id: stages[0] });
    for into in [None, Some(stages[0])] {
        assert_eq!(pipelines::delete_stage(&desk.book, stages[0], into, &desk.stamp), refused);
    }
    assert_eq!(pipelines::delete(&desk.book, sales, None, &desk.stamp), refused);
    let gone = pipelines::delete_stage(&desk.book, stages[0], Some(stages[2]), &desk.stamp);
    desk.apply(gone.unwrap());
    desk.has(RecordType::Deal, deal, keys::STAGE, Some(Value::link(stages[2])));

    let shifted = pipelines::shift(&desk.book, RecordType::Stage, stages[2], true, &desk.stamp);
    desk.apply(shifted.unwrap());
    let order: Vec<Id> = pipelines::stages(&desk.book, sales).iter().map(|it| it.id).collect();
    assert_eq!(order, [stages[2], stages[1]]);
}

#[test]
fn a_task_is_put_off_to_a_day_or_to_some_day() {
    let on = RecordType::Task;
    let mut desk = Desk::on("2026-03-01");
    let task = desk.task(&[(keys::DUE, day("2026-03-01"))]);
    let later = NaiveDate::from_ymd_opt(2026, 3, 8);
    for (to, expected) in [(later, Some(day("2026-03-08"))), (None, None)] {
        let off = tasks::put_off(&desk.book, task, to, &desk.stamp).unwrap();
        desk.apply(off);
        desk.has(on, task, keys::DUE, expected);
    }
}

#[test]
fn steps_are_ticked_one_by_one() {
    let mut desk = Desk::on("2026-03-09");
    let task = desk.task(&[(keys::CHECKLIST, text("call\n\n[x] write"))]);
    let steps = |desk: &Desk| {
        let task = desk.book.get(RecordType::Task, task).unwrap();
        task.text(keys::CHECKLIST).unwrap().to_owned()
    };
    assert_eq!(steps(&desk), "[ ] call\n[x] write");
    let seen = checklist::parse(&steps(&desk));
    desk.apply(tasks::tick(&desk.book, task, 0, &seen[0], &desk.stamp).unwrap());
    desk.apply(tasks::tick(&desk.book, task, 1, &seen[1], &desk.stamp).unwrap());
    assert_eq!(steps(&desk), "[x] call\n[ ] write");
    // Somebody else has ticked it meanwhile.
    let late = tasks::tick(&desk.book, task, 0, &seen[0], &desk.stamp);
    assert!(matches!(late, Err(Problem::ChangedMeanwhile(_))));
}

#[test]
fn open_tasks_stand_in_the_order_in_which_one_does_them() {
    let mut desk = Desk::on("2026-03-09");
    let ada = desk.person("Ada", &[]);
    let mut of = |fields: &[(Key, Value)]| {
        desk.task(&[&[(keys::PERSON, Value::link(ada))], fields].concat())
    };
    let due = |on: &str| (keys::DUE, day(on));
    let someday = of(&[]);
    let later = of(&[due("2026-03-20")]);
    let low = of(&[due("2026-03-09"), (keys::PRIORITY, text("low"))]);
    let noon = of(&[due("2026-03-09"), (keys::DUE_TIME, text("12:00"))]);
    let high = of(&[due("2026-03-09"), (keys::PRIORITY, text("high"))]);
    let late = of(&[due("2026-03-01")]);
    let done = of(&[due("2026-03-01")]);
    desk.apply(tasks::complete(&desk.book, done, &mut desk.stamp.clone()).unwrap());
    assert_eq!(agenda::open_of(&desk.book, ada), [late, high, low, noon, later, someday]);
}

fn seen(book: &Book) -> Seen {
    let mut pass = Pass::default();
    while pass.read_some(book) {}
    pass.seen
}

/// How many records a link of the home page finds.
fn found(desk: &Desk, on: RecordType, filter: &str) -> usize {
    desk.passed(on, filter).iter().count()
}

#[test]
fn home_tells_what_its_links_find() {
    let mut desk = Desk::on("2026-02-01");
    desk.person("Ada", &[(keys::BIRTHDAY, day("1987-03-15"))]);
    desk.person("Bob", &[(keys::BIRTHDAY, day("--03-09"))]);
    desk.person("Cleo", &[(keys::BIRTHDAY, day("1987-03-24"))]);
    for nth in 0..=MOST {
        desk.person(&format!("Nr. {nth}"), &[(keys::CADENCE, number(30))]);
    }
    let deal = desk.deal(&[(keys::VALUE, money(900, "EUR"))]);
    desk.deal(&[(keys::VALUE, money(100, "EUR"))]);
    desk.deal(&[]);
    desk.apply(deals::close(&desk.book, deal, "lost", None, &desk.stamp).unwrap());
    desk.task(&[(keys::DUE, day("2026-03-09"))]);
    desk.task(&[(keys::DUE, day("2026-03-10"))]);
    desk.comes("2026-03-09");

    let told = seen(&desk.book);
    let person = RecordType::Person;
    assert_eq!(told.birthdays.count, 2);
    assert_eq!(told.birthdays.count, found(&desk, person, home::BIRTHDAYS));
    assert_eq!((told.back.count, told.back.first.len()), (MOST + 1, MOST));
    assert_eq!(told.back.count, found(&desk, person, home::BACK));
    assert_eq!((told.open_deals, told.worth.values().sum::<i64>()), (2, 1_000_000));
    assert_eq!(told.open_deals, found(&desk, RecordType::Deal, home::OPEN_DEALS));
    assert_eq!(told.still.count, found(&desk, RecordType::Deal, home::STILL));
    assert_eq!(told.touched.first.len(), MOST);
    let (due, open) = home::due(&desk.book);
    assert_eq!((due.len(), open), (1, 2));
    assert_eq!(due.len(), found(&desk, RecordType::Task, home::DUE));
    assert_eq!(open, found(&desk, RecordType::Task, home::OPEN_TASKS));
}

#[test]
fn an_empty_book_has_nothing_to_tell() {
    assert_eq!(seen(&Book::default()), Seen::default());
}

#[test]
fn cards_stand_as_they_were_arranged() {
    let kept = |names: &[(&str, bool)]| {
        let kept = names.iter().map(|(name, is_hidden)| ((*name).to_owned(), *is_hidden));
        home::arranged(kept.collect())
    };
    assert!(kept(&[]).into_iter().map(|(name, _)| name).eq(CARDS));
    let arranged = kept(&[("counts", true), ("gone", false), ("due", false), ("due", true)]);
    assert_eq!(arranged[..2], [("counts", true), ("due", false)]);
    assert_eq!(arranged.len(), CARDS.len());
}

/// What stands in a calendar between two days: day, kind and time.
#[track_caller]
fn check_calendar(desk: &Desk, from: &str, to: &str, expected: &[&str]) {
    check_asked_calendar(desk, None, [from, to], expected);
}

/// The same where tasks are asked for.
#[track_caller]
fn check_asked_calendar(
    desk: &Desk,
    asked: Option<Vec<Slot>>,
    [from, to]: [&str; 2],
    expected: &[&str],
) {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    let mut pass = agenda::Pass::new(from, to, asked.map(Arc::new));
    while pass.read_some(&desk.book) {}
    let items = pass.items.iter();
    let items: Vec<_> = items
        .map(|item| format!("{} {} {}", item.day, item.what.name(), item.time).trim().to_owned())
        .collect();
    assert_eq!(items, expected);
}

#[test]
fn a_calendar_has_what_is_on_its_days() {
    let mut desk = Desk::on("2026-03-01");
    desk.person("Ada", &[(keys::BIRTHDAY, day("2000-02-29")), (keys::CADENCE, number(8))]);
    desk.person("Bob", &[(keys::BIRTHDAY, day("2027-03-02"))]);
    desk.deal(&[(keys::EXPECTED, day("2026-03-10"))]);
    let nine = (keys::DUE_TIME, text("09:00"));
    let weekly = (keys::REPEAT, text("FREQ=WEEKLY;COUNT=3"));
    desk.task(&[(keys::DUE, day("2026-03-02")), nine, weekly]);
    desk.task(&[(keys::DUE, day("2026-03-09"))]);
    desk.task(&[]);
    check_calendar(
        &desk,
        "2026-02-28",
        "2026-03-15",
        &[
            "2026-02-28 birthday",
            "2026-03-02 task 09:00",
            "2026-03-09 task",
            "2026-03-09 again 09:00",
            "2026-03-09 back",
            "2026-03-10 close",
        ],
    );
    check_calendar(
        &desk,
        "2028-02-28",
        "2028-03-02",
        &["2028-02-29 birthday", "2028-03-02 birthday"],
    );
    check_calendar(&desk, "2026-04-01", "2026-04-30", &[]);
}

#[test]
fn a_calendar_that_is_asked_for_tasks_has_those_and_nothing_else() {
    let mut desk = Desk::on("2026-03-01");
    let ada = desk.person("Ada", &[(keys::BIRTHDAY, day("2000-03-03"))]);
    desk.deal(&[(keys::EXPECTED, day("2026-03-10"))]);
    let due = |on: &str| (keys::DUE, day(on));
    let weekly = (keys::REPEAT, text("FREQ=WEEKLY;COUNT=2"));
    let first = desk.task(&[due("2026-03-02"), weekly, (keys::PERSON, Value::link(ada))]);
    let low = (keys::PRIORITY, text("low"));
    desk.task(&[due("2026-03-05"), (keys::NAME, text("Write")), low.clone()]);
    for _ in 0..300 {
        desk.task(&[due("2026-04-01"), low.clone()]);
    }
    let on = RecordType::Task;
    let march = ["2026-03-01", "2026-03-31"];
    let shows = |desk: &Desk, search, filter, expected: &[&str]| {
        check_asked_calendar(desk, Some(desk.found(on, search, filter)), march, expected);
    };
    shows(&desk, "write", "", &["2026-03-05 task"]);
    shows(&desk, "", "priority:low", &["2026-03-05 task"]);
    shows(&desk, "", "name:rit", &["2026-03-05 task"]);
    shows(&desk, "ada", "has:person", &["2026-03-02 task", "2026-03-09 again"]);
    shows(&desk, "write", "has:person", &[]);
    // Those of April are read, too.
    let april = ["2026-04-01", "2026-04-30"];
    let asked = desk.found(on, "", "priority:low");
    check_asked_calendar(&desk, Some(asked), april, &["2026-04-01 task"; 300]);
    // What is done stands in no calendar, whatever is asked for.
    let done = tasks::complete(&desk.book, first, &mut desk.stamp).unwrap();
    desk.apply(done);
    shows(&desk, "", "has:done", &[]);
    check_calendar(&desk, march[0], "2026-03-04", &["2026-03-03 birthday"]);
}

#[test]
fn a_calendar_is_taken_home() {
    let mut desk = Desk::on("2026-03-01");
    desk.person("Ada", &[(keys::BIRTHDAY, day("--02-29")), (keys::CADENCE, number(8))]);
    let high = (keys::PRIORITY, text("high"));
    let task = desk.task(&[(keys::DUE, day("2026-03-02")), (keys::DUE_TIME, text("09:30")), high]);
    let done = desk.task(&[]);
    desk.apply(tasks::complete(&desk.book, done, &mut desk.stamp.clone()).unwrap());
    let said = taken_home::Said {
        birthday: &|name| format!("Birthday of {name}"),
        back: &|name| format!("Call {name}"),
    };
    let entries = taken_home::entries(&desk.book, said);
    let summaries: Vec<_> = entries.iter().map(|entry| &*entry.summary).collect();
    assert_eq!(summaries, ["Call", "Birthday of Ada", "Call Ada"]);
    assert_eq!(&*entries[0].uid, format!("{task}@rapport"));
    let file = |entry: &Entry| {
        let bytes = calendar::write(std::iter::once(entry.clone())).flatten().collect();
        String::from_utf8(bytes).unwrap()
    };
    assert!(file(&entries[0]).contains("DUE:20260302T093000\r\nPRIORITY:1\r\n"));
    assert!(file(&entries[0]).contains("TRIGGER;RELATED=END:PT0M\r\n"));
    assert!(file(&entries[1]).contains("DTSTART;VALUE=DATE:20270228\r\n"));
    assert!(file(&entries[1]).contains("RRULE:FREQ=YEARLY\r\n"));
    assert!(file(&entries[2]).contains("DTSTART;VALUE=DATE:20260309\r\n"));
}
