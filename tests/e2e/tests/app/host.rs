//! A host of a copy of the app, with what may happen to hosts: no network, another build, half of one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use rapport_e2e::settings;
use tempfile::TempDir;
use xtask::server::{Server, Site};

/// A host of a copy of the app, on a port of its own.
pub(crate) struct Host {
    pub folder: TempDir,
    server: Option<Server>,
    pub url: String,
}

impl Host {
    pub(crate) fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        for entry in fs::read_dir(settings()?.dist)? {
            let path = entry?.path();
            fs::copy(
                &path,
                folder.path().join(path.file_name().context("a file without a name")?),
            )?;
        }
        let server = serve(folder.path(), 0)?;
        let url = server.url();
        Ok(Self { folder, server: Some(server), url })
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Finds the file whose name ends so.
    pub(crate) fn find(&self, end: &str) -> Result<PathBuf> {
        let files = fs::read_dir(self.folder.path())?;
        let mut paths = files.filter_map(|entry| Some(entry.ok()?.path()));
        let found = paths.find(|path| path.to_string_lossy().ends_with(end));
        found.with_context(|| format!("no file `…{end}`"))
    }

    pub(crate) fn cut_network(&mut self) {
        self.server = None;
    }

    pub(crate) fn restore_network(&mut self) -> Result<()> {
        let port = self.url.trim_end_matches('/').rsplit(':').next().context("no port")?.parse()?;
        self.server = Some(serve(self.folder.path(), port)?);
        Ok(())
    }

    /// Has the page run a script before anything else. Without what keeps the app on the device, which would
    /// not take a page that it does not know.
    pub(crate) fn begin_with(&self, script: &str) -> Result<()> {
        let page = fs::read_to_string(self.path("index.html"))?;
        let (before, rest) = page.split_once("<script").context("no script")?;
        let page = format!("{before}<script src=\"./first.js\"></script>\n<script{rest}");
        fs::write(self.path("index.html"), page)?;
        fs::write(self.path("first.js"), script)?;
        Ok(fs::remove_file(self.path("service-worker.js"))?)
    }

    /// Puts another build in place of the one that is there: its page describes itself by other words.
    pub(crate) fn deploy(&self, description: &str) -> Result<()> {
        let page = fs::read_to_string(self.path("index.html"))?;
        let (before, rest) =
            page.split_once("name=\"description\" content=\"").context("no words")?;
        let (_, after) = rest.split_once('"').context("no end of the words")?;
        let page = format!("{before}name=\"description\" content=\"{description}\"{after}");
        let worker = fs::read_to_string(self.path("service-worker.js"))?;
        let listed = "\"./\":\"sha256-";
        let at = worker.find(listed).context("the page is not listed")? + listed.len();
        let sum =
            worker.get(at..).and_then(|rest| rest.split('"').next()).context("no checksum")?;
        let new = xtask::offline::checksum(page.as_bytes());
        let new = new.trim_start_matches("sha256-");
        // The name of the version is written where it is used.
        let version = version_in(&worker)?;
        let other = format!("{:08x}", u32::from_str_radix(version, 16)?.wrapping_add(1));
        let worker = worker.replace(sum, new).replace(version, &other);
        fs::write(self.path("index.html"), page)?;
        fs::write(self.path("service-worker.js"), worker)?;
        Ok(())
    }
}

/// The name of a version: eight hexadecimal digits in quotes.
fn version_in(worker: &str) -> Result<&str> {
    let is_name = |it: &&str| it.len() == 8 && it.bytes().all(|byte| byte.is_ascii_hexdigit());
    worker.split('"').find(is_name).context("the worker has no version")
}

fn serve(folder: &Path, port: u16) -> Result<Server> {
    Server::start(&Site { folder: folder.to_owned(), port, prefix: "/".to_owned() })
}
