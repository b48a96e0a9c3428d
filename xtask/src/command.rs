//! The command line: which words mean what.

use anyhow::{Context, Result, bail};

use crate::{
    bench,
    browser::Browser,
    dist, finish,
    say::say,
    serve,
    test::{self, Plan, Suite},
};

pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]       build the optimized app and serve it (http://127.0.0.1:8080/)
  dist                   build the optimized app into dist/, ready for any static host
  test [SUITE…]          run tests; without a suite, all of them
       native            unit and integration tests, without a browser
       lint              formatting and clippy, for this machine and for WebAssembly
       browser           tests inside Chromium and Firefox
       size              the first load against its budget
       e2e               the whole app, driven like a person would
       all               everything above
       --browser NAME    only in chromium, or only in firefox
       --keep-dist       test dist/ as it is, without building it first
       -- WORDS…         passed on to the tests, for example part of a test's name
  crash [--times N]      kill browsers N times in the middle of the work (500), and simulate 400 times as many
                         crashes natively
       --browser NAME    as above
       --keep-dist       as above
  bench                  measure the optimized app in Chromium and rewrite BENCHMARKS.md
       --quick           in a minute, with few people and samples, and rewrite nothing
       -- WORDS…         passed on to benches/run.mjs
  finish                 what Trunk calls at the end of its own build

Each command first installs what it needs and does not find.";

/// How often browsers are killed, where nobody says how often.
const CRASHES: u32 = 500;

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve { port: u16 },
    Dist,
    Finish,
    Test(Plan),
    Bench { extra: Vec<String> },
}

/// Does it. Returns whether all went well; an error says why something could not even be tried.
pub fn run(command: Command) -> Result<bool> {
    match command {
        Command::Help => {
            say(HELP);
            Ok(true)
        }
        Command::Serve { port } => serve::serve(port),
        Command::Dist => dist::dist(),
        Command::Finish => finish::finish(),
        Command::Test(plan) => Ok(test::test(&plan)),
        Command::Bench { extra } => bench::bench(&extra),
    }
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: impl Iterator<Item = String>) -> Result<Command> {
    let all: Vec<String> = words.collect();
    let mut halves = all.splitn(2, |word| word == "--");
    let mut words = halves.next().unwrap_or_default().iter().map(String::as_str);
    let extra = halves.next().unwrap_or_default().to_vec();
    if all.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }

    match words.next() {
        None | Some("help") => Ok(Command::Help),
        Some("serve") => Ok(Command::Serve { port: parse_port(words)? }),
        Some("dist") => nothing_more(words).map(|()| Command::Dist),
        Some("finish") => nothing_more(words).map(|()| Command::Finish),
        Some("test") => parse_test(words, extra).map(Command::Test),
        Some("crash") => parse_crash(words).map(Command::Test),
        Some("bench") => parse_bench(words, extra),
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

fn parse_port<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<u16> {
    let port = match words.next() {
        None => return Ok(8080),
        Some("--port") => words.next().and_then(|number| number.parse().ok()),
        Some(other) => bail!("`serve` does not know `{other}`\n\n{HELP}"),
    };
    nothing_more(words)?;
    match port {
        Some(port) => Ok(port),
        None => bail!("`--port` needs a number from 0 to 65535 after it"),
    }
}

fn parse_test<'a>(mut words: impl Iterator<Item = &'a str>, extra: Vec<String>) -> Result<Plan> {
    let mut plan = Plan { extra, ..Plan::default() };
    while let Some(word) = words.next() {
        match word {
            "all" => plan.suites.extend(Suite::ALL),
            "--keep-dist" => plan.keep_dist = true,
            "--browser" => plan.browsers = vec![parse_browser(&mut words)?],
            other => match Suite::ALL.into_iter().find(|suite| suite.name() == other) {
                Some(suite) => plan.suites.push(suite),
                None => bail!("`test` does not know `{other}`\n\n{HELP}"),
            },
        }
    }
    if plan.suites.is_empty() {
        plan.suites.extend(Suite::ALL);
    }
    Ok(plan)
}

