//! The list of files that the service worker keeps; see `public/service-worker.js`.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

pub(crate) const WORKER: &str = "service-worker.js";

/// What no page asks for: hosts read the one, and browsers ask hosts for the other.
const NOT_KEPT: [&str; 2] = ["_headers", WORKER];

/// Where the script has its list, and its name for all files together.
const FILES: &str = "const FILES = {};";
const VERSION: &str = "const VERSION = \"\";";

/// Writes into the service worker which files there are. They have to be as they will be served by then, and
/// the worker as it was written.
pub(crate) fn list(folder: &Path) -> Result<()> {
    let files = checksums(folder)?;
    let path = folder.join(WORKER);
    let script = fs::read_to_string(&path).with_context(|| format!("there is no {WORKER}"))?;
    fs::write(path, with_list(&script, &files)?)?;
    Ok(())
}

/// Returns what each file is asked for by, with its checksum.
fn checksums(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a name that is no text")?;
        ensure!(entry.file_type()?.is_file(), "{name} is a folder, which the service worker skips");
        if !NOT_KEPT.contains(&&*name) {
            let sum = checksum(&fs::read(entry.path())?);
            let name = if name == "index.html" { "" } else { &name };
            files.insert(format!("./{name}"), sum);
        }
    }
    Ok(files)
}

/// Returns a checksum as the browser's `fetch` takes it.
pub fn checksum(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn with_list(script: &str, files: &BTreeMap<String, String>) -> Result<String> {
    ensure!(script.contains(FILES) && script.contains(VERSION), "{WORKER} has no place for files");
    let pairs: Vec<_> = files.iter().map(|(path, sum)| format!("\"{path}\":\"{sum}\"")).collect();
    let list = pairs.join(",\n");
    let [a, b, c, d, ..]: [u8; 32] = Sha256::digest(&list).into();
    let version = format!("{:08x}", u32::from_be_bytes([a, b, c, d]));
    let script = script.replacen(FILES, &format!("const FILES = {{\n{list}}};"), 1);
    Ok(script.replacen(VERSION, &format!("const VERSION = \"{version}\";"), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_named_after_its_files() {
        let script = [FILES, VERSION].concat();
        let files = |sum: &str| BTreeMap::from([("./".to_owned(), sum.to_owned())]);
        let written = with_list(&script, &files("sha256-a")).unwrap();
        assert!(written.contains("const FILES = {\n\"./\":\"sha256-a\"};"), "{written}");
        assert!(!written.contains(VERSION), "{written}");
        assert_ne!(written, with_list(&script, &files("sha256-b")).unwrap());
    }

    #[test]
    fn a_script_without_a_place_for_files_is_refused() {
        assert!(with_list("const FILES = null;", &BTreeMap::new()).is_err());
    }

    #[test]
    fn the_page_is_asked_for_by_its_folder() {
        let folder = std::env::temp_dir().join(format!("rapport-{}-offline", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["index.html", "a.js", "_headers", WORKER] {
            fs::write(folder.join(name), "").unwrap();
        }
        let files = checksums(&folder).unwrap();
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let expected = [("./", empty), ("./a.js", empty)];
        assert_eq!(files, expected.map(|(path, sum)| (path.to_owned(), sum.to_owned())).into());
    }
}
