//! Calls of `IndexedDB` that fail while somebody works: nothing is said to be saved that is not, nobody waits
//! without being told, and what was saved is there afterwards.
//!
//! Each journey meets one fault of one kind. `RAPPORT_E2E_FAULTS=all` has each meet every kind at each of its
//! calls, which takes long.

use std::env;

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, explained, scenario};
use xtask::say::say;

use crate::{crashes::TOOLS, host::Host, steps::start_anew};

/// What makes calls fail.
const FAULTS: &str = include_str!("faults.js");

/// The kinds of fault while something is stored.
const WRITING: [&str; 4] = ["quota", "closed", "answer-lost", "closing"];

/// The kinds of fault while the workspace is opened.
const OPENING: [&str; 8] = [
    "open-fails",
    "open-newer",
    "open-blocked",
    "open-never",
    "read-fails",
    "read-never",
    "read-damaged",
    "closing",
];

/// At most so many calls of a journey are looked at.
const MOST: u32 = 40;

/// What somebody does. `MARK` in it is a word that is nowhere else.
struct Journey {
    name: &'static str,
    /// What goes before, without faults.
    before: &'static [&'static str],
    act: &'static str,
    /// When it is said to be saved.
    done: &'static str,
    /// Where to look for it later: an address, and what contains the mark there.
    place: &'static str,
    among: &'static str,
    /// Whether it is there then, or has gone.
    is_there: bool,
}

const NEW_PERSON: &str = "
    await goes('#/people/new');
    await type('#new-given', 'Person');
    await type('#new-family', 'MARK');
    await type('#new-job-title', 'Job of MARK');
    document.querySelector('form.new-record').requestSubmit();";

const ADDED: &str = "toasted('Added Person MARK')";

const THERE: &str = "
    await said((text) => text === 'Added Person MARK');
    await there('#note-new');";

/// Somebody who is there already.
const A_PERSON: &[&str] = &[NEW_PERSON, THERE];

const UNDO: &str = "
    press({ key: 'z', code: 'KeyZ', ctrlKey: true });";

const UNDONE: &str = "
    press({ key: 'z', code: 'KeyZ', ctrlKey: true });
    await said((text) => text.startsWith('Undone'));";

/// A journey that fills in a form with a name.
const fn named(name: &'static str, act: &'static str, place: &'static str) -> Journey {
    let done = "toasted('Added MARK')";
    Journey { name, before: &[], act, done, place, among: ".grid__row", is_there: true }
}

