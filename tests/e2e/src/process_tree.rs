//! The processes of one browser, found by its profile. Reads `/proc`, so these tests need Linux.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use rustix::process::{Pid, Signal, kill_process};

/// Waits until no process of the browser is left, so that its profile is free and written.
pub(crate) async fn wait_for_end(profile: &Path) -> Result<()> {
    let start = Instant::now();
    while !running(profile).is_empty() {
        if start.elapsed() > Duration::from_secs(15) {
            bail!("the browser has not ended 15 s after it was told to");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Ends the browser the way a power cut would: nothing gets to write anything any more.
pub(crate) fn kill(profile: &Path) {
    // A process may be born while others are being killed.
    for _ in 0..5 {
        for pid in running(profile) {
            if let Some(pid) = Pid::from_raw(pid) {
                // An error says that it is gone already.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
    }
}

/// Ends the processes in which pages run, and leaves the browser to itself.
pub(crate) fn kill_pages(profile: &Path) {
    for pid in running(profile) {
        let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let words: Vec<&[u8]> = command.split(|byte| *byte == 0).collect();
        let is_of_pages = words.contains(&b"--type=renderer".as_slice())
            || words.contains(&b"-contentproc".as_slice()) && words.contains(&b"tab".as_slice());
        if let Some(pid) = Pid::from_raw(pid).filter(|_| is_of_pages) {
            // An error says that it is gone already.
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

/// Returns every process that was started with the profile, and all their descendants.
fn running(profile: &Path) -> BTreeSet<i32> {
    let profile = profile.as_os_str().as_encoded_bytes();
    let mut children: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
    let mut pending = Vec::new();
    for pid in all_processes() {
        if let Some(parent) = living_parent(pid) {
            children.entry(parent).or_default().push(pid);
            let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            if command.windows(profile.len()).any(|part| part == profile) {
                pending.push(pid);
            }
        }
    }
    let mut found = BTreeSet::new();
    while let Some(pid) = pending.pop() {
        if found.insert(pid) {
            pending.extend(children.get(&pid).into_iter().flatten());
        }
    }
    found
}

fn all_processes() -> impl Iterator<Item = i32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Returns the parent of a process, or nothing if the process has ended.
fn living_parent(pid: i32) -> Option<i32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold anything; state and parent follow it.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ');
    let state = fields.next()?;
    if state == "Z" { None } else { fields.next()?.parse().ok() }
}
