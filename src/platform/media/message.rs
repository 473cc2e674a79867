//! What the page asks of the media worker.

use serde::{Deserialize, Serialize};

use super::StoredFile;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Store the file in the payload, a `Blob`. Answered with a [`StoredFile`].
    Ingest { profile: String },
    /// Store the payload, a `Blob`, as a chunk of a file. Answered with [`Held`](super::Held).
    WriteChunk { profile: String, file: StoredFile, index: u32 },
}

/// How far work on a file is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingested {
    /// What it is called from now on.
    pub file: StoredFile,
    /// Its first bytes, at most 4 KiB: enough to tell its type.
    pub head: Vec<u8>,
}
