//! The service worker, told which files make up this version of the app.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::Tools;
use super::asset::{Asset, sha256};
use super::script::{Kind, minify};

/// Its name in `public/` and in the built app: browsers look for a new version under the old name.
pub const SERVICE_WORKER: &str = "service-worker.js";

/// Fetched when a learner asks for it, not kept for everyone.
const FETCHED_WHEN_ASKED: [&str; 1] = ["zip"];

/// Puts the list of the app's files, each with its SHA-256, in front of the service worker's script.
///
/// # Errors
/// When the script cannot be read or understood.
pub fn service_worker(tools: &Tools, assets: &[Asset]) -> Result<Asset> {
    let source = tools.workspace.root().join("public").join(SERVICE_WORKER);
    let script = fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
    let kept = assets.iter().filter(|asset| !FETCHED_WHEN_ASKED.contains(&extension(&asset.name)));
    let files: Map<_, _> = kept.map(|asset| (asset.name.clone(), Value::from(sha256(&asset.bytes)))).collect();
    let told = format!("const FILES = {};\n{script}", Value::from(files));
    Ok(Asset::named(SERVICE_WORKER, minify(tools, Kind::Script, told.as_bytes())?))
}

/// What follows the last dot of a name.
pub fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}
