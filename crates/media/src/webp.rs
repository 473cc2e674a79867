//! WebP (RFC 9649): RIFF chunks, little endian, padded to even lengths.

use std::io::{Read, Seek};

use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Private, Report};
use crate::{exif, xmp};

/// Flags of the extended header: Exif and XMP are there.
const HAS_EXIF: u8 = 0b1000;
const HAS_XMP: u8 = 0b0100;

/// More chunks than any picture has; long animations have some thousands.
const MOST: usize = 1 << 20;

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let end = 8 + u64::from(u32::from_le_bytes(input.array(4)?));
    if end > input.size() {
        return Err(Kept::CutOff.into());
    }
    let (mut flags, mut has_exif) = (None, false);
    let (mut removed, mut added) = (0, 0);
    let mut at = 12;
    for _ in 0..MOST {
        if at >= end {
            break;
        }
        let [kind @ .., a, b, c, d] = input.array::<8>(at)?;
        let data = at + 8..at + 8 + u64::from(u32::from_le_bytes([a, b, c, d]));
        // The last chunk of a file may lack its padding.
        let range = at..data.end.next_multiple_of(2).min(end);
        if data.end > end {
            return Err(Kept::Damaged.into());
        }
        at = range.end;
        let mut instead = Vec::new();
        match &kind {
            b"VP8X" => {
                flags = flags.or(Some((data.start, input.array::<1>(data.start)?)));
                continue;
            }
            b"EXIF" => {
                let read = exif::read(input.bytes(data)?);
                if read.found.is_empty() {
                    has_exif = true;
                    continue;
                }
                report.found.join(read.found);
                if let Some(orientation) = read.orientation.filter(|_| flags.is_some() && !has_exif) {
                    has_exif = true;
                    instead = exif_chunk(orientation);
                }
            }
            b"XMP " => xmp::note(input.bytes(data)?, &mut report.found),
            b"C2PA" => report.found.add(Private::Other),
            _ => continue,
        }
        removed += range.end - range.start;
        added += instead.len() as u64;
        report.edits.replace(range, instead)?;
    }
    if at < end {
        return Err(Kept::Damaged.into());
    }
    if removed == 0 {
        return Ok(report);
    }
    if let Some((place, [was])) = flags {
        let is = was & !(HAS_EXIF | HAS_XMP) | if has_exif { HAS_EXIF } else { 0 };
        if is != was {
            report.edits.replace(place..place + 1, vec![is])?;
        }
    }
    let size = u32::try_from(end - 8 - removed + added).map_err(|_| Kept::Damaged)?;
    report.edits.replace(4..8, size.to_le_bytes().to_vec())?;
    Ok(report)
}

fn exif_chunk(orientation: u8) -> Vec<u8> {
    let tiff = exif::with(orientation);
    let mut chunk = b"EXIF".to_vec();
    chunk.extend((tiff.len() as u32).to_le_bytes());
    chunk.extend(tiff);
    chunk
}
