//! Addresses in one piece, taken apart: on several lines, or with commas between.
//!
//! An address is read from its end: the country, the line that has the postcode, and what is left is the street.
//! Only what has a form of its own is taken: a country by its name, a postcode by its signs, a region by its code
//! or name, and a city beside a postcode. Whatever is not recognized stays in the street, in its words and on its
//! line, so nothing is lost.
//!
//! # Limitations
//! - Without a postcode, only the country is found.
//! - Addresses that go from large to small, as Japanese, Iranian and Russian ones do, give country and postcode
//!   where these are marked as such, and stay a street otherwise.
//! - The name of a state beside a postcode and below a street is taken for the city; its letters are known.
//! - Between a British city and its postcode no county is expected: it would be taken for the city.

use crate::domain::{fold::fold, value::address::Address};

/// Countries as addresses name them, folded: in English and in their own languages.
const COUNTRIES: &str = "argentina|australia|austria|osterreich|belgium|belgique|belgie|brazil|brasil|bulgaria|canada|\
chile|china|colombia|croatia|hrvatska|cyprus|czech republic|czechia|cesko|ceska republika|denmark|danmark|egypt|\
england|estonia|eesti|finland|suomi|france|germany|deutschland|great britain|greece|hong kong|hungary|\
magyarorszag|iceland|india|indonesia|iran|ایران|ireland|israel|italy|italia|japan|日本|kenya|latvia|latvija|\
lithuania|lietuva|luxembourg|malaysia|malta|mexico|morocco|netherlands|the netherlands|nederland|new zealand|nigeria|\
northern ireland|norway|norge|pakistan|peru|philippines|poland|polska|portugal|romania|saudi arabia|\
scotland|serbia|singapore|slovakia|slovensko|slovenia|slovenija|south africa|south korea|spain|espana|\
sweden|sverige|switzerland|schweiz|suisse|svizzera|taiwan|thailand|ประเทศไทย|turkey|turkiye|uk|ukraine|\
united arab emirates|united kingdom|united states|united states of america|usa|u.s.a.|vietnam|viet nam|wales";

/// States of the United States, provinces of Canada, states of Australia and of Brazil, by the letters that stand
/// beside a postcode.
const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ \
NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY";
const PROVINCES: &str = "AB BC MB NB NL NS NT NU ON PE QC SK YT";
const TERRITORIES: &str = "ACT NSW NT QLD SA TAS VIC WA";
const BRAZILIAN: &str =
    "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO";

/// Words that no city has, folded. What holds one is a street, or a part of a house.
const NO_CITY: &str = "street st road rd avenue ave lane ln drive dr blvd boulevard highway hwy suite ste floor apt \
apartment flat unit room building bldg box po rue calle via ul ulica al weg platz strasse str. straße house block";

/// How the words of streets end in German.
const NO_CITY_ENDS: [&str; 4] = ["strasse", "straße", "str.", "gasse"];

/// Most characters of an address that is taken apart; a longer text is none.
const MOST: usize = 1_000;

/// Takes an address apart. Nothing of it is lost: what is not recognized is its street.
pub(super) fn read(text: &str) -> Address {
    let mut pieces = if text.len() > MOST { Vec::new() } else { pieces(text) };
    let mut address = Address::default();
    if pieces.len() > 1
        && let Some(country) = pieces.pop_if(|piece| is_country(piece.text))
    {
        address.country = country.text.into();
    }
    place(&mut pieces, &mut address);
    if pieces.is_empty() {
        return Address { street: text.trim().into(), ..Address::default() };
    }
    for (at, piece) in pieces.iter().enumerate() {
        let street = std::mem::take(&mut address.street);
        let sign = if at == 0 { "" } else { piece.before };
        address.street = format!("{street}{sign}{}", piece.text).into();
    }
    address
}

/// A part of the text, and how it was parted from the one before it.
#[derive(Clone, Copy)]
struct Piece<'a> {
    before: &'static str,
    text: &'a str,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        let mut before = "\n";
        for part in line.split_inclusive([',', '،']) {
            let is_persian = part.ends_with('،');
            let text = part.trim_end_matches([',', '،']).trim();
            if !text.is_empty() {
                pieces.push(Piece { before, text });
                before = if is_persian { "، " } else { ", " };
            }
        }
    }
    pieces
}

fn is_country(text: &str) -> bool {
    let text = fold(text);
    COUNTRIES.split('|').any(|country| country == text)
}

