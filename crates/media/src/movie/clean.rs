//! Turning the notes of a film into room for later use. Nothing moves: where its frames lie is written down as offsets from the
//! start of the file.

use std::io::{Read, Seek};
use std::ops::Range;

use super::tells::{by_key, by_letters, place};
use crate::boxes::{Part, Take, find, parts};
use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Findings, Private, Report};
use crate::xmp;

/// What the box of any program that holds XMP begins with.
const XMP_BOX: &[u8] =
    &[0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];

/// Bytes of a note that are looked at.
const LOOKED_AT: u64 = 64 << 10;

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let all = input.all();
    let top = parts(input, all)?;
    let movie = find(&top, b"moov").ok_or(Kept::Unusual)?;
    let inside = parts(input, movie.body.clone())?;
    notes(input, &top, &mut report)?;
    notes(input, &inside, &mut report)?;
    for track in inside.iter().filter(|part| part.kind == *b"trak") {
        let track = parts(input, track.body.clone())?;
        notes(input, &track, &mut report)?;
    }
    Ok(report)
}

/// The boxes with notes among those of one level.
fn notes<R: Read + Seek>(input: &mut Input<R>, level: &[Part], report: &mut Report) -> Result<(), Fault> {
    for part in level {
        match &part.kind {
            b"udta" => user_data(input, part, report)?,
            b"meta" => meta(input, part, report)?,
            b"uuid" if looked_at(input, &part.body)?.starts_with(XMP_BOX) => {
                xmp::note(looked_at(input, &part.body)?, &mut report.found);
                report.edits.free(part)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// QuickTime's user data: a row of boxes, after which four zeros may stand.
fn user_data<R: Read + Seek>(input: &mut Input<R>, part: &Part, report: &mut Report) -> Result<(), Fault> {
    let Range { start, end } = part.body;
    let has_zeros = end >= start + 4 && input.array::<4>(end - 4)? == [0; 4];
    let row = if has_zeros {
        parts(input, start..end - 4).or_else(|_| parts(input, start..end))
    } else {
        parts(input, start..end)
    };
    for note in row? {
        match (&note.kind, by_letters(&note.kind)) {
            (b"meta", _) => meta(input, &note, report)?,
            (b"XMP_", _) => {
                xmp::note(looked_at(input, &note.body)?, &mut report.found);
                report.edits.free(&note)?;
            }
            (_, Some(what)) => {
                say(what, &words(&note.kind, looked_at(input, &note.body)?), &mut report.found);
                report.edits.free(&note)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn say(what: Private, words: &str, found: &mut Findings) {
    match what {
        Private::Location => found.say(what, &place(words)),
        Private::Thumbnail => found.add(what),
        _ => found.say(what, words),
    }
}

/// The words of a note: QuickTime's after a length and a language, 3GPP's after version and language, and its place as numbers.
fn words(kind: &[u8; 4], body: &[u8]) -> String {
    let mut take = Take(body);
    let words = match kind {
        b"loci" => return third_generation_place(take).unwrap_or_default(),
        [0xa9, ..] => {
            let length = take.u16().map_or(0, usize::from);
            take.bytes(2);
            take.bytes(length).unwrap_or(take.0)
        }
        _ => body.get(6..).unwrap_or_default(),
    };
    String::from_utf8_lossy(words).trim_matches('\0').to_owned()
}

/// 3GPP TS 26.244: a name, a role, longitude and latitude as 16.16 numbers.
fn third_generation_place(mut take: Take<'_>) -> Option<String> {
    take.bytes(6)?;
    take.text()?;
    take.u8()?;
    let mut degrees = || Some(f64::from(take.u32()?.cast_signed()) / 65536.0);
    let (east, north) = (degrees()?, degrees()?);
    Some(format!("{north:.5}, {east:.5}"))
}

/// A box of notes by key, or by letters. It is freed whole if it holds any: the list is of no use without its keys.
fn meta<R: Read + Seek>(input: &mut Input<R>, part: &Part, report: &mut Report) -> Result<(), Fault> {
    // QuickTime's has no version.
    let level = parts(input, part.full_body()).or_else(|_| parts(input, part.body.clone()))?;
    let mut found = Findings::default();
    let names = match find(&level, b"keys") {
        Some(keys) => key_names(looked_at(input, &keys.full_body())?).unwrap_or_default(),
        None => Vec::new(),
    };
    if let Some(list) = find(&level, b"ilst") {
        for item in parts(input, list.body.clone())? {
            let key = names.get((u32::from_be_bytes(item.kind) as usize).wrapping_sub(1));
            let what = key.map_or_else(|| by_letters(&item.kind).unwrap_or(Private::Other), |key| by_key(key));
            let body = looked_at(input, &item.body)?;
            // A box with a type, a language and the words.
            let words = body.get(16..).unwrap_or_default();
            say(what, &String::from_utf8_lossy(words), &mut found);
        }
    }
    if level.iter().any(|part| part.kind == *b"xml " || part.kind == *b"uuid") {
        found.add(Private::Other);
    }
    if !found.is_empty() {
        report.found.join(found);
        report.edits.free(part)?;
    }
    Ok(())
}

/// The names of the keys, from which the list counts.
fn key_names(body: &[u8]) -> Option<Vec<String>> {
    let mut take = Take(body);
    let mut names = Vec::new();
    for _ in 0..take.u32()? {
        let size = take.u32()? as usize;
        let name = take.bytes(size.checked_sub(4)?)?.get(4..)?;
        names.push(String::from_utf8_lossy(name).into_owned());
    }
    Some(names)
}

fn looked_at<'i, R: Read + Seek>(input: &'i mut Input<R>, body: &Range<u64>) -> Result<&'i [u8], Fault> {
    input.bytes(body.start..body.end.min(body.start.saturating_add(LOOKED_AT)))
}
