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
use thirtyfour::{By, Capabilities, Key, TypingData, WebDriver, WebElement, WindowHandle};
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
        if settings.browser == Kind::Firefox {
            allow_narrow_windows(profile.path())?;
        }
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

    /// Ends the processes of the pages, as a system does that has no memory left.
    pub fn kill_page(&self) {
        process_tree::kill_pages(&self.profile);
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
        if self.settings.browser == Kind::Chromium {
            return Ok(self.session.refresh().await?);
        }
        // Firefox takes the command for a reload past all caches and the service worker, as Shift makes it.
        let here = self.session.current_url().await?;
        self.session.goto("about:blank").await?;
        Ok(self.session.goto(here.as_str()).await?)
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

    /// Clicks the first visible button or link that is called this.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.press_in("", name).await
    }

    /// Clicks the first visible button or link in a part of the page that is called this.
    pub async fn press_in(&self, part: &str, name: &str) -> Result<()> {
        let script = "
            const [part, name] = arguments;
            const called = (it) => {
                const copy = it.cloneNode(true);
                copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
                const name = it.getAttribute('aria-label') ?? copy.textContent;
                return name.replace(/[\\u2066-\\u2069]/g, '');
            };
            const all = document.querySelectorAll(`${part} :is(a, button, summary)`);
            return [...all].find((it) => called(it).trim() === name && it.checkVisibility()) ?? null;";
        until(&format!("`{part}` to have a button `{name}`"), async || {
            let found = self.session.execute(script, vec![json!(part), json!(name)]).await?;
            if found.json().is_null() {
                return Ok(None);
            }
            found.element()?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Clicks the same place twice, quickly.
    pub async fn double_click(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        Ok(self.session.action_chain().double_click_element(&element).perform().await?)
    }

    /// Types into a field, after what is there already.
    pub async fn type_text(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("`{css}` to take text"), async || {
            self.session.find(By::Css(css)).await?.send_keys(text).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types into a field, in place of what is there already.
    pub async fn type_anew(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("`{css}` to take text"), async || {
            let field = self.session.find(By::Css(css)).await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(Key::Delete + text).await?;
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
            Ok(Some(readable(&self.find(css).await?.text().await?)))
        })
        .await
    }

    /// Waits until the text of an element contains the words.
    pub async fn text_appears(&self, css: &str, words: &str) -> Result<()> {
        until(&format!("`{css}` to say `{words}`"), async || {
            let text = self.session.find(By::Css(css)).await?.text().await?;
            Ok(readable(&text).contains(words).then_some(()))
        })
        .await
    }

    /// Waits until the body of a function returns true in the page.
    pub async fn holds(&self, body: &str) -> Result<()> {
        until(&format!("`{body}` to hold"), async || {
            Ok(self.eval::<bool>(body).await?.then_some(()))
        })
        .await
    }

    /// Runs the body of an async function in the page and returns what it returns, or what its promise
    /// is kept with.
    pub async fn eval<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        let script = format!("return (async () => {{ {body}\n }})();");
        let result = self.session.execute(script, Vec::new()).await;
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

    /// Waits until the page has saved a file; returns its name and what is in it, and removes it.
    pub async fn downloaded(&self) -> Result<(String, String)> {
        let (name, bytes) = self.downloaded_bytes().await?;
        Ok((name, String::from_utf8(bytes)?))
    }

    /// The same for a file that is no text.
    pub async fn downloaded_bytes(&self) -> Result<(String, Vec<u8>)> {
        let folder = downloads(&self.profile);
        until("a file among the downloads", async || {
            let files: Vec<_> = match fs::read_dir(&folder) {
                Ok(entries) => entries.collect::<Result<_, _>>()?,
                // The browser makes it with the first file.
                Err(_) => return Ok(None),
            };
            // While a file is being written, Chromium gives it another name; Firefox keeps a second file.
            let [file] = &files[..] else { return Ok(None) };
            let name = file.file_name().to_string_lossy().into_owned();
            let is_whole = !name.starts_with('.')
                && !Path::new(&name)
                    .extension()
                    .is_some_and(|it| it == "crdownload" || it == "part");
            if !is_whole || file.metadata()?.len() == 0 {
                return Ok(None);
            }
            let bytes = fs::read(file.path())?;
            fs::remove_file(file.path())?;
            Ok(Some((name, bytes)))
        })
        .await
    }

    /// Opens another window of this browser and goes there. Returns what leads back.
    pub async fn open_window(&self) -> Result<(WindowHandle, WindowHandle)> {
        let here = self.session.window().await?;
        let there = self.session.new_window().await?;
        self.session.switch_to_window(there.clone()).await?;
        Ok((here, there))
    }

    /// Goes to a window.
    pub async fn go_to(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.session.switch_to_window(window.clone()).await?)
    }

    /// Saves a picture of the window as `target/screenshots/BROWSER/name.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let path = self.settings.output.join("screenshots").join(self.kind().name());
        let path = path.join(format!("{name}.png"));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
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

/// Leaves out the invisible marks that keep words of two directions apart.
pub fn readable(text: &str) -> String {
    text.replace(|c| ('\u{2066}'..='\u{2069}').contains(&c), "")
}

/// Where the browser puts what a page saves.
fn downloads(profile: &Path) -> PathBuf {
    profile.join("saved-files")
}

/// Firefox keeps its windows wider than a phone, unless the style of its own interface is told not to.
fn allow_narrow_windows(profile: &Path) -> Result<()> {
    let folder = profile.join("chrome");
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join("userChrome.css"), ":root { min-width: 0 !important; }\n")?)
}

fn capabilities(settings: &Settings, profile: &Path) -> Result<Capabilities> {
    let program = settings.browser_program.to_string_lossy();
    let downloads = downloads(profile);
    let profile = profile.to_string_lossy();
    let mut arguments: Vec<String> =
        settings.browser.arguments().iter().map(|&argument| argument.to_owned()).collect();
    let value = match settings.browser {
        Kind::Chromium => {
            arguments.push(format!("--user-data-dir={profile}"));
            json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": program,
                    "args": arguments,
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                    },
                },
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
                        // A page of the app's place that is none of the app: a file of JSON, not a viewer of it.
                        "devtools.jsonview.enabled": false,
                        "devtools.console.stdout.content": true,
                        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                        "browser.download.dir": downloads,
                        // 2: the folder above.
                        "browser.download.folderList": 2,
                    },
                },
            })
        }
    };
    Ok(serde_json::from_value(value)?)
}
