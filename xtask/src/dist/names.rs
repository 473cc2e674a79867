//! What a module and its JavaScript call each other by, in few bytes.

use std::path::Path;

use anyhow::Result;

use super::Tools;
use super::modules::{program, tool};
use super::script;
use crate::workspace::output;

/// What wasm-bindgen's own names begin with; each is a name between the module and its JavaScript, and stands nowhere else.
const OWN: &str = "^(__wbg_|__wbindgen_|wasm_bindgen_)";

/// How names are shortened: whoever changes the tool gets others.
///
/// # Errors
/// When the tool was not built.
pub fn recipe(tools: &Tools) -> Result<String> {
    Ok(format!("names {OWN} short by {}, ", program(tools, "shorten")?))
}

/// Bundles `module.js` of `folder` as `glue.js` with short names, and writes `module_bg.wasm` with the same as `shortened.wasm`.
///
/// # Errors
/// When esbuild or the tool fails.
pub fn shorten(tools: &Tools, folder: &Path) -> Result<()> {
    let names = folder.join("names.json");
    let options = [format!("--mangle-props={OWN}"), format!("--mangle-cache={}", names.display())];
    script::bundle(tools, &folder.join("module.js"), &folder.join("glue.js"), &options)?;
    let (module, shortened) = (folder.join("module_bg.wasm"), folder.join("shortened.wasm"));
    output(tool(tools, "shorten").arg(module).arg(names).arg(shortened)).map(drop)
}
