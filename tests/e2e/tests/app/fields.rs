//! Fields of one's own: made with the mouse, filled in, sorted by, taken back; choices of built-in ones renamed, and
//! kinds of what happens added.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario};

use crate::steps::{
    add_person, choose, column_shows, list_shows, open_person, start_empty, texts, toast,
};

const ADA: &str = "Ada Byron";
const BEN: &str = "Ben Cole";
const CY: &str = "Cy Dunn";

/// The column of the e-mails, and of a field that was made first; 0 is the one with the boxes.
const EMAILS: usize = 4;
const OWN: usize = 9;

#[tokio::test]
async fn field_is_made_filled_sorted_by_and_taken_back() -> Result<()> {
    scenario("fields", async |browser| {
        start_empty(browser).await?;
        for (given, family) in [("Ada", "Byron"), ("Ben", "Cole"), ("Cy", "Dunn")] {
            add_person(browser, given, family).await?;
        }
        browser.open("#/people").await?;
        makes_a_rating(browser).await?;
        fills_in(browser, 0, "3").await?;
        fills_in(browser, 1, "1").await?;
        column_shows(browser, OWN, &["★★★", "★", ""]).await?;
        browser.press_in(".grid__head", "Trust").await?;
        list_shows(browser, &[BEN, ADA, CY]).await?;
        browser.screenshot("fields-sorted").await?;
        is_there_after_a_reload(browser).await?;
        is_told_in_the_form(browser).await?;
        is_removed_and_comes_back(browser).await
    })
    .await
}

#[tokio::test]
async fn several_choices_and_texts_of_many_lines_are_edited_in_the_list() -> Result<()> {
    scenario("fields-in-list", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Byron").await?;
        browser.open("#/people").await?;
        makes_courses(browser).await?;
        makes_a_story(browser).await?;
        let cell = |column: usize| format!("#row-0 [role=gridcell]:nth-child({})", column + 1);
        browser.double_click(&cell(OWN)).await?;
        browser.click("#cell-x-courses").await?;
        browser.screenshot("fields-in-list-choices").await?;
        // From box to box, and from the last one to the next cell.
        browser.keys(Key::Tab + Key::Tab).await?;
        browser.keys(" ").await?;
        browser.keys(Key::Tab).await?;
        browser.find("#cell-x-story").await?;
        column_shows(browser, OWN, &["Soup, Cake"]).await?;
        browser.keys("Met in Rome." + Key::Enter + "Sings.").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.screenshot("fields-in-list-text").await?;
        browser.keys(Key::Control + Key::Enter).await?;
        column_shows(browser, OWN + 1, &["Met in Rome."]).await?;
        // The focus is back in the list.
        browser.keys(Key::Control + "z").await?;
        column_shows(browser, OWN + 1, &[""]).await?;
        open_person(browser, ADA).await?;
        browser.text_appears("[data-field=x-courses]", "Soup").await
    })
    .await
}

#[tokio::test]
async fn e_mails_are_edited_in_the_list() -> Result<()> {
    scenario("fields-e-mails", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Byron").await?;
        browser.open("#/people").await?;
        browser.double_click(&format!("#row-0 [role=gridcell]:nth-child({})", EMAILS + 1)).await?;
        browser.type_text("#cell-emails", "ada@").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("#cell-emails-fault", "e-mail").await?;
        browser.screenshot("fields-e-mails").await?;
        browser.type_anew("#cell-emails", "ada@example.org").await?;
        browser.keys(Key::Enter).await?;
        browser.gone("#cell-emails").await?;
        browser.text_appears("#row-0", "ada@example.org").await
    })
    .await
}

