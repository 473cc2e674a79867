//! A piece is handed in, taken back, handed in again, and erased.

use chrono::TimeDelta;

use super::*;
use crate::Change;
use crate::intent::{Replacement, Wording};
use crate::model::{Removed, Stage};

#[test]
fn a_piece_is_handed_in_as_it_stands_and_goes_on() {
    let mut world = world();
    let piece = kite(&mut world);
    assert_eq!(world.portfolio.stage(&piece), Stage::Draft);
    let was = sealed(&world, &piece, "");
    let id = try_submit(&mut world, &piece, "").unwrap();
    let portfolio = &world.portfolio;
    let submission = portfolio.submission(&id).unwrap();
    assert_eq!((&submission.piece, submission.hash.as_str(), &submission.before), (&piece, was.hash(), &None));
    assert_eq!(portfolio.stage(&piece), Stage::Submitted(submission));
    assert_eq!(portfolio.frozen(&id).unwrap().manifest, holding(&was));
    assert!(portfolio.files().any(|(_, file)| file.hash == was.hash()), "its bytes belong on every device");
    assert_eq!(portfolio.piece_of(&id), Some(&piece));
    assert_eq!(portfolio.piece_of(&EntityId::frozen(&id)), Some(&piece));

    world.act(Intent::EditEvidence { piece: piece.clone(), edit: PieceEdit::Text("It flies higher".into()) });
    assert_eq!(world.portfolio.stage(&piece), Stage::Submitted(world.portfolio.submission(&id).unwrap()));
    assert_eq!(was.manifest().text, "It flies");
}

#[test]
fn what_is_no_longer_so_cannot_be_handed_in() {
    let mut world = world();
    let piece = kite(&mut world);
    let old = sealed(&world, &piece, "");
    let refused = Err(Refusal::NotAsItStands { piece: piece.clone() });
    let other_file = Intent::Submit { sealed: old.clone(), file: file("submission.json", '7') };
    assert_eq!(world.try_act(other_file), refused, "bytes of something else");
    world.act(Intent::AddTag { piece: piece.clone(), tag: "late".into() });
    let intent = Intent::Submit { file: holding(&old), sealed: old };
    assert_eq!(world.try_act(intent), refused, "written on meanwhile");

    let first = sealed(&world, &piece, "");
    try_submit(&mut world, &piece, "").unwrap();
    let intent = Intent::Submit { file: holding(&first), sealed: first };
    assert_eq!(world.try_act(intent), refused, "handed in meanwhile");
    let long = Refusal::TooLong { wording: Wording::Changed, length: 4_001, most: 4_000 };
    assert_eq!(try_submit(&mut world, &piece, &"x".repeat(4_001)), Err(long));

    let blank = created(&world.act(Intent::AddEvidence(super::piece("words"))));
    world.act(Intent::EditEvidence { piece: blank.clone(), edit: PieceEdit::Text(" ".into()) });
    assert_eq!(try_submit(&mut world, &blank, ""), Err(Refusal::NothingInIt));
    world.act(Intent::Trash { piece: piece.clone() });
    assert_eq!(try_submit(&mut world, &piece, ""), Err(Refusal::InTrash { entity: piece }));
}

#[test]
fn what_was_handed_in_can_be_taken_back_and_handed_in_again() {
    let mut world = world();
    let piece = kite(&mut world);
    let first = try_submit(&mut world, &piece, "").unwrap();
    let withdraw = |submission: &EntityId| Intent::Withdraw { submission: submission.clone() };
    assert_eq!(world.on("2026-03-03").act(withdraw(&first)).len(), 1);
    assert!(world.act(withdraw(&first)).is_empty(), "once");
    let noon = day("2026-03-03").and_hms_opt(12, 0, 0).unwrap().and_utc();
    let taken_back = world.portfolio.submission(&first).unwrap();
    assert_eq!(taken_back.withdrawn, Some(noon));
    assert_eq!(world.portfolio.stage(&piece), Stage::Withdrawn(taken_back));
    assert!(world.portfolio.frozen(&first).is_some(), "it can still be read");

    let second = try_submit(world.on("2026-03-05"), &piece, "A longer tail").unwrap();
    let stands = world.portfolio.submission(&second).unwrap();
    assert_eq!((&stands.before, stands.changed.as_str()), (&Some(first.clone()), "A longer tail"));
    assert_eq!(stands.at, noon + TimeDelta::days(2));
    let ids: Vec<_> = world.portfolio.submissions_of(&piece).iter().map(|submission| submission.id.clone()).collect();
    assert_eq!(ids, [second.clone(), first]);
    assert_eq!(world.portfolio.stage(&piece), Stage::Submitted(stands));

    // An act that is undone at once lies in the trash, and was never handed in.
    world.carry_out(&Change::Trash { entity: second.clone() });
    assert!(matches!(world.portfolio.stage(&piece), Stage::Withdrawn(_)));
    assert_eq!(world.try_act(withdraw(&second)), Err(Refusal::NotThere { entity: second }));
}

#[test]
fn its_files_stay_named_whatever_becomes_of_the_artifacts() {
    let mut world = world();
    let piece = kite(&mut world);
    let was = sealed(&world, &piece, "");
    try_submit(&mut world, &piece, "").unwrap();
    let parts = &was.manifest().artifacts;
    let by = Replacement { file: file("flat.png", '9'), source: None, cleaned: BTreeSet::new() };
    world.act(Intent::ReplaceFile { artifact: parts[0].id.clone(), by, forget: false });
    world.act(Intent::RemoveArtifact { artifact: parts[1].id.clone() });
    world.act(Intent::Trash { piece });
    let named: BTreeSet<_> = world.portfolio.files().map(|(_, file)| file.hash.clone()).collect();
    assert!(was.manifest().files().all(|file| named.contains(&file.hash)));
}

#[test]
fn of_a_piece_that_is_erased_it_stays_that_it_was_handed_in_and_nothing_of_what() {
    let mut world = world();
    world.act(Intent::SetName { name: "Ana".into() });
    let piece = kite(&mut world);
    let first = try_submit(&mut world, &piece, "").unwrap();
    let second = try_submit(world.on("2026-03-05"), &piece, "A tail").unwrap();
    let hash = world.portfolio.submission(&first).unwrap().hash.clone();
    world.act(Intent::Trash { piece: piece.clone() });
    assert!(world.portfolio.frozen(&first).is_some(), "in the trash it can still be read");
    let twice = vec![piece.clone(), piece.clone()];
    let changes = world.on("2026-05-03").act(Intent::Purge { pieces: twice });
    let Some(Change::Purge { entities }) = changes.last() else { panic!("nothing is purged: {changes:?}") };
    for gone in [&EntityId::frozen(&first), &EntityId::frozen(&second), &piece] {
        assert!(entities.contains(gone), "{gone}");
    }
    assert_eq!(changes.len(), 3, "and two notes");
    assert_eq!(world.portfolio.frozen(&first), None);
    assert_eq!(world.portfolio.files().count(), 0);
    let stays = world.portfolio.submission(&first).unwrap();
    let removed = Removed { by: "Ana".into(), day: day("2026-05-03") };
    assert_eq!((stays.hash.as_str(), &stays.removed), (hash.as_str(), &Some(removed)));
    assert_eq!(world.portfolio.submissions_of(&piece).len(), 2);
    assert_eq!(world.portfolio.submissions().count(), 2);
}
