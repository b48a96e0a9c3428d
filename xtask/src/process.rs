//! Running other programs: their output goes straight to the terminal, and silence is explained.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufReader, Read, Write},
    path::PathBuf,
    process::{Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{paths, say::say, setup};

/// After so much silence a line says that the work goes on.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// A program may leave children behind that hold its output open; they are not waited for longer.
const LEFTOVERS: Duration = Duration::from_secs(2);

/// Returns a command that runs in the repository and finds the tools that the set-up installed.
pub fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(paths::root()).env("PATH", setup::search_path());
    command
}

/// Returns `cargo` of the toolchain that built this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Returns the first of these programs that is installed.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = setup::search_path();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// Runs a program to its end and passes its output through.
pub fn run(command: &mut Command) -> Result<()> {
    watch(command, |_| {})
}

/// Like [`run`], and shows every line of the standard output to `on_line` as well.
pub fn watch(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<()> {
    let shown = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` could not be started"))?;

    let (sender, lines) = channel();
    if let Some(stdout) = child.stdout.take() {
        read_lines(stdout, Stream::Out, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        read_lines(stderr, Stream::Error, sender);
    }
    let status = pass_on(&lines, &mut on_line, || child.try_wait())?;

    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Runs a program silently and returns what it printed, or nothing if it failed or is not there.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Error,
}

fn read_lines(from: impl Read + Send + 'static, stream: Stream, to: Sender<(Stream, Vec<u8>)>) {
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        loop {
            let mut line = Vec::new();
            match from.read_until(b'\n', &mut line) {
                Ok(1..) if to.send((stream, line)).is_ok() => {}
                // The end, a broken pipe, or nobody listens any more: all mean that it is over.
                _ => return,
            }
        }
    });
}

/// Passes lines on until both streams have ended and the program too.
fn pass_on<S>(
    lines: &Receiver<(Stream, Vec<u8>)>,
    on_line: &mut impl FnMut(&str),
    mut ended: impl FnMut() -> io::Result<Option<S>>,
) -> Result<S> {
    let start = Instant::now();
    let mut last_sign = start;
    let mut ended_at = None;
    let mut streams_are_open = true;
    loop {
        let wait = Duration::from_millis(200);
        if streams_are_open {
            match lines.recv_timeout(wait) {
                Ok((stream, line)) => {
                    last_sign = Instant::now();
                    print(stream, &line);
                    if matches!(stream, Stream::Out) {
                        on_line(&String::from_utf8_lossy(&line));
                    }
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => streams_are_open = false,
            }
        } else {
            thread::sleep(wait.min(Duration::from_millis(20)));
        }

        if let Some(status) = ended()? {
            let since = ended_at.get_or_insert_with(Instant::now);
            if !streams_are_open || since.elapsed() > LEFTOVERS {
                return Ok(status);
            }
        } else if last_sign.elapsed() > HEARTBEAT {
            last_sign = Instant::now();
            say(format_args!("   … still at it after {} s", start.elapsed().as_secs()));
        }
    }
}

fn print(stream: Stream, line: &[u8]) {
    // Output that cannot be shown is no reason to stop the work that it reports.
    let _ = match stream {
        Stream::Out => {
            let mut out = io::stdout().lock();
            out.write_all(line).and_then(|()| out.flush())
        }
        Stream::Error => io::stderr().lock().write_all(line),
    };
}

fn shown(command: &Command) -> String {
    let mut shown = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        shown.push(' ');
        shown.push_str(&argument.to_string_lossy());
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_output_is_seen() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two"]);
        watch(&mut command, |line| lines.push(line.trim().to_owned())).unwrap();
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    fn a_failure_names_the_command() {
        let mut command = Command::new("sh");
        command.args(["-c", "exit 3"]);
        let error = run(&mut command).unwrap_err().to_string();
        assert!(error.contains("sh -c exit 3"), "{error}");
        assert!(error.contains('3'), "{error}");
    }

    #[test]
    fn a_child_left_behind_is_not_waited_for() {
        let start = Instant::now();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 30 & exit 0"]);
        run(&mut command).unwrap();
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
