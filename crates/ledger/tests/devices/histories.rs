//! The versions of a text, from the log alone.

use chrono::TimeDelta;
use ledger::{History, TextVersion};
use portfolio::model::{Facts, Preview};
use portfolio::{EntityId, Intent};
use replica::Op;

use super::device::{Device, exchange, picture, piece, read};
use super::{only_piece, write};

/// All that a device has stored, read back.
fn log(device: &Device) -> Vec<Op> {
    device.segments.iter().flat_map(|segment| read(segment).1).chain(device.tail.iter().cloned()).collect()
}

fn versions(ops: &[Op], piece: &EntityId) -> Vec<TextVersion> {
    let mut history = History::of(piece.clone(), "text");
    ops.iter().for_each(|op| history.take(op));
    history.versions()
}

fn texts(versions: &[TextVersion]) -> Vec<&str> {
    versions.iter().map(|version| version.text.as_str()).collect()
}

/// The words that a new piece has.
const FIRST: &str = "I built a bridge.\n\n*It held.*";

#[test]
fn each_visit_is_a_version_with_the_time_when_it_began() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let added = tablet.now;
    let bridge = only_piece(&tablet);
    tablet.act(write(&bridge, "I"));
    let visited = tablet.now;
    tablet.act(write(&bridge, "I built"));
    tablet.act(write(&bridge, "I built two"));
    tablet.now += TimeDelta::minutes(9);
    tablet.act(write(&bridge, "I built three"));
    let again = tablet.now;
    let versions = versions(&log(&tablet), &bridge);
    assert_eq!(texts(&versions), ["I built three", "I built two", FIRST]);
    let times: Vec<_> = versions.iter().map(|version| version.at).collect();
    assert_eq!(times, [Some(again), Some(visited), Some(added)]);
    assert_eq!(tablet.ledger.portfolio().piece(&bridge).unwrap().edited, Some(again));
}

#[test]
fn words_that_are_frozen_on_the_way_are_a_version_and_those_taken_back_too() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    tablet.act(write(&bridge, "one"));
    tablet.freeze();
    tablet.act(write(&bridge, "two"));
    let last = tablet.act(write(&bridge, "two words"));
    tablet.undo(last);
    let undone = tablet.now;
    tablet.act(write(&bridge, "three"));
    let versions = versions(&log(&tablet), &bridge);
    assert_eq!(texts(&versions), ["three", "one", "two words", "one", FIRST]);
    assert_eq!(versions[1].at, Some(undone));
    assert!(versions.is_sorted_by_key(|version| std::cmp::Reverse(version.at)));
}

#[test]
fn a_picture_that_comes_while_one_writes_ends_no_visit() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    tablet.act(write(&bridge, "Look:"));
    let began = tablet.now;
    tablet.act(Intent::AddArtifact { piece: bridge.clone(), artifact: picture() });
    let artifact = tablet.ledger.portfolio().artifacts_of(&bridge).last().unwrap().id.clone();
    let facts = Facts { width: Some(3), ..Facts::default() };
    tablet.act(Intent::SetPreview { artifact, preview: Preview { facts, ..Preview::default() } });
    let last = tablet.act(write(&bridge, "Look: there"));
    let found = versions(&log(&tablet), &bridge);
    assert_eq!(texts(&found), ["Look: there", FIRST]);
    assert_eq!(found[0].at, Some(began));
    tablet.undo(last);
    let portfolio = tablet.ledger.portfolio();
    assert_eq!(portfolio.piece(&bridge).unwrap().text, FIRST, "the whole visit");
    assert_eq!(portfolio.artifacts_of(&bridge).len(), 3, "and nothing else");
}

#[test]
fn what_stayed_in_the_log_though_a_visit_replaced_it_is_no_version() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    let mut all = tablet.tail.clone();
    for text in ["a", "a b", "a b c"] {
        all.extend(tablet.act(write(&bridge, text)).ops);
    }
    assert_eq!(texts(&versions(&all, &bridge)), ["a b c", FIRST]);
    all.reverse();
    assert_eq!(versions(&all, &bridge), versions(&log(&tablet), &bridge), "in any order");
}

#[test]
fn two_devices_write_two_histories_in_one() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(piece("Bridge", tablet.today()));
    exchange(&mut tablet, &mut laptop);
    let bridge = only_piece(&laptop);
    tablet.act(write(&bridge, "tablet"));
    laptop.act(write(&bridge, "laptop"));
    exchange(&mut tablet, &mut laptop);
    tablet.act(write(&bridge, "both"));
    exchange(&mut tablet, &mut laptop);
    let all: Vec<Op> = log(&tablet).into_iter().chain(log(&laptop)).collect();
    let versions = versions(&all, &bridge);
    assert_eq!(texts(&versions), ["both", "laptop", "tablet", FIRST]);
    assert!(versions.iter().all(|version| version.at.is_some()));
    let devices: Vec<_> = versions.iter().map(|version| laptop.ledger.device_of(version.op.writer)).collect();
    assert_eq!(devices, [Some(tablet.id), Some(laptop.id), Some(tablet.id), Some(tablet.id)]);
}

#[test]
fn a_long_text_of_a_new_piece_and_what_an_older_app_wrote_are_versions_too() {
    let mut tablet = Device::new(1);
    let long = "t".repeat(30_000);
    let today = tablet.today();
    let new = portfolio::intent::NewEvidence {
        text: long.clone(),
        reflection: long.clone(),
        ..portfolio::intent::NewEvidence::on(today)
    };
    tablet.act(Intent::AddEvidence(new));
    let added = tablet.now;
    let bridge = only_piece(&tablet);
    let found = versions(&log(&tablet), &bridge);
    assert_eq!((texts(&found), found[0].at), (vec![long.as_str()], Some(added)));
    assert_eq!(tablet.ledger.portfolio().piece(&bridge).unwrap().edited, None);

    tablet.act(write(&bridge, "short"));
    let before_times: Vec<Op> = log(&tablet).into_iter().filter(|op| op.field != "edited").collect();
    let found = versions(&before_times, &bridge);
    assert_eq!(texts(&found), ["short", long.as_str()]);
    assert_eq!(found[0].at, None, "unknown rather than wrong");
}
