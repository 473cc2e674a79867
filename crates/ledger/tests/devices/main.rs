//! A learner's portfolio through its log: read back, on two devices, frozen, purged.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod device;
mod histories;
mod submissions;

use device::{Device, ROOT, competency, exchange, framework, level, link, piece, read};
use ledger::{Ledger, LedgerError, Need};
use portfolio::intent::{ArtifactEdit, NewGoal, NewPathway, PieceEdit, Place};
use portfolio::model::Evidence;
use portfolio::{EntityId, FieldValue, Intent, Standing};
use replica::segment::SegmentError;
use replica::{DeviceId, RootId, WriterId};

fn only_piece(device: &Device) -> EntityId {
    device.ledger.portfolio().pieces().next().unwrap().id.clone()
}

fn write(piece: &EntityId, text: &str) -> Intent {
    Intent::EditEvidence { piece: piece.clone(), edit: PieceEdit::Text(text.into()) }
}

fn music() -> Intent {
    let goals = vec![NewGoal { competency: competency("m2"), aim: level("4"), due: None }];
    Intent::AddPathway(NewPathway { name: "Music".into(), goals, ..NewPathway::default() })
}

/// The pathway after the first.
fn other_pathway(device: &Device) -> EntityId {
    device.ledger.portfolio().pathways()[1].id.clone()
}

/// Does something of every kind.
fn a_day(device: &mut Device) {
    let today = device.today();
    let choose = |pathway, name| {
        let goal = NewGoal { competency: competency(name), aim: level("3"), due: Some(today) };
        Intent::ChooseGoal { pathway, goal }
    };
    device.act(Intent::SetName { name: "Ana".into() });
    device.act(Intent::SetInterests { interests: ["water".to_owned(), "maps".to_owned()].into() });
    device.act(Intent::RemoveInterest { interest: "maps".into() });
    device.act(framework());
    device.act(Intent::PlaceSelf { furthest: vec![competency("m2")] });
    for name in ["m1", "m3"] {
        device.act(choose(EntityId::first_pathway(), name));
    }
    let goals: Vec<_> = device.ledger.portfolio().goals().iter().map(|goal| goal.id.clone()).collect();
    device.act(Intent::MoveGoal { goal: goals[1].clone(), to: Place::Before(goals[0].clone()) });
    device.act(Intent::SetDue { goal: goals[0].clone(), due: None });
    device.act(music());
    device.act(choose(other_pathway(device), "m1"));
    device.act(piece("Bridge", today));
    let bridge = only_piece(device);
    device.act(Intent::AddArtifact { piece: bridge.clone(), artifact: link() });
    let picture = device.ledger.portfolio().artifacts_of(&bridge)[0].id.clone();
    device.act(Intent::EditArtifact { artifact: picture, edit: ArtifactEdit::Caption("The bridge".into()) });
    let last = device.ledger.portfolio().artifacts_of(&bridge)[2].id.clone();
    device.act(Intent::RemoveArtifact { artifact: last });
    device.act(Intent::ClaimLevel { piece: bridge, competency: competency("m3"), level: level("1.5") });
    device.act(piece("Thrown away", today));
    let away = device.ledger.portfolio().pieces().find(|piece| piece.title == "Thrown away").unwrap().id.clone();
    device.act(Intent::Trash { piece: away });
    device.act(Intent::DropGoal { goal: goals[1].clone() });
}

#[test]
fn a_portfolio_reads_the_same_from_its_segments() {
    let mut tablet = Device::new(1);
    a_day(&mut tablet);
    tablet.freeze();
    assert!(tablet.tail.is_empty());
    let mut laptop = Device::new(2);
    laptop.pull(&tablet);
    assert_eq!(laptop.ledger.portfolio(), tablet.ledger.portfolio());
    assert_eq!(laptop.fingerprint(), tablet.fingerprint());
    assert_eq!(laptop.ledger.portfolio().pieces().count(), 2);
}

