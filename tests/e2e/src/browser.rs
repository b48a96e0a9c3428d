//! A browser with one session: what a person does to a page, and what can be asked of it.
//!
//! Everything that needs something on the page waits until it is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, Capabilities, TypingData, WebDriver, WebElement};
use xtask::browser::Browser as Kind;

use crate::{
    Profile, Settings, Violation, axe, console::Console, driver::Driver, process_tree, settings,
    wait::until,
};

/// A running browser. It is killed when dropped; `quit` is the polite way.
pub struct Browser {
    settings: Settings,
    profile: PathBuf,
    session: WebDriver,
    driver: Driver,
    console: Console,
}

impl Browser {
    /// Starts the browser that the settings name. The profile keeps what was there before.
    pub async fn start(profile: &Profile) -> Result<Self> {
        let settings = settings()?;
        let driver = Driver::start(&settings).await?;
        let capabilities = capabilities(&settings, profile.path())?;
        let session = WebDriver::new(driver.url(), capabilities).await.with_context(|| {
            format!("{} did not start; see {}", settings.browser, driver.log().display())
        });
        if session.is_err() {
            process_tree::kill(profile.path());
        }
        let profile = profile.path().to_owned();
        Ok(Self { settings, profile, session: session?, driver, console: Console::default() })
    }

    /// Closes the browser like a person would, and waits until it has written everything.
    pub async fn quit(self) -> Result<()> {
        self.session.clone().quit().await?;
        process_tree::wait_for_end(&self.profile).await
    }

    /// Ends the browser without a warning, as `kill -9` or a power cut does.
    pub async fn kill_hard(self) -> Result<()> {
        process_tree::kill(&self.profile);
        process_tree::wait_for_end(&self.profile).await
    }

    /// Returns which browser this is.
    pub fn kind(&self) -> Kind {
        self.settings.browser
    }

    /// Returns the session, for what has no helper here.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Opens a page of the app, like `#/people`; nothing opens its start.
    pub async fn open(&self, path: &str) -> Result<()> {
        ensure!(!path.starts_with('/'), "`{path}` would leave the sub-path that the app is at");
        Ok(self.session.goto(format!("{}{path}", self.settings.base_url)).await?)
    }

    pub async fn reload(&self) -> Result<()> {
        Ok(self.session.refresh().await?)
    }

    /// Returns the first visible element that matches.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        until(&format!("`{css}` to be visible"), async || {
            for element in self.session.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Returns the first element that matches, visible or not.
    pub async fn find_hidden(&self, css: &str) -> Result<WebElement> {
        until(&format!("`{css}` to exist"), async || {
            Ok(Some(self.session.find(By::Css(css)).await?))
        })
        .await
    }

