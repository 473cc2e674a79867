//! Ops in files that never change: gzip over JSON lines, the first of which says whose they are.

mod error;
mod freeze;
#[cfg(feature = "gzip")]
mod gzip;
mod header;
mod lines;
mod name;

pub use error::SegmentError;
pub use freeze::{Freezer, Segment};
#[cfg(feature = "gzip")]
pub use gzip::{compress, inflate};
pub use header::{FORMAT, Header, LAMPORT_JUMP};
pub use lines::{encode, parse};
pub use name::SegmentName;

/// The most bytes of gzip in one segment.
pub const SEGMENT_LIMIT: usize = 256 * 1024;

/// The most bytes that a segment may inflate to. Writers stay far below it; it is there to stop a decompression bomb.
pub const INFLATED_LIMIT: usize = 16 * 1024 * 1024;
