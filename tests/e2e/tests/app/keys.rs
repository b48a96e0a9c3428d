//! Rapport without the mouse: palette, lists, and a focus that is never lost.

use anyhow::{Context, Result};
use rapport_e2e::{Browser, Key, scenario};

use crate::steps::{add_person, come_back, list_shows, scroll_up, start_empty, toast};

const ADA: &str = "Ada Byron";
const BEN: &str = "Ben Okafor";
const JANE: &str = "Jane Roe";

#[tokio::test]
async fn list_is_walked_tagged_edited_and_emptied() -> Result<()> {
    scenario("keys-list", async |browser| {
        start_empty(browser).await?;
        adds_with_two_keys(browser).await?;
        add_person(browser, "Ben", "Okafor").await?;
        add_person(browser, "Jane", "Roe").await?;
        come_back(browser).await?;
        browser.reload().await?;
        list_shows(browser, &[ADA, BEN, JANE]).await?;
        walks(browser).await?;
        tags(browser).await?;
        edits(browser).await?;
        goes_from_record_to_record(browser).await?;
        deletes(browser).await?;
        searches(browser).await
    })
    .await
}

#[tokio::test]
async fn palette_finds_and_does_whatever_is_typed() -> Result<()> {
    scenario("keys-palette", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Byron").await?;
        add_person(browser, "Jane", "Roe").await?;
        come_back(browser).await?;
        list_shows(browser, &[ADA, JANE]).await?;

        // With slips, on another layout, and back where one was.
        for typed in ["jane r", "jnae", "تشدث"] {
            asks(browser, typed, JANE).await?;
            browser.keys(Key::Escape).await?;
            browser.gone("#palette").await?;
        }
        asks(browser, "jnae", JANE).await?;
        browser.keys(Key::Enter).await?;
        browser.gone("#palette").await?;
        browser.text_appears("#record-title", JANE).await?;
        browser.type_text("#note-new", "Likes tea.").await?;
        browser.press_in(".log", "Log").await?;
        browser.text_appears(".note__body", "Likes tea.").await?;
        asks(browser, "likes te", "Likes tea.").await?;
        browser.text_appears("#palette [aria-selected=true]", JANE).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#palette").await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#record").await?;

        // What was opened last comes first, and the arrows go on from there.
        asks(browser, "", JANE).await?;
        browser.keys(Key::Down).await?;
        browser.text_appears("#palette [aria-selected=true]", ADA).await?;
        browser.keys(Key::Up + Key::Up).await?;
        browser.keys(Key::Down).await?;
        browser.text_appears("#palette [aria-selected=true]", JANE).await?;
        browser.keys(Key::Escape).await?;

        asks(browser, "go to tag", "Go to tags").await?;
        browser.text_appears("#palette [aria-selected=true] .caps", "G").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("h1", "Tags").await?;
        asks(browser, "setings", "Go to settings").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("h1", "Settings").await?;
        let theme = "return document.documentElement.dataset.theme;";
        asks(browser, "light and dark", "Switch between light and dark").await?;
        browser.keys(Key::Enter).await?;
        browser.holds("return ['light', 'dark'].includes(document.documentElement.dataset.theme);").await?;
        let chosen: String = browser.eval(theme).await?;
        let pressed = format!("return document.querySelector('[aria-pressed=true]').textContent.toLowerCase() === '{chosen}';");
        browser.holds(&pressed).await?;

        // What no name holds is looked for in everything else.
        asks(browser, "nobody@nowhere", "Search people for “nobody@nowhere”").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears(".empty__title", "Nothing matches").await
    })
    .await
}