#[tokio::test]
async fn built_in_field_is_switched_off_and_on() -> Result<()> {
    scenario("fields-off", async |browser| {
        start_empty(browser).await?;
        browser.open("#/settings").await?;
        browser.click(".fields summary").await?;
        browser.click(".fields[open] [data-key=hobbies] input").await?;
        toast(browser, "Switched off Hobbies").await?;
        browser.screenshot("fields-settings").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.open("#/people/new").await?;
        browser.find("#new-given").await?;
        browser.gone("#new-hobbies").await?;
        browser.click("button[aria-label=Undo]").await?;
        toast(browser, "Undone: Switched off Hobbies").await?;
        browser.open("#/people").await?;
        browser.open("#/people/new").await?;
        browser.find_hidden("#new-hobbies").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn stage_is_called_otherwise_and_goes_by_its_language_again() -> Result<()> {
    scenario("fields-renamed", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Byron").await?;
        browser.open("#/settings").await?;
        browser.click(".fields summary").await?;
        names_customers(browser, "Lead").await?;
        browser.text_appears("#rename-fault", "empty or repeated").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.screenshot("fields-renamed").await?;
        browser.type_anew("#rename-customer", "Client").await?;
        browser.keys(Key::Enter).await?;
        toast(browser, "Renamed choices of Lifecycle").await?;
        browser.gone("#rename-customer").await?;
        is_offered_as(browser, "Client").await?;
        browser.reload().await?;
        is_offered_as(browser, "Client").await?;
        is_found_by_it(browser).await?;
        browser.click("button[aria-label=Undo]").await?;
        toast(browser, "Undone: Added Ben Cole").await?;
        browser.click("button[aria-label=Undo]").await?;
        toast(browser, "Undone: Renamed choices of Lifecycle").await?;
        is_offered_as(browser, "Customer").await
    })
    .await
}

#[tokio::test]
async fn kind_of_ones_own_is_added_logged_and_merged_away() -> Result<()> {
    scenario("fields-activities", async |browser| {
        start_empty(browser).await?;
        // A choice that is half typed goes with the dialog.
        opens_the_kinds(browser).await?;
        browser.type_text("#define-choice", "Din").await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#define-choice").await?;
        opens_the_kinds(browser).await?;
        browser.gone(".dialog .rows__row").await?;
        browser.type_text("#define-choice", "Lunch").await?;
        browser.keys(Key::Enter).await?;
        browser.find(".dialog .rows__row .fields__merge").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.screenshot("fields-activities").await?;
        browser.press_in(".dialog", "Save").await?;
        toast(browser, "Renamed choices of Kind").await?;
        add_person(browser, "Ada", "Byron").await?;
        browser.click(".log__kind:has(input[value=x-lunch]) span").await?;
        browser.type_text("#record .log textarea", "Soup.").await?;
        browser.click(".log [type=submit]").await?;
        browser.text_appears(".event__kind", "Lunch").await?;
        opens_the_kinds(browser).await?;
        // What is in use is not taken away.
        browser.gone(".dialog [aria-label='Remove Lunch']").await?;
        choose(browser, ".dialog .fields__merge", "meeting").await?;
        browser.gone(".dialog .rows__row").await?;
        browser.press_in(".dialog", "Save").await?;
        browser.gone(".dialog #define-choice").await?;
        browser.open("#/people").await?;
        open_person(browser, ADA).await?;
        browser.text_appears(".event__kind", "Meeting").await?;
        browser.click("button[aria-label=Undo]").await?;
        browser.text_appears(".event__kind", "Lunch").await
    })
    .await
}

/// Opens the names of the kinds of interactions.
async fn opens_the_kinds(browser: &Browser) -> Result<()> {
    browser.open("#/people").await?;
    browser.open("#/settings").await?;
    browser.find(".fields").await?;
    let opens_all = "document.querySelectorAll('.fields').forEach((it) => { it.open = true; });";
    browser.eval::<()>(opens_all).await?;
    browser.press_in("[data-key=activity]", "Rename choices of Kind").await?;
    browser.find("#rename-meeting").await?;
    Ok(())
}

/// Opens the names of the stages of people and gives the customers one.
async fn names_customers(browser: &Browser, name: &str) -> Result<()> {
    browser.press_in(".fields[open] [data-key=lifecycle]", "Rename choices of Lifecycle").await?;
    browser.type_text("#rename-customer", name).await?;
    browser.press_in(".dialog", "Save").await
}

/// What the stage of customers is called in the form of a new person.
async fn is_offered_as(browser: &Browser, name: &str) -> Result<()> {
    browser.open("#/people").await?;
    browser.open("#/people/new").await?;
    browser.find_hidden("#new-lifecycle option[value=customer]").await?;
    let names = texts(browser, "#new-lifecycle option[value=customer]").await?;
    ensure!(names == [name], "customers are called {names:?}");
    Ok(())
}

/// Adds a customer in the form that is open, and asks for customers by what they are called.
async fn is_found_by_it(browser: &Browser) -> Result<()> {
    let opens_all = "document.querySelectorAll('details').forEach((it) => { it.open = true; });";
    browser.eval::<()>(opens_all).await?;
    choose(browser, "#new-lifecycle", "customer").await?;
    browser.type_text("#new-given", "Ben").await?;
    browser.type_text("#new-family", "Cole").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Added Ben Cole").await?;
    browser.open("#/people").await?;
    browser.press("Filter").await?;
    browser.type_anew("#filter-bar", "lifecycle:Client").await?;
    list_shows(browser, &[BEN]).await?;
    browser.open("#/people").await?;
    list_shows(browser, &[ADA, BEN]).await
}

async fn makes_a_rating(browser: &Browser) -> Result<()> {
    browser.click("#new-field").await?;
    browser.type_text("#define-label", "Trust").await?;
    browser.click("#define-kind option[value=rating]").await?;
    browser.type_text("#define-definition", "How far one can count on them.").await?;
    browser.screenshot("fields-new").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.press_in(".dialog", "Save").await?;
    toast(browser, "Added Trust").await?;
    browser.text_appears(".grid__head", "Trust").await
}

/// A field of several choices.
async fn makes_courses(browser: &Browser) -> Result<()> {
    browser.click("#new-field").await?;
    browser.type_text("#define-label", "Courses").await?;
    browser.click("#define-kind option[value=choices]").await?;
    for course in ["Soup", "Salad", "Cake"] {
        browser.type_text("#define-choice", course).await?;
        browser.keys(Key::Enter).await?;
    }
    browser.press_in(".dialog", "Save").await?;
    toast(browser, "Added Courses").await?;
    browser.text_appears(".grid__head", "Courses").await
}

async fn makes_a_story(browser: &Browser) -> Result<()> {
    browser.click("#new-field").await?;
    browser.type_text("#define-label", "Story").await?;
    browser.click("#define-kind option[value=long-text]").await?;
    browser.press_in(".dialog", "Save").await?;
    toast(browser, "Added Story").await?;
    browser.text_appears(".grid__head", "Story").await
}

/// Fills in the new field in the list.
async fn fills_in(browser: &Browser, row: usize, stars: &str) -> Result<()> {
    let cell = format!("#row-{row} [role=gridcell]:last-child");
    browser.double_click(&cell).await?;
    browser.click(&format!("{cell} option[value='{stars}']")).await?;
    browser.gone(&format!("{cell} select")).await
}

async fn is_there_after_a_reload(browser: &Browser) -> Result<()> {
    browser.reload().await?;
    list_shows(browser, &[BEN, ADA, CY]).await?;
    column_shows(browser, OWN, &["★", "★★★", ""]).await
}

async fn is_told_in_the_form(browser: &Browser) -> Result<()> {
    browser.open("#/people/new").await?;
    browser.find_hidden("#new-x-trust").await?;
    let guides = texts(browser, "#new-x-trust-guide").await?;
    ensure!(guides == ["How far one can count on them."], "the form says {guides:?}");
    Ok(())
}

async fn is_removed_and_comes_back(browser: &Browser) -> Result<()> {
    browser.open("#/settings").await?;
    browser.click(".fields summary").await?;
    browser.text_appears("[data-key=x-trust]", "filled in 2 times").await?;
    browser.press_in("[data-key=x-trust]", "Remove Trust").await?;
    toast(browser, "Deleted Trust").await?;
    browser.gone("[data-key=x-trust]").await?;
    browser.keys(Key::Escape).await?;
    browser.click("button[aria-label=Undo]").await?;
    browser.text_appears("[data-key=x-trust]", "filled in 2 times").await
}
