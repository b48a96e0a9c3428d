//! `cargo xtask finish`: what is done to the app after Trunk has put it together, called by Trunk itself
//! (see `Trunk.toml`).
//!
//! - The app is cut into the part that the first screen needs and those that come after it: at the functions
//!   that the source marks with `wasm_split`. <https://docs.rs/wasm_split_helpers> has the how.
//! - The style sheets become two files, for the first screen and for what comes after it: many small ones
//!   compress badly and are asked for one by one.
//! - What the app has of its script gets short names.
//! - Scripts and styles lose their comments and spaces.
//! - The service worker gets the list of all files, with their checksums.

use std::{
    env, fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    imports, offline, paths,
    process::{command, run},
    say::step,
    setup::{cargo_tools, npm_tools},
};

/// The script that the cutting writes: it fetches the other parts.
const PARTS_SCRIPT: &str = "__wasm_split.js";

/// What the compiler and the crates use of WebAssembly beyond its first version.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Finishes the build that Trunk names in the environment.
pub fn finish() -> Result<bool> {
    let staging = variable("TRUNK_STAGING_DIR")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    cargo_tools::ensure(&cargo_tools::WASM_BINDGEN)?;
    cargo_tools::ensure(&cargo_tools::WASM_SPLIT)?;
    npm_tools::ensure()?;
    step("Cut the app into parts", || cut(&staging, is_release))?;
    join_styles(&staging)?;
    if is_release {
        step("Make scripts and styles small", || minify(&staging))?;
        // What it is told would be gone if it were small before.
        offline::list(&staging)?;
        minify_file(&staging.join(offline::WORKER))?;
    }
    Ok(true)
}

fn variable(name: &str) -> Result<PathBuf> {
    let value = env::var_os(name);
    value.map(PathBuf::from).with_context(|| format!("Trunk calls this, and sets {name}"))
}

/// Returns the name of the one file in a folder that ends like this.
fn file_named(folder: &Path, end: &str) -> Result<String> {
    let names = fs::read_dir(folder)?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.ends_with(end));
    found.next().with_context(|| format!("{} has no file *{end}", folder.display()))
}

/// Puts the cut app in the place of the whole one, under the name that Trunk gave it, which has the hash of
/// the whole; the parts have that name before their own.
fn cut(staging: &Path, is_release: bool) -> Result<()> {
    let whole = file_named(staging, "_bg.wasm")?;
    let name = whole.trim_end_matches("_bg.wasm");
    let compiled = paths::target()
        .join("wasm32-unknown-unknown")
        .join(if is_release { "release" } else { "debug" })
        .join("rapport.wasm");
    let folder = paths::target().join("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    run(command("wasm-split-cli")
        .arg(compiled)
        .arg(&folder)
        .args(["--target", "web"])
        .args(["--out-name", name]))?;

    let main = folder.join(format!("{name}.wasm"));
    run(command("wasm-bindgen")
        .args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript"])
        .args(["--out-name", name])
        .arg("--out-dir")
        .arg(staging)
        .arg(&main))?;
    fs::remove_file(main)?;

    let script = staging.join(format!("{name}.js"));
    let parts_script = format!("{name}-parts.js");
    rewrite(&script, &script, |text| {
        text.replace(&format!("from \"./{PARTS_SCRIPT}\""), &format!("from \"./{parts_script}\""))
    })?;
    rewrite(&folder.join(PARTS_SCRIPT), &staging.join(&parts_script), |text| {
        text.replace("new URL(\"./", &format!("new URL(\"./{name}-"))
    })?;
    let page = staging.join("index.html");
    rewrite(&page, &page, |text| {
        let preload = format!("<link rel=\"modulepreload\" href=\"./{parts_script}\">\n    ");
        text.replacen("<link id=\"app-wasm\"", &format!("{preload}<link id=\"app-wasm\""), 1)
    })?;

    let whole = staging.join(&whole);
    optimize(&whole, &whole, is_release, "-Oz")?;
    if is_release {
        let (module, short) = imports::shorten(&fs::read(&whole)?, &fs::read_to_string(&script)?)?;
        fs::write(&whole, module)?;
        fs::write(&script, short)?;
    }
    for part in fs::read_dir(&folder)? {
        let part = part?.path();
        let Some(file) = part.file_name().and_then(|file| file.to_str()) else { continue };
        if part.extension().is_some_and(|extension| extension == "wasm") {
            // What comes later is made fast: compressed, it is as large as if it were made small.
            optimize(&part, &staging.join(format!("{name}-{file}")), is_release, "-O3")?;
        }
    }
    Ok(())
}

/// Writes a text file anew, changed.
fn rewrite(from: &Path, to: &Path, change: impl FnOnce(String) -> String) -> Result<()> {
    let text =
        fs::read_to_string(from).with_context(|| format!("{} cannot be read", from.display()))?;
    fs::write(to, change(text)).with_context(|| format!("{} cannot be written", to.display()))
}

