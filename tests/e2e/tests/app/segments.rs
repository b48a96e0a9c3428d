//! One question with two faces: built by mouse, seen and changed as text, kept as a segment.

use anyhow::{Result, bail, ensure};
use rapport_e2e::{Browser, Key, scenario, until};

use crate::steps::{choose, list_shows, start_demo, texts, toast};

#[tokio::test]
async fn segment_is_built_changed_as_text_kept_and_asked_why() -> Result<()> {
    scenario("segment", async |browser| {
        start_demo(browser, 50).await?;
        let customers = builds_a_filter_by_mouse(browser).await?;
        let both = changes_it_as_text(browser, customers).await?;
        keeps_it_as_a_segment(browser, both).await?;
        tags_its_members_and_takes_it_back(browser, both).await?;
        asks_why(browser).await?;
        finds_it_among_the_segments(browser, both).await?;
        picks_a_list(browser).await
    })
    .await
}

#[tokio::test]
async fn segment_is_compared_with_another_and_combined_with_it() -> Result<()> {
    scenario("segment-compared", async |browser| {
        starts_forty_days_ago(browser).await?;
        let customers = is_kept(browser, "lifecycle:customer", "Customers").await?;
        is_kept(browser, "has:phones", "Reachable").await?;
        let both = found_by(browser, "lifecycle:customer has:phones").await?;
        opens_its_page(browser, customers).await?;
        sees_the_overlap(browser, both).await?;
        makes_the_intersection(browser, both).await?;
        sees_who_entered_and_left(browser, both).await?;
        takes_the_intersection_back(browser).await?;
        chooses_segments_by_name(browser, customers).await?;
        begins_the_fiscal_year_in_april(browser).await
    })
    .await
}

/// Starts with a demo that was begun when the clock showed another day.
async fn starts_forty_days_ago(browser: &Browser) -> Result<()> {
    browser.open("").await?;
    browser.resize(1400, 900).await?;
    browser.find("#demo-50").await?;
    browser
        .eval::<()>(
            "const now = window.Date.now;
            window.Date.now = () => now() - 40 * 24 * 60 * 60 * 1000;",
        )
        .await?;
    browser.click("#demo-50").await?;
    browser.find("#row-0 .grid__name").await?;
    browser.reload().await?;
    browser.find("#row-0 .grid__name").await?;
    Ok(())
}

/// How many people a filter finds.
async fn found_by(browser: &Browser, filter: &str) -> Result<usize> {
    // The list is made anew, so that the filter's panel is closed.
    browser.open("#/segments").await?;
    browser.find(".segments__lead").await?;
    browser.open(&format!("#/people?where={filter}")).await?;
    browser.text_appears(".toolbar__found", " of 50 people").await?;
    found(browser).await
}

/// Keeps a filter as a segment and returns how many are in it.
async fn is_kept(browser: &Browser, filter: &str, name: &str) -> Result<usize> {
    let size = found_by(browser, filter).await?;
    browser.press("Filter").await?;
    browser.type_text("#segment-name", name).await?;
    browser.keys(Key::Enter).await?;
    toast(browser, &format!("Added {name}")).await?;
    Ok(size)
}

