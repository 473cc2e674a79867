//! The log: whose portfolio it is, and what its ops mean (docs/format-backend.md).

use std::collections::{BTreeSet, HashSet};

use interchange::archive::{CAIRN, LOG};
use replica::segment::{self, Header, SEGMENT_LIMIT, SegmentError, SegmentName};
use replica::{DeviceId, Hash, Op, OpId, RootFile, RootId, State};

use super::report::Bad;
use super::source::{Source, whole};

/// A root file is one short line of JSON.
const ROOT_LIMIT: usize = 4096;

/// What the log says.
#[derive(Default)]
pub struct Log {
    /// The portfolio's id, the least if it has several; `None` when nothing could be read.
    pub root: Option<RootId>,
    /// How many devices wrote segments.
    pub devices: usize,
    /// How many segments were folded.
    pub segments: usize,
    /// How many different ops they hold.
    pub ops: usize,
    /// What they mean together.
    pub state: State,
}

/// A segment whose own words are true.
struct Good {
    name: String,
    place: SegmentName,
    device: DeviceId,
    hash: Hash,
    header: Header,
    ops: Vec<Op>,
}

/// Reads the root files and every segment; what is not as it should be is added to `bad`, and all the rest is folded.
pub fn read(source: &mut dyn Source, bad: &mut Vec<Bad>) -> Log {
    let mut roots = roots(source, bad);
    let mut segments = segments(source, bad);
    if roots.is_empty() {
        bad.push(Bad::new(CAIRN, "there is no root file, which says whose portfolio this is"));
        roots.extend(segments.iter().map(|segment| segment.header.root));
    }
    let roots = Vec::from_iter(roots);
    let Some(least) = roots.first().copied() else { return Log::default() };
    segments.retain(|segment| match segment.header.verify(&roots, segment.device, &segment.place) {
        Ok(()) => true,
        Err(problem) => note(bad, segment.name.as_str(), &problem),
    });
    check_chains(&segments, bad);
    fold(least, segments, bad)
}

/// The ids of the portfolio: one, or several where portfolios were joined. A root file counts by its name.
fn roots(source: &mut dyn Source, bad: &mut Vec<Bad>) -> BTreeSet<RootId> {
    let mut roots = BTreeSet::new();
    for name in source.names() {
        let Some(id) = name.strip_prefix(CAIRN).and_then(RootFile::id_in) else { continue };
        roots.insert(id);
        match whole(source, &name, ROOT_LIMIT).map(|bytes| RootFile::from_json(&bytes)) {
            Ok(Ok(file)) if file.root == id => {}
            Ok(Ok(file)) => bad.push(Bad::new(name, format!("it speaks of the portfolio {}", file.root))),
            Ok(Err(problem)) => bad.push(Bad::new(name, problem.to_string())),
            Err(says) => bad.push(Bad::new(name, says)),
        }
    }
    roots
}

/// Every segment that is what its name says, by device and number.
fn segments(source: &mut dyn Source, bad: &mut Vec<Bad>) -> Vec<Good> {
    let mut good = Vec::new();
    for name in source.names() {
        let Some(place) = name.strip_prefix(LOG) else { continue };
        let Some((device, file)) = place.split_once('/').and_then(|(device, file)| Some((device.parse().ok()?, file)))
        else {
            bad.push(Bad::new(name, "it does not lie in the folder of a device"));
            continue;
        };
        match whole(source, &name, SEGMENT_LIMIT).map(|gzip| segment(&name, device, file, &gzip)) {
            Ok(Ok(segment)) => good.push(segment),
            Ok(Err(problem)) => bad.push(Bad::new(name, problem.to_string())),
            Err(says) => bad.push(Bad::new(name, says)),
        }
    }
    good.sort_by_key(|segment| (segment.device, segment.place));
    good
}

fn segment(name: &str, device: DeviceId, file: &str, gzip: &[u8]) -> Result<Good, SegmentError> {
    let place: SegmentName = file.parse()?;
    place.verify(gzip)?;
    let (header, ops) = segment::parse(&segment::inflate(gzip)?)?;
    Ok(Good { name: name.to_owned(), place, device, hash: Hash::of(gzip), header, ops })
}

/// A device numbers its segments without gaps, and each names the hash of the one before.
fn check_chains(segments: &[Good], bad: &mut Vec<Bad>) {
    let mut before: Option<&Good> = None;
    for segment in segments {
        let before = before.replace(segment).filter(|before| before.device == segment.device);
        let (number, hash) = before.map_or((0, None), |before| (before.place.seq, Some(before.hash)));
        let says = match segment.place.seq.checked_sub(number) {
            Some(0) => "another segment of this device has the same number".to_owned(),
            Some(1) if segment.header.prev == hash => continue,
            Some(1) => "it follows another segment than the one that is here".to_owned(),
            _ => format!("the segments of this device from {} to {} are missing", number + 1, segment.place.seq - 1),
        };
        bad.push(Bad::new(segment.name.as_str(), says));
    }
}

/// Folds in the order of Lamport numbers, as a device meets them that was there all the time.
fn fold(root: RootId, mut segments: Vec<Good>, bad: &mut Vec<Bad>) -> Log {
    segments.sort_by_key(|segment| segment.header.lamport);
    let (mut state, mut ids) = (State::default(), HashSet::<OpId>::new());
    segments.retain(|segment| match segment.header.admit(state.lamport()) {
        Ok(()) => {
            segment.ops.iter().for_each(|op| state.apply(op));
            ids.extend(segment.ops.iter().map(|op| op.id));
            true
        }
        Err(problem) => note(bad, segment.name.as_str(), &problem),
    });
    let devices: HashSet<DeviceId> = segments.iter().map(|segment| segment.device).collect();
    Log { root: Some(root), devices: devices.len(), segments: segments.len(), ops: ids.len(), state }
}

/// Adds a segment that is left out to the list.
fn note(bad: &mut Vec<Bad>, name: &str, problem: &SegmentError) -> bool {
    bad.push(Bad::new(name, problem.to_string()));
    false
}
