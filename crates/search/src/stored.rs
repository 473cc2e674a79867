//! An index as bytes, read where they lie.
//!
//! | what | bytes |
//! |---|---|
//! | [`FORM`] | as it is long |
//! | how many documents, bytes of keys, bytes of notes, blocks, bytes of words, bytes of postings | 4 each |
//! | the stamp of each document, in the order of their keys | 8 each |
//! | where its key ends | 4 each |
//! | the keys | |
//! | where its note ends | 4 each |
//! | the notes | |
//! | where each block of words begins, and its postings | 4 and 4 each |
//! | the words in their order: how many bytes are those of the word before, how many are new, these, and how many bytes of postings it has | |
//! | the [postings](crate::postings), word by word | |
//! | a checksum of all that | 8 |
//!
//! The first word of each block of [`BLOCK`] words stands there whole, so that a word is found without reading those before its
//! block. Numbers have their lowest byte first.

mod cursor;
mod write;

use crate::bytes::{Reader, row};
use crate::digest::Digest;
pub use cursor::Cursor;
pub use write::Writer;

/// The form of the bytes. Another one is not read: the index is only a cache.
const FORM: &[u8] = b"search 3";

/// Words in a block.
const BLOCK: usize = 16;

/// Bytes of a block's row.
const BLOCK_ROW: usize = 8;

/// An index that was written. What is not where it should be reads as not there.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    bytes: Vec<u8>,
    documents: usize,
    blocks: usize,
    /// Where each part ends; it begins where the one before ends, the first behind the counts.
    ends: [usize; PARTS],
}

/// The parts in their order.
#[derive(Clone, Copy)]
enum Part {
    Stamps,
    KeyEnds,
    Keys,
    NoteEnds,
    Notes,
    Blocks,
    Words,
    Postings,
}

const PARTS: usize = 8;

/// Bytes before the first part.
const HEAD: usize = FORM.len() + 6 * 4;

/// Bytes of the checksum.
const SUM: usize = 8;

impl Stored {
    /// Takes bytes that [`Writer`] made; nothing where they are cut, damaged or of another form.
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<SUM>()?;
        let mut head = Reader(content.strip_prefix(FORM)?);
        let (documents, keys, notes) = (head.count()?, head.count()?, head.count()?);
        let (blocks, words, postings) = (head.count()?, head.count()?, head.count()?);
        let lengths = [
            documents.checked_mul(8)?,
            documents.checked_mul(4)?,
            keys,
            documents.checked_mul(4)?,
            notes,
            blocks.checked_mul(BLOCK_ROW)?,
            words,
            postings,
        ];
        let mut ends = [HEAD; PARTS];
        let mut end = HEAD;
        for (place, length) in ends.iter_mut().zip(lengths) {
            end = end.checked_add(length)?;
            *place = end;
        }
        let is_whole = end == content.len() && Digest::of(content) == u64::from_le_bytes(*sum);
        is_whole.then_some(Self { bytes, documents, blocks, ends })
    }

    /// All of it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many documents it has; their numbers are below that, in the order of their keys.
    pub fn len(&self) -> usize {
        self.documents
    }

    /// The key of a document.
    pub fn key(&self, number: usize) -> Option<&str> {
        self.text(Part::KeyEnds, Part::Keys, number)
    }

    /// Its note.
    pub fn note(&self, number: usize) -> Option<&str> {
        self.text(Part::NoteEnds, Part::Notes, number)
    }

    /// The stamp of a document.
    pub fn stamp(&self, number: usize) -> Option<u64> {
        row(self.part(Part::Stamps), number).map(|stamp| u64::from_le_bytes(*stamp))
    }

    /// The number of the document with this key.
    pub fn number(&self, key: &str) -> Option<usize> {
        let number = first_place(self.documents, |number| self.key(number).is_some_and(|other| other < key));
        (self.key(number) == Some(key)).then_some(number)
    }

    /// At the first word that is not before `from`.
    pub fn words_from(&self, from: &str) -> Cursor<'_> {
        let is_before = |block| self.first_word(block).is_some_and(|word| word < from.as_bytes());
        let block = first_place(self.blocks, is_before).saturating_sub(1);
        let mut cursor = self.cursor(block).unwrap_or_default();
        while cursor.word().is_some_and(|word| word < from) {
            cursor.advance();
        }
        cursor
    }

    fn cursor(&self, block: usize) -> Option<Cursor<'_>> {
        let (words, postings) = self.block(block)?;
        let (words, postings) = (self.part(Part::Words).get(words..)?, self.part(Part::Postings).get(postings..)?);
        Some(Cursor::new(words, postings))
    }

    /// The first word of a block, which stands there whole.
    fn first_word(&self, block: usize) -> Option<&[u8]> {
        let (words, _) = self.block(block)?;
        let mut reader = Reader(self.part(Part::Words).get(words..)?);
        reader.varint()?;
        let length = reader.varint()?;
        reader.take(length as usize)
    }

    /// Where the words of a block begin, and their postings.
    fn block(&self, block: usize) -> Option<(usize, usize)> {
        let mut row = Reader(row::<BLOCK_ROW>(self.part(Part::Blocks), block)?);
        Some((row.count()?, row.count()?))
    }

    /// One of texts that lie one behind the other.
    fn text(&self, ends: Part, texts: Part, number: usize) -> Option<&str> {
        let end_of = |number| Some(u32::from_le_bytes(*row(self.part(ends), number)?) as usize);
        let begin = number.checked_sub(1).map_or(Some(0), end_of)?;
        std::str::from_utf8(self.part(texts).get(begin..end_of(number)?)?).ok()
    }

    fn part(&self, part: Part) -> &[u8] {
        let at = part as usize;
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(HEAD);
        self.ends.get(at).and_then(|end| self.bytes.get(begin..*end)).unwrap_or_default()
    }
}

