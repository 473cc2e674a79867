//! Walking through a recording.

use std::io::{Read, Seek};

use super::blocks::is_rest;
use super::clusters::{self, Cluster, Ends};
use super::{Recording, SECOND, ids, tracks};
use crate::ebml::{Element, element, elements, float, uint};
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// More numbers than it takes to know ten hours of recording.
const MOST_KEPT: usize = 4 << 20;

/// The longest description.
const MOST_INFO: usize = 1 << 20;

/// Ticks of a millisecond, unless a film says otherwise.
const USUAL_SCALE: u64 = 1_000_000;

impl Recording {
    /// Walks through a recording. The last frame of one that a crash cut off may be missing.
    ///
    /// # Errors
    /// [`Fault`]: it could not be read, or is no WebM that is understood here.
    pub fn read(file: impl Read + Seek) -> Result<Self, Fault> {
        let mut input = Input::new(file)?;
        let segment = segment(&mut input)?;
        let mut recording = Self {
            size: input.size(),
            segment: segment.start,
            scale: USUAL_SCALE,
            info: Vec::new(),
            described: 0..0,
            tracks: Vec::new(),
            clusters: Vec::new(),
            others: Vec::new(),
            kept: 0,
            end: 0,
            is_finished: false,
        };
        let ends = recording.walk(&mut input, &segment)?;
        if recording.clusters.is_empty() {
            return Err(Kept::CutOff.into());
        }
        recording.end = ends.values().map(|(last, length)| last.saturating_add(*length)).max().unwrap_or_default();
        Ok(recording)
    }

    fn walk<R: Read + Seek>(&mut self, input: &mut Input<R>, segment: &Element) -> Result<Ends, Fault> {
        let mut ends = Ends::new();
        let (mut has_duration, mut has_cues) = (false, false);
        let end = segment.body.end.min(input.size());
        let mut at = segment.body.start;
        while at < end {
            let element = match element(input, at) {
                Ok(element) => element,
                Err(Fault::Kept(Kept::CutOff)) if !self.clusters.is_empty() => break,
                Err(fault) => return Err(fault),
            };
            if element.id == ids::CLUSTER {
                at = self.read_cluster(input, element, &mut ends)?;
                continue;
            }
            let is_cut_off = element.body.end > end;
            if is_cut_off && !self.clusters.is_empty() && is_rest(input, at) {
                break;
            }
            // Another recording behind the first is not ours to throw away.
            if is_cut_off || element.is_endless || [ids::EBML, ids::SEGMENT].contains(&element.id) {
                return Err(Kept::Unusual.into());
            }
            at = element.body.end;
            match element.id {
                ids::INFO => has_duration |= self.read_info(input, &element)?,
                ids::TRACKS => {
                    self.described = element.range();
                    self.tracks = tracks::read(input, element.body)?;
                }
                ids::CUES => has_cues = true,
                ids::SEEK_HEAD | ids::VOID | ids::SUM => {}
                _ => {
                    self.keep_count(2)?;
                    self.others.push(element.range());
                }
            }
        }
        self.is_finished = has_duration && has_cues && !segment.is_endless && segment.body.end <= input.size();
        // What follows the segment has no place in a new one.
        if !self.is_finished && segment.body.end < input.size() {
            return Err(Kept::Unusual.into());
        }
        Ok(ends)
    }

    fn read_cluster<R: Read + Seek>(
        &mut self,
        input: &mut Input<R>,
        element: Element,
        ends: &mut Ends,
    ) -> Result<u64, Fault> {
        if self.tracks.is_empty() {
            return Err(Kept::Unusual.into());
        }
        let (cluster, end) = clusters::read(input, element, self.leading(), self.apart(), ends)?;
        self.keep_count(cluster.as_ref().map_or(0, Cluster::weight))?;
        self.clusters.extend(cluster);
        Ok(end)
    }

    /// Counts what is kept, so that no file makes it much.
    fn keep_count(&mut self, numbers: usize) -> Result<(), Fault> {
        self.kept += numbers;
        if self.kept > MOST_KEPT { Err(Kept::TooLarge.into()) } else { Ok(()) }
    }

    /// Keeps the description, and tells whether it has a duration.
    fn read_info<R: Read + Seek>(&mut self, input: &mut Input<R>, info: &Element) -> Result<bool, Fault> {
        let mut has_duration = false;
        self.info.clear();
        for element in elements(input, info.body.clone())? {
            match element.id {
                ids::DURATION => has_duration = float(input, &element)? > 0.0,
                ids::VOID | ids::SUM => {}
                id => {
                    if id == ids::SCALE {
                        let scale = Some(uint(input, &element)?).filter(|scale| (1..=SECOND).contains(scale));
                        self.scale = scale.ok_or(Kept::Unusual)?;
                    }
                    self.info.extend(input.bytes(element.range())?);
                    if self.info.len() > MOST_INFO {
                        return Err(Kept::TooLarge.into());
                    }
                }
            }
        }
        Ok(has_duration)
    }
}

/// The segment behind the header of the file.
pub(crate) fn segment<R: Read + Seek>(input: &mut Input<R>) -> Result<Element, Fault> {
    let header = element(input, 0)?;
    if header.id != ids::EBML || header.is_endless {
        return Err(Kept::UnknownFormat.into());
    }
    let mut at = header.body.end;
    loop {
        let next = element(input, at)?;
        match next.id {
            ids::SEGMENT => return Ok(next),
            ids::VOID => at = next.body.end,
            _ => return Err(Kept::Damaged.into()),
        }
    }
}
