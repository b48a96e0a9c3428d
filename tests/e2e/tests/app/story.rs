//! The story of a few people, from the first screen to a new device.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, Profile, scenario, visit};
use serde_json::Value;

use crate::steps::{
    add_person, column_shows, come_back, list_shows, open_person, people, save_backup, start_empty,
    texts, toast,
};

const ALI: &str = "Ali Rezaei";
const JANE: &str = "Jane Roe";
const ZOE: &str = "Zoë Müller";

/// The columns of the list that are looked at; 0 is the one with the boxes.
const ORGANIZATION: usize = 2;
const JOB_TITLE: usize = 3;
const TAGS: usize = 7;

#[tokio::test]
async fn people_are_added_found_changed_and_taken_home() -> Result<()> {
    let profile = Profile::new()?;
    visit("story", &profile, async |browser| {
        start_empty(browser).await?;
        adds_people(browser).await?;
        tags_two_of_them(browser).await?;
        finds_whatever_case_and_accents(browser).await?;
        filters_by_the_tag(browser).await?;
        edits_in_the_list(browser).await?;
        writes_a_note(browser).await?;
        takes_a_deletion_back(browser).await?;
        undoes_and_redoes_with_keys(browser).await
    })
    .await?;
    visit("story-next-day", &profile, async |browser| {
        finds_everything_again(browser).await?;
        let backup = save_backup(browser).await?;
        let names = names(&backup)?;
        ensure!(names == [ALI, JANE, ZOE], "the backup has {names:?}");
        ensure!(backup.contains("Likes tea."), "the backup has no note");
        erases_everything(browser).await?;
        brings_the_backup_in(browser, &profile, &backup, &[ALI, JANE, ZOE]).await
    })
    .await
}

#[tokio::test]
async fn what_people_point_to_is_picked_in_the_list() -> Result<()> {
    scenario("picked-in-the-list", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Jane", "Roe").await?;
        add_person(browser, "Zoë", "Müller").await?;
        browser.open("#/people").await?;
        list_shows(browser, &[JANE, ZOE]).await?;
        picks_an_organization(browser).await?;
        picks_a_tag(browser).await
    })
    .await
}

async fn picks_an_organization(browser: &Browser) -> Result<()> {
    let cell = |row| format!("#row-{row} [role=gridcell]:nth-child({})", ORGANIZATION + 1);
    browser.double_click(&cell(0)).await?;
    browser.type_text("#cell-organization", "Acme").await?;
    browser.screenshot("picking-in-the-list").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    // The first takes what is offered, the second saves.
    browser.keys(Key::Enter).await?;
    browser.keys(Key::Enter).await?;
    column_shows(browser, ORGANIZATION, &["Acme", ""]).await?;
    browser.holds("return document.activeElement?.id === 'grid';").await?;

    browser.double_click(&cell(1)).await?;
    browser.type_text("#cell-organization", "acm").await?;
    browser.keys(Key::Enter).await?;
    browser.keys(Key::Tab).await?;
    column_shows(browser, ORGANIZATION, &["Acme", "Acme"]).await?;
    browser.gone("#cell-organization").await?;
    browser.type_text("#row-1 input[type=text]", "Painter").await?;
    browser.keys(Key::Enter).await?;
    column_shows(browser, JOB_TITLE, &["", "Painter"]).await?;
    browser.keys(Key::Control + "z").await?;
    column_shows(browser, JOB_TITLE, &["", ""]).await?;
    browser.keys(Key::Control + "z").await?;
    column_shows(browser, ORGANIZATION, &["Acme", ""]).await?;

    browser.double_click(&cell(1)).await?;
    browser.type_text("#cell-organization", "x").await?;
    // The first closes what is offered, the second the input.
    browser.keys(Key::Escape).await?;
    browser.keys(Key::Escape).await?;
    browser.gone("#cell-organization").await?;
    column_shows(browser, ORGANIZATION, &["Acme", ""]).await
}

async fn picks_a_tag(browser: &Browser) -> Result<()> {
    browser.double_click(&format!("#row-0 [role=gridcell]:nth-child({})", TAGS + 1)).await?;
    browser.type_text("#cell-tags", "vip").await?;
    browser.keys(Key::Enter).await?;
    browser.keys(Key::Enter).await?;
    browser.gone("#cell-tags").await?;
    browser.text_appears("#row-0 .tag", "vip").await
}

