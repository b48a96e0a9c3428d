//! Files of other programs come in: looked at before anything happens, put right, brought up to date, taken back.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario, until};

use crate::steps::{choose, come_back, list_shows, open_person, start_empty, texts, toast};

fn data(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(folder)
}

/// Waits until so much is counted of what a file brings, in the digits of either language.
async fn figure(browser: &Browser, name: &str, count: usize) -> Result<()> {
    browser.find("#csv-counts[aria-busy=false]").await?;
    let figure = format!("[data-figure={name}] dd");
    let english = count.to_string();
    let persian = english.chars().map(|digit| {
        let value = digit.to_digit(10).unwrap_or_default();
        char::from_u32(u32::from('۰') + value).unwrap_or(digit)
    });
    let wanted = [english.clone(), persian.collect()];
    until(&format!("{count} {name}"), async || {
        let shown = texts(browser, &figure).await?;
        Ok(shown.iter().any(|text| wanted.contains(text)).then_some(()))
    })
    .await
}

#[tokio::test]
async fn people_of_another_crm_move_in() -> Result<()> {
    scenario("bringing-in", async |browser| {
        start_empty(browser).await?;
        moves_in(browser).await
    })
    .await
}

#[tokio::test]
async fn people_of_another_crm_move_in_in_persian() -> Result<()> {
    scenario("bringing-in-persian", async |browser| {
        start_empty(browser).await?;
        browser.open("#/settings").await?;
        choose(browser, "#language", "fa").await?;
        browser.find("html[lang=fa]").await?;
        moves_in(browser).await?;
        dates_of_another_calendar_come_in(browser).await
    })
    .await
}

/// The same in every language.
async fn moves_in(browser: &Browser) -> Result<()> {
    looks_before_it_brings_in(browser).await?;
    brings_up_to_date(browser).await?;
    takes_home_as_cards(browser).await?;
    finds_nothing_new(browser).await?;
    takes_back(browser).await
}

async fn chooses_hubspot(browser: &Browser) -> Result<()> {
    browser.open("#/transfer").await?;
    browser.upload("#file", &data("csv").join("hubspot-contacts.csv")).await
}

/// The same company in another spelling: the cell is put right where it stands.
async fn puts_right(browser: &Browser) -> Result<()> {
    browser.click(".restore__problems summary").await?;
    browser.type_anew("#mend-1-11", "Kumo KK").await?;
    browser.keys(Key::Enter).await?;
    browser.gone("#mend-1-11").await
}

async fn looks_before_it_brings_in(browser: &Browser) -> Result<()> {
    chooses_hubspot(browser).await?;
    figure(browser, "people", 2).await?;
    figure(browser, "joined", 1).await?;
    puts_right(browser).await?;
    let language: String = browser.eval("return document.documentElement.lang;").await?;
    browser.screenshot(&format!("bringing-in-{language}")).await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.click("#bring-in").await?;
    toast(browser, "hubspot-contacts.csv").await?;
    browser.text_appears(".imports", "hubspot-contacts.csv").await?;
    come_back(browser).await?;
    list_shows(browser, &["Luis Ortega", "Mina Sato"]).await
}

