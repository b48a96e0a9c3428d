//! What the properties of one card mean, whichever version it is.

use super::{content::Line, read::Names};
use crate::{
    domain::{
        field::keys,
        fold::fold,
        key::Key,
        value::{address::Address, labelled::LABELS},
    },
    transfer::incoming::{Builder, DayOrder, Incoming, RowFault, Written, which},
};

/// How the names begin of what programs need for themselves, or what is read along with another property.
const PASSED_OVER: [&str; 18] = [
    "BEGIN",
    "CLIENTPIDMAP",
    "END",
    "KIND",
    "MAILER",
    "PRODID",
    "PROFILE",
    "REV",
    "UID",
    "VERSION",
    "X-ABADR",
    "X-ABLABEL",
    "X-ABSHOWAS",
    "X-ABUID",
    "X-ADDRESSBOOKSERVER-KIND",
    "X-IMAGE",
    "X-MOZILLA-HTML",
    "X-MS-OL-",
];

/// Types that do not tell which one of several it is.
const NO_LABEL: [&str; 10] =
    ["dom", "internet", "intl", "msg", "parcel", "pref", "text", "video", "voice", "x400"];

/// Reads a card. `None` where it is none of a person or an organization, or says nothing.
pub(super) fn read(
    mut properties: Vec<Line>,
    names: &Names,
    is_whole: bool,
) -> (Option<Incoming>, Vec<(usize, RowFault)>) {
    properties.retain(|line| !line.value.trim().is_empty());
    // What is preferred comes first in a list; a role is the title of who has no other.
    properties.sort_by_key(|line| (&*line.name == "ROLE", preference(line)));
    let card = Card { properties: &properties };
    let kind = card.all("KIND").chain(card.all("X-ADDRESSBOOKSERVER-KIND")).next();
    let kind_at = kind.map_or(0, |line| names.position(&line.name));
    let kind = kind.map(Line::text).unwrap_or_default().to_ascii_lowercase();
    if kind == "group" {
        return (None, vec![(kind_at, RowFault::Group)]);
    }
    let mut builder = Builder::new(&names.headers);
    let organization = card.organization(&kind);
    if let Some((line, name)) = &organization {
        builder.of_organization();
        builder.organization(names.position(&line.name), name);
    }
    if !["", "individual", "org"].contains(&&*kind) {
        builder.keep(kind_at, &kind);
    }
    let mut is_blank = true;
    for line in &properties {
        if PASSED_OVER.iter().any(|name| line.name.starts_with(name)) {
            continue;
        }
        is_blank = false;
        let at = names.position(&line.name);
        if line.is_undecoded {
            builder.refuse(at, &line.value, RowFault::Encoding);
        } else {
            let organization = organization.as_ref().map(|(_, name)| &**name);
            take(&mut builder, at, line, card, organization);
        }
    }
    if !is_whole {
        let last = properties.iter().max_by_key(|line| line.number);
        builder.report(last.map_or(0, |line| names.position(&line.name)), RowFault::BreaksOff);
    }
    let (incoming, faults) = builder.finish();
    ((!is_blank).then_some(incoming), faults)
}

/// The properties that have a value.
#[derive(Clone, Copy)]
struct Card<'a> {
    properties: &'a [Line],
}

