//! What one arranges by hand: tags, columns, and what of a file is added.

use std::fs;

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, Profile, scenario, visit};

use crate::steps::{
    add_person, come_back, list_shows, people, save_backup, start_demo, start_empty, texts, toast,
};

#[tokio::test]
async fn tags_are_renamed_merged_and_deleted() -> Result<()> {
    scenario("tags-by-hand", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        add_person(browser, "Jane", "Roe").await?;
        come_back(browser).await?;
        tags(browser, &["#row-0", "#row-1"], "vip").await?;
        tags(browser, &["#row-0"], "friend").await?;

        browser.open("#/tags").await?;
        browser.text_appears(".tags__row:nth-child(1) .tags__counts", "1 person").await?;
        browser.text_appears(".tags__row:nth-child(2) .tags__counts", "2 people").await?;
        browser.type_anew(".tags__row:nth-child(1) input", "Friends").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears(".tags__row:nth-child(1) .tag", "Friends").await?;

        browser.press_in(".tags__row:nth-child(1)", "Merge").await?;
        browser.click("dialog[open] .menu__item").await?;
        toast(browser, "Tags merged").await?;
        browser.gone(".tags__row:nth-child(2)").await?;
        browser.text_appears(".tags__row .tags__counts", "2 people").await?;

        browser.press_in(".tags__row", "Delete vip").await?;
        toast(browser, "Deleted vip").await?;
        browser.gone(".tags__row").await?;
        browser.keys(Key::Control + "z").await?;
        browser.text_appears(".tags__row .tags__counts", "2 people").await?;
        // Before they were merged there were two.
        browser.keys(Key::Control + "z").await?;
        browser.text_appears(".tags__row:nth-child(2) .tags__counts", "2 people").await
    })
    .await
}

/// Gives the people of some rows a tag, and selects nobody afterwards.
async fn tags(browser: &Browser, rows: &[&str], tag: &str) -> Result<()> {
    for row in rows {
        browser.click(&format!("{row} .grid__check input")).await?;
    }
    browser.type_text(".bulk__form input", tag).await?;
    browser.keys(Key::Enter).await?;
    toast(browser, &format!("Tag {tag} added")).await?;
    browser.press("Clear selection").await?;
    browser.gone(".bulk").await
}

#[tokio::test]
async fn columns_are_chosen_and_made_wider() -> Result<()> {
    scenario("columns-by-hand", async |browser| {
        start_demo(browser, 50).await?;
        let edge = "[data-key=emails] .grid__edge";
        let width = async || {
            browser.find(edge).await?;
            let read = "return Number(document.querySelector('[data-key=emails] .grid__edge').ariaValueNow);";
            let value: u32 = browser.eval(read).await?;
            let shown = "return Math.round(document.querySelector('[data-key=emails]').getBoundingClientRect().width);";
            let shown: u32 = browser.eval(shown).await?;
            ensure!(value == shown, "it is said to be {value} px wide and is {shown}");
            Ok(value)
        };
        let usual = width().await?;
        browser.eval::<()>(&format!("document.querySelector('{edge}').focus();")).await?;
        for _ in 0..3 {
            browser.keys(Key::Right).await?;
        }
        ensure!(width().await? == usual + 48, "keys made it {}", width().await?);
        let handle = browser.find(edge).await?;
        let chain = browser.session().action_chain().click_and_hold_element(&handle);
        chain.move_by_offset(-30, 0).release().perform().await?;
        ensure!(width().await? == usual + 18, "the pointer made it {}", width().await?);
        browser.reload().await?;
        browser.find("#row-0 .grid__name").await?;
        ensure!(width().await? == usual + 18, "after a reload it is {}", width().await?);

        // Those that there are can be hidden, others shown, and the address has them.
        browser.click(".toolbar .menu__anchor > button").await?;
        for name in ["Birthday", "E-mails"] {
            let script = format!(
                "const row = [...document.querySelectorAll('.menu__row')].find((it) => it.textContent.includes('{name}'));
                row?.querySelector('input').click();
                return Boolean(row);"
            );
            ensure!(browser.eval::<bool>(&script).await?, "no column is called {name}");
        }
        browser.find(".grid__head [data-key=birthday]").await?;
        browser.gone(".grid__head [data-key=emails]").await?;
        let address: String = browser.eval("return location.hash;").await?;
        ensure!(address.contains("birthday") && !address.contains("emails"), "{address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_new_in_a_backup_is_added() -> Result<()> {
    let profile = Profile::new()?;
    visit("adding", &profile, async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ali", "Rezaei").await?;
        let backup = save_backup(browser).await?;
        // Another device has somebody else, and has changed who was there.
        let ali = people(&backup)?.into_iter().next().context("nobody is in the backup")?;
        let id = ali["id"].as_str().context("a person without an id")?;
        let other = format!("{}ffff", id.get(..id.len() - 4).unwrap_or_default());
        let line = backup.lines().find(|line| line.contains(id)).context("no line")?;
        let line = line.trim_end_matches(',');
        let changed = line.replace("Ali", "Other");
        let added = line.replace(id, &other).replace("Ali", "Omid");
        let file = profile.path().join("other.json");
        fs::write(&file, backup.replace(line, &format!("{changed},\n{added}")))?;

        browser.open("#/transfer").await?;
        browser.upload("#file", &file).await?;
        browser.click("#add-new").await?;
        toast(browser, "Imported other.json").await?;
        come_back(browser).await?;
        list_shows(browser, &["Ali Rezaei", "Omid Rezaei"]).await?;
        let shown = texts(browser, ".toolbar__found").await?;
        ensure!(shown.iter().any(|text| text.contains("2 people")), "{shown:?}");
        browser.keys(Key::Control + "z").await?;
        list_shows(browser, &["Ali Rezaei"]).await
    })
    .await
}