/// Makes a part small or fast; while one develops, that would take too long.
fn optimize(from: &Path, to: &Path, is_release: bool, goal: &str) -> Result<()> {
    if is_release {
        // No pointer is made by subtracting from one that lies in the first kilobyte, which is the far end
        // of the stack; so constants may become part of loads and stores.
        run(command("wasm-opt")
            // Control flow is laid out anew from its graph. The second round finds what the first has made possible.
            // What is alike lies side by side in the end, and compresses 2 % better.
            .args(["--low-memory-unused", "--flatten", "--rereloop", goal, goal, "--reorder-types"])
            .arg("--reorder-functions-by-name")
            .args(WASM_FEATURES)
            .arg(from)
            .arg("-o")
            .arg(to))
    } else if from == to {
        Ok(())
    } else {
        fs::copy(from, to)
            .map(|_| ())
            .with_context(|| format!("{} cannot be copied", from.display()))
    }
}

/// Stands in the page before the style sheets that the first screen does without.
const LATER: &str = "<!-- Later:";

/// Replaces the style sheets of the page by two that have their rules in the same order: one that the page
/// links, and one that it only names, for the app to bring later.
fn join_styles(staging: &Path) -> Result<()> {
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path)?;
    let (first, later) = page.split_once(LATER).context("the page says nothing of later styles")?;
    let joined = |page: &str| -> Result<String> {
        let mut joined = String::new();
        for file in page.lines().filter_map(style_sheet) {
            let file = staging.join(file);
            joined.push_str(&fs::read_to_string(&file)?);
            joined.push('\n');
            fs::remove_file(file)?;
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(joined.as_bytes());
        let name = format!("style-{:016x}.css", hasher.finish());
        fs::write(staging.join(&name), joined)?;
        Ok(name)
    };
    let (first_name, later_name) = (joined(first)?, joined(later)?);
    fs::write(path, with_two_sheets(&page, &first_name, &later_name))?;
    Ok(())
}

/// Takes what only people need out of the scripts and the style sheet. Trunk's own minifier damages what
/// wasm-bindgen writes.
fn minify(staging: &Path) -> Result<()> {
    for file in fs::read_dir(staging)? {
        let file = file?.path();
        let is_small =
            file.extension().is_none_or(|extension| extension != "js" && extension != "css");
        if !is_small && !file.ends_with(offline::WORKER) {
            minify_file(&file)?;
        }
    }
    let page = staging.join("index.html");
    rewrite(&page, &page, |text| without_remarks(&text))
}

fn minify_file(file: &Path) -> Result<()> {
    run(command("esbuild")
        .arg(file)
        .args(["--minify", "--target=esnext", "--log-level=error", "--allow-overwrite"])
        .arg(format!("--outfile={}", file.display())))
}

/// Takes comments, blank lines and indentation out of a page. Its comments have lines of their own.
fn without_remarks(page: &str) -> String {
    let is_remark = |line: &&str| line.starts_with("<!--") && line.ends_with("-->");
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    let kept = lines.filter(|line| !is_remark(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// Returns the file of the style sheet that this line of a page links, as Trunk writes it.
fn style_sheet(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<link rel=\"stylesheet\" href=\"./")?.strip_suffix("\"/>")
}

/// Returns the page with a link to the first sheet in place of its first one, and with the name of the other
/// where it spoke of later ones.
fn with_two_sheets(page: &str, first: &str, later: &str) -> String {
    let mut sheets = 0;
    let mut lines = Vec::new();
    for line in page.lines() {
        let sheet = style_sheet(line);
        sheets += usize::from(sheet.is_some());
        match sheet {
            Some(sheet) if sheets == 1 => lines.push(line.replace(sheet, first)),
            Some(_) => {}
            None if line.trim_start().starts_with(LATER) => {
                lines.push(format!("    <meta name=\"later-style\" content=\"./{later}\">"));
            }
            None => lines.push(line.to_owned()),
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_for_the_source() {
        let page = "<!doctype html>\n<body>\n\n    <!-- Why. -->\n    <p>Hello</p>\n</body>\n";
        assert_eq!(without_remarks(page), "<!doctype html>\n<body>\n<p>Hello</p>\n</body>\n");
    }

    #[test]
    fn two_sheets_stand_where_many_stood() {
        let page = "<head>\n\n  <link rel=\"stylesheet\" href=\"./a-1.css\"/>\n  \
                    <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n    <!-- Later: c -->\n  \
                    <link rel=\"stylesheet\" href=\"./c-3.css\"/>\n  <link rel=\"icon\" href=\"./d.svg\"/>\n</head>\n";
        let expected = "<head>\n\n  <link rel=\"stylesheet\" href=\"./style-4.css\"/>\n    \
                        <meta name=\"later-style\" content=\"./style-5.css\">\n  \
                        <link rel=\"icon\" href=\"./d.svg\"/>\n</head>\n";
        assert_eq!(with_two_sheets(page, "style-4.css", "style-5.css"), expected);
    }
}
