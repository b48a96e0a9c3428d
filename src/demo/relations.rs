//! Who of the demo is what to whom: where people have worked before, and who decides on a deal.

use std::collections::VecDeque;

use super::{
    Maker,
    random::Random,
    series, some,
    work::{With, Work},
};
use crate::domain::{
    book::created,
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    value::{Value, day::Day},
};

const ROLES: [&str; 4] = ["Decision maker", "Influencer", "User", "Purchasing"];

/// Which relations a person of the demo brings along.
#[derive(Clone, Copy)]
pub(super) struct Known {
    has_worked_elsewhere: bool,
    /// Whether somebody else decides on their deal.
    has_stakeholder: bool,
}

impl Known {
    pub(super) fn of(item: u32, people: u32) -> Self {
        let every = (people / 600).max(6);
        Self {
            has_worked_elsewhere: item % every == 2,
            has_stakeholder: Work::of(item, people).deal.is_some() && item > 0,
        }
    }

    pub(super) fn count(self) -> u32 {
        u32::from(self.has_worked_elsewhere) + u32::from(self.has_stakeholder)
    }
}

impl Maker {
    /// Who has brought a person: now and then whoever came before.
    pub(super) fn referrer(&self, item: u32) -> Option<Value> {
        let mut random = Random::of(self.seed, series::REFERRAL, item);
        self.last.filter(|_| random.percent(8)).map(Value::link)
    }

    /// Makes what a person was elsewhere, and who decides on their deal.
    pub(super) fn relations(
        &mut self,
        item: u32,
        with: With,
        deal: Option<Id>,
        language: usize,
        to: &mut VecDeque<Touch>,
    ) {
        let known = Known::of(item, self.people);
        let mut random = Random::of(self.seed, series::RELATION, item);
        let random = &mut random;
        let at = self.ago(with.known, random);
        if known.has_worked_elsewhere {
            let employer = self.employer(language, random).map(|employer| employer.id);
            let jobs = self.languages.get(language).map(|words| random.pick(&words.jobs));
            let job = jobs.and_then(|jobs| jobs.split(['/', '~']).next()).unwrap_or_default();
            let until = self.in_days(-300 - i64::from(random.below::<u32>(1_500)));
            let begun = match &until {
                Some(Value::Day(until)) => until.year(),
                _ => None,
            };
            let begun = begun.and_then(|year| year.checked_sub(1 + random.below::<u16>(9)));
            let since = Day::new(begun, None, None).map(Value::Day);
            let fields = created(at)
                .with(keys::PERSON, Value::link(with.person))
                .with(keys::ORGANIZATION, employer.map(Value::link))
                .with(keys::ROLE, some(job))
                .with(keys::SINCE, since)
                .with(keys::UNTIL, until);
            to.push_back(self.create(RecordType::Relation, fields).1);
        }
        if known.has_stakeholder {
            let fields = created(at)
                .with(keys::PERSON, self.last.map(Value::link))
                .with(keys::DEAL, deal.map(Value::link))
                .with(keys::ROLE, some(random.pick(&ROLES)));
            to.push_back(self.create(RecordType::Relation, fields).1);
        }
    }
}
