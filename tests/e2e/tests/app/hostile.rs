//! A workspace of somebody who means harm is brought in and looked at from all sides: nothing of it runs, is fetched
//! or pushes the page apart, and it is taken home as it came.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use rapport::{
    domain::{id::RecordType, value::time::Time},
    transfer::json,
};
use rapport_e2e::{Browser, Key, Profile, naughty_texts, visit};

use crate::steps::{choose, save_backup, start_empty, toast};

#[path = "../../../hostile/mod.rs"]
mod data;

const WIDTHS: [(u32, u32); 2] = [(360, 740), (1400, 900)];

/// Names of files are texts of others, too.
const WORKSPACE: &str = "<img src=x onerror=window.hostile=1>.json";
const TABLE: &str = "\u{202e}<svg onload=window.hostile=1>.csv";

/// The pages, and what is clicked there to see more. Where an address ends with the name of a type, the first record
/// of that type is meant.
const PAGES: [(&str, &str); 39] = [
    ("#/home", ""),
    ("#/people", ""),
    ("#/people?columns=display-name,emails,addresses,links,tags,needs,x-hostile-0,x-hostile-1", ""),
    ("#/people?group=organization&sort=-created,family&totals=updated:greatest,tags:filled", ""),
    ("#/people?where=tag:%22%3Cscript%3E%22%20(a%20or%20-%22%E2%80%AE%22)", FILTER),
    ("#/people?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.hostile%3D1%3E", ""),
    ("#/people", VIEWS),
    ("#/people", ".toolbar .menu__anchor > button"),
    ("#/people?where=has:emails&sort=given&view=view", VIEWS),
    ("#/people?segment=segment", FILTER),
    ("#/people?q=a&segment=segment", "#row-0 .grid__check input, .empty__title"),
    ("#/people/new", ""),
    ("#/people/new?given=%3Csvg%20onload%3Dwindow.hostile%3D1%3E", ""),
    ("#/organizations", ""),
    ("#/organizations/organization", ""),
    ("#/organizations/new", ""),
    ("#/deals", ""),
    ("#/deals/deal", ""),
    ("#/deals/new", ""),
    ("#/board", ""),
    ("#/board?open=deal", ""),
    ("#/projects", ""),
    ("#/projects/project", ""),
    ("#/tasks", ""),
    ("#/tasks/task", ""),
    ("#/interactions", ""),
    ("#/interactions/interaction", ""),
    ("#/calendar", ""),
    ("#/calendar?week=", ""),
    ("#/calendar?agenda=", ""),
    ("#/tags", ""),
    ("#/tags", ".tags__row > .button"),
    ("#/segments", ""),
    ("#/segments/segment", ""),
    ("#/transfer", ""),
    ("#/history", ""),
    ("#/settings", "details.fields summary"),
    ("#/your-data", ""),
    ("#/%3Cscript%3Ewindow.hostile=1%3C/script%3E", ""),
];

/// The buttons that open the filter, and what the list is arranged by.
const FILTER: &str = ".toolbar__actions > .button[aria-expanded]";
const VIEWS: &str = ".toolbar__actions > .button[aria-expanded] + .button";

#[tokio::test]
async fn data_of_others_does_nothing_but_stand_there() -> Result<()> {
    let profile = Profile::new()?;
    visit("hostile", &profile, async |browser| {
        let mut texts = data::texts();
        let own = texts.len();
        texts.extend(naughty_texts()?);
        let millis = std::time::UNIX_EPOCH.elapsed()?.as_millis();
        let book = data::book(&texts, Time::from_millis(i64::try_from(millis)?));
        let exported = Time::from_millis(1_767_225_600_000);
        let file = profile.path().join(WORKSPACE);
        let bytes: Vec<u8> = json::export(&book, exported).flatten().collect();
        fs::write(&file, &bytes)?;

        start_empty(browser).await?;
        let mut faults = Vec::new();
        brings_in(browser, &file, &mut faults).await?;
        goes(browser, "#/people").await?;
        let taken = save_backup(browser).await?;
        same_records(&String::from_utf8(bytes)?, &taken)?;
        for (address, clicked) in PAGES {
            goes(browser, address).await?;
            if !clicked.is_empty() {
                browser.find(clicked).await.with_context(|| format!("on {address}"))?;
                browser
                    .eval::<()>(&format!("document.querySelector(`{clicked}`).click();"))
                    .await?;
            }
            looks(browser, &format!("{address} {clicked}"), &mut faults).await?;
            closes(browser).await?;
        }
        for nth in 0..own {
            let id = data::id(RecordType::Person, nth);
            goes(browser, &format!("#/people/{id}")).await?;
            browser.find("#record-title").await.with_context(|| format!("person {nth}"))?;
            // The first are those that are hard to show.
            if nth < 8 {
                looks(browser, &format!("person {nth}"), &mut faults).await?;
            } else {
                faults.extend(what_is_wrong(browser, &format!("person {nth}")).await?);
            }
        }
        finds(browser, &mut faults).await?;
        prints(browser, &mut faults).await?;
        brings_in_a_table(browser, &profile.path().join(TABLE), &texts, &mut faults).await?;
        ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        Ok(())
    })
    .await
}

