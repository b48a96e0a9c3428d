//! A passphrase seals the workspace: what opens it, what locks it, and what is found on the disk.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Profile, scenario, visit};
use serde_json::json;
use xtask::browser::Browser as Kind;

use crate::{
    host::Host,
    steps::{add_person, copied, start_anew, start_empty, toast},
};

const PASSPHRASE: &str = "seven blue herons";
const OTHER: &str = "nine grey geese fly";

/// Names that stand nowhere but in the workspace.
const NAMES: [(&str, &str); 2] = [("Zbigniewa", "Quetzalowska"), ("Xanthippos", "Vrchlickyov")];

async fn in_order(browser: &Browser) -> Result<()> {
    let violations = browser.axe().await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(())
}

/// Opens one of the parts of the settings that are folded.
async fn unfolds(browser: &Browser, css: &str) -> Result<()> {
    browser.open("#/settings").await?;
    reveals(browser, css).await
}

/// The same, wherever the app is hosted.
async fn reveals(browser: &Browser, css: &str) -> Result<()> {
    browser.eval::<()>("location.hash = '#/settings';").await?;
    browser.find(css).await?;
    browser.eval::<()>(&format!("document.querySelector('{css}').open = true;")).await
}

/// Chooses a passphrase, with a recovery key, which is returned.
async fn chooses(browser: &Browser) -> Result<String> {
    browser.type_text("#lock-new", "seven").await?;
    browser.type_text("#lock-again", "seven").await?;
    browser.click("#lock-choose").await?;
    browser.text_appears("#lock-fault", "At least 8").await?;
    browser.type_anew("#lock-new", PASSPHRASE).await?;
    browser.click("#lock-choose").await?;
    browser.text_appears("#lock-fault", "not the same").await?;
    browser.type_anew("#lock-again", PASSPHRASE).await?;
    in_order(browser).await?;
    browser.click("#lock-choose").await?;
    let key = browser.text("#recovery-key").await?;
    ensure!(key.trim().len() == 39, "{key}");
    in_order(browser).await?;
    browser.click("#lock-confirm").await?;
    Ok(key.trim().to_owned())
}

async fn is_locked(browser: &Browser) -> Result<()> {
    browser.find("#unlock").await?;
    let page: String = browser.eval("return document.documentElement.outerHTML;").await?;
    for (given, family) in NAMES {
        ensure!(!page.contains(given) && !page.contains(family), "{given} is on the page");
    }
    Ok(())
}

async fn unlocks(browser: &Browser, passphrase: &str) -> Result<()> {
    browser.type_anew("#unlock", passphrase).await?;
    browser.click("#unlock-open").await?;
    browser.gone("#unlock").await
}

async fn both_are_there(browser: &Browser) -> Result<()> {
    browser.open("#/people").await?;
    for (given, family) in NAMES {
        browser.text_appears("#grid", &format!("{given} {family}")).await?;
    }
    Ok(())
}

async fn adds_both(browser: &Browser) -> Result<()> {
    for (given, family) in NAMES {
        add_person(browser, given, family).await?;
    }
    Ok(())
}

async fn databases(browser: &Browser) -> Result<Vec<String>> {
    // Beside that of the folder for backups, which holds no record.
    browser
        .eval(
            "const names = (await indexedDB.databases()).map((it) => it.name);
            return names.filter((name) => name !== 'rapport-folder').sort();",
        )
        .await
}

