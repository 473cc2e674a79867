//! What the page asks of the media worker.

use serde::{Deserialize, Serialize};

use super::{About, Recording, StoredFile};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Store the file in the payload, a `Blob`; if it is to be `clean`, without what a picture tells that nobody meant to share.
    /// Answered with [`Copied`].
    Ingest { profile: String, clean: bool },
    /// Store the payload, a `Blob`, as a chunk of a file. Answered with [`Held`](super::Held).
    WriteChunk { profile: String, file: StoredFile, index: u32 },
    /// Say what the file `identity` tells that nobody meant to share. Answered with [`Telling`](super::Telling).
    Tell { profile: String, identity: String },
    /// Store a copy of the file `identity` without that. Answered with [`Copied`].
    Clean { profile: String, identity: String },
    /// Say how large and how long the file `identity` says it is. Answered with [`Measures`](super::Measures).
    Measure { profile: String, identity: String },
    /// Store a small picture of the file `identity`. Answered with [`Shrunk`](super::Shrunk).
    Shrink { profile: String, identity: String, media_type: String },
    /// Say what the file `identity` says, read as `media_type`. Answered with a [`Reading`](reading::Reading).
    Read { profile: String, identity: String, media_type: String },
    /// Store the words in the file `identity`. Answered with a [`StoredFile`], or nothing if there are none.
    Words { profile: String, identity: String, media_type: String },
    /// Make room for a recording. Answered with a [`Recording`](super::Recording).
    BeginRecording { profile: String, about: About },
    /// Add the payload, a `Blob`, to a recording that is `ms` long with it. Answered with [`Safe`](super::Safe).
    Append { id: String, ms: u64 },
    /// Close a recording. Answered with a [`Recording`](super::Recording).
    EndRecording { id: String },
    /// Put a recording right, or the part of it between two times in milliseconds. Answered with
    /// [`PutRight`](super::recording::PutRight), and the new file, a `Blob`.
    Finish { profile: String, recording: Recording, part: Option<(u64, u64)> },
    /// Make a recording a stored file where it lies. Answered with [`Copied`].
    Adopt { profile: String, recording: Recording },
}

/// What became of a file.
#[derive(Serialize, Deserialize)]
pub(super) struct Copied {
    pub(super) file: StoredFile,
    pub(super) taken_out: Vec<String>,
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
    /// What was taken out of it on the way, in the words of the crate `media`: `location`, `camera` and so on.
    pub taken_out: Vec<String>,
}
