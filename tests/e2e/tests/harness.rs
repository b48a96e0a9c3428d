//! The harness itself: tests about lost data are worth nothing if it keeps or loses data itself.

use anyhow::{Result, ensure};
use rapport_e2e::{Browser, Profile, scenario, until};
use xtask::browser::Browser as Kind;

/// Writes one value in a strictly durable transaction and waits until the disk has it.
const WRITE: &str = "
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('harness', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('s');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const t = opening.result.transaction('s', 'readwrite', { durability: 'strict' });
            t.objectStore('s').put('kept', 1);
            t.oncomplete = () => resolve(true);
            t.onabort = () => reject(t.error);
        };
    });";

const READ: &str = "
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('harness', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('s');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const asking = opening.result.transaction('s').objectStore('s').get(1);
            asking.onsuccess = () => resolve(asking.result ?? null);
        };
    });";

#[tokio::test]
async fn profile_is_kept_when_the_browser_quits() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile).await?;
    browser.open("").await?;
    browser.eval::<()>("localStorage.setItem('harness', 'kept');").await?;
    browser.quit().await?;

    let browser = Browser::start(&profile).await?;
    browser.open("").await?;
    let value: Option<String> = browser.eval("return localStorage.getItem('harness');").await?;
    ensure!(value.as_deref() == Some("kept"), "{value:?}");
    browser.quit().await
}

#[tokio::test]
async fn what_was_written_durably_survives_a_kill() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile).await?;
    browser.open("").await?;
    ensure!(browser.eval::<bool>(WRITE).await?);
    browser.kill_hard().await?;

    let browser = Browser::start(&profile).await?;
    browser.open("").await?;
    let value: Option<String> = browser.eval(READ).await?;
    ensure!(value.as_deref() == Some("kept"), "{value:?}");
    browser.quit().await
}

#[tokio::test]
async fn a_new_profile_knows_nothing() -> Result<()> {
    scenario("new-profile", async |browser| {
        browser.open("").await?;
        let count: u32 = browser.eval("return localStorage.length;").await?;
        ensure!(count == 0, "{count} values");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn errors_of_the_page_are_seen() -> Result<()> {
    scenario("console", async |browser| {
        browser.open("").await?;
        browser
            .eval::<()>(
                "console.error('shown by hand');
                setTimeout(() => { throw new Error('thrown by hand'); });
                Promise.reject(new Error('rejected by hand'));",
            )
            .await?;
        let mut seen = String::new();
        until("three errors", async || {
            seen.push_str(&browser.console_errors().await?.join("\n"));
            let all = ["shown", "thrown", "rejected"].iter().all(|word| seen.contains(word));
            Ok(all.then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_window_can_be_as_large_as_wanted() -> Result<()> {
    scenario("resize", async |browser| {
        browser.open("").await?;
        browser.resize(1280, 800).await?;
        browser.resize(500, 700).await
    })
    .await
}

#[tokio::test]
async fn storage_can_be_made_small() -> Result<()> {
    scenario("quota", async |browser| {
        if browser.kind() != Kind::Chromium {
            // Firefox has no such command; what happens at the limit is tested in Chromium.
            return Ok(());
        }
        browser.open("").await?;
        // Chromium does not tell a page its real limit any more, so it has to be run into.
        let fill = "
            return caches.open('harness')
                .then((cache) => cache.put('filling', new Response(new Uint8Array(5_000_000))))
                .then(() => 'fits', (error) => error.name);";
        browser.limit_storage(Some(1_000_000)).await?;
        let limited: String = browser.eval(fill).await?;
        ensure!(limited == "QuotaExceededError", "{limited}");
        browser.limit_storage(None).await?;
        let free: String = browser.eval(fill).await?;
        ensure!(free == "fits", "{free}");
        Ok(())
    })
    .await
}
