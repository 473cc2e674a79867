//! The native `cairn`: everything of Cairn that runs without a browser.
#![forbid(unsafe_code)]

mod accounts;
mod args;
mod portfolio;
mod serve;

use std::process::ExitCode;

use args::{Account, Portfolio, Task};
use clap::Parser;

fn main() -> ExitCode {
    let done = match args::Cairn::parse().task {
        Task::Serve(options) => serve::run(&options).map_err(|problem| problem.to_string()),
        Task::Account(Account::Add(options)) => accounts::add(options).map_err(|problem| problem.to_string()),
        Task::Account(Account::Remove(options)) => accounts::remove(options).map_err(|problem| problem.to_string()),
        Task::Portfolio(Portfolio::Inspect(options)) => {
            portfolio::inspect(&options).map_err(|problem| problem.to_string())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cairn: {problem}");
            ExitCode::FAILURE
        }
    }
}
