//! Sentences for what cannot be done.

use super::I18n;
use crate::{
    domain::problem::{Fault, Problem},
    storage::{StoreError, session::CommitError},
};

impl I18n {
    pub fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Field { key, fault } => {
                let (field, fault) = (self.key(*key), self.fault(fault));
                self.with(
                    "problem-field",
                    &[("field", (&field).into()), ("fault", (&fault).into())],
                )
            }
            Problem::Gone { .. } => self.text("problem-gone"),
            Problem::ChangedMeanwhile(conflict) => match conflict.key {
                Some(key) => self.with("problem-changed", &[("field", (&self.key(key)).into())]),
                None => self.text("problem-gone"),
            },
            Problem::Nameless(_) => self.text("problem-nameless"),
            Problem::TagExists { .. } => self.text("problem-tag-exists"),
            Problem::Circular { .. } => self.text("problem-circular"),
            Problem::FieldExists { .. } => self.text("problem-field-exists"),
            Problem::InUse { .. } => self.text("problem-in-use"),
            Problem::Overtaken => self.text("problem-overtaken"),
            Problem::NothingLeft => self.text("problem-nothing-left"),
        }
    }

    /// What is wrong with a value; shown at its field.
    pub fn fault(&self, fault: &Fault) -> String {
        let value = |message, text: &str| self.with(message, &[("value", text.into())]);
        let most = |message, most: u32| self.with(message, &[("most", (most as usize).into())]);
        match fault {
            Fault::NotAnEmail(text) => value("fault-email", text),
            Fault::NotAPhone(text) => value("fault-phone", text),
            Fault::NotALink(text) => value("fault-link", text),
            Fault::NotADay(text) => value("fault-day", text),
            Fault::NotANumber(text) => value("fault-number", text),
            Fault::NotMoney(text) => value("fault-money", text),
            Fault::NotAChoice(text) => value("fault-choice", text),
            Fault::NoRecord { key, name } => {
                let (field, name) = (self.key(*key), &**name);
                self.with("fault-no-record", &[("field", (&field).into()), ("name", name.into())])
            }
            Fault::NotAPicture => self.text("fault-picture"),
            Fault::TooLong { most: characters } => most("fault-too-long", *characters),
            Fault::TooMany { most: values } => most("fault-too-many", *values),
            Fault::ControlCharacter => self.text("fault-control-character"),
            Fault::WrongKind => self.text("fault-wrong-kind"),
            Fault::EmptyOrTwice => self.text("fault-empty-or-twice"),
            Fault::Oneself => self.text("fault-oneself"),
            Fault::OtherEnd => self.text("fault-other-end"),
            Fault::EndsEarly => self.text("fault-ends-early"),
            Fault::Dangling(_) => self.text("fault-dangling"),
            Fault::NoPipeline => self.text("fault-no-pipeline"),
            Fault::Missing => self.text("fault-missing"),
        }
    }

    pub fn commit_error(&self, error: &CommitError) -> String {
        match error {
            CommitError::Problem(problem) => self.problem(problem),
            CommitError::Store(error) => self.store_error(error),
            CommitError::Replaced => self.text("problem-replaced"),
            CommitError::Unreadable => self.text("problem-unreadable"),
            CommitError::Cancelled => self.text("work-cancelled"),
        }
    }

    pub fn store_error(&self, error: &StoreError) -> String {
        match error {
            StoreError::Full => self.text("store-full"),
            StoreError::Newer => self.text("store-newer"),
            StoreError::Blocked => self.text("store-blocked"),
            StoreError::TimedOut(_) => self.text("store-timed-out"),
            StoreError::Unavailable(_) => self.text("store-unavailable"),
            StoreError::Taken | StoreError::Lost => self.text("store-lost"),
            StoreError::Failed(words) => self.with("store-failed", &[("words", words.into())]),
        }
    }
}
