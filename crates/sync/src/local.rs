//! The device's own store, as the engine sees it.

use replica::{DeviceId, Hash, RootFile, RootId, segment::SegmentError};
use thiserror::Error;

use crate::{body::Body, layout::SegmentAt};

/// What the portfolio on this device amounts to, which decides what a first connect may do without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holding {
    /// The sample. It never connects.
    Sample,
    /// Nothing, or what was answered in the welcome: a name, interests, frameworks.
    Welcome,
    /// A learner's work.
    Work,
}

/// Who this device is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The ids that the portfolio has had, each with its root file; at least the one it was begun with. Portfolios that were joined
    /// have all ids of both, and the least is the one that new segments carry.
    pub roots: Vec<RootFile>,
    /// The folder this device writes to.
    pub device: DeviceId,
    /// What the portfolio amounts to.
    pub holding: Holding,
}

impl Identity {
    pub(crate) fn knows(&self, root: RootId) -> bool {
        self.roots.iter().any(|file| file.root == root)
    }

    pub(crate) fn knows_one_of(&self, roots: &[RootId]) -> bool {
        roots.iter().any(|root| self.knows(*root))
    }
}

/// A portfolio in a few words, for a question to a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    /// The learner's name; empty where none is given.
    pub name: String,
    /// Pieces of evidence.
    pub pieces: u64,
}

/// A chunk that a piece names which nobody purged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chunk {
    /// SHA-256 of its bytes.
    pub hash: Hash,
    /// Its size in bytes, at most 8 MiB.
    pub size: u64,
    /// Whether its bytes are on this device.
    pub here: bool,
    /// Whether a run is to fetch its bytes where they are not here. What was let go of to make room, and what there is no room for, comes
    /// only when somebody [asks](crate::engine::Engine::fetch) for it.
    pub wanted: bool,
}

/// The chunks that matter to a backend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chunks {
    /// Those that belong on it, each once.
    pub named: Vec<Chunk>,
    /// Those that a purge took away and nothing else names: they are removed from it.
    pub purged: Vec<Hash>,
}

/// Why the device's store did not do something. What was stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LocalError {
    /// The device has no room left.
    #[error("the device has no room left")]
    Full,
    /// The store cannot be used now: closed, blocked by another tab, taken away by the browser.
    #[error("the device's store cannot be used: {0}")]
    Unavailable(String),
    /// Bytes that were stored cannot be read.
    #[error("what the device stored cannot be read: {0}")]
    Damaged(String),
}

/// Why a segment was not applied. It stays where it is.
#[derive(Debug, Error)]
pub enum ApplyError {
    /// The segment cannot be taken.
    #[error(transparent)]
    Segment(#[from] SegmentError),
    /// The store failed.
    #[error(transparent)]
    Local(#[from] LocalError),
}

/// Why a chunk was not stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChunkError {
    /// Its bytes have another hash than its name.
    #[error("its bytes are not those that its name says")]
    Hash,
    /// The store failed.
    #[error(transparent)]
    Local(#[from] LocalError),
}

/// The device's store. Each method is one transaction: it happens whole or not at all, and has been made durable when it returns.
#[expect(async_fn_in_trait, reason = "one thread: the futures need not be Send")]
pub trait Local {
    /// How the device holds the bytes of chunks; the same as the backend's.
    type Body: Body;

    /// Who this device is now.
    ///
    /// # Errors
    /// When the store fails.
    async fn identity(&self) -> Result<Identity, LocalError>;

    /// Replaces the ids of the portfolio. From then on the least of them is the one that new segments carry. None is left out that a
    /// segment on this device carries.
    ///
    /// # Errors
    /// When the store fails.
    async fn set_roots(&self, roots: &[RootFile]) -> Result<(), LocalError>;

    /// Takes a new device id at random: from now on this device writes to a new folder, from segment 1. What it wrote before stays.
    ///
    /// # Errors
    /// When the store fails.
    async fn become_new_device(&self) -> Result<(), LocalError>;

    /// Freezes the ops that no segment holds into segments of this device, and stores their bytes and names before it returns: from
    /// the first upload on they must be the same for ever, whatever crashes.
    ///
    /// # Errors
    /// When the store fails.
    async fn freeze(&self) -> Result<(), LocalError>;

    /// How many ops no segment holds yet.
    ///
    /// # Errors
    /// When the store fails.
    async fn loose_ops(&self) -> Result<u64, LocalError>;

    /// The segments on this device, frozen here or applied, in any order.
    ///
    /// # Errors
    /// When the store fails.
    async fn segments(&self) -> Result<Vec<SegmentAt>, LocalError>;

    /// The bytes of a segment on this device.
    ///
    /// # Errors
    /// When the store fails.
    async fn segment(&self, at: &SegmentAt) -> Result<Vec<u8>, LocalError>;

    /// Folds a segment whose length and hash match its name, stores its bytes and counts it among [`segments`](Self::segments), in one
    /// transaction; returns how many ops it holds. Its header must be of one of `roots`, of the device's folder and of the name.
    ///
    /// # Errors
    /// When the segment cannot be taken (then nothing has changed) or the store fails.
    async fn apply(&self, at: &SegmentAt, gzip: Vec<u8>, roots: &[RootId]) -> Result<u64, ApplyError>;

    /// Describes the portfolio that these segments hold, without taking any of them. Segments that cannot be read are passed over.
    ///
    /// # Errors
    /// When the store fails.
    async fn describe(&self, segments: Vec<(SegmentAt, Vec<u8>)>) -> Result<Description, LocalError>;

    /// The chunks that matter.
    ///
    /// # Errors
    /// When the store fails.
    async fn chunks(&self) -> Result<Chunks, LocalError>;

    /// The bytes of a chunk; None when they are no longer here.
    ///
    /// # Errors
    /// When the store fails.
    async fn chunk(&self, hash: Hash) -> Result<Option<Self::Body>, LocalError>;

    /// Verifies and stores a chunk.
    ///
    /// # Errors
    /// When its hash is another (then nothing has changed) or the store fails.
    async fn store_chunk(&self, hash: Hash, bytes: Self::Body) -> Result<(), ChunkError>;
}
