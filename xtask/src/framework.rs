//! `cargo xtask framework`: the bundled framework, from the files a teacher edits to the CASE package that the app ships.

mod build;
mod case;
mod check;
mod identifier;
mod layout;
pub mod source;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::{Path, PathBuf};

pub use build::competency_identifier;
use source::Source;

/// Why the framework was not written.
#[derive(Debug, thiserror::Error)]
pub enum FrameworkError {
    #[error(transparent)]
    Source(#[from] source::SourceError),
    #[error("the framework does not keep its promises:\n{}", .0.iter().map(|flaw| format!("  {flaw}")).collect::<Vec<_>>().join("\n"))]
    Flawed(Vec<check::Flaw>),
    #[error("cannot put the package into JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("cannot write {path}: {cause}")]
    Write { path: PathBuf, cause: std::io::Error },
}

/// What was written, for the person who asked.
#[derive(Debug)]
pub struct Written {
    pub path: PathBuf,
    pub competencies: usize,
    pub bytes: usize,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} competencies, {} bytes: {}", self.competencies, self.bytes, self.path.display())
    }
}

/// Reads `content/framework` below `root`, checks it, and writes `public/frameworks/cairn.json`.
pub fn write(root: &Path) -> Result<Written, FrameworkError> {
    let source = read(root)?;
    let text = generate(&source)?;
    let path = package(root);
    std::fs::write(&path, &text).map_err(|cause| FrameworkError::Write { path: path.clone(), cause })?;
    Ok(Written { path, competencies: source.competencies().count(), bytes: text.len() })
}

/// Reads the bundled framework as people write it.
pub fn read(root: &Path) -> Result<Source, FrameworkError> {
    Ok(source::read(&root.join("content/framework"))?)
}

/// The package that the source stands for, or the promises that it breaks.
pub fn generate(source: &Source) -> Result<String, FrameworkError> {
    let flaws = check::flaws(source);
    if !flaws.is_empty() {
        return Err(FrameworkError::Flawed(flaws));
    }
    Ok(layout::text(&build::package(source))?)
}

fn package(root: &Path) -> PathBuf {
    root.join("public/frameworks/cairn.json")
}