/// Takes city, region and postcode off the end, as far as something is left for the street.
fn place(pieces: &mut Vec<Piece<'_>>, address: &mut Address) {
    // Below the city may stand its region: in brackets, or above the name of a country.
    let region = pieces.last().and_then(|last| {
        let within = last.text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let is_region = within.is_some() || !address.country.is_empty() && is_city(last.text);
        is_region.then(|| within.unwrap_or(last.text))
    });
    for skipped in [0, usize::from(region.is_some())] {
        let Some((rest, [last, ..])) =
            pieces.len().checked_sub(1 + skipped).and_then(|at| pieces.split_at_checked(at))
        else {
            continue;
        };
        let Some(found) = found(rest, last.text) else { continue };
        if skipped > 0 {
            // Some forms tell the region themselves; then this is no other.
            if !found.region.is_empty() {
                continue;
            }
            address.region = region.unwrap_or_default().into();
        } else {
            address.region = found.region.into();
        }
        address.city = found.city.into();
        address.postcode = found.postcode.into();
        pieces.truncate(pieces.len() - skipped - 1 - found.before);
        return;
    }
    marked(pieces, address);
}

/// What stands in a line with a postcode.
struct Found<'a> {
    city: &'a str,
    region: &'a str,
    postcode: &'a str,
    /// How many pieces before the line it took.
    before: usize,
}

/// Reads a line with a postcode, where something is left before it.
fn found<'a>(rest: &[Piece<'a>], line: &'a str) -> Option<Found<'a>> {
    let before = rest.last()?.text;
    let has_street = |left: usize| rest.len() > left;
    let (start, end) = (leading(line), trailing(line));
    // `10115 Berlin`, `20121 Milano (MI)`, `01310-100 São Paulo - SP`.
    if let Some((postcode, city)) = start
        && let (city, region) = with_region(city)
        && is_city(city)
        // A bare number before a word may be that of a house.
        && (!postcode.bytes().all(|c| c.is_ascii_digit()) || has_number(rest))
    {
        return Some(Found { city, region, postcode, before: 0 });
    }
    let (head, postcode) = end?;
    let head = head.trim_end_matches([' ', '-', '–']);
    let shape = shape(postcode);
    let states = match shape.as_str() {
        "99999" | "99999-9999" => STATES,
        "A9A 9A9" | "A9A9A9" => PROVINCES,
        "9999" => TERRITORIES,
        "99999-999" => BRAZILIAN,
        _ => "",
    };
    // `Springfield, IL 62704`, `Toronto ON M5V 2T6`, `São Paulo - SP, 01310-100`.
    let (above, region) = split_last(head);
    if is_one_of(states, region) {
        let above = above.trim_end_matches([' ', '-', '–']);
        if above.is_empty() && is_city(before) && has_street(1) {
            return Some(Found { city: before, region, postcode, before: 1 });
        }
        if is_city(above) {
            return Some(Found { city: above, region, postcode, before: 0 });
        }
    }
    let (above, region) = split_last(before);
    let above = above.trim_end_matches([' ', '-', '–']);
    if head.is_empty() && is_one_of(states, region) && is_city(above) && has_street(1) {
        return Some(Found { city: above, region, postcode, before: 1 });
    }
    let is_british = is_british(&shape);
    // `London SW1A 1AA`; a bare number behind a word may be anything, such as that of a box or a state's.
    let is_below_house = before.contains(char::is_numeric);
    if is_city(head) && (is_british || shape == "99999" && is_below_house) {
        return Some(Found { city: head, region: "", postcode, before: 0 });
    }
    // `Bristol` above `BS1 4DZ`, `Berlin` above `10115`.
    let is_below_house = rest.split_last().is_some_and(|(_, above)| has_number(above));
    let is_alone = head.is_empty() && is_city(before) && has_street(1);
    (is_alone && (is_british || is_below_house)).then_some(Found {
        city: before,
        region: "",
        postcode,
        before: 1,
    })
}

fn has_number(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| piece.text.contains(char::is_numeric))
}

/// A postcode that is marked as one, wherever it stands.
fn marked(pieces: &mut Vec<Piece<'_>>, address: &mut Address) {
    const MARKS: [&str; 4] = ["کد پستی", "کدپستی", "〒", "Postcode"];
    let code = |text: &str| {
        let rest = MARKS.iter().find_map(|mark| text.strip_prefix(mark))?;
        let rest = rest.trim_start_matches([':', ' ']).to_owned();
        let is_code = rest.chars().all(|c| c.is_ascii_alphanumeric() || c.is_numeric() || c == '-');
        (is_code && rest.chars().any(char::is_numeric)).then_some(rest)
    };
    if pieces.len() < 2 {
        return;
    }
    let at = pieces.iter().enumerate().find_map(|(at, piece)| Some((at, code(piece.text)?)));
    if let Some((at, code)) = at {
        pieces.remove(at);
        address.postcode = code.into();
    }
}

/// The signs of a code: `9` for each digit, `A` for each capital letter of English, all others as they are.
fn shape(text: &str) -> String {
    let sign = |c: char| match c {
        '0'..='9' => '9',
        'A'..='Z' => 'A',
        other => other,
    };
    text.chars().map(sign).collect()
}

