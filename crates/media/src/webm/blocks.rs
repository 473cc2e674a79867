//! The frames of a cluster, as they stand in the file.

use std::io::{Read, Seek};
use std::ops::Range;

use super::ids;
use crate::ebml::{Element, element, elements, uint};
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// One frame, or several that share a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// All of it, with its header.
    pub(super) range: Range<u64>,
    pub(super) track: u64,
    /// When it is shown, counted from the time of its cluster.
    pub(super) offset: i16,
    /// Where these two bytes stand.
    pub(super) offset_place: u64,
    /// Whether it can be shown without another.
    pub(super) is_key: bool,
}

/// What is met in a cluster.
pub(super) enum Met {
    Time(u64),
    Block(Block),
}

/// The most bytes that a crash may leave of a frame.
const MOST_CUT_OFF: u64 = 16 << 20;

/// Whether what begins at `at` is the rest of a frame that a crash cut off, and not a good part of a film behind a damaged byte.
pub(super) fn is_rest<R: Read + Seek>(input: &Input<R>, at: u64) -> bool {
    input.size().saturating_sub(at) <= MOST_CUT_OFF
}

/// Walks over a cluster and returns where it ends. One without a known size ends where an element of a higher level begins; one
/// that the file cuts off ends with its last whole element.
pub(super) fn walk<R: Read + Seek>(
    input: &mut Input<R>,
    cluster: &Element,
    mut meet: impl FnMut(Met) -> Result<(), Fault>,
) -> Result<u64, Fault> {
    let end = cluster.body.end.min(input.size());
    let mut at = cluster.body.start;
    while at < end {
        let element = match element(input, at) {
            Err(Fault::Kept(Kept::CutOff)) if is_rest(input, at) => return Ok(at),
            element => element?,
        };
        if cluster.is_endless && element.is_top() {
            return Ok(at);
        }
        if element.is_endless || element.body.end > end {
            let is_cut_off = !element.is_endless && end == input.size() && is_rest(input, at);
            return if is_cut_off { Ok(at) } else { Err(Kept::Damaged.into()) };
        }
        at = element.body.end;
        match element.id {
            ids::TIME => meet(Met::Time(uint(input, &element)?))?,
            ids::SIMPLE_BLOCK => meet(Met::Block(block(input, &element, element.range(), None)?))?,
            ids::BLOCK_GROUP => {
                let parts = elements(input, element.body.clone())?;
                let inner = parts.iter().find(|part| part.id == ids::BLOCK).ok_or(Kept::Damaged)?;
                let is_key = !parts.iter().any(|part| part.id == ids::REFERENCE);
                meet(Met::Block(block(input, inner, element.range(), Some(is_key))?))?;
            }
            _ => {}
        }
    }
    Ok(end)
}

/// Track number, two bytes of time, and flags, whose highest bit marks a key frame unless a group says so.
fn block<R: Read + Seek>(
    input: &mut Input<R>,
    element: &Element,
    range: Range<u64>,
    is_key: Option<bool>,
) -> Result<Block, Fault> {
    let first = input.array::<1>(element.body.start)?[0];
    let length = u64::from(first.leading_zeros()) + 1;
    let offset_place = element.body.start + length;
    if length > 8 || offset_place + 3 > element.body.end {
        return Err(Kept::Damaged.into());
    }
    let number = input.bytes(element.body.start..offset_place)?;
    let number = number.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte)) & !(1 << (7 * length));
    let [high, low, flags] = input.array(offset_place)?;
    let offset = i16::from_be_bytes([high, low]);
    Ok(Block { range, track: number, offset, offset_place, is_key: is_key.unwrap_or(flags & 0x80 != 0) })
}
