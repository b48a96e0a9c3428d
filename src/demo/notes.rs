//! Notes about people of the demo.

use super::{Maker, random::Random, series, words::Words};
use crate::domain::{
    book::created,
    change::Touch,
    field::keys,
    id::{Id, RecordType},
    value::{Value, choice},
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
        let channel = random.percent(75).then(|| Value::text(random.pick(choice::CHANNEL)));
        let text = self.languages.get(language).map(|words| text(words, &mut random));
        let fields = created(noted)
            .with(keys::ABOUT_PERSON, Value::link(about))
            .with(keys::BODY, text.map(Value::text))
            .with(keys::NOTED, Value::Time(noted))
            .with(keys::CHANNEL, channel);
        self.create(RecordType::Note, fields).1
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
