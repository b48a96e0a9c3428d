//! Phone numbers, kept as they were written.

/// Reads a number, without the space and the `tel:` around it. `None` when it is none.
///
/// A number has 3 to 20 digits of any script, an optional leading plus and nothing else than the
/// usual signs between them; letters only in front of an extension (`ext`, `x`).
pub fn parse(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let is_sign = |c: char| match c {
        '0'..='9' | ' ' | '+' | '-' | '.' | '/' | '(' | ')' => true,
        c => c.is_numeric() || c.is_whitespace() || "–#*,;=\u{200e}".contains(c),
    };
    let (mut digits, mut others) = (0, 0);
    for c in text.chars() {
        digits += usize::from(c.is_numeric());
        others += usize::from(!is_sign(c));
    }
    let is_number = || {
        let lower = text.to_lowercase();
        let number = lower.split_once("ext").or_else(|| lower.split_once('x'));
        number.is_some_and(|(number, _)| number.chars().all(is_sign))
    };
    ((3..=20).contains(&digits) && (others == 0 || is_number())).then_some(text)
}

/// The digits alone, in ASCII, with a plus in front where the number has one: what `tel:` wants.
pub fn dialled(text: &str) -> String {
    let plus = text.trim_start().starts_with('+').then_some('+');
    let folded = (!text.is_ascii()).then(|| super::super::fold::fold(text));
    let mut dialled = String::with_capacity(text.len());
    dialled.extend(plus);
    dialled.extend(folded.as_deref().unwrap_or(text).chars().filter(char::is_ascii_digit));
    dialled
}

/// What a click on a number opens, the extension apart (RFC 3966, 5.3).
pub fn href(text: &str) -> Option<String> {
    let text = parse(text)?.to_lowercase();
    let parts = text.split_once("ext").or_else(|| text.split_once('x'));
    let (number, extension) = parts.unwrap_or((&text, ""));
    let extension = dialled(extension.trim_start_matches(['.', ' ']));
    let number = dialled(number);
    Some(if extension.is_empty() {
        format!("tel:{number}")
    } else {
        format!("tel:{number};ext={extension}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_is_not_part_of_the_number() {
        assert_eq!(href("+1 (206) 555-0142").as_deref(), Some("tel:+12065550142"));
        assert_eq!(href("+44 20 7946 ext. 12").as_deref(), Some("tel:+44207946;ext=12"));
        assert_eq!(href("۰۲۱ ۵۵۵ ۰۱۲۳").as_deref(), Some("tel:0215550123"));
        assert_eq!(href("n/a"), None);
    }

    #[test]
    fn numbers() {
        for text in [
            "+1 (206) 555-0142",
            "00420 601 000 111",
            "2125550188",
            "۰۲۱ ۵۵۵ ۰۱۲۳",
            "+44 20 7946 0000 ext 12",
        ] {
            assert_eq!(parse(text), Some(text));
        }
    }

    #[test]
    fn not_numbers() {
        for text in ["", "n/a", "12", "marie@dupont.example", "Marie Dupont", "2026-01-05T10:00"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn dialling_drops_signs_and_translates_digits() {
        assert_eq!(dialled("+1 (206) 555-0142"), "+12065550142");
        assert_eq!(dialled("۰۲۱ ۵۵۵"), "021555");
    }
}
