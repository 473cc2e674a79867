//! The native `cairn`: everything of Cairn that runs without a browser.
#![forbid(unsafe_code)]

mod accounts;
mod args;
mod framework;
mod portfolio;
mod serve;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use args::{Account, Framework, Portfolio, Task};
use clap::Parser;

fn main() -> ExitCode {
    let done = carry_out(args::Cairn::parse().task).and_then(|report| print(&report).map_err(sentence));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cairn: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked, and returns what there is to say about it.
fn carry_out(task: Task) -> Result<String, String> {
    match task {
        Task::Serve(options) => serve::run(&options).map(|()| String::new()).map_err(sentence),
        Task::Account(Account::Add(options)) => accounts::add(options).map_err(sentence),
        Task::Account(Account::Remove(options)) => accounts::remove(options).map_err(sentence),
        Task::Framework(Framework::Check(options)) => framework::check(&options).map_err(sentence),
        Task::Portfolio(Portfolio::Inspect(options)) => portfolio::inspect(&options).map_err(sentence),
    }
}

/// A reader that has seen enough (`cairn … | head`) is no problem.
fn print(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => Err(problem),
        _ => Ok(()),
    }
}

fn sentence(problem: impl Display) -> String {
    problem.to_string()
}
