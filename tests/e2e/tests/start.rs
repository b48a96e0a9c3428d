//! The first seconds: the page loads from wherever it was put, and asks nobody else for anything.

use anyhow::{Result, ensure};
use rapport_e2e::{scenario, settings};

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
