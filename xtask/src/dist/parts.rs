//! The app's module taken apart, so that no page waits for the code of another.
//!
//! The app says which functions are the way into a part (`src/parts.rs`); what only they reach moves out of the main module. See
//! `docs/decisions/0010-parts.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::Tools;
use super::asset::Asset;
use super::modules::{optimise, tool};
use crate::workspace::output;

/// How the names of parts begin.
pub const PREFIX: &str = "cairn-part";

/// The main module among the parts.
pub const MAIN: &str = "main.wasm";

/// Where the finished parts are.
const FOLDER: &str = "parts";

/// Takes the module at `source` apart into `folder`: the main module, the parts, and the JavaScript that loads them, for wasm-bindgen's
/// to find beside itself.
///
/// # Errors
/// When a tool fails, or the JavaScript asks for parts in another way than it is expected to.
pub fn split(tools: &Tools, source: &Path, folder: &Path) -> Result<()> {
    output(tool(tools, "split").arg(source).arg(folder))?;
    let files: BTreeMap<String, BTreeSet<String>> = serde_json::from_slice(&fs::read(folder.join("parts.json"))?)?;
    let link = folder.join("link.js");
    let mut loader = fs::read_to_string(&link)?;
    fs::create_dir(folder.join(FOLDER))?;
    // Code that several parts need, and only they, lies in a file of its own.
    for file in files.into_values().flatten().collect::<BTreeSet<_>>() {
        let source = folder.join(&file).with_extension("wasm");
        let small = source.with_extension("small");
        optimise(tools, &source, &small)?;
        let part = Asset::hashed(&format!("{PREFIX}-{file}"), "wasm", fs::read(&small)?);
        let asked = format!("\"./{file}.wasm\", import.meta.url)");
        let asks = format!("\"./{}\", import.meta.url), {{ integrity: \"{}\" }}", part.name, part.integrity());
        ensure!(loader.contains(&asked), "nothing loads the part {file}");
        loader = loader.replace(&asked, &asks);
        fs::write(folder.join(FOLDER).join(&part.name), &part.bytes)?;
    }
    Ok(fs::write(link, loader)?)
}

/// The parts that [`split`] left in `folder`.
///
/// # Errors
/// When they cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Asset>> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder.join(FOLDER))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parts.push(Asset::named(&name, fs::read(&path)?));
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}
