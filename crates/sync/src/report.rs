//! What a run found and did, and nothing it only hopes.

use chrono::{DateTime, Utc};
use replica::{Hash, RootId, segment::SegmentError};
use thiserror::Error;

use crate::{
    error::BackendError,
    layout::SegmentAt,
    local::{ChunkError, LocalError},
    name::Name,
};

/// How much of something is on the backend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Objects that a listing of this run or session showed with their exact size.
    pub there: u64,
    /// Objects that belong there.
    pub total: u64,
    /// Bytes of those that are there.
    pub bytes_there: u64,
    /// Bytes of all.
    pub bytes_total: u64,
}

impl Tally {
    pub(crate) fn count(&mut self, bytes: u64, there: bool) {
        self.total += 1;
        self.bytes_total += bytes;
        if there {
            self.there += 1;
            self.bytes_there += bytes;
        }
    }

    /// Whether all of it is there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.there == self.total
    }
}

/// What a run took from the backend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pulled {
    /// Segments applied.
    pub segments: u64,
    /// Ops in them.
    pub ops: u64,
    /// Segments that are listed but not whole or not readable yet; they are tried again in the next run.
    pub left: u64,
    /// Chunks fetched.
    pub chunks: u64,
    /// Chunks that are on neither this device nor the backend: another device has still to send them.
    pub chunks_awaited: u64,
    /// Whether this device had no room for a chunk that came. Nothing more was fetched then; all of it can be had from the backend.
    pub no_room: bool,
}

/// The outcome of a run. What it says of the backend was seen in a listing, not remembered and not hoped.
#[derive(Debug, Default)]
pub struct Report {
    /// The segments on this device. None when the run ended before it knew.
    pub log: Option<Tally>,
    /// The chunks that pieces name and this device has. None when the run ended before it knew.
    pub media: Option<Tally>,
    /// The chunks that pieces name and that a listing of this run or session showed with their exact size, ascending; what other
    /// devices sent is among them. None when the run ended before it knew.
    pub chunks_there: Option<Vec<Hash>>,
    /// When the segments were checked: a listing showed their names with exact sizes and what was read back had the right hash.
    pub checked_at: Option<DateTime<Utc>>,
    /// What came.
    pub pulled: Pulled,
    /// Ops that were made since the run froze its segments: they are on this device alone.
    pub loose_ops: u64,
    /// Whether this device found that another writes to its folder, and took a new one.
    pub became_new_device: bool,
    /// What did not work but left the rest alone.
    pub problems: Vec<Problem>,
    /// Why the run ended early; None when it did all there was to do.
    pub stopped: Option<Stop>,
}

impl Report {
    /// When everything this device holds, words and media, was seen on the backend; None when not all of it was.
    #[must_use]
    pub fn backed_up_at(&self) -> Option<DateTime<Utc>> {
        let whole = |tally: &Option<Tally>| tally.as_ref().is_some_and(Tally::is_whole);
        let all = self.loose_ops == 0 && self.stopped.is_none() && whole(&self.log) && whole(&self.media);
        self.checked_at.filter(|_| all)
    }
}

/// Why a run ended early. Everything on the device and on the backend is as safe as before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Stop {
    /// The person wanted it.
    #[error("cancelled")]
    Cancelled,
    /// The storage was known to hold this portfolio and now holds none. Absence is never taken for deletion: ask.
    #[error("the storage no longer holds this portfolio")]
    RootMissing,
    /// The storage was known to hold this portfolio and now holds another: ask.
    #[error("the storage holds another portfolio")]
    OtherPortfolio {
        /// Its ids.
        roots: Vec<RootId>,
    },
    /// The backend failed in a way that every further request would meet.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// The device's own store failed.
    #[error(transparent)]
    Local(#[from] LocalError),
}

/// What did not work with one object.
#[derive(Debug, Error)]
pub enum Problem {
    /// A segment that could not be taken in three runs.
    #[error("{at} cannot be read: {reason}")]
    Segment {
        /// Which.
        at: SegmentAt,
        /// Why.
        reason: Unreadable,
    },
    /// A chunk that could not be taken in three runs.
    #[error("the media chunk {hash} cannot be read: {reason}")]
    Chunk {
        /// Which.
        hash: Hash,
        /// Why.
        reason: Unreadable,
    },
    /// The backend does not take an object.
    #[error("not sent: {0}")]
    NotSent(BackendError),
    /// The backend does not remove a purged object.
    #[error("not removed: {0}")]
    NotRemoved(BackendError),
    /// The backend listed an object as whole but gave back other bytes, also after it was sent again.
    #[error("{name} comes back with other bytes than were sent")]
    NotKept {
        /// Which.
        name: Name,
    },
}

/// Why an object on the backend was left where it is.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// Its size is not what its name or the piece says: perhaps its sending was cut, or still goes on.
    #[error("it has {found} bytes instead of {expected}")]
    Length {
        /// Bytes there should be.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// The backend does not give it.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// It is not a segment that this app can take.
    #[error(transparent)]
    Segment(#[from] SegmentError),
    /// It is not the chunk that its name says.
    #[error(transparent)]
    Chunk(#[from] ChunkError),
}
