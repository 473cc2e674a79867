//! Emptying the properties of a document. Nothing moves: what is left of a file is stored, not packed, and filled up with
//! spaces to as many bytes as the packed one had, so that of all records of the ZIP only its own sums and sizes change.

use std::io::{Read, Seek};
use std::ops::Range;

use interchange::zip::Place;

use super::{open, properties, text};
use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Findings, Private, Report};
use crate::xml;

/// Files of properties.
const PROPERTIES: [&str; 4] = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"];

/// Notes for the speaker, and what somebody remarked: where they lie, and what their words stand in. They are a part of the
/// document and stay, but are named.
static REMARKS: [(&str, &str); 4] =
    [("ppt/notesSlides/", "a:t"), ("ppt/comments/", "p:text"), ("word/comments.xml", "w:t"), ("xl/comments", "t")];

/// The most files of remarks that are read.
const MOST_REMARKS: usize = 32;

/// The most bytes that a packed file of properties may have: they fit into one block of stored bytes.
const MOST_PACKED: u64 = 60_000;

pub(crate) fn clean<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let mut emptied = Vec::new();
    let mut archive = open(input)?;
    let names: Vec<String> = archive.entries().iter().map(|entry| entry.name.clone()).collect();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| PROPERTIES.contains(&name.as_str())) {
        let old = text(&mut archive, index)?;
        let mut found = Findings::default();
        properties::note(&old, &mut found);
        if !found.is_empty() {
            report.found.join(found);
            let place = archive.place(index)?.ok_or(Kept::Damaged)?;
            emptied.push((place, properties::without_facts(name, properties::pages(&old))));
        }
    }
    let is_remark = |name: &str| REMARKS.iter().find(|(start, _)| name.starts_with(start) && name.ends_with(".xml"));
    let remarks = names.iter().enumerate().filter_map(|(index, name)| Some((index, is_remark(name)?.1)));
    for (index, element) in remarks.take(MOST_REMARKS) {
        let words = xml::words(&text(&mut archive, index)?, element).collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            report.found.stays(Private::Comment, &words);
        }
    }
    for (place, shorter) in emptied {
        empty(&place, &shorter, &mut report)?;
    }
    Ok(report)
}

/// Writes the longest of the texts that fits in place of a file, and its sum and size into the records.
fn empty(place: &Place, texts: &[String], report: &mut Report) -> Result<(), Fault> {
    let packed = place.data.end - place.data.start;
    // A block of stored bytes (RFC 1951, 3.2.4) says that it is the last, and how long it is.
    let overhead = if place.is_deflated { 5 } else { 0 };
    let room = packed.checked_sub(overhead).filter(|_| packed <= MOST_PACKED).ok_or(Kept::Unusual)?;
    let text = texts.iter().find(|text| text.len() as u64 <= room).ok_or(Kept::Unusual)?;
    let mut content = text.clone().into_bytes();
    content.resize(room as usize, b' ');

    let mut data = Vec::new();
    if place.is_deflated {
        let length = room as u16;
        data.push(1);
        data.extend(length.to_le_bytes());
        data.extend((!length).to_le_bytes());
    }
    data.extend(&content);
    report.edits.replace(place.data.clone(), data)?;
    let (sum, size) = (crc32fast::hash(&content).to_le_bytes(), (room as u32).to_le_bytes());
    for record in &place.records {
        report.edits.replace(four(record.sum), sum.to_vec())?;
        report.edits.replace(four(record.size), size.to_vec())?;
    }
    Ok(())
}

fn four(at: u64) -> Range<u64> {
    at..at + 4
}
