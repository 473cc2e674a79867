//! The items of a picture: what each is, and where its bytes lie.

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::ops::Range;

use crate::boxes::{Part, Take, find, parts};
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// An item's number and what it is: four letters, and the content type of a `mime` item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) id: u32,
    pub(crate) kind: [u8; 4],
    pub(crate) content: Vec<u8>,
}

/// Where the bytes of each item lie in the file, by its number.
pub(crate) type Places = BTreeMap<u32, Vec<Range<u64>>>;

/// More pieces than all items of a picture lie in.
const MOST_RANGES: usize = 100_000;

/// The boxes and items of a picture.
#[derive(Debug)]
pub(crate) struct Items {
    pub(crate) top: Vec<Part>,
    pub(crate) meta: Vec<Part>,
    pub(crate) items: Vec<Item>,
    pub(crate) places: Places,
}

impl Items {
    pub(crate) fn read<R: Read + Seek>(input: &mut Input<R>) -> Result<Self, Fault> {
        let all = input.all();
        let top = parts(input, all)?;
        let meta = find(&top, b"meta").ok_or(Kept::Unusual)?.full_body();
        let meta = parts(input, meta)?;
        let items = read_items(input, find(&meta, b"iinf").ok_or(Kept::Unusual)?)?;
        let data = find(&meta, b"idat").map(|part| part.body.clone());
        let iloc = find(&meta, b"iloc").ok_or(Kept::Unusual)?;
        let places = read_places(input.bytes(iloc.body.clone())?, data.as_ref()).ok_or(Kept::Damaged)?;
        Ok(Self { top, meta, items, places })
    }
}

/// Every entry of the item information box. One of an old version that names no kind is passed over.
fn read_items<R: Read + Seek>(input: &mut Input<R>, iinf: &Part) -> Result<Vec<Item>, Fault> {
    let [version, ..] = input.array::<4>(iinf.body.start)?;
    let count = if version == 0 { 2 } else { 4 };
    let entries = iinf.body.start + 4 + count;
    if entries > iinf.body.end {
        return Err(Kept::Damaged.into());
    }
    let mut items = Vec::new();
    for part in parts(input, entries..iinf.body.end)? {
        if part.kind == *b"infe" {
            items.extend(item(input.bytes(part.body)?));
        }
    }
    Ok(items)
}

fn item(body: &[u8]) -> Option<Item> {
    let mut take = Take(body);
    let version = take.u8().filter(|version| (2..=3).contains(version))?;
    take.bytes(3)?;
    let id = if version == 2 { u32::from(take.u16()?) } else { take.u32()? };
    take.u16()?;
    let kind = *take.bytes(4)?.first_chunk()?;
    take.text()?;
    let content = if kind == *b"mime" { take.text().unwrap_or(take.0) } else { &[] };
    Some(Item { id, kind, content: content.to_vec() })
}

/// The item location box. Items that lie in other files, or are made of others, have no ranges.
fn read_places(body: &[u8], data: Option<&Range<u64>>) -> Option<Places> {
    let mut take = Take(body);
    let version = take.u8().filter(|version| *version <= 2)?;
    take.bytes(3)?;
    let (sizes, more) = (take.u8()?, take.u8()?);
    let (offset_size, length_size) = (usize::from(sizes >> 4), usize::from(sizes & 15));
    let (base_size, index_size) = (usize::from(more >> 4), if version == 0 { 0 } else { usize::from(more & 15) });
    let id_size = if version == 2 { 4 } else { 2 };
    let count = take.number(id_size)?;
    let (mut places, mut so_far) = (Places::new(), 0);
    for _ in 0..count {
        let id = take.number(id_size)? as u32;
        let method = if version == 0 { 0 } else { take.u16()? & 15 };
        let is_here = take.u16()? == 0;
        let base = take.number(base_size)?;
        let mut ranges = Vec::new();
        let pieces = take.u16()?;
        so_far += usize::from(pieces);
        if so_far > MOST_RANGES {
            return None;
        }
        for _ in 0..pieces {
            take.number(index_size)?;
            let start = base.checked_add(take.number(offset_size)?)?;
            let length = take.number(length_size)?;
            // 0 counts from the start of the file, 1 from that of the data box; 2 is made of other items.
            let from = match (method, data) {
                (0, _) => 0,
                (1, Some(data)) => data.start,
                _ => continue,
            };
            let start = from.checked_add(start)?;
            ranges.push(start..start.checked_add(length)?);
        }
        let is_first = places.insert(id, if is_here { ranges } else { Vec::new() }).is_none();
        if !is_first {
            return None;
        }
    }
    Some(places)
}
