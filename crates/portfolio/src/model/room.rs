//! What may go from a device to make room on it: copies of files that a storage holds, too, and that nobody needs here to find their way.
//!
//! A device that says "freed" must never have lost anything. So the question is asked of the portfolio, which knows what a file is for,
//! and of a listing of the storage, which knows what lies there.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{Artifact, Portfolio, StoredFile};
use crate::entity::EntityId;

#[cfg(test)]
mod tests;

/// A file of at most so many bytes stays: it frees little, and a small picture stands in lists as it is.
pub const LEAST: u64 = 64 << 10;

/// What a device holds of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What tells it from other files: a [`StoredFile::hash`].
    pub hash: String,
    /// How many of its bytes are on the device.
    pub bytes: u64,
    /// When it came or was looked at last; `None`: before anybody took note.
    pub used: Option<DateTime<Utc>>,
}

impl Portfolio {
    /// Those of the `held` files that may go, the one that nobody has looked at for longest first, and of two of the same time the larger.
    ///
    /// `is_backed_up` says whether a file was seen whole on the storage. A file may go only if
    /// - it was,
    /// - it is what a piece shows: what lists and pages are made of (previews, sources, frameworks, copies that were handed in) stays,
    /// - it is larger than [`LEAST`],
    /// - and no piece that shows it was handed in while a part of it was not seen there: until then this device may be the only one
    ///   that can show what was handed in.
    pub fn may_go(&self, held: Vec<Held>, is_backed_up: impl Fn(&StoredFile) -> bool) -> Vec<Held> {
        let shown = self.shown_in();
        let stays = self.made_of();
        let unsafe_pieces = self.handed_in_but_not_backed_up(&is_backed_up);
        let may_go = |held: &Held| {
            let Some((file, pieces)) = shown.get(held.hash.as_str()) else { return false };
            file.size > LEAST
                && !stays.contains(held.hash.as_str())
                && is_backed_up(file)
                && pieces.iter().all(|piece| !unsafe_pieces.contains(piece))
        };
        let mut going: Vec<Held> = held.into_iter().filter(|held| held.bytes > 0 && may_go(held)).collect();
        going.sort_by(|one, other| {
            (one.used, Reverse(one.bytes), &one.hash).cmp(&(other.used, Reverse(other.bytes), &other.hash))
        });
        going
    }

    /// The files that pieces show, by their hashes, each with all pieces that show it.
    fn shown_in(&self) -> BTreeMap<&str, (&StoredFile, Vec<&EntityId>)> {
        let mut shown: BTreeMap<&str, (&StoredFile, Vec<&EntityId>)> = BTreeMap::new();
        for artifact in self.artifacts.values() {
            if let Some(file) = artifact.file() {
                shown.entry(&file.hash).or_insert((file, Vec::new())).1.push(&artifact.evidence);
            }
        }
        shown
    }

    /// The hashes of the files that lists and pages are made of.
    fn made_of(&self) -> BTreeSet<&str> {
        let packages = self.adoptions.values().map(|adoption| &adoption.file);
        let beside = self.artifacts.values().flat_map(Artifact::beside);
        let copies = self.frozen.values().map(|frozen| &frozen.manifest);
        packages.chain(beside).chain(copies).map(|file| file.hash.as_str()).collect()
    }

    /// The pieces that were handed in, also those taken back, of which the copy or a file was not seen on the storage. The files that a
    /// copy names are those of the piece's artifacts, removed ones among them.
    fn handed_in_but_not_backed_up(&self, is_backed_up: impl Fn(&StoredFile) -> bool) -> BTreeSet<&EntityId> {
        let handed_in: BTreeSet<&EntityId> = self.submissions.values().map(|submission| &submission.piece).collect();
        let copies = self.frozen.values().map(|frozen| (&frozen.piece, &frozen.manifest));
        let files = self.artifacts.values().filter_map(|artifact| Some((&artifact.evidence, artifact.file()?)));
        let missing = copies.chain(files).filter(|(_, file)| !is_backed_up(file)).map(|(piece, _)| piece);
        missing.filter(|piece| handed_in.contains(piece)).collect()
    }
}

/// The first of those that may go that together hold `wanted` bytes; all of them where they hold less.
pub fn enough(going: Vec<Held>, wanted: u64) -> Vec<Held> {
    let mut freed = 0_u64;
    let is_needed = |held: &Held| {
        let is_needed = freed < wanted;
        freed = freed.saturating_add(held.bytes);
        is_needed
    };
    going.into_iter().take_while(is_needed).collect()
}