/// Notes what is forbidden by the policy, and whatever gets so far as to open a box. Holds until the page is loaded
/// anew, which it is not from here on.
async fn listens(browser: &Browser) -> Result<()> {
    browser
        .eval(
            "window.violations = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
                violations.push(`${violatedDirective}: ${blockedURI} ${sample}`));
            window.alert = window.confirm = window.prompt = () => { window.hostile = 1; };
            window.print = () => { window.hasPrinted = true; };",
        )
        .await
}

/// Goes to a page without loading the app anew.
async fn goes(browser: &Browser, address: &str) -> Result<()> {
    let (start, end) = address.rsplit_once(['/', '=']).unwrap_or_default();
    let id = RecordType::parse(end).map(|on| data::id(on, 0).to_string());
    let address = match id {
        Some(id) => format!("{}{id}", address.get(..=start.len()).unwrap_or_default()),
        None => address.to_owned(),
    };
    let address = serde_json::to_string(&address)?;
    browser.eval::<()>(&format!("location.hash = {address};")).await?;
    browser.holds("return document.querySelector('#page > *') !== null;").await
}

/// Closes a dialog or a menu that was opened above the page.
async fn closes(browser: &Browser) -> Result<()> {
    browser
        .eval::<()>(
            "document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());",
        )
        .await?;
    browser.gone("dialog[open]").await
}

/// What a page shows of what it must not, in a sentence each.
async fn what_is_wrong(browser: &Browser, name: &str) -> Result<Vec<String>> {
    let wrong: Vec<String> = browser
        .eval(
            "const wrong = [];
            if ('hostile' in window) wrong.push('something has run');
            wrong.push(...violations.splice(0).map((it) => `forbidden: ${it}`));
            if (document.querySelector('#crash').checkVisibility()) wrong.push('the app has stopped');
            if (!location.pathname.endsWith('/') || window.name) wrong.push('somewhere else');
            const strange = document.body.querySelectorAll(
                'iframe, object, embed, base, form[action], [srcdoc], [formaction], meta[http-equiv=refresh]');
            wrong.push(...[...strange].map((it) => `there is ${it.outerHTML.slice(0, 80)}`));
            for (const link of document.querySelectorAll('a[href], area[href]')) {
                const { protocol } = new URL(link.href, location);
                if (!['https:', 'http:', 'mailto:', 'tel:', 'blob:'].includes(protocol))
                    wrong.push(`a link to ${link.href.slice(0, 80)}`);
            }
            for (const element of document.body.querySelectorAll('*'))
                for (const { name } of element.attributes)
                    if (name.startsWith('on')) wrong.push(`${element.tagName} with ${name}`);
            // A page that is larger than it is shown, where nothing is meant to be scrolled to the side.
            for (const css of ['html', '#page', '#record', 'dialog[open]']) {
                const element = document.querySelector(css);
                const wide = element && element.checkVisibility() ? element.scrollWidth - element.clientWidth : 0;
                if (wide <= 0) continue;
                const end = element.getBoundingClientRect().right + 1;
                const range = document.createRange();
                const out = [...element.querySelectorAll('*')].findLast((it) => {
                    range.selectNodeContents(it);
                    return it.getBoundingClientRect().right > end || range.getBoundingClientRect().right > end;
                });
                wrong.push(`${css} is ${wide} px too wide, beginning with ${out?.outerHTML.slice(0, 80)}`);
            }
            return wrong;",
        )
        .await?;
    let errors = browser.console_errors().await?;
    Ok(wrong.into_iter().chain(errors).map(|it| format!("{name}: {it}")).collect())
}

/// Looks at a page in all sizes.
async fn looks(browser: &Browser, name: &str, faults: &mut Vec<String>) -> Result<()> {
    for (width, height) in WIDTHS {
        let name = format!("{name} at {width}");
        browser.resize(width, height).await?;
        browser.find("h1, h2").await.with_context(|| format!("{name} stays empty"))?;
        browser
            .holds("return document.getAnimations().every((it) => it.playState !== 'running');")
            .await?;
        faults.extend(what_is_wrong(browser, &name).await?);
    }
    Ok(())
}

