//! What a file becomes: which of its bytes stay, and what stands between them.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

use crate::boxes::Part;
use crate::fault::{Fault, Kept};

/// The largest box that is freed: its zeros are in memory.
const MOST_FREED: u64 = 16 << 20;

/// One piece of the new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Bytes of the old file, by their place in it.
    Keep(Range<u64>),
    /// Bytes that were not there before.
    Write(Vec<u8>),
}

impl Piece {
    /// How many bytes it is.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Keep(range) => range.end - range.start,
            Self::Write(bytes) => bytes.len() as u64,
        }
    }
}

/// A new file as pieces in a row. Those that are written are small: a plan fits into memory, whatever the file's size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    of: u64,
    pieces: Vec<Piece>,
}

impl Plan {
    /// A file of `size` bytes as it is.
    #[must_use]
    pub fn whole(size: u64) -> Self {
        Self { of: size, pieces: vec![Piece::Keep(0..size)] }
    }

    /// A file of these pieces of one that has `of` bytes.
    pub(crate) fn of_pieces(of: u64, mut pieces: Vec<Piece>) -> Self {
        pieces.retain(|piece| piece.size() > 0);
        Self { of, pieces }
    }

    /// The pieces of the new file in their order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// How many bytes the new file has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.pieces.iter().map(Piece::size).sum()
    }

    /// Whether the new file is the old one.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.pieces == [Piece::Keep(0..self.of)]
    }

    /// Writes the new file.
    ///
    /// # Errors
    /// What reading or writing says, and `UnexpectedEof` if the old file is shorter than it was.
    pub fn write(&self, mut old: impl Read + Seek, mut new: impl Write) -> io::Result<()> {
        for piece in &self.pieces {
            match piece {
                Piece::Write(bytes) => new.write_all(bytes)?,
                Piece::Keep(range) => {
                    old.seek(SeekFrom::Start(range.start))?;
                    if io::copy(&mut (&mut old).take(piece.size()), &mut new)? < piece.size() {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
            }
        }
        Ok(())
    }
}

/// Changes to a file, in any order, that become a plan.
#[derive(Debug, Default)]
pub(crate) struct Edits(BTreeMap<u64, (u64, Vec<u8>)>);

impl Edits {
    /// Leaves a range out.
    pub(crate) fn remove(&mut self, range: Range<u64>) -> Result<(), Fault> {
        self.replace(range, Vec::new())
    }

    /// Writes `bytes` in place of a range. No two may touch the same byte, or begin at the same place.
    pub(crate) fn replace(&mut self, range: Range<u64>, bytes: Vec<u8>) -> Result<(), Fault> {
        let before = self.0.range(..=range.start).next_back();
        let meets_before = before.is_some_and(|(start, (end, _))| *end > range.start || *start == range.start);
        let after = self.0.range(range.start..).next();
        if meets_before || after.is_some_and(|(start, _)| *start < range.end) {
            return Err(Kept::Damaged.into());
        }
        self.0.insert(range.start, (range.end, bytes));
        Ok(())
    }

    /// Turns a box into room for later use: its name changes, what is in it becomes zeros, and nothing moves.
    pub(crate) fn free(&mut self, part: &Part) -> Result<(), Fault> {
        let length = part.body.end - part.body.start;
        if length > MOST_FREED {
            return Err(Kept::TooLarge.into());
        }
        self.replace(part.kind_place(), Part::FREE.to_vec())?;
        self.replace(part.body.clone(), vec![0; length as usize])
    }

    /// Whether bytes of the range are changed.
    pub(crate) fn touch(&self, range: &Range<u64>) -> bool {
        self.0.range(..range.end).next_back().is_some_and(|(_, (end, _))| *end > range.start)
    }

    /// The plan for a file of `size` bytes.
    pub(crate) fn plan(self, size: u64) -> Plan {
        if self.0.is_empty() {
            return Plan::whole(size);
        }
        let mut pieces = Vec::new();
        let mut at = 0;
        for (start, (end, bytes)) in self.0 {
            pieces.push(Piece::Keep(at..start));
            pieces.push(Piece::Write(bytes));
            at = end;
        }
        pieces.push(Piece::Keep(at..size));
        Plan::of_pieces(size, pieces)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn edits_in_any_order_become_pieces_in_a_row() {
        let mut edits = Edits::default();
        edits.remove(6..8).unwrap();
        edits.replace(0..2, b"AB!".to_vec()).unwrap();
        edits.replace(4..4, b"+".to_vec()).unwrap();
        let plan = edits.plan(8);
        let mut new = Vec::new();
        plan.write(Cursor::new(b"abcdefgh"), &mut new).unwrap();
        assert_eq!(new, b"AB!cd+ef");
        assert_eq!(plan.size(), 8);
        assert!(!plan.is_whole() && Edits::default().plan(8).is_whole());
    }

    #[test]
    fn no_byte_is_changed_twice() {
        let mut edits = Edits::default();
        edits.remove(4..8).unwrap();
        for range in [4..5, 7..9, 2..5, 0..20] {
            assert!(edits.remove(range).is_err());
        }
        edits.remove(8..9).unwrap();
        edits.remove(2..4).unwrap();
        assert!(edits.touch(&(0..3)) && edits.touch(&(8..20)) && !edits.touch(&(0..2)) && !edits.touch(&(9..20)));
    }

    #[test]
    fn a_file_that_became_shorter_is_noticed() {
        assert!(Plan::whole(9).write(Cursor::new(b"abcdefgh"), io::sink()).is_err());
    }
}