#[tokio::test]
async fn keys_work_on_layouts_of_other_letters() -> Result<()> {
    scenario("keys-layouts", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Byron").await?;
        come_back(browser).await?;
        list_shows(browser, &[ADA]).await?;
        let press = async |key: &str, code: &str, held: &str| {
            browser
                .eval::<()>(&format!(
                    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{
                        key: '{key}', code: '{code}', {held}, bubbles: true, cancelable: true }}));"
                ))
                .await
        };
        press("ن", "KeyK", "ctrlKey: true").await?;
        browser.find("#palette").await?;
        press("ن", "KeyK", "ctrlKey: true").await?;
        browser.gone("#palette").await?;
        press("؟", "Slash", "shiftKey: true").await?;
        browser.find("#help").await?;
        press("؟", "Slash", "shiftKey: true").await?;
        browser.gone("#help").await?;
        press("п", "KeyG", "shiftKey: false").await?;
        browser.find("#hint").await?;
        press("е", "KeyT", "shiftKey: false").await?;
        browser.text_appears("h1", "Tags").await?;
        // Dvorak: the letter counts, and not where it lies.
        press("g", "KeyU", "shiftKey: false").await?;
        press("p", "KeyR", "shiftKey: false").await?;
        browser.text_appears("h1", "People").await
    })
    .await
}

#[tokio::test]
async fn focus_is_never_lost() -> Result<()> {
    scenario("keys-focus", async |browser| {
        start_empty(browser).await?;
        for name in ["Ada", "Ben", "Jane"] {
            add_person(browser, name, "Roe").await?;
        }
        browser.click(".record__close").await?;
        browser.gone("#record").await?;
        has_focus(browser, "#grid").await?;

        // Deleted with its own button.
        browser.click("#row-0 .grid__name").await?;
        browser.text_appears("#record-title", "Ada Roe").await?;
        browser.press_in(".record__foot", "Delete").await?;
        browser.gone("#record").await?;
        has_focus(browser, "#grid").await?;

        // Closed from within, and after a dialog in between.
        browser.keys(Key::Enter).await?;
        browser.text_appears("#record-title", "Ben Roe").await?;
        browser.keys(Key::Enter).await?;
        has_focus(browser, "#record").await?;
        browser.keys("?").await?;
        browser.text_appears("#help", "With a record open").await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#help").await?;
        has_focus(browser, "#record").await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#record").await?;
        has_focus(browser, "#grid").await?;

        // On a phone the record takes the place of the list, and gives it back.
        browser.resize(360, 740).await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("#record-title", "Ben Roe").await?;
        has_focus(browser, "#record").await?;
        browser.keys("j").await?;
        browser.text_appears("#record-title", "Jane Roe").await?;
        has_focus(browser, "#record").await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#record").await?;
        has_focus(browser, "#grid").await?;
        browser.find("#row-1[data-active]").await?;
        Ok(())
    })
    .await
}

/// Waits until the focus is here.
async fn has_focus(browser: &Browser, css: &str) -> Result<()> {
    let here = browser.holds(&format!("return document.activeElement.matches(`{css}`);")).await;
    if here.is_ok() {
        return Ok(());
    }
    let other: String =
        browser.eval("return document.activeElement.outerHTML.slice(0, 120);").await?;
    here.with_context(|| format!("the focus is on {other}"))
}

/// Opens the palette, types, and waits for what it offers first.
async fn asks(browser: &Browser, typed: &str, first: &str) -> Result<()> {
    browser.keys(Key::Control + "k").await?;
    has_focus(browser, "#palette-input").await?;
    if !typed.is_empty() {
        browser.keys(typed).await?;
    }
    let text = browser.text_appears("#palette [role=option][aria-selected=true]", first).await;
    text.with_context(|| format!("typing {typed}"))
}

async fn adds_with_two_keys(browser: &Browser) -> Result<()> {
    browser.keys("a").await?;
    browser.text_appears("#hint", "Add organization").await?;
    browser.screenshot("hint").await?;
    browser.keys("p").await?;
    browser.gone("#hint").await?;
    has_focus(browser, "#new-given").await?;
    browser.keys("Ada").await?;
    browser.type_text("#new-family", "Byron").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#record-title", ADA).await
}

async fn walks(browser: &Browser) -> Result<()> {
    // From nowhere, the first key shows where the list stands.
    browser.keys("j").await?;
    has_focus(browser, "#grid").await?;
    browser.find("#row-0[data-active]").await?;
    browser.keys("j").await?;
    browser.find("#row-1[data-active]").await?;
    browser.keys(Key::Down).await?;
    browser.find("#row-2[data-active]").await?;
    browser.keys("j").await?;
    browser.find("#row-2[data-active]").await?;
    browser.keys("kk").await?;
    browser.find("#row-0[data-active]").await?;
    Ok(())
}

