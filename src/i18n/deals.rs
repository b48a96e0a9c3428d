//! Words about deals: the pipeline one begins with, what deals come to.

use super::I18n;
use crate::{domain::edit::pipelines::Usual, query::board::Sum};

/// The stages of the usual pipeline, with how many of a hundred deals are won from there.
const STAGES: [(&str, u8); 5] = [
    ("usual-stage-new", 10),
    ("usual-stage-contacted", 20),
    ("usual-stage-needs", 40),
    ("usual-stage-offer", 60),
    ("usual-stage-negotiation", 80),
];

impl I18n {
    /// The pipeline that is made where there is none.
    pub fn usual_pipeline(&self) -> Usual {
        let stages = STAGES.map(|(message, percent)| (self.text(message).into(), percent));
        Usual { name: self.text("usual-pipeline").into(), stages: stages.into() }
    }

    /// The value of deals in each currency, and what of it can be expected.
    pub fn sums(&self, sums: &[Sum]) -> Vec<(String, String)> {
        let money = |sum: &Sum| {
            let value = self.formats.money(sum.value, sum.currency);
            let weighted = self.formats.money(sum.weighted, sum.currency);
            (value, self.with("board-weighted", &[("value", (&weighted).into())]))
        };
        sums.iter().map(money).collect()
    }
}
