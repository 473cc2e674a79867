//! EBML (RFC 8794), of which WebM is made: elements with an id, a size and what is in them.

use std::io::{Read, Seek};
use std::ops::Range;

use crate::fault::{Fault, Kept};
use crate::input::Input;

/// An element's header, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its id, length marker included, as the specifications write it.
    pub(crate) id: u32,
    /// Where its header begins.
    pub(crate) start: u64,
    /// What is in it. Of unknown size, it goes on to the end of the file at most.
    pub(crate) body: Range<u64>,
    /// Whether it does not say where it ends.
    pub(crate) is_endless: bool,
}

impl Element {
    /// All of it.
    pub(crate) fn range(&self) -> Range<u64> {
        self.start..self.body.end
    }

    /// Whether its id has four bytes, as those of the top levels have.
    pub(crate) fn is_top(&self) -> bool {
        self.id > 0x00ff_ffff
    }
}

/// The element that begins at `at`.
///
/// # Errors
/// `Damaged` if there is none, `CutOff` if the file ends within its header. The file may end within its body.
pub(crate) fn element<R: Read + Seek>(input: &mut Input<R>, at: u64) -> Result<Element, Fault> {
    // An id has up to 4 bytes, a size up to 8.
    let bytes = input.bytes(at..at.saturating_add(12).min(input.size()).max(at))?;
    let (id, id_length) = number(bytes, 4, true)?;
    let (size, size_length) = number(bytes.get(id_length..).unwrap_or_default(), 8, false)?;
    let start = at + (id_length + size_length) as u64;
    let is_endless = size == (1 << (7 * size_length)) - 1;
    let end = if is_endless { input.size() } else { start.checked_add(size).ok_or(Kept::Damaged)? };
    Ok(Element { id: id as u32, start: at, body: start..end, is_endless })
}

/// A number that says with its leading zeros how many bytes it has; ids keep the bit after them.
fn number(bytes: &[u8], most: usize, keeps_marker: bool) -> Result<(u64, usize), Fault> {
    let first = *bytes.first().ok_or(Kept::CutOff)?;
    let length = first.leading_zeros() as usize + 1;
    if length > most {
        return Err(Kept::Damaged.into());
    }
    let whole = bytes.get(..length).ok_or(Kept::CutOff)?;
    let number = whole.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let marker = 1 << (7 * length);
    Ok((if keeps_marker { number } else { number & !marker }, length))
}

/// The elements that fill a range, which are few.
pub(crate) fn elements<R: Read + Seek>(input: &mut Input<R>, within: Range<u64>) -> Result<Vec<Element>, Fault> {
    const MOST: usize = 4096;
    let mut elements = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let element = element(input, at)?;
        if element.body.end > within.end || element.is_endless || elements.len() >= MOST {
            return Err(Kept::Damaged.into());
        }
        at = element.body.end;
        elements.push(element);
    }
    Ok(elements)
}

/// A whole number of up to eight bytes.
pub(crate) fn uint<R: Read + Seek>(input: &mut Input<R>, element: &Element) -> Result<u64, Fault> {
    let bytes = input.bytes(element.body.clone())?;
    if bytes.len() > 8 {
        return Err(Kept::Damaged.into());
    }
    Ok(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// A fraction of four or eight bytes.
pub(crate) fn float<R: Read + Seek>(input: &mut Input<R>, element: &Element) -> Result<f64, Fault> {
    let bytes = input.bytes(element.body.clone())?;
    if let Ok(bytes) = bytes.try_into() {
        return Ok(f64::from_be_bytes(bytes));
    }
    let bytes = bytes.try_into().map_err(|_| Kept::Damaged)?;
    Ok(f32::from_be_bytes(bytes).into())
}

/// An element with these bytes in it. Its size takes eight bytes, so that what is in it never changes how long it is.
pub(crate) fn written(id: u32, body: &[u8]) -> Vec<u8> {
    let mut bytes = header(id, body.len() as u64);
    bytes.extend(body);
    bytes
}

/// The header of an element, its size in eight bytes.
pub(crate) fn header(id: u32, size: u64) -> Vec<u8> {
    let mut bytes: Vec<u8> = id.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    bytes.extend((size | 1 << 56).to_be_bytes());
    bytes
}

/// An element with a whole number in it, in eight bytes.
pub(crate) fn written_uint(id: u32, number: u64) -> Vec<u8> {
    written(id, &number.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: &[u8]) -> Result<Element, Fault> {
        element(&mut Input::new(Cursor::new(bytes)).unwrap(), 0)
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = written(0x4dbb, b"abc");
        assert_eq!(read(&bytes).unwrap(), Element { id: 0x4dbb, start: 0, body: 10..13, is_endless: false });
        assert!(!read(&bytes).unwrap().is_top() && read(&header(0x1f43_b675, 0)).unwrap().is_top());
    }

    #[test]
    fn sizes_of_every_length_are_read() {
        assert_eq!(read(&[0xe7, 0x82, 1, 2]).unwrap().body, 2..4);
        assert_eq!(read(&[0xe7, 0x40, 2, 1, 2]).unwrap().body, 3..5);
        for endless in [&[0xe7, 0xff, 9][..], &[0xe7, 0x7f, 0xff, 9], &[0xe7, 1, 255, 255, 255, 255, 255, 255, 255, 9]]
        {
            let element = read(endless).unwrap();
            assert!(element.is_endless && element.body.end == endless.len() as u64);
        }
        assert!(read(&[]).is_err() && read(&[0, 0]).is_err() && read(&[0xe7]).is_err() && read(&[0xe7, 0]).is_err());
    }
}
