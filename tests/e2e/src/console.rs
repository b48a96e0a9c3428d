//! What the page complained about.

use std::{cell::Cell, fs};

use anyhow::Result;
use thirtyfour::WebDriver;
use xtask::browser::Browser;

use crate::driver::Driver;

/// Remembers how much of the complaints has been read already.
#[derive(Default)]
pub(crate) struct Console {
    read: Cell<usize>,
}

impl Console {
    /// Returns the errors since the last call.
    pub(crate) async fn errors(
        &self,
        browser: Browser,
        session: &WebDriver,
        driver: &Driver,
    ) -> Result<Vec<String>> {
        match browser {
            Browser::Chromium => {
                let entries = session.browser_log().await?;
                let loud = entries.into_iter().filter(|entry| entry.level == "SEVERE");
                Ok(loud.map(|entry| entry.message).collect())
            }
            // WebDriver has no such call there, but Firefox can be told to print its console.
            Browser::Firefox => {
                let log = fs::read(driver.log())?;
                let new = log.get(self.read.get()..).unwrap_or_default();
                self.read.set(log.len());
                let text = String::from_utf8_lossy(new);
                let ours = text.lines().filter(|line| is_of_a_page(line));
                Ok(ours.map(str::to_owned).collect())
            }
        }
    }
}

/// What Firefox says of a fetch that a page did not wait for when it was left: the later parts of the
/// app, mostly. One that is missed for good shows on the page that needs it.
const LEFT: &str = "NetworkError when attempting to fetch resource.";

/// Firefox also prints the mistakes of its own scripts. Their addresses are `chrome:` and
/// `resource:`, and their messages begin with a bare name where those of pages have a quote.
fn is_of_a_page(line: &str) -> bool {
    let own = line.contains("chrome://") || line.contains("resource://");
    let printed = line
        .strip_prefix("console.error: ")
        .is_some_and(|message| !message.starts_with(|first: char| first.is_ascii_alphabetic()));
    !own && !line.contains(LEFT) && (printed || line.starts_with("JavaScript error: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_of_pages_count() {
        assert!(is_of_a_page("console.error: \"shown by hand\""));
        assert!(is_of_a_page(
            "console.error: (new TypeError(\"x\", \"http://127.0.0.1/a.js\", 1))"
        ));
        assert!(is_of_a_page("JavaScript error: http://127.0.0.1/a.js, line 1: Error: thrown"));
    }

    #[test]
    fn complaints_of_firefox_itself_do_not() {
        assert!(!is_of_a_page("console.error: RSLoader: "));
        assert!(!is_of_a_page(
            "console.error: (new TypeError(\"x\", \"resource://a.sys.mjs\", 1))"
        ));
        assert!(!is_of_a_page("JavaScript error: resource://gre/a.sys.mjs, line 50: TypeError: x"));
        assert!(!is_of_a_page("console.warn: \"no error\""));
        assert!(!is_of_a_page(
            "console.error: (new TypeError(\"NetworkError when attempting to fetch resource.\", \"\"))"
        ));
    }
}
