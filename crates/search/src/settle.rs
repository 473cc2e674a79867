//! What came since becomes part of the bytes, a slice at a time, so that a page can draw in between.

use crate::fresh::Document;
use crate::index::Index;
use crate::postings::{self, Postings};
use crate::stored::{Stored, Writer};
use crate::weight::Weight;

/// Bytes being written anew.
#[derive(Clone, Debug)]
pub struct Settling {
    writer: Writer,
    /// The new numbers of the documents that were written before, and of those that came since.
    stored: Vec<Option<u32>>,
    fresh: Vec<Option<u32>>,
    /// The first word that is still to come.
    next: String,
}

impl Index {
    /// Writes the [bytes](Self::bytes) anew with all that has changed, up to `words` words at once. Whether it is done; a change on
    /// the way begins it from the start. Ten thousand words in ten thousand documents take some milliseconds.
    pub fn settle_some(&mut self, words: usize) -> bool {
        if self.changes() == 0 {
            return true;
        }
        let mut settling = self.settling.take().unwrap_or_else(|| Settling::begin(self));
        if settling.go_on(self, words) {
            self.settling = Some(settling);
            return false;
        }
        // What was just written opens.
        if let Some(stored) = Stored::open(settling.writer.finish()) {
            *self = Self { stored, ..Self::default() };
        }
        true
    }
}

impl Settling {
    /// Writes the documents in the order of their keys.
    fn begin(index: &Index) -> Self {
        let mut settling = Self {
            writer: Writer::default(),
            stored: vec![None; index.stored.len()],
            fresh: vec![None; index.fresh.len()],
            next: String::new(),
        };
        let mut stored = (0..index.stored.len()).filter(|number| !index.gone.contains(number)).peekable();
        let mut fresh = index.fresh.by_key().peekable();
        let mut number = 0_u32..;
        loop {
            let old = stored.peek().and_then(|number| index.stored.key(*number));
            let takes_old = match (old, fresh.peek()) {
                (Some(old), Some((new, _))) => old < *new,
                (old, None) => old.is_some(),
                (None, Some(_)) => false,
            };
            let written = if takes_old {
                stored.next().and_then(|at| {
                    let (key, stamp, note) = (index.stored.key(at)?, index.stored.stamp(at)?, index.stored.note(at)?);
                    Some((key, stamp, note, settling.stored.get_mut(at)?))
                })
            } else {
                fresh.next().and_then(|(_, at)| {
                    let Document { key, stamp, note } = index.fresh.document(at)?;
                    Some((key.as_str(), *stamp, note.as_str(), settling.fresh.get_mut(at as usize)?))
                })
            };
            let Some((key, stamp, note, place)) = written else { return settling };
            *place = number.next();
            settling.writer.document(key, stamp, note);
        }
    }

    /// Writes some more words; whether any are left.
    fn go_on(&mut self, index: &Index, words: usize) -> bool {
        let from = std::mem::take(&mut self.next);
        let mut stored = index.stored.words_from(&from);
        let mut fresh = index.fresh.words_from(&from).peekable();
        for _ in 0..words {
            let (old, new) = (stored.entry(), fresh.peek().copied());
            let Some(word) = old.map(|(word, _)| word).into_iter().chain(new.map(|(word, _)| word)).min() else {
                return false;
            };
            let old = old.filter(|(old, _)| *old == word).map(|(_, postings)| postings);
            let new = new.filter(|(new, _)| *new == word).map(|(_, postings)| postings);
            let postings = self.postings(old.unwrap_or_default(), new.unwrap_or_default());
            if !postings.bytes().is_empty() {
                self.writer.word(word, postings.bytes());
            }
            if old.is_some() {
                stored.advance();
            }
            if new.is_some() {
                fresh.next();
            }
        }
        let left = stored.word().into_iter().chain(fresh.peek().map(|(word, _)| *word)).min();
        self.next = left.unwrap_or_default().to_owned();
        left.is_some()
    }

    /// The postings of one word with the new numbers.
    fn postings(&self, old: &[u8], new: &[u8]) -> Postings {
        let renumber = |numbers: &[Option<u32>], (document, weight): (u32, Weight)| {
            numbers.get(document as usize).copied().flatten().map(|number| (number, weight))
        };
        let old = postings::read(old).filter_map(|posting| renumber(&self.stored, posting));
        let new = postings::read(new).filter_map(|posting| renumber(&self.fresh, posting));
        let mut all: Vec<(u32, Weight)> = old.chain(new).collect();
        all.sort_unstable();
        let mut postings = Postings::default();
        all.into_iter().for_each(|(document, weight)| postings.push(document, weight));
        postings
    }
}
