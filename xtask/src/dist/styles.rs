//! The one style sheet, joined from `style/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::asset::Asset;
use super::script::{Kind, minify};
use super::{Tools, files};

/// From general to special: where two rules are equally specific, the later one wins. A folder stands for its files by name.
const ORDER: [&str; 5] = ["tokens.css", "base.css", "layout.css", "components", "print.css"];

/// Joins the style sheets in their order.
///
/// # Errors
/// When one of them cannot be read or has no place in the order.
pub fn build(tools: &Tools) -> Result<Asset> {
    let folder = tools.workspace.root().join("style");
    let mut sheets = files::within(&folder)?;
    for sheet in &sheets {
        ensure!(place(sheet).is_some(), "style/{} has no place in the order: {}", sheet.display(), ORDER.join(", "));
    }
    sheets.sort_by_key(|sheet| (place(sheet), sheet.clone()));
    let mut all = Vec::new();
    for sheet in sheets {
        all.extend(fs::read(folder.join(&sheet)).with_context(|| format!("reading style/{}", sheet.display()))?);
        all.push(b'\n');
    }
    Ok(Asset::hashed("cairn", "css", minify(tools, Kind::Styles, &all)?).early())
}

fn place(sheet: &Path) -> Option<usize> {
    let first = sheet.components().next().map(|part| PathBuf::from(part.as_os_str()))?;
    ORDER.iter().position(|name| first == Path::new(name))
}
