//! chromedriver or geckodriver as a process of our own, on whatever port it finds free.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result};
use xtask::browser::Browser;

use crate::{settings::Settings, wait::until};

/// A running driver; it ends when dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    log: PathBuf,
}

impl Driver {
    pub(crate) async fn start(settings: &Settings) -> Result<Self> {
        let folder = settings.output.join("e2e/logs");
        fs::create_dir_all(&folder)?;
        let log = tempfile::Builder::new()
            .prefix(settings.browser.name())
            .suffix(".log")
            .disable_cleanup(true)
            .tempfile_in(&folder)?
            .into_temp_path()
            .keep()?;

        let file = File::create(&log)?;
        let mut command = Command::new(&settings.driver);
        command.arg("--port=0").stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        if settings.browser == Browser::Firefox {
            // Firefox wants a port for the driver as well; 0 takes a free one.
            command.arg("--websocket-port=0");
        }
        let process = command
            .spawn()
            .with_context(|| format!("{} could not be started", settings.driver.display()))?;
        let mut driver = Self { process, port: 0, log };
        driver.port = until("the driver to name its port", async || {
            Ok(fs::read_to_string(&driver.log).ok().as_deref().and_then(parse_port))
        })
        .await?;
        Ok(driver)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Returns the file that holds what driver and browser print.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when it has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Finds the port in what both drivers print when they are ready.
fn parse_port(log: &str) -> Option<u16> {
    let after = |words: &str| log.split_once(words).map(|(_, rest)| rest);
    let rest =
        after("started successfully on port ").or_else(|| after("Listening on 127.0.0.1:"))?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    // A line that is still being written has no end yet, and perhaps not all digits.
    if digits.len() == rest.len() { None } else { digits.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_drivers_name_their_port() {
        let chromium = "ChromeDriver was started successfully on port 40123.\n";
        assert_eq!(parse_port(chromium), Some(40123));
        let firefox = "1763\tgeckodriver\tINFO\tListening on 127.0.0.1:4444\n";
        assert_eq!(parse_port(firefox), Some(4444));
    }

    #[test]
    fn half_a_line_has_no_port() {
        assert_eq!(parse_port("Listening on 127.0.0.1:44"), None);
    }
}