#[tokio::test]
async fn contacts_are_brought_in_found_and_taken_home() -> Result<()> {
    const NADIA: &str = "Nadia Okonkwo";
    const BOTH: [&str; 2] = [NADIA, "Tomáš Říha"];
    let profile = Profile::new()?;
    visit("contacts", &profile, async |browser| {
        start_empty(browser).await?;
        browser.open("#/transfer").await?;
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/csv/google-contacts.csv");
        browser.upload("#file", &file).await?;
        browser.find("#csv-counts[aria-busy=false]").await?;
        browser.click("#bring-in").await?;
        toast(browser, "Imported google-contacts.csv").await?;
        come_back(browser).await?;
        list_shows(browser, &BOTH).await?;
        browser.click("#row-0 .grid__check input").await?;
        browser.type_text(".bulk__form input", "Friends").await?;
        browser.keys(Key::Enter).await?;
        toast(browser, "Tag Friends added").await?;
        browser.type_text("#search", "okonkwo").await?;
        list_shows(browser, &[NADIA]).await
    })
    .await?;
    visit("contacts-next-day", &profile, async |browser| {
        come_back(browser).await?;
        list_shows(browser, &BOTH).await?;
        let tagged = texts(browser, ".grid__row:has(.tag) .grid__name .grid__text").await?;
        ensure!(tagged.contains(&NADIA.to_owned()), "tagged are {tagged:?}");
        let backup = save_backup(browser).await?;
        erases_everything(browser).await?;
        brings_the_backup_in(browser, &profile, &backup, &BOTH).await
    })
    .await
}

#[tokio::test]
async fn organization_is_made_or_found_by_typing_its_name() -> Result<()> {
    scenario("organization", async |browser| {
        let counts = async |people: &str, organizations: &str| {
            browser.text_appears("nav [href='#/people'] .side__count", people).await?;
            browser.text_appears("nav [href='#/organizations'] .side__count", organizations).await
        };
        start_empty(browser).await?;
        browser.open("#/people/new").await?;
        browser.type_text("#new-given", "Ada").await?;
        browser.press_in(".new-record", "Description").await?;
        browser.type_text("#new-organization", "Nowhere").await?;
        browser.keys(Key::Tab).await?;
        let fault = "Organization: there is no “Nowhere” yet.";
        browser.text_appears("#new-organization-fault", fault).await?;
        browser.screenshot("organization-fault").await?;
        browser.type_anew("#new-organization", "Acmé").await?;
        browser.text_appears("#new-organization-list", "Create organization “Acmé”").await?;
        browser.screenshot("organization-offer").await?;
        browser.keys(Key::Enter).await?;
        browser.press_in(".sheet__head", "Save").await?;
        browser.text_appears(".record__position", "Acmé").await?;
        counts("1", "1").await?;

        browser.open("#/people/new").await?;
        browser.type_text("#new-given", "Ben").await?;
        browser.press_in(".new-record", "Description").await?;
        browser.type_text("#new-organization", "ACME").await?;
        browser.keys(Key::Tab).await?;
        browser
            .holds("return document.querySelector('#new-organization').value === 'Acmé';")
            .await?;
        browser.press_in(".sheet__head", "Save").await?;
        browser.text_appears(".record__position", "Acmé").await?;
        counts("2", "1").await?;

        // Person and organization came with one change, and go with one.
        browser.click("button[aria-label=Undo]").await?;
        counts("1", "1").await?;
        browser.click("button[aria-label=Undo]").await?;
        counts("0", "0").await
    })
    .await
}

async fn adds_people(browser: &Browser) -> Result<()> {
    browser.press_in(".empty", "Add person").await?;
    browser.type_text("#new-given", "Zoë").await?;
    browser.type_text("#new-family", "Müller").await?;
    browser.type_text("#new-emails", "zoe@example.org").await?;
    browser.press_in(".new-record", "Description").await?;
    browser.type_text("#new-organization", "Blue Heron").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears(".new-record", "“Blue Heron” will be added as well.").await?;
    browser.press_in(".new-record__group", "Add e-mail").await?;
    browser.type_text("#new-emails-1", "not an address").await?;
    browser.press_in(".sheet__head", "Save").await?;
    // Nothing is lost when something is wrong, and it is said at the field.
    browser.text_appears("#new-emails-fault", "is not an e-mail address").await?;
    browser.type_anew("#new-emails-1", "z.mueller@example.com").await?;
    browser.press_in(".sheet__head", "Save").await?;
    browser.text_appears("#record-title", ZOE).await?;
    toast(browser, "Added Zoë Müller").await?;

    add_person(browser, "Ali", "Rezaei").await?;
    add_person(browser, "Jane", "Roe").await?;
    browser.click(".record__close").await?;
    browser.gone("#record").await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await?;
    browser.text_appears(".toolbar__found", "3 people").await
}

