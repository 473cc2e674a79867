//! Exif (CIPA DC-008): a TIFF of facts about a picture. Read for what it tells, and written anew with the way up alone.

mod tags;
mod tiff;

use crate::privacy::{Findings, Private};
use tiff::{Entry, Tiff};

/// What stands before the TIFF in a JPEG, and at times elsewhere.
pub(crate) const HEADER: &[u8; 6] = b"Exif\0\0";

/// Pointers to other directories of entries.
const EXIF: u16 = 0x8769;
const GPS: u16 = 0x8825;
const INTEROPERABILITY: u16 = 0xa005;

/// Which way up.
const ORIENTATION: u16 = 0x0112;

/// More bytes than this that no directory tells of may be facts that a program took out of the directory alone.
const LEFT_OVER: usize = 64;

/// What an Exif says.
#[derive(Debug, Default)]
pub(crate) struct Exif {
    /// Which way up the picture is shown, from 2 to 8; `None` is as it is stored.
    pub(crate) orientation: Option<u8>,
    /// What it tells beside how to show the picture; an Exif without that can stay.
    pub(crate) found: Findings,
}

/// Reads a TIFF, with or without [`HEADER`]. One that cannot be read tells something, whatever it is.
pub(crate) fn read(bytes: &[u8]) -> Exif {
    try_read(bytes.strip_prefix(HEADER).unwrap_or(bytes)).unwrap_or_else(|| {
        let mut unread = Exif::default();
        unread.found.add(Private::Other);
        unread
    })
}

fn try_read(bytes: &[u8]) -> Option<Exif> {
    let mut exif = Exif::default();
    let tiff = Tiff::of(bytes)?;
    let (main, next) = tiff.first()?;
    exif.orientation = main.iter().find(|entry| entry.tag == ORIENTATION).and_then(|entry| orientation(&tiff, entry));
    note(&tiff, &main, &mut exif.found);
    if next.is_some() {
        exif.found.add(Private::Thumbnail);
    }
    let mut taken = Tiff::HEADER + tiff::taken(&main);
    for entry in &main {
        let Some((entries, _)) = tiff.pointed(entry) else { continue };
        taken += tiff::taken(&entries);
        match entry.tag {
            EXIF => note(&tiff, &entries, &mut exif.found),
            GPS => note_place(&tiff, &entries, &mut exif.found),
            _ => {}
        }
    }
    if tiff.size() > taken + LEFT_OVER {
        exif.found.add(Private::Other);
    }
    Some(exif)
}

fn orientation(tiff: &Tiff<'_>, entry: &Entry<'_>) -> Option<u8> {
    u8::try_from(tiff.short(entry)?).ok().filter(|value| (2..=8).contains(value))
}

fn note(tiff: &Tiff<'_>, entries: &[Entry<'_>], found: &mut Findings) {
    for entry in entries {
        if let Some(what) = tags::tells(entry.tag) {
            found.say(what, &tiff.words(entry, tags::is_utf16(entry.tag)));
        }
    }
}

/// The directory of the place: latitude in the tags 1 and 2, longitude in 3 and 4. Its version (0) alone is no place.
fn note_place(tiff: &Tiff<'_>, entries: &[Entry<'_>], found: &mut Findings) {
    let entry = |tag: u16| entries.iter().find(|entry| entry.tag == tag);
    let degrees = |side: u16, value: u16, negative: u8| -> Option<f64> {
        let angle = tiff.degrees(entry(value)?)?;
        Some(if entry(side)?.bytes.first() == Some(&negative) { -angle } else { angle })
    };
    match (degrees(1, 2, b'S'), degrees(3, 4, b'W')) {
        (Some(north), Some(east)) => found.say(Private::Location, &format!("{north:.5}, {east:.5}")),
        _ if entries.iter().any(|entry| entry.tag != 0) => found.add(Private::Location),
        _ => {}
    }
}

/// A TIFF that says which way up and nothing else.
pub(crate) fn with(orientation: u8) -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    bytes.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    bytes.extend([0; 4]);
    bytes
}

/// A TIFF of exactly `length` bytes that says which way up, if so, and nothing else. Where there is no room for that it says
/// nothing at all.
pub(crate) fn blank(length: usize, orientation: Option<u8>) -> Vec<u8> {
    const NOTHING: &[u8] = b"MM\0*\0\0\0\x08\0\0\0\0\0\0";
    let from_most_to_least = [orientation.map(with), Some(NOTHING.to_vec())];
    let fits = from_most_to_least.into_iter().flatten().find(|bytes| bytes.len() <= length);
    let mut bytes = fits.unwrap_or_default();
    bytes.resize(length, 0);
    bytes
}

/// Whether a tag is the pointer to another directory.
fn is_pointer(tag: u16) -> bool {
    [EXIF, GPS, INTEROPERABILITY].contains(&tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_says_which_way_up_and_nothing_else() {
        for orientation in 2..=8 {
            let read = read(&with(orientation));
            assert_eq!(read.orientation, Some(orientation));
            assert!(read.found.is_empty());
        }
        assert_eq!(read(&blank(40, None)).orientation, None);
        assert_eq!((blank(40, Some(3)).len(), blank(3, Some(3))), (40, vec![0; 3]));
    }
}
