//! A list that is arranged, kept as a view, and found again.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario};

use crate::steps::{start_demo, toast};

#[tokio::test]
async fn view_is_arranged_kept_pinned_and_found_again() -> Result<()> {
    scenario("views", async |browser| {
        start_demo(browser, 50).await?;
        groups_by_lifecycle(browser).await?;
        folds_and_walks(browser).await?;
        sorts_by_two(browser).await?;
        counts_below_a_column(browser).await?;
        keeps_it_as_a_view(browser).await?;
        finds_it_at_the_side(browser).await?;
        changes_and_removes_it(browser).await
    })
    .await
}

/// The heads of groups that are there, such as "Lead 7".
async fn heads(browser: &Browser) -> Result<Vec<String>> {
    browser
        .eval(
            "return [...document.querySelectorAll('.grid__fold')]
            .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map((it) => it.textContent.trim());",
        )
        .await
}

async fn groups_by_lifecycle(browser: &Browser) -> Result<()> {
    browser.press_in(".toolbar", "View").await?;
    browser.click(".arrange__part:nth-of-type(2) option[value=lifecycle]").await?;
    browser.text_appears(".grid__fold", "Subscriber").await?;
    browser.screenshot("views-grouped").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    // All of them are somewhere.
    browser.press_in(".arrange", "Fold all").await?;
    browser.gone(".grid__row:not(.grid__row--head)").await?;
    let heads = heads(browser).await?;
    let counts = heads.iter().filter_map(|head| {
        let digits = head.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.parse::<usize>().ok()
    });
    ensure!(counts.sum::<usize>() == 50, "{heads:?}");
    browser.press_in(".arrange", "Unfold all").await?;
    browser.find("#row-0").await?;
    Ok(())
}

async fn folds_and_walks(browser: &Browser) -> Result<()> {
    browser.click(".grid__fold").await?;
    browser.find(".grid__fold[aria-expanded=false]").await?;
    browser.gone("#row-0").await?;
    browser.holds("return location.hash.includes('folded=');").await?;
    browser.reload().await?;
    browser.find(".grid__fold[aria-expanded=false]").await?;
    browser.gone("#row-0").await?;
    // The first row is that of the next group.
    browser.eval::<()>("document.querySelector('#grid').focus();").await?;
    browser.keys(Key::Home).await?;
    let at_second = "const active = document.querySelector('[data-active]');
        const heads = [...document.querySelectorAll('.grid__row--head')];
        const top = (it) => it.getBoundingClientRect().top;
        const tops = heads.map(top).sort((a, b) => a - b);
        return active !== null && tops[1] < top(active) && top(active) < (tops[2] ?? Infinity);";
    browser.holds(at_second).await?;
    browser.click(".grid__fold[aria-expanded=false]").await?;
    browser.find("#row-0").await?;
    browser.holds("return !location.hash.includes('folded=');").await?;
    browser.press_in(".toolbar", "View").await
}

async fn sorts_by_two(browser: &Browser) -> Result<()> {
    browser.press_in(".arrange", "Then by").await?;
    browser.click(".arrange__part:first-of-type li:nth-child(2) option[value=created]").await?;
    browser
        .click(".arrange__part:first-of-type li:nth-child(2) option[value=arrange-descending]")
        .await?;
    browser.holds("return location.hash.includes('sort=display-name,-created');").await?;
    browser.click(".arrange__part:first-of-type li:nth-child(2) button").await?;
    browser.holds("return !location.hash.includes('-created');").await
}

async fn counts_below_a_column(browser: &Browser) -> Result<()> {
    browser.press_in(".arrange", "Add a total").await?;
    browser.text_appears(".grid__foot", "Filled").await?;
    browser.click(".arrange__part:nth-of-type(3) option[value=updated]").await?;
    browser.click(".arrange__part:nth-of-type(3) option[value=greatest]").await?;
    browser.text_appears(".grid__foot", "Latest").await?;
    browser.holds("return location.hash.includes('totals=updated:greatest');").await
}

async fn keeps_it_as_a_view(browser: &Browser) -> Result<()> {
    browser.type_text("#view-name", "Pipeline").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Added Pipeline").await?;
    browser.text_appears(".toolbar__title", "Pipeline").await?;
    browser.click(".arrange__view [aria-pressed=false]").await?;
    browser.text_appears(".side__views", "Pipeline").await?;
    browser.screenshot("views-kept").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn finds_it_at_the_side(browser: &Browser) -> Result<()> {
    browser.click("nav [href='#/people']").await?;
    browser.text_appears(".toolbar__title", "People").await?;
    browser.gone(".grid__fold").await?;
    browser.click(".side__views a").await?;
    browser.text_appears(".grid__fold", "Subscriber").await?;
    browser.reload().await?;
    browser.text_appears(".toolbar__title", "Pipeline").await?;
    browser.text_appears(".grid__fold", "Subscriber").await?;
    browser.text_appears(".grid__foot", "Latest").await
}

async fn changes_and_removes_it(browser: &Browser) -> Result<()> {
    browser.press_in(".toolbar", "View").await?;
    browser.click(".arrange__part:nth-of-type(2) option[value='']").await?;
    browser.gone(".grid__fold").await?;
    browser.press_in(".arrange", "Save changes to Pipeline").await?;
    toast(browser, "View saved").await?;
    browser.press_in(".arrange", "Delete the view Pipeline").await?;
    browser.gone(".side__views").await?;
    browser.click("button[aria-label=Undo]").await?;
    browser.text_appears(".side__views", "Pipeline").await
}
