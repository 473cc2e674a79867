//! How long a film is, and how large it is shown.

use std::io::{Read, Seek};

use crate::boxes::{Part, Take, find, parts};
use crate::facts::Facts;
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// Headers are small; what follows in a larger one is nothing that is read here.
const READ: u64 = 128;

pub(crate) fn facts<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let all = input.all();
    let top = parts(input, all)?;
    let inside = parts(input, find(&top, b"moov").ok_or(Kept::Unusual)?.body.clone())?;
    let mut facts = Facts::default();
    if let Some(header) = find(&inside, b"mvhd") {
        facts.ms = duration(start_of(input, header)?);
    }
    for track in inside.iter().filter(|part| part.kind == *b"trak") {
        let track = parts(input, track.body.clone())?;
        if let Some(header) = find(&track, b"tkhd")
            && let Some((width, height)) = shown_size(start_of(input, header)?)
        {
            return Ok(Facts { width: Some(width), height: Some(height), ..facts });
        }
    }
    Ok(facts)
}

fn start_of<'i, R: Read + Seek>(input: &'i mut Input<R>, part: &Part) -> Result<&'i [u8], Fault> {
    input.bytes(part.body.start..part.body.end.min(part.body.start + READ))
}

/// The movie header's duration in milliseconds; 0 is that of a film in fragments, which does not know it.
fn duration(body: &[u8]) -> Option<u64> {
    let mut take = Take(body);
    let wide = if take.u8()? == 1 { 8 } else { 4 };
    take.bytes(3 + 2 * wide)?;
    let (scale, duration) = (take.number(4)?, take.number(wide)?);
    let unknown = duration == 0 || duration == u64::MAX || wide == 4 && duration == u64::from(u32::MAX);
    let ms = u128::from(duration) * 1000 / u128::from(scale.max(1));
    u64::try_from(ms).ok().filter(|_| !unknown && scale > 0)
}

/// Width and height of a track with pictures: 16.16 numbers, which a matrix may turn by a quarter.
fn shown_size(body: &[u8]) -> Option<(u64, u64)> {
    let mut take = Take(body);
    let wide = if take.u8()? == 1 { 8 } else { 4 };
    // Flags, two times, number, reserved, duration, reserved, layer, group, volume, reserved.
    take.bytes(3 + 2 * wide + 8 + wide + 16)?;
    let a = take.number(4)?;
    let b = take.number(4)?;
    take.bytes(28)?;
    let (width, height) = (take.number(4)? >> 16, take.number(4)? >> 16);
    let is_turned = a == 0 && b != 0;
    Some(if is_turned { (height, width) } else { (width, height) }).filter(|(width, height)| *width > 0 && *height > 0)
}
