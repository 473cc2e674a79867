//! The size of a picture, as it is shown: the properties of the item that it is, turned.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use crate::boxes::{Part, Take, find, parts};
use crate::facts::Facts;
use crate::fault::{Fault, Kept};
use crate::input::Input;

pub(crate) fn facts<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let all = input.all();
    let top = parts(input, all)?;
    let meta = parts(input, find(&top, b"meta").ok_or(Kept::Unusual)?.full_body())?;
    let primary = find(&meta, b"pitm").ok_or(Kept::Unusual)?;
    let primary = primary_item(input.bytes(primary.body.clone())?).ok_or(Kept::Damaged)?;
    let properties = parts(input, find(&meta, b"iprp").ok_or(Kept::Unusual)?.body.clone())?;
    let list = parts(input, find(&properties, b"ipco").ok_or(Kept::Unusual)?.body.clone())?;
    let associations = find(&properties, b"ipma").ok_or(Kept::Unusual)?;
    let of_items = of_items(input.bytes(associations.body.clone())?).ok_or(Kept::Damaged)?;
    let mut size = None;
    for index in of_items.get(&primary).into_iter().flatten() {
        let Some(property) = list.get(usize::from(*index).wrapping_sub(1)) else { continue };
        size = after(size, input, property)?;
    }
    Ok(Facts::of_size(size))
}

fn primary_item(body: &[u8]) -> Option<u64> {
    let mut take = Take(body);
    let version = take.u8()?;
    take.bytes(3)?;
    take.number(if version == 0 { 2 } else { 4 })
}

/// The properties of each item, in order, by their places in the list from 1 on.
fn of_items(body: &[u8]) -> Option<BTreeMap<u64, Vec<u16>>> {
    let mut take = Take(body);
    let version = take.u8()?;
    let flags = take.number(3)?;
    let mut of_items = BTreeMap::new();
    for _ in 0..take.u32()? {
        let item = take.number(if version == 0 { 2 } else { 4 })?;
        let mut properties = Vec::new();
        for _ in 0..take.u8()? {
            // The highest bit says whether it must be understood.
            properties.push(if flags & 1 == 1 { take.u16()? & 0x7fff } else { u16::from(take.u8()? & 0x7f) });
        }
        of_items.insert(item, properties);
    }
    Some(of_items)
}

/// The size that a property gives, or turns.
fn after<R: Read + Seek>(
    size: Option<(u64, u64)>,
    input: &mut Input<R>,
    property: &Part,
) -> Result<Option<(u64, u64)>, Fault> {
    Ok(match &property.kind {
        b"ispe" => {
            let [a, b, c, d, e, f, g, h] = input.array(property.body.start + 4)?;
            Some((u32::from_be_bytes([a, b, c, d]).into(), u32::from_be_bytes([e, f, g, h]).into()))
        }
        b"clap" => {
            let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = input.array(property.body.start)?;
            let number =
                |over, under| u64::from(u32::from_be_bytes(over)) / u64::from(u32::from_be_bytes(under)).max(1);
            Some((number([a, b, c, d], [e, f, g, h]), number([i, j, k, l], [m, n, o, p])))
        }
        b"irot" if input.array::<1>(property.body.start)?[0] & 1 == 1 => size.map(|(width, height)| (height, width)),
        _ => size,
    })
}
