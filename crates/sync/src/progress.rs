//! How far a run is.

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Looking what is on the backend.
    Looking,
    /// Fetching what other devices wrote.
    FetchingChanges,
    /// Sending what this device wrote.
    SendingChanges,
    /// Looking whether what was sent is there, and reading some of it back.
    Checking,
    /// Sending media.
    SendingMedia,
    /// Fetching media.
    FetchingMedia,
}

/// How far a run is in its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Bytes done in this phase.
    pub done: u64,
    /// Bytes to do in this phase; 0 when nobody can know.
    pub total: u64,
}
