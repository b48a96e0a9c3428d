//! Calls of `IndexedDB` that fail while somebody works: nothing is said to be saved that is not, nobody waits
//! without being told, and what was saved is there afterwards.
//!
//! Each journey meets one fault of one kind. `RAPPORT_E2E_FAULTS=all` has each meet every kind at each of its
//! calls, which takes long.

use std::env;

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, explained, scenario};
use xtask::say::say;

use crate::{
    crashes::TOOLS,
    host::Host,
    journeys::{A_PERSON, JOURNEYS, Journey, MORE},
    steps::start_anew,
};

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

/// Says how something ends that was begun.
const OUTCOME: &str = "
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
    let script = format!("{TOOLS}{MORE}{OUTCOME}{}", parts.concat().replace("MARK", mark));
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
            format!("location.hash = '{}' || location.hash;", journey.place),
            "for (let tries = 0; tries < 300; tries += 1) {".to_owned(),
            "    await new Promise((next) => setTimeout(next, 20));".to_owned(),
            format!("    if ({}) return 'so';", journey.there),
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
        does(browser, "kept", &[&A_PERSON.concat(), "return null;"]).await?;
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

#[tokio::test]
async fn history_that_cannot_be_read_is_not_taken_for_none() -> Result<()> {
    scenario("faults-history", async |browser| {
        let host = Host::new()?;
        host.begin_with(FAULTS)?;
        start_anew(browser, &host.url).await?;
        does(browser, "kept", &[&A_PERSON.concat(), "return null;"]).await?;
        let to_history = "document.querySelector('.record__history > summary').click();";
        let places = [
            ("location.hash = '#/history';", ".history"),
            ("location.hash = '#/transfer';", ".sheet__section"),
            (to_history, ".changes"),
        ];
        for (goes, shown) in places {
            if goes == to_history {
                browser.eval::<()>("location.hash = '#/people';").await?;
                browser.click(".grid__row a").await?;
                browser.find(".record__history").await?;
            }
            browser.eval::<()>(&format!("faults.arm(1, 'reads-fail'); {goes}")).await?;
            browser.text_appears(".notice", "could not be read just now").await?;
            let has_fired: bool = browser.eval("return faults.disarm();").await?;
            ensure!(has_fired, "{goes} has read nothing");
            browser.press("Try again").await?;
            browser.gone(".notice").await?;
            browser.find(shown).await?;
        }
        browser.text_appears(".changes", "kept").await
    })
    .await
}