#[test]
fn every_act_of_a_day_can_be_taken_back_to_the_same_portfolio() {
    let mut tablet = Device::new(1);
    a_day(&mut tablet);
    let bridge = tablet.ledger.portfolio().pieces().find(|piece| piece.title == "Bridge").unwrap().id.clone();
    let goal = tablet.ledger.portfolio().goals()[0].id.clone();
    let pathway = other_pathway(&tablet);
    for intent in [
        Intent::SetName { name: "Bo".into() },
        Intent::SetInterests { interests: ["drawing".to_owned()].into() },
        Intent::SetDue { goal: goal.clone(), due: Some(tablet.today()) },
        Intent::SetAim { goal: goal.clone(), aim: level("4") },
        Intent::DropGoal { goal },
        music(),
        Intent::DescribePathway { pathway: pathway.clone(), name: "Band".into(), purpose: "To play in June".into() },
        Intent::MovePathway { pathway: pathway.clone(), to: Place::Before(EntityId::first_pathway()) },
        Intent::PutAwayPathway { pathway },
        write(&bridge, "Other words"),
        Intent::AddArtifact { piece: bridge.clone(), artifact: link() },
        Intent::ClaimLevel { piece: bridge.clone(), competency: competency("m1"), level: level("3.5") },
        Intent::Trash { piece: bridge },
    ] {
        let named = |device: &Device| {
            let portfolio = device.ledger.portfolio();
            let pathways: Vec<_> = portfolio.pathways().into_iter().cloned().collect();
            let goals: Vec<_> = portfolio.goals().into_iter().cloned().collect();
            let live = portfolio.pieces().filter(|piece| piece.standing.is_live());
            // Taking words back is a visit of its own.
            let pieces: Vec<_> = live.map(|piece| Evidence { edited: None, ..piece.clone() }).collect();
            let parts: Vec<_> = pieces.iter().flat_map(|piece| portfolio.artifacts_of(&piece.id)).cloned().collect();
            let claims: Vec<_> = pieces.iter().flat_map(|piece| portfolio.claims_of(&piece.id)).cloned().collect();
            (portfolio.learner().clone(), (pathways, goals), pieces, parts, claims)
        };
        let before = named(&tablet);
        let outcome = tablet.act(intent.clone());
        assert_ne!(named(&tablet), before, "{intent:?}");
        tablet.undo(outcome);
        assert_eq!(named(&tablet), before, "{intent:?}");
    }
}

#[test]
fn what_was_first_said_of_something_that_is_always_there_can_be_taken_back() {
    let mut tablet = Device::new(1);
    tablet.act(framework());
    let before = tablet.ledger.portfolio().clone();
    let first = EntityId::first_pathway();
    for intent in [
        Intent::SetName { name: "Bo".into() },
        Intent::MoveOn { competency: competency("m1") },
        Intent::DescribePathway { pathway: first, name: "School".into(), purpose: "To know more".into() },
    ] {
        let outcome = tablet.act(intent.clone());
        assert_ne!(*tablet.ledger.portfolio(), before, "{intent:?}");
        tablet.undo(outcome);
        let moved_on = tablet.ledger.portfolio().notes(&competency("m1")).and_then(|notes| notes.moved_on);
        assert_eq!((tablet.ledger.portfolio().learner(), moved_on), (before.learner(), None), "{intent:?}");
        assert_eq!(tablet.ledger.portfolio().pathways(), before.pathways(), "{intent:?}");
    }
}

#[test]
fn two_devices_apart_keep_both_edits_and_say_where_each_was_made() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(piece("Bridge", tablet.today()));
    exchange(&mut tablet, &mut laptop);
    let bridge = only_piece(&laptop);
    tablet.act(write(&bridge, "from the tablet"));
    laptop.act(write(&bridge, "from the laptop"));
    laptop.act(Intent::AddArtifact { piece: bridge.clone(), artifact: link() });
    exchange(&mut tablet, &mut laptop);
    assert_eq!(tablet.fingerprint(), laptop.fingerprint());
    assert_eq!(tablet.ledger.portfolio(), laptop.ledger.portfolio());
    let versions = tablet.ledger.versions(&bridge, "text");
    let told: Vec<_> = versions.iter().map(|version| (&version.value, version.device)).collect();
    let (there, here) = (FieldValue::from("from the laptop"), FieldValue::from("from the tablet"));
    assert_eq!(told, [(&there, Some(laptop.id)), (&here, Some(tablet.id))]);
    // Writing on ends the difference.
    tablet.act(write(&bridge, "from both"));
    assert_eq!(tablet.ledger.versions(&bridge, "text").len(), 1);
}

