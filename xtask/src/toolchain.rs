//! Which Rust builds Cairn.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

/// Where cargo, rustc and the standard library for wasm32 come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// Debian's packages, called by path, so that rustup is never asked for anything.
    Debian,
    /// The one that is active under rustup.
    Rustup,
    /// Whatever is there; setup finds out what has to be added.
    Auto,
}

impl Toolchain {
    /// The choice made by `CAIRN_TOOLCHAIN`; `auto` when nothing was chosen.
    ///
    /// # Errors
    /// When it names no toolchain.
    pub fn from_environment() -> Result<Self> {
        match env::var("CAIRN_TOOLCHAIN").as_deref() {
            Ok("debian") => Ok(Self::Debian),
            Ok("rustup") => Ok(Self::Rustup),
            Ok("auto" | "") | Err(env::VarError::NotPresent) => Ok(Self::Auto),
            Ok(other) => bail!("CAIRN_TOOLCHAIN is `debian`, `rustup` or `auto`, not `{other}`"),
            Err(problem) => bail!("CAIRN_TOOLCHAIN cannot be read: {problem}"),
        }
    }

    /// The folder of its programs, when they must come before all others.
    pub fn folder(self) -> Option<PathBuf> {
        (self == Self::Debian).then(|| PathBuf::from("/usr/bin"))
    }

    /// Takes out of a command's environment what another toolchain put there.
    pub fn prepare(self, command: &mut Command) {
        if self == Self::Debian {
            for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "CARGO"] {
                command.env_remove(name);
            }
        }
    }
}
