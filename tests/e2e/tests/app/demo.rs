//! A thousand invented people: the list is quick, and all of it can be walked and sorted.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario, until};
use serde::Deserialize;

use crate::steps::{column, start_demo, texts};

/// The most rows that may be in the document, whatever is scrolled to.
const MOST_ROWS: usize = 60;

#[tokio::test]
async fn a_thousand_people_are_scrolled_sorted_walked_and_removed() -> Result<()> {
    scenario("demo", async |browser| {
        start_demo(browser, 1_000).await?;
        browser.text_appears(".toolbar__found", "1,000 people").await?;
        browser.text_appears(".notice--bar", "Everyone in it is invented").await?;
        scrolls_to_the_end_and_back(browser).await?;
        sorts(browser).await?;
        walks_with_keys(browser).await?;
        removes_the_demo(browser).await
    })
    .await
}

/// What was to be seen on the way.
#[derive(Debug, Deserialize)]
struct Scrolled {
    most: usize,
    /// Places at which the middle of the list was empty.
    gaps: usize,
    last: bool,
    first: bool,
}

async fn scrolls_to_the_end_and_back(browser: &Browser) -> Result<()> {
    let scrolled: Scrolled = browser
        .eval(
            "const grid = document.querySelector('#grid');
            const rows = () => [...document.querySelectorAll('.grid__row')];
            const has = (index) => rows().some((row) => row.getAttribute('aria-rowindex') == index);
            const painted = () => new Promise((done) =>
                requestAnimationFrame(() => requestAnimationFrame(done)));
            const seen = { most: 0, gaps: 0, last: false, first: false };
            const look = async (top) => {
                grid.scrollTop = top;
                await painted();
                seen.most = Math.max(seen.most, rows().length);
                const { left, top: above, width, height } = grid.getBoundingClientRect();
                const at = document.elementFromPoint(left + width / 2, above + height / 2);
                if (!at.closest('.grid__row')) seen.gaps += 1;
            };
            return (async () => {
                const end = grid.scrollHeight - grid.clientHeight;
                for (let top = 0; top <= end; top += 1500) await look(top);
                await look(end);
                seen.last = has(1001);
                for (let top = end; top >= 0; top -= 4000) await look(top);
                await look(0);
                seen.first = has(2);
                return seen;
            })();",
        )
        .await?;
    ensure!(scrolled.most <= MOST_ROWS, "{} rows at once", scrolled.most);
    ensure!(scrolled.gaps == 0, "nothing to be seen at {} places", scrolled.gaps);
    ensure!(scrolled.last && scrolled.first, "an end is out of reach: {scrolled:?}");
    Ok(())
}

async fn sorts(browser: &Browser) -> Result<()> {
    let by = async |field: &str, order: &str| {
        browser.press_in(".grid__head", field).await?;
        browser.find(&format!("[role=columnheader][aria-sort={order}]")).await
    };
    let first = column(browser, 1).await?.first().cloned();
    by("Name", "descending").await?;
    until("the last name to come first", async || {
        Ok((column(browser, 1).await?.first() != first.as_ref()).then_some(()))
    })
    .await?;
    let sort: String = browser.eval("return location.hash;").await?;
    ensure!(sort.contains("sort=-display-name"), "the address is {sort}");

    by("Job title", "ascending").await?;
    until("the job titles to be in order", async || {
        let seen = column(browser, 3).await?;
        let mut sorted = seen.clone();
        sorted.sort_by_key(|title| title.to_lowercase());
        let is_filled = seen.first().is_some_and(|title| !title.is_empty());
        Ok((is_filled && seen == sorted).then_some(()))
    })
    .await?;
    by("Name", "ascending").await?;
    until("the first name to come first", async || {
        Ok((column(browser, 1).await?.first() == first.as_ref()).then_some(()))
    })
    .await
}

async fn walks_with_keys(browser: &Browser) -> Result<()> {
    browser.eval::<()>("document.querySelector('#grid').focus();").await?;
    for _ in 0..3 {
        browser.keys(Key::Down).await?;
    }
    browser.find("#row-3[data-active]").await?;
    browser.keys(Key::End).await?;
    browser.find("#row-999[data-active]").await?;
    browser.keys(Key::PageUp).await?;
    browser.gone("#row-999[data-active]").await?;
    browser.keys(Key::Home).await?;
    browser.keys(Key::Down).await?;
    browser.find("#row-1[data-active]").await?;
    browser.keys(Key::Space).await?;
    browser.text_appears(".bulk__count", "1 selected").await?;
    browser.keys(Key::Escape).await?;
    browser.gone(".bulk").await?;
    browser.keys(Key::Enter).await?;
    let names = texts(browser, "#row-1 .grid__name .grid__text").await?;
    let name = names.first().map(String::as_str).unwrap_or_default();
    browser.text_appears("#record-title", name).await?;
    browser.click(".record__close").await
}

async fn removes_the_demo(browser: &Browser) -> Result<()> {
    browser.press_in(".notice--bar", "Remove the demo").await?;
    browser.find("#start-empty").await?;
    browser.reload().await?;
    browser.find("#start-empty").await?;
    Ok(())
}
