//! `cargo xtask check`: everything that can be said of the sources and the built app without running them.

mod catalogue;
mod crates;
mod imports;
mod sizes;
mod source;
mod tools;
mod words;

use anyhow::Result;

use crate::count::Count;
use crate::progress::{say, step};
use crate::workspace::Workspace;

/// One check: what it makes sure of, and how.
type Check = (&'static str, fn(&Workspace) -> Result<()>);

/// Of the sources: from what is answered at once to what takes minutes.
const OF_SOURCES: [Check; 10] = [
    ("sources are formatted", tools::format),
    ("modules of the app import in one direction", imports::check),
    ("nothing makes markup, styles or code from text", words::check),
    ("every word is there in every language", catalogue::check),
    ("crates depend in one direction, and pure ones on nothing of the browser's", crates::check),
    ("licences, sources and crates are allowed", tools::deny),
    ("the types of the browser tests hold", tools::types),
    ("clippy finds nothing in native code", tools::clippy),
    ("what fuzzing tries fits what it tries", tools::clippy_fuzz),
    ("clippy finds nothing in the app", tools::clippy_wasm),
];

/// Of the built app.
const OF_THE_APP: [Check; 1] = [("the app is as small as it must be", sizes::check)];

/// Runs every check, whatever the others say.
pub fn all(workspace: &Workspace) -> Count {
    let mut count = of_sources(workspace);
    count += of_the_app(workspace);
    count
}

/// What can be said of the sources.
pub fn of_sources(workspace: &Workspace) -> Count {
    run(workspace, &OF_SOURCES)
}

/// What can be said of the built app; it is built if it was not.
pub fn of_the_app(workspace: &Workspace) -> Count {
    run(workspace, &OF_THE_APP)
}

fn run(workspace: &Workspace, checks: &[Check]) -> Count {
    let mut count = Count::default();
    for (promise, check) in checks {
        match step(promise, || check(workspace)) {
            Ok(()) => count += Count::PASSED,
            Err(problem) => {
                say(&format!("✗ {promise}\n{problem:#}\n"));
                count += Count::FAILED;
            }
        }
    }
    count
}
