//! The browser's storage fails: it is said, nothing is claimed, and there is a way on.

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, Profile, scenario, settings, until, visit};
use xtask::browser::Browser as Kind;

use crate::steps::{add_person, choose, come_back, list_shows, start_empty, toast};

/// Starts with two people.
async fn start_with_two(browser: &Browser) -> Result<()> {
    start_empty(browser).await?;
    add_person(browser, "Ali", "Rezaei").await?;
    add_person(browser, "Jane", "Roe").await
}

/// Waits for the screen that stands in for a workspace that did not open.
async fn recovery_says(browser: &Browser, sentence: &str) -> Result<()> {
    browser.text_appears("h1", "The workspace could not be opened as it was").await?;
    browser.text_appears("[role=alert]", sentence).await?;
    let is_first_run: bool =
        browser.eval("return document.querySelector('#start-empty') !== null;").await?;
    ensure!(!is_first_run, "an empty start is offered beside it");
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

#[tokio::test]
async fn full_storage_refuses_and_keeps_what_was_typed() -> Result<()> {
    if settings()?.browser != Kind::Chromium {
        // Firefox has no command that makes its storage small.
        return Ok(());
    }
    let profile = Profile::new()?;
    visit("quota-before", &profile, start_with_two).await?;
    visit("quota", &profile, async |browser| {
        // Chromium remembers for a while how much room there is, so the limit comes before the app.
        browser.open("rapport.schema.json").await?;
        browser.limit_storage(Some(1)).await?;
        come_back(browser).await?;
        browser.open("#/people/new").await?;
        browser.type_text("#new-given", "Kim").await?;
        browser.press_in(".sheet__head", "Save").await?;
        browser.text_appears(".new-record .notice", "Nothing was saved.").await?;
        let typed: String =
            browser.find("#new-given").await?.prop("value").await?.context("no value")?;
        ensure!(typed == "Kim", "the form holds {typed:?}");
        browser.text_appears("nav .side__count", "2").await?;

        browser.limit_storage(None).await?;
        browser.press_in(".sheet__head", "Save").await?;
        browser.text_appears("#record-title", "Kim").await?;
        come_back(browser).await?;
        browser.reload().await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe", "Kim"]).await
    })
    .await
}

#[tokio::test]
async fn vanished_database_is_no_first_run() -> Result<()> {
    scenario("vanished", async |browser| {
        start_with_two(browser).await?;
        let deleted: String = browser
            .eval(
                "return new Promise((done) => {
                    const deleting = indexedDB.deleteDatabase('rapport');
                    deleting.onsuccess = () => done('deleted');
                    deleting.onerror = () => done('refused');
                    deleting.onblocked = () => done('blocked');
                });",
            )
            .await?;
        ensure!(deleted == "deleted", "{deleted}");
        browser.reload().await?;
        recovery_says(browser, "The browser’s database is empty, though").await?;
        browser.reload().await?;
        recovery_says(browser, "The browser’s database is empty, though").await?;
        browser.screenshot("recovery").await?;
        browser.press("Restore a backup").await?;
        browser.find_hidden("#file").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn rolled_back_database_says_what_is_missing_and_opens() -> Result<()> {
    scenario("rolled-back", async |browser| {
        start_with_two(browser).await?;
        browser
            .eval::<()>(
                "const witness = JSON.parse(localStorage.getItem('rapport.witness'));
                witness.position += 7;
                localStorage.setItem('rapport.witness', JSON.stringify(witness));",
            )
            .await?;
        browser.reload().await?;
        recovery_says(browser, "older than it should be: 7 changes are missing").await?;
        browser.press("Open what is here").await?;
        come_back(browser).await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await?;
        // It is as it is from now on.
        browser.reload().await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await?;
        add_person(browser, "Kim", "Berg").await
    })
    .await
}

#[tokio::test]
async fn another_database_and_an_unreadable_one_say_so() -> Result<()> {
    scenario("unreadable", async |browser| {
        start_with_two(browser).await?;
        let finds_another = async || {
            browser
                .eval::<()>(
                    "const witness = JSON.parse(localStorage.getItem('rapport.witness'));
                    witness.store = witness.store.replace(/^.{8}/, '00000000');
                    localStorage.setItem('rapport.witness', JSON.stringify(witness));",
                )
                .await?;
            browser.reload().await?;
            recovery_says(browser, "holds another workspace than the one last used here").await
        };
        finds_another().await?;
        browser.press("Open what is here").await?;
        come_back(browser).await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await?;

        // From the screen that opened nothing, so that nothing is written meanwhile.
        finds_another().await?;
        let spoiled: i32 = browser
            .eval(
                "return (async () => {
                const opening = indexedDB.open('rapport');
                const database = await new Promise((done) => {
                    opening.onsuccess = () => done(opening.result);
                });
                localStorage.removeItem('rapport.witness');
                const areas = ['heads', 'journal'];
                const writing = database.transaction(areas, 'readwrite');
                let spoiled = 0;
                for (const area of areas) {
                    writing.objectStore(area).openCursor().onsuccess = ({ target }) => {
                        if (target.result === null) return;
                        const bytes = new Uint8Array(target.result.value);
                        bytes[bytes.length - 1] ^= 1;
                        target.result.update(bytes);
                        spoiled += 1;
                        target.result.continue();
                    };
                }
                await new Promise((done) => { writing.oncomplete = done; });
                database.close();
                return spoiled;
                })();",
            )
            .await?;
        ensure!(spoiled > 2, "{spoiled} values");
        browser.reload().await?;
        recovery_says(browser, "damaged and none of it can be read").await?;
        browser.screenshot("unreadable").await?;
        browser.press("Restore a backup").await?;
        browser.find_hidden("#file").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn database_of_a_newer_version_is_left_alone() -> Result<()> {
    scenario("newer", async |browser| {
        start_with_two(browser).await?;
        let upgraded: String = browser
            .eval(
                "return new Promise((done) => {
                    const opening = indexedDB.open('rapport', 99);
                    opening.onsuccess = () => { opening.result.close(); done('upgraded'); };
                    opening.onerror = () => done('refused');
                    opening.onblocked = () => done('blocked');
                });",
            )
            .await?;
        ensure!(upgraded == "upgraded", "{upgraded}");
        browser.text_appears(".notice--bar", "Reload to go on").await?;
        browser.reload().await?;
        recovery_says(browser, "was written by a newer version of Rapport").await?;
        // Even a database that cannot be opened can be taken home.
        browser.click("#save-copy").await?;
        let (_, text) = browser.downloaded().await?;
        ensure!(text.contains("Rezaei") && text.lines().count() > 2, "{text}");
        Ok(())
    })
    .await
}

/// Does something to the database by hand, in a page of this place that does not use it.
async fn by_hand(browser: &Browser, what: &str) -> Result<i32> {
    browser.open("rapport.schema.json").await?;
    browser
        .eval(&format!(
            "const settled = (request) => new Promise((done, failed) => {{
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
            }});
            const database = await settled(indexedDB.open('rapport'));
            const store = (area) => database.transaction(area, 'readwrite').objectStore(area);
            {what}"
        ))
        .await
}

