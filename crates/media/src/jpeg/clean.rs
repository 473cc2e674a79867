//! Taking out of a JPEG what is no picture.

use std::io::{Read, Seek};
use std::ops::Range;

use super::segments::{COMMENT, Segment, walk};
use crate::fault::Fault;
use crate::input::Input;
use crate::privacy::{Findings, Private, Report};
use crate::{exif, iptc, xmp};

/// What the segments of applications begin with.
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PICTURES: &[u8] = b"MPF\0";

/// A JFIF header without a picture in it: its name, version, densities, and two zeros.
const JFIF_LENGTH: u64 = 14;

/// What becomes of a segment.
enum Fate {
    Stays,
    Goes,
    /// It is what tells which way up.
    Turns(u8),
    /// It loses what follows its first bytes, which end with two zeros.
    Shrinks,
}

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let segments = walk(input)?;
    let mut report = Report::default();
    let mut has_more_pictures = false;
    let mut is_turned = false;
    for segment in &segments.list {
        let data = input.bytes(segment.data.clone())?;
        has_more_pictures |= segment.marker == 0xe2 && data.starts_with(PICTURES);
        match fate(segment, data, is_turned, &mut report.found) {
            Fate::Stays => {}
            Fate::Goes => report.edits.remove(segment.range.clone())?,
            Fate::Turns(orientation) => report.edits.replace(segment.range.clone(), exif_segment(orientation))?,
            Fate::Shrinks => {
                let head = input.bytes(segment.range.start..segment.range.start + 2 + JFIF_LENGTH)?;
                report.edits.replace(segment.range.clone(), without_picture(head))?;
            }
        }
        is_turned |= segment.marker == 0xe1 && input.bytes(segment.data.clone())?.starts_with(exif::HEADER);
    }
    if let Some(rest) = segments.end.map(|end| end..input.size())
        && is_behind_the_picture(input, &rest, has_more_pictures)?
    {
        report.found.add(Private::Other);
        report.edits.remove(rest)?;
    }
    Ok(report)
}

/// What a picture needs stays: tables, frames, scans, and of the applications' segments JFIF, colours, SPIFF, Adobe's
/// transform and JPEG XT. Everything else goes.
fn fate(segment: &Segment, data: &[u8], is_turned: bool, found: &mut Findings) -> Fate {
    match (segment.marker, data) {
        (0xe0, [b'J', b'F', b'I', b'F', 0, ..]) if data.len() as u64 == JFIF_LENGTH => Fate::Stays,
        (0xe0, [b'J', b'F', b'I', b'F', 0, ..]) if data.len() as u64 > JFIF_LENGTH => {
            found.add(Private::Thumbnail);
            Fate::Shrinks
        }
        (0xe0, [b'J', b'F', b'X', b'X', 0, ..]) => {
            found.add(Private::Thumbnail);
            Fate::Goes
        }
        (0xe1, _) if data.starts_with(exif::HEADER) => exif_fate(data, is_turned, found),
        (0xe1, _) if data.starts_with(XMP) || data.starts_with(MORE_XMP) => {
            xmp::note(data, found);
            Fate::Goes
        }
        (0xe2, _) if data.starts_with(b"ICC_PROFILE\0") => Fate::Stays,
        (0xe8, _) if data.starts_with(b"SPIFF\0") => Fate::Stays,
        (0xeb, _) if data.starts_with(b"JP") && !data.windows(4).any(|four| four == b"jumb") => Fate::Stays,
        (0xed, _) => {
            iptc::note(data, found);
            Fate::Goes
        }
        (0xee, _) if data.starts_with(b"Adobe") => Fate::Stays,
        (COMMENT, _) => {
            found.say(Private::Comment, &String::from_utf8_lossy(data));
            Fate::Goes
        }
        // Kodak, Ricoh, GoPro, Samsung and others: what their cameras think worth keeping.
        (0xe3..=0xe7 | 0xec, _) => {
            found.add(Private::Camera);
            Fate::Goes
        }
        (0xe0..=0xef, _) => {
            found.add(Private::Other);
            Fate::Goes
        }
        _ => Fate::Stays,
    }
}

/// The first Exif is the one that turns the picture.
fn exif_fate(data: &[u8], is_turned: bool, found: &mut Findings) -> Fate {
    let read = exif::read(data);
    if read.found.is_empty() {
        return Fate::Stays;
    }
    found.join(read.found);
    read.orientation.filter(|_| !is_turned).map_or(Fate::Goes, Fate::Turns)
}

fn exif_segment(orientation: u8) -> Vec<u8> {
    let tiff = exif::with(orientation);
    // Far below 64 KiB.
    let length = (2 + exif::HEADER.len() + tiff.len()) as u16;
    let mut segment = vec![0xff, 0xe1];
    segment.extend(length.to_be_bytes());
    segment.extend(exif::HEADER);
    segment.extend(tiff);
    segment
}

/// A JFIF segment from its first 16 bytes, ending with a picture of no width and no height.
fn without_picture(head: &[u8]) -> Vec<u8> {
    let mut segment = head.to_vec();
    segment.splice(2..4, (2 + JFIF_LENGTH as u16).to_be_bytes());
    segment.extend([0; 2]);
    segment
}

/// Whether what follows the picture is more of the kind that cameras hide there: larger or smaller versions, a film, or
/// Samsung's records. What somebody else put there stays.
fn is_behind_the_picture<R: Read + Seek>(
    input: &mut Input<R>,
    rest: &Range<u64>,
    has_more_pictures: bool,
) -> Result<bool, Fault> {
    if rest.is_empty() {
        return Ok(false);
    }
    let begins_as_known =
        matches!(input.some(rest.start)?, [0xff, 0xd8, 0xff, ..] | [_, _, _, _, b'f', b't', b'y', b'p', ..]);
    let ends_as_known = input.bytes(rest.end.saturating_sub(4).max(rest.start)..rest.end)? == b"SEFT";
    Ok(has_more_pictures || begins_as_known || ends_as_known)
}