impl<'a> Card<'a> {
    fn all(self, name: &str) -> impl Iterator<Item = &'a Line> {
        self.properties.iter().filter(move |line| &*line.name == name)
    }

    fn text_of(self, name: &str) -> Option<String> {
        self.all(name).next().map(Line::text)
    }

    /// The parts of all names, one behind the other.
    fn names(self) -> String {
        let parts = self.all("N").flat_map(|line| line.parts(&[';', ',']));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The name of the organization that the card is about, if it is about one, and where it stands.
    fn organization(self, kind: &str) -> Option<(&'a Line, String)> {
        let formatted = self.all("FN").next().map(|line| (line, line.text()));
        let of_org = self.all("ORG").next().map(|line| (line, first(line)));
        if kind == "org" {
            return formatted.or(of_org);
        }
        let of_org = of_org.filter(|_| kind.is_empty() && self.names().is_empty())?;
        let is_company =
            self.text_of("X-ABSHOWAS").is_some_and(|it| it.eq_ignore_ascii_case("company"));
        (is_company || formatted.is_some_and(|(_, name)| name == of_org.1)).then_some(of_org)
    }

    /// The label that stands in the group of a property, or its type.
    fn label(self, line: &Line) -> Box<str> {
        let labels = self
            .all("X-ABLABEL")
            .filter(|label| !line.group.is_empty() && label.group == line.group);
        if let Some(label) = labels.map(Line::text).next() {
            // Apple's own labels, such as `_$!<Work>!$_`.
            let inner = label.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_"));
            let ours = || LABELS.iter().find(|it| it.eq_ignore_ascii_case(&label));
            return match (inner, ours()) {
                (Some(inner), _) => which(inner, ""),
                (None, Some(ours)) => (*ours).into(),
                (None, None) => label.into(),
            };
        }
        let services = line.parameter("SERVICE-TYPE").chain(line.parameter("X-SERVICE-TYPE"));
        if let Some(service) = services.into_iter().next() {
            return service.into();
        }
        let types: Vec<String> = line
            .parameter("TYPE")
            .map(|it| {
                if it.chars().any(|c| c.is_ascii_lowercase()) {
                    it.to_owned()
                } else {
                    it.to_lowercase()
                }
            })
            .filter(|it| !NO_LABEL.iter().any(|other| it.eq_ignore_ascii_case(other)))
            .collect();
        let telling = ["fax", "cell", "home", "work"]
            .into_iter()
            .find(|telling| types.iter().any(|it| it.eq_ignore_ascii_case(telling)));
        let label = telling.or(types.first().map(String::as_str)).unwrap_or_default();
        which(label.strip_prefix("X-").or(label.strip_prefix("x-")).unwrap_or(label), "")
    }

    /// Whether a formatted name says nothing that does not stand elsewhere.
    fn has_said(self, name: &str) -> bool {
        let names = self.names();
        let folded = fold(&names);
        let is_part = |word: &str| names.contains(word) || folded.contains(&fold(word));
        let elsewhere = self.all("NICKNAME").chain(self.all("EMAIL")).chain(self.all("TEL"));
        !names.is_empty() && name.split_whitespace().all(is_part)
            || elsewhere.map(Line::text).any(|text| text == name)
            || self.all("ORG").any(|line| first(line) == name)
    }
}

fn take(
    builder: &mut Builder<'_>,
    at: usize,
    line: &Line,
    card: Card<'_>,
    organization: Option<&str>,
) {
    let text = || line.text();
    match &*line.name {
        "FN" if organization == Some(&text()) || card.has_said(&text()) => {}
        "FN" if card.names().is_empty() => builder.full_name(at, &text()),
        "N" if organization == Some(card.names().as_str()) => {}
        "N" => name(builder, at, line),
        "NICKNAME" => field(builder, at, keys::NICKNAME, &joined(line.parts(&[',']), ", ")),
        "EMAIL" => builder.emails(at, &text(), card.label(line)),
        "TEL" => builder.phones(at, &number(line), card.label(line)),
        "ADR" => builder.whole_address(at, address(line, card.label(line))),
        // The address in one piece, for an envelope.
        "LABEL" if card.all("ADR").next().is_some() => {}
        "LABEL" => {
            let street = text().into();
            builder.whole_address(
                at,
                Address { label: card.label(line), street, ..Address::default() },
            );
        }
        "URL" => builder.links(at, &text(), card.label(line)),
        "IMPP" | "SOCIALPROFILE" | "X-SOCIALPROFILE" if text().starts_with("http") => {
            builder.links(at, &text(), card.label(line));
        }
        "ORG" => {
            let mut units = line.parts(&[';']);
            let name = if units.is_empty() { String::new() } else { units.remove(0) };
            match organization {
                None => builder.organization(at, &name),
                Some(other) if other == name => {}
                Some(_) => builder.keep(at, &name),
            }
            field(builder, at, keys::DEPARTMENT, &joined(units, ", "));
        }
        "TITLE" | "ROLE" => field(builder, at, keys::JOB_TITLE, &text()),
        "BDAY" => field(builder, at, keys::BIRTHDAY, &birthday(line)),
        "LANG" => field(builder, at, keys::LANGUAGE, &text()),
        "HOBBY" => field(builder, at, keys::HOBBIES, &text()),
        "INTEREST" => field(builder, at, keys::INTERESTS, &text()),
        "NOTE" => builder.note(at, &text()),
        "CATEGORIES" => {
            for name in line.parts(&[',', ';']) {
                // Google's name for everybody.
                if name != "myContacts" {
                    builder.tag(at, &name);
                }
            }
        }
        "PHOTO" => photo(builder, at, line),
        "LOGO" if organization.is_some() => photo(builder, at, line),
        _ if is_embedded(line) => builder.report(at, RowFault::LeftOut),
        _ => {
            let label = card.label(line);
            let text = text();
            let text = text.trim_end_matches(';');
            if line.group.is_empty() && !label.is_empty() {
                builder.keep_as(&format!("{} ({label})", line.name), text);
            } else if label.is_empty() {
                builder.keep(at, text);
            } else {
                builder.keep_as(&label, text);
            }
        }
    }
}