/// How many of `count` places, the first of them, are before what is looked for.
fn first_place(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Three documents, and words `a0` to `a99` with one byte of postings each.
    fn written() -> Vec<u8> {
        let mut writer = Writer::default();
        for (number, key) in ["k1", "k2", "ä"].into_iter().enumerate() {
            writer.document(key, number as u64, ["", "a note", "né"][number]);
        }
        let mut words: Vec<String> = (0..100).map(|number| format!("a{number}")).collect();
        words.sort();
        words.iter().zip(0..).for_each(|(word, number)| writer.word(word, &[number]));
        writer.finish()
    }

    #[test]
    fn what_was_written_is_read_where_it_lies() {
        let stored = Stored::open(written()).unwrap();
        let keys: Vec<_> = (0..4).map(|number| stored.key(number)).collect();
        assert_eq!(keys, [Some("k1"), Some("k2"), Some("ä"), None]);
        assert_eq!((stored.number("ä"), stored.number("k"), stored.stamp(2)), (Some(2), None, Some(2)));
        let notes: Vec<_> = (0..4).map(|number| stored.note(number)).collect();
        assert_eq!(notes, [Some(""), Some("a note"), Some("né"), None]);
        for from in ["", "a", "a0", "a16", "a161", "a49", "a99", "b"] {
            let mut cursor = stored.words_from(from);
            let mut read = Vec::new();
            while let Some((word, postings)) = cursor.entry() {
                read.push((word.to_owned(), postings.to_vec()));
                cursor.advance();
            }
            let mut words: Vec<String> = (0..100).map(|number| format!("a{number}")).collect();
            words.sort();
            let words = words.into_iter().zip(0..).map(|(word, number)| (word, vec![number]));
            assert_eq!(read, words.filter(|(word, _)| word.as_str() >= from).collect::<Vec<_>>(), "{from}");
        }
    }

    #[test]
    fn nothing_is_written_and_read() {
        let stored = Stored::open(Writer::default().finish()).unwrap();
        assert_eq!((stored.len(), stored.number("")), (0, None));
        assert_eq!(stored.words_from("").entry(), None);
        assert_eq!(Stored::default().words_from("").entry(), None);
    }

    proptest! {
        #[test]
        fn damage_is_seen(at: prop::sample::Index, bit in 0..8_u8, cut: prop::sample::Index) {
            let mut bytes = written();
            let shorter = bytes[..cut.index(bytes.len())].to_vec();
            prop_assert!(Stored::open(shorter).is_none());
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(Stored::open(bytes).is_none());
        }

        #[test]
        fn what_makes_no_sense_ends(changes: Vec<(prop::sample::Index, u8)>, from in "[ab0-9]{0,2}") {
            let mut bytes = written();
            bytes.truncate(bytes.len() - SUM);
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let sum = Digest::of(&bytes);
            bytes.extend(sum.to_le_bytes());
            if let Some(stored) = Stored::open(bytes) {
                let mut cursor = stored.words_from(&from);
                let most = stored.bytes().len();
                let steps = (0..=most).take_while(|_| { cursor.advance(); cursor.word().is_some() }).count();
                prop_assert!(steps <= most);
                let read = (0..stored.len().min(most)).filter_map(|number| stored.number(stored.key(number)?));
                prop_assert!(read.count() <= most);
            }
        }
    }
}
