//! What Photoshop keeps beside a picture: blocks by number, one of which holds IPTC-IIM datasets about where, who and what.

use crate::privacy::{Findings, Private};

/// What the segment begins with.
const HEADER: &[u8] = b"Photoshop 3.0\0";

/// Blocks by their numbers.
const IPTC: u16 = 0x0404;
const THUMBNAILS: [u16; 2] = [0x0409, 0x040c];

/// What a segment of blocks tells.
pub(crate) fn note(segment: &[u8], found: &mut Findings) {
    let mut here = Findings::default();
    let mut rest = segment.strip_prefix(HEADER).unwrap_or_default();
    while let Some((number, data, after)) = block(rest) {
        match number {
            IPTC => note_datasets(data, &mut here),
            _ if THUMBNAILS.contains(&number) => here.add(Private::Thumbnail),
            _ => here.add(Private::Software),
        }
        rest = after;
    }
    found.join(here);
}

/// One block: its number, what it holds, and what follows. Name and data are padded to even lengths.
fn block(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(b"8BIM")?;
    let ([a, b], rest) = rest.split_first_chunk()?;
    let name = usize::from(*rest.first()?) + 1;
    let (size, rest) = rest.get(name.next_multiple_of(2)..)?.split_first_chunk()?;
    let size = u32::from_be_bytes(*size) as usize;
    let data = rest.get(..size)?;
    Some((u16::from_be_bytes([*a, *b]), data, rest.get(size.checked_add(size % 2)?..).unwrap_or_default()))
}

/// Datasets of the application record (2), by their numbers in IIM 4.2.
fn note_datasets(mut bytes: &[u8], found: &mut Findings) {
    while let [0x1c, record, number, high, low, rest @ ..] = bytes {
        let size = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((words, after)) = rest.split_at_checked(size) else { return };
        if *record == 2 {
            let what = match number {
                26 | 27 | 90 | 92 | 95 | 100 | 101 => Private::Location,
                80 | 85 | 110 | 115 | 116 | 118 | 122 => Private::Author,
                65 | 70 => Private::Software,
                5 | 25 | 40 | 105 | 120 => Private::Comment,
                _ => Private::Other,
            };
            // The version of the record is told by nobody.
            if *number != 0 {
                found.say(what, &String::from_utf8_lossy(words));
            }
        }
        bytes = after;
    }
}
