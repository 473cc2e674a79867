//! `cargo xtask dist`: the app as a folder of files that any web server can serve.
//!
//! Names carry a hash of their content, taken after the last tool has touched it, so that one name never means two things and may be
//! kept for ever. See `docs/decisions/0001-no-trunk.md` for why no bundler does this.

mod asset;
mod base;
mod cache;
mod compress;
pub mod files;
mod loader;
mod modules;
mod names;
mod page;
mod parts;
mod precache;
mod public;
mod report;
mod script;
mod styles;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::args;
use crate::progress::step;
use crate::sample;
use crate::workspace::Workspace;

pub use base::Base;
pub use modules::{APP, WORKERS};
pub use parts::{PREFIX as PART, START};
pub use report::Report;

use asset::Asset;
use cache::Cache;
use page::Page;

/// Builds the app as `options` say.
///
/// # Errors
/// When a tool fails or a source file is not as it should be.
pub fn build(workspace: &Workspace, options: &args::Dist) -> Result<Report> {
    let tools = Tools { workspace, cache: Cache::open(workspace)?, quick: options.quick };
    let modules = modules::build(&tools)?;
    let styles = step("joining the style sheets", || styles::build(&tools))?;
    let public = step("preparing the scripts and files of public/", || public::read(&tools))?;
    let page = Page { base: &options.base, modules: &modules, styles: &styles, scripts: &public.scripts };
    let mut assets = vec![page.build(workspace)?];
    for module in modules {
        assets.extend([module.glue, module.wasm]);
        assets.extend(module.parts);
    }
    assets.push(styles);
    assets.extend(public.scripts.into_iter().map(|script| script.asset));
    assets.extend(public.files);
    let sample = step("making the sample portfolio", || sample::bundled(workspace.root()))?;
    assets.push(Asset::named(sample::NAME, sample));
    assets.push(precache::service_worker(&tools, &assets)?);
    let out = options.out.clone().unwrap_or_else(|| workspace.root().join("dist"));
    let report = step("compressing and writing the files", || write(&tools, options, &assets, &out))?;
    tools.cache.forget_old()?;
    Ok(report)
}

/// What every part of the build works with.
struct Tools<'a> {
    workspace: &'a Workspace,
    cache: Cache,
    quick: bool,
}

/// Writes everything beside the old build first, and puts it in its place at the end.
fn write(tools: &Tools, options: &args::Dist, assets: &[Asset], out: &Path) -> Result<Report> {
    let new = out.with_extension("new");
    remove(&new)?;
    let mut report = Report::new(options, out);
    for asset in assets {
        let path = new.join(&asset.name);
        fs::create_dir_all(path.parent().unwrap_or(&new))?;
        fs::write(&path, &asset.bytes).with_context(|| format!("writing {}", path.display()))?;
        let sizes = compress::beside(tools, asset, &path)?;
        report.add(asset, sizes);
    }
    fs::write(new.join("build.json"), report.json())?;
    remove(out)?;
    fs::rename(&new, out).with_context(|| format!("moving the build to {}", out.display()))?;
    Ok(report)
}

/// Removes a folder with all that is in it, if it is there.
///
/// # Errors
/// When the disk refuses.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(problem) if problem.kind() != std::io::ErrorKind::NotFound => {
            Err(problem).with_context(|| format!("removing {}", folder.display()))
        }
        _ => Ok(()),
    }
}