async fn brings_in(browser: &Browser, file: &Path, faults: &mut Vec<String>) -> Result<()> {
    browser.open("#/transfer").await?;
    listens(browser).await?;
    browser.upload("#file", file).await?;
    browser.find("#restore-file, #replace-all").await?;
    looks(browser, "the workspace before it comes in", faults).await?;
    browser.click("#restore-file, #replace-all").await?;
    toast(browser, "Imported").await?;
    looks(browser, "the workspace that has come in", faults).await
}

/// What has come in goes out as it was, whatever was there before.
fn same_records(file: &str, again: &str) -> Result<()> {
    let records = |text: &str| -> Result<Vec<String>> {
        let lines = text.lines().filter(|line| line.starts_with("{\"id\":"));
        let mut lines: Vec<_> = lines.map(|line| line.trim_end_matches(',').to_owned()).collect();
        lines.sort_unstable();
        ensure!(lines.len() > 1_000, "only {} records", lines.len());
        Ok(lines)
    };
    let (came, went) = (records(file)?, records(again)?);
    let lost = came.iter().find(|line| went.binary_search(line).is_err());
    ensure!(lost.is_none(), "this did not come back: {lost:?}");
    Ok(())
}

/// The palette names records; the search looks for what looks like markup.
async fn finds(browser: &Browser, faults: &mut Vec<String>) -> Result<()> {
    goes(browser, "#/people").await?;
    for text in ["<img src=x", "javascript:", "\u{202e}", "WWWW", "__proto__"] {
        browser.click("#find").await?;
        browser.keys(text).await?;
        browser.holds("return document.querySelector('#palette-input').value !== '';").await?;
        looks(browser, &format!("the palette with {text}"), faults).await?;
        browser.keys(Key::Escape).await?;
        browser.gone("#palette").await?;
    }
    Ok(())
}

/// All that is found on paper, as labels and as letters.
async fn prints(browser: &Browser, faults: &mut Vec<String>) -> Result<()> {
    goes(browser, "#/people").await?;
    browser.click("#export").await?;
    looks(browser, "the export", faults).await?;
    choose(browser, "#export-format", "mail").await?;
    browser.find("#export-mail").await?;
    looks(browser, "e-mail to all", faults).await?;
    closes(browser).await?;
    for (format, css) in [("list", ".paper__table tbody tr"), ("labels", ".paper__label")] {
        browser.click("#export").await?;
        choose(browser, "#export-format", format).await?;
        browser.click("#export-go").await?;
        browser.find_hidden(css).await?;
        browser.gone("dialog[open]").await?;
        looks(browser, &format!("paper: {format}"), faults).await?;
    }
    browser.holds("return window.hasPrinted === true;").await
}

/// A table whose columns are called by scripts: looked at, brought in, and the row that was set aside saved.
async fn brings_in_a_table(
    browser: &Browser,
    file: &Path,
    texts: &[String],
    faults: &mut Vec<String>,
) -> Result<()> {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\"").replace('\u{0}', ""));
    let strange = "<img src=x onerror=window.hostile=1>";
    let mut table = format!("First name,E-mail,{},\"=1+1\"\n", cell(strange));
    for text in texts {
        table += &[cell(text), cell(text), cell(text), cell(text)].join(",");
        table.push('\n');
    }
    table += ",,,\"=HYPERLINK(1)\"\n";
    fs::write(file, table)?;

    goes(browser, "#/transfer").await?;
    browser.upload("#file", file).await?;
    browser.find("#csv-counts[aria-busy=false]").await?;
    looks(browser, "the table before it comes in", faults).await?;
    browser.click(".restore__problems summary").await?;
    looks(browser, "the problems of the table", faults).await?;
    browser.click("#bring-in").await?;
    browser.text_appears(".imports__row:first-child", "<svg onload").await?;
    looks(browser, "the table that has come in", faults).await?;
    // Beside the link to what came in: what was set aside, and taking all of it back.
    browser.click(".imports__row:first-child button:first-of-type").await?;
    let (name, rows) = browser.downloaded().await?;
    let strange = |c: char| c.is_control() || "<>:\"/\\|?*\u{202e}".contains(c);
    ensure!(!name.contains(strange) && name.ends_with("set aside.csv"), "{name:?}");
    ensure!(rows.contains("'=HYPERLINK(1)") && rows.contains("'=1+1"), "{rows}");
    goes(browser, "#/history").await?;
    looks(browser, "the history of the table", faults).await
}
