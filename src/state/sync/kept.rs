//! Which files were seen on the storage.

use std::rc::Rc;

use leptos::prelude::*;
use portfolio::model::StoredFile;
use replica::Hash;
use sync::report::{Report, Stop};

use super::AppState;

/// The chunks that the last listing showed, ascending; nothing before there was one.
pub(in crate::state) type Seen = Option<Rc<[Hash]>>;

/// Where files are, as far as this page knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// On this device only: no storage is connected.
    Here,
    /// A storage is connected, but this page has not seen yet what is on it.
    Unknown,
    /// So many were seen whole on the storage when it was looked at last.
    Seen {
        /// Files that were there.
        there: usize,
        /// Files in all.
        total: usize,
    },
}

impl AppState {
    /// How many of `files` were seen on the storage. The running view is told when another look shows more or less.
    pub fn kept<'files>(self, files: impl IntoIterator<Item = &'files StoredFile>) -> Kept {
        if self.connection.with(Option::is_none) {
            return Kept::Here;
        }
        self.seen_there.with(|seen| match seen {
            None => Kept::Unknown,
            Some(seen) => {
                let found: Vec<bool> = files.into_iter().map(|file| is_among(file, seen)).collect();
                Kept::Seen { there: found.iter().filter(|there| **there).count(), total: found.len() }
            }
        })
    }

    /// Whether anybody has looked at the storage since this page was opened. The running view is told.
    pub fn has_seen_storage(self) -> bool {
        self.seen_there.with(Option::is_some)
    }

    /// Whether the last look at the storage showed a file whole. Nobody is told when another look shows something else.
    pub(in crate::state) fn was_seen(self, file: &StoredFile) -> bool {
        self.seen_there.with_untracked(|seen| seen.as_ref().is_some_and(|seen| is_among(file, seen)))
    }

    /// Takes note of what a run saw. Where it met another portfolio, or none, what was seen before says nothing any more.
    pub(super) fn note_seen(self, report: &Report) {
        if let Some(there) = &report.chunks_there {
            self.seen_there.try_set(Some(there.as_slice().into()));
        } else if matches!(report.stopped, Some(Stop::RootMissing | Stop::OtherPortfolio { .. })) {
            self.seen_there.try_set(None);
        }
    }
}

/// Whether each chunk of `file` is among those that were seen.
pub(in crate::state) fn is_among(file: &StoredFile, seen: &[Hash]) -> bool {
    file.chunks.iter().all(|chunk| chunk.parse().is_ok_and(|hash: Hash| seen.binary_search(&hash).is_ok()))
}
