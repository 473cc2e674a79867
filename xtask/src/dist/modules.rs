//! The wasm modules: the app itself, and one for each worker, with the JavaScript that joins them to the browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Tools;
use super::asset::{Asset, sha256};
use super::{names, parts, script};
use crate::progress::step;
use crate::workspace::{output, run};

/// The app's package, and its binary.
pub const APP: &str = "cairn-app";

/// The package whose binaries are the workers.
pub const WORKERS: &str = "workers";

const TARGET: &str = "wasm32-unknown-unknown";

/// wasm-bindgen has to have the very version of the library in the app, and the splitter that of its macro: all stand in `Cargo.lock`.
const BUILD_TOOLS: [&str; 8] =
    ["build", "--locked", "--package", "bindgen", "--package", "shorten", "--package", "split"];
/// Of these, what a build for looking at needs.
const QUICK_TOOLS: usize = 4;

/// What wasm-opt may use: what every browser understands. `--all-features` would emit imports that Chromium refuses.
const WASM_OPT: [&str; 9] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The app or one of its workers, ready to be served.
pub struct Module {
    /// The binary's name.
    pub name: String,
    /// Its JavaScript: an ES module whose default export starts it.
    pub glue: Asset,
    /// Its code, or what of it is needed at once.
    pub wasm: Asset,
    /// Code that its JavaScript loads when it is first needed.
    pub parts: Vec<Asset>,
}

/// Builds the app and its workers.
///
/// # Errors
/// When cargo, wasm-bindgen, wasm-opt or esbuild fails.
pub fn build(tools: &Tools) -> Result<Vec<Module>> {
    let profile = if tools.quick { "quick" } else { "web" };
    let names = names(tools)?;
    step(&format!("compiling the app to wasm (profile {profile})"), || compile(tools, profile))?;
    let needed = if tools.quick { &BUILD_TOOLS[..QUICK_TOOLS] } else { &BUILD_TOOLS };
    step("compiling what joins it to the browser", || run(tools.workspace.command("cargo").args(needed)))?;
    let folder = tools.workspace.target().join(TARGET).join(profile);
    let modules = names
        .into_iter()
        .map(|name| step(&format!("preparing {name} for the browser"), || prepare(tools, &folder, name.clone())));
    modules.collect()
}

/// Compiles the modules, all at once: what they share is compiled once, and the workers are linked beside the app.
fn compile(tools: &Tools, profile: &str) -> Result<()> {
    let mut cargo = tools.workspace.command("cargo");
    cargo.args(["build", "--package", APP, "--package", WORKERS, "--bins", "--target", TARGET, "--locked"]);
    cargo.args(["--profile", profile]);
    if !tools.quick {
        cargo.arg(format!("--features={APP}/split"));
    }
    // Leptos then boxes its views: fewer types, so less code in less time.
    run(cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg erase_components"))
}

/// The binaries, the app itself first.
fn names(tools: &Tools) -> Result<Vec<String>> {
    let mut cargo = tools.workspace.command("cargo");
    let answer = output(cargo.args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: Value = serde_json::from_slice(&answer).context("cargo metadata is not JSON")?;
    let targets = metadata["packages"].as_array().into_iter().flatten();
    let targets = targets
        .filter(|package| package["name"] == APP || package["name"] == WORKERS)
        .flat_map(|package| package["targets"].as_array());
    let binaries = targets.flatten().filter(|target| target["kind"][0] == "bin");
    let mut names: Vec<String> = binaries.filter_map(|target| target["name"].as_str().map(str::to_owned)).collect();
    ensure!(names.iter().any(|name| name == APP), "the package {APP} has no binary of its name");
    names.sort_by_key(|name| (name != APP, name.clone()));
    Ok(names)
}

fn prepare(tools: &Tools, folder: &Path, name: String) -> Result<Module> {
    let source = folder.join(&name).with_extension("wasm");
    let code = fs::read(&source).with_context(|| format!("reading {}", source.display()))?;
    let early = name == APP;
    let in_parts = early && !tools.quick;
    let how = if tools.quick { "as it is".into() } else { names::recipe(tools)? + &WASM_OPT.join(" ") };
    let apart = if in_parts { parts::recipe(tools)? } else { String::new() };
    let how = format!("wasm-bindgen {name}, {apart}{how}");
    let made = tools.cache.folder(&how, &code, |made| {
        if in_parts {
            parts::split(tools, &source, made)?;
            output(tool(tools, "bindgen").arg(made.join(parts::MAIN)).arg(made).arg("in-parts"))?;
        } else {
            output(tool(tools, "bindgen").arg(&source).arg(made))?;
        }
        let (joined, result) = (made.join("module_bg.wasm"), made.join("module.wasm"));
        if tools.quick {
            script::bundle(tools, &made.join("module.js"), &made.join("glue.js"), &[])?;
            return fs::rename(joined, result).context("keeping the module");
        }
        names::shorten(tools, made)?;
        optimise(tools, &made.join("shortened.wasm"), &result)
    })?;
    let glue = Asset::hashed(&name, "js", fs::read(made.join("glue.js"))?);
    let wasm = Asset::hashed(&name, "wasm", fs::read(made.join("module.wasm"))?);
    let parts = if in_parts { parts::read(&made)? } else { Vec::new() };
    Ok(Module { name, glue: Asset { early, ..glue }, wasm: Asset { early, ..wasm }, parts })
}

/// A program of this workspace that was compiled for the build.
pub fn tool(tools: &Tools, name: &str) -> Command {
    tools.workspace.command(tools.workspace.target().join("debug").join(name))
}

/// The hash of such a program, by which one knows results that another version of it made.
///
/// # Errors
/// When it was not built.
pub fn program(tools: &Tools, name: &str) -> Result<String> {
    let tool = tool(tools, name);
    let program = Path::new(tool.get_program());
    Ok(sha256(&fs::read(program).with_context(|| format!("reading {}", program.display()))?))
}

/// The same module in fewer bytes.
pub fn optimise(tools: &Tools, source: &Path, result: &Path) -> Result<()> {
    output(tools.workspace.command("wasm-opt").args(WASM_OPT).arg("-o").arg(result).arg(source)).map(drop)
}