#[tokio::test]
async fn passphrase_is_turned_on_changed_and_turned_off() -> Result<()> {
    scenario("lock", async |browser| {
        start_empty(browser).await?;
        adds_both(browser).await?;
        unfolds(browser, "#lock-on").await?;
        let recovery = chooses(browser).await?;
        toast(browser, "is encrypted now").await?;
        ensure!(databases(browser).await? == ["rapport-sealed"], "the plain database is there");
        browser.text_appears("#lock-state", "encrypted with your passphrase").await?;
        in_order(browser).await?;
        both_are_there(browser).await?;

        browser.reload().await?;
        is_locked(browser).await?;
        in_order(browser).await?;
        browser.screenshot("locked").await?;
        browser.type_text("#unlock", "seven blue heron").await?;
        browser.click("#unlock-open").await?;
        browser.text_appears("#unlock-fault", "That passphrase does not open it.").await?;
        unlocks(browser, PASSPHRASE).await?;
        both_are_there(browser).await?;

        locks_now(browser).await?;
        recovers(browser, &recovery).await?;
        changes(browser).await?;
        turns_off(browser).await
    })
    .await
}

/// A change that is just made is there after the lock, and a search is not in the address.
async fn locks_now(browser: &Browser) -> Result<()> {
    add_person(browser, "Kim", "Berg").await?;
    browser.open("#/people?q=Quetzalowska").await?;
    browser.find("#grid").await?;
    browser.eval::<()>(
        "window.dispatchEvent(new KeyboardEvent('keydown', { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true, bubbles: true }));",
    )
    .await?;
    is_locked(browser).await?;
    let address: String = browser.eval("return location.hash;").await?;
    ensure!(address == "#/people", "{address}");
    unlocks(browser, PASSPHRASE).await?;
    browser.open("#/people").await?;
    browser.text_appears("#grid", "Kim Berg").await?;
    browser.open("#/settings").await?;
    browser.click("#lock-now").await?;
    is_locked(browser).await
}

async fn recovers(browser: &Browser, recovery: &str) -> Result<()> {
    browser.click("#unlock-other").await?;
    browser.type_text("#unlock", "0000-0000").await?;
    browser.click("#unlock-open").await?;
    browser.text_appears("#unlock-fault", "That recovery key does not open it.").await?;
    unlocks(browser, &recovery.to_lowercase().replace('-', " ")).await
}

async fn changes(browser: &Browser) -> Result<()> {
    unfolds(browser, "#lock-change").await?;
    browser.type_text("#lock-change-current", "something else").await?;
    browser.type_text("#lock-new", OTHER).await?;
    browser.type_text("#lock-again", OTHER).await?;
    browser.click("#lock-choose").await?;
    browser.text_appears("#lock-change-fault", "That passphrase does not open it.").await?;
    browser.type_anew("#lock-change-current", PASSPHRASE).await?;
    browser.click("#lock-choose").await?;
    toast(browser, "The new passphrase holds").await?;
    browser.reload().await?;
    is_locked(browser).await?;
    browser.type_text("#unlock", PASSPHRASE).await?;
    browser.click("#unlock-open").await?;
    browser.text_appears("#unlock-fault", "That passphrase does not open it.").await?;
    unlocks(browser, OTHER).await
}

async fn turns_off(browser: &Browser) -> Result<()> {
    unfolds(browser, "#lock-off").await?;
    browser.type_text("#lock-off-current", PASSPHRASE).await?;
    browser.click("#lock-off-now").await?;
    browser.text_appears("#lock-off-fault", "That passphrase does not open it.").await?;
    browser.type_anew("#lock-off-current", OTHER).await?;
    browser.click("#lock-off-now").await?;
    toast(browser, "Nothing on this device is encrypted any more").await?;
    ensure!(databases(browser).await? == ["rapport"], "the sealed database is there");
    browser.reload().await?;
    browser.open("#/people").await?;
    browser.text_appears("#grid", "Quetzalowska").await
}

#[tokio::test]
async fn lock_takes_all_tabs() -> Result<()> {
    scenario("lock-tabs", async |browser| {
        protects_from_the_start(browser).await?;
        let (first, second) = browser.open_window().await?;
        browser.go_to(&second).await?;
        browser.open("#/people").await?;
        unlocks(browser, PASSPHRASE).await?;
        browser.find("#grid").await?;
        browser.open("#/settings").await?;
        browser.click("#lock-now").await?;
        is_locked(browser).await?;
        browser.go_to(&first).await?;
        is_locked(browser).await
    })
    .await
}

