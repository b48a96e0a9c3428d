//! People of the demo.

use std::{borrow::Cow, collections::VecDeque};

use chrono::{DateTime, Datelike};

use super::{
    Maker,
    contact::Place,
    organizations::{Employer, one},
    random::Random,
    series, some, turn,
    words::{INDUSTRIES, Name, POLISH, SOURCES, VIETNAMESE, Words},
    work::{Stands, With, Work},
};
use crate::domain::{
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    record::Fields,
    value::{Entry, Value, choice, day::Day, labelled::Labelled, number::Number},
};

impl Maker {
    /// Makes a person and the notes about them.
    pub(super) fn person(&mut self, item: u32, to: &mut VecDeque<Touch>) {
        let (language, serial) = turn(self.seed, item);
        let mut random = Random::of(self.seed, series::PERSON, item);
        let random = &mut random;
        let known = random.below(super::DAYS);
        let fields = Fields::with_capacity(28);
        let fields = fields.with(keys::CREATED, Value::Time(self.ago(known, random)));
        let Some(words) = self.languages.get(language) else { return };
        let Some(called) = Called::new(words, language, serial, random) else { return };
        let employer = self.employer(language, random).filter(|_| random.percent(88));
        let employer_id = employer.map(|employer| employer.id);
        let place = Place::new(words, language, serial);

        let fields = called.fields(fields, words, random);
        let fields = reached(fields, &called, employer, &place, random);
        let fields = self.born(fields, random);
        let fields = works(fields, words, called.is_woman, employer, random);
        let fields = lives(fields, words, &place, random);
        let fields = self.tagged(fields, random);
        let drawn = STAGES.get(random.below::<usize>(20)).copied().unwrap_or(1);
        let stage = Work::of(item, self.people).deal.map_or(drawn, Stands::lifecycle);
        let fields = self.staged(fields, stage, known, random);
        let fields = thinks(fields, words, stage, random);
        let fields = fields.with(keys::REFERRED_BY, self.referrer(item));

        let (id, touch) = self.create(RecordType::Person, fields);
        to.push_back(touch);
        let with = With { person: id, employer: employer_id, known };
        let deal = self.work(item, with, language, to);
        self.relations(item, with, deal, language, to);
        self.last = Some(id);
        for nth in 0..self.notes_about(item) {
            to.push_back(self.note(language, id, 2 * item + nth, known));
        }
    }

    /// An organization where the same language is spoken.
    pub(super) fn employer(&self, language: usize, random: &mut Random) -> Option<&Employer> {
        // Languages take turns in fives, so one is near any position.
        let from = random.below::<usize>(u32::try_from(self.employers.len()).ok()?) / 5 * 5;
        let five = self.employers.iter().skip(from).take(5);
        five.chain(&self.employers).find(|employer| employer.language == language)
    }

    fn born(&self, fields: Fields, random: &mut Random) -> Fields {
        let year = DateTime::from_timestamp_millis(self.at.millis()).map_or(2000, |now| now.year());
        let year = u16::try_from(year - 19 - random.below::<i32>(52)).ok();
        let (month, day) = (1 + random.below::<u8>(12), 1 + random.below::<u8>(28));
        let birthday = match random.below::<u32>(20) {
            0..=9 => Day::new(year, Some(month), Some(day)),
            10..=12 => Day::new(None, Some(month), Some(day)),
            13 => Day::new(year, None, None),
            _ => None,
        };
        fields.with(keys::BIRTHDAY, birthday.map(Value::Day))
    }

    fn tagged(&self, fields: Fields, random: &mut Random) -> Fields {
        let count = [0, 0, 1, 1, 1, 2, 2, 3].get(random.below::<usize>(8)).copied().unwrap_or(0);
        let tags = (0..count).filter_map(|_| {
            // The smaller of two, since in life the first tags are used most.
            let at = random.below::<usize>(12).min(random.below(12));
            self.tags.get(at).copied()
        });
        let tags: Vec<Id> = tags.collect();
        fields.with(keys::TAGS, Value::links(tags))
    }