/// Cells out of a spreadsheet change who is there, by e-mail.
async fn brings_up_to_date(browser: &Browser) -> Result<()> {
    browser.open("#/transfer").await?;
    browser.find_hidden("#file").await?;
    browser
        .eval::<()>(
            "const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', 'e-mail\\ttitle\\nluis@ortega.example\\tDirector\\n');
            const event = new Event('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: clipboardData });
            document.body.dispatchEvent(event);",
        )
        .await?;
    choose(browser, "#import-by", "email").await?;
    choose(browser, "#import-meeting", "overwrite").await?;
    figure(browser, "people", 0).await?;
    figure(browser, "adding", 1).await?;
    browser.click("#bring-in").await?;
    browser.find(".imports__row:nth-child(2)").await?;
    come_back(browser).await?;
    open_person(browser, "Luis Ortega").await?;
    browser.text_appears("#record", "Director").await
}

async fn takes_home_as_cards(browser: &Browser) -> Result<()> {
    come_back(browser).await?;
    browser.click("#export").await?;
    choose(browser, "#export-format", "vcard").await?;
    browser.click("#export-go").await?;
    let (name, text) = browser.downloaded().await?;
    ensure!(Path::new(&name).extension().is_some_and(|it| it == "vcf"), "{name}");
    ensure!(text.matches("BEGIN:VCARD").count() == 2, "{text}");
    ensure!(
        text.contains("EMAIL:luis@ortega.example") && text.contains("TITLE:Director"),
        "{text}"
    );
    Ok(())
}

/// The same file again, with the same cell put right; its columns are as they were.
async fn finds_nothing_new(browser: &Browser) -> Result<()> {
    chooses_hubspot(browser).await?;
    browser.text_appears("#mapped-as", "hubspot-contacts.csv").await?;
    puts_right(browser).await?;
    figure(browser, "same", 3).await?;
    figure(browser, "people", 0).await?;
    browser.click("#bring-in").await?;
    browser.gone("#csv-counts").await?;
    ensure!(texts(browser, ".imports__row").await?.len() == 2, "nothing was brought in twice");
    Ok(())
}

/// The newest first, since what was changed later cannot be taken from under it.
async fn takes_back(browser: &Browser) -> Result<()> {
    browser.open("#/transfer").await?;
    for count in [1, 0] {
        browser.click(".imports__row:first-child button:last-child").await?;
        browser.gone(&format!(".imports__row:nth-child({})", count + 1)).await?;
    }
    browser.open("#/people").await?;
    browser.find(".empty__title").await?;
    Ok(())
}

async fn dates_of_another_calendar_come_in(browser: &Browser) -> Result<()> {
    browser.open("#/transfer").await?;
    browser.upload("#file", &data("csv").join("persian-utf16le.tsv")).await?;
    figure(browser, "people", 2).await?;
    browser.screenshot("bringing-in-calendar").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.click("#bring-in").await?;
    browser.text_appears(".imports", "persian-utf16le.tsv").await?;
    come_back(browser).await?;
    open_person(browser, "مریم رضایی").await?;
    // Born on the 14th of Ordibehesht 1365.
    browser.text_appears("#record", "۱۳۶۵").await
}

#[tokio::test]
async fn a_line_becomes_a_person() -> Result<()> {
    scenario("quick-entry", async |browser| {
        start_empty(browser).await?;
        let line = "Ada Lovelace, Chief Analyst, ada@x.org @Engine Works #vip // met at the fair";
        // The first of the two keys may come before the part that hears it.
        browser.open("#/people/new").await?;
        browser.type_text("#quick", line).await?;
        for text in ["Ada", "Lovelace", "Chief Analyst", "ada@x.org", "Engine Works", "vip"] {
            browser.text_appears("#quick-found", text).await?;
        }
        browser.screenshot("quick-entry").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.keys(Key::Enter).await?;
        toast(browser, "Added Ada Lovelace").await?;
        browser.text_appears("#record", "Engine Works").await?;
        browser.text_appears(".note__body", "met at the fair").await?;

        // The same address is the same person.
        browser.keys("aq").await?;
        browser.type_text("#quick", "ada@x.org +44 20 7946 0000").await?;
        browser.keys(Key::Enter).await?;
        toast(browser, "Changed Ada Lovelace").await?;
        browser.text_appears("#record", "+44 20 7946 0000").await?;
        come_back(browser).await?;
        list_shows(browser, &["Ada Lovelace"]).await
    })
    .await
}

#[tokio::test]
async fn address_book_of_another_program_comes_in_once() -> Result<()> {
    scenario("spreadsheet", async |browser| {
        start_empty(browser).await?;
        let chooses = async || {
            browser.open("#/transfer").await?;
            let folder = data("csv");
            browser.upload("#file", &folder.join("google-contacts.csv")).await
        };
        chooses().await?;
        figure(browser, "people", 2).await?;
        figure(browser, "organizations", 2).await?;
        browser.screenshot("spreadsheet").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.press("Bring in").await?;
        toast(browser, "Imported google-contacts.csv").await?;

        come_back(browser).await?;
        list_shows(browser, &["Nadia Okonkwo", "Tomáš Říha"]).await?;
        open_person(browser, "Nadia Okonkwo").await?;
        for text in
            ["Blue Heron Studio", "nadia@blueheron.example", "+44 7700 900123", "Newsletter"]
        {
            browser.text_appears("#record", text).await?;
        }
        browser.text_appears(".note__body", "Wants a quote in May.").await?;

        // The same file again joins who is there, and brings nobody new.
        chooses().await?;
        figure(browser, "people", 0).await?;
        figure(browser, "same", 3).await?;
        browser.press("Bring in").await?;
        browser.gone("#csv-counts").await?;
        come_back(browser).await?;
        list_shows(browser, &["Nadia Okonkwo", "Tomáš Říha"]).await?;

        // All of it is one change, which is taken back at once.
        browser.open("#/history").await?;
        browser.press("Undo: Imported google-contacts.csv").await?;
        come_back(browser).await?;
        browser.text_appears(".empty__title", "No people yet").await
    })
    .await
}

#[tokio::test]
async fn contacts_of_a_phone_come_in_as_cards() -> Result<()> {
    scenario("cards", async |browser| {
        start_empty(browser).await?;
        browser.open("#/transfer").await?;
        let folder = data("vcard");
        browser.upload("#file", &folder.join("odd.vcf")).await?;
        figure(browser, "people", 4).await?;
        figure(browser, "tags", 1).await?;
        browser.click(".restore__problems summary").await?;
        browser.text_appears(".restore__problems", "A list of contacts").await?;
        browser.screenshot("cards").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");

        browser.upload("#file", &folder.join("android-2.1.vcf")).await?;
        figure(browser, "people", 2).await?;
        browser.press("Bring in").await?;
        toast(browser, "Imported android-2.1.vcf").await?;

        come_back(browser).await?;
        list_shows(browser, &["Jane Doe", "Thị Hoa Nguyễn"]).await?;
        open_person(browser, "Thị Hoa Nguyễn").await?;
        for text in ["Công ty Sen Vàng", "hoa@example.vn", "+84912555012", "12 Hàng Bạc"] {
            browser.text_appears("#record", text).await?;
        }

        browser.open("#/history").await?;
        browser.press("Undo: Imported android-2.1.vcf").await?;
        come_back(browser).await?;
        browser.text_appears(".empty__title", "No people yet").await
    })
    .await
}

#[tokio::test]
async fn sheet_of_a_workbook_comes_in() -> Result<()> {
    scenario("workbook", async |browser| {
        let counts = async |people: &str, organizations: &str| {
            browser.text_appears("[data-figure=people] dd", people).await?;
            browser.text_appears("[data-figure=organizations] dd", organizations).await
        };
        start_empty(browser).await?;
        browser.open("#/transfer").await?;
        let folder = data("xlsx");
        browser.upload("#file", &folder.join("companies-and-people.xlsx")).await?;
        counts("0", "2").await?;
        choose(browser, "#workbook-sheet", "1").await?;
        counts("2", "2").await?;
        browser.gone("#csv-encoding, #csv-delimiter").await?;
        browser.screenshot("workbook").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.press("Bring in").await?;
        toast(browser, "Imported companies-and-people.xlsx").await?;

        come_back(browser).await?;
        list_shows(browser, &["Nadia Okonkwo", "مریم رضایی"]).await
    })
    .await
}
