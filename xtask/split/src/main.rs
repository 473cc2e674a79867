//! `split MODULE.wasm FOLDER`: takes the module apart. The folder gets `main.wasm`, a file for each part, `link.js`, which loads the
//! parts and expects wasm-bindgen's `module.js` beside it, and `parts.json`: the files of each part by its name.
//!
//! A program of its own, so that nothing but a build for learners has to wait until the splitter is compiled.
#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

fn main() -> Result<()> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [source, folder] = words.as_slice() else { bail!("which module, and into which folder?") };
    let code = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&code);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./module.js";
    options.link_name = "./link.js";
    let parts = transform(options).map_err(|problem| anyhow!("{problem:#}"))?.prefetch_map;
    Ok(fs::write(folder.join("parts.json"), serde_json::to_string(&parts)?)?)
}
