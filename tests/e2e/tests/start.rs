//! The first seconds: the page loads from wherever it was put, and asks nobody else for anything.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{scenario, settings};
use xtask::server::{Server, Site};

#[tokio::test]
async fn app_starts_at_a_sub_path_and_loads_only_its_own_files() -> Result<()> {
    scenario("starts", async |browser| {
        browser.open("").await?;
        browser.gone("#boot").await?;
        browser.gone("#crash").await?;
        browser.text_appears("body", "Rapport").await?;

        let errors = browser.console_errors().await?;
        ensure!(errors.is_empty(), "the console says: {errors:#?}");
        let base = settings()?.base_url;
        let requests = browser.requests().await?;
        let foreign: Vec<_> = requests.iter().filter(|url| !url.starts_with(&base)).collect();
        ensure!(foreign.is_empty(), "the page also asked for {foreign:#?}");
        ensure!(requests.iter().any(|url| url.contains(".wasm")), "no app in {requests:#?}");
        browser.screenshot("start").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn chosen_language_and_theme_are_there_before_the_app() -> Result<()> {
    scenario("preferences", async |browser| {
        browser.open("").await?;
        browser
            .eval::<()>(
                "localStorage.setItem('rapport.language', '\"fa\"');
                localStorage.setItem('rapport.theme', '\"dark\"');",
            )
            .await?;
        browser.reload().await?;
        let root: (String, String, String) = browser
            .eval("const { dir, lang, dataset } = document.documentElement; return [lang, dir, dataset.theme];")
            .await?;
        ensure!(root == ("fa".into(), "rtl".into(), "dark".into()), "{root:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn stopped_app_says_so_in_plain_words() -> Result<()> {
    scenario("crash", async |browser| {
        browser.open("").await?;
        browser.gone("#boot").await?;
        browser.eval::<()>("rapportCrashed('a test');").await?;
        browser.text_appears("#crash", "Your data is safe on this device.").await?;
        let violations = browser.axe().await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        browser.screenshot("crash").await?;

        browser.click("#crash-reload").await?;
        browser.gone("#crash").await?;
        browser.text_appears("body", "Rapport").await
    })
    .await
}

#[tokio::test]
async fn trap_without_a_panic_is_noticed() -> Result<()> {
    scenario("trap", async |browser| {
        browser.open("").await?;
        browser.gone("#boot").await?;
        // Reported the way a browser does: what a driver's script throws is hidden from the page.
        browser
            .eval::<()>(
                "const error = new WebAssembly.RuntimeError('unreachable');
                dispatchEvent(new ErrorEvent('error', { error }));",
            )
            .await?;
        browser.text_appears("#crash", "Rapport has stopped.").await
    })
    .await
}

#[tokio::test]
async fn app_that_cannot_be_loaded_says_so() -> Result<()> {
    scenario("broken", async |browser| {
        let broken = tempfile::tempdir()?;
        copy_without_wasm(&settings()?.dist, broken.path())?;
        let site = Site { folder: broken.path().to_owned(), port: 0, prefix: "/".to_owned() };
        let server = Server::start(&site)?;
        browser.session().goto(server.url()).await?;
        browser.text_appears("#crash", "Rapport has stopped.").await
    })
    .await
}

/// Copies the files that lie directly in the folder, which is enough for the page and its styles.
fn copy_without_wasm(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().context("a file without a name")?;
        if path.is_file() && path.extension().is_none_or(|extension| extension != "wasm") {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
