//! Which toolchain to use, where that was left open.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::{apt, wasm_std};
use crate::progress::step;
use crate::toolchain::Toolchain;
use crate::workspace::Workspace;

/// Where rustup's hosts cannot be reached it would wait for minutes.
const PATIENCE: Duration = Duration::from_secs(90);

/// The workspace with a toolchain that can be made to build wasm.
///
/// # Errors
/// When there is no way to one here.
pub fn choose(workspace: Workspace) -> Result<Workspace> {
    match workspace.toolchain() {
        Toolchain::Debian => Ok(workspace),
        Toolchain::Rustup => {
            if !wasm_std::works(&workspace) {
                step("rustup target add wasm32-unknown-unknown", || add_target(&workspace))?;
            }
            Ok(workspace)
        }
        Toolchain::Auto => find(workspace),
    }
}

/// What is there comes first, then rustup, then Debian's packages.
fn find(workspace: Workspace) -> Result<Workspace> {
    if wasm_std::works(&workspace) {
        return Ok(workspace);
    }
    let debian = workspace.with(Toolchain::Debian);
    if wasm_std::works(&debian) {
        return Ok(debian);
    }
    let workspace = debian.with(Toolchain::Auto);
    let refused = step("rustup target add wasm32-unknown-unknown", || add_target(&workspace));
    match refused {
        Ok(()) => Ok(workspace),
        Err(_) if apt::is_usable() => Ok(workspace.with(Toolchain::Debian)),
        Err(problem) => Err(problem.context(
            "there is no standard library for wasm32-unknown-unknown. Install rustup and run \
             `rustup target add wasm32-unknown-unknown`; on Debian 12, run this as root",
        )),
    }
}

fn add_target(workspace: &Workspace) -> Result<()> {
    let mut rustup = workspace.command("rustup");
    rustup.args(["target", "add", "wasm32-unknown-unknown"]).stdin(Stdio::null());
    let mut child = rustup.spawn().context("rustup could not be started")?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => bail!("rustup ended with {status}"),
            None => sleep(Duration::from_millis(100)),
        }
    }
    child.kill()?;
    child.wait()?;
    bail!("rustup was still waiting after {} s", PATIENCE.as_secs())
}