const JOURNEYS: [Journey; 14] = [
    Journey {
        name: "add a person",
        before: &[],
        act: NEW_PERSON,
        done: ADDED,
        place: "#/people?q=MARK",
        among: ".grid__row",
        is_there: true,
    },
    named(
        "add an organization",
        "
        await goes('#/organizations/new');
        await type('#new-name', 'MARK');
        document.querySelector('form.new-record').requestSubmit();",
        "#/organizations?q=MARK",
    ),
    named(
        "open a deal",
        "
        await goes('#/deals/new');
        await type('#new-name', 'MARK');
        document.querySelector('form.new-record').requestSubmit();",
        "#/deals?q=MARK",
    ),
    named(
        "plan a project",
        "
        await goes('#/projects/new');
        await type('#new-name', 'MARK');
        document.querySelector('form.new-record').requestSubmit();",
        "#/projects?q=MARK",
    ),
    named(
        "write down a task",
        "
        await goes('#/tasks/new');
        await type('#new-name', 'MARK');
        document.querySelector('form.new-record').requestSubmit();",
        "#/tasks?q=MARK",
    ),
    named(
        "leave a form that is saved",
        "
        await goes('#/deals/new');
        await type('#new-name', 'MARK');
        document.querySelector('form.new-record').requestSubmit();
        location.hash = '#/tags';",
        "#/deals?q=MARK",
    ),
    Journey {
        name: "log a note",
        before: A_PERSON,
        act: "
        (await type('#note-new', 'Word of MARK')).form.requestSubmit();",
        done: "holds('.note__body', 'Word of MARK')",
        place: "#/interactions?q=word",
        among: ".grid__row",
        is_there: true,
    },
    Journey {
        name: "make a tag",
        before: &[],
        act: "
        location.hash = '#/tags';
        (await type('#new-tag', 'MARK')).form.requestSubmit();",
        done: "holds('.tags__row', 'MARK')",
        place: "#/tags",
        among: ".tags__row",
        is_there: true,
    },
    Journey {
        name: "tag a person",
        before: A_PERSON,
        act: "
        (await type('#record-tags', 'Tag MARK')).dispatchEvent(new FocusEvent('blur'));",
        done: "holds('#record .tag', 'Tag MARK')",
        place: "#/tags",
        among: ".tags__row",
        is_there: true,
    },
    Journey {
        name: "change a field",
        before: A_PERSON,
        act: "
        (await there('[data-field=job-title] .detail__edit')).click();
        const input = await type('#edit-job-title', 'Work of MARK');
        press({ key: 'Enter', code: 'Enter' }, input);",
        done: "!find('#edit-job-title') && holds('[data-field=job-title]', 'Work of MARK')",
        place: "#/people?q=MARK%20work",
        among: ".grid__row",
        is_there: true,
    },
    Journey {
        name: "delete a person",
        before: A_PERSON,
        act: "
        [...document.querySelectorAll('#record button')]
            .find((it) => it.textContent.trim() === 'Delete' || it.ariaLabel === 'Delete').click();",
        done: "toasted('Deleted')",
        place: "#/people?q=MARK",
        among: ".grid__row",
        is_there: false,
    },
    Journey {
        name: "undo",
        before: A_PERSON,
        act: UNDO,
        done: "toasted('Undone')",
        place: "#/people?q=MARK",
        among: ".grid__row",
        is_there: false,
    },
    Journey {
        name: "redo",
        before: &[NEW_PERSON, THERE, UNDONE],
        act: "
        press({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });",
        done: "toasted('Done again')",
        place: "#/people?q=MARK",
        among: ".grid__row",
        is_there: true,
    },
    Journey {
        name: "bring in a list",
        before: &[],
        act: "
        location.hash = '#/transfer';
        await there('#file');
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'First name\\tLast name\\nPerson\\tMARK\\nOther\\tMARK-2\\n');
        const event = new Event('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.body.dispatchEvent(event);
        (await there('#bring-in:not(:disabled)')).click();",
        done: "toasted('Imported')",
        place: "#/people?q=MARK",
        among: ".grid__row",
        is_there: true,
    },
];

/// What the scripts are made of beside what those of crashes are.
const MORE: &str = "
    const find = (css) => document.querySelector(css);
    const plain = (it) => it.textContent.replace(/[\\u2066-\\u2069]/g, '');
    const holds = (css, text) => [...document.querySelectorAll(css)].some((it) => plain(it).includes(text));
    const toasted = (text) => [...document.querySelectorAll('.toast:not([data-error]) .toast__text')]
        .some((it) => plain(it).startsWith(text));
    const goes = async (hash) => {
        if (location.hash === hash) return;
        const old = await there('#page > *');
        location.hash = hash;
        while (old.isConnected) await new Promise((next) => setTimeout(next, 10));
    };
    const press = (key, on = document.body) =>
        on.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    const seen = (css) => [...document.querySelectorAll(css)]
        .some((it) => it.checkVisibility({ visibilityProperty: true }) && it.textContent.trim());
    const outcome = async (done) => {
        const start = performance.now();
        while (performance.now() - start < 5_000) {
            if (seen('#crash')) return 'stopped';
            if (done()) return 'saved';
            if (seen('.toast[data-error]') || seen('#page [role=alert]')) return 'refused';
            if (seen('#working') || seen('#boot-slow')) return 'waiting';
            await new Promise((next) => setTimeout(next, 10));
        }
        return 'silent';
    };";

/// Runs the parts of a script, one after the other, and returns what the last says.
async fn does(browser: &Browser, mark: &str, parts: &[&str]) -> Result<Option<String>> {
    let script = format!("{TOOLS}{MORE}{}", parts.concat().replace("MARK", mark));
    browser.eval(&script).await
}

