//! Every page in both languages, on a phone and a desk, light and dark: nothing complains.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, scenario, settings};

use crate::steps::{choose, start_demo};

/// The pages of a workspace: what pictures call them, and their addresses. `ID` is a person of the demo,
/// `SEGMENT` one of two segments, and `FIRST` the first record of the list.
const PAGES: [(&str, &str); 34] = [
    ("people", "#/people"),
    ("organizations", "#/organizations"),
    ("organization", "#/organizations/FIRST"),
    ("deals", "#/deals"),
    ("deal", "#/deals/FIRST"),
    ("new-deal", "#/deals/new"),
    ("board", "#/board"),
    ("board-nothing-found", "#/board?q=xyzzy"),
    ("projects", "#/projects"),
    ("new-project", "#/projects/new"),
    ("interactions", "#/interactions"),
    ("person", "#/people/ID"),
    ("new-person", "#/people/new"),
    ("new-organization", "#/organizations/new"),
    ("nothing-found", "#/people?q=xyzzy"),
    (
        "grouped",
        "#/people?group=lifecycle&sort=-created,family&totals=updated:greatest,tags:filled",
    ),
    ("home", "#/home"),
    ("calendar", "#/calendar"),
    ("week", "#/calendar?week="),
    ("agenda", "#/calendar?agenda="),
    ("calendar-found", "#/calendar?where=priority:high,normal,low"),
    ("agenda-nothing-found", "#/calendar?agenda=&q=xyzzy"),
    ("task", "#/tasks/FIRST"),
    ("tasks", "#/tasks?where=-task-status:done"),
    ("new-task", "#/tasks/new"),
    ("segments", "#/segments"),
    ("segment", "#/segments/SEGMENT"),
    ("tags", "#/tags"),
    ("transfer", "#/transfer"),
    ("history", "#/history"),
    ("settings", "#/settings"),
    ("help", "#/help"),
    ("your-data", "#/your-data"),
    ("not-found", "#/nowhere"),
];

/// What opens above a page: its name in pictures, the address, and what is clicked.
const OPENED: [(&str, &str, &str); 8] = [
    (
        "filter",
        "#/people?where=(lifecycle:customer%20or%20tags:x)%20-has:emails%20interactions(body:a)",
        FILTER,
    ),
    (
        "view",
        "#/organizations?group=lifecycle&sort=-created,name&totals=people-count:sum",
        ".toolbar__actions > .button[aria-expanded] + .button",
    ),
    ("board-filter", "#/board?where=tags:x%20or%20value%20%3E%3D%20100", FILTER),
    ("calendar-filter", "#/calendar?where=tags:x%20or%20has:deal", FILTER),
    ("segment-filter", "#/people?where=-segment:%23ID%20import:3", FILTER),
    ("merging", "#/tags", ".tags__row > .button"),
    ("columns", "#/organizations", ".toolbar .menu__anchor > button"),
    ("selected", "#/people", "#row-0 .grid__check input"),
];

/// The button that opens the filter.
const FILTER: &str = ".toolbar__actions > .button[aria-expanded]";

const WIDTHS: [(u32, u32); 2] = [(360, 740), (1400, 900)];

const THEMES: [&str; 2] = ["light", "dark"];

#[tokio::test]
async fn english_pages_are_in_order() -> Result<()> {
    scenario("pages-en", async |browser| walks(browser, "en").await).await
}

#[tokio::test]
async fn persian_pages_are_in_order() -> Result<()> {
    scenario("pages-fa", async |browser| walks(browser, "fa").await).await
}