    /// Puts into a stage of the lifecycle, with the dates of the stages on the way, and gives leads a status.
    /// `known` is since how many days.
    pub(super) fn staged(
        &self,
        fields: Fields,
        stage: usize,
        known: u32,
        random: &mut Random,
    ) -> Fields {
        let mut days = known;
        let mut enter = |entries: &mut Vec<Entry>, stage: &str, random: &mut Random| {
            let at = match fields.get(keys::CREATED) {
                Some(Value::Time(at)) if days == known => *at,
                _ => self.ago(days, random),
            };
            let at = entries.last().map_or(at, |last| at.max(last.at));
            entries.push(Entry { stage: stage.into(), at });
            days = days * (30 + random.below::<u32>(60)) / 100;
        };
        let mut lifecycle = Vec::new();
        let mut status = Vec::new();
        for (at, name) in choice::LIFECYCLE.iter().enumerate().take(stage + 1) {
            if at == stage || at < OTHER && stage < OTHER && random.percent(60) {
                enter(&mut lifecycle, name, random);
            }
        }
        let now = match stage {
            1..=3 => choice::LEAD_STATUS.get(random.below::<usize>(8)),
            OPPORTUNITY => choice::LEAD_STATUS.get(3),
            _ => None,
        };
        if let Some(now) = now {
            if *now != "new" && random.percent(60) {
                enter(&mut status, "new", random);
            }
            enter(&mut status, now, random);
        }
        let updated = lifecycle.iter().chain(&status).map(|entry| entry.at).max();
        let last = |entries: &[Entry]| entries.last().map(|entry| Value::Text(entry.stage.clone()));
        let entries_of =
            |entries: Vec<Entry>| (!entries.is_empty()).then(|| Value::Entries(entries.into()));
        fields
            .with(keys::LIFECYCLE, last(&lifecycle))
            .with(keys::LIFECYCLE_ENTRIES, entries_of(lifecycle))
            .with(keys::LEAD_STATUS, last(&status))
            .with(keys::LEAD_STATUS_ENTRIES, entries_of(status))
            .with(keys::UPDATED, updated.map(Value::Time))
    }
}

/// Of twenty people, who is where: positions in [`choice::LIFECYCLE`].
const STAGES: [usize; 20] = [0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6, OTHER];
const OPPORTUNITY: usize = 4;
const CUSTOMER: usize = 5;
const OTHER: usize = 7;

/// A name.
struct Called<'a> {
    given: &'a Name,
    middle: &'static str,
    family: &'a Name,
    is_woman: bool,
    /// Zero where nobody before has the same name.
    round: usize,
}

impl<'a> Called<'a> {
    /// Every pair of given and family name once, before they come again with a second name.
    fn new(words: &'a Words, language: usize, serial: u32, random: &mut Random) -> Option<Self> {
        let (women, men) = (words.women.len(), words.men.len());
        let (givens, families) = ((women + men).max(1), words.families.len().max(1));
        let nth = serial as usize;
        let round = nth / (givens * families);
        // Both lists are walked through at once. Their lengths have no divisor in common with each other
        // or with the size of the steps, so all pairs come by.
        let at = nth * 7 % givens;
        let (names, middles, at, is_woman) = match at.checked_sub(women) {
            None => (&words.women, &words.middle_women, at, true),
            Some(at) => (&words.men, &words.middle_men, at, false),
        };
        let middle = if language == VIETNAMESE {
            random.pick(middles)
        } else if round > 0 && language <= POLISH {
            names.get((at + round) % names.len().max(1)).map_or("", |name| name.own)
        } else {
            ""
        };
        Some(Self {
            given: names.get(at)?,
            middle,
            family: words.families.get(nth * 11 % families)?,
            is_woman,
            round,
        })
    }

    fn fields(&self, fields: Fields, words: &Words, random: &mut Random) -> Fields {
        let prefix = if random.percent(6) { random.pick(&words.prefixes) } else { "" };
        let nickname = if random.percent(60) { random.pick(&words.nicknames) } else { "" };
        fields
            .with(keys::PREFIX, some(prefix))
            .with(keys::GIVEN, some(self.given.own))
            .with(keys::MIDDLE, some(self.middle))
            .with(keys::FAMILY, some(&inflected(self.family.own, self.is_woman)))
            .with(keys::NICKNAME, some(nickname))
    }

    /// The part of an e-mail address before the `@`.
    fn mailbox(&self) -> String {
        let (given, family) = (&self.given.plain, inflected(&self.family.plain, self.is_woman));
        let more = if self.round == 0 { String::new() } else { (self.round + 1).to_string() };
        format!("{given}.{family}{more}")
    }
}

