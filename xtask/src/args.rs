//! What can be asked of xtask.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::dist::Base;
use crate::sample::Size;
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
    /// Build the app and serve it on this computer, with storage to try
    Run(Run),
    /// Build the app into a folder that any web server can serve
    Dist(Dist),
    /// Check and test everything; ends with `N passed, N failed`
    Test,
    /// Test journeys through the built app in Chromium
    #[command(name = "e2e")]
    EndToEnd(EndToEnd),
    /// Test the app's browser side in Chromium: IndexedDB, OPFS, locks
    Wasm,
    /// Take pictures of every place, and fail on sideways scrolling and text that is cut off
    Screens(Screens),
    /// Check the sources, and the sizes of the built app
    Check,
    /// Measure the app beside hand-written pages that do the same work
    Perf(Perf),
    /// Check what reads files over a folder of real and hostile ones
    Shared(Shared),
    /// Give what reads learners' files what nobody would write, and keep what breaks it
    Fuzz(Fuzz),
    /// Write the bundled framework as a CASE package, from content/
    Framework,
    /// Make the portfolio of a made-up learner, from content/
    Sample(Sample),
}

/// What to install for.
#[derive(Args)]
pub struct Setup {
    /// What it is for
    #[arg(long = "for", value_enum, value_name = "TASK", default_value_t = Need::Test)]
    pub need: Need,
}

/// How to build and serve the app.
#[derive(Args)]
pub struct Run {
    /// How to build it
    #[command(flatten)]
    pub dist: Dist,

    /// Port to listen on
    #[arg(long, value_name = "N", default_value_t = 8087)]
    pub port: u16,
}

/// How to build the app.
#[derive(Args, Clone, Default)]
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

/// Which journeys to test, and how.
#[derive(Args, Default)]
pub struct EndToEnd {
    /// Build for a look while working, as `dist --quick` does
    #[arg(long)]
    pub quick: bool,

    /// Words for Playwright, such as a part of a file's name, or `--headed`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub playwright: Vec<String>,
}

/// Which app to take pictures of.
#[derive(Args, Default)]
pub struct Screens {
    /// A built app; without it one is built
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,

    /// Build for a look while working, as `dist --quick` does
    #[arg(long, conflicts_with = "dist")]
    pub quick: bool,

    /// Words for Playwright, such as a part of a test's name
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub playwright: Vec<String>,
}

/// What to measure.
#[derive(Args)]
pub struct Perf {
    /// A built app; without it one is built
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,

    /// How often each thing is measured
    #[arg(long, value_name = "N", default_value_t = 11, value_parser = clap::value_parser!(u32).range(9..))]
    pub runs: u32,

    /// Words for Playwright, such as a part of a file's name: `start`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub playwright: Vec<String>,
}

/// What to check against.
#[derive(Args)]
pub struct Shared {
    /// The folder, with `frameworks`, `evidence` and `hostile` in it
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// A built app; without it one is built
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,
}

/// What to fuzz.
#[derive(Args)]
pub struct Fuzz {
    /// One of the files in `fuzz/src/targets`, by its name [default: each of them]
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,

    /// How long each target is tried
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    pub seconds: u32,
}

/// Which sample to make.
#[derive(Args)]
pub struct Sample {
    /// How much there is in it
    #[arg(long, value_enum, default_value_t = Size::Small)]
    pub size: Size,

    /// The ZIP to write [default: target/cairn-sample.zip]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
