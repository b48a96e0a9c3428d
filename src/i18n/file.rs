//! Sentences for what is wrong with a file, and where.

use super::I18n;
use crate::transfer::{
    age,
    json::{FileProblem, Kind, Place},
};

impl I18n {
    pub fn file_problem(&self, problem: &FileProblem) -> String {
        let sentence = self.file_fault(&problem.kind);
        match &problem.place {
            Some(place) => self.with(
                "file-at",
                &[("place", (&self.place(place)).into()), ("fault", (&sentence).into())],
            ),
            None => sentence,
        }
    }

    pub fn age_problem(&self, problem: age::Problem) -> String {
        let byte = |message, byte: usize| self.with(message, &[("byte", byte.into())]);
        match problem {
            age::Problem::OtherVersion => self.text("age-other-version"),
            age::Problem::OtherKey => self.text("age-other-key"),
            age::Problem::Head => self.text("age-head"),
            age::Problem::TooMuchWork => self.text("age-too-much-work"),
            age::Problem::NoRoom => self.text("age-no-room"),
            age::Problem::WrongPassphrase => self.text("age-wrong-passphrase"),
            age::Problem::Damaged { byte: at } => byte("age-damaged", at),
            age::Problem::BreaksOff { byte: at } => byte("age-breaks-off", at),
        }
    }

    fn file_fault(&self, kind: &Kind) -> String {
        let named = |message, name: &str| self.with(message, &[("name", name.into())]);
        let most = |message, most: usize| self.with(message, &[("most", most.into())]);
        match kind {
            Kind::TooLarge { most } => {
                let most = self.formats.bytes(*most as u64);
                self.with("file-too-large", &[("most", (&most).into())])
            }
            Kind::NotUtf8 => self.text("file-not-utf8"),
            Kind::NotJson => self.text("file-not-json"),
            Kind::HalfCharacter => self.text("file-half-character"),
            Kind::BreaksOff => self.text("file-breaks-off"),
            Kind::OtherFormat => self.text("file-other-format"),
            Kind::Newer { .. } => self.text("file-newer"),
            Kind::UnknownMember(name) => named("file-unknown-member", name),
            Kind::MissingMember(name) => named("file-missing-member", name),
            Kind::Twice(name) => named("file-twice", name),
            Kind::TooManyRecords { most: records } => most("file-too-many-records", *records),
            Kind::TooManyNames { most: number } => most("file-too-many-names", *number),
            Kind::LongName { most: characters } => most("file-long-name", *characters),
            Kind::TooDeep { most: levels } => most("file-too-deep", *levels),
            Kind::WrongShape => self.text("file-wrong-shape"),
            Kind::Misplaced => self.text("file-misplaced"),
            Kind::Field(fault) => self.fault(fault),
            Kind::SameId => self.text("file-same-id"),
            Kind::SecondWorkspace => self.text("file-second-workspace"),
            Kind::SameTagName(name) => named("file-same-tag", name),
        }
    }

    /// "Line 12, column 3, people: record 4, E-mails".
    fn place(&self, place: &Place) -> String {
        let mut parts =
            vec![self.with(
                "file-line",
                &[("line", place.line.into()), ("column", place.column.into())],
            )];
        if let (Some(on), Some(position)) = (place.on, place.position) {
            let kind = self.text(&format!("kind-{}", on.name()));
            parts.push(self.with(
                "file-record",
                &[("kind", (&kind).into()), ("number", (position + 1).into())],
            ));
        }
        parts.extend(place.field.map(|key| self.key(key)));
        self.list(parts.into_iter())
    }
}
