//! The standard library for wasm32. Debian ships its source; it is built once.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure as must};

use crate::progress::step;
use crate::toolchain::Toolchain;
use crate::workspace::{Workspace, output, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Linked by every probe: it needs an allocator, formatting and the linker.
const PROBE: &str = "#[unsafe(no_mangle)] pub fn probe(n: u32) -> usize { format!(\"{n}\").len() }\n";

/// Builds the library where Debian's toolchain lacks it, or has one of another version.
///
/// # Errors
/// When it cannot be built, or does not work once it is there.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    if workspace.toolchain() != Toolchain::Debian || works(workspace) {
        return Ok(());
    }
    step("building Rust's standard library for wasm32", || build(workspace))?;
    must!(works(workspace), "Rust's standard library for wasm32 was built, but a program does not link with it");
    Ok(())
}

/// Whether a program for wasm32 compiles and links.
pub fn works(workspace: &Workspace) -> bool {
    let compile = || -> Result<()> {
        let folder = workspace.target().join("xtask/probe");
        fs::create_dir_all(&folder)?;
        let source = folder.join("probe.rs");
        fs::write(&source, PROBE)?;
        let mut rustc = workspace.command("rustc");
        rustc.args(["--edition", "2024", "--crate-type", "cdylib", "--target", TARGET]).arg(&source);
        output(rustc.arg("-o").arg(folder.join("probe.wasm"))).map(drop)
    };
    compile().is_ok()
}

fn build(workspace: &Workspace) -> Result<()> {
    let sysroot = sysroot(workspace)?;
    link_linker(workspace, &sysroot)?;
    let seed = workspace.target().join("xtask/wasm-std");
    write_empty_crate(&seed)?;
    let mut cargo = workspace.command("cargo");
    // `test` is for wasm-bindgen-test. The sorts that are made for speed weigh ten times those that are made for size.
    cargo.args(["build", "-Zbuild-std=std,panic_abort,test", "-Zbuild-std-features=optimize_for_size"]);
    cargo.args(["--release", "--target", TARGET]).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z");
    // Without bitcode a build with `lto = "fat"` would fail.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(cargo.env("CARGO_TARGET_DIR", seed.join("target")).current_dir(&seed))?;
    let built = seed.join("target").join(TARGET).join("release/deps");
    install(&built, &sysroot.join("lib/rustlib").join(TARGET).join("lib"))?;
    forget(&seed)?;
    // What was built with the library that was there before cannot be used with this one.
    forget(&workspace.target().join(TARGET))
}

fn sysroot(workspace: &Workspace) -> Result<PathBuf> {
    let said = output(workspace.command("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(String::from_utf8(said)?.trim()))
}

/// rustc looks for the linker under the name that rustup gives it.
fn link_linker(workspace: &Workspace, sysroot: &Path) -> Result<()> {
    let said = String::from_utf8(output(workspace.command("rustc").arg("-vV"))?)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say its host")?;
    let folder = sysroot.join("lib/rustlib").join(host).join("bin");
    fs::create_dir_all(&folder)?;
    match symlink("/usr/bin/lld-22", folder.join("rust-lld")) {
        Err(problem) if problem.kind() != ErrorKind::AlreadyExists => Err(problem).context("linking rust-lld"),
        _ => Ok(()),
    }
}

/// A crate of its own, outside this workspace, that needs nothing.
fn write_empty_crate(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"seed\"\nedition = \"2024\"\n\n[workspace]\n")?;
    Ok(fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?)
}

fn install(built: &Path, library: &Path) -> Result<()> {
    forget(library)?;
    fs::create_dir_all(library).with_context(|| format!("making {}", library.display()))?;
    for entry in fs::read_dir(built).with_context(|| format!("reading {}", built.display()))? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let own = name.to_string_lossy().starts_with("libseed");
        if !own && path.extension().is_some_and(|extension| extension == "rlib") {
            fs::copy(&path, library.join(name)).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}

fn forget(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(problem) if problem.kind() != ErrorKind::NotFound => Err(problem).context("removing old files"),
        _ => Ok(()),
    }
}
