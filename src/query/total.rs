//! What stands below a column: how many there are, their sum, their mean, the least and the greatest.

use super::operator::Class;
use crate::domain::{
    book::Book,
    field::{self, Field, Kind},
    id::RecordType,
    key::Key,
    table::Slot,
    value::{Value, money::Currency, number::Number},
};

/// Declares the totals, listed once for addresses, menus and footers.
macro_rules! totals {
    ($($(#[$doc:meta])* $total:ident $name:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Total {
            $($(#[$doc])* $total,)*
        }

        impl Total {
            pub const ALL: &[Self] = &[$(Self::$total),*];

            /// The name in addresses.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$total => $name,)*
                }
            }
        }
    };
}

totals! {
    /// How many records have a value.
    Filled "filled";
    /// How many have none.
    Empty "empty";
    Sum "sum";
    /// Of those that have a value.
    Average "average";
    Least "least";
    Greatest "greatest";
}

impl Total {
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|total| total.name() == name)
    }

    /// Whether it means something for a field.
    pub fn is_of(self, field: &Field) -> bool {
        match self {
            Self::Filled | Self::Empty => true,
            // The sum of percentages or of stars is nothing.
            Self::Sum => matches!(field.kind, Kind::Number | Kind::Money),
            Self::Average => Class::of(field.kind) == Class::Number,
            Self::Least | Self::Greatest => {
                matches!(Class::of(field.kind), Class::Number | Class::Date)
            }
        }
    }
}

/// A total of a field over records. Amounts have one for each currency, since nobody here knows the rates.
/// None where no record has a value, or a sum is beyond what a number can hold.
pub fn total(book: &Book, on: RecordType, slots: &[Slot], key: Key, total: Total) -> Vec<Value> {
    let table = book.table(on);
    let values = slots
        .iter()
        .filter_map(|slot| table.at(*slot))
        .filter_map(|record| field::read(book, record, key));
    match total {
        Total::Filled => whole(values.count()),
        Total::Empty => whole(slots.len() - values.count()),
        Total::Least | Total::Greatest => {
            let mut found: Vec<Value> = Vec::new();
            for value in values {
                let Some(same) = found.iter_mut().find(|other| is_comparable(other, &value)) else {
                    found.push(value.into_owned());
                    continue;
                };
                let is_less = is_less(&value, same);
                if is_less == (total == Total::Least) && value.as_ref() != same {
                    *same = value.into_owned();
                }
            }
            found
        }
        Total::Sum | Total::Average => {
            let mut sums: Vec<(Option<Currency>, i128, i128)> = Vec::new();
            for value in values {
                let (number, currency) = match &*value {
                    Value::Number(number) => (*number, None),
                    Value::Money(number, currency) => (*number, Some(*currency)),
                    _ => continue,
                };
                let units = i128::from(number.ten_thousandths());
                match sums.iter_mut().find(|(other, ..)| *other == currency) {
                    Some((_, sum, count)) => {
                        *sum += units;
                        *count += 1;
                    }
                    None => sums.push((currency, units, 1)),
                }
            }
            let value = |(currency, sum, count): (Option<Currency>, i128, i128)| {
                let units = if total == Total::Sum { sum } else { rounded(sum, count) };
                let number = Number::from_ten_thousandths(i64::try_from(units).ok()?)?;
                Some(currency.map_or(Value::Number(number), |it| Value::Money(number, it)))
            };
            sums.into_iter().filter_map(value).collect()
        }
    }
}

fn is_comparable(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Money(_, a), Value::Money(_, b)) => a == b,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn is_less(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) | (Value::Money(a, _), Value::Money(b, _)) => a < b,
        (Value::Day(a), Value::Day(b)) => a < b,
        (Value::Time(a), Value::Time(b)) => a < b,
        _ => false,
    }
}

/// Halves away from zero, as one rounds by hand; to the hundredth, below which nobody looks.
fn rounded(sum: i128, count: i128) -> i128 {
    const HUNDREDTH: i128 = 100;
    let by = count.max(1) * HUNDREDTH;
    let half = if sum < 0 { -by / 2 } else { by / 2 };
    (sum + half) / by * HUNDREDTH
}

fn whole(count: usize) -> Vec<Value> {
    let units = i64::try_from(count).ok().and_then(|count| count.checked_mul(10_000));
    units.and_then(Number::from_ten_thousandths).map(Value::Number).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::records::{self, Input},
        field::keys,
        stamp::Stamp,
        value::{day::Day, time::Time},
    };

    const ON: RecordType = RecordType::Person;

    fn of(key: Key, values: &[Option<Value>], how: Total) -> Vec<String> {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        for value in values {
            let input = Input::from([(keys::GIVEN, Some(Value::text("A"))), (key, value.clone())]);
            let (_, change) = records::create(&book, ON, &input, &mut stamp).unwrap();
            book.apply(change).unwrap();
        }
        let slots: Vec<Slot> = (0..book.table(ON).slots()).collect();
        total(&book, ON, &slots, key, how)
            .iter()
            .map(|value| match value {
                Value::Number(number) => number.to_string(),
                Value::Day(day) => day.to_string(),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[track_caller]
    fn children(how: Total, expected: &[&str]) {
        let number = |text: &str| Some(Value::Number(Number::parse(text).unwrap()));
        let values = [number("2"), None, number("3"), number("0"), number("3")];
        assert_eq!(of(keys::CHILDREN, &values, how), expected);
    }

    #[test]
    fn of_numbers() {
        children(Total::Filled, &["4"]);
        children(Total::Empty, &["1"]);
        children(Total::Sum, &["8"]);
        children(Total::Average, &["2"]);
        children(Total::Least, &["0"]);
        children(Total::Greatest, &["3"]);
    }

    #[test]
    fn of_days() {
        let day = |text: &str| Some(Value::Day(Day::parse(text).unwrap()));
        let values = [day("1990-05-01"), None, day("1987-03-09")];
        assert_eq!(of(keys::BIRTHDAY, &values, Total::Least), ["1987-03-09"]);
        assert_eq!(of(keys::BIRTHDAY, &values, Total::Greatest), ["1990-05-01"]);
    }

    #[test]
    fn of_nothing() {
        assert_eq!(of(keys::CHILDREN, &[None], Total::Average), Vec::<String>::new());
        assert_eq!(of(keys::CHILDREN, &[None], Total::Sum), Vec::<String>::new());
    }

    #[test]
    fn means_are_rounded_to_the_hundredth() {
        assert_eq!(rounded(100_000, 3), 33_300);
        assert_eq!(rounded(200_000, 3), 66_700);
        assert_eq!(rounded(-200_000, 3), -66_700);
    }
}