async fn tags(browser: &Browser) -> Result<()> {
    browser.keys("x").await?;
    browser.text_appears(".bulk__count", "1 selected").await?;
    browser.keys(Key::Shift + Key::Down).await?;
    browser.text_appears(".bulk__count", "2 selected").await?;
    browser.keys("t").await?;
    has_focus(browser, "#palette-input").await?;
    browser.keys("Friends").await?;
    browser.text_appears("#palette [aria-selected=true]", "Create tag “Friends”").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Tag Friends added to 2 people").await?;
    has_focus(browser, "#grid").await?;
    browser.keys(Key::Escape).await?;
    browser.gone(".bulk").await?;

    // Without a selection it is the row that one is on.
    browser.keys("jt").await?;
    has_focus(browser, "#palette-input").await?;
    browser.text_appears("#palette [aria-selected=true]", "Friends").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Tag Friends added to 1 person").await?;
    browser.find("#row-2 .tag").await?;
    Ok(())
}

async fn edits(browser: &Browser) -> Result<()> {
    // The first cell that can be edited is the organization's; the next one is the job title's.
    browser.keys("e").await?;
    has_focus(browser, "#cell-organization").await?;
    browser.keys(Key::Tab).await?;
    browser.gone("#cell-organization").await?;
    browser.type_text("#row-2 input[type=text]", "Painter").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#row-2", "Painter").await?;
    has_focus(browser, "#grid").await
}

async fn goes_from_record_to_record(browser: &Browser) -> Result<()> {
    browser.keys(Key::Home).await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#record-title", ADA).await?;
    has_focus(browser, "#grid").await?;
    browser.keys("j").await?;
    browser.text_appears("#record-title", BEN).await?;
    browser.keys("j").await?;
    browser.text_appears("#record-title", JANE).await?;
    browser.keys("k").await?;
    browser.text_appears("#record-title", BEN).await?;
    browser.keys("m").await?;
    has_focus(browser, "#note-new").await?;
    // What is typed is text, and no command.
    browser.keys("jx/").await?;
    browser.text_appears("#record-title", BEN).await?;
    browser.type_anew("#note-new", "").await?;
    scroll_up(browser).await?;
    browser.click("#record-title").await
}

async fn deletes(browser: &Browser) -> Result<()> {
    browser.keys("k").await?;
    browser.text_appears("#record-title", ADA).await?;
    has_focus(browser, "#grid").await?;
    browser.keys(Key::Delete).await?;
    toast(browser, "Deleted Ada Byron").await?;
    // The next one takes its place, in the list and beside it.
    list_shows(browser, &[BEN, JANE]).await?;
    browser.text_appears("#record-title", BEN).await?;
    has_focus(browser, "#grid").await?;
    browser.keys(Key::Control + "z").await?;
    list_shows(browser, &[ADA, BEN, JANE]).await?;
    browser.keys(Key::Escape).await?;
    browser.gone("#record").await?;
    has_focus(browser, "#grid").await?;

    browser.keys(Key::Control + "a").await?;
    browser.text_appears(".bulk__count", "3 selected").await?;
    browser.keys(Key::Delete).await?;
    browser.text_appears(".empty__title", "No people yet").await?;
    has_focus(browser, "#grid").await?;
    browser.keys(Key::Control + "z").await?;
    list_shows(browser, &[ADA, BEN, JANE]).await
}

async fn searches(browser: &Browser) -> Result<()> {
    browser.keys("/").await?;
    has_focus(browser, "#search").await?;
    browser.keys("jane").await?;
    list_shows(browser, &[JANE]).await?;
    browser.keys(Key::Enter).await?;
    has_focus(browser, "#grid").await?;
    // From a page without a search, too.
    browser.keys("g").await?;
    browser.keys("t").await?;
    browser.text_appears("h1", "Tags").await?;
    browser.keys("/").await?;
    has_focus(browser, "#search").await?;
    list_shows(browser, &[ADA, BEN, JANE]).await
}
