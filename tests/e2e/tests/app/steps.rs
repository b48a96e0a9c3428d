//! What a person does in Rapport, and what they see of it.

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Key, readable, until};
use serde_json::Value;

/// Starts with nothing, in a window as large as on a desk.
pub(crate) async fn start_empty(browser: &Browser) -> Result<()> {
    browser.open("").await?;
    browser.resize(1400, 900).await?;
    browser.click("#start-empty").await?;
    browser.text_appears(".empty__title", "No people yet").await
}

/// The same at another address than the usual one.
pub(crate) async fn start_anew(browser: &Browser, url: &str) -> Result<()> {
    browser.session().goto(url).await?;
    browser.resize(1400, 900).await?;
    browser.click("#start-empty").await?;
    browser.text_appears(".empty__title", "No people yet").await
}

/// Waits until the checkpoint and the second copy are written.
pub(crate) async fn copied(browser: &Browser) -> Result<()> {
    until("the second copy", async || {
        let files: usize = browser
            .eval(
                "const root = await navigator.storage.getDirectory();
                const names = [];
                try {
                    const folder = await root.getDirectoryHandle('rapport-mirror');
                    for await (const name of folder.keys()) {
                        names.push(name);
                    }
                } catch {
                    // Not there yet.
                }
                return names.filter((name) => /\\.heads\\.[1-9]/.test(name)).length;",
            )
            .await?;
        Ok((files == 1).then_some(()))
    })
    .await
}

/// Tries the demo from the first screen.
pub(crate) async fn start_demo(browser: &Browser, people: u32) -> Result<()> {
    browser.open("").await?;
    browser.resize(1400, 900).await?;
    browser.click(&format!("#demo-{people}")).await?;
    browser.find("#row-0 .grid__name").await?;
    Ok(())
}

/// Opens the app where it was left, with a list of people on the first page.
pub(crate) async fn come_back(browser: &Browser) -> Result<()> {
    browser.open("#/people").await?;
    browser.resize(1400, 900).await?;
    browser.find("#grid").await?;
    Ok(())
}

/// Shows the beginning of the record that is open: the driver takes what lies under its bar for visible.
pub(crate) async fn scroll_up(browser: &Browser) -> Result<()> {
    browser.eval::<()>("document.querySelector('#record').scrollTop = 0;").await
}

/// Adds a person with the form and waits until it is said that they are saved.
pub(crate) async fn add_person(browser: &Browser, given: &str, family: &str) -> Result<()> {
    browser.open("#/people/new").await?;
    browser.type_text("#new-given", given).await?;
    browser.type_text("#new-family", family).await?;
    browser.keys(Key::Enter).await?;
    browser.text_appears("#record-title", &format!("{given} {family}")).await?;
    toast(browser, &format!("Added {given} {family}")).await
}

/// Waits for a short message.
pub(crate) async fn toast(browser: &Browser, text: &str) -> Result<()> {
    until(&format!("the message `{text}`"), async || {
        let texts: Vec<String> = texts(browser, ".toast__text").await?;
        Ok(texts.iter().any(|it| it.contains(text)).then_some(()))
    })
    .await
}

/// Waits until these people, and nobody else, are in the list, in this order.
pub(crate) async fn list_shows(browser: &Browser, names: &[&str]) -> Result<()> {
    column_shows(browser, 1, names).await
}

/// Waits until a column of the list holds these texts; the first one has the names.
pub(crate) async fn column_shows(browser: &Browser, column: usize, wanted: &[&str]) -> Result<()> {
    let mut seen = Vec::new();
    let shown = until("the rows", async || {
        seen = self::column(browser, column).await?;
        Ok((seen == wanted).then_some(()))
    })
    .await;
    shown.with_context(|| format!("the list shows {seen:?} instead of {wanted:?}"))
}

/// What stands in a column, in the order of the list.
pub(crate) async fn column(browser: &Browser, column: usize) -> Result<Vec<String>> {
    browser
        .eval(&format!(
            "const text = (row) => {{
                const cell = row.querySelectorAll('[role=gridcell]')[{column}];
                return (cell.querySelector('.grid__text') ?? cell).textContent;
            }};
            const index = (row) => Number(row.getAttribute('aria-rowindex'));
            return [...document.querySelectorAll('.grid__row')]
                .sort((a, b) => index(a) - index(b)).map(text);"
        ))
        .await
}

/// The texts of all elements that match.
pub(crate) async fn texts(browser: &Browser, css: &str) -> Result<Vec<String>> {
    let script =
        format!("return [...document.querySelectorAll(`{css}`)].map((it) => it.textContent);");
    let texts: Vec<String> = browser.eval(&script).await?;
    Ok(texts.iter().map(|text| readable(text)).collect())
}

/// Chooses what has this value from a list of choices.
pub(crate) async fn choose(browser: &Browser, css: &str, value: &str) -> Result<()> {
    browser.find(css).await?;
    let script = format!(
        "const list = document.querySelector(`{css}`);
        list.value = '{value}';
        list.dispatchEvent(new Event('change', {{ bubbles: true }}));
        return list.value === '{value}';"
    );
    ensure!(browser.eval::<bool>(&script).await?, "{css} does not offer {value}");
    Ok(())
}

/// Opens the person of this name from the list.
pub(crate) async fn open_person(browser: &Browser, name: &str) -> Result<()> {
    browser.press_in(".grid__row", name).await?;
    browser.text_appears("#record-title", name).await
}

/// Saves everything as a file and returns what is in it.
pub(crate) async fn save_backup(browser: &Browser) -> Result<String> {
    browser.open("#/transfer").await?;
    browser.click("#save-backup").await?;
    let (name, text) = browser.downloaded().await?;
    let is_json = std::path::Path::new(&name).extension().is_some_and(|it| it == "json");
    ensure!(name.starts_with("rapport") && is_json, "the file is called {name}");
    Ok(text)
}

/// The people in a backup: everything that the file says about each.
pub(crate) fn people(backup: &str) -> Result<Vec<Value>> {
    let file: Value = serde_json::from_str(backup).context("the backup is not JSON")?;
    let people = file.pointer("/records/person").and_then(Value::as_array);
    Ok(people.context("the backup has no people")?.clone())
}
