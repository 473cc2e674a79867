//! What the page asks of the archive worker, and what it answers.

use chrono::{DateTime, Utc};
use interchange::archive::{Bad, Plan};
use replica::RootFile;
use serde::{Deserialize, Serialize};

use super::About;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Write a ZIP of what the profile's segments say into the temporary file. Answered with a [`Summary`]; where files cannot be
    /// written the ZIP itself is the payload.
    Export { profile: String, roots: Vec<RootFile>, made: DateTime<Utc>, file: String },
    /// Write a ZIP of these entries into the temporary file. Answered likewise.
    Pack { profile: String, plan: Plan, file: String },
    /// Say what is in the ZIP in the payload. Answered with [`Contents`].
    Look,
    /// Bring in the ZIP in the payload. Answered with [`Imported`].
    Import { profile: String },
}

/// What a finished ZIP holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Entries, the manifest included.
    pub entries: usize,
    /// Bytes of the entries before packing.
    pub bytes: u64,
    /// Entries left out because their bytes are not on this device.
    pub missing: Vec<String>,
    /// Entries whose bytes are not what their hash says; they are in the ZIP as they are.
    pub damaged: Vec<String>,
    /// The fingerprint of the state that its log folds to; none where it has no log.
    pub fingerprint: Option<String>,
}

/// What a ZIP has to bring in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The root files of the portfolio in it, the least id first.
    pub roots: Vec<RootFile>,
    /// What its log folds to.
    pub about: About,
    /// Segments of its log that can be taken.
    pub segments: usize,
    /// Files of the learner and frameworks.
    pub files: usize,
    /// Bytes of all segments and files.
    pub bytes: u64,
    /// What is wrong with single entries, as far as it shows without reading every file.
    pub bad: Vec<Bad>,
}

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The root files of the portfolio that was in the ZIP, the least id first.
    pub roots: Vec<RootFile>,
    /// What the log in the ZIP folds to.
    pub about: About,
    /// The segments, by the names under which they are stored now.
    pub segments: Vec<String>,
    /// Files that this device did not have before.
    pub files: usize,
    /// Entries that did not come in, or were changed since the ZIP was made.
    pub bad: Vec<Bad>,
}