async fn tags_two_of_them(browser: &Browser) -> Result<()> {
    browser.click("#row-0 .grid__check input").await?;
    browser.click("#row-2 .grid__check input").await?;
    browser.text_appears(".bulk__count", "2 selected").await?;
    browser.type_text(".bulk__form input", "Friends").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Tag Friends added to 2 people").await?;
    let tagged = texts(browser, ".grid__row:has(.tag) .grid__name .grid__text").await?;
    ensure!(tagged.len() == 2 && !tagged.contains(&JANE.to_owned()), "tagged are {tagged:?}");
    browser.press("Clear selection").await?;
    browser.gone(".bulk").await
}

async fn finds_whatever_case_and_accents(browser: &Browser) -> Result<()> {
    for words in ["MULLER", "zoe", "müll", "heron"] {
        browser.type_anew("#search", words).await?;
        list_shows(browser, &[ZOE]).await?;
    }
    browser.text_appears(".toolbar__found", "1 of 3 people").await?;
    browser.type_anew("#search", "nobody").await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    browser.press_in(".empty", "Clear filters").await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await
}

async fn filters_by_the_tag(browser: &Browser) -> Result<()> {
    let address = async || browser.eval::<String>("return location.hash;").await;
    browser.press("Filter").await?;
    browser.type_text("#filter-bar", "tag:friends").await?;
    list_shows(browser, &[ALI, ZOE]).await?;
    let filtered = address().await?;
    ensure!(filtered.contains("where=tags:"), "the address is {filtered}");
    browser.press("Filter").await?;
    browser.text_appears(".toolbar__chips", "Tags is any of Friends").await?;

    browser.reload().await?;
    list_shows(browser, &[ALI, ZOE]).await?;
    browser.press_in("nav", "Settings").await?;
    browser.text_appears("h1", "Settings").await?;
    browser.session().back().await?;
    list_shows(browser, &[ALI, ZOE]).await?;
    ensure!(address().await? == filtered, "back led to {}", address().await?);
    browser.press("Remove filter: Tags is any of Friends").await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await?;
    browser.session().back().await?;
    list_shows(browser, &[ALI, ZOE]).await?;
    browser.session().forward().await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await
}

async fn edits_in_the_list(browser: &Browser) -> Result<()> {
    let cell = format!("#row-1 [role=gridcell]:nth-child({})", JOB_TITLE + 1);
    browser.double_click(&cell).await?;
    browser.type_text(&format!("{cell} input"), "Given up").await?;
    browser.keys(Key::Escape).await?;
    browser.gone(".grid__row input[type=text]").await?;
    column_shows(browser, JOB_TITLE, &["", "", ""]).await?;

    browser.double_click(&cell).await?;
    browser.type_text(&format!("{cell} input"), "Engineer").await?;
    browser.keys(Key::Enter).await?;
    column_shows(browser, JOB_TITLE, &["", "Engineer", ""]).await?;
    // The focus is back in the list, so the keyboard goes on from there.
    browser.keys(Key::Down).await?;
    browser.keys(Key::F2).await?;
    browser.find("#row-2 #cell-organization").await?;
    browser.keys(Key::Tab).await?;
    browser.gone("#cell-organization").await?;
    browser.type_text("#row-2 input[type=text]", "Painter").await?;
    browser.keys(Key::Enter).await?;
    column_shows(browser, JOB_TITLE, &["", "Engineer", "Painter"]).await
}

async fn writes_a_note(browser: &Browser) -> Result<()> {
    open_person(browser, ZOE).await?;
    browser.type_text("#note-new", "Likes tea.").await?;
    browser.press_in(".log", "Log").await?;
    browser.text_appears(".note__body", "Likes tea.").await
}

