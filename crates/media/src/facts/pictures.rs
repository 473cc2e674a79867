//! The sizes of pictures from their headers, and the length of plain sound.

use std::io::{Read, Seek};

use super::Facts;
use crate::fault::Fault;
use crate::input::Input;
use crate::{exif, jpeg, png, riff};

/// A size as it is shown: the ways up from 5 on stand on their side.
fn turned((width, height): (u64, u64), orientation: Option<u8>) -> (u64, u64) {
    if orientation.is_some_and(|orientation| orientation >= 5) { (height, width) } else { (width, height) }
}

/// The frame header has it; the first Exif turns it.
pub(super) fn jpeg<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let segments = jpeg::walk(input)?.list;
    let is_frame = |marker: u8| (0xc0..=0xcf).contains(&marker) && ![0xc4, 0xc8, 0xcc].contains(&marker);
    let Some(frame) = segments.iter().find(|segment| is_frame(segment.marker)) else { return Ok(Facts::default()) };
    let [_, a, b, c, d] = input.array(frame.data.start)?;
    let (height, width) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
    let mut orientation = None;
    for segment in segments.iter().filter(|segment| segment.marker == 0xe1) {
        let data = input.bytes(segment.data.clone())?;
        if data.starts_with(exif::HEADER) {
            orientation = exif::read(data).orientation;
            break;
        }
    }
    Ok(Facts::of_size(Some(turned((width.into(), height.into()), orientation))))
}

pub(super) fn png<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let [a, b, c, d, e, f, g, h] = input.array(16)?;
    let size = (u32::from_be_bytes([a, b, c, d]).into(), u32::from_be_bytes([e, f, g, h]).into());
    Ok(Facts::of_size(Some(turned(size, png::orientation(input)?))))
}

pub(super) fn gif<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let [a, b, c, d] = input.array(6)?;
    Ok(Facts::of_size(Some((u16::from_le_bytes([a, b]).into(), u16::from_le_bytes([c, d]).into()))))
}

/// The canvas of an extended picture, less one; or the frame header of a simple one.
pub(super) fn webp<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let (mut size, mut orientation) = (None, None);
    for chunk in riff::chunks(input)? {
        match &chunk.kind {
            b"VP8X" => {
                let [_, _, _, _, a, b, c, d, e, f] = input.array(chunk.data.start)?;
                let number = |[a, b, c]: [u8; 3]| u64::from(u32::from_le_bytes([a, b, c, 0])) + 1;
                size = Some((number([a, b, c]), number([d, e, f])));
            }
            b"VP8 " if size.is_none() => {
                let [.., a, b, c, d] = input.array::<10>(chunk.data.start)?;
                let number = |bytes| u64::from(u16::from_le_bytes(bytes) & 0x3fff);
                size = Some((number([a, b]), number([c, d])));
            }
            b"VP8L" if size.is_none() => {
                let [_, bits @ ..] = input.array::<5>(chunk.data.start)?;
                let bits = u64::from(u32::from_le_bytes(bits));
                size = Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1));
            }
            b"EXIF" if orientation.is_none() => orientation = exif::read(input.bytes(chunk.data)?).orientation,
            _ => {}
        }
    }
    Ok(Facts::of_size(size.map(|size| turned(size, orientation))))
}

/// The bytes of the sound by those of a second.
pub(super) fn wav<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let mut rate = None;
    for chunk in riff::chunks(input)? {
        match &chunk.kind {
            b"fmt " => rate = Some(u32::from_le_bytes(input.array(chunk.data.start + 8)?)).filter(|rate| *rate > 0),
            b"data" => {
                let bytes = chunk.data.end - chunk.data.start;
                return Ok(Facts {
                    ms: rate.map(|rate| bytes.saturating_mul(1000) / u64::from(rate)),
                    ..Facts::default()
                });
            }
            _ => {}
        }
    }
    Ok(Facts::default())
}
