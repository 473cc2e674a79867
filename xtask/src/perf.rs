//! `cargo xtask perf`: what the app costs beside hand-written pages that do the same work in the same browser, run by run in turns.
//! It measures and tells; nothing fails for being slow on a busy machine.

mod bytes;
mod rows;
mod statistics;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::args;
use crate::dist;
use crate::progress::{say, step};
use crate::test;
use crate::workspace::Workspace;

/// Measures, and prints the table.
///
/// # Errors
/// When the app does not build, or does not do what is measured.
pub fn measure(workspace: &Workspace, options: &args::Perf) -> Result<()> {
    let dist = match &options.dist {
        Some(folder) => std::path::absolute(folder)?,
        None => dist::build(workspace, &args::Dist::default())?.folder().to_owned(),
    };
    let results = results(workspace)?;
    let before = load()?;
    let count = step("measuring in Chromium", || test::perf(workspace, &dist, options))?;
    let after = load()?;
    println!("\n{}", bytes::table(&dist)?);
    println!("{}", rows::table(&results)?);
    let cores = std::thread::available_parallelism()?;
    println!("{cores} cores; their load before was {before}, and after {after} (one, five, fifteen minutes)\n");
    say(&format!("the single runs are in {}", results.display()));
    count.close()
}

/// Where the measurements are kept, without those of earlier runs.
fn results(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.tests().join("perf/results");
    dist::remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}

/// The machine's load averages, as Linux gives them: figures of a busy machine say little.
fn load() -> Result<String> {
    let path = Path::new("/proc/loadavg");
    if !path.exists() {
        return Ok("unknown".to_owned());
    }
    let text = fs::read_to_string(path).context("reading the load")?;
    Ok(text.split(' ').take(3).collect::<Vec<_>>().join(" "))
}
