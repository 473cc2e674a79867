//! What is packed in a ZIP: its list. None of it is unpacked.

use std::io::{Read, Seek};

use interchange::names::is_invisible;
use interchange::zip::{Archive, Entry};

use crate::block::{Block, Packed, Reading};
use crate::limits;
use crate::read::Fault;

pub(crate) fn read(input: impl Read + Seek) -> Result<Reading, Fault> {
    let archive = Archive::open(input, &limits::ZIP)?;
    let files = || archive.entries().iter().filter(|entry| !entry.is_folder());
    let listed = files().take(limits::PACKED).map(packed).collect();
    let total = Some(files().count()).filter(|count| *count > limits::PACKED);
    Ok(Reading { blocks: vec![Block::Files(listed)], is_cut: total.is_some(), total })
}

fn packed(entry: &Entry) -> Packed {
    let is_seen = |letter: &char| !letter.is_control() && !is_invisible(*letter);
    Packed { name: entry.name.chars().filter(is_seen).collect(), size: entry.size, refused: entry.refused }
}
