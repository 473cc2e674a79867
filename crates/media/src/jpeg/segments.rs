//! The segments of a JPEG, up to its end.

use std::io::{Read, Seek};
use std::ops::Range;

use crate::fault::{Fault, Kept};
use crate::input::Input;

/// Markers: the second byte after 0xff.
pub(crate) const END: u8 = 0xd9;
pub(crate) const SCAN: u8 = 0xda;
pub(crate) const COMMENT: u8 = 0xfe;

/// More segments than any picture has.
const MOST: usize = 20_000;

/// One segment with a length.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    pub(crate) marker: u8,
    /// All of it, from its marker on.
    pub(crate) range: Range<u64>,
    /// What follows the length.
    pub(crate) data: Range<u64>,
}

/// What was understood of a picture.
#[derive(Debug, Default)]
pub(crate) struct Segments {
    pub(crate) list: Vec<Segment>,
    /// Where the picture ends, unless it is cut off or damaged after its first scan began.
    pub(crate) end: Option<u64>,
}

/// Walks over all segments, and over the coded picture between them.
///
/// # Errors
/// `CutOff` or `Damaged` before the first scan.
pub(crate) fn walk<R: Read + Seek>(input: &mut Input<R>) -> Result<Segments, Fault> {
    let mut found = Segments::default();
    let went = go(input, &mut found);
    let scan = found.list.iter().position(|segment| segment.marker == SCAN);
    if let (Err(Fault::Kept(_)), Some(scan)) = (&went, scan) {
        // What came before the coded picture is in order; where that ends nobody knows any more, so it is not to be changed.
        found.list.truncate(scan + 1);
        return Ok(found);
    }
    went.map(|()| found)
}

fn go<R: Read + Seek>(input: &mut Input<R>, found: &mut Segments) -> Result<(), Fault> {
    let mut at = 2;
    loop {
        let (start, marker) = marker(input, at)?;
        at = start + 2;
        if marker == END {
            found.end = Some(at);
            return Ok(());
        }
        // A temporary marker, restarts.
        if marker == 1 || (0xd0..=0xd7).contains(&marker) {
            continue;
        }
        let length = u64::from(u16::from_be_bytes(input.array(at)?));
        let range = start..at + length;
        if length < 2 || marker < 0xc0 || marker == 0xd8 || found.list.len() >= MOST {
            return Err(Kept::Damaged.into());
        }
        if range.end > input.size() {
            return Err(Kept::CutOff.into());
        }
        let data = at + 2..range.end;
        at = range.end;
        found.list.push(Segment { marker, range, data });
        if marker == SCAN {
            at = after_scan(input, at)?;
        }
    }
}

/// The marker at `at`, before which 0xff may be repeated, and where it begins.
fn marker<R: Read + Seek>(input: &mut Input<R>, mut at: u64) -> Result<(u64, u8), Fault> {
    loop {
        match input.array(at)? {
            [0xff, 0xff] => at += 1,
            [0xff, marker] if marker != 0 => return Ok((at, marker)),
            _ => return Err(Kept::Damaged.into()),
        }
    }
}

/// Where the next marker stands that does not belong to the coded picture.
fn after_scan<R: Read + Seek>(input: &mut Input<R>, mut at: u64) -> Result<u64, Fault> {
    loop {
        let bytes = input.some(at)?;
        let Some(offset) = bytes.iter().position(|byte| *byte == 0xff) else {
            if bytes.is_empty() {
                return Err(Kept::CutOff.into());
            }
            at += bytes.len() as u64;
            continue;
        };
        at += offset as u64;
        match input.array(at)? {
            [_, 0 | 0xd0..=0xd7] => at += 2,
            [_, 0xff] => at += 1,
            _ => return Ok(at),
        }
    }
}
