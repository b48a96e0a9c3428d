//! One e-mail to many, who do not see each other: links that the person's own mail program opens.

use std::fmt::Write;

use rustc_hash::FxHashSet;

use crate::domain::{
    book::Book, field::keys, id::RecordType, record::Record, table::Slot, value::email,
};

/// Who can be written to, and how many cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// One for each record, each once, in the order of the records.
    pub addresses: Vec<String>,
    /// How many records have no address.
    pub without: usize,
}

/// Most characters of a link; more than some 2,000 are cut off by browsers and mail programs.
pub const LINK_MOST: usize = 1_800;

/// The first address of each record. Case does not tell two apart.
pub fn recipients(book: &Book, on: RecordType, slots: &[Slot]) -> Recipients {
    let mut seen = FxHashSet::default();
    let mut recipients = Recipients::default();
    for record in slots.iter().filter_map(|slot| book.table(on).at(*slot)) {
        match first(record) {
            Some(address) => {
                if seen.insert(address.to_lowercase()) {
                    recipients.addresses.push(address.to_owned());
                }
            }
            None => recipients.without += 1,
        }
    }
    recipients
}

fn first(record: &Record) -> Option<&str> {
    record.labelled(keys::EMAILS).iter().find_map(|item| email::parse(&item.value))
}

/// Links with all addresses as blind copies (RFC 6068), none longer than [`LINK_MOST`].
pub fn links(addresses: &[String]) -> Vec<String> {
    const START: &str = "mailto:?bcc=";
    let mut links: Vec<String> = Vec::new();
    for address in addresses.iter().map(|address| encode(address)) {
        match links.last_mut().filter(|link| link.len() + 1 + address.len() <= LINK_MOST) {
            Some(link) => {
                link.push(',');
                link.push_str(&address);
            }
            None => links.push(format!("{START}{address}")),
        }
    }
    links
}

/// All but what stands for itself in every part of an address (RFC 3986, 2.3), and the `@`.
fn encode(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len() + 8);
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(addresses: &[&str], expected: &[&str]) {
        let addresses: Vec<String> = addresses.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(links(&addresses), expected);
    }

    #[test]
    fn signs_are_encoded() {
        check(&[], &[]);
        check(
            &["ada+crm@x.org", "a&b?c@x.org", "jan@pošta.example"],
            &["mailto:?bcc=ada%2Bcrm@x.org,a%26b%3Fc@x.org,jan@po%C5%A1ta.example"],
        );
    }

    #[test]
    fn long_lists_are_cut_between_addresses() {
        let addresses: Vec<String> =
            (0..1_000).map(|nth| format!("person{nth}@x.example")).collect();
        let links = links(&addresses);
        assert!(links.iter().all(|link| link.len() <= LINK_MOST));
        // None is shorter than it needs to be.
        let full = links.iter().rev().skip(1);
        assert!(full.into_iter().all(|link| link.len() > LINK_MOST - 25));
        let all: Vec<_> = links
            .iter()
            .flat_map(|link| link.strip_prefix("mailto:?bcc=").unwrap().split(','))
            .collect();
        assert_eq!(all, addresses);
    }

    #[test]
    fn the_longest_address_has_a_link_of_its_own() {
        let long = format!("{}@x.example", "ü".repeat(120));
        assert_eq!(links(&[long.clone(), long]).len(), 1);
        // 254 bytes at three characters each, at most.
        let most = format!("{}@x.example", "ü".repeat(122));
        assert_eq!(email::parse(&most), Some(&*most));
        assert!(encode(&most).len() < LINK_MOST);
    }
}
