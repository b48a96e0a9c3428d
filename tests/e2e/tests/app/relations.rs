//! Who is what to whom: somebody moves to another organization, and somebody has brought her.

use anyhow::Result;
use rapport_e2e::{Browser, Key, scenario};

use crate::steps::{add_person, choose, open_person, scroll_up, start_empty, toast};

const ADA: &str = "Ada Lovelace";
const GRACE: &str = "Grace Hopper";

#[tokio::test]
async fn former_position_and_who_brought_her_are_on_both_pages() -> Result<()> {
    scenario("relations", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Grace", "Hopper").await?;
        adds_ada_of_acme(browser).await?;
        moves_to_bolt(browser).await?;
        keeps_the_former_position(browser).await?;
        sees_it_at_the_organization(browser).await?;
        sees_whom_grace_brought(browser).await?;
        connects_grace_and_ada(browser).await?;
        takes_it_all_back(browser).await
    })
    .await
}

async fn adds_ada_of_acme(browser: &Browser) -> Result<()> {
    browser.open("#/people/new").await?;
    browser.type_text("#new-given", "Ada").await?;
    browser.type_text("#new-family", "Lovelace").await?;
    browser.press_in(".new-record", "Description").await?;
    browser.type_text("#new-organization", "Acme").await?;
    browser.keys(Key::Enter).await?;
    browser.type_text("#new-job-title", "Engineer").await?;
    browser.type_text("#new-referred-by", "Grace").await?;
    browser.text_appears("#new-referred-by-list", GRACE).await?;
    browser.keys(Key::Enter).await?;
    browser.press_in(".sheet__head", "Save").await?;
    browser.text_appears("#record-title", ADA).await?;
    browser.text_appears("[data-field=referred-by]", GRACE).await?;
    browser.text_appears("#connections", "No connections yet.").await
}

async fn moves_to_bolt(browser: &Browser) -> Result<()> {
    let edit = "document.querySelector('[data-field=organization] .detail__edit').click();";
    browser.eval::<()>(edit).await?;
    browser.type_anew("#edit-organization", "Bolt").await?;
    browser.text_appears("#edit-organization-list", "Create organization “Bolt”").await?;
    browser.keys(Key::Enter).await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("[data-field=organization]", "Bolt").await?;
    toast(browser, "Ada Lovelace has left Acme.").await
}

async fn keeps_the_former_position(browser: &Browser) -> Result<()> {
    browser.press_in(".toasts", "Keep the former position in the job history").await?;
    toast(browser, "The former position of Ada Lovelace is in the job history.").await?;
    browser.text_appears(".connection[data-over] .connection__name", "Acme").await?;
    browser.text_appears(".connection[data-over] .connection__role", "Engineer").await?;
    browser.screenshot("job-history").await?;
    Ok(())
}

async fn sees_it_at_the_organization(browser: &Browser) -> Result<()> {
    browser.press_in("#connections", "Acme").await?;
    browser.text_appears("#record-title", "Acme").await?;
    browser.text_appears("#record", "Nobody yet.").await?;
    browser.text_appears(".connection[data-over] .connection__name", ADA).await?;
    browser.text_appears(".connection[data-over] .connection__role", "Engineer").await
}

async fn sees_whom_grace_brought(browser: &Browser) -> Result<()> {
    browser.open("#/people").await?;
    open_person(browser, GRACE).await?;
    browser.text_appears("#brought", "Brought 1 person").await?;
    browser.text_appears("#connections .people__name", ADA).await?;
    browser.text_appears("[data-field=referrals]", "1").await
}

async fn connects_grace_and_ada(browser: &Browser) -> Result<()> {
    browser.click("#connection-add").await?;
    choose(browser, "#connection-with", "person").await?;
    browser.type_text("#connection-person", "Ada").await?;
    browser.text_appears("#connection-person-list", ADA).await?;
    browser.keys(Key::Enter).await?;
    browser.type_text("#connection-role", "Protégée").await?;
    browser.type_text("#connection-since", "2024").await?;
    browser.type_text("#connection-until", "2023").await?;
    browser.press_in(".connection-form", "Save").await?;
    browser.text_appears("#connection-until-fault", "It ends before it begins.").await?;
    browser.screenshot("connection-fault").await?;
    browser.type_anew("#connection-until", "").await?;
    browser.press_in(".connection-form", "Save").await?;
    browser.text_appears(".connection__role", "Protégée").await?;
    browser.text_appears(".connection__dates", "since 2024").await?;
    browser.gone(".connection-form").await?;

    browser.press_in("#connections", ADA).await?;
    browser.text_appears("#record-title", ADA).await?;
    browser.text_appears("#connections", "Ada Lovelace is: Protégée").await?;
    scroll_up(browser).await?;
    browser.press_in("#connections", "Delete the connection with Grace Hopper").await?;
    toast(browser, "Connection with Grace Hopper deleted").await?;
    browser.press_in(".toast", "Undo").await?;
    browser.text_appears("#connections", "Ada Lovelace is: Protégée").await
}

/// Back to where Ada was at Acme, one step after the other.
async fn takes_it_all_back(browser: &Browser) -> Result<()> {
    scroll_up(browser).await?;
    browser.click("button[aria-label=Undo]").await?;
    toast(browser, "Undone: Added Ada Lovelace – Grace Hopper").await?;
    browser.click("button[aria-label=Undo]").await?;
    toast(browser, "Undone: Added Ada Lovelace – Acme").await?;
    browser.text_appears("#connections", "No connections yet.").await?;
    browser.click("button[aria-label=Undo]").await?;
    browser.text_appears(".record__position", "Acme").await
}