async fn opens_its_page(browser: &Browser, customers: usize) -> Result<()> {
    browser.open("#/segments").await?;
    browser.press_in(".segments__row", "Customers").await?;
    browser.text_appears("#segment-count", &format!("{customers} people")).await?;
    browser.text_appears(".segment__rule", "Lifecycle is any of Customer").await?;
    browser.text_appears(".trend figcaption", &format!("{customers} all the time")).await?;
    browser.press("As a table").await?;
    let sizes = texts(browser, "details .segment__table tbody td:last-child").await?;
    ensure!(sizes == vec![customers.to_string(); 31], "{sizes:?}");
    browser.screenshot("segment").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn sees_the_overlap(browser: &Browser, both: usize) -> Result<()> {
    browser.text_appears(".segment__overlaps tbody th", "Reachable").await?;
    let cells = texts(browser, ".segment__overlaps tbody td").await?;
    let [shared, share, ..] = &cells[..] else { bail!("{cells:?}") };
    ensure!(*shared == both.to_string() && share.ends_with('%'), "{cells:?}");
    Ok(())
}

async fn makes_the_intersection(browser: &Browser, both: usize) -> Result<()> {
    browser.click(".segment__overlaps button").await?;
    browser.find("#combine-name").await?;
    browser
        .holds(
            "return document.querySelector('#combine-name').value === 'Customers and Reachable';",
        )
        .await?;
    browser.screenshot("segment-combined").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.press_in(".dialog", "Create segment").await?;
    toast(browser, "Added Customers and Reachable").await?;
    browser.text_appears("h1", "Customers and Reachable").await?;
    browser.text_appears("#segment-count", &format!("{both} p")).await
}

async fn sees_who_entered_and_left(browser: &Browser, both: usize) -> Result<()> {
    browser.text_appears(".segment__side:first-child", "Nobody has entered.").await?;
    browser.text_appears(".segment__side:last-child", "Nobody has left.").await?;
    let name = browser.text(".segment__members .people__name").await?;
    browser.click(".segment__members a").await?;
    browser.text_appears("#record-title", &name).await?;
    browser.press_in("#record", "Delete").await?;
    browser.text_appears(".toolbar__found", "49 people").await?;

    browser.open("#/segments").await?;
    browser.press_in(".segments__row", "Customers and Reachable").await?;
    browser.text_appears(".segment__side:last-child li", &name).await?;
    browser.text_appears(".segment__side:last-child li", "deleted since").await?;
    let summary = format!("at least {}, at most {both}.", both - 1);
    browser.text_appears(".trend figcaption", &summary).await?;
    browser.screenshot("segment-left").await?;
    browser.press("90 days").await?;
    browser.text_appears(".trend figcaption", "The workspace begins on").await?;
    browser.click("button[aria-label=Undo]").await?;
    toast(browser, "Undone").await?;
    browser.text_appears(".segment__side:last-child", "Nobody has left.").await?;
    browser.click("#since + button + button + button").await?;
    browser.text_appears(".segment__side:first-child .record__count", &both.to_string()).await
}

async fn takes_the_intersection_back(browser: &Browser) -> Result<()> {
    browser.click("button[aria-label=Undo]").await?;
    browser.text_appears(".empty__title", "This segment has been deleted.").await?;
    browser.text_appears("nav [href='#/segments'] .side__count", "2").await
}

async fn chooses_segments_by_name(browser: &Browser, customers: usize) -> Result<()> {
    browser.open("#/people").await?;
    browser.press("Filter").await?;
    browser.press_in(".filter", "Condition").await?;
    browser
        .eval::<()>(
            "const subject = document.querySelector('.filter__condition select');
            subject.value = 'segment';
            subject.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
    browser.click(".filter__condition .menu__anchor > button").await?;
    browser.click(".filter__condition .menu label:first-child input").await?;
    bar_says(browser, "segment:Customers").await?;
    browser.text_appears(".toolbar__found", &format!("{customers} of 50")).await?;
    browser.type_anew("#filter-bar", "import:").await?;
    browser.keys(Key::Escape).await
}

async fn begins_the_fiscal_year_in_april(browser: &Browser) -> Result<()> {
    browser.open("#/settings").await?;
    browser
        .eval::<()>(
            "const month = document.querySelector('#fiscal-start');
            month.value = '4';
            month.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
    toast(browser, "Setting saved").await?;
    browser.click("button[aria-label=Undo]").await?;
    browser.holds("return document.querySelector('#fiscal-start').value === '1';").await
}

/// How many people the list says that it shows.
async fn found(browser: &Browser) -> Result<usize> {
    let text = browser.text(".toolbar__found").await?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}

async fn bar_says(browser: &Browser, text: &str) -> Result<()> {
    browser
        .holds(&format!("return document.querySelector('#filter-bar').value.trim() === '{text}';"))
        .await
}

async fn builds_a_filter_by_mouse(browser: &Browser) -> Result<usize> {
    browser.press("Filter").await?;
    browser.press_in(".filter", "Condition").await?;
    browser.click(".filter__condition .menu__anchor > button").await?;
    // Until something is chosen, everyone is there.
    browser.text_appears(".toolbar__found", "50 people").await?;
    // The sixth stage is the customer.
    browser.click(".filter__condition .menu label:nth-child(6) input").await?;
    bar_says(browser, "lifecycle:customer").await?;
    browser.text_appears(".toolbar__found", " of 50 people").await?;
    let customers = found(browser).await?;
    ensure!((1..50).contains(&customers), "{customers} customers");
    browser.screenshot("filter-built").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(customers)
}

async fn changes_it_as_text(browser: &Browser, customers: usize) -> Result<usize> {
    browser.type_anew("#filter-bar", "lifecycle:customer,le").await?;
    browser.text_appears("#filter-offers", "lead").await?;
    browser.screenshot("filter-offers").await?;
    browser.keys(Key::Enter).await?;
    bar_says(browser, "lifecycle:customer,lead").await?;
    browser.text_appears(".filter__condition .menu__note", "Lead, Customer").await?;
    let both = found(browser).await?;
    ensure!(both > customers, "{both} are customers or leads, {customers} customers");

    // What cannot be understood changes nothing and is said.
    browser.type_anew("#filter-bar", "lifecycle:customer,lead colour:red ").await?;
    browser.text_appears("#filter-problem", "There is no field “colour”.").await?;
    browser.find(".filter__fault").await?;
    ensure!(found(browser).await? == both, "a fault changes the list");
    browser.screenshot("filter-fault").await?;
    browser.type_anew("#filter-bar", "lifecycle:customer,lead").await?;
    browser.keys(Key::Escape).await?;
    browser.text_appears(".toolbar__found", &format!("{both} of 50")).await?;
    Ok(both)
}

async fn keeps_it_as_a_segment(browser: &Browser, both: usize) -> Result<()> {
    browser.type_text("#segment-name", "Warm").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Added Warm").await?;
    browser.text_appears("nav [href='#/segments'] .side__count", "1").await?;
    browser.reload().await?;
    browser.text_appears(".toolbar__found", &format!("{both} of 50")).await?;
    browser.text_appears(".toolbar__chips", "Lifecycle is any of Customer, Lead").await
}

async fn tags_its_members_and_takes_it_back(browser: &Browser, both: usize) -> Result<()> {
    browser.click(".grid__head input").await?;
    browser.type_text(".bulk__form input", "warm").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, &format!("Tag warm added to {both} people")).await?;
    browser.click("button[aria-label=Undo]").await?;
    toast(browser, "Undone").await?;
    browser.text_appears("nav [href='#/tags'] .side__count", "12").await?;
    browser.press("Clear selection").await
}

async fn asks_why(browser: &Browser) -> Result<()> {
    browser.click("#row-0 .grid__name").await?;
    browser.press_in("#record", "Why is this record here?").await?;
    browser.text_appears(".why__answers", "Lifecycle is any of Customer, Lead").await?;
    browser.find(".why__answer[data-holds=true]").await?;
    browser.screenshot("why").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn finds_it_among_the_segments(browser: &Browser, both: usize) -> Result<()> {
    browser.open("#/segments").await?;
    browser.text_appears(".segments__count", &format!("{both} people")).await?;
    browser.press("Birthday in the next 2 weeks").await?;
    browser.text_appears("nav [href='#/segments'] .side__count", "2").await?;
    browser.screenshot("segments").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.open("#/people").await?;
    browser.press("Filter").await?;
    browser.type_anew("#filter-bar", "-segment:Warm").await?;
    browser.text_appears(".toolbar__found", &format!("{} of 50", 50 - both)).await
}

async fn picks_a_list(browser: &Browser) -> Result<()> {
    browser.open("#/segments").await?;
    browser.type_text("#new-list", "Friends").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears(".tags", "Picked by hand").await?;
    browser.open("#/people").await?;
    let first = texts(browser, "#row-0 .grid__name .grid__text").await?;
    browser.click("#row-0 .grid__check input").await?;
    browser.press_in(".bulk", "Add to list").await?;
    browser.press_in(".bulk .menu", "Friends").await?;
    toast(browser, "1 person added to the list Friends").await?;
    browser.open("#/segments").await?;
    // A picked list is shown by asking for it.
    browser.click(".segments__count[href*='where=segment:']").await?;
    list_shows(browser, &first.iter().map(String::as_str).collect::<Vec<_>>()).await?;

    // Of whatever has a list.
    browser.open("#/segments").await?;
    choose(browser, "#new-list-of", "organization").await?;
    browser.type_text("#new-list", "Suppliers").await?;
    browser.keys(Key::Enter).await?;
    until("the list of organizations", async || {
        let counts = texts(browser, ".segments__count").await?;
        Ok(counts.iter().any(|text| text == "0 organizations").then_some(()))
    })
    .await
}