#[tokio::test]
async fn journal_cut_by_hand_leaves_what_the_pages_have() -> Result<()> {
    scenario("journal-cut", async |browser| {
        start_with_two(browser).await?;
        until("a checkpoint", async || {
            let count = "return new Promise((done) => {
                const opening = indexedDB.open('rapport');
                opening.onsuccess = () => {
                    const database = opening.result;
                    const keys = database.transaction('heads').objectStore('heads').getAllKeys();
                    keys.onsuccess = () => { database.close(); done(keys.result.length); };
                };
            });";
            Ok((browser.eval::<i32>(count).await? > 1).then_some(()))
        })
        .await?;
        let cut = "const journal = store('journal');
            const keys = await settled(journal.getAllKeys());
            await settled(journal.delete(keys.at(-1)));
            database.close();
            return keys.length;";
        ensure!(by_hand(browser, cut).await? > 1, "there is no journal");
        come_back(browser).await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe"]).await?;
        browser.open("#/your-data").await?;
        browser.click("#check-everything").await?;
        browser.text_appears("#checked", "1 part of the history is damaged or missing").await?;
        add_person(browser, "Kim", "Berg").await?;
        come_back(browser).await?;
        browser.reload().await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe", "Kim Berg"]).await
    })
    .await
}

#[tokio::test]
async fn clock_that_goes_back_changes_no_order() -> Result<()> {
    scenario("clock", async |browser| {
        start_with_two(browser).await?;
        let years = "const now = window.Date.now; window.Date.now = () => now() - 5 * 365 * 24 * 60 * 60 * 1000;";
        browser.eval::<()>(years).await?;
        add_person(browser, "Kim", "Berg").await?;
        // What was done last is the first to be taken back.
        browser.keys(Key::Control + "z").await?;
        toast(browser, "Undone: Added Kim Berg").await?;
        add_person(browser, "Zoe", "Müller").await?;
        come_back(browser).await?;
        browser.reload().await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe", "Zoe Müller"]).await?;
        browser.open("#/history").await?;
        browser.text_appears(".history__row:first-child", "Zoe Müller").await
    })
    .await
}

