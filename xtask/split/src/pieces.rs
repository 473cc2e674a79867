//! What the splitter makes of the module: a piece for each part, and one for each set of parts that share code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::gather::File;
use crate::join::join;

/// How the splitter's own loader tells the app that a part came or not. Ours, in `xtask/src/dist/loader.js`, does the same.
const ANSWER: &str = "__indirect_function_table.get(callbackIndex)(callbackData, success)";

/// The pieces of one module.
pub struct Pieces {
    folder: PathBuf,
    parts: Vec<String>,
    /// The parts that need a piece, by its name.
    needed_by: BTreeMap<String, BTreeSet<String>>,
}

impl Pieces {
    /// Takes the module apart: `main.wasm` in the folder, and the pieces in a folder of theirs.
    pub fn of(code: &[u8], folder: &Path) -> Result<Self> {
        let main = folder.join("main.wasm");
        let folder = folder.join("pieces");
        let mut options = Options::new(code);
        options.output_dir = &folder;
        options.main_out_path = &main;
        options.link_name = "./link.js";
        let parts = transform(options).map_err(|problem| anyhow!("{problem:#}"))?.prefetch_map;
        let loader = fs::read_to_string(folder.join("link.js"))?;
        ensure!(
            loader.contains(ANSWER),
            "the splitter's loader answers the app in a new way: dist/loader.js has to, too"
        );
        let mut needed_by: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (part, pieces) in &parts {
            for piece in pieces {
                needed_by.entry(piece.clone()).or_default().insert(part.clone());
            }
        }
        Ok(Self { folder, parts: parts.into_keys().collect(), needed_by })
    }

    /// The names of all parts.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The code of a piece.
    pub fn code(&self, piece: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(piece).with_extension("wasm");
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    }

    /// Each piece in a file of its own, as heavy as it is without the names of its functions.
    pub fn each_in_a_file(&self) -> Result<Vec<File>> {
        let file = |(piece, needed_by): (&String, &BTreeSet<String>)| {
            let weight = join(&[self.code(piece)?])?.len();
            Ok(File { pieces: [piece.clone()].into(), weight, needed_by: needed_by.clone() })
        };
        self.needed_by.iter().map(file).collect()
    }
}
