//! What is done to everything that a filter finds: shown before, done at once, taken back at once.

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, scenario, until};

use crate::steps::{choose, start_demo, texts, toast};

const LEADS: &str = "#/people?where=lifecycle:lead";

const STAGE: &str = "#change-lifecycle";

#[tokio::test]
async fn what_a_filter_finds_is_changed_at_once() -> Result<()> {
    scenario("bulk", async |browser| {
        start_demo(browser, 1_000).await?;
        let leads = selects_all(browser, LEADS).await?;
        ensure!(leads > 20, "there are {leads} leads");
        sets_a_field(browser, leads).await?;
        takes_it_back(browser, leads).await?;
        clears_a_field_and_tags(browser, leads).await?;
        writes_a_note_about_each(browser, leads).await?;
        changes_its_mind(browser, leads).await?;
        asks_before_many_go(browser).await
    })
    .await
}

/// Selects all that is found at an address, more than there are rows, and says how many that are.
async fn selects_all(browser: &Browser, address: &str) -> Result<usize> {
    browser.open(address).await?;
    browser.find("#row-0 .grid__name").await?;
    // The filter has been asked once nobody else is counted.
    browser.text_appears(".toolbar__found", " of ").await?;
    browser.click(".grid__head .grid__check input").await?;
    browser.find("#bulk-change").await?;
    let count = browser.text(".bulk__count").await?;
    Ok(count.chars().filter(char::is_ascii_digit).collect::<String>().parse()?)
}

/// Waits until the preview says this, whatever lines it stands on.
async fn preview_says(browser: &Browser, words: &str) -> Result<()> {
    let mut said = String::new();
    let says = until("the preview", async || {
        said = texts(browser, "#bulk-preview :is(p, dt, dd)").await?.join(" ");
        Ok(said.contains(words).then_some(()))
    })
    .await;
    says.with_context(|| format!("the preview says `{said}` instead of `{words}`"))
}

async fn sets_a_field(browser: &Browser, leads: usize) -> Result<()> {
    browser.click("#bulk-change").await?;
    browser.text_appears("dialog[open] h2", &format!("Change {leads} people")).await?;
    preview_says(browser, "once something is entered").await?;
    browser.press_in("dialog[open]", "Apply").await?;
    browser.text_appears("#change-lifecycle-fault", "Something is needed here").await?;
    choose(browser, STAGE, "lead").await?;
    preview_says(browser, "Will change 0 people").await?;
    choose(browser, STAGE, "customer").await?;
    preview_says(browser, &format!("Will change {leads} people")).await?;
    preview_says(browser, &format!("Lose what they hold now {leads}")).await?;
    let examples = texts(browser, ".preview__example").await?;
    let is_told = |example: &String| example.ends_with(": Lead → Customer");
    ensure!(examples.len() == 5 && examples.iter().all(is_told), "{examples:?}");
    browser.screenshot("bulk-preview").await?;
    browser.press_in("dialog[open]", "Apply").await?;
    toast(browser, &format!("Lifecycle changed for {leads} people")).await?;
    // Who is no lead any more is not found.
    browser.text_appears(".empty__title", "Nothing matches").await
}

async fn takes_it_back(browser: &Browser, leads: usize) -> Result<()> {
    browser.press_in(".toast", "Undo").await?;
    toast(browser, "Undone:").await?;
    browser.text_appears(".toolbar__found", &format!("{leads} of")).await?;
    browser.keys(Key::Control + Key::Shift + "z").await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    browser.keys(Key::Control + "z").await?;
    browser.text_appears(".toolbar__found", &format!("{leads} of")).await?;
    browser.reload().await?;
    browser.text_appears(".toolbar__found", &format!("{leads} of")).await
}

