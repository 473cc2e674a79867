//! The index: what was written as bytes, and what came since.

use std::collections::BTreeSet;

use crate::fresh::{Document, Fresh};
use crate::settle::Settling;
use crate::stored::Stored;
use crate::weight::Weight;
use crate::words::Words;

/// Documents and their words.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(crate) stored: Stored,
    /// The documents of `stored` that were replaced or taken away since.
    pub(crate) gone: BTreeSet<usize>,
    pub(crate) fresh: Fresh,
    pub(crate) settling: Option<Settling>,
}

impl Index {
    /// An index from its [bytes](Self::bytes); nothing where they are cut, damaged or from another version. Then it is made anew.
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        Some(Self { stored: Stored::open(bytes)?, ..Self::default() })
    }

    /// The index as it was when it last [settled](Self::settle_some), in bytes.
    pub fn bytes(&self) -> &[u8] {
        self.stored.bytes()
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.stored.len() - self.gone.len() + self.fresh.by_key().len()
    }

    /// How many documents were put or taken away since it settled.
    pub fn changes(&self) -> usize {
        self.gone.len() + self.fresh.len()
    }

    /// The [stamp](crate::stamp) of a document when it was put here, to tell whether it has changed.
    pub fn stamp(&self, key: &str) -> Option<u64> {
        self.fresh.stamp(key).or_else(|| self.stored.stamp(self.number(key)?))
    }

    /// Puts a document in, in place of the one with the same key. The `note` comes back with each [`Hit`](crate::Hit); no word of it is
    /// searched.
    pub fn put<'t>(
        &mut self,
        key: &str,
        stamp: u64,
        note: impl Into<String>,
        texts: impl IntoIterator<Item = (Weight, &'t str)>,
    ) {
        self.put_words(key, stamp, note, texts.into_iter().collect());
    }

    /// The same with words that were read before.
    pub fn put_words(&mut self, key: &str, stamp: u64, note: impl Into<String>, words: Words) {
        self.remove(key);
        self.settling = None;
        self.fresh.put(Document { key: key.to_owned(), stamp, note: note.into() }, words);
    }

    /// Takes a document away. Its words stay in the [bytes](Self::bytes) until the index settles.
    pub fn remove(&mut self, key: &str) {
        let stored = self.number(key);
        if stored.is_some_and(|number| self.gone.insert(number)) | self.fresh.remove(key) {
            self.settling = None;
        }
    }

    /// The keys of all documents.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let is_here = |number: &usize| !self.gone.contains(number);
        let stored = (0..self.stored.len()).filter(is_here).filter_map(|number| self.stored.key(number));
        stored.chain(self.fresh.by_key().map(|(key, _)| key))
    }

    /// The number of a document that is still what it was when it was written.
    fn number(&self, key: &str) -> Option<usize> {
        self.stored.number(key).filter(|number| !self.gone.contains(number))
    }
}
