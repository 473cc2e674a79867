//! `files.json`: which entry holds the bytes of which stored file.

use serde::{Deserialize, Serialize};

/// The whole list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Files {
    /// What is in the ZIP.
    #[serde(default)]
    pub(super) files: Vec<FileAt>,
    /// What the device that made the ZIP did not have.
    #[serde(default)]
    pub(super) missing: Vec<FileAt>,
}

/// One stored file. The same bytes are in the ZIP once, however many pieces they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileAt {
    /// Its identity: the SHA-256 of its one chunk, or over the raw hashes of its 8 MiB chunks.
    pub(super) hash: String,
    /// In bytes.
    pub(super) size: u64,
    /// The entry, or where it would be.
    pub(super) path: String,
}
