//! `cargo xtask framework`: the bundled framework, from the files a teacher edits to the CASE packages that the app ships, one a language.

mod build;
mod case;
mod check;
mod identifier;
mod layout;
pub mod source;
#[cfg(test)]
mod tests;
mod translation;

use std::fmt;
use std::path::{Path, PathBuf};

pub use build::competency_identifier;
use source::Source;

/// Why the framework was not written.
#[derive(Debug, thiserror::Error)]
pub enum FrameworkError {
    #[error(transparent)]
    Source(#[from] source::SourceError),
    #[error("the framework does not keep its promises:\n{}", lines(.0))]
    Flawed(Vec<check::Flaw>),
    #[error("content/framework/{language} is behind the framework:\n{}", lines(.lapses))]
    Behind { language: &'static str, lapses: Vec<translation::Lapse> },
    #[error("cannot put the package into JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("cannot write {path}: {cause}")]
    Write { path: PathBuf, cause: std::io::Error },
}

fn lines<T: fmt::Display>(all: &[T]) -> String {
    all.iter().map(|one| format!("  {one}")).collect::<Vec<_>>().join("\n")
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

/// The languages that the framework is translated into: a folder each beside the source.
const TRANSLATIONS: [&str; 1] = ["es"];

/// Reads `content/framework` below `root`, checks it, and writes a package a language into `public/frameworks`.
pub fn write(root: &Path) -> Result<Vec<Written>, FrameworkError> {
    let mut texts = Vec::new();
    for source in editions(root)? {
        texts.push((package(root, &source), source.competencies().count(), generate(&source)?));
    }
    let written = texts.into_iter().map(|(path, competencies, text)| {
        let bytes = text.len();
        std::fs::write(&path, text).map_err(|cause| FrameworkError::Write { path: path.clone(), cause })?;
        Ok(Written { path, competencies, bytes })
    });
    written.collect()
}

/// Reads the bundled framework as people write it.
pub fn read(root: &Path) -> Result<Source, FrameworkError> {
    Ok(source::read(&folder(root))?)
}

/// The bundled framework as it was written, then in each other language.
pub fn editions(root: &Path) -> Result<Vec<Source>, FrameworkError> {
    let source = read(root)?;
    let mut editions = vec![source.clone()];
    for language in TRANSLATIONS {
        let translation = translation::read(&folder(root).join(language), language, &source)?;
        editions.push(translation.of(&source).map_err(|lapses| FrameworkError::Behind { language, lapses })?);
    }
    Ok(editions)
}

/// The package that the source stands for, or the promises that it breaks.
pub fn generate(source: &Source) -> Result<String, FrameworkError> {
    let flaws = check::flaws(source);
    if !flaws.is_empty() {
        return Err(FrameworkError::Flawed(flaws));
    }
    Ok(layout::text(&build::package(source))?)
}

fn folder(root: &Path) -> PathBuf {
    root.join("content/framework")
}

fn package(root: &Path, source: &Source) -> PathBuf {
    let folder = root.join("public/frameworks");
    match source.original {
        None => folder.join("cairn.json"),
        Some(_) => folder.join(format!("cairn.{}.json", source.about.language)),
    }
}
