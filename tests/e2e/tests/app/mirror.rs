//! What is left when the browser's database is lost or damaged on disk: the second copy.

use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, Profile, explained, scenario, until, visit};
use xtask::browser::Browser as Kind;

use crate::{
    host::Host,
    steps::{add_person, copied, list_shows, start_anew, start_demo, start_empty, toast},
};

/// A profile with one person in it, and a copy of that; and then one more, of whom there is none.
async fn profile_with_two() -> Result<Profile> {
    let profile = Profile::new()?;
    visit("mirror-before", &profile, async |browser| {
        start_empty(browser).await?;
        add_person(browser, "Ada", "Lovelace").await?;
        copied(browser).await?;
        add_person(browser, "Grace", "Hopper").await
    })
    .await?;
    Ok(profile)
}

/// Where the database lies, in the folder of a profile.
fn database(kind: Kind, profile: &Path) -> Result<PathBuf> {
    let is_it = |path: &Path| match kind {
        Kind::Chromium => path.extension().is_some_and(|it| it == "leveldb"),
        Kind::Firefox => path.file_name().is_some_and(|it| it == "idb"),
    };
    let below = match kind {
        Kind::Chromium => profile.join("Default/IndexedDB"),
        Kind::Firefox => profile.join("storage/default"),
    };
    let mut folders = vec![below];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() && is_it(&path) {
                return Ok(path);
            }
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    anyhow::bail!("there is no database in {}", profile.display())
}

/// Opens the app after something has happened to its files: either all is there, or it is said what is missing
/// and the copy brings back what it has.
async fn opens(name: &str, profile: &Profile) -> Result<()> {
    let browser = Browser::start(profile).await?;
    let result = async {
        browser.open("#/people").await?;
        browser.resize(1400, 900).await?;
        let shown = until("a screen", async || {
            let script = "return ['#open-copy', '#grid', '#start-empty'].find((css) => document.querySelector(css)) ?? null;";
            browser.eval::<Option<String>>(script).await
        })
        .await?;
        match shown.as_str() {
            "#grid" => list_shows(&browser, &["Ada Lovelace", "Grace Hopper"]).await,
            "#open-copy" => {
                browser.text_appears("body", "There is a second copy on this device").await?;
                browser.click("#open-copy").await?;
                list_shows(&browser, &["Ada Lovelace"]).await?;
                // It is a workspace like any other from now on.
                add_person(&browser, "Kim", "Berg").await?;
                browser.open("#/people").await?;
                browser.reload().await?;
                list_shows(&browser, &["Ada Lovelace", "Kim Berg"]).await
            }
            other => anyhow::bail!("{name}: {other} is shown though somebody was here"),
        }
    };
    let result = result.await;
    explained(name, &browser, result).await?;
    browser.quit().await
}

#[tokio::test]
async fn lost_database_comes_back_from_the_copy() -> Result<()> {
    let kind = rapport_e2e::settings()?.browser;
    let profile = profile_with_two().await?;
    fs::remove_dir_all(database(kind, profile.path())?)?;
    opens("mirror-lost", &profile).await
}

#[tokio::test]
async fn lost_database_and_witness_are_no_first_run() -> Result<()> {
    let profile = profile_with_two().await?;
    visit("mirror-cleared", &profile, async |browser| {
        browser.open("#/people").await?;
        list_shows(browser, &["Ada Lovelace", "Grace Hopper"]).await?;
        loses_the_database(browser).await
    })
    .await
}

/// Clears what the browser has of the workspace but for the copy, and opens that.
async fn loses_the_database(browser: &Browser) -> Result<()> {
    browser
        .eval::<()>(
            "localStorage.removeItem('rapport.witness');
            return new Promise((done) => {
                const deleting = indexedDB.deleteDatabase('rapport');
                deleting.onsuccess = deleting.onerror = deleting.onblocked = () => done();
            });",
        )
        .await?;
    browser.reload().await?;
    browser.text_appears("[role=alert]", "there is a second copy of a workspace").await?;
    browser.click("#open-copy").await?;
    browser.find("#grid").await?;
    Ok(())
}

/// Makes a browser one that has no file system for pages, as some have none.
const NO_FILES: &str = "delete StorageManager.prototype.getDirectory;";

