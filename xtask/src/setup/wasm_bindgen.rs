//! wasm-bindgen's test runner, in the version of the library that the app is built with. Building the app needs no more than
//! `xtask/bindgen`.

use std::fs;

use anyhow::{Context, Result};

use crate::progress::step;
use crate::workspace::{Workspace, output, run};

/// Installs it unless the right version is there: the two halves must be equal.
///
/// # Errors
/// When `Cargo.lock` names no wasm-bindgen, or cargo cannot build it.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    let lock = fs::read_to_string(workspace.root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let wanted = locked_version(&lock).context("Cargo.lock names no wasm-bindgen")?;
    let there = output(workspace.command("wasm-bindgen").arg("--version")).unwrap_or_default();
    if String::from_utf8_lossy(&there).trim() == format!("wasm-bindgen {wanted}") {
        return Ok(());
    }
    step(&format!("building wasm-bindgen {wanted}"), || {
        let mut cargo = workspace.command("cargo");
        cargo.args(["install", "wasm-bindgen-cli", "--version", wanted, "--force", "--root"]);
        cargo.arg(workspace.tools());
        // Built aside, and cleared away by cargo itself.
        cargo.env_remove("CARGO_TARGET_DIR");
        // It runs for a fraction of a second: compiling it quickly is what counts.
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))
    })
}

fn locked_version(lock: &str) -> Option<&str> {
    let (_, after) = lock.split_once("name = \"wasm-bindgen\"\nversion = \"")?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_says_which_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock), Some("0.2.130"));
        assert_eq!(locked_version(""), None);
    }
}
