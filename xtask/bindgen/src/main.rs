//! `bindgen MODULE.wasm FOLDER`: writes `module.js` and `module_bg.wasm`, as `wasm-bindgen --target web` does. With `in-parts` after
//! it the module is the main one of several, which share the linker's own tables with it.
//!
//! A program of its own, so that nothing but a build of the app has to wait until wasm-bindgen is compiled.
#![forbid(unsafe_code)]

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (source, folder, in_parts) = match words.as_slice() {
        [source, folder] => (source, folder, false),
        [source, folder, word] if word.as_os_str() == "in-parts" => (source, folder, true),
        _ => bail!("which module, and into which folder?"),
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(source).web(true)?.out_name("module");
    bindgen.typescript(false).omit_default_module_path(true).remove_producers_section(true);
    bindgen.keep_lld_exports(in_parts).demangle(!in_parts);
    bindgen.generate(folder)
}