/// Meets one fault. Returns how it ended, or nothing where the journey has no such call.
async fn meets(
    browser: &Browser,
    journey: &Journey,
    (kind, nth): (&str, u32),
    mark: &str,
) -> Result<Option<String>> {
    let what = || format!("{} ({kind}, call {nth})", journey.name);
    for before in journey.before {
        does(browser, mark, &[before, "return null;"]).await.with_context(what)?;
    }
    let act = [
        format!("faults.arm({nth}, '{kind}');"),
        format!("{{ {} }}", journey.act),
        format!("return outcome(() => {});", journey.done),
    ];
    let act: Vec<&str> = act.iter().map(String::as_str).collect();
    let ended = does(browser, mark, &act).await.with_context(what)?.unwrap_or_default();
    let has_fired: bool = browser.eval("return faults.disarm();").await?;
    ensure!(!["silent", "stopped"].contains(&&*ended), "{} is {ended}", what());
    ensure!(has_fired || ended == "saved", "{} is {ended} without a fault", what());
    browser.reload().await?;
    browser.find("#grid, #page h1, .empty__title").await?;
    if ended == "saved" {
        let look = [
            format!("location.hash = '{}';", journey.place),
            "for (let tries = 0; tries < 300; tries += 1) {".to_owned(),
            "    await new Promise((next) => setTimeout(next, 20));".to_owned(),
            "    if (!find('.toolbar__found, .tags__row')) continue;".to_owned(),
            format!(
                "    if (holds('{}', '{mark}') === {}) return 'so';",
                journey.among, journey.is_there
            ),
            "}".to_owned(),
            "return 'not so';".to_owned(),
        ];
        let look: Vec<&str> = look.iter().map(String::as_str).collect();
        let is_so = does(browser, mark, &look).await?.unwrap_or_default();
        ensure!(is_so == "so", "{} was said to be saved", what());
    }
    Ok(has_fired.then_some(ended))
}

#[tokio::test]
async fn calls_that_fail_are_never_taken_for_saved() -> Result<()> {
    let all = env::var("RAPPORT_E2E_FAULTS").is_ok_and(|faults| faults == "all");
    scenario("faults", async |browser| {
        let host = Host::new()?;
        host.begin_with(FAULTS)?;
        start_anew(browser, &host.url).await?;
        let mut count = 0;
        for (turn, journey) in JOURNEYS.iter().enumerate() {
            for (other, kind) in WRITING.into_iter().enumerate() {
                if !all && turn % WRITING.len() != other {
                    continue;
                }
                for nth in 1..=if all { MOST } else { 1 } {
                    let mark = format!("mark{turn}x{other}x{nth}");
                    let ended = meets(browser, journey, (kind, nth), &mark).await;
                    let Some(ended) = explained("faults", browser, ended).await? else { break };
                    count += 1;
                    if all {
                        say(format_args!("{} ({kind}, call {nth}): {ended}", journey.name));
                    }
                }
            }
        }
        say(format_args!("{count} faults"));
        browser.eval::<()>("location.hash = '#/your-data';").await?;
        browser.click("#check-everything").await?;
        browser.text_appears("#checked", "All is as it was written").await
    })
    .await
}

#[tokio::test]
async fn opening_that_fails_is_no_first_run_and_harms_nothing() -> Result<()> {
    let all = env::var("RAPPORT_E2E_FAULTS").is_ok_and(|faults| faults == "all");
    scenario("faults-opening", async |browser| {
        let host = Host::new()?;
        host.begin_with(FAULTS)?;
        start_anew(browser, &host.url).await?;
        does(browser, "kept", &[NEW_PERSON, THERE, "return null;"]).await?;
        for kind in OPENING {
            for nth in 1..=if all { MOST } else { 2 } {
                let plan = format!("sessionStorage.setItem('faults', '[{nth}, \"{kind}\"]');");
                browser.eval::<()>(&plan).await?;
                browser.reload().await?;
                let ended = does(
                    browser,
                    "",
                    &["return outcome(() => find('#grid') || find('#start-empty'));"],
                )
                .await?;
                let ended = ended.unwrap_or_default();
                let is_new: bool =
                    browser.eval("return Boolean(document.querySelector('#start-empty'));").await?;
                let has_fired: bool = browser.eval("return faults.disarm();").await?;
                ensure!(!is_new, "{kind}, call {nth}: a first run");
                ensure!(!["silent", "stopped"].contains(&&*ended), "{kind}, call {nth}: {ended}");
                browser.reload().await?;
                browser.find("#grid").await?;
                browser.text_appears(".grid__row", "kept").await?;
                if !has_fired {
                    break;
                }
                if all {
                    say(format_args!("opening ({kind}, call {nth}): {ended}"));
                }
            }
        }
        Ok(())
    })
    .await
}
