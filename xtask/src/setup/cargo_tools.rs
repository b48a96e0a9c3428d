//! Programs from crates.io, compiled here.

use anyhow::{Context, Result, bail};

use crate::{
    paths,
    process::{cargo, command, find, output, run},
    say::{say, step},
};

/// A program that `cargo install` provides.
pub struct CargoTool {
    package: &'static str,
    features: &'static [&'static str],
    /// Whether it does without the features that it has if nothing is said.
    bare: bool,
    /// All of these have to be there.
    programs: &'static [&'static str],
    version: &'static str,
    /// Whether another version than this one would not do.
    exact: bool,
    /// Whether the lock file that the package carries is used.
    locked: bool,
}

/// Builds the page. Newer releases need a newer Rust than ours. It downloads nothing, so it needs no TLS, which
/// takes long to compile.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    features: &[],
    bare: true,
    programs: &["trunk"],
    version: "0.21.14",
    exact: true,
    locked: true,
};

/// Writes the JavaScript around the WebAssembly, so it has to match the `wasm-bindgen` crate.
///
/// Its lock file names a release that not every mirror has, so it is not used.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    features: &[],
    bare: false,
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: "0.2.130",
    exact: true,
    locked: false,
};

/// Cuts the WebAssembly into parts; it has to match the `wasm_split_helpers` crate.
pub const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    features: &["build-binary"],
    bare: false,
    programs: &["wasm-split-cli"],
    version: "0.2.4",
    exact: true,
    locked: true,
};

/// Steers Firefox in tests.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    features: &[],
    bare: false,
    programs: &["geckodriver"],
    version: "0.37.1",
    exact: false,
    locked: true,
};

/// Installs the tool unless it is there.
///
/// Where another version is installed, that one is somebody's: ours then goes into this checkout.
pub fn ensure(tool: &CargoTool) -> Result<()> {
    let found = installed_version(tool);
    if found.as_deref().is_some_and(|found| !tool.exact || found == tool.version) {
        return Ok(());
    }

    let CargoTool { package, version, .. } = tool;
    let title = format!("Install {package} {version} (takes some minutes, once)");
    step(&title, || {
        let mut install = cargo();
        install.args(["install", &format!("{package}@{version}")]);
        if tool.bare {
            install.arg("--no-default-features");
        }
        if !tool.features.is_empty() {
            install.args(["--features", &tool.features.join(",")]);
        }
        if tool.locked {
            install.arg("--locked");
        }
        if let Some(found) = &found {
            say(format_args!("   {found} is installed and stays; {version} goes to target/tools"));
            install.arg("--root").arg(paths::tools());
        }
        // They run for seconds, so it does not pay to spend minutes on making them fast.
        install
            .env("CARGO_TARGET_DIR", paths::tools().join("build"))
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut install)
            .with_context(|| format!("{package} {version} is needed and could not be installed"))
    })?;

    if installed_version(tool).as_deref() != Some(*version) {
        bail!(
            "{package} {version} was installed, but not where this program looks; \
             put the `bin` folder that cargo named above on the PATH"
        );
    }
    Ok(())
}

/// Returns the version of the program that would be run, if all programs of the tool are there.
fn installed_version(tool: &CargoTool) -> Option<String> {
    if tool.programs.iter().any(|program| find(&[program]).is_none()) {
        return None;
    }
    match output(command(*tool.programs.first()?).arg("--version")) {
        Some(text) => parse_version(&text).map(str::to_owned),
        None => recorded_version(tool.package),
    }
}

/// Returns the version that cargo has noted for a package whose program does not tell.
fn recorded_version(package: &str) -> Option<String> {
    let own = output(cargo().args(["install", "--list", "--root"]).arg(paths::tools()));
    let shared = output(cargo().args(["install", "--list"]));
    let mut lists = own.into_iter().chain(shared);
    lists.find_map(|list| parse_list(&list, package).map(str::to_owned))
}

/// Finds `1.2.3` in the line `package v1.2.3:` of a list.
fn parse_list<'a>(list: &'a str, package: &str) -> Option<&'a str> {
    list.lines().find_map(|line| line.strip_prefix(package)?.strip_prefix(" v")?.strip_suffix(':'))
}

/// Finds `1.2.3` in `name 1.2.3 (and more)`.
fn parse_version(text: &str) -> Option<&str> {
    text.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse_version(text), Some(expected));
    }

    #[test]
    fn versions_are_read_from_what_the_tools_print() {
        check("trunk 0.21.14\n", "0.21.14");
        check("wasm-bindgen 0.2.130\n", "0.2.130");
        check("geckodriver 0.37.1\n\nThe source code of this program…", "0.37.1");
    }

    #[test]
    fn versions_are_read_from_what_cargo_has_noted() {
        let list =
            "trunk v0.21.14:\n    trunk\nwasm_split_cli_support v0.2.4:\n    wasm-split-cli\n";
        assert_eq!(parse_list(list, "wasm_split_cli_support"), Some("0.2.4"));
        assert_eq!(parse_list(list, "wasm-split-cli"), None);
    }
}
