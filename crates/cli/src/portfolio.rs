//! `cairn portfolio inspect`: a second reader, so that a portfolio outlives the app. It needs no browser, no network and no Cairn server;
//! docs/format.md says the same in words.

mod archive;
mod digest;
mod files;
mod folder;
mod log;
mod manifest;
mod report;
mod source;
mod submissions;

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::args::Inspect;
use digest::Digests;
use report::{Bad, Report};
use source::Source;

/// Why there is nothing to report.
#[derive(Debug, Error)]
pub enum InspectProblem {
    /// The file or folder cannot be opened, or is something else.
    #[error("{} could not be read: {says}. Nothing was changed", .path.display())]
    Unread {
        /// What was named.
        path: PathBuf,
        /// What is wrong with it.
        says: String,
    },
    /// There is no portfolio in it.
    #[error("there is no portfolio in {}: no readable cairn1/root-….json and no readable segment below cairn1/log. Nothing was changed{}", .path.display(), list(.bad))]
    Nothing {
        /// What was named.
        path: PathBuf,
        /// What was found instead.
        bad: Vec<Bad>,
    },
    /// The report cannot be written as JSON.
    #[error("the report could not be written: {0}")]
    Unwritten(#[from] serde_json::Error),
}

fn list(bad: &[Bad]) -> String {
    bad.iter().map(|bad| format!("\n  {bad}")).collect()
}

/// Reads a portfolio and returns the report on it, for people or as JSON. Damage is part of the report and no error.
///
/// # Errors
/// When there is nothing that could be read.
pub fn inspect(options: &Inspect) -> Result<String, InspectProblem> {
    let report = read(&options.portfolio)?;
    if options.json { Ok(serde_json::to_string_pretty(&report)? + "\n") } else { Ok(report.to_string()) }
}

fn read(path: &Path) -> Result<Report, InspectProblem> {
    let mut source = open(path).map_err(|says| InspectProblem::Unread { path: path.to_owned(), says })?;
    let mut bad = source.refused();
    let digests = Digests::of(source.as_mut(), &mut bad);
    let log = log::read(source.as_mut(), &mut bad);
    let Some(root) = log.root else { return Err(InspectProblem::Nothing { path: path.to_owned(), bad }) };
    manifest::check(source.as_mut(), &digests, &mut bad);
    let files = files::check(source.as_mut(), &log.state, &digests, &mut bad);
    let submissions = submissions::check(&log.state, &mut bad);
    bad.sort();
    bad.dedup();
    Ok(Report {
        root: root.to_string(),
        devices: log.devices,
        segments: log.segments,
        ops: log.ops,
        pieces: log.state.entities().filter(|entity| entity.id().starts_with("evidence:")).count(),
        artifacts: files.artifacts,
        submissions: submissions.count,
        withdrawn: submissions.withdrawn,
        bytes: files.bytes,
        state: interchange::hash::hex(&replica::fingerprint(&log.state)),
        bad,
    })
}

fn open(path: &Path) -> Result<Box<dyn Source>, String> {
    if path.is_dir() {
        return Ok(Box::new(folder::Folder::open(path)?));
    }
    Ok(Box::new(archive::Export::open(path)?))
}