#[tokio::test]
async fn tab_that_is_open_meanwhile_is_locked() -> Result<()> {
    scenario("lock-meanwhile", async |browser| {
        start_empty(browser).await?;
        adds_both(browser).await?;
        let (first, second) = browser.open_window().await?;
        browser.go_to(&second).await?;
        both_are_there(browser).await?;
        unfolds(browser, "#lock-on").await?;
        chooses(browser).await?;
        toast(browser, "is encrypted now").await?;
        browser.go_to(&first).await?;
        is_locked(browser).await?;
        unlocks(browser, PASSPHRASE).await?;
        both_are_there(browser).await
    })
    .await
}

#[tokio::test]
async fn locks_by_itself_when_the_computer_has_slept() -> Result<()> {
    scenario("lock-sleep", async |browser| {
        protects_from_the_start(browser).await?;
        // The clock jumps, as it does for a page that has slept.
        browser
            .eval::<()>(
                "const now = window.Date.now; window.Date.now = () => now() + 10 * 60 * 1000;",
            )
            .await?;
        is_locked(browser).await
    })
    .await
}

#[tokio::test]
async fn lost_passphrase_leaves_a_way_to_begin_anew() -> Result<()> {
    scenario("lock-lost", async |browser| {
        protects_from_the_start(browser).await?;
        browser.reload().await?;
        is_locked(browser).await?;
        browser.eval::<()>("document.querySelector('#unlock-lost').open = true;").await?;
        browser.click("#unlock-erase").await?;
        browser.press_in("dialog", "Erase everything").await?;
        browser.find("#start-empty").await?;
        browser.reload().await?;
        browser.find("#start-empty").await?;
        ensure!(!databases(browser).await?.contains(&"rapport-sealed".to_owned()), "it is there");
        Ok(())
    })
    .await
}

async fn protects_from_the_start(browser: &Browser) -> Result<()> {
    browser.open("").await?;
    browser.resize(1400, 900).await?;
    browser.click("#protect").await?;
    chooses(browser).await?;
    browser.find("#protected").await?;
    browser.screenshot("first-run-protected").await?;
    browser.click("#start-empty").await?;
    browser.text_appears(".empty__title", "No people yet").await
}

/// Files below a folder that hold a name, in bytes or as UTF-16, and which name.
fn told(folder: &Path) -> Result<Vec<String>> {
    let mut told = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Sockets and links to nowhere have nothing in them.
            let Ok(bytes) = fs::read(&path) else { continue };
            for name in NAMES.into_iter().flat_map(|(given, family)| [given, family]) {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                if [name.as_bytes(), &wide].iter().any(|it| holds(&bytes, it)) {
                    told.push(format!("{name} in {}", path.display()));
                }
            }
        }
    }
    Ok(told)
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|it| it == word)
}

#[tokio::test]
async fn profile_of_a_workspace_sealed_from_the_start_tells_no_name() -> Result<()> {
    let profile = Profile::new()?;
    visit("lock-profile", &profile, async |browser| {
        protects_from_the_start(browser).await?;
        adds_both(browser).await?;
        copied(browser).await
    })
    .await?;
    let told = told(profile.path())?;
    ensure!(told.is_empty(), "{told:#?}");
    visit("lock-profile-after", &profile, async |browser| {
        browser.open("#/people").await?;
        unlocks(browser, PASSPHRASE).await?;
        both_are_there(browser).await
    })
    .await
}

