//! Every task a developer runs, typed: `cargo xtask help` lists them.
#![forbid(unsafe_code)]

mod args;
mod check;
mod count;
mod dist;
mod framework;
mod fuzz;
mod perf;
mod progress;
mod run;
mod sample;
mod screens;
mod setup;
mod shared;
mod test;
mod toolchain;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use args::{Task, Xtask};
use setup::Need;
use workspace::Workspace;

fn main() -> ExitCode {
    match perform(Xtask::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Setup(options) => setup::ensure(workspace, options.need).map(drop),
        Task::Run(options) => run::serve(&setup::ensure(workspace, Need::Page)?, &options),
        Task::Dist(options) => {
            let workspace = setup::ensure(workspace, Need::Page)?;
            dist::build(&workspace, &options).map(|report| println!("{report}"))
        }
        Task::Test => test::all(&setup::ensure(workspace, Need::Test)?),
        Task::EndToEnd(options) => test::end_to_end(&setup::ensure(workspace, Need::Test)?, &options),
        Task::Screens(options) => screens::take(&setup::ensure(workspace, Need::Test)?, &options),
        Task::Wasm => test::modules(&setup::ensure(workspace, Need::Test)?),
        Task::Check => check::all(&setup::ensure(workspace, Need::Check)?).close(),
        Task::Perf(options) => perf::measure(&setup::ensure(workspace, Need::Test)?, &options),
        Task::Shared(options) => shared::check(&setup::ensure(workspace, Need::Page)?, &options),
        Task::Fuzz(options) => fuzz::fuzz(&workspace, &options),
        Task::Framework => {
            framework::write(workspace.root())?.iter().for_each(|written| println!("{written}"));
            Ok(())
        }
        Task::Sample(options) => sample::write(workspace.root(), &options).map(|report| println!("{report}")),
    }
}
