//! What is kept of a cluster: where its frames lie, and when one can start with it.

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::ops::Range;

use super::blocks::{Block, Met, walk};
use crate::ebml::Element;
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// A cluster of frames.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// Its header, to walk over it again.
    pub(super) element: Element,
    pub(super) time: u64,
    /// Its frames, as ranges of neighbours.
    pub(super) runs: Vec<Range<u64>>,
    /// When one can start with it: its first key frame, and those that come a good while after another.
    pub(super) keys: Vec<u64>,
    /// The times of its first and last frame.
    pub(super) span: (u64, u64),
}

/// The last time of each track, and how long a frame lasted there.
pub(super) type Ends = BTreeMap<u64, (u64, u64)>;

impl Cluster {
    /// How much is kept of it, counted in numbers.
    pub(super) fn weight(&self) -> usize {
        8 + 2 * self.runs.len() + self.keys.len()
    }
}

/// Adds a time to start at, if it comes `apart` from the last one.
pub(super) fn add_key(keys: &mut Vec<u64>, at: u64, apart: u64) {
    if keys.last().is_none_or(|last| at >= last.saturating_add(apart)) {
        keys.push(at);
    }
}

/// Reads a cluster, of whose key frames those of the track `leading` count, if they are `apart` from each other. `None` if it
/// has no frames.
pub(super) fn read<R: Read + Seek>(
    input: &mut Input<R>,
    mut element: Element,
    leading: u64,
    apart: u64,
    ends: &mut Ends,
) -> Result<(Option<Cluster>, u64), Fault> {
    let mut time = None;
    let (mut runs, mut keys, mut span) = (Vec::<Range<u64>>::new(), Vec::<u64>::new(), None);
    let end = walk(input, &element, |met| {
        let block = match met {
            Met::Time(met) if runs.is_empty() => {
                time = Some(met);
                return Ok(());
            }
            Met::Time(_) => return Err(Kept::Unusual.into()),
            Met::Block(block) => block,
        };
        let at = shown_at(time.ok_or(Kept::Damaged)?, &block)?;
        if block.track == leading && block.is_key {
            add_key(&mut keys, at, apart);
        }
        let (first, last) = span.unwrap_or((at, at));
        span = Some((at.min(first), at.max(last)));
        let (before, length) = ends.get(&block.track).copied().unwrap_or((at, 0));
        let length = if at > before { at - before } else { length };
        ends.insert(block.track, (at.max(before), length));
        match runs.last_mut() {
            Some(run) if run.end == block.range.start => run.end = block.range.end,
            _ => runs.push(block.range),
        }
        Ok(())
    })?;
    element.body.end = end;
    element.is_endless = false;
    let cluster = time.zip(span).map(|(time, span)| Cluster { element, time, runs, keys, span });
    Ok((cluster, end))
}

/// When a block is shown. No recorder shows anything before the beginning.
pub(super) fn shown_at(cluster: u64, block: &Block) -> Result<u64, Fault> {
    cluster.checked_add_signed(block.offset.into()).ok_or(Kept::Unusual.into())
}
