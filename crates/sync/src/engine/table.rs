//! The log on both sides: which segments are here, and which are there.

use std::collections::BTreeMap;

use replica::DeviceId;

use crate::layout::SegmentAt;

/// What is known of a segment.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// Its size in the newest listing.
    pub listed: Option<u64>,
    /// Whether this device has it.
    pub held: bool,
    /// Whether this run sent it.
    pub sent: bool,
}

/// Every segment that this device holds or a listing shows.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The devices that have a folder there.
    pub devices: Vec<DeviceId>,
    segments: BTreeMap<SegmentAt, Known>,
}

impl Table {
    /// Notes that this device holds these.
    pub(super) fn hold(&mut self, segments: &[SegmentAt]) {
        for at in segments {
            self.entry(*at).held = true;
        }
    }

    pub(super) fn entry(&mut self, at: SegmentAt) -> &mut Known {
        self.segments.entry(at).or_default()
    }

    /// The size of a segment in the newest listing; 0 for one that is not listed.
    pub(super) fn listed_size(&self, at: &SegmentAt) -> u64 {
        self.segments.get(at).and_then(|known| known.listed).unwrap_or_default()
    }

    /// The segments that fit, in order.
    pub(super) fn those(&self, fit: impl Fn(&SegmentAt, &Known) -> bool) -> Vec<SegmentAt> {
        self.segments.iter().filter(|(at, known)| fit(at, known)).map(|(at, _)| *at).collect()
    }
}

impl Known {
    /// Whether it is there with the size that its name says.
    pub(super) fn is_whole(&self, at: &SegmentAt) -> bool {
        self.listed == Some(at.name.bytes)
    }
}

/// Bytes of all of them.
pub(super) fn bytes(segments: &[SegmentAt]) -> u64 {
    segments.iter().map(|at| at.name.bytes).sum()
}
