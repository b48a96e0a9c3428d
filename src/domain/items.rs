//! What an offer or a purchase is made of: a line of text for each item, such as `2 × Chair @ 49.90`.
//!
//! A line that says no more than a name is one of it, without a price of its own.

use super::value::number::Number;

/// An item, a thing or an hour of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub quantity: Number,
    /// Of one.
    pub price: Option<Number>,
}

/// Stand between how many there are and what it is; the first one is written.
const TIMES: [char; 4] = ['×', 'x', 'X', '*'];

/// Stands between what it is and its price.
const AT: &str = " @ ";

impl Item {
    /// One of a name, without a price.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), quantity: Number::ONE, price: None }
    }

    /// What all of it costs, to a ten-thousandth. `None` without a price, or where it is more than a number holds.
    pub fn sum(&self) -> Option<Number> {
        let product =
            i128::from(self.quantity.ten_thousandths()) * i128::from(self.price?.ten_thousandths());
        let half = 5_000 * product.signum();
        Number::from_ten_thousandths(i64::try_from((product + half) / 10_000).ok()?)
    }
}

/// Reads items. A line that says nothing is none.
pub fn parse(text: &str) -> Vec<Item> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(item).collect()
}

fn item(line: &str) -> Item {
    let counted = || {
        let (quantity, rest) = line.split_once(TIMES)?;
        Some((Number::parse(quantity.trim())?, rest))
    };
    let (quantity, rest) = counted().unwrap_or((Number::ONE, line));
    let priced = || {
        let (name, price) = rest.rsplit_once(AT)?;
        Some((name, Number::parse(price.trim())?))
    };
    let (name, price) = priced().map_or((rest, None), |(name, price)| (name, Some(price)));
    Item { name: name.trim().to_owned(), quantity, price }
}

/// Writes what is read, a line for each item.
pub fn print(items: &[Item]) -> String {
    let line = |Item { name, quantity, price }: &Item| match price {
        Some(price) => format!("{quantity} × {name}{AT}{price}"),
        // A name alone might be read as more than that.
        None if !name.is_empty() && *quantity == Number::ONE && item(name) == Item::new(name) => {
            name.clone()
        }
        None => format!("{quantity} × {name}"),
    };
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What all items cost that have a price. `None` where none has one, or where it is more than a number holds.
pub fn total(items: &[Item]) -> Option<Number> {
    let mut sums = items.iter().filter(|item| item.price.is_some()).peekable();
    sums.peek()?;
    let sum = sums.try_fold(0_i64, |sum, item| sum.checked_add(item.sum()?.ten_thousandths()))?;
    Number::from_ten_thousandths(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[track_caller]
    fn check(text: &str, printed: &str) {
        let items = parse(text);
        assert_eq!(print(&items), printed);
        assert_eq!(parse(printed), items);
    }

    #[test]
    fn items_survive() {
        check("2 × Chair @ 49.90", "2 × Chair @ 49.9");
        check("2x Chair\n\n 1.5 * Hour @ 80", "2 × Chair\n1.5 × Hour @ 80");
        check("Chair @ 49.90", "1 × Chair @ 49.9");
        check("-1 × Rebate @ 10", "-1 × Rebate @ 10");
        check("3 × @ 5", "3 ×  @ 5");
        check("1 ×", "1 × ");
        check("", "");
    }

    #[test]
    fn what_is_no_number_belongs_to_the_name() {
        check("2 chairs", "2 chairs");
        check("Box of pens", "Box of pens");
        check("Desk, 2 × 3 m", "Desk, 2 × 3 m");
        check("ada@example.org", "ada@example.org");
        check("Chair @ home", "Chair @ home");
        check("1 × 2 × 4 timber", "1 × 2 × 4 timber");
    }

    #[test]
    fn prices_add_up() {
        let total_of = |text: &str| total(&parse(text));
        assert_eq!(total_of("2 × Chair @ 49.90\n1.5 × Hour @ 80\nDelivery"), Some(number("219.8")));
        assert_eq!(total_of("3 × Third @ 0.3333"), Some(number("0.9999")));
        assert_eq!(total_of("0.5 × Half @ 0.0001"), Some(number("0.0001")));
        assert_eq!(total_of("Chair\nTable"), None);
        assert_eq!(total_of("1 × Free @ 0"), Some(number("0")));
        assert_eq!(total_of("500000000000 × Chair @ 2"), None);
    }
}
