//! The frame of most tests: a fresh browser, and something to look at when it goes wrong.

use anyhow::{Context, Result};

use crate::{Browser, Profile};

/// Runs the body with a browser of its own, which knows nothing yet.
///
/// If the body fails, a picture named after the test is kept and the page's errors are shown.
pub async fn scenario(name: &str, body: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile).await?;
    if let Err(error) = body(&browser).await {
        let picture = browser.screenshot(&format!("failed-{name}")).await;
        let picture = picture.map_or_else(|e| e.to_string(), |path| path.display().to_string());
        let errors = browser.console_errors().await.unwrap_or_default().join("\n  ");
        return Err(error).context(format!("picture: {picture}\nconsole:\n  {errors}"));
    }
    browser.quit().await
}
