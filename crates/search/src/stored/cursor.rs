//! Going through the words of an index.

use crate::bytes::Reader;

/// At a word, or behind the last.
#[derive(Clone, Debug, Default)]
pub struct Cursor<'a> {
    words: Reader<'a>,
    postings: Reader<'a>,
    word: String,
    /// The postings of the word; `None` behind the last.
    here: Option<&'a [u8]>,
}

impl<'a> Cursor<'a> {
    /// At the first word of a block.
    pub(super) fn new(words: &'a [u8], postings: &'a [u8]) -> Self {
        let mut cursor = Self { words: Reader(words), postings: Reader(postings), ..Self::default() };
        cursor.advance();
        cursor
    }

    /// The word it is at.
    pub fn word(&self) -> Option<&str> {
        self.here.map(|_| self.word.as_str())
    }

    /// The word it is at, with its postings.
    pub fn entry(&self) -> Option<(&str, &'a [u8])> {
        self.here.map(|postings| (self.word.as_str(), postings))
    }

    /// Goes to the next word.
    pub fn advance(&mut self) {
        self.here = self.read();
    }

    fn read(&mut self) -> Option<&'a [u8]> {
        let (shared, new) = (self.words.varint()? as usize, self.words.varint()? as usize);
        let new = std::str::from_utf8(self.words.take(new)?).ok()?;
        if !self.word.is_char_boundary(shared) {
            return None;
        }
        self.word.truncate(shared);
        self.word.push_str(new);
        let length = self.words.varint()?;
        self.postings.take(length as usize)
    }
}
