//! The seeds of the fuzzer, each of them with one byte changed, and mixtures of them: what it begins with on every
//! machine.
//!
//! Mixtures are the same at every run, so what fails once fails again. `RAPPORT_FUZZ_SECONDS=3600` lets each target
//! go on for an hour where there is no fuzzer.

use std::{
    env, fs,
    path::Path,
    time::{Duration, Instant},
};

use rapport::transfer::age;

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "there it is a library")]
pub(crate) mod targets;

/// How many mixtures a target gets, unless it is given time.
const MIXTURES: usize = 300;

/// Longest mixture, in bytes.
const LONGEST: usize = 20_000;

#[track_caller]
fn check(target: &str, run: fn(&[u8])) {
    let seeds = seeds(target);
    assert!(!seeds.is_empty());
    for seed in &seeds {
        run(seed);
        for at in 0..seed.len() {
            for byte in [0, b'"', b'9', seed[at] ^ 1, 0xff] {
                let mut changed = seed.clone();
                changed[at] = byte;
                run(&changed);
            }
        }
    }
    mix(&seeds, run);
}

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Runs mixtures: so many, or for so long.
#[expect(
    clippy::disallowed_methods,
    reason = "this machine has a clock, and no result depends on it"
)]
fn mix(seeds: &[Vec<u8>], run: fn(&[u8])) {
    let seconds = env::var("RAPPORT_FUZZ_SECONDS").ok().map(|it| it.parse().unwrap());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut chance = Chance(0x5eed);
    for nth in 0.. {
        if until.map_or(nth >= MIXTURES, |until| Instant::now() >= until) {
            break;
        }
        run(&mixture(seeds, &mut chance));
    }
}

/// Numbers that look random (splitmix64, <https://prng.di.unimi.it/splitmix64.c>).
struct Chance(u64);

impl Chance {
    /// A number below another one, which is not zero.
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((number ^ (number >> 31)) % most as u64).unwrap()
    }

    fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A part of bytes, mostly short.
    fn part(&mut self, of: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(of.len() + 1);
        let most = [4, 40, of.len() + 1][self.below(3)];
        start..(start + self.below(most)).min(of.len())
    }
}

/// What one form or another pays attention to.
const TOKENS: [&[u8]; 28] = [
    b"",
    b"\"",
    b"\\",
    b"\\ud800",
    b"\\u0000",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b";",
    b"\n",
    b"\r\n",
    b"\t",
    b" ",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"-1",
    b"1e999",
    b"99999999999999999999",
    b"null",
    b"BEGIN:VCARD\n",
    b"&#0;",
    b"\xe2\x80\xae",
    b"<![CDATA[",
];

/// A seed with some parts left out, doubled, overwritten, or taken from another seed.
fn mixture(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.one_of(seeds).clone();
    for _ in 0..=chance.below(6) {
        let part = chance.part(&bytes);
        let new: Vec<u8> = match chance.below(6) {
            0 => Vec::new(),
            1 => bytes[part.clone()].repeat(2),
            2 => {
                let other = chance.one_of(seeds);
                other[chance.part(other)].to_vec()
            }
            3 => [&bytes[part.clone()], *chance.one_of(&TOKENS)].concat(),
            4 => chance.one_of(&TOKENS).repeat(1 + chance.below(20)),
            _ => bytes[part.clone()].iter().map(|byte| byte ^ (1 << chance.below(8))).collect(),
        };
        bytes.splice(part, new);
        bytes.truncate(LONGEST);
    }
    bytes
}

#[test]
fn locked_files() {
    check("age", targets::age);
}

#[test]
fn seeds_of_locked_files_open() {
    let opened = |bytes: &Vec<u8>| age::open_whole(bytes, targets::PASSPHRASE).is_ok();
    assert_eq!(seeds("age").iter().filter(|bytes| opened(bytes)).count(), 2);
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
