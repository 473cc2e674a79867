//! Writing an index, its documents first, then its words, both in their order.

use super::{BLOCK, FORM};
use crate::bytes::{length, push_varint};
use crate::digest::Digest;

/// An index being written.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    stamps: Vec<u8>,
    key_ends: Vec<u8>,
    keys: Vec<u8>,
    note_ends: Vec<u8>,
    notes: Vec<u8>,
    blocks: Vec<u8>,
    words: Vec<u8>,
    postings: Vec<u8>,
    /// How many words there are in the last block.
    in_block: usize,
    last: String,
}

impl Writer {
    /// Appends a document.
    pub fn document(&mut self, key: &str, stamp: u64, note: &str) {
        self.stamps.extend(stamp.to_le_bytes());
        self.keys.extend(key.as_bytes());
        self.key_ends.extend(length(self.keys.len()).to_le_bytes());
        self.notes.extend(note.as_bytes());
        self.note_ends.extend(length(self.notes.len()).to_le_bytes());
    }

    /// Appends a word with its postings.
    pub fn word(&mut self, word: &str, postings: &[u8]) {
        if self.in_block == BLOCK || self.blocks.is_empty() {
            self.blocks.extend(length(self.words.len()).to_le_bytes());
            self.blocks.extend(length(self.postings.len()).to_le_bytes());
            self.in_block = 0;
            self.last.clear();
        }
        let shared = shared(&self.last, word);
        let new = word.get(shared..).unwrap_or_default();
        push_varint(&mut self.words, length(shared));
        push_varint(&mut self.words, length(new.len()));
        self.words.extend(new.as_bytes());
        push_varint(&mut self.words, length(postings.len()));
        self.postings.extend(postings);
        self.in_block += 1;
        word.clone_into(&mut self.last);
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        let documents = self.stamps.len() / 8;
        let blocks = self.blocks.len() / super::BLOCK_ROW;
        let counts = [documents, self.keys.len(), self.notes.len(), blocks, self.words.len(), self.postings.len()];
        let of_documents = [self.stamps, self.key_ends, self.keys, self.note_ends, self.notes];
        let parts: Vec<Vec<u8>> = of_documents.into_iter().chain([self.blocks, self.words, self.postings]).collect();
        let length_of_all = super::HEAD + parts.iter().map(Vec::len).sum::<usize>() + super::SUM;
        let mut bytes = Vec::with_capacity(length_of_all);
        bytes.extend(FORM);
        counts.into_iter().for_each(|count| bytes.extend(length(count).to_le_bytes()));
        parts.iter().for_each(|part| bytes.extend(part));
        let sum = Digest::of(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }
}

/// How many bytes two words have in common at their beginnings, whole letters.
fn shared(one: &str, other: &str) -> usize {
    let letters = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    letters.map(|(letter, _)| letter.len_utf8()).sum()
}
