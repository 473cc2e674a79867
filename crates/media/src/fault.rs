//! Why a file was not understood.

use std::io;

use thiserror::Error;

/// Why a file stays whole, whatever may be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// Its kind is none that is read here.
    UnknownFormat,
    /// It ends before it should.
    CutOff,
    /// It contradicts its own format.
    Damaged,
    /// It is in order, but built in a way that is not read here.
    Unusual,
    /// A part that would have to be in memory is too large for it.
    TooLarge,
}

/// What ends a reading.
#[derive(Debug, Error)]
pub enum Fault {
    /// The file could not be read.
    #[error("the file could not be read")]
    Io(#[from] io::Error),
    /// The file was read and not understood.
    #[error("the file is left as it is: {0:?}")]
    Kept(Kept),
}

impl From<Kept> for Fault {
    fn from(kept: Kept) -> Self {
        Self::Kept(kept)
    }
}
