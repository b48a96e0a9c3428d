//! Addresses of pages on the web and in social networks.

/// The schemes that a link from data may have. Nothing else ever becomes an `href`.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Reads an address; one without a scheme is taken as `https`. `None` when it is none.
///
/// Browsers drop tabs, line breaks and leading control characters before they read a scheme, so
/// an address that holds any control character is refused.
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if SCHEMES.iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len()) {
        return Some(text.to_owned());
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains(':') && !host.contains('@');
    is_host.then(|| format!("https://{text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(parse("https://a.example/x").as_deref(), Some("https://a.example/x"));
        assert_eq!(parse("a.example/x?y").as_deref(), Some("https://a.example/x?y"));
    }

    #[test]
    fn nothing_that_could_run() {
        for text in [
            "javascript:alert(1)",
            "java\tscript:x.y",
            "data:text/html,x.y",
            "",
            "\u{1}https://a.b",
            "ada@x.org",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