#[test]
fn what_one_device_trashes_while_another_works_on_it_comes_back_whole() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(piece("Bridge", tablet.today()));
    exchange(&mut tablet, &mut laptop);
    let bridge = only_piece(&laptop);
    tablet.act(Intent::Trash { piece: bridge.clone() });
    laptop.act(Intent::AddArtifact { piece: bridge.clone(), artifact: link() });
    exchange(&mut tablet, &mut laptop);
    let portfolio = tablet.ledger.portfolio();
    assert_eq!(portfolio.piece(&bridge).unwrap().standing, Standing::Recovered);
    assert_eq!(portfolio.artifacts_of(&bridge).len(), 3);
    tablet.act(Intent::Restore { piece: bridge.clone() });
    exchange(&mut tablet, &mut laptop);
    assert_eq!(laptop.ledger.portfolio().piece(&bridge).unwrap().standing, Standing::Live);
}

#[test]
fn a_pathway_that_is_put_away_while_another_device_goes_on_with_it_comes_back_with_its_goals() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(framework());
    tablet.act(music());
    exchange(&mut tablet, &mut laptop);
    let pathway = other_pathway(&tablet);
    tablet.act(Intent::PutAwayPathway { pathway: pathway.clone() });
    assert!(tablet.ledger.portfolio().goals().is_empty());
    let goal = laptop.ledger.portfolio().goals()[0].id.clone();
    laptop.act(Intent::SetAim { goal, aim: level("3") });
    exchange(&mut tablet, &mut laptop);
    for device in [&tablet, &laptop] {
        let portfolio = device.ledger.portfolio();
        assert_eq!(portfolio.pathway(&pathway).unwrap().standing, Standing::Recovered);
        assert_eq!(portfolio.goals_on(&pathway)[0].aim, level("3"));
    }
    // Put away by somebody who has seen all of it, it stays so.
    laptop.act(Intent::PutAwayPathway { pathway: pathway.clone() });
    exchange(&mut tablet, &mut laptop);
    assert!(tablet.ledger.portfolio().goals_on(&pathway).is_empty());
    tablet.act(Intent::TakeUpPathway { pathway: pathway.clone() });
    assert_eq!(tablet.ledger.portfolio().goals_on(&pathway).len(), 1);
}

#[test]
fn a_visit_to_a_field_is_one_version_and_is_taken_back_whole() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    let before = tablet.ledger.portfolio().piece(&bridge).unwrap().text.clone();
    let rows = tablet.tail.len();
    tablet.act(write(&bridge, "I"));
    tablet.act(write(&bridge, "I think"));
    let last = tablet.act(write(&bridge, "I think so"));
    assert_eq!(tablet.tail.len(), rows + 2, "the words, and when the visit began");
    tablet.undo(last);
    assert_eq!(tablet.ledger.portfolio().piece(&bridge).unwrap().text, before);
}

#[test]
fn what_was_purged_is_in_no_new_segment() {
    let mut tablet = Device::new(1);
    tablet.act(Intent::SetName { name: "Ana".into() });
    tablet.act(piece("A secret", tablet.today()));
    let secret = only_piece(&tablet);
    tablet.act(Intent::Trash { piece: secret.clone() });
    tablet.act(Intent::Purge { pieces: vec![secret.clone()] });
    let fingerprint = tablet.fingerprint();
    tablet.freeze();
    let (_, ops) = read(&tablet.segments[0]);
    assert!(ops.iter().all(|op| !op.to_json().unwrap().contains("secret")));
    let mut laptop = Device::new(2);
    laptop.pull(&tablet);
    assert_eq!(laptop.fingerprint(), fingerprint);
    let write_on = tablet.ledger.apply(
        vec![portfolio::Change::Set { entity: secret, field: "title".into(), value: "Again".into() }],
        tablet.now,
    );
    assert!(matches!(write_on, Err(LedgerError::Unwritable(replica::StampError::Purged { .. }))));
}

