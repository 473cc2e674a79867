//! What a film consists of: pictures, sound.

use std::io::{Read, Seek};
use std::ops::Range;

use super::ids;
use crate::ebml::{elements, uint};
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// One track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Track {
    pub(crate) number: u64,
    pub(crate) is_picture: bool,
    /// Width and height of its pictures.
    pub(crate) size: Option<(u64, u64)>,
}

/// The tracks that an element describes.
pub(crate) fn read<R: Read + Seek>(input: &mut Input<R>, body: Range<u64>) -> Result<Vec<Track>, Fault> {
    let mut tracks = Vec::new();
    for entry in elements(input, body)?.into_iter().filter(|entry| entry.id == ids::TRACK) {
        let (mut number, mut is_picture, mut size) = (None, false, None);
        for element in elements(input, entry.body)? {
            match element.id {
                ids::TRACK_NUMBER => number = Some(uint(input, &element)?),
                ids::TRACK_TYPE => is_picture = uint(input, &element)? == 1,
                ids::VIDEO => size = picture_size(input, element.body)?,
                _ => {}
            }
        }
        tracks.push(Track { number: number.ok_or(Kept::Damaged)?, is_picture, size });
    }
    if tracks.is_empty() {
        return Err(Kept::Damaged.into());
    }
    Ok(tracks)
}

fn picture_size<R: Read + Seek>(input: &mut Input<R>, body: Range<u64>) -> Result<Option<(u64, u64)>, Fault> {
    let (mut width, mut height) = (None, None);
    for element in elements(input, body)? {
        match element.id {
            ids::WIDTH => width = Some(uint(input, &element)?),
            ids::HEIGHT => height = Some(uint(input, &element)?),
            _ => {}
        }
    }
    Ok(width.zip(height))
}