/// A postcode with the city behind it.
fn leading(line: &str) -> Option<(&str, &str)> {
    let (first, rest) = line.split_once(' ')?;
    let rest = rest.trim_start();
    let of_first = shape(first);
    // `D-10115`, as before there were signs of countries on letters.
    let plain = of_first.trim_start_matches('A').trim_start_matches('-');
    let plain = if of_first.starts_with('A') && of_first.contains('-') { plain } else { &of_first };
    if let Some((second, city)) = rest.split_once(' ')
        && matches!((plain, &*shape(second)), ("999", "99") | ("9999", "AA"))
    {
        let end = line.len() - rest.len() + second.len();
        return Some((line.get(..end)?, city.trim_start()));
    }
    let is_code = matches!(plain, "9999" | "99999" | "99-999" | "9999-999" | "99999-999");
    is_code.then_some((first, rest))
}

/// A postcode with what is before it.
fn trailing(line: &str) -> Option<(&str, &str)> {
    let (head, last) = split_last(line);
    let (above, before) = split_last(head);
    let both = [shape(before), shape(last)].join(" ");
    if is_british(&both) || matches!(&*both, "A9A 9A9" | "999 99" | "9999 AA") {
        let code = line.get(above.len()..)?.trim_start();
        return Some((above, code));
    }
    let is_code = matches!(
        &*shape(last),
        "9999" | "99999" | "99999-9999" | "99-999" | "9999-999" | "99999-999" | "A9A9A9"
    );
    is_code.then_some((head, last))
}

fn is_british(shape: &str) -> bool {
    matches!(shape, "A9 9AA" | "A99 9AA" | "AA9 9AA" | "AA99 9AA" | "A9A 9AA" | "AA9A 9AA")
}

/// The last word, and what is before it without the space between.
fn split_last(text: &str) -> (&str, &str) {
    let (head, last) = text.trim().rsplit_once(' ').unwrap_or(("", text.trim()));
    (head.trim_end(), last)
}

fn is_one_of(words: &str, word: &str) -> bool {
    !word.is_empty() && words.split_ascii_whitespace().any(|other| other == word)
}

/// A city with two letters for its province behind it, as in Italy and Brazil: in brackets or after a dash.
fn with_region(text: &str) -> (&str, &str) {
    let (head, last) = split_last(text);
    let within = last.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let dashed = head.strip_suffix(['-', '–']).map(str::trim_end);
    match (within, dashed) {
        (Some(region), _) if shape(region) == "AA" => (head, region),
        (_, Some(city)) if shape(last) == "AA" => (city, last),
        _ => (text, ""),
    }
}

