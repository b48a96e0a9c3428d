//! Phone numbers as one dials them at home, and the countries that they are from.
//!
//! What is not surely a whole national number of the country stays as it is written: a part of one, an
//! emergency number, or one that has the code of its country without a sign for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{Incoming, Source};
use crate::domain::{
    field::{Kind, keys},
    fold::fold,
    value::{Value, phone},
};

/// How a country writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// As in ISO 3166-1.
    pub code: &'static str,
    /// What stands behind the plus.
    pub calling: &'static str,
    /// What stands before a national number and is not dialled from abroad, between slashes where there are
    /// several ways; a dash where nothing does.
    trunk: &'static str,
    /// Whether a number is whole without it.
    may_omit: bool,
    /// How many digits a national number has without it.
    digits: (usize, usize),
}

/// The code of the country, the one that is dialled, what stands before national numbers, and how many digits
/// they have behind it. A question mark: what stands before them is often left out. Of several countries with
/// one calling code the largest comes first.
///
/// Calling codes are those of the list of assigned country codes that ITU-T publishes with Recommendation E.164;
/// the others are from the national numbering plans that it collects, and were checked with the metadata
/// of libphonenumber 9.0.
const PLANS: &str = "\
    US 1 1 10;AG 1 1 10;AI 1 1 10;AS 1 1 10;BB 1 1 10;BM 1 1 10;BS 1 1 10;CA 1 1 10;DM 1 1 10;\
    DO 1 1 10;GD 1 1 10;GU 1 1 10;JM 1 1 10;KN 1 1 10;KY 1 1 10;LC 1 1 10;MP 1 1 10;MS 1 1 10;\
    PR 1 1 10;SX 1 1 10;TC 1 1 10;TT 1 1 10;VC 1 1 10;VG 1 1 10;VI 1 1 10;EG 20 0 8-10;\
    SS 211 0 9;MA 212 0 9;DZ 213 0 8-9;TN 216 - 8;LY 218 0 9;GM 220 - 7-9;SN 221 - 9;MR 222 - 8;\
    ML 223 - 8;GN 224 - 8-9;CI 225 - 10;BF 226 - 8;NE 227 - 8;TG 228 - 8;BJ 229 - 10;\
    MU 230 - 7-8;LR 231 0 7-9;SL 232 0 8;GH 233 0 9;NG 234 0 10;TD 235 - 8;CF 236 - 8;\
    CM 237 - 9;CV 238 - 7;ST 239 - 7;GQ 240 - 9;CG 242 - 9;CD 243 0 7-10;AO 244 - 9;GW 245 - 9;\
    SC 248 - 7;SD 249 0 9;RW 250 0 8-9;ET 251 0 9;SO 252 0 7-9;DJ 253 - 8;KE 254 0 7-9;\
    TZ 255 0 9;UG 256 0 9;BI 257 - 8;MZ 258 - 8-9;ZM 260 0 9;MG 261 0 9;RE 262 0 9;YT 262 0 9;\
    ZW 263 0 9;NA 264 0 8-9;MW 265 0 7-9;LS 266 - 8;BW 267 - 7-8;SZ 268 - 8;KM 269 - 7;\
    ZA 27 0 9;SH 290 - 4-5;ER 291 0 7;AW 297 - 7;FO 298 - 6;GL 299 - 6;GR 30 - 10;NL 31 0 9;\
    BE 32 0? 8-9;FR 33 0 9;ES 34 - 9;GI 350 - 8;PT 351 - 9;LU 352 - 6-9;IE 353 0 7-9;IS 354 - 7;\
    AL 355 0 8-9;MT 356 - 8;CY 357 - 8;FI 358 0 6-10;AX 358 0 6-10;BG 359 0 7-9;HU 36 06 8-9;\
    LT 370 0/8 8;LV 371 - 8;EE 372 - 7-8;MD 373 0 8;AM 374 0 8;BY 375 80/8/0 9;AD 376 - 6-9;\
    MC 377 0 8-9;SM 378 - 6-10;UA 380 0 9;RS 381 0 8-9;ME 382 0 8-9;XK 383 0 8-9;HR 385 0 8-9;\
    SI 386 0 8;BA 387 0 8-9;MK 389 0 8;IT 39 - 6-12;VA 39 - 6-11;RO 40 0 9;CH 41 0 9;CZ 420 - 9;\
    SK 421 0 9;LI 423 0 7-9;AT 43 0 7-13;GB 44 0? 9-10;GG 44 0? 10;IM 44 0? 10;JE 44 0? 10;\
    DK 45 - 8;SE 46 0 7-9;NO 47 - 8;PL 48 - 9;DE 49 0 7-11;FK 500 - 5;BZ 501 - 7;GT 502 - 8;\
    SV 503 - 8;HN 504 - 8;NI 505 - 8;CR 506 - 8;PA 507 - 7-8;PM 508 0 6-9;HT 509 - 8;\
    PE 51 0? 8-9;MX 52 - 10;CU 53 0 8;AR 54 0 10-11;BR 55 0? 10-11;CL 56 - 9;CO 57 0 10;\
    VE 58 0 10;GP 590 0 9;BO 591 0 8;GY 592 - 7;EC 593 0 8-9;GF 594 0 9;PY 595 0 7-9;MQ 596 0 9;\
    SR 597 - 6-7;UY 598 0 8;CW 599 - 7-8;BQ 599 - 7;MY 60 0 8-10;AU 61 0 9;CC 61 0 9;CX 61 0 9;\
    ID 62 0 8-12;PH 63 0 8-10;NZ 64 0 8-10;SG 65 - 8;TH 66 0 8-9;TL 670 - 7-8;NF 672 - 6;\
    BN 673 - 7;NR 674 - 7;PG 675 - 7-8;TO 676 - 5-7;SB 677 - 5-7;VU 678 - 5-7;FJ 679 - 7;\
    PW 680 - 7;WF 681 - 6;CK 682 - 5;NU 683 - 4-7;WS 685 - 5-10;KI 686 0 5-8;NC 687 - 6;\
    TV 688 - 5-7;PF 689 - 8;TK 690 - 4-7;FM 691 - 7;MH 692 1 7;RU 7 8 10;KZ 7 8 10;JP 81 0 9-10;\
    KR 82 0 8-10;VN 84 0 9-10;KP 850 0 8-10;HK 852 - 8;MO 853 - 8;KH 855 0 8-9;LA 856 0 8-10;\
    CN 86 0? 10-11;BD 880 0 8-10;TW 886 0 8-9;TR 90 0 10;IN 91 0 10;PK 92 0 9-10;AF 93 0 9;\
    LK 94 0 9;MM 95 0 7-10;MV 960 - 7;LB 961 0 7-8;JO 962 0 8-9;SY 963 0 8-9;IQ 964 0 8-10;\
    KW 965 - 8;SA 966 0 9;YE 967 0 7-9;OM 968 - 8;PS 970 0 8-9;AE 971 0 8-9;IL 972 0 8-9;\
    BH 973 - 8;QA 974 - 8;BT 975 - 7-8;MN 976 0 8-10;NP 977 0 8-10;IR 98 0 10;TJ 992 - 9;\
    TM 993 8 8;AZ 994 0 9;GE 995 0 9;KG 996 0 9;UZ 998 - 9";

