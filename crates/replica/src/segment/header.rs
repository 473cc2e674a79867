//! The first line of a segment.

use serde::{Deserialize, Serialize};

use super::SegmentError;
use super::name::SegmentName;
use crate::id::{DeviceId, Hash, RootId, WriterId};

/// The format that this version writes and reads.
pub const FORMAT: &str = "cairn1";

/// How far the Lamport numbers of one segment may reach beyond all that a replica has seen. One act of a learner takes one
/// number, so 2^32 at once can only be a fault, and would bring the end of the numbers nearer for everybody.
pub const LAMPORT_JUMP: u64 = 1 << 32;

/// Whose ops a segment holds, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The portfolio they belong to.
    pub root: RootId,
    /// The device that wrote the segment, and whose folder it lies in.
    pub device: DeviceId,
    /// The writers of its ops, ascending: starts of the app on that device.
    pub writers: Vec<WriterId>,
    /// Number among the device's segments, from 1 up.
    pub seq: u32,
    /// SHA-256 of the gzip of the device's segment before this one; none for the first.
    pub prev: Option<Hash>,
    /// The least and the greatest Lamport number of its ops.
    pub lamport: (u64, u64),
    /// How many ops follow.
    pub ops: usize,
}

#[derive(Serialize, Deserialize)]
struct Line {
    format: String,
    root: RootId,
    device: DeviceId,
    writers: Vec<WriterId>,
    seq: u32,
    prev: Option<Hash>,
    lamport: (u64, u64),
    ops: usize,
}

/// Only the part of a header that no version of the format may change.
#[derive(Deserialize)]
struct AnyHeader {
    format: String,
}

impl Header {
    pub(super) fn to_json(&self) -> Result<Vec<u8>, SegmentError> {
        let line = Line {
            format: FORMAT.into(),
            root: self.root,
            device: self.device,
            writers: self.writers.clone(),
            seq: self.seq,
            prev: self.prev,
            lamport: self.lamport,
            ops: self.ops,
        };
        serde_json::to_vec(&line).map_err(SegmentError::Header)
    }

    pub(super) fn from_json(line: &[u8]) -> Result<Self, SegmentError> {
        let AnyHeader { format } = serde_json::from_slice(line).map_err(SegmentError::Header)?;
        if format != FORMAT {
            return Err(SegmentError::Format(format));
        }
        let Line { root, device, writers, seq, prev, lamport, ops, .. } =
            serde_json::from_slice(line).map_err(SegmentError::Header)?;
        Ok(Self { root, device, writers, seq, prev, lamport, ops })
    }

    /// Whether the header says what the segment's place says: one of the portfolio's ids, the device's folder and the name.
    ///
    /// # Errors
    /// [`SegmentError::OtherRoot`], [`SegmentError::OtherDevice`], [`SegmentError::OtherNumber`].
    pub fn verify(&self, roots: &[RootId], device: DeviceId, name: &SegmentName) -> Result<(), SegmentError> {
        if !roots.contains(&self.root) {
            return Err(SegmentError::OtherRoot { found: self.root });
        }
        if self.device != device {
            return Err(SegmentError::OtherDevice { found: self.device });
        }
        if self.seq != name.seq {
            return Err(SegmentError::OtherNumber { found: self.seq });
        }
        Ok(())
    }

    /// Whether a replica that has seen Lamport numbers up to `seen` may fold the segment.
    ///
    /// # Errors
    /// [`SegmentError::Jump`].
    pub fn admit(&self, seen: u64) -> Result<(), SegmentError> {
        let reaches = self.lamport.1;
        if reaches > seen.saturating_add(LAMPORT_JUMP) {
            return Err(SegmentError::Jump { seen, reaches });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            root: RootId([1; 16]),
            device: DeviceId([2; 10]),
            writers: vec![WriterId(3)],
            seq: 4,
            prev: Some(Hash([5; 32])),
            lamport: (6, 7),
            ops: 8,
        }
    }

    #[test]
    fn what_a_newer_writer_adds_is_ignored_and_another_format_is_named() {
        let mut json = header().to_json().unwrap();
        assert_eq!(Header::from_json(&json).unwrap(), header());
        json.pop();
        json.extend_from_slice(br#","colour":"green"}"#);
        assert_eq!(Header::from_json(&json).unwrap(), header());
        let newer = br#"{"format":"cairn2","everything":"else"}"#;
        assert!(matches!(Header::from_json(newer), Err(SegmentError::Format(format)) if format == "cairn2"));
    }

    #[test]
    fn a_header_must_fit_its_place() {
        let (root, device, name) = (RootId([1; 16]), DeviceId([2; 10]), SegmentName::of(4, b""));
        header().verify(&[root], device, &name).unwrap();
        let other_root = header().verify(&[RootId([9; 16])], device, &name);
        assert!(matches!(other_root, Err(SegmentError::OtherRoot { found }) if found == root));
        let other_device = header().verify(&[root], DeviceId([9; 10]), &name);
        assert!(matches!(other_device, Err(SegmentError::OtherDevice { found }) if found == device));
        let other_number = header().verify(&[root], device, &SegmentName::of(5, b""));
        assert!(matches!(other_number, Err(SegmentError::OtherNumber { found: 4 })));
    }

    #[test]
    fn lamport_numbers_may_not_run_away() {
        let far = Header { lamport: (1, LAMPORT_JUMP + 10), ..header() };
        far.admit(10).unwrap();
        assert!(matches!(far.admit(9), Err(SegmentError::Jump { seen: 9, .. })));
    }
}
