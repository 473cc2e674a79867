//! Tags, how a piece was made, how long it is kept, and copies.

use std::collections::BTreeSet;

use super::{file, world};
use crate::framework::tests::id;
use crate::gallery;
use crate::intent::{Intent, NewArtifact, NewEvidence, PieceEdit, Refusal, Wording};
use crate::levels;
use crate::model::{Content, Facts, MadeWith, Preview};
use crate::testing::{World, created, day, level, piece};
use crate::{Change, EntityId};

fn texts(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn together() -> MadeWith {
    MadeWith {
        alone: Some(false),
        with: "Leo".into(),
        help: "Grandpa lent us the saw".into(),
        ai: Some(true),
        ai_how: "It named three woods".into(),
    }
}

fn kite(world: &mut World) -> EntityId {
    let new = NewEvidence {
        title: "Kite".into(),
        reflection: "Windy".into(),
        date: day("2026-02-14"),
        claims: vec![(id("a"), level("2.5"))],
        artifacts: vec![NewArtifact { caption: "Up".into(), ..NewArtifact::of(Content::File(file("kite.png"))) }],
        tags: texts(&[" wind", "Wind", "spring"]),
        made: together(),
        people: Some(true),
        keep_until: Some(day("2027-03-02")),
        ..piece("It flies")
    };
    created(&world.act(Intent::AddEvidence(new)))
}

#[test]
fn a_piece_says_how_it_was_made_and_how_long_to_keep_it() {
    let mut world = world();
    let piece = kite(&mut world);
    let stored = world.portfolio.piece(&piece).unwrap();
    assert_eq!((&stored.made, stored.people, stored.keep_until), (&together(), Some(true), Some(day("2027-03-02"))));
    let mut edit = |edit| world.try_act(Intent::EditEvidence { piece: piece.clone(), edit }).map(|done| done.len());
    for (change, again) in [
        (PieceEdit::Alone(None), PieceEdit::Alone(None)),
        (PieceEdit::With(String::new()), PieceEdit::With(String::new())),
        (PieceEdit::Help("None".into()), PieceEdit::Help("None".into())),
        (PieceEdit::Ai(Some(false)), PieceEdit::Ai(Some(false))),
        (PieceEdit::AiHow(String::new()), PieceEdit::AiHow(String::new())),
        (PieceEdit::People(Some(false)), PieceEdit::People(Some(false))),
        (PieceEdit::KeepUntil(None), PieceEdit::KeepUntil(None)),
    ] {
        assert_eq!(edit(change), Ok(1), "{again:?}");
        assert_eq!(edit(again.clone()), Ok(0), "{again:?}");
    }
    let (until, today) = (day("2026-03-01"), day("2026-03-02"));
    assert_eq!(edit(PieceEdit::KeepUntil(Some(until))), Err(Refusal::KeptUntilThePast { until, today }));
    let long = Refusal::TooLong { wording: Wording::Help, length: 4_001, most: 4_000 };
    assert_eq!(edit(PieceEdit::Help("x".repeat(4_001))), Err(long));
    let stored = world.portfolio.piece(&piece).unwrap();
    let made = MadeWith { help: "None".into(), ai: Some(false), ..MadeWith::default() };
    assert_eq!((&stored.made, stored.people, stored.keep_until), (&made, Some(false), None));
}

#[test]
fn tags_are_the_learners_own_words_each_once() {
    let mut world = world();
    let piece = kite(&mut world);
    let tags = |world: &World| world.portfolio.piece(&piece).unwrap().tags.clone();
    assert_eq!(tags(&world), texts(&["wind", "spring"]));
    let add = |tag: &str| Intent::AddTag { piece: piece.clone(), tag: tag.into() };
    assert!(world.act(add("SPRING ")).is_empty(), "the same words");
    world.act(add(" Física "));
    world.act(Intent::RemoveTag { piece: piece.clone(), tag: "Wind".into() });
    assert_eq!(tags(&world), texts(&["Física", "spring"]));
    assert_eq!(world.try_act(add(" ")), Err(Refusal::NoWords));
    let long = Refusal::TooLong { wording: Wording::Tag, length: 201, most: 200 };
    assert_eq!(world.try_act(add(&"x".repeat(201))), Err(long));
    assert_eq!(gallery::tags(&world.portfolio), ["Física", "spring"].into());
    world.act(Intent::Trash { piece: piece.clone() });
    assert!(gallery::tags(&world.portfolio).is_empty());
    assert_eq!(world.try_act(add("late")), Err(Refusal::InTrash { entity: piece.clone() }));
}

#[test]
fn tags_that_differ_by_their_signs_are_different() {
    let mut world = world();
    let tags = ["C", "C++", "C#", "🎸", "🎨", "!!"];
    let new = NewEvidence { tags: texts(&tags), ..piece("A game") };
    let piece = created(&world.act(Intent::AddEvidence(new)));
    let of_piece = |world: &World| world.portfolio.piece(&piece).unwrap().tags.clone();
    assert_eq!(of_piece(&world), texts(&tags));
    assert!(world.act(Intent::AddTag { piece: piece.clone(), tag: "c++".into() }).is_empty());
    world.act(Intent::RemoveTag { piece: piece.clone(), tag: "c#".into() });
    world.act(Intent::RemoveTag { piece: piece.clone(), tag: "🎸".into() });
    assert_eq!(of_piece(&world), texts(&["C", "C++", "🎨", "!!"]));
}

#[test]
fn a_copy_carries_words_tags_claims_and_artifacts_and_says_what_it_is_a_copy_of() {
    let mut world = world();
    let original = kite(&mut world);
    let picture = world.portfolio.artifacts_of(&original)[0].id.clone();
    let facts = Facts { width: Some(3), ..Facts::default() };
    world.act(Intent::SetPreview { artifact: picture, preview: Preview { facts, ..Preview::default() } });
    world.on("2026-03-09");
    let copy = created(&world.act(Intent::CopyPiece { piece: original.clone(), title: "Kite, again".into() }));
    assert_ne!(copy, original);

    let stored = |id: &EntityId| world.portfolio.piece(id).unwrap().clone();
    let mut expected = stored(&original);
    expected.id = copy.clone();
    expected.title = "Kite, again".into();
    expected.copied = Some(original.clone());
    expected.added = day("2026-03-09").and_hms_opt(12, 0, 0).map(|noon| noon.and_utc());
    assert_eq!(stored(&copy), expected);
    let (copied, was) = (world.portfolio.artifacts_of(&copy)[0], world.portfolio.artifacts_of(&original)[0]);
    assert_ne!(copied.id, was.id);
    assert_eq!((&copied.content, &copied.preview, &copied.caption), (&was.content, &was.preview, &was.caption));
    assert_eq!(world.portfolio.claims_of(&copy)[0].level, level("2.5"));
    assert_eq!(levels::held(&world.portfolio, &id("a")).map(|held| held.level), Some(level("2.5")));

    world.act(Intent::Trash { piece: original.clone() });
    let title = "x".repeat(1_001);
    let long = Refusal::TooLong { wording: Wording::Title, length: 1_001, most: 1_000 };
    assert_eq!(world.try_act(Intent::CopyPiece { piece: copy, title }), Err(long));
    let in_trash = Err(Refusal::InTrash { entity: original.clone() });
    assert_eq!(world.try_act(Intent::CopyPiece { piece: original, title: String::new() }), in_trash);
}

#[test]
fn long_words_of_a_copy_travel_in_changes_of_their_own() {
    let mut world = world();
    let long = "t".repeat(Wording::Text.most());
    let new = NewEvidence { reflection: long.clone(), ..piece(&long) };
    let original = created(&world.act(Intent::AddEvidence(new)));
    let changes = world.act(Intent::CopyPiece { piece: original, title: String::new() });
    assert!(matches!(&changes[..], [Change::Create { .. }, Change::Set { .. }, Change::Set { .. }]));
}