impl Country {
    pub fn all() -> impl Iterator<Item = Self> {
        PLANS.split(';').filter_map(Self::read)
    }

    /// By its code.
    pub fn of(code: &str) -> Option<Self> {
        Self::all().find(|country| country.code.eq_ignore_ascii_case(code))
    }

    fn read(plan: &'static str) -> Option<Self> {
        let mut words = plan.split(' ');
        let (code, calling, trunk, digits) =
            (words.next()?, words.next()?, words.next()?, words.next()?);
        let (least, most) = digits.split_once('-').unwrap_or((digits, digits));
        let digits = (least.parse().ok()?, most.parse().ok()?);
        let may_omit = trunk.ends_with('?') || digits.0 == digits.1;
        Some(Self { code, calling, trunk: trunk.trim_end_matches('?'), may_omit, digits })
    }

    /// The number with the code of the country, where it is one of its national numbers.
    pub fn international(self, number: &str) -> Option<String> {
        if has_code(number) {
            return None;
        }
        let folded = fold(number);
        // An extension, or what is dialled after a pause.
        let is_end = |c: char| c.is_alphabetic() || ",;#*".contains(c);
        let (number, extension) = folded.split_at(folded.find(is_end).unwrap_or(folded.len()));
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let dropped = self.dropped(&digits)?;
        let mut before = dropped;
        let rest = number.chars().filter(|c| {
            let is_dropped = c.is_ascii_digit() && before > 0;
            before -= usize::from(is_dropped);
            !is_dropped
        });
        let rest: String = rest.map(|c| if "()".contains(c) { ' ' } else { c }).collect();
        let rest = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
        let mut words: Vec<&str> = rest.split_whitespace().collect();
        words.extend((!extension.is_empty()).then_some(extension.trim()));
        let whole = format!("+{} {}", self.calling, words.join(" "));
        phone::parse(&whole).is_some().then_some(whole)
    }