#[tokio::test]
async fn files_of_a_workspace_sealed_later_tell_no_name() -> Result<()> {
    let profile = Profile::new()?;
    visit("lock-later", &profile, async |browser| {
        start_empty(browser).await?;
        adds_both(browser).await?;
        copied(browser).await?;
        unfolds(browser, "#lock-on").await?;
        chooses(browser).await?;
        toast(browser, "is encrypted now").await?;
        copied(browser).await
    })
    .await?;
    // Opened once more: a browser may clear up when it starts.
    visit("lock-later-again", &profile, async |browser| {
        browser.open("#/people").await?;
        unlocks(browser, PASSPHRASE).await?;
        both_are_there(browser).await
    })
    .await?;
    // What was typed before it was sealed may stand in other places of the profile, and Chromium keeps traces of
    // a deleted database in the files that all databases of a place share; see SECURITY.md.
    for part in ["Default/File System", "storage/default"] {
        let folder = profile.path().join(part);
        if folder.exists() {
            let told = told(&folder).with_context(|| part.to_owned())?;
            ensure!(told.is_empty(), "{told:#?}");
        }
    }
    Ok(())
}

/// Has Chromium behave as on a device whose passkeys are asked for by a touch. Returns the device.
async fn plugs_in(browser: &Browser, gives_secrets: bool) -> Result<String> {
    let options = json!({
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasPrf": gives_secrets,
        "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
    });
    let options = json!({ "options": options });
    let device = browser.cdp("WebAuthn.addVirtualAuthenticator", options).await?;
    let id = device.get("authenticatorId").and_then(|id| id.as_str());
    Ok(id.context("no device")?.to_owned())
}

async fn asks_for_passkey(browser: &Browser, passphrase: &str) -> Result<()> {
    reveals(browser, "#lock-passkey-section").await?;
    browser.type_anew("#lock-passkey-current", passphrase).await?;
    browser.click("#lock-passkey-new").await
}

/// The devices of Firefox that tests can have give no secrets.
#[tokio::test]
async fn passkey_opens_beside_the_passphrase() -> Result<()> {
    scenario("passkey", async |browser| {
        if browser.kind() != Kind::Chromium {
            return Ok(());
        }
        // An address of numbers can have no passkeys.
        let host = Host::new()?;
        start_anew(browser, &host.url.replace("127.0.0.1", "localhost")).await?;
        reveals(browser, "#lock-on").await?;
        chooses(browser).await?;
        toast(browser, "is encrypted now").await?;

        browser.cdp("WebAuthn.enable", json!({})).await?;
        let poor = plugs_in(browser, false).await?;
        asks_for_passkey(browser, "seven blue heron").await?;
        let fault = "#lock-passkey-fault";
        browser.text_appears(fault, "That passphrase does not open it.").await?;
        asks_for_passkey(browser, PASSPHRASE).await?;
        browser.text_appears(fault, "give no key").await?;
        in_order(browser).await?;
        let poor = json!({ "authenticatorId": poor });
        browser.cdp("WebAuthn.removeVirtualAuthenticator", poor).await?;

        let device = plugs_in(browser, true).await?;
        asks_for_passkey(browser, PASSPHRASE).await?;
        toast(browser, "The passkey opens Rapport").await?;
        in_order(browser).await?;

        browser.reload().await?;
        is_locked(browser).await?;
        browser.screenshot("locked-with-passkey").await?;
        in_order(browser).await?;
        browser.click("#unlock-passkey").await?;
        browser.gone("#unlock").await?;

        browser.click("#lock-now").await?;
        is_locked(browser).await?;
        let refusing = json!({ "authenticatorId": device, "isUserVerified": false });
        browser.cdp("WebAuthn.setUserVerified", refusing).await?;
        browser.click("#unlock-passkey").await?;
        browser.text_appears("#unlock-fault", "The passkey was not used").await?;
        in_order(browser).await?;
        unlocks(browser, PASSPHRASE).await?;
        reveals(browser, "#lock-passkey-section").await?;
        browser.type_text("#lock-passkey-current", PASSPHRASE).await?;
        browser.click("#lock-passkey-remove").await?;
        toast(browser, "The passkey opens nothing any more.").await?;
        browser.click("#lock-now").await?;
        is_locked(browser).await?;
        browser.gone("#unlock-passkey").await
    })
    .await
}
