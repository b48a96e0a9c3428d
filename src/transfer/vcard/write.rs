//! Records as cards. What a card has no property for stays at home; the JSON file has everything.

use crate::{
    domain::{
        book::Book,
        field::{derived, keys},
        id::RecordType,
        key::Key,
        record::Record,
        table::Slot,
        value::{Value, address::Address, day::Day},
    },
    transfer::{
        Pieces,
        lines::{self, escaped},
        pieces,
    },
};

/// The versions that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// RFC 2426: what every address book reads.
    V3,
    /// RFC 6350.
    V4,
}

/// Writes the people or organizations at these slots, and the notes about them, in pieces.
pub fn write(
    book: &Book,
    on: RecordType,
    slots: Vec<Slot>,
    version: Version,
) -> impl Iterator<Item = Vec<u8>> {
    pieces(Cards::new(on, slots, version), book)
}

/// Cards in the making. They do not hold the book, so that others may read and change it between pieces.
#[derive(Debug)]
pub struct Cards {
    on: RecordType,
    slots: Vec<Slot>,
    version: Version,
    written: usize,
}

impl Cards {
    pub fn new(on: RecordType, slots: Vec<Slot>, version: Version) -> Self {
        Self { on, slots, version, written: 0 }
    }
}

impl Pieces for Cards {
    fn next(&mut self, book: &Book) -> Option<Vec<u8>> {
        let rest = self.slots.get(self.written..).filter(|rest| !rest.is_empty())?;
        let mut piece = Vec::with_capacity(PIECE + PIECE / 8);
        for slot in rest {
            self.written += 1;
            if let Some(record) = book.table(self.on).at(*slot) {
                card(book, self.on, record, self.version, &mut piece);
            }
            if piece.len() >= PIECE {
                break;
            }
        }
        Some(piece)
    }

    fn progress(&self) -> (usize, usize) {
        (self.written, self.slots.len())
    }
}

/// Where a piece ends, give or take a record.
const PIECE: usize = 32 * 1024;

fn card(book: &Book, on: RecordType, record: &Record, version: Version, to: &mut Vec<u8>) {
    let text = |key: Key| record.text(key).unwrap_or_default();
    let is_organization = on == RecordType::Organization;
    let mut lines = Lines { version, groups: 0, to };
    lines.put("BEGIN", "VCARD");
    lines.put("VERSION", if version == Version::V3 { "3.0" } else { "4.0" });
    if is_organization {
        match version {
            // RFC 2426 knows people only; this is Apple's mark.
            Version::V3 => lines.put("X-ABShowAs", "COMPANY"),
            Version::V4 => lines.put("KIND", "org"),
        }
    }
    lines.put("FN", &escaped(&derived::name_of(record).unwrap_or_default()));
    let parts = [keys::FAMILY, keys::GIVEN, keys::MIDDLE, keys::PREFIX, keys::SUFFIX];
    lines.put("N", &parts.map(|key| escaped(text(key))).join(";"));
    lines.put_text("NICKNAME", text(keys::NICKNAME));
    let organization = record
        .link(keys::ORGANIZATION)
        .and_then(|id| book.get(RecordType::Organization, id))
        .unwrap_or(record);
    let units = [organization.text(keys::NAME).unwrap_or_default(), text(keys::DEPARTMENT)];
    match units {
        ["", ""] => {}
        [name, ""] => lines.put("ORG", &escaped(name)),
        units => lines.put("ORG", &units.map(escaped).join(";")),
    }
    lines.put_text("TITLE", text(keys::JOB_TITLE));
    for email in record.labelled(keys::EMAILS) {
        lines.put_labelled("EMAIL", &email.label, &escaped(&email.value));
    }
    for phone in record.labelled(keys::PHONES) {
        // Text in both versions: a `tel:` address would not be the number as it was written.
        lines.put_labelled("TEL", &phone.label, &escaped(&phone.value));
    }
    if let Some(Value::Addresses(addresses)) = record.fields.get(keys::ADDRESSES) {
        for Address { label, street, city, region, postcode, country } in addresses {
            let parts = ["", "", street, city, region, postcode, country];
            lines.put_labelled("ADR", label, &parts.map(escaped).join(";"));
        }
    }
    for link in record.labelled(keys::LINKS) {
        // An address has no backslash (RFC 3986), and what reads cards takes one for an escape.
        lines.put_labelled("URL", &link.label, &link.value.replace('\\', "\\\\"));
    }
    if let Some(birthday) = record.day(keys::BIRTHDAY) {
        lines.put_birthday(birthday);
    }
    if version == Version::V4 {
        let language = text(keys::LANGUAGE);
        let is_tag = language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        lines.put_text("LANG", if is_tag { language } else { "" });
        // RFC 6715.
        lines.put_text("HOBBY", text(keys::HOBBIES));
        lines.put_text("INTEREST", text(keys::INTERESTS));
    }
    let tags = record.links(keys::TAGS).iter();
    let tags = tags.filter_map(|tag| book.get(RecordType::Tag, *tag)?.text(keys::NAME));
    let tags: Vec<_> = tags.map(escaped).collect();
    if !tags.is_empty() {
        lines.put("CATEGORIES", &tags.join(","));
    }
    for (_, note) in book.interactions_with(record.id) {
        lines.put_text("NOTE", note.text(keys::BODY).unwrap_or_default());
    }
    lines.put_photo(text(keys::PHOTO));
    lines.put("UID", &format!("urn:uuid:{}", record.id));
    lines.put("END", "VCARD");
}

