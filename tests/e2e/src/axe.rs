//! Accessibility, as far as a program can judge it: axe-core inside the page.

use std::{fmt, fs};

use anyhow::{Context, Result};
use serde::Deserialize;
use thirtyfour::WebDriver;

use crate::settings;

/// A rule that the page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    pub id: String,
    pub impact: Option<String>,
    pub help: String,
    /// Selectors of the elements concerned.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let impact = self.impact.as_deref().unwrap_or("unknown");
        write!(f, "{} ({impact}): {} at {}", self.id, self.help, self.nodes.join(" | "))
    }
}

pub(crate) async fn violations(session: &WebDriver) -> Result<Vec<Violation>> {
    let path = settings()?.axe;
    let axe = fs::read_to_string(&path)
        .with_context(|| format!("axe-core is missing at {}", path.display()))?;
    // Everything in one script: Firefox forgets what one script leaves behind before the next.
    let script = format!(
        "{axe};
        const options = {{
            resultTypes: ['violations'],
            // Part of WCAG 2.2 AA, but not yet among the rules that are run unasked.
            rules: {{ 'target-size': {{ enabled: true }} }},
        }};
        return axe.run(document, options).then(({{ violations }}) =>
            violations.map(({{ id, impact, help, nodes }}) =>
                ({{ id, impact, help, nodes: nodes.map((node) => node.target.join(' ')) }})));"
    );
    Ok(session.execute(script, Vec::new()).await?.convert()?)
}