async fn takes_a_deletion_back(browser: &Browser) -> Result<()> {
    browser.press_in(".record__foot", "Delete").await?;
    toast(browser, "Deleted Zoë Müller").await?;
    list_shows(browser, &[ALI, JANE]).await?;
    browser.press_in(".toast", "Undo").await?;
    toast(browser, "Undone:").await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await?;
    open_person(browser, ZOE).await?;
    browser.text_appears(".note__body", "Likes tea.").await?;
    browser.text_appears(".tags-input", "Friends").await?;
    browser.click(".record__close").await
}

async fn undoes_and_redoes_with_keys(browser: &Browser) -> Result<()> {
    let undo = || Key::Control + "z";
    let redo = || Key::Control + Key::Shift + "z";
    browser.double_click(&format!("#row-0 [role=gridcell]:nth-child({})", JOB_TITLE + 1)).await?;
    browser.type_text("#row-0 input[type=text]", "Baker").await?;
    browser.keys(Key::Enter).await?;
    column_shows(browser, JOB_TITLE, &["Baker", "Engineer", "Painter"]).await?;
    browser.keys(undo()).await?;
    column_shows(browser, JOB_TITLE, &["", "Engineer", "Painter"]).await?;
    browser.keys(redo()).await?;
    column_shows(browser, JOB_TITLE, &["Baker", "Engineer", "Painter"]).await?;

    browser.reload().await?;
    column_shows(browser, JOB_TITLE, &["Baker", "Engineer", "Painter"]).await?;
    browser.find("button[aria-label=Undo]:enabled").await?;
    browser.keys(undo()).await?;
    column_shows(browser, JOB_TITLE, &["", "Engineer", "Painter"]).await?;
    browser.reload().await?;
    browser.find("button[aria-label=Redo]:enabled").await?;
    browser.keys(redo()).await?;
    column_shows(browser, JOB_TITLE, &["Baker", "Engineer", "Painter"]).await
}

async fn finds_everything_again(browser: &Browser) -> Result<()> {
    come_back(browser).await?;
    list_shows(browser, &[ALI, JANE, ZOE]).await?;
    column_shows(browser, JOB_TITLE, &["Baker", "Engineer", "Painter"]).await?;
    open_person(browser, ZOE).await?;
    browser.text_appears(".note__body", "Likes tea.").await?;
    browser.text_appears("#record", "zoe@example.org").await?;
    browser.text_appears("#record", "z.mueller@example.com").await?;
    browser.text_appears(".record__position", "Blue Heron").await
}

async fn erases_everything(browser: &Browser) -> Result<()> {
    browser.open("#/settings").await?;
    browser.press("Erase everything").await?;
    browser.press_in("dialog", "Cancel").await?;
    browser.gone("dialog").await?;
    browser.press("Erase everything").await?;
    browser.press_in("dialog", "Erase everything").await?;
    browser.find("#start-empty").await?;
    browser.reload().await?;
    browser.find("#start-empty").await?;
    Ok(())
}

async fn brings_the_backup_in(
    browser: &Browser,
    profile: &Profile,
    backup: &str,
    people: &[&str],
) -> Result<()> {
    let file = profile.path().join("taken-home.json");
    std::fs::write(&file, backup)?;
    browser.click("#start-file").await?;
    browser.upload("#file", &file).await?;
    browser.click("#restore-file").await?;
    toast(browser, "Imported taken-home.json").await?;
    come_back(browser).await?;
    list_shows(browser, people).await?;
    let again = save_backup(browser).await?;
    ensure!(
        without_its_date(backup)? == without_its_date(&again)?,
        "what comes out is not what went in:\n{backup}\n{again}"
    );
    Ok(())
}

/// Everything in a backup but when it was made.
fn without_its_date(backup: &str) -> Result<(&str, &str)> {
    let (before, rest) = backup.split_once("\"exported\":").context("the backup has no date")?;
    let (_, after) = rest.split_once(',').context("the backup ends at its date")?;
    Ok((before, after))
}

/// The names in a backup, sorted.
fn names(backup: &str) -> Result<Vec<String>> {
    let text = |person: &Value, key| person.get(key).and_then(Value::as_str).map(str::to_owned);
    let name =
        |person: &Value| Some(format!("{} {}", text(person, "given")?, text(person, "family")?));
    let mut names: Vec<_> = people(backup)?.iter().filter_map(name).collect();
    names.sort();
    Ok(names)
}