#[tokio::test]
async fn browser_without_files_keeps_the_copy_in_its_cache() -> Result<()> {
    scenario("mirror-cache", async |browser| {
        let host = Host::new()?;
        host.begin_with(NO_FILES)?;
        start_anew(browser, &host.url).await?;
        browser.eval::<()>("location.hash = '#/people/new';").await?;
        browser.type_text("#new-given", "Ada").await?;
        browser.keys(Key::Enter).await?;
        toast(browser, "Added Ada").await?;
        until("the second copy", async || {
            let script = "const cache = await caches.open('rapport-mirror');
                const addresses = (await cache.keys()).map((request) => request.url);
                return addresses.some((address) => /\\.heads\\.[1-9]/.test(address));";
            Ok(browser.eval::<bool>(script).await?.then_some(()))
        })
        .await?;
        loses_the_database(browser).await?;
        list_shows(browser, &["Ada"]).await?;
        browser.eval::<()>("location.hash = '#/settings';").await?;
        browser.press("Erase everything").await?;
        browser.press_in(".dialog", "Erase everything").await?;
        browser.find("#start-empty").await?;
        let is_left: bool = browser.eval("return caches.has('rapport-mirror');").await?;
        ensure!(!is_left, "the copy is still there");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn witness_that_is_lost_alone_is_not_missed() -> Result<()> {
    let profile = profile_with_two().await?;
    visit("mirror-witness", &profile, async |browser| {
        browser.open("rapport.schema.json").await?;
        browser.eval::<()>("localStorage.clear();").await?;
        browser.open("#/people").await?;
        list_shows(browser, &["Ada Lovelace", "Grace Hopper"]).await
    })
    .await
}

/// Does something to the files of the database in a profile of Chromium, which keeps it in a `LevelDB`.
async fn damaged(name: &str, damage: impl Fn(&Path) -> Result<()>) -> Result<()> {
    if rapport_e2e::settings()?.browser != Kind::Chromium {
        return Ok(());
    }
    let profile = profile_with_two().await?;
    damage(&database(Kind::Chromium, profile.path())?)?;
    opens(name, &profile).await
}

/// The newest file of the database whose name ends so.
fn newest(folder: &Path, end: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let files = files.filter(|path| path.to_string_lossy().ends_with(end));
    files.max().with_context(|| format!("no file *{end} in {}", folder.display()))
}

#[tokio::test]
async fn log_cut_in_half() -> Result<()> {
    damaged("mirror-log", |folder| {
        let log = newest(folder, ".log")?;
        let length = fs::metadata(&log)?.len();
        ensure!(length > 0, "the log is empty");
        Ok(OpenOptions::new().write(true).open(log)?.set_len(length / 2)?)
    })
    .await
}

#[tokio::test]
async fn bytes_flipped() -> Result<()> {
    damaged("mirror-flipped", |folder| {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|it| it == "log" || it == "ldb") {
                flip(&path)?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn bad_manifest() -> Result<()> {
    damaged("mirror-manifest", |folder| {
        let current = fs::read_to_string(folder.join("CURRENT"))?;
        let mut manifest = File::create(folder.join(current.trim()))?;
        Ok(manifest.write_all(b"this is no manifest")?)
    })
    .await
}

#[tokio::test]
async fn no_current() -> Result<()> {
    damaged("mirror-current", |folder| Ok(fs::remove_file(folder.join("CURRENT"))?)).await
}

/// Does something to a table of the database, which there is only where there is more than its log takes. The copy
/// has all of it.
async fn table_damaged(name: &str, damage: impl Fn(&Path) -> Result<()>) -> Result<()> {
    if rapport_e2e::settings()?.browser != Kind::Chromium {
        return Ok(());
    }
    let profile = Profile::new()?;
    visit("mirror-tables", &profile, async |browser| {
        start_demo(browser, 10_000).await?;
        copied(browser).await
    })
    .await?;
    damage(&newest(&database(Kind::Chromium, profile.path())?, ".ldb")?)?;
    visit(name, &profile, async |browser| {
        browser.open("#/people").await?;
        browser.text_appears("body", "There is a second copy on this device").await?;
        browser.click("#open-copy").await?;
        browser.text_appears(".toolbar", "10,000 people").await
    })
    .await
}

#[tokio::test]
async fn table_lost() -> Result<()> {
    table_damaged("mirror-table-lost", |table| Ok(fs::remove_file(table)?)).await
}

#[tokio::test]
async fn table_with_bytes_flipped() -> Result<()> {
    table_damaged("mirror-table-flipped", flip).await
}

/// Flips bytes all over a file.
fn flip(path: &Path) -> Result<()> {
    let length = fs::metadata(path)?.len();
    let mut file = OpenOptions::new().write(true).open(path)?;
    for at in (64..length).step_by(512) {
        file.seek(SeekFrom::Start(at))?;
        file.write_all(b"\xff\x00\xff")?;
    }
    Ok(())
}

#[tokio::test]
async fn erased_workspace_leaves_no_copy() -> Result<()> {
    scenario("mirror-erased", async |browser| {
        start_demo(browser, 50).await?;
        copied(browser).await?;
        browser.open("#/settings").await?;
        browser.click("#remove-demo").await?;
        browser.find("#start-empty").await?;
        browser.reload().await?;
        browser.find("#start-empty").await?;
        let names: Vec<String> = browser
            .eval(
                "const names = [];
                for await (const name of (await navigator.storage.getDirectory()).keys()) {
                    names.push(name);
                }
                return names;",
            )
            .await?;
        ensure!(names.is_empty(), "{names:?}");
        Ok(())
    })
    .await
}