/// What stands before or above the pages: a file that is looked at, a workspace that is not what it was, and one
/// that is locked.
#[tokio::test]
async fn what_stands_in_the_way_is_in_order() -> Result<()> {
    scenario("in-the-way", async |browser| {
        let mut faults = Vec::new();
        let all = ["en", "fa"].map(|language| THEMES.map(|theme| (language, theme)));
        let all = all.as_flattened();
        start_demo(browser, 50).await?;
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/csv/hubspot-contacts.csv");
        for (language, theme) in all {
            prefers(browser, language, theme).await?;
            browser.open("#/transfer").await?;
            browser.upload("#file", &file).await?;
            browser.find("#csv-counts[aria-busy=false]").await?;
            looks(browser, "preview", language, theme, &mut faults).await?;
        }

        let newer = "const witness = JSON.parse(localStorage.getItem('rapport.witness'));
            witness.position += BY;
            localStorage.setItem('rapport.witness', JSON.stringify(witness));";
        browser.open("#/settings").await?;
        browser.eval::<()>(&newer.replace("BY", "100")).await?;
        for (language, theme) in all {
            prefers(browser, language, theme).await?;
            browser.gone("#grid, nav").await?;
            looks(browser, "recovery", language, theme, &mut faults).await?;
        }
        browser.eval::<()>(&newer.replace("BY", "-100")).await?;

        prefers(browser, "en", "light").await?;
        browser.open("#/settings").await?;
        browser.find("#lock-on").await?;
        browser.eval::<()>("document.querySelector('#lock-on').open = true;").await?;
        for field in ["#lock-new", "#lock-again"] {
            browser.type_text(field, "seven blue herons").await?;
        }
        browser.click("#lock-choose").await?;
        browser.click("#lock-confirm").await?;
        browser.find("#lock-state").await?;
        for (language, theme) in all {
            prefers(browser, language, theme).await?;
            browser.find("#unlock").await?;
            looks(browser, "locked", language, theme, &mut faults).await?;
        }
        ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        Ok(())
    })
    .await
}

/// Where the focus can be when a page is left by its address: the page, what is clicked there (or nothing
/// but the page's own focus), how often, and what is typed.
const BEGUN: [(&str, &str, u8, &str); 10] = [
    ("#/people", ".toolbar .menu__anchor > button", 1, ""),
    ("#/people?where=lifecycle:customer", ".toolbar__actions > .button[aria-expanded]", 1, ""),
    ("#/people", "#search", 1, "a"),
    ("#/board", "#search", 1, "a"),
    ("#/people", "#row-0 [role=gridcell]:nth-child(4)", 2, "Baker"),
    ("#/people", "#row-0 [role=gridcell]:nth-child(7)", 2, ""),
    ("#/people/new", "#new-nickname", 1, "Kim"),
    ("#/people/ID", "#record-tags", 1, "Neighbour"),
    ("#/people/ID", "[data-field=given] .detail__edit", 1, "Kim"),
    ("#/tags", ".tags__row input", 1, "x"),
];

