//! The work of a relationship: a lead calls, becomes a deal, is won with the keyboard, and something is left to do.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Key, scenario, until};

use crate::steps::{
    add_person, choose, list_shows, open_person, scroll_up, start_empty, texts, toast,
};

const MARIA: &str = "Maria Keller";
const GRACE: &str = "Grace Hopper";
const INES: &str = "Ines Sol";

#[tokio::test]
async fn lead_calls_and_becomes_a_won_deal_with_a_project() -> Result<()> {
    scenario("work", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Maria", "Keller").await?;
        logs_a_call(browser).await?;
        converts_the_lead(browser).await?;
        wins_the_deal_on_the_board(browser).await?;
        makes_a_project(browser).await?;
        writes_down_what_comes_round(browser).await?;
        sees_it_at_home(browser).await?;
        reads_the_timeline(browser).await?;
        walks_back(browser).await
    })
    .await
}

#[tokio::test]
async fn meeting_of_three_is_in_the_timeline_of_each() -> Result<()> {
    scenario("meeting", async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Grace", "Hopper").await?;
        add_person(browser, "Maria", "Keller").await?;
        logs_a_meeting(browser).await?;
        sees_it_with_the_others(browser).await?;
        takes_somebody_out(browser).await?;
        filters_by_who_was_there(browser).await
    })
    .await
}

/// With the keyboard alone: with Grace, who is known, and with Ines, who is not yet.
#[tokio::test]
async fn items_of_a_deal_come_to_its_value() -> Result<()> {
    scenario("items", async |browser| {
        start_empty(browser).await?;
        browser.open("#/deals/new").await?;
        browser.type_text("#new-name", "Chairs").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears("#record-title", "Chairs").await?;
        browser
            .eval::<()>(
                "document.querySelectorAll('.record__more').forEach((more) => { more.open = true; });",
            )
            .await?;
        browser.press_in("#record", "Items").await?;
        browser.type_text("#edit-items", "Chair").await?;
        browser.keys(Key::Tab + "2").await?;
        // On the way to a number there is a point at its end.
        browser.keys(Key::Tab + "49.").await?;
        browser.keys("90").await?;
        browser.keys(Key::Enter).await?;
        browser.holds("return document.activeElement?.id === 'edit-items-1';").await?;
        browser.keys("Delivery").await?;
        browser.text_appears(".items__total", "99.8").await?;
        browser.screenshot("items").await?;
        browser.keys(Key::Control + Key::Enter).await?;
        browser.text_appears("[data-field=items]", "2 × €49.90 = €99.80").await?;
        browser.text_appears("[data-field=items]", "Delivery").await?;
        browser.text_appears(".deal__value", "€99.80").await?;
        browser.screenshot("items-shown").await?;
        browser.keys(Key::Control + "z").await?;
        browser.gone("[data-field=items]").await?;
        browser.text_appears("#record-title", "Chairs").await
    })
    .await
}

async fn logs_a_meeting(browser: &Browser) -> Result<()> {
    browser.click("#record-title").await?;
    browser.keys("m").await?;
    browser.holds("return document.activeElement?.id === 'note-new';").await?;
    browser.keys("Walked through the plans.").await?;
    browser.click(".log__kind:nth-child(4)").await?;
    browser.type_text("#log-also-with", "hopp").await?;
    browser.text_appears("#log-also-with-list", GRACE).await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears(".log .tag__name", GRACE).await?;
    browser.type_text("#log-also-with", INES).await?;
    browser.text_appears("#log-also-with-list", "Create person “Ines Sol”").await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears(".log .tag:nth-of-type(2) .tag__name", INES).await?;
    browser.screenshot("meeting").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.keys(Key::Enter).await?;
    browser.text_appears(".note__body", "Walked through the plans.").await?;
    browser.text_appears(".event__kind", "Meeting").await?;
    is_with(browser, &[GRACE, INES]).await
}

async fn sees_it_with_the_others(browser: &Browser) -> Result<()> {
    for (name, others) in [(INES, [MARIA, GRACE]), (GRACE, [MARIA, INES])] {
        browser.open("#/people").await?;
        open_person(browser, name).await?;
        browser.text_appears(".note__body", "Walked through the plans.").await?;
        is_with(browser, &others).await?;
        browser.text_appears("[data-field=contact-count]", "1").await?;
    }
    Ok(())
}