/// A card in the making.
struct Lines<'a> {
    version: Version,
    groups: usize,
    to: &'a mut Vec<u8>,
}

impl Lines<'_> {
    fn put(&mut self, head: &str, value: &str) {
        lines::put(head, value, self.to);
    }

    fn put_text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, &escaped(text));
        }
    }

    /// The label is a type where the property has one for it, and else Apple's, which others read too.
    fn put_labelled(&mut self, name: &str, label: &str, value: &str) {
        let of = match (name, label) {
            (_, "home" | "work") | ("TEL", "fax") => label,
            ("TEL", "mobile") => "cell",
            ("ADR", "postal") if self.version == Version::V3 => label,
            _ => "",
        };
        if label.is_empty() {
            self.put(name, value);
        } else if of.is_empty() {
            self.groups += 1;
            let group = self.groups;
            self.put(&format!("item{group}.{name}"), value);
            self.put(&format!("item{group}.X-ABLabel"), &escaped(label));
        } else {
            let of = if self.version == Version::V3 { of.to_uppercase() } else { of.to_owned() };
            self.put(&format!("{name};TYPE={of}"), value);
        }
    }

    fn put_birthday(&mut self, birthday: Day) {
        match (self.version, birthday.year(), birthday.month(), birthday.day()) {
            // RFC 2426 has whole days only; this is how Apple says that the year is not known.
            (Version::V3, None, Some(month), Some(day)) => {
                self.put("BDAY;X-APPLE-OMIT-YEAR=1604", &format!("1604-{month:02}-{day:02}"));
            }
            // RFC 6350, 4.3.1: digits stand together, but for a month.
            (Version::V4, _, _, Some(_)) => {
                let text = birthday.to_string();
                let start = if birthday.year().is_none() { "--" } else { "" };
                self.put("BDAY", &format!("{start}{}", text.replace('-', "")));
            }
            _ => self.put("BDAY", &birthday.to_string()),
        }
    }

    fn put_photo(&mut self, address: &str) {
        let parts = address.strip_prefix("data:image/").and_then(|it| it.split_once(";base64,"));
        match (self.version, parts) {
            (_, None) => {}
            (Version::V3, Some((kind, data))) => {
                self.put(&format!("PHOTO;ENCODING=b;TYPE={}", kind.to_uppercase()), data);
            }
            (Version::V4, Some(_)) => self.put("PHOTO", address),
        }
    }
}