    /// Waits until nothing visible matches any more.
    pub async fn gone(&self, css: &str) -> Result<()> {
        until(&format!("`{css}` to be gone"), async || {
            for element in self.session.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    pub async fn click(&self, css: &str) -> Result<()> {
        until(&format!("`{css}` to be clicked"), async || {
            self.session.find(By::Css(css)).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types into a field, after what is there already.
    pub async fn type_text(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("`{css}` to take text"), async || {
            self.session.find(By::Css(css)).await?.send_keys(text).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Presses keys wherever the focus is: `Key::Escape`, or `Key::Control + "k"`.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.session.active_element().await?.send_keys(keys).await?)
    }

    /// Returns the text that a person can read in the first visible element that matches.
    pub async fn text(&self, css: &str) -> Result<String> {
        until(&format!("the text of `{css}`"), async || {
            Ok(Some(self.find(css).await?.text().await?))
        })
        .await
    }

    /// Waits until the text of an element contains the words.
    pub async fn text_appears(&self, css: &str, words: &str) -> Result<()> {
        until(&format!("`{css}` to say `{words}`"), async || {
            let text = self.session.find(By::Css(css)).await?.text().await?;
            Ok(text.contains(words).then_some(()))
        })
        .await
    }

    /// Runs the body of a function in the page and returns what it returns, or what its promise
    /// is kept with.
    pub async fn eval<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        let result = self.session.execute(body, Vec::new()).await;
        let result = result.with_context(|| format!("in the script `{body}`"))?;
        result.convert().with_context(|| format!("`{body}` returned {}", result.json()))
    }

    /// Chooses a file in a file field, which may be hidden behind a button.
    pub async fn upload(&self, css: &str, file: &Path) -> Result<()> {
        let file = fs::canonicalize(file)
            .with_context(|| format!("there is no {} to upload", file.display()))?;
        let field = self.find_hidden(css).await?;
        Ok(field.send_keys(file.to_string_lossy().as_ref()).await?)
    }

    /// Saves a picture of the window as `target/screenshots/BROWSER-name.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let folder = self.settings.output.join("screenshots");
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}-{name}.png", self.kind().name()));
        self.session.screenshot(&path).await?;
        Ok(path)
    }

    /// Returns what went wrong in the page's scripts and requests since the last call.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.console.errors(self.kind(), &self.session, &self.driver).await
    }

    /// Returns the addresses of everything that the page has loaded, itself included.
    pub async fn requests(&self) -> Result<Vec<String>> {
        self.eval(
            "return ['navigation', 'resource'].flatMap((type) =>
                performance.getEntriesByType(type).map((entry) => entry.name));",
        )
        .await
    }

    /// Returns the accessibility rules that the page breaks.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        axe::violations(&self.session).await
    }

    /// Makes the inside of the window this large, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.kind() {
            // A window cannot be as narrow as a phone, but it can pretend to be.
            Kind::Chromium => {
                let size = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
                });
                self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Kind::Firefox => {
                let (frame_width, frame_height): (u32, u32) = self
                    .eval("return [outerWidth - innerWidth, outerHeight - innerHeight];")
                    .await?;
                let (width, height) = (width + frame_width, height + frame_height);
                self.session.set_window_rect(0, 0, width, height).await?;
            }
        }
        until(&format!("the window to be {width} × {height}"), async || {
            let size: (u32, u32) = self.eval("return [innerWidth, innerHeight];").await?;
            Ok((size == (width, height)).then_some(()))
        })
        .await
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.kind() != Kind::Chromium {
            bail!("only Chromium speaks the DevTools protocol; ask `kind()` before `{method}`");
        }
        let answer = self.session.cdp().send_raw(method, parameters).await;
        answer.with_context(|| format!("`{method}` failed"))
    }

    /// Limits what the app may store; nothing lifts the limit. Chromium only.
    pub async fn limit_storage(&self, bytes: Option<u64>) -> Result<()> {
        let origin: String = self.eval("return location.origin;").await?;
        let parameters = match bytes {
            Some(bytes) => json!({ "origin": origin, "quotaSize": bytes }),
            None => json!({ "origin": origin }),
        };
        self.cdp("Storage.overrideQuotaForOrigin", parameters).await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Otherwise the session would try to say good-bye to a browser that is not there any more.
        // An error says that it has done so.
        let _ = self.session.clone().leak();
        process_tree::kill(&self.profile);
    }
}

fn capabilities(settings: &Settings, profile: &Path) -> Result<Capabilities> {
    let program = settings.browser_program.to_string_lossy();
    let profile = profile.to_string_lossy();
    let mut arguments: Vec<String> =
        settings.browser.arguments().iter().map(|&argument| argument.to_owned()).collect();
    let value = match settings.browser {
        Kind::Chromium => {
            arguments.push(format!("--user-data-dir={profile}"));
            json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "binary": program, "args": arguments },
                "goog:loggingPrefs": { "browser": "ALL" },
            })
        }
        Kind::Firefox => {
            arguments.extend(["-profile".to_owned(), profile.into_owned()]);
            json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program,
                    "args": arguments,
                    "prefs": {
                        // Errors of pages are printed, where `Console` finds them.
                        "browser.dom.window.dump.enabled": true,
                        "devtools.console.stdout.content": true,
                    },
                },
            })
        }
    };
    Ok(serde_json::from_value(value)?)
}