fn field(builder: &mut Builder<'_>, at: usize, key: Key, text: &str) {
    let written = Written { days: DayOrder::Standard, ..Written::default() };
    builder.field(at, key, text, written);
}

/// From 1, the best, to 100 (RFC 6350, 5.3); earlier versions have a type for the best.
fn preference(line: &Line) -> u8 {
    let is_best = line.parameter("TYPE").any(|it| it.eq_ignore_ascii_case("pref"));
    let stated = line.parameter("PREF").next().and_then(|it| it.parse().ok());
    if is_best { 1 } else { stated.unwrap_or(u8::MAX) }
}

fn first(line: &Line) -> String {
    line.parts(&[';']).into_iter().next().unwrap_or_default()
}

fn joined(parts: Vec<String>, sign: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(sign)
}

/// Family, given, additional names, prefixes, suffixes (RFC 6350, 6.2.2).
fn name(builder: &mut Builder<'_>, at: usize, line: &Line) {
    let order = [keys::FAMILY, keys::GIVEN, keys::MIDDLE, keys::PREFIX, keys::SUFFIX];
    for (key, part) in order.into_iter().zip(line.parts(&[';'])) {
        field(builder, at, key, &part);
    }
}

/// A number, from a `tel:` address (RFC 3966) too.
fn number(line: &Line) -> String {
    let text = line.text();
    let is_address = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("tel:"));
    let Some(address) = text.get(4..).filter(|_| is_address) else { return text };
    match address.split_once(";ext=") {
        Some((number, extension)) => format!("{number} ext {extension}"),
        None => address.to_owned(),
    }
}

/// Post-office box, extended address, street, city, region, postcode, country (RFC 6350, 6.3.1).
fn address(line: &Line, label: Box<str>) -> Address {
    let mut parts = line.parts(&[';']).into_iter();
    let mut next = || parts.next().unwrap_or_default();
    let (pobox, more, street) = (next(), next(), next());
    let mut address = Address {
        label,
        street: joined(vec![street, more, pobox], "\n").into(),
        city: next().into(),
        region: next().into(),
        postcode: next().into(),
        country: next().into(),
    };
    if address.is_empty() {
        address.street = line.text_parameter("LABEL").unwrap_or_default().into();
    }
    address
}

/// A birthday as we write it. Digits may stand together, a time of day may follow, and Apple puts a year
/// of its own where none is known.
fn birthday(line: &Line) -> String {
    const OMITTED: &str = "1604";
    let text = line.text();
    let day = text.split(['T', 't', ' ']).next().unwrap_or_default();
    let (start, digits) = match day.strip_prefix("--") {
        Some(rest) => ("--", rest),
        None => ("", day),
    };
    let digits = digits.replace('-', "");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let omitted = line.parameter("X-APPLE-OMIT-YEAR").next().unwrap_or(OMITTED);
    match (start, digits.len()) {
        ("--", 4) => format!("--{}-{}", part(0, 2), part(2, 4)),
        ("", 8) if part(0, 4) == omitted => format!("--{}-{}", part(4, 6), part(6, 8)),
        ("", 8) => format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8)),
        _ => text,
    }
}

/// Whether the value is a file and no text.
pub(super) fn is_embedded(line: &Line) -> bool {
    line.is_base64() || line.value.trim_start().starts_with("data:")
}

/// How pictures begin in base64.
const BEGINNINGS: [(&str, &str); 3] = [("/9j/", "jpeg"), ("iVBORw0KGgo", "png"), ("UklGR", "webp")];

/// A picture within the card. One on the web is not fetched.
fn photo(builder: &mut Builder<'_>, at: usize, line: &Line) {
    if !is_embedded(line) {
        return builder.refuse(at, &line.text(), RowFault::Elsewhere);
    }
    let value: String = line.value.split_whitespace().collect();
    let (declared, data) = match value.strip_prefix("data:").and_then(|it| it.split_once(',')) {
        Some((media, data)) => (media.split(';').next().unwrap_or_default().to_owned(), data),
        None => (line.parameter("TYPE").next().unwrap_or_default().to_ascii_lowercase(), &*value),
    };
    // What the first bytes say is surer than what is declared.
    let found = BEGINNINGS.iter().find(|(start, _)| data.starts_with(start)).map(|(_, kind)| *kind);
    let declared = declared.trim_start_matches("image/");
    let kind = found.unwrap_or(if declared == "jpg" { "jpeg" } else { declared });
    builder.photo(at, format!("data:image/{kind};base64,{data}"));
}