    /// How many digits stand before the national number. `None` where it is none.
    fn dropped(self, digits: &str) -> Option<usize> {
        let fits = |length: usize| (self.digits.0..=self.digits.1).contains(&length);
        let trunks = || self.trunk.split('/').filter(|trunk| *trunk != "-");
        let with =
            trunks().find(|trunk| digits.strip_prefix(trunk).is_some_and(|rest| fits(rest.len())));
        if let Some(trunk) = with {
            return Some(trunk.len());
        }
        let begins = trunks().any(|trunk| digits.starts_with(trunk))
            || digits.starts_with('0') && !KEEP_ZERO.contains(&self.calling);
        (self.may_omit || self.trunk == "-").then_some(())?;
        (fits(digits.len()) && !begins).then_some(0)
    }
}

/// Where a national number may begin with a zero that is dialled from abroad too.
const KEEP_ZERO: [&str; 6] = ["225", "229", "242", "378", "379", "39"];

/// Whether a number says its country, or is dialled as one that does.
fn has_code(number: &str) -> bool {
    number.contains('+') || phone::dialled(number).starts_with("00")
}

/// Gives the numbers of a row that have none the code of their country. Says how many have had none.
pub(super) fn complete(row: &mut Incoming, from: Option<Country>) -> usize {
    let mut count = 0;
    let mut whole = |number: &str| {
        let is_national = !has_code(number);
        count += usize::from(is_national);
        from.filter(|_| is_national)?.international(number).map(Box::from)
    };
    for (key, value, _) in &mut row.fields {
        match value {
            Value::Labelled(items) if *key == keys::PHONES => {
                for item in items.iter_mut() {
                    if let Some(number) = whole(&item.value) {
                        item.value = number;
                    }
                }
                if from.is_none() || items.len() < 2 {
                    continue;
                }
                // One may have stood there in both ways.
                let mut kept = std::mem::take(items).into_vec();
                let mut said = Vec::new();
                kept.retain(|item| {
                    let dialled = phone::dialled(&item.value);
                    let is_new = !said.contains(&dialled);
                    said.push(dialled);
                    is_new
                });
                *items = kept.into();
            }
            Value::Text(number) if key.field().is_some_and(|it| it.kind == Kind::Phone) => {
                if let Some(whole) = whole(number) {
                    *number = whole;
                }
            }
            _ => {}
        }
    }
    count
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.code.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::of(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no such country"))
    }
}

/// Countries by what they are called, folded.
pub type Named = BTreeMap<String, Country>;

