//! `cargo xtask test`: everything, and one closing line.

mod browser;
mod native;
mod runner;

use std::thread;

use anyhow::Result;

use crate::args;
use crate::check;
use crate::count::Count;
use crate::dist;
use crate::progress::{say, step};
use crate::workspace::Workspace;

pub use browser::{perf, screens, shared};

/// One runner of tests: what it is about, and how it is started.
type Runner = (&'static str, fn(&Workspace) -> Result<Count>);

/// What needs no built app.
const OF_SOURCES: [Runner; 3] = [
    ("testing the crates and their servers", native::all),
    ("testing the laws of merging at length", native::laws),
    ("testing the app's browser side in Chromium", browser::modules),
];

const OF_THE_APP: [Runner; 1] =
    [("testing journeys in Chromium", |workspace| browser::end_to_end(workspace, &args::EndToEnd::default()))];

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

/// Runs all checks and all tests, whatever the others say. What needs no built app runs while that is built: one core links it for
/// minutes, and no other can help.
///
/// # Errors
/// When any of them failed.
pub fn all(workspace: &Workspace) -> Result<()> {
    let mut count = thread::scope(|scope| {
        scope.spawn(|| {
            if let Err(problem) = dist::build(workspace, &args::Dist::default()) {
                // It is not counted: whatever needs the app tries once more, and fails.
                say(&format!("✗ {problem:#}"));
            }
        });
        let mut count = check::of_sources(workspace);
        count += run(workspace, &OF_SOURCES);
        count
    });
    count += check::of_the_app(workspace);
    count += run(workspace, &OF_THE_APP);
    count.close()
}

fn run(workspace: &Workspace, runners: &[Runner]) -> Count {
    let mut count = Count::default();
    for (name, run) in runners {
        count += step(name, || run(workspace)).unwrap_or_else(|problem| {
            say(&format!("✗ {problem:#}"));
            Count::FAILED
        });
    }
    count
}
