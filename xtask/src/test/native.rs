//! Tests that need no browser: each in a process of its own, by nextest.

use std::env;

use anyhow::Result;

use super::runner::{number_before, run};
use crate::count::Count;
use crate::workspace::Workspace;

/// How many stories each law is told in CI; elsewhere proptest's own number will do.
const STORIES: &str = "10000";

/// The laws of merging, as nextest's filter has them.
const LAWS: &str = "binary(laws)";

/// Everything but the laws.
pub fn all(workspace: &Workspace) -> Result<Count> {
    let mut cargo = workspace.command("cargo");
    run(cargo.args(["nextest", "run", "--locked", "--no-fail-fast", "-E", &format!("not {LAWS}")]), summary)
}

/// The laws, at length in CI.
pub fn laws(workspace: &Workspace) -> Result<Count> {
    let mut cargo = workspace.command("cargo");
    if env::var_os("CI").is_some() {
        cargo.env("PROPTEST_CASES", STORIES);
    }
    run(cargo.args(["nextest", "run", "--locked", "--no-fail-fast", "-E", LAWS]), summary)
}

/// Reads nextest's last line: `Summary [ 3.2s] 50 tests run: 49 passed (1 slow), 1 failed, 0 skipped`.
fn summary(line: &str) -> Option<Count> {
    let (_, counts) = line.split_once("run: ").filter(|_| line.trim_start().starts_with("Summary"))?;
    let number = |word| number_before(counts, word);
    Some(Count { passed: number("passed"), failed: number("failed") + number("timed") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_read() {
        let line = "     Summary [   3.206s] 52 tests run: 49 passed (1 slow), 2 failed, 1 timed out, 0 skipped";
        assert_eq!(summary(line), Some(Count { passed: 49, failed: 3 }));
        assert_eq!(summary("        PASS [   0.004s] (1/1) a test run: 3 passed"), None);
    }
}