/// The family name in the form for a woman or a man.
fn inflected(family: &str, is_woman: bool) -> Cow<'_, str> {
    match family.strip_suffix("ki").filter(|_| is_woman) {
        Some(stem) => format!("{stem}ka").into(),
        None => family.into(),
    }
}

fn reached(
    fields: Fields,
    called: &Called<'_>,
    employer: Option<&Employer>,
    place: &Place<'_>,
    random: &mut Random,
) -> Fields {
    let mailbox = called.mailbox();
    let mut emails = Vec::new();
    let mut links = None;
    if let Some(employer) = employer {
        emails.push(Labelled::new("work", format!("{mailbox}@{}", employer.domain)));
        if random.percent(15) {
            let page = format!("https://www.{}/team/{mailbox}", employer.domain);
            links = Some(one(Labelled::new("work", page)));
        }
    }
    if random.percent(if employer.is_some() { 25 } else { 85 }) {
        let domain = random.pick(&["example.com", "example.net", "example.org"]);
        emails.push(Labelled::new("home", format!("{mailbox}@{domain}")));
    }
    let label = if employer.is_some() { "work" } else { "home" };
    let phone = one(Labelled::new(label, place.phone(true)));
    let address = Value::Addresses([place.address("home", random)].into());
    let channel = random.pick(choice::CHANNEL);
    fields
        .with(keys::EMAILS, (!emails.is_empty()).then(|| Value::Labelled(emails.into())))
        .with(keys::PHONES, Some(phone).filter(|_| random.percent(85)))
        .with(keys::ADDRESSES, Some(address).filter(|_| random.percent(80)))
        .with(keys::LINKS, links)
        .with(keys::PREFERRED_CHANNEL, some(channel).filter(|_| random.percent(40)))
}

fn works(
    fields: Fields,
    words: &Words,
    is_woman: bool,
    employer: Option<&Employer>,
    random: &mut Random,
) -> Fields {
    let (job, department) = random.pick(&words.jobs).split_once('/').unwrap_or_default();
    let (man, woman) = job.split_once('~').unwrap_or((job, job));
    let job = if is_woman { woman } else { man };
    let industry = if employer.is_none() { random.pick(&INDUSTRIES) } else { "" };
    fields
        .with(keys::ORGANIZATION, employer.map(|employer| Value::link(employer.id)))
        .with(keys::JOB_TITLE, some(job).filter(|_| random.percent(90)))
        .with(
            keys::DEPARTMENT,
            some(department).filter(|_| employer.is_some() && random.percent(50)),
        )
        .with(keys::INDUSTRY, some(industry))
}

fn lives(fields: Fields, words: &Words, place: &Place<'_>, random: &mut Random) -> Fields {
    let children = random.below::<i64>(4) * 10_000;
    let children = Number::from_ten_thousandths(children).map(Value::Number);
    let mut sometimes = |percent, from: &[&'static str]| {
        some(random.pick(from)).filter(|_| random.percent(percent))
    };
    fields
        .with(keys::LOCATION, sometimes(15, &[place.city.name]))
        .with(keys::LANGUAGE, sometimes(90, &[words.language]))
        .with(keys::EDUCATION, sometimes(12, choice::EDUCATION))
        .with(keys::INCOME, sometimes(6, choice::INCOME))
        .with(keys::MARITAL_STATUS, sometimes(20, choice::MARITAL))
        .with(keys::HOME, sometimes(8, choice::HOME))
        .with(keys::HOBBIES, sometimes(25, &words.hobbies))
        .with(keys::INTERESTS, sometimes(25, &words.interests))
        .with(keys::LEAD_SOURCE, sometimes(85, &SOURCES))
        .with(keys::CHILDREN, children.filter(|_| random.percent(25)))
}

fn thinks(fields: Fields, words: &Words, stage: usize, random: &mut Random) -> Fields {
    // Most are content.
    let sentiment = choice::SENTIMENT.get(random.below::<usize>(5).min(random.below(5)));
    let is_customer = (CUSTOMER..OTHER).contains(&stage);
    let purchase = random.pick(choice::PURCHASE_FOR);
    let need = random.pick(&words.needs);
    fields
        .with(keys::NEEDS, some(need).filter(|_| random.percent(20)))
        .with(keys::SENTIMENT, sentiment.and_then(|word| some(word)).filter(|_| is_customer))
        .with(keys::PURCHASE_FOR, some(purchase).filter(|_| is_customer && random.percent(50)))
}
