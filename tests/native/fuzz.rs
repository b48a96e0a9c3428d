//! The seeds of the fuzzer, and each of them with one byte changed: what it begins with on every machine.

use std::{fs, path::Path};

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "there it is a library")]
pub(crate) mod targets;

#[track_caller]
fn check(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target);
    let mut seeds = 0;
    for file in fs::read_dir(folder).unwrap() {
        let seed = fs::read(file.unwrap().path()).unwrap();
        run(&seed);
        for at in 0..seed.len() {
            for byte in [0, b'"', b'9', seed[at] ^ 1, 0xff] {
                let mut changed = seed.clone();
                changed[at] = byte;
                run(&changed);
            }
        }
        seeds += 1;
    }
    assert!(seeds > 0);
}

#[test]
fn filters() {
    check("filter", targets::filter);
}

#[test]
fn frames() {
    check("frame", targets::frame);
}

#[test]
fn heads() {
    check("head", targets::head);
}

#[test]
fn journal_entries() {
    check("journal", targets::journal);
}

#[test]
fn pages() {
    check("page", targets::page);
}

#[test]
fn vcards() {
    check("vcard", targets::vcard);
}

#[test]
fn tables() {
    check("csv", targets::csv);
}

#[test]
fn workspaces() {
    check("json", targets::json);
}

#[test]
fn workbooks() {
    check("xlsx", targets::xlsx);
}
