//! WebP (RFC 9649): a picture in RIFF chunks.

use std::io::{Read, Seek};

use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Private, Report};
use crate::riff::{self, Chunk};
use crate::{exif, xmp};

/// Flags of the extended header: Exif and XMP are there.
const HAS_EXIF: u8 = 0b1000;
const HAS_XMP: u8 = 0b0100;

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let (mut flags, mut has_exif) = (None, false);
    let (mut removed, mut added) = (0, 0);
    for Chunk { kind, range, data } in riff::chunks(input)? {
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
    if removed == 0 {
        return Ok(report);
    }
    if let Some((place, [was])) = flags {
        let is = was & !(HAS_EXIF | HAS_XMP) | if has_exif { HAS_EXIF } else { 0 };
        if is != was {
            report.edits.replace(place..place + 1, vec![is])?;
        }
    }
    let size = u32::try_from(riff::end(input)? - 8 - removed + added).map_err(|_| Kept::Damaged)?;
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
