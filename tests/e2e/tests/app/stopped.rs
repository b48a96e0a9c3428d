//! The app has stopped: what it says of that, and the copy of everything that can be had then.

use anyhow::{Result, ensure};
use rapport_e2e::{Profile, visit};

use crate::steps::{add_person, list_shows, start_empty, toast};

/// What a panic says of a text that was cut in the middle of a letter.
const MESSAGE: &str = "panicked at src/domain/fold.rs:12:5:\nbyte index 1 is not a char boundary; it is inside 'é' of `Bé Rezaei`";

#[tokio::test]
async fn stopped_app_tells_nothing_of_anybody_and_gives_out_a_copy() -> Result<()> {
    let profile = Profile::new()?;
    visit("stopped", &profile, async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        add_person(browser, "Jane", "Roe").await?;
        browser.eval::<()>(&format!("rapportCrashed({MESSAGE:?});")).await?;
        browser.click(".crash__details summary").await?;
        browser.text_appears("#crash-message", "src/domain/fold.rs:12:5").await?;
        let told = browser.text("#crash-message").await?;
        ensure!(!told.contains("Rezaei"), "{told}");
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.screenshot("stopped").await?;
        browser.click("#crash-save").await?;
        let (name, copy) = browser.downloaded_bytes().await?;
        ensure!(name == "rapport-stored.jsonl", "{name}");
        let file = profile.path().join("copy.jsonl");
        std::fs::write(&file, copy)?;

        browser.click("#crash-reload").await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await?;
        add_person(browser, "Kim", "Berg").await?;
        browser.open("#/transfer").await?;
        browser.upload("#file", &file).await?;
        browser.click("#replace-all").await?;
        toast(browser, "Imported copy.jsonl").await?;
        browser.open("#/people").await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await
    })
    .await
}
