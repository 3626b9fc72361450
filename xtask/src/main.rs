//! The project's commands: `cargo xtask <command>`.
//!
//! A command sets up what is missing, says what it does, and does it. Each
//! one lives in its own module; this file only reads the command line.

mod alone;
mod bench;
mod build;
mod css;
mod dist;
mod example;
mod exports;
mod generated;
mod html;
mod imports;
mod names;
mod parts;
mod project;
mod schema;
mod serve;
mod server;
mod setup;
mod size;
mod step;
mod test;
mod wasm;
mod worker;
mod writer;

use std::ffi::OsString;
use std::process::ExitCode;

use lexopt::prelude::*;

const HELP: &str = "\
Commands of the project:

  cargo xtask serve [--port N]   build quickly, serve the page on this machine, reload it on every change
  cargo xtask build              write the page to dist/ and check its size against the budgets
  cargo xtask alone              of that, write dist/rilievo.html alone
  cargo xtask test [--long]      run every check: format, lints, tests, wasm tests, browser journeys
  cargo xtask bench [--no-build] [--rounds N] [--only PART]...
                                 measure Rilievo beside a plain page in Chromium and write
                                 docs/performance.md; with --no-build, on the dist/ that is there
  cargo xtask bench storage [--no-build] [--rounds N]
                                 the same for what local storage holds and costs
  cargo xtask example [--check]  write the example survey from its facts; with --check only compare
  cargo xtask schema [--check]   write docs/bundle.schema.json from the types; with --check only compare
  cargo xtask --help             print this list

Each command first sets up what it needs and is missing.";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Serve { port: Option<u16> },
    Build,
    Alone,
    Test { long: bool },
    Bench(bench::beside::Order),
    BenchStorage { build: bool, rounds: u32 },
    Example { check: bool },
    Schema { check: bool },
}

/// Reads the command line (without the program's name).
fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => match name.to_str() {
            Some("help") => return Ok(Command::Help),
            Some("serve") => Command::Serve { port: None },
            Some("build") => Command::Build,
            Some("alone") => Command::Alone,
            Some("test") => Command::Test { long: false },
            Some("bench") => Command::Bench(bench::beside::Order {
                build: true,
                rounds: bench::beside::ROUNDS,
                only: Vec::new(),
            }),
            Some("example") => Command::Example { check: false },
            Some("schema") => Command::Schema { check: false },
            _ => return Err(format!("there is no command {name:?}").into()),
        },
        Some(other) => return Err(other.unexpected()),
    };
    while let Some(arg) = parser.next()? {
        match (&mut command, arg) {
            (_, Short('h') | Long("help")) => return Ok(Command::Help),
            (Command::Serve { port }, Long("port")) => *port = Some(parser.value()?.parse()?),
            (Command::Test { long }, Long("long")) => *long = true,
            (Command::Bench(_), Value(what)) if what == "storage" => {
                command = Command::BenchStorage {
                    build: true,
                    rounds: bench::ROUNDS,
                };
            }
            (
                Command::Bench(bench::beside::Order { build, .. })
                | Command::BenchStorage { build, .. },
                Long("no-build"),
            ) => *build = false,
            (
                Command::Bench(bench::beside::Order { rounds, .. })
                | Command::BenchStorage { rounds, .. },
                Long("rounds"),
            ) => {
                *rounds = parser.value()?.parse_with(|text| match text.parse() {
                    Ok(0) | Err(_) => Err("a number from 1 on"),
                    Ok(rounds) => Ok(rounds),
                })?;
            }
            (Command::Bench(order), Long("only")) => order.only.push(part(parser.value()?)?),
            (Command::Example { check } | Command::Schema { check }, Long("check")) => {
                *check = true;
            }
            (_, other) => return Err(other.unexpected()),
        }
    }
    Ok(command)
}

/// Reads what is to be measured alone.
fn part(name: OsString) -> Result<String, lexopt::Error> {
    name.parse_with(|name| {
        let parts = bench::beside::PARTS;
        let known = parts.contains(&name).then(|| name.to_owned());
        known.ok_or_else(|| format!("there are: {}", parts.join(", ")))
    })
}

fn main() -> ExitCode {
    let command = match parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let result = match command {
        Command::Help => {
            println!("{HELP}");
            Ok(())
        }
        Command::Serve { port } => serve::command(port),
        Command::Build => build::command(),
        Command::Alone => build::alone(),
        Command::Test { long } => test::command(long),
        Command::Bench(order) => bench::beside::command(&order),
        Command::BenchStorage { build, rounds } => bench::storage(build, rounds),
        Command::Example { check } => example::command(check),
        Command::Schema { check } => schema::command(check),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Command) {
        let args = line.split_whitespace().map(OsString::from);
        assert_eq!(parse(args).ok(), Some(expected), "{line}");
    }

    #[test]
    fn reads_every_command() {
        check("", Command::Help);
        check("--help", Command::Help);
        check("serve --help", Command::Help);
        check("serve", Command::Serve { port: None });
        check("serve --port 8080", Command::Serve { port: Some(8080) });
        check("build", Command::Build);
        check("test", Command::Test { long: false });
        check("test --long", Command::Test { long: true });
        let beside = |build, rounds, only: &[&str]| {
            Command::Bench(bench::beside::Order {
                build,
                rounds,
                only: only.iter().map(|part| (*part).to_owned()).collect(),
            })
        };
        check("bench", beside(true, 7, &[]));
        check(
            "bench --no-build --rounds 3 --only import --only open",
            beside(false, 3, &["import", "open"]),
        );
        let storage = |build, rounds| Command::BenchStorage { build, rounds };
        check("bench storage", storage(true, bench::ROUNDS));
        check("bench storage --no-build --rounds 7", storage(false, 7));
        check("bench --help", Command::Help);
        check("example", Command::Example { check: false });
        check("example --check", Command::Example { check: true });
        check("schema", Command::Schema { check: false });
        check("schema --check", Command::Schema { check: true });
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "bild",
            "build --port 1",
            "serve --port x",
            "test now",
            "bench everything",
            "bench storage --rounds 0",
            "bench storage --only open",
            "bench --only nothing",
            "bench storage storage",
            "--port 1",
        ] {
            let args = line.split_whitespace().map(OsString::from);
            assert!(parse(args).is_err(), "{line}");
        }
    }
}
