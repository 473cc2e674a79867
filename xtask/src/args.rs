//! What can be asked of xtask.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::dist::Base;
use crate::setup::Need;

/// Every task a developer of Cairn runs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Xtask {
    /// The one thing to do.
    #[command(subcommand)]
    pub task: Task,
}

/// The tasks, one a file.
#[derive(Subcommand)]
pub enum Task {
    /// Install what building and testing need; the other tasks do it by themselves
    Setup(Setup),
    /// Build the app into a folder that any web server can serve
    Dist(Dist),
    /// Write the bundled framework as a CASE package, from content/
    Framework,
}

/// What to install for.
#[derive(Args)]
pub struct Setup {
    /// What it is for
    #[arg(long = "for", value_enum, value_name = "TASK", default_value_t = Need::Test)]
    pub need: Need,
}

/// How to build the app.
#[derive(Args, Clone)]
pub struct Dist {
    /// The path the app will live under on its origin
    #[arg(long, value_name = "PATH", default_value_t = Base::default())]
    pub base: Base,

    /// Build for a look while working: larger and slower, but ready in seconds
    #[arg(long)]
    pub quick: bool,

    /// The folder to build into [default: dist]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