/// The usual tests of crashes, more of them.
fn parse_crash<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Plan> {
    let mut plan = Plan {
        suites: vec![Suite::Native, Suite::E2e],
        crashes: Some(CRASHES),
        extra: vec!["crashes::".to_owned()],
        ..Plan::default()
    };
    while let Some(word) = words.next() {
        match word {
            "--keep-dist" => plan.keep_dist = true,
            "--browser" => plan.browsers = vec![parse_browser(&mut words)?],
            "--times" => match words.next().and_then(|number| number.parse().ok()) {
                Some(times) => plan.crashes = Some(times),
                None => bail!("`--times` needs a number after it"),
            },
            other => bail!("`crash` does not know `{other}`\n\n{HELP}"),
        }
    }
    Ok(plan)
}

fn parse_browser<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Browser> {
    let browser = words.next().and_then(Browser::from_name);
    browser.with_context(|| "`--browser` needs `chromium` or `firefox` after it")
}

fn parse_bench<'a>(
    mut words: impl Iterator<Item = &'a str>,
    mut extra: Vec<String>,
) -> Result<Command> {
    match words.next() {
        None => {}
        Some("--quick") => extra.insert(0, "--quick".to_owned()),
        Some(other) => bail!("`bench` does not know `{other}`\n\n{HELP}"),
    }
    nothing_more(words)?;
    Ok(Command::Bench { extra })
}

fn nothing_more<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<()> {
    match words.next() {
        None => Ok(()),
        Some(word) => bail!("`{word}` is one word too many\n\n{HELP}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Command) {
        assert_eq!(parse(line.split_whitespace().map(str::to_owned)).unwrap(), expected);
    }

    #[track_caller]
    fn refuses(line: &str) {
        parse(line.split_whitespace().map(str::to_owned)).unwrap_err();
    }

    #[test]
    fn no_words_show_the_help() {
        check("", Command::Help);
        check("test --help", Command::Help);
    }

    #[test]
    fn serve_takes_a_port() {
        check("serve", Command::Serve { port: 8080 });
        check("serve --port 9000", Command::Serve { port: 9000 });
        refuses("serve --port");
        refuses("serve --port 70000");
        refuses("serve --port 9000 9001");
    }

    #[test]
    fn test_without_a_suite_runs_all() {
        let all = Plan { suites: Suite::ALL.to_vec(), ..Plan::default() };
        check("test", Command::Test(all));
    }

    #[test]
    fn test_takes_suites_and_options() {
        check(
            "test e2e --browser firefox --keep-dist -- opens",
            Command::Test(Plan {
                suites: vec![Suite::E2e],
                browsers: vec![Browser::Firefox],
                keep_dist: true,
                extra: vec!["opens".to_owned()],
                crashes: None,
            }),
        );
        refuses("test e3e");
        refuses("test --browser opera");
    }

    #[test]
    fn crash_takes_a_number() {
        let plan = |crashes, browsers| {
            let suites = vec![Suite::Native, Suite::E2e];
            let extra = vec!["crashes::".to_owned()];
            Plan { suites, browsers, crashes: Some(crashes), extra, ..Plan::default() }
        };
        check("crash", Command::Test(plan(500, Browser::ALL.to_vec())));
        check("crash --times 7 --browser firefox", Command::Test(plan(7, vec![Browser::Firefox])));
        refuses("crash --times many");
        refuses("crash hard");
    }

    #[test]
    fn bench_can_be_quick() {
        check("bench", Command::Bench { extra: Vec::new() });
        let extra = vec!["--quick".to_owned(), "--sizes=50".to_owned()];
        check("bench --quick -- --sizes=50", Command::Bench { extra });
        refuses("bench --slow");
    }

    #[test]
    fn unknown_commands_are_refused() {
        refuses("fly");
        refuses("dist now");
    }
}