/// Whether words can be the name of a city: few, of letters, perhaps with the number of a district behind.
fn is_city(text: &str) -> bool {
    /// Most words, and most digits of a district.
    const WORDS: usize = 5;
    const DIGITS: usize = 2;
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letter = |c: char| c.is_alphabetic() || ".'’-–\u{200c}()".contains(c);
    let is_district =
        |word: &&str| word.len() <= DIGITS && word.bytes().all(|c| c.is_ascii_digit());
    let names = match words.split_last() {
        Some((last, head)) if is_district(last) && !head.is_empty() => head,
        _ => &words,
    };
    let is_street = |word: &&str| {
        let word = fold(word);
        is_one_of(NO_CITY, &word) || NO_CITY_ENDS.iter().any(|end| word.ends_with(end))
    };
    !names.is_empty()
        && words.len() <= WORDS
        && text.starts_with(char::is_alphabetic)
        && names.iter().all(|word| word.chars().all(is_letter))
        && !names.iter().any(is_street)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Street, city, region, postcode, country.
    #[track_caller]
    fn check(text: &str, expected: [&str; 5]) {
        let it = read(text);
        let parts = [it.street, it.city, it.region, it.postcode, it.country];
        assert_eq!(parts.each_ref().map(|part| &**part), expected, "{text}");
    }

    #[test]
    fn postcode_before_the_city() {
        check(
            "Hauptstraße 5\n10115 Berlin\nDeutschland",
            ["Hauptstraße 5", "Berlin", "", "10115", "Deutschland"],
        );
        check(
            "ul. Lipowa 4, m. 2, 90-001 Łódź, łódzkie, Polska",
            ["ul. Lipowa 4, m. 2", "Łódź", "łódzkie", "90-001", "Polska"],
        );
        check("12 rue de la Paix, 75002 Paris", ["12 rue de la Paix", "Paris", "", "75002", ""]);
        check(
            "Prinsengracht 263\n1016 GV Amsterdam\nNederland",
            ["Prinsengracht 263", "Amsterdam", "", "1016 GV", "Nederland"],
        );
        check("Vodičkova 36, 116 02 Praha 1", ["Vodičkova 36", "Praha 1", "", "116 02", ""]);
        check(
            "Bahnhofstrasse 1, CH-9000 St. Gallen",
            ["Bahnhofstrasse 1", "St. Gallen", "", "CH-9000", ""],
        );
        check(
            "Via Roma 1\n20121 Milano (MI)\nItalia",
            ["Via Roma 1", "Milano", "MI", "20121", "Italia"],
        );
        check(
            "Calle Mayor 3\n28013 Madrid\n(Madrid)",
            ["Calle Mayor 3", "Madrid", "Madrid", "28013", ""],
        );
        check(
            "Rua Augusta 100\n1100-053 Lisboa",
            ["Rua Augusta 100", "Lisboa", "", "1100-053", ""],
        );
    }

    #[test]
    fn a_state_beside_the_postcode() {
        check(
            "12 Main St, Apt 4, Springfield, IL 62704, USA",
            ["12 Main St, Apt 4", "Springfield", "IL", "62704", "USA"],
        );
        check(
            "1 Infinite Loop\nNew York NY 10001-1234",
            ["1 Infinite Loop", "New York", "NY", "10001-1234", ""],
        );
        check(
            "290 Bremner Blvd\nToronto ON  M5V 3L9\nCanada",
            ["290 Bremner Blvd", "Toronto", "ON", "M5V 3L9", "Canada"],
        );
        check(
            "1 Macquarie St\nSydney NSW 2000\nAustralia",
            ["1 Macquarie St", "Sydney", "NSW", "2000", "Australia"],
        );
        check(
            "Av. Paulista 1578\nSão Paulo - SP, 01310-200\nBrasil",
            ["Av. Paulista 1578", "São Paulo", "SP", "01310-200", "Brasil"],
        );
    }

    #[test]
    fn postcode_behind_the_city() {
        check(
            "10 Downing Street\nLondon SW1A 2AA\nUnited Kingdom",
            ["10 Downing Street", "London", "", "SW1A 2AA", "United Kingdom"],
        );
        check("12 Quay St\nBristol\nBS1 4DZ", ["12 Quay St", "Bristol", "", "BS1 4DZ", ""]);
        check("99 ถนนสุขุมวิท\nกรุงเทพ 10110", ["99 ถนนสุขุมวิท", "กรุงเทพ", "", "10110", ""]);
        check(
            "99 Sukhumvit Rd\nBangkok 10110\nThailand",
            ["99 Sukhumvit Rd", "Bangkok", "", "10110", "Thailand"],
        );
    }

    #[test]
    fn from_large_to_small() {
        check(
            "تهران، خیابان ولیعصر، پلاک ۱۲، کد پستی ۱۲۳۴۵۶۷۸۹۰، ایران",
            ["تهران، خیابان ولیعصر، پلاک ۱۲", "", "", "۱۲۳۴۵۶۷۸۹۰", "ایران"],
        );
        check(
            "〒100-0001\n東京都千代田区千代田1-1",
            ["東京都千代田区千代田1-1", "", "", "100-0001", ""],
        );
    }

    #[test]
    fn what_is_not_recognized_stays() {
        for text in [
            "1200 Main Street",
            "Building 5, 1200 Main Street",
            "Somewhere, 10115 Main St NW",
            "PO Box 12345",
            "Company, PO Box 12345",
            "Company, 1200 Broadway",
            "Lahore, Punjab 54000",
            "12 Main St, Springfield",
            "10115 Berlin",
            "Germany",
            "Next to the church,\nsecond door",
        ] {
            let text_of = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
            let it = read(text);
            assert_eq!(text_of(&it.street).replace(", ", " "), text_of(text).replace(", ", " "));
            assert_eq!(Address { street: "".into(), ..it }, Address::default(), "{text}");
        }
        check(
            "12 Main St, Springfield, Germany",
            ["12 Main St, Springfield", "", "", "", "Germany"],
        );
        check(
            "Hauptstr. 5, 10115 Berlin, Utopia",
            ["Hauptstr. 5, 10115 Berlin, Utopia", "", "", "", ""],
        );
        let long = "x, ".repeat(MOST);
        check(&long, [long.trim(), "", "", "", ""]);
    }

    #[test]
    fn no_word_is_lost() {
        for text in ["", ",", "،,\n", "a,b\nc", "10115 Berlin, 10115 Berlin, 10115 Berlin, Spain"]
        {
            let it = read(text);
            let all = [&it.street, &it.city, &it.region, &it.postcode, &it.country];
            let all = all.map(|part| &**part).join(" ");
            for word in text.split([' ', ',', '\n']).filter(|word| !word.is_empty()) {
                assert!(all.contains(word), "{text}: {all}");
            }
        }
    }
}