/// Countries by their codes and by what `names` call them.
pub fn named(names: &[&dyn Fn(&'static str) -> String]) -> Named {
    const ALSO: [(&str, &str); 6] = [
        ("england", "GB"),
        ("great britain", "GB"),
        ("scotland", "GB"),
        ("u.s.a.", "US"),
        ("uk", "GB"),
        ("usa", "US"),
    ];
    let also = ALSO.into_iter().filter_map(|(name, code)| Some((name.into(), Country::of(code)?)));
    let called = |country: Country| {
        let names = names.iter().map(move |name| name(country.code));
        names.chain([country.code.to_owned()]).map(move |name| (fold(&name), country))
    };
    Country::all().flat_map(called).chain(also).collect()
}

/// How many rows tell where the numbers of a file are from.
const SAMPLE: usize = 200;

/// The country that the numbers without a code are from: the one of most addresses or, where there are
/// none, the one whose code most other numbers have.
pub fn guess(source: &dyn Source, named: &Named) -> Option<Country> {
    let (mut addresses, mut codes) = (Vec::new(), Vec::new());
    for row in (0..source.rows().min(SAMPLE)).filter_map(|at| source.row(at).incoming) {
        if let Some(Value::Addresses(items)) = row.get(keys::ADDRESSES) {
            let countries = items.iter().filter(|item| !item.country.is_empty());
            addresses.extend(countries.map(|item| named.get(&fold(&item.country)).copied()));
        }
        if let Some(Value::Labelled(items)) = row.get(keys::PHONES) {
            let numbers = items.iter().map(|item| phone::dialled(&item.value));
            codes.extend(numbers.filter(|number| number.starts_with('+')).map(|it| of_code(&it)));
        }
    }
    if addresses.is_empty() { usual(&codes, 2) } else { usual(&addresses, 1) }
}

/// What most of them are, where there are enough.
fn usual(found: &[Option<Country>], least: usize) -> Option<Country> {
    let count = |country| found.iter().filter(|other| **other == Some(country)).count();
    let most = found.iter().flatten().copied().max_by_key(|country| count(*country))?;
    (count(most) >= least && count(most) * 5 >= found.len() * 4).then_some(most)
}

/// The largest country with the code that a number begins with. No code begins another one.
fn of_code(number: &str) -> Option<Country> {
    let number = number.strip_prefix('+')?;
    Country::all().find(|country| number.starts_with(country.calling))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::{Builder, Row, Rows};

    #[track_caller]
    fn check(code: &str, number: &str, expected: Option<&str>) {
        let country = Country::of(code).unwrap();
        assert_eq!(country.international(number).as_deref(), expected, "{number}");
    }

    #[test]
    fn what_stands_before_national_numbers_goes() {
        check("GB", "020 7946 0000", Some("+44 20 7946 0000"));
        check("GB", "(020) 7946-0000 ext 12", Some("+44 20 7946-0000 ext 12"));
        check("DE", "0221/5550101", Some("+49 221/5550101"));
        check("US", "1-206-555-0142", Some("+1 206-555-0142"));
        check("RU", "8 (495) 123-45-67", Some("+7 495 123-45-67"));
        check("HU", "06 1 234 5678", Some("+36 1 234 5678"));
        check("BY", "8 (029) 123-45-67", Some("+375 29 123-45-67"));
        check("IR", "۰۲۱ ۵۵۵۵ ۰۱۲۳", Some("+98 21 5555 0123"));
    }

    #[test]
    fn what_belongs_to_the_number_stays() {
        check("IT", "06 1234 5678", Some("+39 06 1234 5678"));
        check("ES", "612 34 56 78", Some("+34 612 34 56 78"));
        check("DK", "32 12 34 56", Some("+45 32 12 34 56"));
        check("PT", "912345678", Some("+351 912345678"));
        check("CI", "01 23 45 67 89", Some("+225 01 23 45 67 89"));
    }

    #[test]
    fn spreadsheets_drop_the_zero() {
        check("FR", "612345678", Some("+33 612345678"));
        check("GB", "7700900123", Some("+44 7700900123"));
        check("US", "(206) 555-0142", Some("+1 206 555-0142"));
        check("IN", "98765 43210", Some("+91 98765 43210"));
    }

    #[test]
    fn what_is_no_national_number_stays_as_it_is_written() {
        for (code, number) in [
            ("GB", "+44 20 7946 0000"),
            ("GB", "0044 20 7946 0000"),
            ("GB", "442079460000"),
            ("GB", "7946 0000"),
            ("GB", "999"),
            ("DE", "5550101"),
            ("ES", "0612 345 67"),
            ("FR", "(+33) 6 12 34 56 78"),
            ("US", "555-0142"),
            ("US", "011 44 20 7946 0000"),
            ("US", "*100#"),
        ] {
            check(code, number, None);
        }
    }

    #[test]
    fn all_plans_are_read() {
        assert_eq!(Country::all().count(), PLANS.split(';').count());
        let mut codes: Vec<_> = Country::all().map(|country| country.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Country::all().count());
        for country in Country::all() {
            let json = serde_json::to_string(&country).unwrap();
            assert_eq!(serde_json::from_str::<Country>(&json).unwrap(), country);
            let longest = country.calling.len() + country.digits.1;
            assert!(country.digits.0 <= country.digits.1 && longest <= 15, "{country:?}");
            // The largest is told by a number of any country with its code.
            let main = of_code(&format!("+{}", country.calling)).unwrap();
            assert_eq!(main.calling, country.calling);
        }
    }

    /// The country that is guessed from rows of a number and a country.
    #[track_caller]
    fn guesses(rows: &[(&str, &str)], expected: Option<&str>) {
        let row = |(number, country): &(&str, &str)| {
            let mut builder = Builder::new(&[]);
            builder.phones(0, number, "".into());
            if !country.is_empty() {
                builder.address(1, 0, "", super::super::Part::Country, country);
            }
            Row {
                line: 1,
                incoming: Some(builder.finish().0),
                faults: Vec::new(),
                cells: Vec::new(),
            }
        };
        let rows = Rows { headers: [].into(), rows: rows.iter().map(row).collect() };
        let named = named(&[&|code| if code == "DE" { "Deutschland".into() } else { code.into() }]);
        assert_eq!(guess(&rows, &named).map(|country| country.code), expected);
    }

    #[test]
    fn the_country_is_that_of_most() {
        guesses(&[("020 7946 0000", "UK"), ("0161 496 0000", "gb")], Some("GB"));
        guesses(&[("030 5550100", "DEUTSCHLAND")], Some("DE"));
        guesses(&[("030 5550100", "DE"), ("020 7946 0000", "UK")], None);
        guesses(&[("030 5550100", "Atlantis")], None);
        // Without addresses, the other numbers tell.
        guesses(
            &[("+49 30 5550100", ""), ("+49 221 5550101", ""), ("0151 555010", "")],
            Some("DE"),
        );
        guesses(&[("+49 30 5550100", ""), ("0151 555010", "")], None);
        guesses(&[("+49 30 5550100", ""), ("+44 20 7946 0000", "")], None);
        guesses(&[("0151 555010", "")], None);
    }
}
