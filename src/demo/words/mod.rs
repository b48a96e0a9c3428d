//! The words that demo data is made of, one file per language.
//!
//! Lists are plain text, one entry after the other with commas between, since an array of slices would
//! cost eight bytes of download per word. No entry is taken from a real person or company.

mod english;
mod persian;
mod polish;
mod thai;
mod vietnamese;

use crate::domain::fold::fold;

/// One language, as written in its file. Where a script is not Latin, names come as `script Latin`
/// with a space between; the Latin form makes e-mail addresses.
pub(super) struct Text {
    /// The language by its own name.
    pub language: &'static str,
    pub country: &'static str,
    pub women: &'static str,
    pub men: &'static str,
    pub middle_women: &'static str,
    pub middle_men: &'static str,
    /// A name in `-ski` or `-cki` is a man's, and a woman's with `-ska` or `-cka`.
    pub families: &'static str,
    pub nicknames: &'static str,
    pub prefixes: &'static str,
    /// `city/region/start of the postcode/area code`.
    pub cities: &'static str,
    /// `#` stands for the number of the house.
    pub streets: &'static str,
    /// What organizations are called after.
    pub namesakes: &'static str,
    /// What they do, in the order of [`INDUSTRIES`]. `#` stands for the namesake.
    pub trades: &'static str,
    /// `job title/department`; `man's~woman's` where they differ.
    pub jobs: &'static str,
    pub hobbies: &'static str,
    pub interests: &'static str,
    pub needs: &'static str,
    /// What was said, one a line.
    pub said: &'static str,
    /// What follows from it, one a line.
    pub next: &'static str,
}

/// What organizations work in. These are words of the workspace, not of a person, so they are in
/// one language.
pub(super) const INDUSTRIES: [&str; 12] = [
    "Food",
    "Construction",
    "Design",
    "Software",
    "Education",
    "Health",
    "Retail",
    "Travel",
    "Logistics",
    "Agriculture",
    "Finance",
    "Events",
];

pub(super) const SOURCES: [&str; 8] = [
    "Website",
    "Referral",
    "Trade fair",
    "Newsletter",
    "Cold call",
    "Social media",
    "Workshop",
    "Walk-in",
];

pub(super) const TAGS_COUNT: u32 = 12;

/// `name/colour/description`, and the days after which it is time to get back.
pub(super) const TAGS: [&str; TAGS_COUNT as usize] = [
    "VIP/red/Answer the same day./60",
    "Newsletter/blue/Gets the monthly newsletter.",
    "Partner/purple/Works with us, sends people our way.",
    "Supplier/gray/We buy from them.",
    "Press/orange/Writes about what we do.",
    "Spring fair/green/Met at the spring fair.",
    "Autumn fair/yellow/Met at the autumn fair.",
    "Workshop/teal/Took part in a workshop.",
    "Wholesale/blue/Buys in quantity, has own prices.",
    "Gift buyer/red/Mostly buys for others.",
    "Local/green/Close enough to visit.",
    "Slow payer/orange/Ask for payment in advance.",
];

/// A language, cut into words once.
pub(super) struct Words {
    pub language: &'static str,
    pub country: &'static str,
    pub women: Vec<Name>,
    pub men: Vec<Name>,
    pub middle_women: Vec<&'static str>,
    pub middle_men: Vec<&'static str>,
    pub families: Vec<Name>,
    pub nicknames: Vec<&'static str>,
    pub prefixes: Vec<&'static str>,
    pub cities: Vec<City>,
    pub streets: Vec<&'static str>,
    pub namesakes: Vec<Name>,
    pub trades: Vec<&'static str>,
    pub jobs: Vec<&'static str>,
    pub hobbies: Vec<&'static str>,
    pub interests: Vec<&'static str>,
    pub needs: Vec<&'static str>,
    pub said: Vec<&'static str>,
    pub next: Vec<&'static str>,
}

pub(super) struct Name {
    pub own: &'static str,
    /// As an internet address writes it: Latin letters without case and accents.
    pub plain: Box<str>,
}

#[derive(Clone, Copy, Default)]
pub(super) struct City {
    pub name: &'static str,
    pub region: &'static str,
    pub postcode: &'static str,
    pub area: &'static str,
}

/// In the order in which people of the demo take turns: [`ENGLISH`] and those after it.
pub(super) fn languages() -> [Words; 5] {
    [english::TEXT, polish::TEXT, vietnamese::TEXT, thai::TEXT, persian::TEXT].map(Words::cut)
}

/// Positions in [`languages`].
pub(super) const ENGLISH: usize = 0;
pub(super) const POLISH: usize = 1;
pub(super) const VIETNAMESE: usize = 2;
pub(super) const THAI: usize = 3;
pub(super) const PERSIAN: usize = 4;

impl Words {
    fn cut(text: Text) -> Self {
        Self {
            language: text.language,
            country: text.country,
            women: names(text.women),
            men: names(text.men),
            middle_women: list(text.middle_women),
            middle_men: list(text.middle_men),
            families: names(text.families),
            nicknames: list(text.nicknames),
            prefixes: list(text.prefixes),
            cities: list(text.cities).into_iter().map(city).collect(),
            streets: list(text.streets),
            namesakes: names(text.namesakes),
            trades: list(text.trades),
            jobs: list(text.jobs),
            hobbies: list(text.hobbies),
            interests: list(text.interests),
            needs: text.needs.lines().collect(),
            said: text.said.lines().collect(),
            next: text.next.lines().collect(),
        }
    }
}

fn list(text: &'static str) -> Vec<&'static str> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
}

fn names(text: &'static str) -> Vec<Name> {
    let name = |entry: &'static str| {
        // From Arabic to Thai: scripts beside which a Latin form stands.
        let is_other_script = entry.starts_with(|c| ('\u{600}'..='\u{e7f}').contains(&c));
        let both = entry.rsplit_once(' ').filter(|_| is_other_script);
        let (own, latin) = both.unwrap_or((entry, entry));
        Name { own, plain: fold(latin).replace(' ', "-").into() }
    };
    list(text).into_iter().map(name).collect()
}

fn city(entry: &'static str) -> City {
    let mut parts = entry.split('/');
    let mut part = || parts.next().unwrap_or_default();
    City { name: part(), region: part(), postcode: part(), area: part() }
}
