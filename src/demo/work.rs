//! Deals, projects and tasks of the demo.

use std::collections::VecDeque;

use super::{DAY, Maker, random::Random, series, words::Words};
use crate::domain::{
    book::created,
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    repeat::{End, Frequency, Rule},
    value::{Entry, Value, choice, day::Day, money::Currency, number::Number, time::Time},
};

/// Names of the stages, with the percentage of deals that are won from there and the days after which one
/// stands still.
const STAGES: [(&str, i64, i64); 5] = [
    ("New", 10, 14),
    ("Contacted", 20, 14),
    ("Needs known", 40, 21),
    ("Offer made", 60, 21),
    ("Negotiation", 80, 30),
];

/// How many records [`Maker::pipeline`] makes: itself and its [`STAGES`].
pub(super) const PIPELINE_COUNT: u32 = 6;

const SOLD: [&str; 8] = [
    "Spring order",
    "Website",
    "Training",
    "Annual contract",
    "Pilot",
    "Catalogue",
    "Second branch",
    "Maintenance",
];

const REASONS: [&str; 4] = ["Price", "Timing", "Competitor", "No answer"];

/// How a deal stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    Open,
    Won,
    Lost,
}

impl Stands {
    /// The stage of the lifecycle that whoever it is with has come to.
    pub(super) fn lifecycle(self) -> usize {
        let stage = match self {
            Self::Open => "opportunity",
            Self::Won => "customer",
            Self::Lost => "lead",
        };
        choice::LIFECYCLE.iter().position(|other| *other == stage).unwrap_or_default()
    }
}

/// What a person of the demo has to do with: as much in a large demo as in one of a few thousand.
#[derive(Clone, Copy)]
pub(super) struct Work {
    pub deal: Option<Stands>,
    pub has_project: bool,
    pub has_task: bool,
}

impl Work {
    pub(super) fn of(item: u32, people: u32) -> Self {
        let every = (people / 600).max(7);
        let nth = item / every;
        let deal = (item % every == 1).then_some(match nth % 5 {
            1 => Stands::Won,
            3 => Stands::Lost,
            _ => Stands::Open,
        });
        let has_project = deal == Some(Stands::Won) && nth % 10 == 1;
        Self { deal, has_project, has_task: item % (every * 2) == 2 }
    }

    pub(super) fn count(self) -> u32 {
        u32::from(self.deal.is_some()) + u32::from(self.has_project) + u32::from(self.has_task)
    }
}

/// Whom some work is with.
#[derive(Clone, Copy)]
pub(super) struct With {
    pub person: Id,
    pub employer: Option<Id>,
    /// Since how many days the person is known.
    pub known: u32,
}

impl Maker {
    pub(super) fn pipeline(&mut self, to: &mut VecDeque<Touch>) {
        let fields =
            created(self.at).with(keys::NAME, Value::text("Sales")).with(keys::PLACE, number(0));
        let (pipeline, touch) = self.create(RecordType::Pipeline, fields);
        to.push_back(touch);
        for (place, (name, percent, days)) in (0..).zip(STAGES) {
            let fields = created(self.at)
                .with(keys::NAME, Value::text(name))
                .with(keys::PIPELINE, Value::link(pipeline))
                .with(keys::PROBABILITY, number(percent))
                .with(keys::ROTS_AFTER, number(days))
                .with(keys::PLACE, number(place));
            let (stage, touch) = self.create(RecordType::Stage, fields);
            self.stages.push(stage);
            to.push_back(touch);
        }
    }

    /// Makes the work that there is with a person, and gives their deal.
    pub(super) fn work(
        &mut self,
        item: u32,
        with: With,
        words: usize,
        to: &mut VecDeque<Touch>,
    ) -> Option<Id> {
        let work = Work::of(item, self.people);
        let mut random = Random::of(self.seed, series::WORK, item);
        let random = &mut random;
        let deal = work.deal.map(|stands| self.deal(stands, with, random, to));
        if work.has_project {
            self.project(deal, with, random, to);
        }
        if work.has_task {
            self.task(deal, with, words, random, to);
        }
        deal
    }

