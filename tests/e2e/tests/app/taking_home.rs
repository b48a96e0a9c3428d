//! What a list finds is taken home: as a table, as records, as one letter to all, on paper.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario};

use crate::steps::{choose, start_demo, texts, toast};

const CUSTOMERS: &str = "#/people?where=lifecycle:customer";

#[tokio::test]
async fn list_is_taken_home() -> Result<()> {
    scenario("taking-home", async |browser| {
        start_demo(browser, 1_000).await?;
        browser.open(CUSTOMERS).await?;
        browser.text_appears(".toolbar__found", " of ").await?;
        saves_a_table(browser).await?;
        saves_what_is_selected(browser).await?;
        keeps_a_profile(browser).await?;
        saves_records(browser).await?;
        writes_to_all(browser).await?;
        prints(browser).await
    })
    .await
}

/// How many people the filter finds.
async fn found(browser: &Browser) -> Result<usize> {
    let words = browser.text(".toolbar__found").await?;
    let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
    Ok(digits.parse()?)
}

async fn in_order(browser: &Browser) -> Result<()> {
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn saves_a_table(browser: &Browser) -> Result<()> {
    let count = found(browser).await?;
    // The initials stand above the name.
    let name = browser.text("#row-0 .grid__name").await?;
    let first = name.lines().last().unwrap_or_default();
    browser.click("#export").await?;
    browser.text_appears("dialog[open]", &format!("{count} people")).await?;
    browser.screenshot("taking-home").await?;
    in_order(browser).await?;
    browser.click("#export-go").await?;
    let (name, text) = browser.downloaded().await?;
    toast(browser, "Saved as rapport-people-").await?;
    ensure!(name.starts_with("rapport-people-") && name.contains(".csv"), "{name}");
    let text = text.strip_prefix('\u{feff}').unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    ensure!(lines.len() == count + 1, "{} lines for {count} people", lines.len());
    let head = lines.first().copied().unwrap_or_default();
    let row = lines.get(1).copied().unwrap_or_default();
    ensure!(head.starts_with("First name,"), "{head}");
    for column in ["Organization", "Job title", "E-mail 1 - Value", "Tags", "Updated (read only)"] {
        ensure!(head.split(',').any(|it| it == column), "no {column} in {head}");
    }
    ensure!(lines.iter().skip(1).all(|line| line.contains(",customer,")), "{text}");
    let given = first.split(' ').next().unwrap_or_default();
    ensure!(row.contains(given), "{row} is not about {first}");
    Ok(())
}

async fn saves_what_is_selected(browser: &Browser) -> Result<()> {
    for row in ["#row-0", "#row-1"] {
        browser.click(&format!("{row} .grid__check input")).await?;
    }
    browser.click("#bulk-export").await?;
    browser.text_appears("#export-what", "Selected: 2 people").await?;
    choose(browser, "#export-preset", "plain").await?;
    choose(browser, ".export__column:first-child select", "export-mask-blurred").await?;
    in_order(browser).await?;
    browser.click("#export-go").await?;
    let (_, text) = browser.downloaded().await?;
    let rows: Vec<&str> = text.lines().skip(1).collect();
    ensure!(rows.len() == 2 && rows.iter().all(|row| row.contains('…')), "{text}");
    // The focus is where it was.
    let focused: String = browser.eval("return document.activeElement.id;").await?;
    ensure!(focused == "bulk-export", "the focus is at `{focused}`");
    Ok(())
}

/// The option that is chosen in a menu.
async fn chosen(browser: &Browser, css: &str) -> Result<String> {
    browser.eval(&format!("return document.querySelector('{css}').selectedOptions[0].label;")).await
}

async fn keeps_a_profile(browser: &Browser) -> Result<()> {
    const MASK: &str = ".export__column:first-child select";
    browser.click("#bulk-export").await?;
    browser.gone("#export-profile").await?;
    choose(browser, "#export-preset", "plain").await?;
    choose(browser, MASK, "export-mask-blurred").await?;
    browser.type_text("#export-profile-name", "For the printer").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#export-profile", "For the printer").await?;
    ensure!(chosen(browser, "#export-profile").await? == "For the printer");
    browser.gone("#export-profile-update").await?;
    browser.screenshot("taking-home-profile").await?;
    in_order(browser).await?;
    // What was chosen since is not in it, until it is said to be.
    choose(browser, "#export-format", "list").await?;
    browser.find("#export-profile-update").await?;
    browser.keys(Key::Escape).await?;
    browser.gone("dialog[open]").await?;

    browser.click("#bulk-export").await?;
    ensure!(chosen(browser, "#export-profile").await? == "None");
    ensure!(chosen(browser, MASK).await? == "As it is");
    browser.click("#export-profile option:not([value=''])").await?;
    browser.holds("return document.querySelector('#export-preset').value === 'plain';").await?;
    ensure!(chosen(browser, MASK).await? == "Blurred");
    browser.click("#export-profile-rename").await?;
    browser.type_anew("#export-profile-new-name", "For the post").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#export-profile", "For the post").await?;
    browser.click("#export-go").await?;
    let (_, text) = browser.downloaded().await?;
    let rows: Vec<&str> = text.lines().skip(1).collect();
    ensure!(rows.len() == 2 && rows.iter().all(|row| row.contains('…')), "{text}");

    browser.click("#bulk-export").await?;
    browser.click("#export-profile option:not([value=''])").await?;
    browser.click("#export-profile-delete").await?;
    browser.gone("#export-profile").await?;
    browser.keys(Key::Escape).await?;
    browser.gone("dialog[open]").await
}

async fn saves_records(browser: &Browser) -> Result<()> {
    browser.keys("d").await?;
    choose(browser, "#export-format", "json").await?;
    browser.click("#export-go").await?;
    let (_, text) = browser.downloaded().await?;
    let people = crate::steps::people(&text)?;
    ensure!(people.len() == 2, "{} people", people.len());
    browser.press_in(".bulk", "Clear selection").await
}

async fn writes_to_all(browser: &Browser) -> Result<()> {
    let count = found(browser).await?;
    browser.keys("d").await?;
    choose(browser, "#export-format", "mail").await?;
    browser.text_appears("#export-mail", "address").await?;
    let hrefs: Vec<String> = browser
        .eval("return [...document.querySelectorAll('#export-mail a')].map((it) => it.href);")
        .await?;
    let addresses: usize = hrefs.iter().map(|href| href.matches('@').count()).sum();
    ensure!(!hrefs.is_empty() && addresses <= count, "{hrefs:?}");
    ensure!(hrefs.iter().all(|href| href.starts_with("mailto:?bcc=")), "{hrefs:?}");
    browser.screenshot("taking-home-mail").await?;
    in_order(browser).await?;
    browser.keys(Key::Escape).await?;
    browser.gone("dialog[open]").await
}

async fn prints(browser: &Browser) -> Result<()> {
    browser.eval::<()>("window.print = () => { window.hasPrinted = true; };").await?;
    for (format, css) in [("list", ".paper__table tbody tr"), ("labels", ".paper__label")] {
        browser.click("#export").await?;
        choose(browser, "#export-format", format).await?;
        browser.click("#export-go").await?;
        browser.find_hidden(css).await?;
        browser.gone("dialog[open]").await?;
    }
    ensure!(browser.eval::<bool>("return window.hasPrinted === true;").await?, "nothing printed");
    let titles = texts(browser, ".paper").await?;
    ensure!(titles.len() == 1, "{titles:?}");
    Ok(())
}