/// From Grace's page, and back again.
async fn takes_somebody_out(browser: &Browser) -> Result<()> {
    browser.press_in(".event", "Change the entry").await?;
    browser.press_in(".log", "Remove Ines Sol").await?;
    browser.press_in(".event .log", "Save").await?;
    is_with(browser, &[MARIA]).await?;
    undo(browser).await?;
    is_with(browser, &[MARIA, INES]).await
}

async fn filters_by_who_was_there(browser: &Browser) -> Result<()> {
    browser.open("#/interactions").await?;
    list_shows(browser, &["Walked through the plans."]).await?;
    browser.press("Filter").await?;
    browser.type_text("#filter-bar", "people:\"Ines Sol\"").await?;
    browser.holds("return location.hash.includes('where=people:');").await?;
    list_shows(browser, &["Walked through the plans."]).await?;
    browser.type_anew("#filter-bar", "people:\"Ines Sol\" -also-with(given:ines)").await?;
    list_shows(browser, &[]).await
}

/// Waits until the first event of the timeline names these people, and nobody else.
async fn is_with(browser: &Browser, names: &[&str]) -> Result<()> {
    until(&format!("an event with {names:?}"), async || {
        let held = texts(browser, ".event .event__with").await?;
        Ok((held == names).then_some(()))
    })
    .await
}

/// The next frame finds nothing of the form.
#[tokio::test]
async fn form_of_a_task_is_left_at_once_after_a_step_was_added() -> Result<()> {
    scenario("step-left", async |browser| {
        start_empty(browser).await?;
        browser.open("#/tasks/new").await?;
        browser.find(".steps__add").await?;
        // As slow as those of a page that nobody sees.
        let leaves = "const { requestAnimationFrame } = window;
            window.requestAnimationFrame = (done) => setTimeout(() => requestAnimationFrame(done), 300);
            document.querySelector('.steps__add').click();
            location.hash = '#/tags';
            return new Promise((done) => setTimeout(done, 1_000));";
        browser.eval::<()>(leaves).await?;
        browser.type_text("#new-tag", "Met in Porto").await?;
        browser.keys(Key::Enter).await?;
        browser.text_appears(".tags__row", "Met in Porto").await
    })
    .await
}

#[tokio::test]
async fn board_is_filtered_as_the_table_is() -> Result<()> {
    scenario("board-filter", async |browser| {
        start_empty(browser).await?;
        adds_two_deals(browser).await?;
        tags_the_mill(browser).await?;
        filters_the_board_by_the_tag(browser).await?;
        keeps_the_filter_as_a_segment(browser).await?;
        finds_nothing_and_clears(browser).await?;
        goes_to_the_table_and_back(browser).await?;
        opens_a_deal_on_the_filtered_board(browser).await
    })
    .await
}

/// Adds deals by the line of the first column, as quickly as it takes them.
const FORTY_DEALS: &str = "
    const next = () => new Promise((done) => setTimeout(done, 5));
    document.querySelector('.board__add').click();
    for (let nth = 1; nth <= 40; nth += 1) {
        while (!document.querySelector('#board-new')) await next();
        const line = document.querySelector('#board-new');
        line.value = `Deal ${nth}`;
        line.dispatchEvent(new Event('input', { bubbles: true }));
        line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        while (line.value) await next();
    }";

