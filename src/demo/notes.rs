//! Notes about people of the demo.

use super::{Maker, random::Random, series, words::Words, work};
use crate::domain::{
    book::created,
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    value::{Value, choice, number::Number, time::Time},
};

impl Maker {
    /// How many notes there are about a person. One for every second person of a demo of up to 1,000, one
    /// for every fourth up to 10,000 and for every tenth beyond: a year of real use, in a size that is
    /// quick to try. They are uneven, as in life: most people have none, some have two.
    pub(super) fn notes_about(&self, item: u32) -> u32 {
        let every = match self.people {
            0..=1_000 => 6,
            1_001..=10_000 => 12,
            _ => 30,
        };
        match item % every {
            0 => 2,
            3 => 1,
            _ => 0,
        }
    }

    pub(super) fn note(&mut self, language: usize, about: Id, nth: u32, known: u32) -> Touch {
        let mut random = Random::of(self.seed, series::NOTE, nth);
        let noted = self.ago(random.below(known + 1), &mut random);
        // Some are remarks, not of a conversation.
        let activity = if random.percent(75) { random.pick(choice::CONTACT) } else { "note" };
        let text = self.languages.get(language).map(|words| text(words, &mut random));
        let (activity, amount, score) = match random.below::<u32>(10) {
            0 => ("purchase", work::money(20 + 5 * i64::from(random.below::<u32>(200))), None),
            1 => ("ticket", None, None),
            2 => ("survey", None, Some(4 + i64::from(random.below::<u32>(7)))),
            _ => (activity, None, None),
        };
        let answered = (activity == "ticket").then(|| {
            let hours = 1 + i64::from(random.below::<u32>(30));
            Value::Time(Time::from_millis(noted.millis() + hours * 3_600_000).min(self.at))
        });
        let score = score.and_then(|score| Number::from_ten_thousandths(score * 10_000));
        let fields = created(noted)
            .with(keys::PERSON, Value::link(about))
            .with(keys::BODY, text.map(Value::text))
            .with(keys::HAPPENED, Value::Time(noted))
            .with(keys::ACTIVITY, Value::text(activity))
            .with(keys::AMOUNT, amount)
            .with(keys::SCORE, score.map(Value::Number))
            .with(keys::SOLVED, answered.clone().filter(|_| random.percent(70)))
            .with(keys::ANSWERED, answered);
        self.create(RecordType::Interaction, fields).1
    }
}

fn text(words: &Words, random: &mut Random) -> String {
    let (said, next) = (random.pick(&words.said), random.pick(&words.next));
    match random.below::<u32>(3) {
        0 => said.to_owned(),
        1 => format!("{said} {next}"),
        _ => format!("{said}\n{next}"),
    }
}
