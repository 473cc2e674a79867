//! RIFF: chunks with a name and a length, little endian, padded to even lengths.

use std::io::{Read, Seek};
use std::ops::Range;

use crate::fault::{Fault, Kept};
use crate::input::Input;

/// More chunks than any file has; long animations have some thousands.
const MOST: usize = 1 << 20;

/// A chunk.
pub(crate) struct Chunk {
    pub(crate) kind: [u8; 4],
    /// All of it, with its header and padding.
    pub(crate) range: Range<u64>,
    pub(crate) data: Range<u64>,
}

/// Where the file ends, as it says itself.
pub(crate) fn end<R: Read + Seek>(input: &mut Input<R>) -> Result<u64, Fault> {
    Ok(8 + u64::from(u32::from_le_bytes(input.array(4)?)))
}

/// All chunks.
///
/// # Errors
/// `CutOff` if the file is shorter than it says, `Damaged` if the chunks do not fill it.
pub(crate) fn chunks<R: Read + Seek>(input: &mut Input<R>) -> Result<Vec<Chunk>, Fault> {
    let end = end(input)?;
    if end > input.size() {
        return Err(Kept::CutOff.into());
    }
    let mut chunks = Vec::new();
    let mut at = 12;
    while at < end {
        let [kind @ .., a, b, c, d] = input.array::<8>(at)?;
        let data = at + 8..at + 8 + u64::from(u32::from_le_bytes([a, b, c, d]));
        if data.end > end || chunks.len() >= MOST {
            return Err(Kept::Damaged.into());
        }
        // The last chunk of a file may lack its padding.
        let range = at..data.end.next_multiple_of(2).min(end);
        at = range.end;
        chunks.push(Chunk { kind, range, data });
    }
    Ok(chunks)
}