#[tokio::test]
async fn long_column_shows_more_as_one_scrolls() -> Result<()> {
    scenario("board-long", async |browser| {
        start_empty(browser).await?;
        adds_two_deals(browser).await?;
        browser.open("#/board").await?;
        browser.find(".board__add").await?;
        browser.eval::<()>(FORTY_DEALS).await?;
        browser.text_appears(".board__count", "42").await?;
        let cards = async || -> Result<usize> {
            browser.eval("return document.querySelectorAll('.board__column .card').length;").await
        };
        ensure!(cards().await? == 30, "{} cards", cards().await?);
        browser.text_appears(".board__more", "12").await?;
        browser
            .eval::<()>("document.querySelector('.board__column').scrollTo(0, 100_000);")
            .await?;
        browser.gone(".board__more").await?;
        ensure!(cards().await? == 42, "{} cards", cards().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn calendar_is_filtered_as_the_list_of_tasks_is() -> Result<()> {
    scenario("calendar-filter", async |browser| {
        start_empty(browser).await?;
        browser.open("#/calendar").await?;
        for name in ["Call the mill", "Write to the shop"] {
            browser.type_text("#task-new", name).await?;
            browser.keys(Key::Enter).await?;
            browser.text_appears(".calendar__grid", name).await?;
        }
        finds_a_task_in_the_calendar(browser).await?;
        turns_the_calendar_and_comes_back(browser).await?;
        filters_the_calendar(browser).await
    })
    .await
}

async fn finds_a_task_in_the_calendar(browser: &Browser) -> Result<()> {
    browser.type_text("#search", "mill").await?;
    calendar_shows(browser, &["Call the mill"]).await?;
    browser.text_appears(".calendar__found", "1 task of these days matches.").await?;
    browser.screenshot("calendar-found").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    browser.press_in(".calendar__bar", "Week").await?;
    asks_for(browser, "#/calendar?week=", &["q=mill"]).await?;
    browser.reload().await?;
    calendar_shows(browser, &["Call the mill"]).await?;
    browser.holds("return document.querySelector('#search').value === 'mill';").await
}

async fn turns_the_calendar_and_comes_back(browser: &Browser) -> Result<()> {
    browser.press_in(".calendar__bar", "After").await?;
    browser.text_appears(".calendar__found", "No task of these days matches.").await?;
    asks_for(browser, "#/calendar?week=", &["q=mill"]).await?;
    browser.eval::<()>("history.back();").await?;
    calendar_shows(browser, &["Call the mill"]).await?;
    browser.type_anew("#search", "").await?;
    calendar_shows(browser, &["Call the mill", "Write to the shop"]).await?;
    browser.holds("return document.querySelector('.calendar__found').textContent === '';").await
}

async fn filters_the_calendar(browser: &Browser) -> Result<()> {
    browser.eval::<()>("document.querySelector('.calendar__day[tabindex=\"0\"]').focus();").await?;
    browser.keys("f").await?;
    browser.holds("return document.activeElement?.id === 'filter-bar';").await?;
    browser.type_anew("#filter-bar", "name:shop").await?;
    browser.keys(Key::Escape).await?;
    calendar_shows(browser, &["Write to the shop"]).await?;
    browser.press_in(".calendar__bar", "Agenda").await?;
    asks_for(browser, "#/calendar?agenda=", &["where=name:shop"]).await?;
    browser.text_appears(".calendar__agenda", "Write to the shop").await?;
    browser.type_text("#search", "mill").await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    browser.press_in(".empty", "Clear filters").await?;
    browser.text_appears(".calendar__agenda", "Call the mill").await
}

/// Waits until these entries, and no others, are in the grid of the calendar.
async fn calendar_shows(browser: &Browser, names: &[&str]) -> Result<()> {
    until(&format!("{names:?} in the calendar"), async || {
        Ok((texts(browser, ".calendar__name").await? == names).then_some(()))
    })
    .await
}

async fn adds_two_deals(browser: &Browser) -> Result<()> {
    for name in ["Mill", "Shop"] {
        browser.open("#/deals/new").await?;
        browser.type_text("#new-name", name).await?;
        browser.keys(Key::Enter).await?;
        toast(browser, &format!("Added {name}")).await?;
        browser.text_appears("#record-title", name).await?;
    }
    Ok(())
}

async fn tags_the_mill(browser: &Browser) -> Result<()> {
    browser.open("#/deals").await?;
    list_shows(browser, &["Mill", "Shop"]).await?;
    browser.click("#row-0 .grid__check input").await?;
    browser.type_text(".bulk__form input", "vip").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Tag vip added to 1 deal").await
}

async fn filters_the_board_by_the_tag(browser: &Browser) -> Result<()> {
    browser.open("#/board").await?;
    board_shows(browser, &["Shop", "Mill"]).await?;
    browser.eval::<()>("document.querySelector('.card__link').focus();").await?;
    browser.keys("f").await?;
    browser.holds("return document.activeElement?.id === 'filter-bar';").await?;
    browser.type_anew("#filter-bar", "tags:vip").await?;
    browser.keys(Key::Escape).await?;
    board_shows(browser, &["Mill"]).await?;
    browser.holds("return location.hash.startsWith('#/board?where=tags:%23');").await?;
    browser.screenshot("board-filtered").await?;
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

async fn keeps_the_filter_as_a_segment(browser: &Browser) -> Result<()> {
    browser.type_text("#segment-name", "Important").await?;
    browser.keys(Key::Enter).await?;
    toast(browser, "Added Important").await?;
    asks_for(browser, "#/board?", &["segment=", "where=tags:"]).await?;
    browser.reload().await?;
    board_shows(browser, &["Mill"]).await?;
    browser.text_appears(".toolbar__chips", "vip").await
}

async fn finds_nothing_and_clears(browser: &Browser) -> Result<()> {
    browser.type_text("#search", "sho").await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    board_shows(browser, &[]).await?;
    browser.screenshot("board-nothing").await?;
    browser.press_in(".empty", "Clear filters").await?;
    board_shows(browser, &["Shop", "Mill"]).await?;
    browser.holds("return !/[?&](q|where)=/.test(location.hash);").await?;
    browser.eval::<()>("history.back();").await?;
    browser.text_appears(".empty__title", "Nothing matches").await?;
    browser.type_anew("#search", "").await?;
    board_shows(browser, &["Mill"]).await
}

async fn goes_to_the_table_and_back(browser: &Browser) -> Result<()> {
    browser.press_in(".switch", "Table").await?;
    list_shows(browser, &["Mill"]).await?;
    asks_for(browser, "#/deals?", &["segment=", "where=tags:"]).await?;
    browser.type_text("#search", "mil").await?;
    asks_for(browser, "#/deals?", &["q=mil"]).await?;
    browser.press_in(".switch", "Board").await?;
    board_shows(browser, &["Mill"]).await?;
    asks_for(browser, "#/board?", &["q=mil", "segment=", "where=tags:"]).await?;
    browser.holds("return document.querySelector('#search').value === 'mil';").await
}

async fn opens_a_deal_on_the_filtered_board(browser: &Browser) -> Result<()> {
    browser.click(".card__link").await?;
    browser.text_appears("#record-title", "Mill").await?;
    asks_for(browser, "#/board?", &["q=mil", "where=tags:", "open="]).await?;
    browser.press_in("#record", "Why is this record here?").await?;
    browser.text_appears(".why__answers", "vip").await?;
    browser.keys(Key::Escape).await?;
    browser.gone("#record").await?;
    asks_for(browser, "#/board?", &["q=mil", "where=tags:"]).await?;
    board_shows(browser, &["Mill"]).await
}

/// Waits until these deals, and no others, are on the board, all of them in the first stage, and counted there.
async fn board_shows(browser: &Browser, names: &[&str]) -> Result<()> {
    until(&format!("{names:?} on the board"), async || {
        let are_counted = texts(browser, ".board__count").await?;
        let are_counted = are_counted.first() == Some(&names.len().to_string());
        let all = texts(browser, ".card__link").await?;
        let is_so = are_counted && all == names && in_stage(browser, 0).await? == names;
        Ok(is_so.then_some(()))
    })
    .await?;
    let total =
        if names.len() == 1 { "1 open deal" } else { &format!("{} open deals", names.len()) };
    browser.text_appears(".board__totals", total).await
}

/// Waits until the address is one of this page and holds all of these.
async fn asks_for(browser: &Browser, page: &str, parts: &[&str]) -> Result<()> {
    let parts: Vec<_> = parts.iter().map(|part| format!("hash.includes('{part}')")).collect();
    let all = parts.join(" && ");
    let script = format!("const {{ hash }} = location; return hash.startsWith('{page}') && {all};");
    browser.holds(&script).await
}

async fn logs_a_call(browser: &Browser) -> Result<()> {
    browser.click("#record-title").await?;
    browser.keys("m").await?;
    browser.holds("return document.activeElement?.id === 'note-new';").await?;
    browser.keys("Asked for an offer.").await?;
    browser.click(".log__kind:nth-child(2)").await?;
    browser.press_in(".log", "Log").await?;
    browser.text_appears(".note__body", "Asked for an offer.").await?;
    browser.text_appears(".event__kind", "Call").await
}

async fn converts_the_lead(browser: &Browser) -> Result<()> {
    scroll_up(browser).await?;
    browser.press_in("#record", "Convert").await?;
    browser.type_text("#convert-name", "Website").await?;
    browser.type_text("#convert-value", "1200").await?;
    browser.screenshot("convert").await?;
    browser.press_in("dialog[open] .dialog__actions", "Convert").await?;
    toast(browser, "Added Website").await
}

async fn wins_the_deal_on_the_board(browser: &Browser) -> Result<()> {
    browser.open("#/board").await?;
    browser.find(".card__link").await?;
    ensure!(in_stage(browser, 0).await? == ["Website"], "the deal begins in the first stage");
    browser.eval::<()>("document.querySelector('.card__link').focus();").await?;
    browser.keys(" ").await?;
    browser.keys(Key::Right).await?;
    stands_in(browser, 1).await?;
    browser.keys(Key::Right).await?;
    stands_in(browser, 2).await?;
    browser.keys(" ").await?;
    browser.keys("w").await?;
    toast(browser, "Won: Website").await
}

/// The names of the deals in the nth stage.
async fn in_stage(browser: &Browser, nth: usize) -> Result<Vec<String>> {
    let cards = format!(".board__column:nth-child({}) .card__link", nth + 1);
    texts(browser, &cards).await
}

async fn stands_in(browser: &Browser, nth: usize) -> Result<()> {
    until(&format!("the deal in stage {nth}"), async || {
        Ok((in_stage(browser, nth).await? == ["Website"]).then_some(()))
    })
    .await
}

async fn makes_a_project(browser: &Browser) -> Result<()> {
    browser.press_in(".toasts", "Make a project").await?;
    browser.text_appears("#record-title", "Website").await?;
    browser.holds("return location.hash.startsWith('#/projects/');").await
}

async fn writes_down_what_comes_round(browser: &Browser) -> Result<()> {
    browser.open("#/tasks/new").await?;
    browser.type_text("#new-name", "Send the report").await?;
    browser.press_in(".task-form__due", "Today").await?;
    choose(browser, "#new-repeat", "weekly").await?;
    browser.press_in(".sheet__head", "Save").await?;
    browser.text_appears("#record-title", "Send the report").await
}

async fn sees_it_at_home(browser: &Browser) -> Result<()> {
    browser.open("#/home").await?;
    browser.text_appears(".home__card", "Send the report").await?;
    browser.screenshot("home").await?;
    // Done, and there again in a week.
    browser.click(".home__card .task__tick input").await?;
    toast(browser, "Done: Send the report").await?;
    browser.text_appears(".home__card", "Nothing is due. Enjoy the quiet.").await?;
    browser.open("#/tasks").await?;
    until("both turns of the task", async || {
        let names = texts(browser, ".grid__name").await?;
        Ok((names == ["Send the report", "Send the report"]).then_some(()))
    })
    .await
}

async fn reads_the_timeline(browser: &Browser) -> Result<()> {
    browser.open("#/people").await?;
    browser.click("#row-0 .grid__name").await?;
    browser.text_appears("#record-title", MARIA).await?;
    let told = [
        "Website: Won",
        "Website: Stage Needs known",
        "Website: Stage New",
        "Lifecycle: Customer",
        "Lifecycle: Opportunity",
    ];
    until("the whole way in the timeline", async || {
        let steps = steps(browser).await?;
        Ok(told.iter().all(|it| steps.iter().any(|step| step == it)).then_some(()))
    })
    .await?;
    browser.screenshot("timeline").await?;
    Ok(())
}

/// Takes back one thing after the other, up to the call.
async fn walks_back(browser: &Browser) -> Result<()> {
    undo(browser).await?;
    counts(browser, "tasks", "1").await?;
    undo(browser).await?;
    counts(browser, "tasks", "0").await?;
    undo(browser).await?;
    counts(browser, "projects", "0").await?;
    for gone in ["Website: Won", "Website: Stage Needs known", "Website: Stage Contacted"] {
        undo(browser).await?;
        until(&format!("that `{gone}` is taken back"), async || {
            Ok((!steps(browser).await?.iter().any(|step| step == gone)).then_some(()))
        })
        .await?;
    }
    undo(browser).await?;
    counts(browser, "board", "0").await?;
    until("that nothing but the call is left", async || {
        let events = texts(browser, ".event__kind").await?;
        Ok((steps(browser).await?.is_empty() && events.len() == 1).then_some(()))
    })
    .await
}

async fn undo(browser: &Browser) -> Result<()> {
    browser.click("button[aria-label=Undo]").await
}

async fn counts(browser: &Browser, page: &str, count: &str) -> Result<()> {
    browser.text_appears(&format!("nav [href^='#/{page}'] .side__count"), count).await
}

/// What the timeline tells beside events.
async fn steps(browser: &Browser) -> Result<Vec<String>> {
    let steps = texts(browser, ".timeline__step").await?;
    // Without the marks that keep names of other scripts apart.
    Ok(steps.iter().map(|it| it.replace(['\u{2068}', '\u{2069}'], "").trim().to_owned()).collect())
}
