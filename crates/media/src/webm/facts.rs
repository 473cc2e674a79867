//! What a WebM says of itself before its first frame.

use std::io::{Read, Seek};

use super::{MILLISECOND, ids, read, tracks};
use crate::ebml::{element, elements, float, uint};
use crate::facts::Facts;
use crate::fault::Fault;
use crate::input::Input;

/// Elements that may stand before the first frame.
const MOST: usize = 64;

pub(crate) fn facts<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let segment = read::segment(input)?;
    let mut facts = Facts::default();
    let mut at = segment.body.start;
    for _ in 0..MOST {
        let element = element(input, at)?;
        at = element.body.end;
        match element.id {
            ids::CLUSTER => break,
            ids::INFO => {
                let (mut scale, mut duration) = (MILLISECOND, None);
                for part in elements(input, element.body)? {
                    match part.id {
                        ids::SCALE => scale = uint(input, &part)?,
                        ids::DURATION => duration = Some(float(input, &part)?),
                        _ => {}
                    }
                }
                let ms = duration.map(|ticks| ticks * scale as f64 / MILLISECOND as f64);
                facts.ms = ms.filter(|ms| (1.0..1e12).contains(ms)).map(|ms| ms.round() as u64);
            }
            ids::TRACKS => {
                let size = tracks::read(input, element.body)?.into_iter().find_map(|track| track.size);
                facts = Facts { ms: facts.ms, ..Facts::of_size(size) };
            }
            _ => {}
        }
        if at >= segment.body.end.min(input.size()) {
            break;
        }
    }
    Ok(facts)
}
