//! The app without a network, and with one build after another.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, WindowHandle, scenario, until};

use crate::{host::Host, steps::list_shows};

/// What tells one build from another here: the words by which the page describes itself.
const DESCRIPTION: &str = "A CRM that lives in the browser and nowhere else.";

/// Waits until the app is kept on this device.
async fn kept(browser: &Browser) -> Result<()> {
    browser
        .holds("return Boolean(navigator.serviceWorker.controller) && document.querySelectorAll('meta[http-equiv]').length === 2;")
        .await
}

async fn start(browser: &Browser, host: &Host) -> Result<()> {
    browser.session().goto(&host.url).await?;
    browser.resize(1400, 900).await?;
    browser.click("#start-empty").await?;
    kept(browser).await
}

async fn description(browser: &Browser) -> Result<String> {
    browser.eval("return document.querySelector('meta[name=description]').content;").await
}

async fn described(browser: &Browser, words: &str) -> Result<()> {
    until(&format!("the build `{words}`"), async || {
        Ok((description(browser).await? == words).then_some(()))
    })
    .await
}

/// Adds a person; the form is at an address that `open` would look for elsewhere.
async fn add(browser: &Browser, given: &str, family: &str) -> Result<()> {
    browser.eval::<()>("location.hash = '#/people/new';").await?;
    browser.type_text("#new-given", given).await?;
    browser.type_text("#new-family", family).await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#record-title", &format!("{given} {family}")).await?;
    browser.eval::<()>("location.hash = '#/people';").await
}

#[tokio::test]
async fn app_opens_and_works_without_a_network() -> Result<()> {
    scenario("offline", async |browser| {
        let mut host = Host::new()?;
        start(browser, &host).await?;
        add(browser, "Ada", "Lovelace").await?;
        host.cut_network();
        browser.reload().await?;
        list_shows(browser, &["Ada Lovelace"]).await?;
        // All parts are there, those of another language too.
        add(browser, "Grace", "Hopper").await?;
        browser.eval::<()>("location.hash = '#/settings';").await?;
        browser.find("#language").await?;
        browser
            .eval::<()>(
                "const language = document.querySelector('#language');
                language.value = 'fa';
                language.dispatchEvent(new Event('change', { bubbles: true }));",
            )
            .await?;
        browser.holds("return document.documentElement.dir === 'rtl';").await?;
        // Parameters, as an app that shares something adds them, change nothing.
        browser.session().goto(format!("{}?from=x#/people", host.url)).await?;
        list_shows(browser, &["Ada Lovelace", "Grace Hopper"]).await?;

        host.restore_network()?;
        browser.reload().await?;
        list_shows(browser, &["Ada Lovelace", "Grace Hopper"]).await
    })
    .await
}

