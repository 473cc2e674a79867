//! Tests in Debian's Chromium.

use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::runner::{number_before, run};
use crate::args;
use crate::count::Count;
use crate::dist::{self, WORKERS};
use crate::progress::step;
use crate::run::build_server;
use crate::sample::{self, Size};
use crate::workspace::Workspace;

/// What `platform` does in a page and its workers, compiled to wasm and run in the browser (IndexedDB, OPFS, locks).
pub fn modules(workspace: &Workspace) -> Result<Count> {
    let mut cargo = workspace.command("cargo");
    cargo.args(["test", "--locked", "--package", WORKERS, "--test", "page", "--target", "wasm32-unknown-unknown"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // The driver starts a browser on a busy machine.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "180").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    let driver = workspace.program("chromedriver").context("chromedriver is missing: run `cargo xtask setup`")?;
    run(cargo.env("CHROMEDRIVER", driver), result_line)
}

/// The journeys of learners through the built app, served as in a school.
pub fn end_to_end(workspace: &Workspace, options: &args::EndToEnd) -> Result<Count> {
    let quick = options.quick;
    let report = dist::build(workspace, &args::Dist { quick, ..Default::default() })?;
    let below = args::Dist { quick, base: "/cairn/".parse()?, out: Some(workspace.target().join("xtask/below")) };
    let below = dist::build(workspace, &below)?;
    let cairn = build_server(workspace)?;
    let mut playwright = playwright(workspace, "e2e", &cairn, report.folder());
    playwright.env("CAIRN_DIST_BELOW", below.folder()).args(&options.playwright);
    run(&mut playwright, playwright_line)
}

/// Every place as a picture, and whether all of it can be read.
pub fn screens(workspace: &Workspace, options: &args::Screens) -> Result<Count> {
    let dist = given_or_built(workspace, options.dist.as_deref(), options.quick)?;
    let cairn = build_server(workspace)?;
    run(playwright(workspace, "screens-suite", &cairn, &dist).args(&options.playwright), playwright_line)
}

/// Real and hostile files through the whole app: in by the studio, seen in their places, out by the ZIP.
pub fn shared(workspace: &Workspace, options: &args::Shared, cairn: &Path) -> Result<Count> {
    let dist = given_or_built(workspace, options.dist.as_deref(), false)?;
    let files = path::absolute(&options.folder)?;
    run(playwright(workspace, "shared-suite", cairn, &dist).env("CAIRN_SHARED", files), playwright_line)
}

fn given_or_built(workspace: &Workspace, given: Option<&Path>, quick: bool) -> Result<PathBuf> {
    match given {
        Some(folder) => Ok(path::absolute(folder)?),
        None => Ok(dist::build(workspace, &args::Dist { quick, ..Default::default() })?.folder().to_owned()),
    }
}

/// What the app at `dist` takes beside the floor pages; the tests keep their rows in `tests/perf/results`.
pub fn perf(workspace: &Workspace, dist: &Path, options: &args::Perf) -> Result<Count> {
    let cairn = build_server(workspace)?;
    let decade = workspace.target().join("xtask/ten-years.zip");
    let sample = args::Sample { size: Size::TenYears, out: Some(decade.clone()) };
    step("making ten years of work", || sample::write(workspace.root(), &sample))?;
    let mut playwright = playwright(workspace, "perf", &cairn, dist);
    playwright.env("CAIRN_DECADE", decade).env("CAIRN_PERF_RUNS", options.runs.to_string()).args(&options.playwright);
    run(&mut playwright, playwright_line)
}

/// Playwright with one folder of tests, the server and the app that it serves.
fn playwright(workspace: &Workspace, suite: &str, cairn: &Path, dist: &Path) -> Command {
    let mut playwright = workspace.command("playwright");
    playwright.current_dir(workspace.tests()).args(["test", "--config", suite]);
    playwright.env("CAIRN", cairn).env("CAIRN_DIST", dist);
    playwright
}

/// Reads the line with which wasm-bindgen's runner ends each file, as cargo's own does.
fn result_line(line: &str) -> Option<Count> {
    let counts = line.strip_prefix("test result: ")?;
    Some(Count { passed: number_before(counts, "passed"), failed: number_before(counts, "failed") })
}

/// Reads one of Playwright's closing lines: `12 passed (30.1s)`, `1 failed`, `2 did not run`.
fn playwright_line(line: &str) -> Option<Count> {
    let (number, word) = line.trim().split_once(' ')?;
    let number = number.parse().ok()?;
    match word.split(' ').next()? {
        "passed" => Some(Count { passed: number, failed: 0 }),
        "failed" | "flaky" | "interrupted" | "did" => Some(Count { passed: 0, failed: number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let result = "test result: ok. 3 passed; 1 failed; 0 ignored; 0 filtered out";
        assert_eq!(result_line(result), Some(Count { passed: 3, failed: 1 }));
        assert_eq!(playwright_line("  12 passed (30.1s)"), Some(Count { passed: 12, failed: 0 }));
        assert_eq!(playwright_line("  2 did not run"), Some(Count { passed: 0, failed: 2 }));
        assert_eq!(playwright_line("  ✓  1 passed.spec.ts"), None);
    }
}
