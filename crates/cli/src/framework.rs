//! `cairn framework check`: what a CASE file holds, and how it departs from the standard.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use interchange::case::{self, CaseError, MAX_BYTES, Reading};
use serde::Serialize;
use thiserror::Error;

use crate::args::Check;

/// Why nothing could be read.
#[derive(Debug, Error)]
pub enum CheckProblem {
    /// The disk refused.
    #[error("{} could not be read: {source}", .path.display())]
    Unread {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is no framework.
    #[error("{} is no framework that Cairn can read: {source}", .path.display())]
    NoFramework {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        source: CaseError,
    },
    /// The report cannot be written as JSON.
    #[error("the report could not be written: {0}")]
    Unwritten(#[from] serde_json::Error),
}

/// What the file holds, counted before anything is left out.
#[derive(Serialize)]
struct Report {
    title: String,
    items: usize,
    /// By their type in the file.
    associations: BTreeMap<String, usize>,
    /// Items that are no other item's child.
    roots: usize,
    /// All `precedes` in the file.
    prerequisites: usize,
    /// Circles of prerequisites: the identifiers in each, in order.
    cycles: Vec<Vec<String>>,
    /// Associations with an end that is neither an item nor the document.
    dangling: usize,
    deviations: Vec<Deviation>,
}

/// One way in which the file departs from the standard.
#[derive(Serialize)]
struct Deviation {
    kind: &'static str,
    count: usize,
    says: &'static str,
}

/// Reads a CASE file and returns the report on it, for people or as JSON. Deviations are part of the report and no error.
///
/// # Errors
/// When nothing could be read.
pub fn check(options: &Check) -> Result<String, CheckProblem> {
    let path = &options.file;
    let bytes = bytes(path).map_err(|source| CheckProblem::Unread { path: path.clone(), source })?;
    let reading = case::read(&bytes).map_err(|source| CheckProblem::NoFramework { path: path.clone(), source })?;
    let report = Report::from(reading);
    if options.json { Ok(serde_json::to_string_pretty(&report)? + "\n") } else { Ok(report.to_string()) }
}

/// No more than one byte over the limit, which is enough to see that it is too large.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl From<Reading> for Report {
    fn from(Reading { summary, deviations, .. }: Reading) -> Self {
        Self {
            title: summary.title,
            items: summary.items,
            associations: summary.associations,
            roots: summary.roots,
            prerequisites: summary.prerequisites,
            cycles: summary.cycles,
            dangling: summary.dangling,
            deviations: deviations
                .into_iter()
                .map(|met| Deviation { kind: met.kind.name(), count: met.count, says: met.kind.says() })
                .collect(),
        }
    }
}

/// Words from a file may hold anything, line breaks and turns of the reading direction too, so what is not plain is shown escaped.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = if self.title.is_empty() { "A framework without a title" } else { &self.title };
        writeln!(f, "{}", title.escape_debug())?;
        writeln!(f, "  items          {} ({} at the top)", self.items, self.roots)?;
        for (kind, count) in &self.associations {
            writeln!(f, "  {:<14} {count}", kind.escape_debug().to_string())?;
        }
        writeln!(f, "  prerequisites  {}", self.prerequisites)?;
        writeln!(f, "  dangling links {}", self.dangling)?;
        for cycle in &self.cycles {
            let items: Vec<String> = cycle.iter().map(|id| id.escape_debug().to_string()).collect();
            writeln!(f, "  circle of prerequisites: {}", items.join(" before "))?;
        }
        if self.deviations.is_empty() {
            return writeln!(f, "It follows the standard.");
        }
        writeln!(f, "It departs from the standard, and was read all the same:")?;
        self.deviations.iter().try_for_each(|met| writeln!(f, "  {} x  {}", met.count, met.says))
    }
}