async fn clears_a_field_and_tags(browser: &Browser, leads: usize) -> Result<()> {
    selects_all(browser, LEADS).await?;
    browser.click("#bulk-change").await?;
    choose(browser, "#bulk-act", "clear").await?;
    choose(browser, "#bulk-field", "lifecycle").await?;
    preview_says(browser, &format!("Will change {leads} people")).await?;
    browser.text_appears(".preview__example", "Lead → Not set").await?;
    choose(browser, "#bulk-act", "add-tags").await?;
    browser.type_text("#change-tags", "Zebra").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears(".preview__example", "Zebra").await?;
    browser.press_in("dialog[open]", "Apply").await?;
    toast(browser, &format!("Tag Zebra added to {leads} people")).await?;
    browser.click("#bulk-change").await?;
    choose(browser, "#bulk-act", "add-tags").await?;
    browser.type_text("#change-tags", "zebra").await?;
    browser.keys(Key::Tab).await?;
    preview_says(browser, "Will change 0 people").await?;
    preview_says(browser, &format!("stay untouched {leads}")).await?;
    browser.press_in("dialog[open]", "Apply").await?;
    toast(browser, "There was nothing to change").await
}

async fn writes_a_note_about_each(browser: &Browser, leads: usize) -> Result<()> {
    browser.click("#bulk-change").await?;
    choose(browser, "#bulk-act", "note").await?;
    browser.type_text("#change-body", "Met at the fair.").await?;
    preview_says(browser, &format!("Will change {leads} people")).await?;
    browser.press_in("dialog[open]", "Apply").await?;
    toast(browser, &format!("Added {leads} events")).await?;
    browser.click("#row-1 .grid__name").await?;
    browser.text_appears(".note__body", "Met at the fair.").await?;
    browser.keys(Key::Control + "z").await?;
    toast(browser, "Undone: Added").await?;
    until("the note to go", async || {
        let notes = texts(browser, ".note__body").await?;
        Ok((!notes.iter().any(|note| note.contains("Met at the fair."))).then_some(()))
    })
    .await?;
    browser.click(".record__close").await
}

/// Time is made to fly, so that any work is long, and its first pause lasts until it is cancelled.
async fn changes_its_mind(browser: &Browser, leads: usize) -> Result<()> {
    browser.text_appears(".bulk__count", &format!("{leads} selected")).await?;
    browser.click("#bulk-change").await?;
    choose(browser, STAGE, "customer").await?;
    preview_says(browser, &format!("Will change {leads} people")).await?;
    browser
        .eval::<()>(
            "const { now } = window.Date;
            let flown = 0;
            window.Date.now = () => now() + (flown += 1_000);
            const { postMessage } = MessagePort.prototype;
            const held = [];
            MessagePort.prototype.postMessage = function (...words) {
                held.push(() => postMessage.apply(this, words));
            };
            document.addEventListener('click', ({ target }) => {
                if (!target.closest('#working')) return;
                MessagePort.prototype.postMessage = postMessage;
                held.forEach((post) => post());
            });",
        )
        .await?;
    browser.press_in("dialog[open]", "Apply").await?;
    browser.find("#working progress").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.screenshot("bulk-working").await?;
    browser.press_in("#working", "Cancel").await?;
    toast(browser, "Cancelled. Nothing has been changed.").await?;
    browser.gone("#working").await?;
    browser.text_appears(".toolbar__found", &format!("{leads} of")).await?;
    browser.reload().await?;
    browser.text_appears(".toolbar__found", &format!("{leads} of")).await
}

async fn asks_before_many_go(browser: &Browser) -> Result<()> {
    let many = selects_all(browser, "#/people?where=-lifecycle:lead").await?;
    browser.press_in(".bulk", "Delete").await?;
    browser.text_appears("dialog[open] h2", &format!("Delete {many} people?")).await?;
    preview_says(browser, &format!("Will be deleted {many} people")).await?;
    preview_says(browser, "Events that go with them").await?;
    browser.screenshot("bulk-delete").await?;
    browser.press_in("dialog[open]", "Cancel").await?;
    browser.gone("dialog[open]").await?;
    browser.press_in(".bulk", "Delete").await?;
    browser.press_in("dialog[open]", "Delete").await?;
    toast(browser, &format!("Deleted {many} people")).await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    browser.press_in(".toast", "Undo").await?;
    browser.text_appears(".toolbar__found", &format!("{many} of")).await
}
