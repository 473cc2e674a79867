//! From loose ops to segments.

use super::{Header, SEGMENT_LIMIT, SegmentError, SegmentName, lines};
use crate::id::{DeviceId, Hash, OpId, RootId};
use crate::op::{Op, OpError};

/// How many bytes of lines to try first: a learner's words shrink to a third.
const DRAFT_BYTES: usize = 600_000;

/// A frozen segment: these bytes under this name, for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its name in the device's folder.
    pub name: SegmentName,
    /// SHA-256 of its bytes, which the next segment's header repeats.
    pub hash: Hash,
    /// One gzip member.
    pub gzip: Vec<u8>,
    /// The ops in it, ascending: their rows are loose no more.
    pub ops: Vec<OpId>,
}

/// Cuts ops into segments. It compresses nothing itself, because the browser does that by a stream of its own: take the
/// lines of [`draft`](Self::draft), compress them, hand the gzip to [`accept`](Self::accept), until no draft is left.
///
/// Store every segment before the next draft is taken and before anything is uploaded: its name is in the next header.
#[derive(Debug)]
pub struct Freezer {
    root: RootId,
    device: DeviceId,
    seq: u32,
    prev: Option<Hash>,
    /// Ascending by id.
    ops: Vec<Op>,
    /// How many of them are frozen.
    frozen: usize,
    /// How many ops the draft at hand holds.
    drafted: usize,
    /// How many a draft may hold, after one came out too large.
    most: usize,
}

impl Freezer {
    /// A freezer for `ops` of one device, which has written `seq` segments so far, the last with the hash `prev`.
    pub fn new(root: RootId, device: DeviceId, seq: u32, prev: Option<Hash>, mut ops: Vec<Op>) -> Self {
        ops.sort_unstable_by_key(|op| op.id);
        Self { root, device, seq, prev, ops, frozen: 0, drafted: 0, most: usize::MAX }
    }

    /// The lines of the next segment, to be compressed as one gzip member; nothing when all ops are frozen.
    ///
    /// # Errors
    /// [`SegmentError::Op`], where an op is beyond the limits of the format.
    pub fn draft(&mut self) -> Result<Option<Vec<u8>>, SegmentError> {
        let left = self.ops.get(self.frozen..).unwrap_or_default();
        if left.is_empty() {
            return Ok(None);
        }
        self.drafted = count(left, self.most)?;
        let ops = &left[..self.drafted];
        lines::encode(&self.header(ops), ops).map(Some)
    }

    /// Takes the gzip of the draft. Nothing comes back where it is more than [`SEGMENT_LIMIT`]: then the next draft is
    /// half as long.
    ///
    /// # Errors
    /// [`SegmentError::TooLarge`], where a single op is too large: this is no gzip of the draft.
    pub fn accept(&mut self, gzip: Vec<u8>) -> Result<Option<Segment>, SegmentError> {
        if gzip.len() > SEGMENT_LIMIT {
            if self.drafted < 2 {
                return Err(SegmentError::TooLarge { bytes: gzip.len() });
            }
            self.most = self.drafted / 2;
            return Ok(None);
        }
        let ops = self.ops.iter().skip(self.frozen).take(self.drafted).map(|op| op.id).collect();
        self.frozen += self.drafted;
        self.drafted = 0;
        self.seq += 1;
        let hash = Hash::of(&gzip);
        self.prev = Some(hash);
        Ok(Some(Segment { name: SegmentName::of(self.seq, &gzip), hash, gzip, ops }))
    }

    fn header(&self, ops: &[Op]) -> Header {
        let mut writers: Vec<_> = ops.iter().map(|op| op.id.writer).collect();
        writers.sort_unstable();
        writers.dedup();
        let lamport = |op: Option<&Op>| op.map_or(0, |op| op.id.lamport);
        Header {
            root: self.root,
            device: self.device,
            writers,
            seq: self.seq + 1,
            prev: self.prev,
            lamport: (lamport(ops.first()), lamport(ops.last())),
            ops: ops.len(),
        }
    }
}

/// How many of `ops`, at most `most`, go into one draft; at least one.
fn count(ops: &[Op], most: usize) -> Result<usize, SegmentError> {
    let mut bytes = 0;
    for (place, op) in ops.iter().enumerate().take(most) {
        bytes += length(op).map_err(|source| SegmentError::Op { line: place + 2, source })?;
        if bytes > DRAFT_BYTES {
            return Ok(place.max(1));
        }
    }
    Ok(ops.len().min(most))
}

fn length(op: &Op) -> Result<usize, OpError> {
    op.to_json().map(|line| line.len() + 1)
}
