//! Content lines going out, as vCard (RFC 2426, RFC 6350) and iCalendar (RFC 5545) both have them.

/// Puts a line: name and parameters, and a value that is escaped where it is text.
pub(super) fn put(head: &str, value: &str, to: &mut Vec<u8>) {
    fold(&format!("{head}:{value}"), to);
}

/// Text as a value (RFC 2426, 5; RFC 6350, 3.4; RFC 5545, 3.3.11). Control characters have no place
/// in it.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(letter),
            _ if letter.is_ascii_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Breaks a line before it has more than 75 octets, and never within a character (RFC 6350, 3.2;
/// RFC 5545, 3.1).
fn fold(line: &str, to: &mut Vec<u8>) {
    const MOST: usize = 75;
    let mut rest = line;
    let mut room = MOST;
    while rest.len() > room {
        let (start, more) = rest.split_at(rest.floor_char_boundary(room));
        to.extend_from_slice(start.as_bytes());
        to.extend_from_slice(b"\r\n ");
        rest = more;
        room = MOST - 1;
    }
    to.extend_from_slice(rest.as_bytes());
    to.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        let mut line = Vec::new();
        put("NOTE", value, &mut line);
        assert_eq!(String::from_utf8(line).unwrap(), expected);
    }

    #[test]
    fn long_lines() {
        let most = "x".repeat(70);
        check(&most, &format!("NOTE:{most}\r\n"));
        check(&format!("{most}y"), &format!("NOTE:{most}\r\n y\r\n"));
        check(&format!("{most}{most}wxyz!"), &format!("NOTE:{most}\r\n {most}wxyz\r\n !\r\n"));
        // Two octets stay together.
        let short = "x".repeat(69);
        check(&format!("{short}é"), &format!("NOTE:{short}\r\n é\r\n"));
    }

    #[test]
    fn signs_with_a_meaning() {
        assert_eq!(escaped("a,b;c\\d:\"e\""), "a\\,b\\;c\\\\d:\"e\"");
        assert_eq!(escaped("a\nb\r\nc\rd\n\re"), "a\\nb\\nc\\nd\\n\\ne");
        assert_eq!(escaped("\0a\tb\u{1b}\u{7f}"), "a\tb");
    }
}
