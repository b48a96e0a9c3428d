//! The window, its address, and the document's element.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, MutationObserver,
    MutationObserverInit, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

/// The window. There is one: the app runs in no worker.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
#[expect(clippy::expect_used, reason = "without a window nothing runs this code")]
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

#[expect(clippy::expect_used, reason = "without a document nothing runs this code")]
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address within the app, as a new entry of the browser's history.
pub fn go(hash: &str) {
    // Refused only for a malformed address; ours is printed by `route`.
    let _ = window().location().set_hash(hash);
}

/// Replaces the address without a new entry, for what changes while one types.
pub fn replace(hash: &str) {
    if let Ok(history) = window().history() {
        // Browsers limit how often this may be called; the next one will do.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Calls back for an event of the window, for as long as the page lives.
pub fn on_window<E: JsCast + 'static>(event: &str, mut callback: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        callback(event.unchecked_into());
    });
    let function = closure.into_js_value();
    // Adding a listener to the window does not fail.
    let _ = window().add_event_listener_with_callback(event, function.unchecked_ref());
}

/// Calls back whenever an element has got another size, the first one included, until it is dropped.
pub struct Resizing {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Resizing {
    pub fn new(element: &Element, callback: impl FnMut() + 'static) -> Self {
        let callback = Closure::<dyn FnMut()>::new(callback);
        #[expect(clippy::expect_used, reason = "every browser that runs the app has it")]
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref())
            .expect("a browser that tells of sizes");
        observer.observe(element);
        Self { observer, _callback: callback }
    }
}

impl Drop for Resizing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Sets the title, language and direction of the document.
pub fn set_language(tag: &str, direction: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Whether the interface runs from right to left.
pub fn is_right_to_left() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"))
}

/// Sets or, with `None`, takes away the theme that the person chose.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Removes what stood on the page before the app was there.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Moves the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // What cannot be focused keeps the focus where it is.
        let _ = element.focus();
    }
}

/// Ends the selection of text on the page, as a click beside it does.
pub fn select_nothing() {
    if let Ok(Some(selection)) = window().get_selection() {
        // Nothing of it could be left over.
        let _ = selection.remove_all_ranges();
    }
}

/// Whether nothing after an element takes the focus by the tab key, of all that is within another; with
/// `is_back`, nothing before it.
pub fn is_end(within: &Element, of: &Element, is_back: bool) -> bool {
    const INPUTS: &str = ":is(button, input, select, textarea):not([tabindex='-1'], :disabled)";
    let Ok(inputs) = within.query_selector_all(INPUTS) else { return true };
    let end = if is_back { 0 } else { inputs.length().saturating_sub(1) };
    inputs.get(end).is_none_or(|end| end.is_same_node(Some(of)))
}

/// What was chosen in a drop-down, which goes back to what is saved: it changes once the choice is saved, too.
pub fn chosen(event: &Event, saved: &str) -> String {
    let Some(select) = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) else {
        return saved.to_owned();
    };
    let chosen = select.value();
    select.set_value(saved);
    chosen
}

/// Selects the text of an input that has the focus.
pub fn select_text() {
    if let Some(input) = active().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

/// The element that has the focus; the body where nothing in particular has.
pub fn active() -> Option<Element> {
    document().active_element()
}

/// Whether an element takes any room on the page.
pub fn is_visible(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// Scrolls no further than is needed to see an element.
pub fn reveal(selector: &str) {
    if let Some(element) = find(selector) {
        reveal_element(&element);
    }
}

/// The same for an element that is at hand.
pub fn reveal_element(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Calls back after elements of the page have come or gone, until it is dropped.
pub struct Watch {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Watch {
    /// Nothing where the browser refuses.
    pub fn new(callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        observer.observe_with_options(document().body()?.as_ref(), &what).ok()?;
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// What is seen at a place of the window, in pixels.
pub fn at(x: i32, y: i32) -> Option<Element> {
    #[expect(clippy::cast_precision_loss, reason = "no screen has so many pixels")]
    document().element_from_point(x as f32, y as f32)
}

pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Whether the window has the focus, or something in it.
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(true)
}

/// Whether some text on the page is selected, as after dragging over it.
pub fn is_text_selected() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Whether the system asks for a dark interface.
pub fn is_dark_preferred() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether commands are given with ⌘ instead of Ctrl.
pub fn is_mac() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// The languages the person's browser asks for, best first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Puts text into the clipboard. The error is in the browser's words.
pub async fn copy(text: &str) -> Result<(), String> {
    let written = window().navigator().clipboard().write_text(text);
    let written = wasm_bindgen_futures::JsFuture::from(written).await;
    written.map(|_| ()).map_err(|error| format!("{error:?}"))
}

/// Where the page is from, such as `https://example.org`. What a browser stores is kept apart by it.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Prints the page, as the style sheet has it on paper.
pub fn print() {
    // Refused only where there is nothing to print with.
    let _ = window().print();
}

/// Loads the page again.
pub fn reload() {
    // Refused only while the page is unloading, which is what is asked for.
    let _ = window().location().reload();
}

/// Links the style sheet that the page names for what is not on the first screen, once.
pub fn bring_later_styles() {
    let named = find("meta[name=later-style]").and_then(|meta| {
        meta.remove();
        meta.get_attribute("content")
    });
    let link = named.zip(document().create_element("link").ok());
    if let Some(((href, link), head)) = link.zip(document().head()) {
        // Setting an attribute by a good name and adding to the head cannot fail.
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", &href);
        let _ = head.append_child(&link);
    }
}
