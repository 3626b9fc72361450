//! The project's commands: `cargo xtask <command>`.

mod example;

use lexopt::prelude::*;
use std::ffi::OsString;
use std::process::ExitCode;

const HELP: &str = "\
Commands of the project:

  cargo xtask example [--check]  write the example survey from its facts; with --check only compare
  cargo xtask --help             print this list";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Example { check: bool },
}

/// Reads the command line (without the program's name).
fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) if name == "example" => Command::Example { check: false },
        Some(other) => return Err(other.unexpected()),
    };
    while let Some(arg) = parser.next()? {
        match (&mut command, arg) {
            (Command::Example { check }, Long("check")) => *check = true,
            (_, other) => return Err(other.unexpected()),
        }
    }
    Ok(command)
}

fn main() -> ExitCode {
    let result = match parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => {
            println!("{HELP}");
            Ok(())
        }
        Ok(Command::Example { check }) => example::command(check),
        Err(error) => {
            eprintln!("error: {error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
