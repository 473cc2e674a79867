//! `split MODULE.wasm FOLDER`: takes the module apart. The folder gets `main.wasm`, the files with the code that was moved out of it in
//! `joined/`, and `parts.json`: the files of each part by its name.
//!
//! A program of its own, so that nothing but a build for learners has to wait until the splitter is compiled.
#![forbid(unsafe_code)]

mod gather;
mod join;
mod pieces;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use gather::{File, gather};
use join::join;
use pieces::Pieces;

fn main() -> Result<()> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [source, folder] = words.as_slice() else { bail!("which module, and into which folder?") };
    let code = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
    let pieces = Pieces::of(&code, folder)?;
    let files = gather(pieces.each_in_a_file()?);
    write(&files, &pieces, &folder.join("joined"))?;
    Ok(fs::write(folder.join("parts.json"), serde_json::to_string(&needs(pieces.parts(), &files))?)?)
}

fn write(files: &[File], pieces: &Pieces, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in files {
        let code: Vec<Vec<u8>> = file.pieces.iter().map(|piece| pieces.code(piece)).collect::<Result<_>>()?;
        fs::write(folder.join(file.name()).with_extension("wasm"), join(&code)?)?;
    }
    Ok(())
}

/// The files of each part. One whose code went into the main module altogether needs none, and is asked for all the same.
fn needs<'a>(parts: &'a [String], files: &'a [File]) -> BTreeMap<&'a str, Vec<String>> {
    let mut needs: BTreeMap<&str, Vec<String>> = parts.iter().map(|part| (part.as_str(), Vec::new())).collect();
    for file in files {
        for part in &file.needed_by {
            needs.entry(part).or_default().push(file.name());
        }
    }
    needs
}
