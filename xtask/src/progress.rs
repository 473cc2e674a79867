//! Says what is being done, and how long it took.

use std::time::Instant;

use anyhow::{Context, Result};

/// Does one step of a task and reports it with its seconds. The step's name also stands in front of its error.
///
/// # Errors
/// The step's own.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("→ {name}");
    let start = Instant::now();
    let made = work().with_context(|| format!("while {name}"))?;
    eprintln!("✓ {name} ({:.1} s)", start.elapsed().as_secs_f64());
    Ok(made)
}
