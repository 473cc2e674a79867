//! `cargo xtask test`: everything, and one closing line.

mod browser;
mod native;
mod runner;

use anyhow::Result;

use crate::args;
use crate::check;
use crate::count::Count;
use crate::progress::{say, step};
use crate::workspace::Workspace;

pub use browser::{perf, screens, shared};

/// One runner of tests: what it is about, and how it is started.
type Runner = (&'static str, fn(&Workspace) -> Result<Count>);

const RUNNERS: [Runner; 4] = [
    ("testing the crates and their servers", native::all),
    ("testing the laws of merging at length", native::laws),
    ("testing the app's browser side in Chromium", browser::modules),
    ("testing journeys in Chromium", |workspace| browser::end_to_end(workspace, &args::EndToEnd::default())),
];

/// The journeys alone.
///
/// # Errors
/// When one of them failed.
pub fn end_to_end(workspace: &Workspace, options: &args::EndToEnd) -> Result<()> {
    step("testing journeys in Chromium", || browser::end_to_end(workspace, options))?.close()
}

/// The app's browser side alone.
///
/// # Errors
/// When a test failed.
pub fn modules(workspace: &Workspace) -> Result<()> {
    step("testing the app's browser side in Chromium", || browser::modules(workspace))?.close()
}

/// Runs all checks and all tests, whatever the others say.
///
/// # Errors
/// When any of them failed.
pub fn all(workspace: &Workspace) -> Result<()> {
    let mut count = check::all(workspace);
    for (name, run) in RUNNERS {
        count += step(name, || run(workspace)).unwrap_or_else(|problem| {
            say(&format!("✗ {problem:#}"));
            Count::FAILED
        });
    }
    count.close()
}
