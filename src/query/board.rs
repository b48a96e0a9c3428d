//! A pipeline as a board: its open deals by stage, as far as they are found, and what they come to.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use crate::domain::{
    book::Book,
    edit::pipelines,
    field::{self, figures, keys},
    id::{Id, RecordType},
    record::Record,
    table::Slot,
    value::{Value, money::Currency, number::Number},
};

/// A stage with its open deals, the one that came last first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub stage: Id,
    pub deals: Arc<Vec<Id>>,
    pub sums: Vec<Sum>,
}

/// What deals come to in one currency. Money is never converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    pub currency: Currency,
    pub value: Number,
    pub weighted: Number,
}

/// Value and weighted value in ten-thousandths, by currency.
type Sums = BTreeMap<Currency, (i64, i64)>;

/// The stages of a pipeline with those of the deals in these slots that are open. Deals without a stage stand
/// where a deal begins.
pub fn columns(book: &Book, pipeline: Id, found: &[Slot]) -> Vec<Column> {
    let first = pipelines::first_stage(book);
    let deals = book.table(RecordType::Deal);
    let mut by_stage = BTreeMap::<Id, Vec<&Record>>::new();
    for deal in found.iter().filter_map(|slot| deals.at(*slot)) {
        if deal.get(keys::OUTCOME).is_none()
            && let Some(stage) = deal.link(keys::STAGE).or(first)
        {
            by_stage.entry(stage).or_default().push(deal);
        }
    }
    let column = |stage: &Record| {
        let mut deals = by_stage.remove(&stage.id).unwrap_or_default();
        deals.sort_by_cached_key(|deal| Reverse((figures::entered(deal), deal.id)));
        let mut sums = Sums::new();
        for deal in &deals {
            add(book, deal, &mut sums);
        }
        Column {
            stage: stage.id,
            deals: Arc::new(deals.iter().map(|deal| deal.id).collect()),
            sums: in_order(book, &sums),
        }
    };
    pipelines::stages(book, pipeline).into_iter().map(column).collect()
}

/// What all columns come to.
pub fn total(book: &Book, columns: &[Column]) -> Vec<Sum> {
    let mut sums = Sums::new();
    for sum in columns.iter().flat_map(|column| &column.sums) {
        let (value, weighted) = sums.entry(sum.currency).or_default();
        *value = value.saturating_add(sum.value.ten_thousandths());
        *weighted = weighted.saturating_add(sum.weighted.ten_thousandths());
    }
    in_order(book, &sums)
}

fn add(book: &Book, deal: &Record, sums: &mut Sums) {
    let Some(Value::Money(amount, currency)) = deal.get(keys::VALUE) else { return };
    let weighted = match field::read(book, deal, keys::WEIGHTED).as_deref() {
        Some(Value::Money(weighted, _)) => weighted.ten_thousandths(),
        _ => 0,
    };
    let sum = sums.entry(*currency).or_default();
    sum.0 = sum.0.saturating_add(amount.ten_thousandths());
    sum.1 = sum.1.saturating_add(weighted);
}

/// The currency of the workspace first. What is beyond all numbers is left out.
fn in_order(book: &Book, sums: &Sums) -> Vec<Sum> {
    let usual = book.currency();
    let sum = |(currency, (value, weighted)): (&Currency, &(i64, i64))| {
        let value = Number::from_ten_thousandths(*value)?;
        let weighted = Number::from_ten_thousandths(*weighted)?;
        Some(Sum { currency: *currency, value, weighted })
    };
    let mut sums: Vec<Sum> = sums.iter().filter_map(sum).collect();
    sums.sort_by_key(|sum| sum.currency != usual);
    sums
}