    fn deal(
        &mut self,
        stands: Stands,
        with: With,
        random: &mut Random,
        to: &mut VecDeque<Touch>,
    ) -> Id {
        let reached = random.below::<usize>(5);
        let begun = random.below(with.known.min(150) + 1);
        let mut days = begun;
        let mut entries = Vec::new();
        for stage in self.stages.iter().take(reached + 1) {
            let at = self.ago(days, random);
            let at = entries.last().map_or(at, |last: &Entry| at.max(last.at));
            entries.push(Entry { stage: stage.to_string().into(), at });
            days = days * (20 + random.below::<u32>(70)) / 100;
        }
        let at = |entry: Option<&Entry>| entry.map_or(self.at, |entry| entry.at);
        let (first, last) = (at(entries.first()), at(entries.last()));
        let outcome = match stands {
            Stands::Open => None,
            Stands::Won => Some("won"),
            Stands::Lost => Some("lost"),
        };
        let closed = outcome.map(|_| Value::Time(self.ago(days, random).max(last)));
        let reason = (stands == Stands::Lost).then(|| Value::text(random.pick(&REASONS)));
        let value = 200 + 50 * i64::from(random.below::<u32>(180));
        let expected = self.in_days(i64::from(random.below::<u32>(60)) - 10);
        let fields = created(first)
            .with(keys::NAME, Value::text(random.pick(&SOLD)))
            .with(keys::STAGE, self.stages.get(reached).copied().map(Value::link))
            .with(keys::STAGE_ENTRIES, Value::Entries(entries.into()))
            .with(keys::VALUE, money(value))
            .with(keys::EXPECTED, expected)
            .with(keys::PERSON, Value::link(with.person))
            .with(keys::ORGANIZATION, with.employer.map(Value::link))
            .with(keys::LOST_REASON, reason)
            .with(keys::OUTCOME, outcome.map(Value::text))
            .with(keys::CLOSED, closed);
        let (id, touch) = self.create(RecordType::Deal, fields);
        to.push_back(touch);
        id
    }

    fn project(
        &mut self,
        deal: Option<Id>,
        with: With,
        random: &mut Random,
        to: &mut VecDeque<Touch>,
    ) {
        let begun = i64::from(random.below::<u32>(40));
        let fields = created(self.ago(u32::try_from(begun).unwrap_or_default(), random))
            .with(keys::NAME, Value::text(random.pick(&SOLD)))
            .with(keys::PROJECT_STATE, Value::text(random.pick(choice::PROJECT_STATE)))
            .with(keys::START, self.in_days(-begun))
            .with(keys::DUE, self.in_days(30 + i64::from(random.below::<u32>(60))))
            .with(keys::PERSON, Value::link(with.person))
            .with(keys::ORGANIZATION, with.employer.map(Value::link))
            .with(keys::DEAL, deal.map(Value::link))
            .with(keys::BUDGET, money(500 + 100 * i64::from(random.below::<u32>(60))));
        to.push_back(self.create(RecordType::Project, fields).1);
    }

    fn task(
        &mut self,
        deal: Option<Id>,
        with: With,
        words: usize,
        random: &mut Random,
        to: &mut VecDeque<Touch>,
    ) {
        let due = i64::from(random.below::<u32>(30)) - 6;
        let name = self.languages.get(words).map(|words: &Words| random.pick(&words.next));
        let repeat = random.percent(15).then(|| {
            let rule = Rule::new(Frequency::Monthly(None), 1, End::Never)?;
            let day = self.in_days(due)?;
            let Value::Day(day) = day else { return None };
            Some(Value::text(rule.anchored(day.date()?).to_string()))
        });
        let done = random.percent(20).then(|| Value::Time(self.ago(random.below(10), random)));
        let priority =
            *[None, None, Some("high"), Some("low")].get(random.below::<usize>(4)).unwrap_or(&None);
        let fields = created(self.ago(with.known.min(20), random))
            .with(keys::NAME, name.map(|name| Value::text(name.trim_end_matches('.'))))
            .with(keys::DUE, self.in_days(due))
            .with(keys::PRIORITY, priority.map(Value::text))
            .with(keys::REPEAT, repeat.flatten().filter(|_| done.is_none()))
            .with(keys::PERSON, Value::link(with.person))
            .with(keys::ORGANIZATION, with.employer.map(Value::link))
            .with(keys::DEAL, deal.map(Value::link))
            .with(keys::DONE, done);
        to.push_back(self.create(RecordType::Task, fields).1);
    }

    /// The day that comes after so many, or was before.
    pub(super) fn in_days(&self, days: i64) -> Option<Value> {
        let then = Time::from_millis(self.at.millis() + days * DAY).on_clock(0);
        Day::parse(then.split('T').next()?).map(Value::Day)
    }
}

/// A number of days, from its digits.
pub(super) fn days(digits: &Value) -> Option<Value> {
    let Value::Text(digits) = digits else { return None };
    number(digits.parse().ok()?)
}

fn number(number: i64) -> Option<Value> {
    Number::from_ten_thousandths(number * 10_000).map(Value::Number)
}

pub(super) fn money(amount: i64) -> Option<Value> {
    let amount = Number::from_ten_thousandths(amount * 10_000)?;
    Some(Value::Money(amount, Currency::USUAL))
}
