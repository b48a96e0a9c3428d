//! Addresses of pages on the web and in social networks.

use std::borrow::Cow;

/// The schemes that a link from data may have. Nothing else ever becomes an `href`.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Reads an address; one without a scheme is taken as `https`. `None` when it is none.
///
/// Browsers drop tabs, line breaks and leading control characters before they read a scheme, so
/// an address that holds any control character is refused.
pub fn parse(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let has = |scheme: &str| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    };
    if SCHEMES.into_iter().any(has) {
        return Some(text.into());
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains(':') && !host.contains('@');
    is_host.then(|| format!("https://{text}").into())
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
