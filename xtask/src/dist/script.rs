//! Scripts and style sheets made small by esbuild.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Tools;
use crate::workspace::output;

/// What the text is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A script, module or not: it stays what it is.
    Script,
    /// A style sheet.
    Styles,
}

/// The same text without comments, spaces and long local names.
///
/// # Errors
/// When esbuild cannot read the text.
pub fn minify(tools: &Tools, kind: Kind, text: &[u8]) -> Result<Vec<u8>> {
    let extension = match kind {
        Kind::Script => "js",
        Kind::Styles => "css",
    };
    tools.cache.file(&format!("esbuild {extension}"), text, "small", |folder| {
        let source = folder.join("source").with_extension(extension);
        fs::write(&source, text)?;
        esbuild(tools, &source, &folder.join("small"), &[])
    })
}

/// The module at `source` and all that it imports, as one small module, made with further `options` of esbuild's.
///
/// # Errors
/// When esbuild cannot read one of them.
pub fn bundle(tools: &Tools, source: &Path, result: &Path, options: &[String]) -> Result<()> {
    let bundled = ["--bundle", "--format=esm"].map(str::to_owned);
    esbuild(tools, source, result, &[&bundled, options].concat())
}

fn esbuild(tools: &Tools, source: &Path, result: &Path, options: &[String]) -> Result<()> {
    let mut command = tools.workspace.command("esbuild");
    command.arg(source).args(["--minify", "--charset=utf8", "--log-level=warning"]).args(options);
    let small = output(&mut command)?;
    fs::write(result, small).with_context(|| format!("writing {}", result.display()))
}
