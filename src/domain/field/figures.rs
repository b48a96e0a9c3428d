//! Fields that are counted from what points to a record: interactions, deals and tasks.

use chrono::{Days, NaiveDate};

use super::{derived::count, keys, own};
use crate::domain::{
    book::Book,
    id::{Id, RecordType},
    record::Record,
    value::{Value, choice, day::Day, money::Currency, number::Number, time::Time},
};

/// Interactions of one kind.
fn interactions<'a>(
    book: &'a Book,
    id: Id,
    activity: &'static str,
) -> impl Iterator<Item = &'a Record> {
    let all = book.of(RecordType::Interaction, id);
    all.filter(move |record| record.text(keys::ACTIVITY) == Some(activity))
}

/// Whether one is in touch by an activity. By those of one's own one is: what is no contact is a note.
pub fn is_contact(activity: &str) -> bool {
    choice::CONTACT.contains(&activity) || activity.starts_with(own::PREFIX)
}

/// Interactions by which one was in touch.
fn contacts(book: &Book, id: Id) -> impl Iterator<Item = &Record> {
    let is_contact = |record: &&Record| record.text(keys::ACTIVITY).is_some_and(is_contact);
    book.of(RecordType::Interaction, id).filter(is_contact)
}

fn latest_contact(book: &Book, record: &Record) -> Option<Time> {
    contacts(book, record.id).filter_map(|contact| contact.time(keys::HAPPENED)).max()
}

pub(super) fn last_contact(book: &Book, record: &Record) -> Option<Value> {
    latest_contact(book, record).map(Value::Time)
}

pub(super) fn days_since_contact(book: &Book, record: &Record) -> Option<Value> {
    count(book.today.days_since(latest_contact(book, record)?))
}

pub(super) fn contact_count(book: &Book, record: &Record) -> Option<Value> {
    count(contacts(book, record.id).count())
}

/// How many days back what is recent reaches; today counts.
const RECENT: i64 = 90;

pub(super) fn recent(book: &Book, record: &Record, activity: &'static str) -> Option<Value> {
    let is_recent = |it: &Record| {
        let happened = it.time(keys::HAPPENED);
        happened.is_some_and(|at| (0..RECENT).contains(&book.today.days_since(at)))
    };
    count(interactions(book, record.id, activity).filter(|it| is_recent(it)).count())
}

pub(super) fn get_back(book: &Book, person: &Record) -> Option<Value> {
    get_back_on(book, person).and_then(Day::from_date).map(Value::Day)
}

/// The day on which it is time to be in touch again, by the person's own cadence or else the shortest one
/// of the tags; counted from the last contact, or from when the person was added.
pub fn get_back_on(book: &Book, person: &Record) -> Option<NaiveDate> {
    let cadence = |record: &Record| whole(record.number(keys::CADENCE)?).filter(|days| *days > 0);
    let of_tags = || {
        let tags = person.links(keys::TAGS).iter();
        tags.filter_map(|tag| cadence(book.get(RecordType::Tag, *tag)?)).min()
    };
    let every = cadence(person).or_else(of_tags)?;
    let since = latest_contact(book, person).or_else(|| person.time(keys::CREATED))?;
    date(book, since)?.checked_add_days(Days::new(every))
}

/// The day on which a moment was, as [`Today::days_since`](crate::domain::today::Today::days_since) counts.
fn date(book: &Book, time: Time) -> Option<NaiveDate> {
    let ago = u64::try_from(book.today.days_since(time)).ok()?;
    book.today.date.checked_sub_days(Days::new(ago))
}

fn whole(number: Number) -> Option<u64> {
    u64::try_from(number.ten_thousandths() / 10_000).ok()
}

/// The first day on which a task that is not done is due.
pub(super) fn next_task(book: &Book, record: &Record) -> Option<Value> {
    let open = book.of(RecordType::Task, record.id).filter(|task| task.get(keys::DONE).is_none());
    let due = open.filter_map(|task| task.day(keys::DUE)?.date()).min()?;
    Day::from_date(due).map(Value::Day)
}

pub(super) fn purchase_count(book: &Book, record: &Record) -> Option<Value> {
    count(interactions(book, record.id, "purchase").count())
}

pub(super) fn last_order(book: &Book, record: &Record) -> Option<Value> {
    let orders = interactions(book, record.id, "purchase");
    orders.filter_map(|order| order.time(keys::HAPPENED)).max().map(Value::Time)
}

pub(super) fn total_spent(book: &Book, record: &Record) -> Option<Value> {
    let (total, _, currency) = spent(book, record)?;
    Number::from_ten_thousandths(total).map(|total| Value::Money(total, currency))
}

pub(super) fn average_order(book: &Book, record: &Record) -> Option<Value> {
    let (total, orders, currency) = spent(book, record)?;
    Number::from_ten_thousandths(total / orders).map(|average| Value::Money(average, currency))
}

/// What was paid, in ten-thousandths, and for how many orders. Money is never converted: only orders in the
/// currency of the latest one count.
fn spent(book: &Book, record: &Record) -> Option<(i64, i64, Currency)> {
    let paid = |order: &Record| match order.get(keys::AMOUNT)? {
        Value::Money(amount, currency) => {
            Some((order.time(keys::HAPPENED), amount.ten_thousandths(), *currency))
        }
        _ => None,
    };
    let orders = || interactions(book, record.id, "purchase").filter_map(paid);
    let (_, _, currency) = orders().max_by_key(|(at, ..)| *at)?;
    let (mut total, mut number) = (0_i64, 0);
    for (_, amount, _) in orders().filter(|(.., other)| *other == currency) {
        total = total.checked_add(amount)?;
        number += 1;
    }
    Some((total, number, currency))
}

