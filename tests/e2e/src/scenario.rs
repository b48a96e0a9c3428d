//! The frame of most tests: a fresh browser, and something to look at when it goes wrong.

use anyhow::{Context, Result};

use crate::{Browser, Profile};

/// Runs the body with a browser of its own, which knows nothing yet.
///
/// If the body fails, a picture named after the test is kept and the page's errors are shown.
pub async fn scenario(name: &str, body: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    visit(name, &Profile::new()?, body).await
}

/// Runs the body with a browser that knows what its profile does, and quits it politely.
pub async fn visit(
    name: &str,
    profile: &Profile,
    body: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(profile).await?;
    let result = body(&browser).await;
    explained(name, &browser, result).await?;
    browser.quit().await
}

/// Adds to an error what was to be seen when it happened.
pub async fn explained<T>(name: &str, browser: &Browser, result: Result<T>) -> Result<T> {
    let Err(error) = result else { return result };
    let picture = browser.screenshot(&format!("failed-{name}")).await;
    let picture = picture.map_or_else(|e| e.to_string(), |path| path.display().to_string());
    let errors = browser.console_errors().await.unwrap_or_default().join("\n  ");
    Err(error).context(format!("picture: {picture}\nconsole:\n  {errors}"))
}
