//! A `.br` and a `.gz` beside each file that gets smaller by it, so that no server compresses anything twice.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Tools;
use super::asset::Asset;
use super::precache::extension;
use crate::workspace::output;

/// Node has brotli built in; a compressor in Rust would cost every fresh clone its compile time.
const SCRIPT: &str = "xtask/src/dist/compress.mjs";

/// Everything else (pictures, ZIP files) is compressed by its own format.
const COMPRESSIBLE: [&str; 9] = ["html", "js", "css", "wasm", "json", "svg", "webmanifest", "txt", "csv"];

/// Bytes that travel, by encoding.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// With brotli.
    pub br: usize,
    /// With gzip.
    pub gz: usize,
}

/// Writes the compressed copies of `asset` beside it; `None` when it has none.
///
/// # Errors
/// When node or the disk fails.
pub fn beside(tools: &Tools, asset: &Asset, path: &Path) -> Result<Option<Sizes>> {
    if tools.quick || !COMPRESSIBLE.contains(&extension(&asset.name)) {
        return Ok(None);
    }
    let made = tools.cache.folder("brotli 11, gzip 9", &asset.bytes, |made| {
        output(tools.workspace.command("node").arg(SCRIPT).arg(path).arg(made)).map(drop)
    })?;
    let copy = |encoding: &str| -> Result<usize> {
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(encoding);
        Ok(usize::try_from(fs::copy(made.join(encoding), name)?)?)
    };
    Ok(Some(Sizes { br: copy("br")?, gz: copy("gz")? }))
}
