//! A backup is locked, tried, and brought back when everything is gone.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Profile, scenario, until, visit};
use xtask::browser::Browser as Kind;

use crate::steps::{add_person, come_back, list_shows, start_empty, toast};

const PASSPHRASE: &str = "seven blue herons";

#[tokio::test]
async fn locked_backup_is_tried_and_restored() -> Result<()> {
    let profile = Profile::new()?;
    visit("backups", &profile, async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        add_person(browser, "Jane", "Roe").await?;
        let file = saves_it_locked(browser, profile.path()).await?;
        tries_it(browser, &file).await?;
        finds_damage(browser, &file).await?;
        erases_everything(browser).await?;
        restores_it(browser, &file).await
    })
    .await
}

async fn in_order(browser: &Browser) -> Result<()> {
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn saves_it_locked(browser: &Browser, folder: &Path) -> Result<PathBuf> {
    browser.open("#/transfer").await?;
    browser.text_appears("#backup-last", "No backup has been made").await?;
    browser.click("#backup-lock").await?;
    browser.click("#save-backup").await?;
    browser.text_appears("#backup-fault", "Enter a passphrase").await?;
    browser.type_text("#backup-passphrase", PASSPHRASE).await?;
    browser.type_text("#backup-again", "seven blue heron").await?;
    browser.click("#save-backup").await?;
    browser.text_appears("#backup-fault", "not the same").await?;
    browser.screenshot("backup-locked").await?;
    in_order(browser).await?;
    browser.type_anew("#backup-again", PASSPHRASE).await?;
    browser.click("#save-backup").await?;
    let (name, bytes) = browser.downloaded_bytes().await?;
    toast(browser, "Saved as rapport-").await?;
    ensure!(name.starts_with("rapport-") && name.ends_with(".json.age"), "{name}");
    ensure!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "), "not a file of age");
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    ensure!(!holds(b"Rezaei") && !holds(PASSPHRASE.as_bytes()), "it can be read");
    browser.text_appears("#backup-last", "Nothing has changed since").await?;
    let file = folder.join("locked.json.age");
    std::fs::write(&file, bytes)?;
    Ok(file)
}

async fn opens(browser: &Browser, field: &str, passphrase: &str) -> Result<()> {
    browser.type_anew(field, passphrase).await?;
    browser.click(&format!("{field}-open")).await
}

async fn tries_it(browser: &Browser, file: &Path) -> Result<()> {
    let field = "#trial-passphrase";
    browser.upload("#trial-file", file).await?;
    opens(browser, field, "seven blue").await?;
    browser.text_appears("#trial-passphrase-problem", "does not open this file").await?;
    in_order(browser).await?;
    opens(browser, field, PASSPHRASE).await?;
    browser.text_appears("#trial-whole", "This file is whole: 2 people").await?;
    browser.text_appears("#trial-whole", "The workspace here is the same.").await?;
    browser.screenshot("backup-tried").await?;

    add_person(browser, "Zoe", "Müller").await?;
    browser.open("#/transfer").await?;
    browser.text_appears("#backup-last", "One change since").await?;
    browser.upload("#trial-file", file).await?;
    opens(browser, field, PASSPHRASE).await?;
    browser.text_appears("#trial-whole", "Since then one change has been made here.").await
}

async fn finds_damage(browser: &Browser, file: &Path) -> Result<()> {
    let bytes = std::fs::read(file)?;
    let broken = file.with_file_name("broken.json.age");
    let end = bytes.len().saturating_sub(5);
    std::fs::write(&broken, bytes.get(..end).unwrap_or_default())?;
    browser.upload("#trial-file", &broken).await?;
    opens(browser, "#trial-passphrase", PASSPHRASE).await?;
    browser.text_appears("#trial-passphrase-problem", "The file is damaged").await?;

    let plain = file.with_file_name("broken.json");
    std::fs::write(&plain, r#"{"format":"rapport-workspace","version":1,"#)?;
    browser.upload("#trial-file", &plain).await?;
    browser.text_appears("#trial-failed", "no backup to rely on").await?;
    browser.text_appears("#trial-failed", "breaks off").await
}

async fn erases_everything(browser: &Browser) -> Result<()> {
    browser.open("#/settings").await?;
    browser.press("Erase everything").await?;
    browser.press_in("dialog", "Erase everything").await?;
    browser.find("#start-file").await?;
    Ok(())
}

async fn restores_it(browser: &Browser, file: &Path) -> Result<()> {
    browser.click("#start-file").await?;
    browser.upload("#file", file).await?;
    opens(browser, "#file-passphrase", "Seven Blue Herons").await?;
    browser.text_appears("#file-passphrase-problem", "does not open this file").await?;
    opens(browser, "#file-passphrase", PASSPHRASE).await?;
    browser.click("#restore-file").await?;
    toast(browser, "Imported locked.json").await?;
    // There is a file of what is here, so nobody is reminded.
    browser.text_appears("#backup-last", "Nothing has changed since").await?;
    come_back(browser).await?;
    list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await
}

/// Makes the last backup older than it is, or one that never was.
async fn ages(browser: &Browser, days: u32) -> Result<()> {
    browser
        .eval::<()>(&format!(
            "const backup = JSON.parse(localStorage.getItem('rapport.backup'));
            backup.at -= {days} * 86400000;
            backup.position = Math.max(0, backup.position - 1);
            localStorage.setItem('rapport.backup', JSON.stringify(backup));"
        ))
        .await?;
    browser.open("#/home").await?;
    browser.reload().await
}

#[tokio::test]
async fn reminders_grow_and_never_block() -> Result<()> {
    scenario("backup-reminders", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        browser.open("#/transfer").await?;
        browser.click("#save-backup").await?;
        browser.downloaded().await?;
        browser.text_appears("#backup-last", "Nothing has changed since").await?;
        browser.open("#/home").await?;
        browser.find("#home-backup-save").await?;
        browser.gone("#backup-line, .notice").await?;
        ages(browser, 8).await?;
        browser.text_appears("#backup-line", "8 days ago").await?;
        browser.text_appears(".reminder", "A backup is due").await?;
        browser.gone(".notice").await?;
        ages(browser, 30).await?;
        browser.text_appears(".home .notice", "Everything lives in this browser only").await?;
        ages(browser, 60).await?;
        browser.text_appears(".notice--bar", "Everything lives in this browser only").await?;
        browser.screenshot("backup-banner").await?;
        in_order(browser).await?;
        browser.click("#backup-later").await?;
        browser.gone(".notice--bar").await?;
        browser.find(".home .notice").await?;
        browser.click("#home-backup-save").await?;
        browser.downloaded().await?;
        browser.gone(".notice, .reminder").await
    })
    .await
}

#[tokio::test]
async fn a_folder_gets_a_backup_by_itself() -> Result<()> {
    scenario("backup-folder", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        browser.open("#/transfer").await?;
        browser.find_hidden("#trial-file").await?;
        if browser.kind() != Kind::Chromium {
            // Where no folder can be chosen, none is offered.
            return browser.gone("#daily").await;
        }
        // The browser's own dialog cannot be driven; a folder that belongs to the page stands in.
        browser
            .eval::<()>("window.showDirectoryPicker = () => navigator.storage.getDirectory();")
            .await?;
        browser.click("#daily-choose").await?;
        browser.text_appears("#daily-state", "Backups are written to").await?;
        let files = "const files = [];
            const folder = await navigator.storage.getDirectory();
            for await (const [name, handle] of folder.entries())
                files.push(name + ' ' + await (await handle.getFile()).text());
            return files;";
        let files = format!("return (async () => {{ {files} }})();");
        let file = until("a backup in the folder", async || {
            let files: Vec<String> = browser.eval(&files).await?;
            Ok(files.into_iter().find(|it| it.ends_with("}}\n")))
        })
        .await?;
        ensure!(file.starts_with("rapport-daily-") && file.contains("Rezaei"), "{file}");
        browser.text_appears("#backup-last", "Nothing has changed since").await?;
        browser.screenshot("backup-folder").await?;
        in_order(browser).await?;
        browser.click("#daily-stop").await?;
        browser.gone("#daily-state").await
    })
    .await
}
