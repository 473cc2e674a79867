//! Checks that other programs make.

use anyhow::Result;

use crate::dist::{APP, WORKERS};
use crate::workspace::{Workspace, output, run};

/// rustfmt.
pub fn format(workspace: &Workspace) -> Result<()> {
    run(workspace.command("cargo").args(["fmt", "--all", "--check"]))
}

/// cargo-deny, without what it would have to ask the network for.
pub fn deny(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    output(cargo.args(["deny", "--offline", "check", "bans", "licenses", "sources"])).map(drop)
}

/// TypeScript over everything that drives the browser.
pub fn types(workspace: &Workspace) -> Result<()> {
    run(workspace.command("tsc").args(["--noEmit", "--project", "."]).current_dir(workspace.tests()))
}

/// Clippy over the native crates and their tests.
pub fn clippy(workspace: &Workspace) -> Result<()> {
    run(workspace.command("cargo").args(["clippy", "--quiet", "--locked", "--all-targets", "--", "-D", "warnings"]))
}

/// Clippy over the fuzzing targets, without their engine: a workspace of its own, which nothing else compiles.
pub fn clippy_fuzz(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    cargo.args(["clippy", "--quiet", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--", "-D", "warnings"]);
    run(&mut cargo)
}

/// Clippy over the app as the browser gets it, with a configuration that knows what is missing there.
pub fn clippy_wasm(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    cargo.args([
        "clippy",
        "--quiet",
        "--locked",
        "--package",
        APP,
        "--package",
        "platform",
        "--package",
        WORKERS,
        "--all-targets",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
    run(cargo.env("CLIPPY_CONF_DIR", workspace.root().join("src")))
}
