//! Where everything is, and how the programs of the workshop are called.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::toolchain::Toolchain;

/// The clone that xtask works in.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    toolchain: Toolchain,
}

impl Workspace {
    /// The workspace that cargo started xtask from.
    ///
    /// # Errors
    /// When xtask was not started by cargo, or CAIRN_TOOLCHAIN names no toolchain.
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
        let root = Path::new(&manifest).parent().context("xtask lies in no workspace")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Ok(Self { target: root.join(target), toolchain: Toolchain::from_environment()?, root })
    }

    /// The clone's own folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds, and where xtask keeps what it need not make twice.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The Rust toolchain that everything is built with.
    pub fn toolchain(&self) -> Toolchain {
        self.toolchain
    }

    /// The same clone, built with another toolchain.
    pub fn with(self, toolchain: Toolchain) -> Self {
        Self { toolchain, ..self }
    }

    /// Tools that setup installs for this clone alone.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Where npm's packages are: tools to build and test with.
    pub fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// A program, run in the root, found among this clone's tools first and with the chosen toolchain before any other.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path()).env("CARGO_TARGET_DIR", &self.target);
        self.toolchain.prepare(&mut command);
        command
    }

    /// Whether [`Workspace::command`] would find this program.
    pub fn finds(&self, program: &str) -> bool {
        self.program(program).is_some()
    }

    /// The file that [`Workspace::command`] would run for this program.
    pub fn program(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path()).map(|folder| folder.join(program)).find(|file| file.is_file())
    }

    fn path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.tests().join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(self.toolchain.folder()).chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Runs a command to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started, or ends with anything but success.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", words(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", words(command));
    }
    Ok(())
}

/// Runs a command to its end and gives what it wrote to its standard output; its complaints are part of the error.
///
/// # Errors
/// As for [`run`].
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let done =
        command.stdin(Stdio::null()).output().with_context(|| format!("`{}` could not be started", words(command)))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        bail!("`{}` ended with {}\n{}", words(command), done.status, said.trim_end());
    }
    Ok(done.stdout)
}

/// The command as a person would type it.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let all: Vec<_> = [program].into_iter().chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    all.join(" ")
}
