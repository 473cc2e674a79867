//! In which documents a word stands, and where in each: a byte or two for each document.

use crate::bytes::{Reader, push_varint};
use crate::weight::Weight;

/// The documents of one word, in ascending order, as they are kept: of each how far it is from the one before, and the weight in
/// the lowest bits.
#[derive(Clone, Debug, Default)]
pub struct Postings {
    bytes: Vec<u8>,
    last: u32,
}

impl Postings {
    /// Appends a document, which comes after all that are here.
    pub fn push(&mut self, document: u32, weight: Weight) {
        let step = document.saturating_sub(self.last);
        self.last = document;
        push_varint(&mut self.bytes, step << Weight::BITS | weight.to_bits());
    }

    /// As they are kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The documents of a word, from what [`Postings`] keeps.
pub fn read(bytes: &[u8]) -> impl Iterator<Item = (u32, Weight)> {
    let (mut reader, mut document) = (Reader(bytes), 0_u32);
    std::iter::from_fn(move || {
        let number = reader.varint()?;
        document = document.checked_add(number >> Weight::BITS)?;
        Some((document, Weight::of_bits(number)))
    })
}
