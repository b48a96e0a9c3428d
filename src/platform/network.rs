//! What this page may ask of anybody, and what it has asked for.

use wasm_bindgen::JsCast;
use web_sys::{HtmlLinkElement, HtmlMetaElement, PerformanceEntry};

use super::dom;

/// What is left once all parts of the app are here: nothing may be asked for, not even of the app's own host.
/// Pictures come from the workspace, and code is only what has been compiled already or will be from memory.
const CLOSED: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'none'; \
    img-src blob: data:; connect-src 'none'; worker-src 'none'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// Says which policies are in force, the first being the one that the page came with.
const POLICIES: &str = "meta[http-equiv=Content-Security-Policy]";

/// Closes the page to the network, for as long as it is open. A policy can be added, never taken away.
pub fn close() {
    let meta = dom::document().create_element("meta").ok();
    let meta = meta.and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok());
    if let Some((meta, head)) = meta.zip(dom::document().head()) {
        meta.set_http_equiv("Content-Security-Policy");
        meta.set_content(CLOSED);
        // A head takes any element.
        let _ = head.append_child(&meta);
    }
}

pub fn is_closed() -> bool {
    policies().iter().any(|policy| policy == CLOSED)
}

/// The policies in force.
pub fn policies() -> Vec<String> {
    let Ok(found) = dom::document().query_selector_all(POLICIES) else { return Vec::new() };
    let metas =
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlMetaElement>().ok());
    metas.map(|meta| meta.content()).collect()
}

/// Milliseconds since the page was opened.
pub fn elapsed() -> f64 {
    dom::window().performance().map_or(0.0, |performance| performance.now())
}

/// A request that the page has made.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub address: String,
    /// When, in milliseconds since the page was opened.
    pub at: f64,
    /// Whether it was for a file of this app.
    pub is_own: bool,
}

/// All that the page has asked for since it was opened, as the browser itself has noted it.
pub fn asked() -> Vec<Asked> {
    let Some(performance) = dom::window().performance() else { return Vec::new() };
    let base = dom::document().base_uri().ok().flatten().unwrap_or_default();
    let base = base.split(['#', '?']).next().unwrap_or_default();
    let folder = base.rfind('/').and_then(|end| base.get(..=end)).unwrap_or_default();
    let entries = performance.get_entries_by_type("resource").into_iter();
    let entries = entries.filter_map(|entry| entry.dyn_into::<PerformanceEntry>().ok());
    let asked = entries.map(|entry| {
        let address = entry.name();
        let is_own = address.starts_with(folder) || address.starts_with("blob:");
        Asked { address, at: entry.start_time(), is_own }
    });
    asked.collect()
}

/// Whether all style sheets are here. One that did not come is asked for again.
pub fn has_styles() -> bool {
    let Ok(found) = dom::document().query_selector_all("link[rel=stylesheet]") else {
        return false;
    };
    let links =
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlLinkElement>().ok());
    let missing: Vec<_> = links.filter(|link| link.sheet().is_none()).collect();
    for link in &missing {
        link.set_href(&link.href());
    }
    missing.is_empty()
}