pub(super) fn ticket_count(book: &Book, record: &Record) -> Option<Value> {
    count(interactions(book, record.id, "ticket").count())
}

pub(super) fn open_tickets(book: &Book, record: &Record) -> Option<Value> {
    let tickets = interactions(book, record.id, "ticket");
    count(tickets.filter(|ticket| ticket.get(keys::SOLVED).is_none()).count())
}

/// The hours from when a ticket was opened to its first answer, on average.
pub(super) fn hours_to_answer(book: &Book, record: &Record) -> Option<Value> {
    let waited = |ticket: &Record| {
        let (from, to) = (ticket.time(keys::HAPPENED)?, ticket.time(keys::ANSWERED)?);
        to.millis().checked_sub(from.millis()).filter(|millis| *millis >= 0)
    };
    // A ten-thousandth of an hour has 360 milliseconds.
    average(interactions(book, record.id, "ticket").filter_map(waited).map(|millis| millis / 360))
}

/// The average of the scores of surveys and feedback.
pub(super) fn average_score(book: &Book, record: &Record) -> Option<Value> {
    let scores = book.of(RecordType::Interaction, record.id);
    average(scores.filter_map(|record| Some(record.number(keys::SCORE)?.ten_thousandths())))
}

/// The average of ten-thousandths.
fn average(units: impl Iterator<Item = i64>) -> Option<Value> {
    let (mut total, mut number) = (0_i64, 0);
    for units in units {
        total = total.checked_add(units)?;
        number += 1;
    }
    Number::from_ten_thousandths(total.checked_div(number)?).map(Value::Number)
}

pub(super) fn open_deals(book: &Book, record: &Record) -> Option<Value> {
    let deals = book.of(RecordType::Deal, record.id);
    count(deals.filter(|deal| deal.get(keys::OUTCOME).is_none()).count())
}

/// How many people somebody has brought.
pub(super) fn referrals(book: &Book, person: &Record) -> Option<Value> {
    count(book.linked_count(RecordType::Person, keys::REFERRED_BY, person.id))
}

/// Open until it has ended.
pub(super) fn deal_status(deal: &Record) -> Option<Value> {
    Some(Value::text(deal.text(keys::OUTCOME).unwrap_or("open")))
}

fn stage_of<'a>(book: &'a Book, deal: &Record) -> Option<&'a Record> {
    book.get(RecordType::Stage, deal.link(keys::STAGE)?)
}

/// The value times the probability of winning from the stage that it is in: all of it once it is won,
/// nothing once it is lost.
pub(super) fn weighted(book: &Book, deal: &Record) -> Option<Value> {
    let Value::Money(value, currency) = deal.get(keys::VALUE)? else { return None };
    let percent = match deal.text(keys::OUTCOME) {
        Some("won") => 1_000_000,
        Some(_) => 0,
        None => stage_of(book, deal)?.number(keys::PROBABILITY)?.ten_thousandths(),
    };
    let weighted = i128::from(value.ten_thousandths()) * i128::from(percent) / 1_000_000;
    let weighted = Number::from_ten_thousandths(i64::try_from(weighted).ok()?)?;
    Some(Value::Money(weighted, *currency))
}

/// When an open deal came to its stage.
pub fn entered(deal: &Record) -> Option<Time> {
    if deal.get(keys::OUTCOME).is_some() {
        return None;
    }
    let Some(Value::Entries(entries)) = deal.get(keys::STAGE_ENTRIES) else {
        return deal.time(keys::CREATED);
    };
    entries.last().map(|entry| entry.at)
}

pub(super) fn days_in_stage(book: &Book, deal: &Record) -> Option<Value> {
    count(book.today.days_since(entered(deal)?))
}

pub(super) fn rotting(book: &Book, deal: &Record) -> Option<Value> {
    days_still(book, deal).map(|_| Value::Flag(true))
}

/// For how many days an open deal has been in its stage, where it has stood still, without any interaction,
/// for longer than the stage allows.
pub fn days_still(book: &Book, deal: &Record) -> Option<usize> {
    let limit = whole(stage_of(book, deal)?.number(keys::ROTS_AFTER)?)?;
    let happened = book.of(RecordType::Interaction, deal.id);
    let happened = happened.filter_map(|interaction| interaction.time(keys::HAPPENED)).max();
    let entered = entered(deal)?;
    let moved = happened.max(Some(entered))?;
    let days = u64::try_from(book.today.days_since(moved)).ok()?;
    (days > limit).then(|| usize::try_from(book.today.days_since(entered)).ok())?
}

/// When a task is to be done, seen from today.
pub(super) fn task_status(book: &Book, task: &Record) -> Option<Value> {
    let due = task.day(keys::DUE).and_then(Day::date);
    let status = match due {
        _ if task.get(keys::DONE).is_some() => "done",
        None => "someday",
        Some(due) if due < book.today.date => "overdue",
        Some(due) if due == book.today.date => "today",
        Some(_) => "upcoming",
    };
    Some(Value::text(status))
}
