//! The file that says which portfolio a store holds.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::RootId;
use crate::segment::FORMAT;

/// The content of `root-<rootId>.json`, written once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootFile {
    format: String,
    /// The portfolio's id.
    pub root: RootId,
    /// When it was begun, as RFC 3339. Shown, never compared.
    pub created: String,
}

/// Why a root file cannot be read.
#[derive(Debug, Error)]
pub enum RootError {
    /// Another format than this version reads.
    #[error("format {0:?}, which this version does not read")]
    Format(String),
    /// Not the JSON of a root file.
    #[error("not a root file: {0}")]
    Json(#[from] serde_json::Error),
}

impl RootFile {
    /// The file of a portfolio begun at `created` (RFC 3339).
    pub fn new(root: RootId, created: String) -> Self {
        Self { format: FORMAT.into(), root, created }
    }

    /// `root-<rootId>.json`.
    pub fn name(root: RootId) -> String {
        format!("root-{root}.json")
    }

    /// The id in a root file's name; nothing for any other name.
    pub fn id_in(name: &str) -> Option<RootId> {
        name.strip_prefix("root-")?.strip_suffix(".json")?.parse().ok()
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// None that a root file can cause; JSON is written by a writer that may fail.
    pub fn to_json(&self) -> Result<Vec<u8>, RootError> {
        Ok(serde_json::to_vec(self)?)
    }

    /// Reads the file's bytes. Keys that a newer app adds are ignored.
    ///
    /// # Errors
    /// Any of [`RootError`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, RootError> {
        let file: Self = serde_json::from_slice(bytes)?;
        if file.format != FORMAT {
            return Err(RootError::Format(file.format));
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_file_is_read_as_written() {
        let file = RootFile::new(RootId([0xa1; 16]), "2026-03-01T09:30:00Z".into());
        let json = file.to_json().unwrap();
        assert_eq!(RootFile::from_json(&json).unwrap(), file);
        assert_eq!(RootFile::id_in(&RootFile::name(file.root)), Some(file.root));
        assert_eq!(RootFile::id_in("root-1.json"), None);
    }

    #[test]
    fn another_format_is_named() {
        let json = br#"{"format":"cairn2","root":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","created":""}"#;
        assert!(matches!(RootFile::from_json(json), Err(RootError::Format(format)) if format == "cairn2"));
    }
}
