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

/// From what is answered at once to what takes minutes.
const CHECKS: [Check; 10] = [
    ("sources are formatted", tools::format),
    ("modules of the app import in one direction", imports::check),
    ("nothing makes markup, styles or code from text", words::check),
    ("every word is there in every language", catalogue::check),
    ("crates depend in one direction, and pure ones on nothing of the browser's", crates::check),
    ("licences, sources and crates are allowed", tools::deny),
    ("the types of the browser tests hold", tools::types),
    ("clippy finds nothing in native code", tools::clippy),
    ("clippy finds nothing in the app", tools::clippy_wasm),
    ("the app is as small as it must be", sizes::check),
];

/// Runs every check, whatever the others say.
pub fn all(workspace: &Workspace) -> Count {
    let mut count = Count::default();
    for (promise, check) in CHECKS {
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
