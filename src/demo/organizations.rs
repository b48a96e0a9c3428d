//! Organizations of the demo.

use super::{
    Maker,
    contact::Place,
    random::Random,
    series, some, turn,
    words::{INDUSTRIES, SOURCES},
};
use crate::domain::{
    book::created,
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    value::{Value, choice, labelled::Labelled},
};

/// What a person's record takes from the organization.
pub(super) struct Employer {
    pub id: Id,
    pub language: usize,
    pub domain: Box<str>,
}

impl Maker {
    pub(super) fn organization(&mut self, item: u32) -> Option<Touch> {
        let (language, serial) = turn(self.seed, item);
        let mut random = Random::of(self.seed, series::ORGANIZATION, item);
        let words = self.languages.get(language)?;
        let place = Place::new(words, language, serial);

        // Every pair of namesake and trade once, before a family name is put behind.
        let (namesakes, trades) = (words.namesakes.len().max(1), words.trades.len().max(1));
        let (nth, round) = (serial as usize, serial as usize / (namesakes * trades));
        let trade = (nth / namesakes + nth) % trades;
        let namesake = words.namesakes.get(nth % namesakes)?;
        let mut name = words.trades.get(trade)?.replace('#', namesake.own);
        let industry = INDUSTRIES.get(trade)?;
        let mut domain = format!("{}-{}", namesake.plain, industry.to_ascii_lowercase());
        if round > 0 {
            let family = words.families.get(round % words.families.len().max(1))?;
            name = format!("{name} – {}", family.own);
            domain = format!("{domain}-{}", family.plain);
        }
        domain.push_str(".example");

        let began = random.below(super::DAYS);
        let stage = 3 + random.below::<usize>(4);
        let fields = created(self.ago(began, &mut random))
            .with(keys::NAME, Value::text(name))
            .with(keys::EMAILS, one(Labelled::new("main", format!("hello@{domain}"))))
            .with(keys::PHONES, one(Labelled::new("main", place.phone(false))))
            .with(keys::ADDRESSES, Value::Addresses([place.address("work", &mut random)].into()))
            .with(keys::LINKS, one(Labelled::new("work", format!("https://www.{domain}"))))
            .with(keys::INDUSTRY, some(industry))
            .with(keys::SIZE, some(random.pick(choice::SIZE.get(..4).unwrap_or_default())))
            .with(keys::LOCATION, some(place.city.name))
            .with(keys::LEAD_SOURCE, some(random.pick(&SOURCES)));
        let fields = self.staged(fields, stage, began, &mut random);
        let (id, touch) = self.create(RecordType::Organization, fields);
        self.employers.push(Employer { id, language, domain: domain.into() });
        Some(touch)
    }
}

pub(super) fn one(item: Labelled) -> Value {
    Value::Labelled([item].into())
}
