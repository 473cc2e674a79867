//! Recordings are finished and cut, and no frame of them is touched.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod fixtures;

use std::io::Cursor;

use fixtures::{film, read, sound};
use media::webm::{Recording, Trimmed};
use media::{Fault, Kept, Plan};
use proptest::prelude::*;

fn recording(bytes: &[u8]) -> Recording {
    Recording::read(Cursor::new(bytes)).unwrap()
}

fn written(plan: &Plan, old: &[u8]) -> Vec<u8> {
    let mut new = Vec::new();
    plan.write(Cursor::new(old), &mut new).unwrap();
    assert_eq!(new.len() as u64, plan.size());
    new
}

fn finished(bytes: &[u8]) -> Vec<u8> {
    written(&recording(bytes).finish(), bytes)
}

fn trimmed(bytes: &[u8], from: u64, to: u64) -> Option<(Trimmed, read::Film)> {
    let trimmed = recording(bytes).trim(Cursor::new(bytes), from, to).unwrap()?;
    let film = read::film(&written(&trimmed.plan, bytes));
    Some((trimmed, film))
}

#[test]
fn a_recording_knows_how_long_it_is() {
    assert_eq!(recording(&film()).duration_ms(), 10_000);
    assert!(recording(&film()).has_pictures() && !recording(&sound()).has_pictures());
}

#[test]
fn a_finished_film_has_the_same_frames_its_duration_and_places_to_seek_to() {
    for bytes in [film(), sound()] {
        let (old, new) = (read::film(&bytes), read::film(&finished(&bytes)));
        assert_eq!(new.frames, old.frames);
        assert_eq!((old.duration, new.duration), (None, Some(10_000.0)));
        assert!(old.cues.is_empty() && new.is_closed);
    }
    let times = |bytes: &[u8]| read::film(&finished(bytes)).cues.iter().map(|cue| cue.time).collect::<Vec<_>>();
    assert_eq!(times(&film()), [0, 1500, 3000, 4500, 6000, 7500, 9000]);
    assert_eq!(times(&sound()), [0, 2000, 4000, 6000, 8000]);
}

#[test]
fn each_place_to_seek_to_is_a_cluster_with_that_frame() {
    let new = read::film(&finished(&film()));
    for cue in &new.cues {
        let frames = new.clusters.iter().find(|cluster| cluster.0 == cue.place).map(|cluster| &cluster.1).unwrap();
        assert!(frames.iter().any(|frame| frame.is_key && frame.track == cue.track && frame.at == cue.time), "{cue:?}");
    }
    assert_eq!(new.seeks, 3);
}

#[test]
fn finishing_what_is_finished_changes_nothing() {
    let once = finished(&film());
    assert!(!recording(&film()).finish().is_whole() && recording(&once).finish().is_whole());
}

#[test]
fn a_film_begins_with_the_whole_picture_at_or_before_the_start() {
    for (from, to, begins) in
        [(0, 10_000, 0), (1700, 6000, 1500), (3000, 3200, 3000), (4499, 9999, 3000), (9900, 20_000, 9000)]
    {
        let bytes = film();
        let (trimmed, new) = trimmed(&bytes, from, to).unwrap();
        let end = to.min(10_000);
        assert_eq!((trimmed.from_ms, trimmed.to_ms), (begins, end), "from {from} to {to}");
        assert_eq!(new.duration, Some((end - begins) as f64));
        let old = read::film(&bytes).frames;
        let wanted = old.into_iter().filter(|frame| (begins..end).contains(&frame.at));
        let wanted: Vec<_> = wanted.map(|frame| read::Frame { at: frame.at - begins, ..frame }).collect();
        assert_eq!(new.frames, wanted, "from {from} to {to}");
        assert_eq!(new.cues.first().map(|cue| cue.time), Some(0));
    }
}

#[test]
fn sound_is_cut_where_it_should_be() {
    let (trimmed, new) = trimmed(&sound(), 2345, 5000).unwrap();
    assert_eq!((trimmed.from_ms, trimmed.to_ms), (2300, 5000));
    assert_eq!(new.frames.first().map(|frame| frame.data.as_slice()), Some(b"sound at 2300".as_slice()));
    assert_eq!(new.frames.last().map(|frame| frame.data.as_slice()), Some(b"sound at 4950".as_slice()));
}

#[test]
fn a_cut_film_can_be_cut_again() {
    let bytes = film();
    let (first, _) = trimmed(&bytes, 1700, 9000).unwrap();
    let once = written(&first.plan, &bytes);
    let (second, twice) = trimmed(&once, 1600, 4000).unwrap();
    assert_eq!((second.from_ms, second.to_ms), (1500, 4000));
    assert_eq!(twice.frames.first().map(|frame| frame.data.as_slice()), Some(b"sound at 3000".as_slice()));
}

#[test]
fn where_there_is_nothing_nothing_is_cut_out() {
    for (from, to) in [(500, 500), (600, 500), (10_000, 20_000)] {
        assert!(trimmed(&film(), from, to).is_none());
    }
}

#[test]
fn what_a_crash_left_is_finished_up_to_its_last_whole_frame() {
    let bytes = film();
    let last = bytes.windows(15).rposition(|window| window == b"picture at 9900").unwrap();
    let new = read::film(&finished(&bytes[..last + 3]));
    assert_eq!(new.frames.last().map(|frame| frame.data.as_slice()), Some(b"sound at 9900".as_slice()));
    assert!(new.is_closed);
}

#[test]
fn what_is_no_recording_is_refused() {
    let why = |bytes: &[u8]| match Recording::read(Cursor::new(bytes)) {
        Err(Fault::Kept(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(b"plain words"), Kept::UnknownFormat);
    assert_eq!(why(&film()[..85]), Kept::CutOff);
    let two = [film(), film()].concat();
    assert_eq!(why(&two), Kept::Unusual);
    let mut damaged = film();
    let middle = damaged.len() / 2;
    let block = damaged[middle..].iter().position(|byte| *byte == 0xa3).unwrap() + middle;
    damaged[block] = 0;
    assert_eq!(why(&damaged), Kept::Damaged);
}

proptest! {
    #[test]
    fn any_file_is_finished_or_refused(
        cut in 0.0..1.1_f64,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        from in 0..11_000_u64,
        length in 0..11_000_u64,
    ) {
        let mut bytes = film();
        bytes.truncate((bytes.len() as f64 * cut) as usize);
        for (place, byte) in changes {
            if !bytes.is_empty() {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
        }
        let Ok(recording) = Recording::read(Cursor::new(&bytes)) else { return Ok(()) };
        let new = written(&recording.finish(), &bytes);
        let again = Recording::read(Cursor::new(&new)).unwrap();
        prop_assert!(again.finish().is_whole() || again.duration_ms() == 0);
        if let Ok(Some(trimmed)) = recording.trim(Cursor::new(&bytes), from, from + length) {
            prop_assert!(Recording::read(Cursor::new(written(&trimmed.plan, &bytes))).is_ok());
        }
    }
}
