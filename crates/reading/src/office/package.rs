//! The parts of a document, and what they say of each other.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use interchange::text;
use interchange::zip::{Archive, CopyError};

use super::xml::{self, Event};
use crate::limits;
use crate::page::Room;
use crate::read::Fault;

/// An opened document.
pub(super) struct Package<R> {
    archive: Archive<R>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<R: Read + Seek> Package<R> {
    pub(super) fn open(input: R) -> Result<Self, Fault> {
        Ok(Self { archive: Archive::open(input, &limits::ZIP)?, left: limits::PARTS })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A part as text; empty if there is none of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Fault> {
        let Some(index) = self.find(name) else { return Ok(String::new()) };
        let most = self.left.min(limits::PART);
        let mut bytes = Vec::new();
        let taken = self.archive.copy(index, |piece| {
            bytes.extend_from_slice(piece);
            if bytes.len() as u64 > most { Err(Fault::TooLarge) } else { Ok(()) }
        });
        self.left = self.left.saturating_sub(bytes.len() as u64);
        match taken {
            Ok(()) => Ok(text::decode(&bytes).text.into_owned()),
            Err(CopyError::Taker(fault)) => Err(fault),
            Err(CopyError::Io(error)) => Err(error.into()),
            Err(CopyError::Refused(_) | CopyError::Damaged) => Err(Fault::Damaged),
        }
    }

    /// Where the relations of a part lead, by their ids, as names of parts (ECMA-376 part 2, 6.5): `ppt/slides/slide1.xml`.
    pub(super) fn relations(&mut self, of: &str) -> Result<BTreeMap<String, String>, Fault> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let relations = self.part(&format!("{folder}/_rels/{name}.rels"))?;
        let mut targets = BTreeMap::new();
        let take = &mut |event: Event<'_>| {
            if let Event::Open("Relationship", tag) = event
                && let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target"))
            {
                targets.insert(id, from(folder, &target));
            }
            Room::Continue(())
        };
        xml::walk(&relations, take);
        Ok(targets)
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.archive.entries().iter().position(|entry| entry.name == name)
    }
}

/// A target as it is written in a part of this folder.
fn from(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}"),
    }
}
