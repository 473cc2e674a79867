//! PNG (W3C, third edition): chunks, each with its name, its length and its sum.

use std::io::{Read, Seek};
use std::ops::Range;

use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Findings, Private, Report};
use crate::{exif, xmp};

/// More chunks than any picture has; long animations have some thousands.
const MOST: usize = 1 << 20;

/// Bytes of a text chunk that are looked at.
const LOOKED_AT: u64 = 64 << 10;

/// Keywords of texts that are the picture itself, as a drawing program wants it back.
const DRAWINGS: [&[u8]; 2] = [b"mxfile\0", b"application/vnd.excalidraw+json\0"];

struct Chunk {
    kind: [u8; 4],
    /// All of it, with length and sum.
    range: Range<u64>,
    data: Range<u64>,
}

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let mut is_turned = false;
    let (chunks, end) = walk(input)?;
    for chunk in chunks {
        let looked_at = chunk.data.start..chunk.data.end.min(chunk.data.start.saturating_add(LOOKED_AT));
        let data = input.bytes(looked_at)?;
        match &chunk.kind {
            b"tEXt" | b"zTXt" | b"iTXt" if DRAWINGS.iter().any(|keyword| data.starts_with(keyword)) => continue,
            b"tEXt" | b"zTXt" | b"iTXt" => note_text(&chunk.kind, data, &mut report.found),
            b"tIME" | b"caBX" => report.found.add(Private::Other),
            b"eXIf" | b"zxIf" => {
                let read = exif::read(data);
                let turns = read.orientation.filter(|_| !is_turned && chunk.kind == *b"eXIf");
                is_turned |= turns.is_some();
                if !read.found.is_empty() {
                    report.found.join(read.found);
                    report.edits.replace(chunk.range, turns.map(exif_chunk).unwrap_or_default())?;
                }
                continue;
            }
            _ => continue,
        }
        report.edits.remove(chunk.range)?;
    }
    if let Some(end) = end
        && is_an_older_picture(input, end)?
    {
        report.found.add(Private::Other);
        report.edits.remove(end..input.size())?;
    }
    Ok(report)
}

/// Which way up the first Exif says that the picture is.
pub(crate) fn orientation<R: Read + Seek>(input: &mut Input<R>) -> Result<Option<u8>, Fault> {
    let (chunks, _) = walk(input)?;
    let Some(chunk) = chunks.into_iter().find(|chunk| &chunk.kind == b"eXIf") else { return Ok(None) };
    Ok(exif::read(input.bytes(chunk.data)?).orientation)
}

/// The chunks up to the end of the picture, and where that is. A picture that is cut off within its pixels has no end.
fn walk<R: Read + Seek>(input: &mut Input<R>) -> Result<(Vec<Chunk>, Option<u64>), Fault> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut at = 8;
    loop {
        let chunk = match chunk(input, at) {
            Ok(chunk) => chunk,
            Err(Fault::Kept(_)) if chunks.iter().any(|chunk| &chunk.kind == b"IDAT") => return Ok((chunks, None)),
            Err(fault) => return Err(fault),
        };
        if (chunks.is_empty() && &chunk.kind != b"IHDR") || chunks.len() >= MOST {
            return Err(Kept::Damaged.into());
        }
        at = chunk.range.end;
        if &chunk.kind == b"IEND" {
            return Ok((chunks, Some(at)));
        }
        chunks.push(chunk);
    }
}

fn chunk<R: Read + Seek>(input: &mut Input<R>, at: u64) -> Result<Chunk, Fault> {
    let [a, b, c, d, kind @ ..] = input.array::<8>(at)?;
    let data = at + 8..at + 8 + u64::from(u32::from_be_bytes([a, b, c, d]));
    if data.end + 4 > input.size() {
        return Err(Kept::CutOff.into());
    }
    if !kind.iter().all(u8::is_ascii_alphabetic) {
        return Err(Kept::Damaged.into());
    }
    Ok(Chunk { kind, range: at..data.end + 4, data })
}

/// A text: its keyword, a zero, and words that may be packed.
fn note_text(kind: &[u8; 4], data: &[u8], found: &mut Findings) {
    let Some(zero) = data.iter().position(|byte| *byte == 0) else { return found.add(Private::Comment) };
    let (keyword, rest) = data.split_at(zero);
    let keyword = String::from_utf8_lossy(keyword);
    if keyword == "XML:com.adobe.xmp" {
        return xmp::note(rest, found);
    }
    let what = match &*keyword {
        "Author" | "Copyright" | "Artist" => Private::Author,
        "Software" | "Creator" | "parameters" => Private::Software,
        "Source" => Private::Camera,
        "Title" | "Description" | "Comment" | "Disclaimer" | "Warning" => Private::Comment,
        _ => Private::Other,
    };
    match kind {
        b"tEXt" => found.say(what, &latin1(rest.get(1..).unwrap_or_default())),
        b"iTXt" => found.say(what, &international(rest).unwrap_or_default()),
        _ => found.add(what),
    }
}

/// The words of an international text that is not packed: after two flags come language, keyword in it, and the words.
fn international(rest: &[u8]) -> Option<String> {
    let [0, 0, _, rest @ ..] = rest else { return None };
    let words = rest.splitn(3, |byte| *byte == 0).nth(2)?;
    Some(String::from_utf8_lossy(words).into_owned())
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn exif_chunk(orientation: u8) -> Vec<u8> {
    let tiff = exif::with(orientation);
    let mut chunk = (tiff.len() as u32).to_be_bytes().to_vec();
    chunk.extend(b"eXIf");
    chunk.extend(tiff);
    let sum = crc32fast::hash(chunk.get(4..).unwrap_or_default());
    chunk.extend(sum.to_be_bytes());
    chunk
}

/// Whether what follows the picture is the rest of an older, larger one: some programs cropped a picture by writing the new
/// one over the beginning of the old, whose end stayed.
fn is_an_older_picture<R: Read + Seek>(input: &mut Input<R>, end: u64) -> Result<bool, Fault> {
    const LAST: &[u8] = b"\0\0\0\0IEND\xaeB`\x82";
    let last = input.size().saturating_sub(LAST.len() as u64);
    Ok(last >= end && input.bytes(last..input.size())? == LAST)
}
