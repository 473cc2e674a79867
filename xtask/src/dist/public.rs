//! What lies ready in `public/`: scripts, which are made small and named by their content, and files served as they are.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::asset::Asset;
use super::precache::SERVICE_WORKER;
use super::script::{Kind, minify};
use super::{Tools, files};

/// The content of `public/`.
pub struct Public {
    /// The scripts, but for the service worker, which is written last.
    pub scripts: Vec<Script>,
    /// Everything else.
    pub files: Vec<Asset>,
}

/// A script that the page or a worker starts with.
pub struct Script {
    /// Its name in `public/`, without `.js`.
    pub stem: String,
    /// It, as served.
    pub asset: Asset,
}

/// Reads and prepares all of `public/`.
///
/// # Errors
/// When a file cannot be read or a script cannot be understood.
pub fn read(tools: &Tools) -> Result<Public> {
    let folder = tools.workspace.root().join("public");
    let mut public = Public { scripts: Vec::new(), files: Vec::new() };
    for path in files::within(&folder)? {
        let bytes = fs::read(folder.join(&path)).with_context(|| format!("reading public/{}", path.display()))?;
        match script_stem(&path) {
            _ if path == Path::new(SERVICE_WORKER) => {}
            Some(stem) => {
                let asset = Asset::hashed(stem, "js", minify(tools, Kind::Script, &bytes)?);
                public.scripts.push(Script { stem: stem.into(), asset: Asset { early: stem == "boot", ..asset } });
            }
            None => public.files.push(Asset::named(&path.to_string_lossy(), bytes)),
        }
    }
    Ok(public)
}

fn script_stem(path: &Path) -> Option<&str> {
    let script = path.extension().is_some_and(|extension| extension == "js");
    path.file_stem().filter(|_| script).and_then(|stem| stem.to_str())
}