#[tokio::test]
async fn page_is_left_safely_with_anything_open() -> Result<()> {
    scenario("left", async |browser| {
        start_demo(browser, 50).await?;
        let id = first_person(browser).await?;
        for (address, begun, clicks, typed) in BEGUN {
            browser.open(&address.replace("ID", &id)).await?;
            if clicks == 2 {
                browser.double_click(begun).await?;
            } else {
                browser.click(begun).await?;
            }
            browser.keys(typed).await?;
            browser.open("#/settings").await?;
            let left = browser.text_appears("h1", "Settings").await;
            left.with_context(|| format!("after {begun} on {address}"))?;
            let errors = browser.console_errors().await?;
            ensure!(errors.is_empty(), "{begun} on {address} left {errors:#?}");
        }
        browser.open("#/people/new").await?;
        browser.press_in(".new-record", "Description").await?;
        for field in ["#new-organization", "#new-tags"] {
            browser.open("#/people/new").await?;
            browser.type_text(field, "Blue Heron").await?;
            browser.open("#/settings").await?;
            browser.text_appears("h1", "Settings").await?;
        }
        let errors = browser.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn columns_are_put_elsewhere_by_dragging_their_heads() -> Result<()> {
    scenario("columns", async |browser| {
        start_demo(browser, 50).await?;
        for language in ["en", "fa"] {
            prefers(browser, language, "light").await?;
            browser.open("#/people").await?;
            browser.find("#row-0 .grid__name").await?;
            let usual = columns(browser).await?;
            ensure!(usual.len() > 4 && usual[0] == "display-name", "{usual:?}");
            let moved = |from: usize, to: usize| {
                let mut columns = usual.clone();
                let column = columns.remove(from);
                columns.insert(to, column);
                columns
            };

            drag(browser, &usual[1], &usual[3], false).await?;
            ensure!(columns(browser).await? == usual, "a column moves before it is let go");
            browser.find(&format!("[data-drop][data-key='{}']", usual[4])).await?;
            browser.screenshot(&format!("dragged-{language}")).await?;
            browser.keys(Key::Escape).await?;
            browser.gone("[data-drop]").await?;
            browser.session().action_chain().release().perform().await?;
            ensure!(columns(browser).await? == usual, "a drag that was taken back moves a column");

            drag(browser, &usual[1], &usual[3], true).await?;
            let shown = columns(browser).await?;
            ensure!(shown == moved(1, 3), "{language}: {shown:?} of {usual:?}");
            // No drag sorts, the name stays first, and the address has the order.
            browser
                .gone(".grid__head [aria-sort]:not([data-key=display-name], [aria-sort=none])")
                .await?;
            drag(browser, &usual[1], "display-name", true).await?;
            ensure!(columns(browser).await? == usual, "{:?}", columns(browser).await?);
            drag(browser, "display-name", &usual[3], true).await?;
            ensure!(columns(browser).await? == usual, "the name has moved");
            drag(browser, &usual[2], &usual[1], true).await?;
            browser.reload().await?;
            browser.find("#row-0 .grid__name").await?;
            let shown = columns(browser).await?;
            ensure!(shown == moved(2, 1), "{language}: {shown:?} after a reload");

            browser.click(&format!("[data-key='{}'] .grid__sort", usual[1])).await?;
            browser.find(&format!("[data-key='{}'][aria-sort=ascending]", usual[1])).await?;
        }
        Ok(())
    })
    .await
}

/// The columns of the list, in order.
async fn columns(browser: &Browser) -> Result<Vec<String>> {
    browser
        .eval(
            "return [...document.querySelectorAll('.grid__head [data-key]')]
                .map((head) => head.dataset.key);",
        )
        .await
}

/// Drags the head of a column over the far half of another one, and lets it go there or not.
async fn drag(browser: &Browser, from: &str, to: &str, lets_go: bool) -> Result<()> {
    let place = async |key: &str, far: bool| {
        browser
            .eval::<(i64, i64)>(&format!(
                "const key = (key) => document.querySelector(`.grid__head [data-key='${{key}}']`)
                    .getBoundingClientRect();
                const [from, here] = [key('{from}'), key('{key}')];
                const side = Math.sign(here.x - from.x) * {};
                return [Math.round(here.x + here.width * (0.5 + side)), Math.round(here.y + 20)];",
                if far { 0.3 } else { 0.0 }
            ))
            .await
    };
    let (start, end) = (place(from, false).await?, place(to, true).await?);
    let chain = browser.session().action_chain();
    let chain = chain.move_to(start.0, start.1).click_and_hold().move_to(end.0, end.1);
    Ok(if lets_go { chain.release() } else { chain }.perform().await?)
}

/// The id of the first person in the list.
async fn first_person(browser: &Browser) -> Result<String> {
    let person: String = browser
        .eval("return document.querySelector('#row-0 .grid__name').getAttribute('href');")
        .await?;
    Ok(person.rsplit('/').next().context("a person without an address")?.to_owned())
}

/// Makes two segments and returns the id of one.
async fn two_segments(browser: &Browser) -> Result<String> {
    browser.open("#/segments").await?;
    for made in 1..=2 {
        browser.click(".segments__starters li:first-child button").await?;
        browser.find(&format!(".segments__row:nth-child({made})")).await?;
    }
    let segment: String = browser
        .eval("return document.querySelector('.segments__name').getAttribute('href');")
        .await?;
    Ok(segment.rsplit('/').next().context("a segment without an address")?.to_owned())
}

/// Opens an address; `FIRST` in it is the first record of its list.
async fn open(browser: &Browser, address: &str) -> Result<()> {
    let Some(list) = address.strip_suffix("/FIRST") else { return browser.open(address).await };
    browser.open(list).await?;
    browser.find("#row-0 .grid__name").await?;
    let first = "return document.querySelector('#row-0 .grid__name').getAttribute('href');";
    let first: String = browser.eval(first).await?;
    browser.open(&first).await?;
    browser.find("#record-title").await?;
    Ok(())
}

async fn walks(browser: &Browser, language: &str) -> Result<()> {
    let mut faults = Vec::new();
    browser.open("").await?;
    for theme in THEMES {
        prefers(browser, language, theme).await?;
        looks(browser, "first-run", language, theme, &mut faults).await?;
    }

    start_demo(browser, 50).await?;
    let id = first_person(browser).await?;
    let segment = two_segments(browser).await?;
    for theme in THEMES {
        prefers(browser, language, theme).await?;
        for (page, address) in PAGES {
            let address = address.replace("ID", &id).replace("SEGMENT", &segment);
            open(browser, &address).await?;
            if page == "segment" {
                // Both times the journal has been read.
                browser.find(".trend figcaption").await?;
                browser.find(".segment__side").await?;
            }
            looks(browser, page, language, theme, &mut faults).await?;
        }
        for (name, address, clicked) in OPENED {
            browser.open(&address.replace("ID", &segment)).await?;
            browser.click(clicked).await?;
            looks(browser, name, language, theme, &mut faults).await?;
        }
        // These stay above whatever page comes next, so they are closed.
        browser.open("#/organizations").await?;
        browser.click("#find").await?;
        looks(browser, "palette", language, theme, &mut faults).await?;
        browser.keys("ma").await?;
        looks(browser, "palette-found", language, theme, &mut faults).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#palette").await?;
        browser.keys("?").await?;
        looks(browser, "keys", language, theme, &mut faults).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#help").await?;
        browser.open("#/people").await?;
        browser.click("#export").await?;
        looks(browser, "export", language, theme, &mut faults).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("dialog[open]").await?;
        for row in ["#row-0", "#row-1", "#row-2"] {
            browser.click(&format!("{row} .grid__check input")).await?;
        }
        browser.click("#bulk-change").await?;
        choose(browser, "#bulk-act", "add-tags").await?;
        browser.type_text("#change-tags", "Neighbour").await?;
        browser.keys(Key::Enter).await?;
        browser.find(".preview__example").await?;
        looks(browser, "changing", language, theme, &mut faults).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("dialog[open]").await?;
    }

    let base = settings()?.base_url;
    let requests = browser.requests().await?;
    let foreign = requests.into_iter().filter(|url| !url.starts_with(&base) && !is_inside(url));
    faults.extend(foreign.map(|url| format!("the page asked for {url}")));
    ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

/// Whether the address is of something that the page made itself.
fn is_inside(url: &str) -> bool {
    url.starts_with("data:") || url.starts_with("blob:")
}

/// Chooses language and theme, as the settings do, and opens the app anew.
async fn prefers(browser: &Browser, language: &str, theme: &str) -> Result<()> {
    browser
        .eval::<()>(&format!(
            "localStorage.setItem('rapport.language', '\"{language}\"');
            localStorage.setItem('rapport.theme', '\"{theme}\"');"
        ))
        .await?;
    browser.reload().await?;
    browser.gone("#boot").await?;
    let direction = if language == "fa" { "rtl" } else { "ltr" };
    browser
        .holds(&format!(
            "const {{ dir, lang, dataset }} = document.documentElement;
            return dir === '{direction}' && lang === '{language}' && dataset.theme === '{theme}';"
        ))
        .await?;
    // What the policy forbids is reported to the page only while it happens.
    browser
        .eval(
            "document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
                console.error(`forbidden by the policy: ${violatedDirective}`));",
        )
        .await
}

/// Looks at a page in all sizes and takes a picture of each.
async fn looks(
    browser: &Browser,
    page: &str,
    language: &str,
    theme: &str,
    faults: &mut Vec<String>,
) -> Result<()> {
    for (width, height) in WIDTHS {
        let name = format!("{page}-{width}-{theme}-{language}");
        browser.resize(width, height).await?;
        browser.find("h1, h2").await.with_context(|| format!("{name} stays empty"))?;
        browser
            .holds("return document.getAnimations().every((it) => it.playState !== 'running');")
            .await?;
        browser.screenshot(&name).await?;
        let (wide, high, crash): (i32, i32, bool) = browser
            .eval(
                "const { scrollWidth, scrollHeight } = document.documentElement;
                // What stands in the frame scrolls there.
                const room = document.querySelector('.frame') ? innerHeight : scrollHeight;
                return [scrollWidth - innerWidth, scrollHeight - room,
                    document.querySelector('#crash').checkVisibility()];",
            )
            .await?;
        if wide > 0 {
            faults.push(format!("{name} is {wide} px too wide"));
        }
        if high > 0 {
            faults.push(format!("{name} scrolls by {high} px beside what scrolls in it"));
        }
        ensure!(!crash, "{name} has stopped");
        let violations = browser.axe().await?;
        faults.extend(violations.into_iter().map(|violation| format!("{name}: {violation}")));
        let errors = browser.console_errors().await?;
        faults.extend(errors.into_iter().map(|error| format!("{name}: {error}")));
    }
    Ok(())
}
