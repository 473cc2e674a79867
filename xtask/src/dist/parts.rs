//! The app's module taken apart, so that no page waits for the code of another.
//!
//! The app says which functions are the way into a part (`src/parts.rs`); what only they reach moves out of the main module. See
//! `docs/decisions/0010-parts.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Tools;
use super::asset::{Asset, sha256};
use super::files;
use super::loader::{BEGINNING, loader};
use super::modules::{optimise, program, tool};
use crate::workspace::output;

/// How the names of parts begin.
pub const PREFIX: &str = "cairn-part";

/// How the name of the part begins that opens a portfolio.
pub const START: &str = "cairn-part-start-";

/// The main module among the parts.
pub const MAIN: &str = "main.wasm";

/// Where the splitter leaves the files with the code of parts.
const JOINED: &str = "joined";

/// Where the finished ones are.
const FINISHED: &str = "parts";

/// How parts are made: whoever changes the splitter or the loader gets others.
///
/// # Errors
/// When the splitter was not built.
pub fn recipe(tools: &Tools) -> Result<String> {
    Ok(format!("in parts by {}, loaded by {}, ", program(tools, "split")?, sha256(BEGINNING.as_bytes())))
}

/// Takes the module at `source` apart into `folder`: the main module, the parts, and the JavaScript that loads them, for wasm-bindgen's
/// to find beside itself.
///
/// # Errors
/// When a tool fails.
pub fn split(tools: &Tools, source: &Path, folder: &Path) -> Result<()> {
    output(tool(tools, "split").arg(source).arg(folder))?;
    fs::create_dir(folder.join(FINISHED))?;
    let mut finished = BTreeMap::new();
    for file in files::within(&folder.join(JOINED))? {
        let small = folder.join(FINISHED).join("small");
        optimise(tools, &folder.join(JOINED).join(&file), &small)?;
        let name = file.with_extension("").to_string_lossy().into_owned();
        let part = Asset::hashed(&format!("{PREFIX}-{name}"), "wasm", fs::read(&small)?);
        fs::rename(&small, folder.join(FINISHED).join(&part.name))?;
        finished.insert(name, part);
    }
    let needs: BTreeMap<String, Vec<String>> = serde_json::from_slice(&fs::read(folder.join("parts.json"))?)?;
    Ok(fs::write(folder.join("link.js"), loader(&finished, &needs))?)
}

/// The parts that [`split`] left in `folder`.
///
/// # Errors
/// When they cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Asset>> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder.join(FINISHED))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parts.push(Asset::named(&name, fs::read(&path)?));
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}
