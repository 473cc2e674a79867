//! Why a segment cannot be taken.

use thiserror::Error;

use super::{INFLATED_LIMIT, SEGMENT_LIMIT};
use crate::id::{DeviceId, Hash, RootId, WriterId};
use crate::op::OpError;

/// Why a segment cannot be taken. None of these is a reason to delete it: it may be cut short, or newer than this app.
#[derive(Debug, Error)]
pub enum SegmentError {
    /// A file name that is not a segment's.
    #[error("not the name of a segment: {0:?}")]
    Name(String),
    /// Longer or shorter than its name says.
    #[error("{found} bytes instead of {expected}")]
    Length {
        /// Bytes by its name.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// Other bytes than its name says.
    #[error("its hash is {found}, which is not what its name says")]
    Hash {
        /// SHA-256 of the bytes there are.
        found: Hash,
    },
    /// More than [`SEGMENT_LIMIT`] bytes of gzip.
    #[error("{bytes} bytes of gzip; at most {SEGMENT_LIMIT} are allowed")]
    TooLarge {
        /// Bytes there are.
        bytes: usize,
    },
    /// Not one whole gzip member.
    #[error("not one whole gzip member: {0}")]
    Gzip(#[from] std::io::Error),
    /// Inflates to more than [`INFLATED_LIMIT`] bytes.
    #[error("it inflates to more than {INFLATED_LIMIT} bytes")]
    Bomb,
    /// Another format than this version reads.
    #[error("format {0:?}, which this version does not read")]
    Format(String),
    /// A first line that is not a header.
    #[error("no header: {0}")]
    Header(serde_json::Error),
    /// A line that is not an op.
    #[error("line {line}: {source}")]
    Op {
        /// Counted from 1; the header is line 1.
        line: usize,
        /// What is wrong with it.
        source: OpError,
    },
    /// An op by a writer whom the header does not name.
    #[error("line {line}: the header does not name the writer {writer}")]
    Writer {
        /// Counted from 1; the header is line 1.
        line: usize,
        /// By the op's id.
        writer: WriterId,
    },
    /// An op outside the header's range of Lamport numbers.
    #[error("line {line}: Lamport number {lamport} is outside the header's range")]
    Range {
        /// Counted from 1; the header is line 1.
        line: usize,
        /// By the op's id.
        lamport: u64,
    },
    /// More or fewer ops than the header says.
    #[error("{found} ops instead of {expected}")]
    Count {
        /// Ops by the header.
        expected: usize,
        /// Ops there are.
        found: usize,
    },
    /// Lamport numbers that run away from all that this replica has seen.
    #[error("its Lamport numbers reach {reaches}, too far ahead of {seen}")]
    Jump {
        /// The greatest Lamport number seen before.
        seen: u64,
        /// The greatest in the segment.
        reaches: u64,
    },
    /// A segment of another portfolio.
    #[error("it belongs to the portfolio {found}")]
    OtherRoot {
        /// By the header.
        found: RootId,
    },
    /// A segment in the folder of another device.
    #[error("it was written by the device {found}")]
    OtherDevice {
        /// By the header.
        found: DeviceId,
    },
    /// A segment whose name and header disagree on its number.
    #[error("its header says number {found}")]
    OtherNumber {
        /// By the header.
        found: u32,
    },
}
