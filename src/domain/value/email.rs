//! E-mail addresses.

/// Reads an address, without the space and the `mailto:` around it. `None` when it is none.
///
/// Only what makes an address unusable is refused: no `@` with something on either side, spaces or
/// control characters, a domain without a dot or with an empty part, or a length over 254
/// (RFC 5321, 4.5.3.1). Everything beyond that, the receiving server alone knows.
/// Case is kept, since the part before the `@` may tell it apart.
pub fn parse(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.rsplit_once('@')?;
    let is_plain = |byte: u8| match byte {
        b'<' | b'>' | b'(' | b')' | b'[' | b']' | b',' | b';' | b':' | b'\\' | b'"' => false,
        _ => byte.is_ascii_graphic() || !byte.is_ascii(),
    };
    let is_fine = |c: char| !c.is_whitespace() && !c.is_control();
    // Between its parts there is one point each.
    let (mut before, mut points, mut is_filled) = (b'.', 0, true);
    for byte in domain.bytes() {
        points += usize::from(byte == b'.');
        is_filled &= byte != b'.' || before != b'.';
        before = byte;
    }
    let parts_are_filled = points > 0 && is_filled && before != b'.';
    let is_address = !local.is_empty()
        && !local.contains('@')
        && text.len() <= 254
        && parts_are_filled
        && text.bytes().all(is_plain)
        && (text.is_ascii() || text.chars().all(is_fine));
    is_address.then_some(text)
}

/// What a click on an address opens. Signs that would end it (RFC 6068, 2) are encoded.
pub fn href(text: &str) -> Option<String> {
    use std::fmt::Write;
    let mut href = "mailto:".to_owned();
    for byte in parse(text)?.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~+@".contains(&byte) {
            href.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(href, "%{byte:02X}");
        }
    }
    Some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_follows_the_address_in_a_link() {
        assert_eq!(href("ada@x.org").as_deref(), Some("mailto:ada@x.org"));
        assert_eq!(href("a?bcc=b@x.org").as_deref(), Some("mailto:a%3Fbcc%3Db@x.org"));
        assert_eq!(href("no address"), None);
    }

    #[test]
    fn addresses() {
        for text in ["ada@x.org", "John.Smith+crm@Example.COM", "tomas.riha@pošta.example"] {
            assert_eq!(parse(text), Some(text));
        }
        assert_eq!(parse(" mailto:ada@x.org\n"), Some("ada@x.org"));
    }

    #[test]
    fn not_addresses() {
        for text in
            ["", "bob(at)example.com", "a@b", "@x.org", "a@", "a b@x.org", "a@x..org", "a@b@x.org"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
