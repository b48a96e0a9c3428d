//! Two windows on the same workspace.

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, WindowHandle, scenario};

use crate::steps::{add_person, column_shows, list_shows, open_person, start_empty, toast};

const JOB_TITLE: usize = 3;

/// Starts with Jane Roe open in two windows, and stays in the second one.
async fn start_twice(browser: &Browser) -> Result<(WindowHandle, WindowHandle)> {
    start_empty(browser).await?;
    add_person(browser, "Jane", "Roe").await?;
    let address: String = browser.eval("return location.hash;").await?;
    let windows = browser.open_window().await?;
    browser.open(&address).await?;
    browser.resize(1400, 900).await?;
    browser.text_appears("#record-title", "Jane Roe").await?;
    Ok(windows)
}

/// Opens the input of a field that stands beside the list, whether it is filled or not.
async fn open_field(browser: &Browser, field: &str) -> Result<()> {
    let script = format!(
        "const called = (it) => it.getAttribute('aria-label') ?? it.textContent;
        const name = (it) => called(it).replace(/[\\u2066-\\u2069]/g, '').trim();
        const all = [...document.querySelectorAll('#record button')];
        all.find((it) => ['Change {field}', '{field}'].includes(name(it))).click();"
    );
    browser.eval::<()>(&script).await
}

async fn change(browser: &Browser, field: &str, name: &str, text: &str) -> Result<()> {
    open_field(browser, field).await?;
    browser.type_anew(&format!("#edit-{name}"), text).await?;
    browser.keys(Key::Enter).await?;
    browser.gone(&format!("#edit-{name}")).await?;
    browser.text_appears(&format!("[data-field={name}]"), text).await
}

#[tokio::test]
async fn different_fields_changed_in_two_windows_are_both_kept() -> Result<()> {
    scenario("tabs-fields", async |browser| {
        let (first, second) = start_twice(browser).await?;
        change(browser, "Job title", "job-title", "Engineer").await?;
        browser.go_to(&first).await?;
        browser.text_appears("[data-field=job-title]", "Engineer").await?;
        change(browser, "Department", "department", "Bridges").await?;
        browser.go_to(&second).await?;
        browser.text_appears("[data-field=department]", "Bridges").await?;
        browser.text_appears("[data-field=job-title]", "Engineer").await?;

        // Both inputs open at the same time.
        open_field(browser, "Job title").await?;
        browser.type_anew("#edit-job-title", "Architect").await?;
        browser.go_to(&first).await?;
        change(browser, "Department", "department", "Towers").await?;
        browser.go_to(&second).await?;
        browser.keys(Key::Enter).await?;
        for window in [&first, &second] {
            browser.go_to(window).await?;
            browser.text_appears("[data-field=job-title]", "Architect").await?;
            browser.text_appears("[data-field=department]", "Towers").await?;
            column_shows(browser, JOB_TITLE, &["Architect"]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_saves_a_field_later_is_told_and_keeps_what_was_typed() -> Result<()> {
    scenario("tabs-same-field", async |browser| {
        let (first, second) = start_twice(browser).await?;
        open_field(browser, "Job title").await?;
        browser.type_text("#edit-job-title", "Painter").await?;
        browser.go_to(&first).await?;
        change(browser, "Job title", "job-title", "Engineer").await?;

        browser.go_to(&second).await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("#edit-job-title-fault", "changed in another tab").await?;
        browser.text_appears("#edit-job-title-fault", "Engineer").await?;
        let kept: String =
            browser.find("#edit-job-title").await?.prop("value").await?.context("no value")?;
        ensure!(kept == "Painter", "the input holds {kept}");
        column_shows(browser, JOB_TITLE, &["Engineer"]).await?;

        // Who has been told may decide for their own words.
        browser.keys(Key::Enter).await?;
        browser.gone("#edit-job-title").await?;
        for window in [&first, &second] {
            browser.go_to(window).await?;
            column_shows(browser, JOB_TITLE, &["Painter"]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn people_added_in_turn_are_in_both_windows() -> Result<()> {
    scenario("tabs-in-turn", async |browser| {
        let (first, second) = start_twice(browser).await?;
        let mut names = vec!["Jane Roe".to_owned()];
        for (at, window) in [&first, &second].into_iter().cycle().take(6).enumerate() {
            browser.go_to(window).await?;
            add_person(browser, "Kim", &format!("No {at}")).await?;
            names.push(format!("Kim No {at}"));
        }
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        for window in [&first, &second] {
            browser.go_to(window).await?;
            list_shows(browser, &names).await?;
        }
        // The last change is the other window's, and can be taken back here all the same.
        browser.go_to(&first).await?;
        browser.press("Undo").await?;
        toast(browser, "Undone: Added Kim No 5").await?;
        browser.go_to(&second).await?;
        list_shows(browser, names.split_last().map(|(_, rest)| rest).unwrap_or_default()).await
    })
    .await
}

#[tokio::test]
async fn deleted_elsewhere_is_said_in_plain_words() -> Result<()> {
    scenario("tabs-deleted", async |browser| {
        let (first, second) = start_twice(browser).await?;
        browser.go_to(&first).await?;
        browser.press_in(".record__foot", "Delete").await?;
        toast(browser, "Deleted Jane Roe").await?;
        browser.go_to(&second).await?;
        browser.text_appears("#record", "This record has been deleted.").await?;
        browser.go_to(&first).await?;
        browser.press_in(".toast", "Undo").await?;
        browser.go_to(&second).await?;
        browser.text_appears("#record-title", "Jane Roe").await
    })
    .await
}

#[tokio::test]
async fn begun_anew_elsewhere_asks_for_a_reload() -> Result<()> {
    scenario("tabs-anew", async |browser| {
        let (first, second) = start_twice(browser).await?;
        browser.go_to(&first).await?;
        browser.open("#/settings").await?;
        browser.press("Erase everything").await?;
        browser.press_in("dialog", "Erase everything").await?;
        browser.click("#start-empty").await?;
        browser.text_appears(".empty__title", "No people yet").await?;
        add_person(browser, "Someone", "Else").await?;

        browser.go_to(&second).await?;
        browser.text_appears("[role=alert]", "Reload to go on").await?;
        browser.press("Reload").await?;
        browser.gone("[role=alert]").await?;
        browser.open("#/people").await?;
        list_shows(browser, &["Someone Else"]).await?;
        open_person(browser, "Someone Else").await
    })
    .await
}
