//! Debian's packages, on Debian 12 as root.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use anyhow::{Context, Result};

use crate::progress::step;
use crate::workspace::{Workspace, output};

/// Another apt may be at work; wait for it rather than fail.
const WAIT_FOR_LOCK: &str = "DPkg::Lock::Timeout=400";

/// Whether packages can be installed here without asking anybody.
pub fn is_usable() -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let says = |line: &str| system.lines().any(|there| there == line);
    let root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    root && says("ID=debian") && says("VERSION_ID=\"12\"")
}

/// Whether a package is installed.
pub fn has(workspace: &Workspace, package: &str) -> bool {
    let mut query = workspace.command("dpkg-query");
    let status = output(query.args(["--show", "--showformat=${db:Status-Status}", package]));
    status.is_ok_and(|status| status == b"installed")
}

/// Installs packages.
///
/// # Errors
/// When apt fails.
pub fn install(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    step("reading Debian's package lists", || apt(workspace, &["update"]))?;
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    step(&format!("installing {}", packages.join(" ")), || apt(workspace, &install))
}

fn apt(workspace: &Workspace, words: &[&str]) -> Result<()> {
    let mut apt = workspace.command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-o", WAIT_FOR_LOCK]).args(words);
    output(&mut apt).map(drop).context("apt-get failed")
}
