//! Cutting a film at both ends, at frames: nothing is decoded, so nothing is lost.

use std::io::{Read, Seek};

use super::Recording;
use super::blocks::{Block, Met, walk};
use super::clusters::{Cluster, add_key, shown_at};
use super::write::NewCluster;
use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::plan::{Piece, Plan};

/// A film that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trimmed {
    /// The new film.
    pub plan: Plan,
    /// Where it begins in the old one, in milliseconds: at the wanted time, or the last picture before it that can be shown
    /// without another.
    pub from_ms: u64,
    /// Where it ends in the old one, in milliseconds.
    pub to_ms: u64,
}

impl Recording {
    /// The film from one time to another, in milliseconds. `None` if nothing of it lies between them.
    ///
    /// # Errors
    /// [`Fault`] if `file` is not the one that was walked through, or can no longer be read.
    pub fn trim(&self, file: impl Read + Seek, from_ms: u64, to_ms: u64) -> Result<Option<Trimmed>, Fault> {
        let mut input = Input::new(file)?;
        let (wanted, to) = (self.ticks(from_ms), self.ticks(to_ms).min(self.end));
        let Some(from) = self.start(&mut input, wanted)? else { return Ok(None) };
        let mut clusters = Vec::new();
        for cluster in self.clusters.iter().filter(|cluster| cluster.span.1 >= from && cluster.span.0 < to) {
            clusters.extend(self.part(&mut input, cluster, from, to)?);
        }
        if clusters.is_empty() || wanted >= to {
            return Ok(None);
        }
        let plan = self.with(clusters, to - from);
        Ok(Some(Trimmed { plan, from_ms: self.ms(from), to_ms: self.ms(to) }))
    }

    /// The last frame up to `wanted` that can be shown without another, or else the beginning of it all.
    fn start<R: Read + Seek>(&self, input: &mut Input<R>, wanted: u64) -> Result<Option<u64>, Fault> {
        let leading = self.leading();
        let early = self.clusters.iter().rev().filter(|cluster| cluster.span.0 <= wanted);
        for cluster in early {
            let mut best = None;
            each_block(input, cluster, |at, block| {
                if block.track == leading && block.is_key && at <= wanted {
                    best = best.max(Some(at));
                }
                Ok(())
            })?;
            if best.is_some() {
                return Ok(best);
            }
        }
        Ok(self.clusters.iter().map(|cluster| cluster.span.0).min())
    }

    /// What of a cluster is shown from one time to another, with times counted from the first.
    fn part<R: Read + Seek>(
        &self,
        input: &mut Input<R>,
        cluster: &Cluster,
        from: u64,
        to: u64,
    ) -> Result<Option<NewCluster>, Fault> {
        let is_whole = cluster.time >= from && cluster.span.0 >= from && cluster.span.1 < to;
        let time = cluster.time.saturating_sub(from);
        let mut new = NewCluster { time, keys: Vec::new(), frames: Vec::new() };
        if is_whole {
            new.keys = self.starts(cluster).into_iter().map(|key| key - from).collect();
            new.frames = cluster.runs.iter().cloned().map(Piece::Keep).collect();
            return Ok(Some(new));
        }
        let (leading, apart) = (self.leading(), self.apart());
        each_block(input, cluster, |at, block| {
            if (from..to).contains(&at) {
                if block.track == leading && block.is_key && (self.has_pictures() || new.keys.is_empty()) {
                    add_key(&mut new.keys, at - from, apart);
                }
                push_moved(&mut new, block, at - from)?;
            }
            Ok(())
        })?;
        Ok(Some(new).filter(|new| !new.frames.is_empty()))
    }
}

/// Adds a frame that is shown at `at` in the new film.
fn push_moved(new: &mut NewCluster, block: &Block, at: u64) -> Result<(), Fault> {
    let offset = i64::try_from(at).ok().and_then(|at| at.checked_sub_unsigned(new.time));
    let offset = offset.and_then(|offset| i16::try_from(offset).ok()).ok_or(Kept::Unusual)?;
    if offset == block.offset {
        new.frames.push(Piece::Keep(block.range.clone()));
        return Ok(());
    }
    new.frames.push(Piece::Keep(block.range.start..block.offset_place));
    new.frames.push(Piece::Write(offset.to_be_bytes().to_vec()));
    new.frames.push(Piece::Keep(block.offset_place + 2..block.range.end));
    Ok(())
}

/// Walks over a cluster that was walked over before.
fn each_block<R: Read + Seek>(
    input: &mut Input<R>,
    cluster: &Cluster,
    mut meet: impl FnMut(u64, &Block) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut time = cluster.time;
    walk(input, &cluster.element, |met| match met {
        Met::Time(met) => {
            time = met;
            Ok(())
        }
        Met::Block(block) => meet(shown_at(time, &block)?, &block),
    })?;
    Ok(())
}
