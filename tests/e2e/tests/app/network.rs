//! Nothing leaves: what the page may ask of others, and what it asks.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, scenario, until};
use xtask::browser::Browser as Kind;

use crate::steps::start_demo;

/// The ways out of a page, each a function of an address.
const WAYS: &str = "
    const element = (name, attributes) => {
        const element = Object.assign(document.createElement(name), attributes);
        document.head.append(element);
    };
    const ways = {
        fetch: (to) => fetch(to, { mode: 'no-cors' }),
        xhr: (to) => {
            const request = new XMLHttpRequest();
            request.open('GET', to);
            request.send();
        },
        image: (to) => { new Image().src = to; },
        beacon: (to) => { navigator.sendBeacon(to, 'x'); },
        socket: (to) => new WebSocket(to.replace('http', 'ws')),
        prefetch: (to) => element('link', { rel: 'prefetch', href: to }),
        stylesheet: (to) => element('link', { rel: 'stylesheet', href: to }),
        frame: (to) => element('iframe', { src: to }),
        worker: (to) => {
            const script = `fetch('${to}', { mode: 'no-cors' })`;
            new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
        },
    };";

const NAMES: [&str; 9] =
    ["beacon", "fetch", "frame", "image", "prefetch", "socket", "stylesheet", "worker", "xhr"];

/// A host that notes which of its addresses are asked for.
struct Catcher {
    address: SocketAddr,
    caught: Arc<Mutex<BTreeSet<String>>>,
}

impl Catcher {
    fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let caught = Arc::<Mutex<BTreeSet<String>>>::default();
        let noted = caught.clone();
        // Ends with the tests.
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let noted = noted.clone();
                thread::spawn(move || answer(stream, &noted));
            }
        });
        Ok(Self { address, caught })
    }

    fn caught(&self) -> BTreeSet<String> {
        self.caught.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn forget(&self) {
        self.caught.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Goes all ways out of the page that is open.
    async fn go_out(&self, browser: &Browser) -> Result<()> {
        let address = self.address;
        browser
            .eval(&format!(
                "{WAYS}
                for (const [name, go] of Object.entries(ways)) {{
                    try {{
                        Promise.resolve(go(`http://{address}/${{name}}`)).catch(() => undefined);
                    }} catch {{
                        // Refused at once.
                    }}
                }}
                return null;"
            ))
            .await
    }
}

/// Answers a page that nothing keeps from going out, and notes what else is asked for.
fn answer(stream: TcpStream, noted: &Mutex<BTreeSet<String>>) {
    let mut line = String::new();
    let mut reader = BufReader::new(&stream);
    if reader.read_line(&mut line).is_err() {
        return;
    }
    let path = line.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    // The rest of the head: who is not listened to complains.
    let mut rest = String::new();
    while reader.read_line(&mut rest).is_ok_and(|read| read > 2) {
        rest.clear();
    }
    if !path.is_empty() {
        noted.lock().unwrap_or_else(PoisonError::into_inner).insert(path);
    }
    let body = "<!doctype html><title>open</title>";
    let length = body.len();
    // Whoever has gone by now was heard.
    let _ = write!(
        &stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
}

/// Waits until the page is closed to the network.
async fn closed(browser: &Browser) -> Result<()> {
    browser.holds("return document.querySelectorAll('meta[http-equiv]').length === 2;").await
}

#[tokio::test]
async fn no_way_leads_out_of_the_app() -> Result<()> {
    scenario("ways-out", async |browser| {
        let catcher = Catcher::start()?;
        // Each way leads out of a page that has no policy.
        browser.session().goto(format!("http://{}/", catcher.address)).await?;
        catcher.go_out(browser).await?;
        until("all ways to lead out of an open page", async || {
            let caught = catcher.caught();
            // Firefox fetches ahead only when it has nothing else to do, which it may never have.
            let is_open = |name: &&str| {
                caught.contains(*name) || *name == "prefetch" && browser.kind() == Kind::Firefox
            };
            Ok(NAMES.iter().all(is_open).then_some(()))
        })
        .await
        .with_context(|| format!("{:?}", catcher.caught()))?;

        start_demo(browser, 50).await?;
        closed(browser).await?;
        catcher.forget();
        catcher.go_out(browser).await?;
        // Nor is anything more asked of the app's own host.
        let own: String = browser
            .eval("return await fetch('./index.html').then(() => 'fetched', () => 'refused');")
            .await?;
        ensure!(own == "refused", "the app's own host was asked");
        tokio::time::sleep(Duration::from_secs(3)).await;
        ensure!(catcher.caught().is_empty(), "{:?} led out", catcher.caught());
        // The refusals are in the console now, as they should be.
        browser.console_errors().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn text_does_not_become_elements() -> Result<()> {
    scenario("trusted-types", async |browser| {
        // Other browsers do not know them yet.
        if browser.kind() != Kind::Chromium {
            return Ok(());
        }
        start_demo(browser, 50).await?;
        for text in ["<img src=x onerror=alert(1)>", "<p onclick=\"a\">x</p>", "<script>1</script>"]
        {
            let script = format!(
                "try {{ document.createElement('div').innerHTML = `{text}`; return 'taken'; }}
                catch (error) {{ return error.name; }}"
            );
            ensure!(browser.eval::<String>(&script).await? == "TypeError", "{text} was taken");
        }
        browser.console_errors().await?;
        Ok(())
    })
    .await
}

/// The pages of the app, and what is clicked on them to see more. `ID` is a person of the demo.
const PAGES: [(&str, &[&str]); 24] = [
    ("#/home", &[]),
    ("#/people", &[".toolbar__actions > .button[aria-expanded]"]),
    ("#/people/ID", &[]),
    ("#/people/new", &[]),
    ("#/organizations", &[]),
    ("#/organizations/new", &[]),
    ("#/board", &[]),
    ("#/deals", &[]),
    ("#/deals/new", &[]),
    ("#/projects", &[]),
    ("#/projects/new", &[]),
    ("#/tasks", &[]),
    ("#/tasks/new", &[]),
    ("#/interactions", &[]),
    ("#/interactions/new", &[]),
    ("#/calendar", &[]),
    ("#/calendar?week=", &[]),
    ("#/tags", &[]),
    ("#/segments", &[]),
    ("#/transfer", &["#save-backup"]),
    ("#/help", &[]),
    ("#/history", &[]),
    ("#/settings", &[]),
    ("#/your-data", &[]),
];

#[tokio::test]
async fn pages_ask_nobody_for_anything() -> Result<()> {
    scenario("all-pages", async |browser| {
        start_demo(browser, 50).await?;
        closed(browser).await?;
        browser
            .eval::<()>(
                "window.violations = [];
                addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
                    violations.push(`${violatedDirective}: ${blockedURI}`));",
            )
            .await?;
        let id: String = browser
            .eval("return document.querySelector('#row-0 .grid__name').href.split('/').pop().split('?')[0];")
            .await?;
        for (page, clicked) in PAGES {
            let page = page.replace("ID", &id);
            browser.eval::<()>(&format!("location.hash = '{page}';")).await?;
            browser.holds("return document.querySelector('#page > *') !== null;").await?;
            for css in clicked {
                browser.find(css).await?;
                browser.eval::<()>(&format!("document.querySelector(`{css}`).click();")).await?;
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        browser.find("#offline").await?;
        browser.text_appears("#asked-since", "0 requests of any kind").await?;
        browser.text_appears("#asked-others", "0 requests to anybody else").await?;
        browser.screenshot("your-data").await?;
        let violations: Vec<String> = browser.eval("return violations;").await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        let errors = browser.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}