#[test]
fn parts_that_a_purge_had_not_seen_are_purged_after_it() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(piece("Bridge", tablet.today()));
    exchange(&mut tablet, &mut laptop);
    let bridge = only_piece(&tablet);
    tablet.act(Intent::Trash { piece: bridge.clone() });
    tablet.act(Intent::Purge { pieces: vec![bridge.clone()] });
    laptop.act(Intent::AddArtifact { piece: bridge.clone(), artifact: link() });
    let late = laptop.ledger.portfolio().artifacts_of(&bridge)[2].id.clone();
    exchange(&mut tablet, &mut laptop);
    assert_eq!(tablet.ledger.portfolio().artifact(&late).unwrap().standing, Standing::Trashed);
    for device in [&mut tablet, &mut laptop] {
        let outcome = device.ledger.finish_purges(device.now).unwrap();
        assert_eq!(outcome.ops.len(), 1);
        device.store(&outcome);
        assert!(device.ledger.finish_purges(device.now).unwrap().ops.is_empty());
        assert!(device.ledger.portfolio().artifact(&late).is_none());
    }
    exchange(&mut tablet, &mut laptop);
    assert_eq!(tablet.fingerprint(), laptop.fingerprint());
}

/// The head of a snapshot, and its pieces.
fn snapshot(ledger: &Ledger, segments: Vec<String>) -> Vec<Vec<u8>> {
    let mut saving = ledger.save(7);
    let mut parts = vec![Vec::new()];
    while let Some((_, piece)) = saving.piece(ledger).unwrap() {
        parts.push(piece);
    }
    parts[0] = saving.head(ledger, segments).unwrap();
    parts
}

#[test]
fn a_ledger_starts_from_a_snapshot_as_from_its_segments() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    a_day(&mut tablet);
    exchange(&mut tablet, &mut laptop);
    let parts = snapshot(&tablet.ledger, vec!["a segment".into()]);
    let mut loading = ledger::Loading::open(&parts[0], WriterId(7)).unwrap();
    loop {
        match loading.needs() {
            Need::Piece(place) => loading.give(parts[place as usize].clone()).unwrap(),
            Need::Time => loading.load_some(3).unwrap(),
            Need::Nothing => break,
        }
    }
    let (started, segments) = loading.finish().unwrap();
    assert_eq!(segments, ["a segment"]);
    assert_eq!(started.portfolio(), tablet.ledger.portfolio());
    assert_eq!(replica::fingerprint(started.state()), tablet.fingerprint().0);
    let learner = EntityId::learner();
    assert_eq!(started.versions(&learner, "name"), tablet.ledger.versions(&learner, "name"));
    assert!(ledger::Loading::open(&parts[0][1..], WriterId(7)).is_none());
}

#[test]
fn a_snapshot_is_not_finished_before_it_is_read() {
    let mut tablet = Device::new(1);
    a_day(&mut tablet);
    let parts = snapshot(&tablet.ledger, vec![]);
    let mut loading = ledger::Loading::open(&parts[0], WriterId(7)).unwrap();
    assert_eq!(loading.needs(), Need::Piece(1));
    loading.give(parts[1].clone()).unwrap();
    loading.load_some(3).unwrap();
    assert_eq!(loading.needs(), Need::Time);
    assert!(loading.finish().is_none());
}

#[test]
fn a_segment_that_does_not_belong_here_is_refused() {
    let mut tablet = Device::new(1);
    tablet.act(Intent::SetName { name: "Ana".into() });
    tablet.freeze();
    let (header, _) = read(&tablet.segments[0]);
    let name = tablet.segments[0].name;
    let fresh = Ledger::new(WriterId(9));
    fresh.admit(&header, &[ROOT], tablet.id, &name).unwrap();
    let other_root = fresh.admit(&header, &[RootId([9; 16])], tablet.id, &name);
    assert!(matches!(other_root, Err(SegmentError::OtherRoot { found }) if found == ROOT));
    let other_device = fresh.admit(&header, &[ROOT], DeviceId([9; 10]), &name);
    assert!(matches!(other_device, Err(SegmentError::OtherDevice { .. })));
}