/// Waits until the pages have everything up to a change.
async fn checkpoint(browser: &Browser, position: u64) -> Result<()> {
    until(&format!("a checkpoint at {position}"), async || {
        let newest: u64 = browser
            .eval(
                "const settled = (request) => new Promise((resolve, reject) => {
                    request.onsuccess = () => resolve(request.result);
                    request.onerror = () => reject(request.error);
                });
                const database = await settled(indexedDB.open('rapport'));
                const keys = await settled(database.transaction('heads').objectStore('heads').getAllKeys());
                database.close();
                return Math.max(...keys.map(([generation]) => generation));",
            )
            .await?;
        Ok((newest >= position).then_some(()))
    })
    .await
}

#[tokio::test]
async fn old_history_is_let_go_and_all_records_stay() -> Result<()> {
    scenario("retention", async |browser| {
        start_with_two(browser).await?;
        // As many changes as stay in any case, and then some: the second person goes and comes again.
        browser
            .eval::<Option<()>>(
                "const position = () => JSON.parse(localStorage.getItem('rapport.witness')).position;
                const press = async (shiftKey) => {
                    const before = position();
                    document.body.dispatchEvent(new KeyboardEvent('keydown', {
                        key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey, bubbles: true, cancelable: true,
                    }));
                    while (position() === before) await new Promise((done) => setTimeout(done, 2));
                };
                for (let nth = 0; nth < 52; nth += 1) { await press(false); await press(true); }
                return null;",
            )
            .await?;
        checkpoint(browser, 106).await?;
        add_person(browser, "Zoe", "Müller").await?;
        checkpoint(browser, 107).await?;

        browser.eval::<()>("location.hash = '#/your-data';").await?;
        browser.text_appears("#history-extent", "107 changes").await?;
        choose(browser, "#history-days", "90").await?;
        browser.click("#history-shorten").await?;
        toast(browser, "No change is that old").await?;
        let year = "const now = window.Date.now; window.Date.now = () => now() + 365 * 24 * 60 * 60 * 1000;";
        browser.eval::<()>(year).await?;
        browser.click("#history-shorten").await?;
        toast(browser, "7 changes were let go").await?;
        browser.text_appears("#history-extent", "100 changes").await?;
        browser.screenshot("retention").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");

        // It is whole, and says where it begins.
        browser.click("#check-everything").await?;
        browser.text_appears("#checked", "All is as it was written").await?;
        browser.open("#/history").await?;
        browser.reload().await?;
        browser.press("Show more").await?;
        browser.text_appears(".history__row:last-child", "The history begins here, with 1 person").await?;
        come_back(browser).await?;
        list_shows(browser, &["Ali Rezaei", "Jane Roe", "Zoe Müller"]).await
    })
    .await
}
