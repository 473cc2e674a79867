//! Files made of boxes (ISO/IEC 14496-12), each with its length, its name and what is in it.

use std::io::{Read, Seek};
use std::ops::Range;

use crate::fault::{Fault, Kept};
use crate::input::Input;

/// More boxes than one holds side by side.
const MOST: usize = 100_000;

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: [u8; 4],
    /// All of it, with its header.
    pub(crate) range: Range<u64>,
    /// What is in it.
    pub(crate) body: Range<u64>,
}

impl Part {
    /// What is in it after the version and flags of a "full" box.
    pub(crate) fn full_body(&self) -> Range<u64> {
        (self.body.start + 4).min(self.body.end)..self.body.end
    }

    /// The name under which its bytes are room for later use.
    pub(crate) const FREE: &[u8; 4] = b"free";

    /// Where its name stands.
    pub(crate) fn kind_place(&self) -> Range<u64> {
        self.range.start + 4..self.range.start + 8
    }
}

/// The boxes that fill a range.
///
/// # Errors
/// `Damaged` if they do not fill it exactly, `CutOff` if the file ends within one.
pub(crate) fn parts<R: Read + Seek>(input: &mut Input<R>, within: Range<u64>) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let part = part(input, at, within.end)?;
        at = part.range.end;
        parts.push(part);
        if parts.len() > MOST {
            return Err(Kept::Damaged.into());
        }
    }
    Ok(parts)
}

fn part<R: Read + Seek>(input: &mut Input<R>, at: u64, end: u64) -> Result<Part, Fault> {
    let [a, b, c, d, kind @ ..] = input.array::<8>(at)?;
    let (header, size) = match u32::from_be_bytes([a, b, c, d]) {
        // To the end of what it is in.
        0 => (8, end - at),
        1 => (16, u64::from_be_bytes(input.array(at + 8)?)),
        size => (8, u64::from(size)),
    };
    let (body, after) = (at + header, at.checked_add(size).ok_or(Kept::Damaged)?);
    if after > end {
        let why = if end == input.size() { Kept::CutOff } else { Kept::Damaged };
        return Err(why.into());
    }
    if after < body {
        return Err(Kept::Damaged.into());
    }
    Ok(Part { kind, range: at..after, body: body..after })
}

/// The first box with a name.
pub(crate) fn find<'p>(parts: &'p [Part], kind: &[u8; 4]) -> Option<&'p Part> {
    parts.iter().find(|part| part.kind == *kind)
}

/// Takes numbers, big endian, from the front of bytes; `None` once they are too short.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Take<'b>(pub(crate) &'b [u8]);

impl<'b> Take<'b> {
    pub(crate) fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of up to eight bytes; of none it is 0.
    pub(crate) fn number(&mut self, bytes: usize) -> Option<u64> {
        Some(self.bytes(bytes)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.number(1).map(|number| number as u8)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.number(2).map(|number| number as u16)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.number(4).map(|number| number as u32)
    }

    /// What stands before the next zero, which is taken, too.
    pub(crate) fn text(&mut self) -> Option<&'b [u8]> {
        let zero = self.0.iter().position(|byte| *byte == 0)?;
        let text = self.bytes(zero)?;
        self.bytes(1)?;
        Some(text)
    }
}
