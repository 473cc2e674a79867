//! Emptying the items of a HEIF that are no picture. Nothing moves: each place in the file is an offset from its start, and
//! what is emptied keeps its length.

use std::collections::BTreeSet;
use std::io::{Read, Seek};
use std::ops::Range;

use super::items::{Item, Items};
use crate::boxes::Part;
use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Private, Report};
use crate::{exif, xmp};

/// What the boxes that any program may add begin with: XMP, and Content Credentials.
const XMP_BOX: [u8; 16] =
    [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];
const CREDENTIALS_BOX: [u8; 16] =
    [0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81];

/// An XMP packet with nothing in it.
const NO_XMP: &[u8] = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"/>"#;

/// What stands before the TIFF of an Exif item: how far away it is.
const OFFSET: usize = 4;

/// The most pieces that an item of facts lies in; one is usual.
const MOST_PIECES: usize = 64;

/// The most bytes of such an item.
const MOST_BYTES: u64 = 16 << 20;

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let items = Items::read(input)?;
    let mut report = Report::default();
    for item in items.items.iter().filter(|item| tells(item)) {
        let Some(ranges) = items.places.get(&item.id) else { continue };
        let old = together(input, ranges)?;
        let is_exif = item.kind == *b"Exif";
        let new = if is_exif { without_facts(&old) } else { padded(NO_XMP, old.len(), b' ') };
        if old == new {
            continue;
        }
        if is_exif {
            let found = exif::read(tiff_of(&old)).found;
            if found.is_empty() {
                continue;
            }
            report.found.join(found);
        } else {
            xmp::note(&old, &mut report.found);
        }
        write(&mut report, &items, ranges, &new)?;
    }
    for part in items.top.iter().filter(|part| part.kind == *b"uuid") {
        free(input, part, &mut report)?;
    }
    keep_pictures(&report, &items)?;
    Ok(report)
}

/// Whether an item holds facts: Exif or XMP.
fn tells(item: &Item) -> bool {
    item.kind == *b"Exif" || item.kind == *b"mime" && item.content == b"application/rdf+xml"
}

/// All bytes of an item.
fn together<R: Read + Seek>(input: &mut Input<R>, ranges: &[Range<u64>]) -> Result<Vec<u8>, Fault> {
    if ranges.len() > MOST_PIECES {
        return Err(Kept::Unusual.into());
    }
    if ranges.iter().map(|range| range.end - range.start).fold(0, u64::saturating_add) > MOST_BYTES {
        return Err(Kept::TooLarge.into());
    }
    let mut bytes = Vec::new();
    for range in ranges {
        bytes.extend(input.bytes(range.clone())?);
    }
    Ok(bytes)
}

/// The TIFF of an Exif item, as far away as the first bytes say.
fn tiff_of(item: &[u8]) -> &[u8] {
    let Some((offset, rest)) = item.split_first_chunk() else { return &[] };
    rest.get(u32::from_be_bytes(*offset) as usize..).unwrap_or_default()
}

/// An Exif item of the same length that says which way up, if the old one did, and nothing else.
fn without_facts(old: &[u8]) -> Vec<u8> {
    let orientation = exif::read(tiff_of(old)).orientation;
    let mut new = vec![0; OFFSET.min(old.len())];
    new.extend(exif::blank(old.len() - new.len(), orientation));
    new
}

/// `bytes` and as much padding as makes `length`; padding alone where there is no room.
fn padded(bytes: &[u8], length: usize, padding: u8) -> Vec<u8> {
    let mut padded = if bytes.len() <= length { bytes.to_vec() } else { Vec::new() };
    padded.resize(length, padding);
    padded
}

/// Writes an item over its old bytes, which must lie where bytes of items lie.
fn write(report: &mut Report, items: &Items, ranges: &[Range<u64>], new: &[u8]) -> Result<(), Fault> {
    let mut rest = new;
    for range in ranges {
        let (here, after) = rest.split_at_checked((range.end - range.start) as usize).ok_or(Kept::Damaged)?;
        if !items.top.iter().chain(&items.meta).any(|part| holds(part, range)) {
            return Err(Kept::Unusual.into());
        }
        if !here.is_empty() {
            report.edits.replace(range.clone(), here.to_vec())?;
        }
        rest = after;
    }
    Ok(())
}

fn holds(part: &Part, range: &Range<u64>) -> bool {
    [*b"mdat", *b"idat"].contains(&part.kind) && part.body.start <= range.start && range.end <= part.body.end
}

/// Turns a box with facts in it into room for later use.
fn free<R: Read + Seek>(input: &mut Input<R>, part: &Part, report: &mut Report) -> Result<(), Fault> {
    let body = input.bytes(part.body.clone())?;
    match body.first_chunk() {
        Some(&XMP_BOX) => xmp::note(body, &mut report.found),
        Some(&CREDENTIALS_BOX) => report.found.add(Private::Other),
        _ => return Ok(()),
    }
    report.edits.free(part)
}

/// Makes sure that nothing is emptied that another item is made of.
fn keep_pictures(report: &Report, items: &Items) -> Result<(), Fault> {
    // A number that stands for two things is a picture.
    let (facts, pictures): (Vec<&Item>, Vec<&Item>) = items.items.iter().partition(|item| tells(item));
    let pictures: BTreeSet<u32> = pictures.into_iter().map(|item| item.id).collect();
    let facts: BTreeSet<u32> = facts.into_iter().map(|item| item.id).filter(|id| !pictures.contains(id)).collect();
    let pictures = items.places.iter().filter(|(id, _)| !facts.contains(id));
    if pictures.flat_map(|(_, ranges)| ranges).any(|range| report.edits.touch(range)) {
        return Err(Kept::Unusual.into());
    }
    Ok(())
}
