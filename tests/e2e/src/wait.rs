//! Waiting until something is so, instead of for a time that is too long or too short.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner as Inner};

/// How long a page may take before a person would have gone.
const PATIENCE: Duration = Duration::from_secs(15);

const PAUSE: Duration = Duration::from_millis(50);

/// Asks again and again until there is an answer.
///
/// What a page answers while it is still being drawn counts as no answer.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        let not_yet = match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => anyhow!("it was not so"),
            Err(error) if may_pass(&error) => error,
            Err(error) => return Err(error.context(format!("while waiting for {what}"))),
        };
        if start.elapsed() > PATIENCE {
            let seconds = PATIENCE.as_secs();
            return Err(not_yet.context(format!("waited {seconds} s in vain for {what}")));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Whether the error is one of a page that is not ready yet.
fn may_pass(error: &anyhow::Error) -> bool {
    error.downcast_ref::<WebDriverError>().is_some_and(|error| {
        matches!(
            error.as_inner(),
            Inner::NoSuchElement(_)
                | Inner::StaleElementReference(_)
                | Inner::ElementNotInteractable(_)
                | Inner::ElementClickIntercepted(_)
        )
    })
}
