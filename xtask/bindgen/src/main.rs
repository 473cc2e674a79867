//! `bindgen MODULE.wasm FOLDER`: writes `module.js` and `module_bg.wasm`, as `wasm-bindgen --target web` does.
//!
//! A program of its own, so that nothing but a build of the app has to wait until wasm-bindgen is compiled.
#![forbid(unsafe_code)]

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [source, folder] = words.as_slice() else { bail!("which module, and into which folder?") };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(source).web(true)?.out_name("module");
    bindgen.typescript(false).omit_default_module_path(true).remove_producers_section(true);
    bindgen.generate(folder)
}