#[tokio::test]
async fn part_that_does_not_come_is_asked_for_again() -> Result<()> {
    scenario("parts", async |browser| {
        const SORRY: &str = "could not be fetched";
        let host = Host::new()?;
        let away = |part: &str| -> Result<(PathBuf, PathBuf)> {
            let file = host.find(part)?;
            let away = file.with_extension("away");
            fs::rename(&file, &away)?;
            Ok((file, away))
        };
        // The one has what changes something, the other one the settings.
        let (everyday, everyday_away) = away("everyday.wasm")?;
        let (settings, settings_away) = away("now_and_then.wasm")?;
        browser.session().goto(&host.url).await?;
        browser.resize(1400, 900).await?;
        browser.click("#start-empty").await?;
        browser.text_appears(".toast__text", SORRY).await?;
        fs::rename(everyday_away, everyday)?;
        browser.click("#start-empty").await?;
        browser.find("nav").await?;

        browser.eval::<()>("location.hash = '#/settings';").await?;
        browser.text_appears("#page [role=alert]", SORRY).await?;
        browser.press_in("#page", "Try again").await?;
        browser.text_appears("#page [role=alert]", SORRY).await?;
        fs::rename(settings_away, settings)?;
        browser.press_in("#page", "Try again").await?;
        browser.find("#language").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn newer_version_waits_until_it_is_taken_in_all_windows() -> Result<()> {
    scenario("versions", async |browser| {
        let host = Host::new()?;
        start(browser, &host).await?;
        host.deploy("the next build")?;
        let (first, second): (WindowHandle, WindowHandle) = browser.open_window().await?;
        browser.session().goto(&host.url).await?;
        browser.resize(1400, 900).await?;
        browser.find("#newer-version").await?;
        for window in [&first, &second] {
            browser.go_to(window).await?;
            browser.find("#newer-version").await?;
            // However often it is opened.
            browser.reload().await?;
            browser.find("#newer-version").await?;
            ensure!(description(browser).await? == DESCRIPTION, "nobody has taken it");
        }
        browser.press_in("#newer-version", "Use it now").await?;
        for window in [&second, &first] {
            browser.go_to(window).await?;
            described(browser, "the next build").await?;
        }
        browser.gone("#newer-version").await?;
        browser.text_appears("body", "People").await
    })
    .await
}

#[tokio::test]
async fn half_a_build_changes_nothing() -> Result<()> {
    scenario("half-a-build", async |browser| {
        let host = Host::new()?;
        start(browser, &host).await?;
        host.deploy("broken")?;
        let wasm = host.find("_bg.wasm")?;
        let whole = fs::read(&wasm)?;
        let half = whole.get(..whole.len() / 2).context("no half")?;
        // Half of a file, then none.
        for broken in [Some(half), None] {
            match broken {
                Some(half) => fs::write(&wasm, half)?,
                None => fs::remove_file(&wasm)?,
            }
            browser.reload().await?;
            browser.text_appears("body", "People").await?;
            tried(browser).await?;
            browser.reload().await?;
            kept(browser).await?;
            ensure!(description(browser).await? == DESCRIPTION, "half a build was taken");
            browser.gone("#newer-version").await?;
        }
        // Once it is whole, it is offered.
        fs::write(&wasm, whole)?;
        browser.reload().await?;
        browser.find("#newer-version").await?;
        Ok(())
    })
    .await
}

/// Has the browser look for a newer worker, and waits until it has given up or is done.
async fn tried(browser: &Browser) -> Result<()> {
    browser
        .eval(
            "const registration = await navigator.serviceWorker.getRegistration();
            await registration.update().catch(() => undefined);
            while (registration.installing) {
                await new Promise((next) => setTimeout(next, 20));
            }
            return null;",
        )
        .await
}

/// Has the worker look after its files, and waits until it has; what it was asked before is done by then.
async fn checked(browser: &Browser) -> Result<()> {
    browser
        .eval::<Option<()>>(
            "const { port1, port2 } = new MessageChannel();
            const answered = new Promise((resolve) => { port1.onmessage = resolve; });
            navigator.serviceWorker.controller.postMessage('check', [port2]);
            await answered;
            return null;",
        )
        .await?;
    Ok(())
}

/// Damages what is kept of the app itself.
const DAMAGE: &str = "
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            if (request.url.endsWith('_bg.wasm')) {
                await cache.put(request, new Response('damaged', {
                    headers: { 'content-type': 'application/wasm' },
                }));
            }
        }
    }
    return null;";

#[tokio::test]
async fn damaged_files_are_mended() -> Result<()> {
    scenario("damaged-files", async |browser| {
        let host = Host::new()?;
        start(browser, &host).await?;
        browser.eval::<()>("location.hash = '#/your-data';").await?;
        browser.find("#check-files").await?;
        browser.eval::<Option<()>>(DAMAGE).await?;
        browser.click("#check-files").await?;
        browser.text_appears("#checked-files", "are what they were built as").await?;
        browser.reload().await?;
        browser.find("#check-files").await?;

        // Found too late, it is mended by the button that is shown then. Damaged from beside the app, which looks
        // after its files each time that it has started.
        kept(browser).await?;
        browser.session().goto(format!("{}icon.svg", host.url)).await?;
        checked(browser).await?;
        browser.eval::<Option<()>>(DAMAGE).await?;
        browser.session().goto(format!("{}#/your-data", host.url)).await?;
        browser.click("#crash-reload").await?;
        browser.find("#check-files").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_shared_stands_in_quick_entry() -> Result<()> {
    scenario("shared", async |browser| {
        let host = Host::new()?;
        start(browser, &host).await?;
        let shared = "title=Grace%20Hopper&text=grace%40navy.example";
        browser.session().goto(format!("{}?{shared}", host.url)).await?;
        browser.find("#quick").await?;
        let typed: String = browser.eval("return document.querySelector('#quick').value;").await?;
        ensure!(typed == "Grace Hopper\ngrace@navy.example", "{typed}");
        browser.text_appears("#quick-found", "grace@navy.example").await?;
        browser.eval::<()>("location.hash = '#/interactions/new?activity=call';").await?;
        browser.holds("return document.querySelector('#new-activity')?.value === 'call';").await
    })
    .await
}
