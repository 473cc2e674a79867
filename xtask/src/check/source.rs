//! Rust sources, read as lines of code.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::dist::files;
use crate::workspace::Workspace;

/// One line of code that is not only a comment.
pub struct Line {
    /// Where it is, as a person looks for it: `src/app.rs:12`.
    pub place: String,
    /// The first name below the folder, without `.rs`: the module that the line belongs to.
    pub module: String,
    /// Its text.
    pub text: String,
}

/// All lines of the Rust files below `folder`, which is given from the root.
///
/// # Errors
/// When a file cannot be read.
pub fn lines(workspace: &Workspace, folder: &str) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for path in files::within(&workspace.root().join(folder))? {
        if path.extension().is_some_and(|extension| extension == "rs") {
            let file = Path::new(folder).join(&path);
            let text = fs::read_to_string(workspace.root().join(&file))
                .with_context(|| format!("reading {}", file.display()))?;
            let module = module(&path);
            let code = text.lines().enumerate().filter(|(_, text)| !text.trim_start().starts_with("//"));
            lines.extend(code.map(|(number, text)| Line {
                place: format!("{}:{}", file.display(), number + 1),
                module: module.clone(),
                text: text.to_owned(),
            }));
        }
    }
    Ok(lines)
}

/// Fails with all that was found, if anything was.
///
/// # Errors
/// When something was found.
pub fn none_of(found: &[String]) -> Result<()> {
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// What stands before and after each place where `word` is found in `text`.
pub fn around<'a>(text: &'a str, word: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    text.match_indices(word).filter_map(|(at, found)| Some((text.get(..at)?, text.get(at + found.len()..)?)))
}

/// Whether a character can be part of a name in Rust.
pub fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn module(path: &Path) -> String {
    let first = path.components().next().map(|part| Path::new(part.as_os_str()).with_extension(""));
    first.unwrap_or_default().to_string_lossy().into_owned()
}
