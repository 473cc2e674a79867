//! `cargo xtask run`: the app with storage, as a school would serve it, on this computer alone.

use std::fs;
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::args;
use crate::dist;
use crate::progress::{say, step};
use crate::workspace::{Workspace, run};

/// An account to try storage with. It guards nothing: its server listens on this computer alone.
const NAME: &str = "demo";
const PASSWORD: &str = "stack-the-stones";

/// Builds everything and serves it until it is interrupted.
///
/// # Errors
/// When something does not build, or the server does not start.
pub fn serve(workspace: &Workspace, options: &args::Run) -> Result<()> {
    let report = dist::build(workspace, &options.dist)?;
    let cairn = build_server(workspace)?;
    let demo = workspace.target().join("demo");
    let accounts = demo.join("accounts");
    fs::create_dir_all(&demo).with_context(|| format!("making {}", demo.display()))?;
    add_account(&cairn, &accounts)?;

    let (base, port) = (&options.dist.base, options.port);
    println!("{report}\n");
    println!("Storage to try, in Settings: http://127.0.0.1:{port}{}", base.join(&format!("dav/{NAME}/")));
    println!(
        "  user {NAME}, password {PASSWORD}; Ctrl-C ends the server, and what it stored stays in {}",
        demo.display()
    );
    say("ready");
    let mut serve = Command::new(cairn);
    serve.args(["serve", "--port", &port.to_string(), "--base", &base.to_string(), "--dist"]).arg(report.folder());
    serve.arg("--data").arg(demo.join("data")).arg("--accounts").arg(accounts);
    // From here on this process is the server, so that it hears Ctrl-C itself.
    Err(serve.exec()).context("the server could not be started")
}

/// Builds the native `cairn` and says where it is.
///
/// # Errors
/// When it does not build.
pub fn build_server(workspace: &Workspace) -> Result<PathBuf> {
    step("compiling the server", || run(workspace.command("cargo").args(["build", "--package", "cli", "--locked"])))?;
    Ok(workspace.target().join("debug/cairn"))
}

fn add_account(cairn: &Path, accounts: &Path) -> Result<()> {
    let mut add = Command::new(cairn);
    add.args(["account", "add", NAME, "--replace", "--accounts"]).arg(accounts);
    let mut child = add.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().context("cairn could not be started")?;
    child.stdin.take().context("cairn does not listen")?.write_all(format!("{PASSWORD}\n").as_bytes())?;
    ensure!(child.wait()?.success(), "the account {NAME} could not be added");
    Ok(())
}
