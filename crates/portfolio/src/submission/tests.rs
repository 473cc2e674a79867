//! Manifests in their bytes, what is handed in, and what changes between two.

mod golden;
mod life;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::format::Format;
use crate::framework::tests::{framework, id};
use crate::intent::{ArtifactEdit, Intent, NewArtifact, NewEvidence, PieceEdit, Place};
use crate::model::{Content, Event, Link, MadeWith, StoredFile};
use crate::testing::{World, created, day, level, piece};
use crate::{EntityId, Refusal};

fn file(name: &str, digit: char) -> StoredFile {
    let hash = digit.to_string().repeat(64);
    StoredFile { name: name.into(), media_type: "image/png".into(), size: 9, hash: hash.clone(), chunks: vec![hash] }
}

fn picture(name: &str, digit: char) -> NewArtifact {
    NewArtifact { caption: name.into(), ..NewArtifact::of(Content::File(file(name, digit))) }
}

fn world() -> World {
    World::new(framework(&["a", "b"], &[]))
}

/// The piece as it stands, sealed at noon of the world's day.
fn sealed(world: &World, piece: &EntityId, changed: &str) -> Sealed {
    let noon = world.today.and_hms_opt(12, 0, 0).unwrap().and_utc();
    Manifest::of(&world.portfolio, piece, noon, changed).unwrap().seal().unwrap()
}

/// The file that holds what was sealed.
fn holding(sealed: &Sealed) -> StoredFile {
    StoredFile {
        name: "submission.json".into(),
        media_type: "application/json".into(),
        size: sealed.bytes().len() as u64,
        hash: sealed.hash().into(),
        chunks: vec![sealed.hash().into()],
    }
}

fn try_submit(world: &mut World, piece: &EntityId, changed: &str) -> Result<EntityId, Refusal> {
    let sealed = sealed(world, piece, changed);
    let file = holding(&sealed);
    world.try_act(Intent::Submit { sealed, file }).map(|changes| created(&changes))
}

fn kite(world: &mut World) -> EntityId {
    let new = NewEvidence {
        title: "Kite".into(),
        reflection: "Windy".into(),
        claims: vec![(id("a"), level("2.5"))],
        artifacts: vec![picture("up.png", '1'), picture("down.png", '2')],
        tags: ["wind".to_owned()].into(),
        ..piece("It flies")
    };
    created(&world.act(Intent::AddEvidence(new)))
}

fn manifest(world: &World, piece: &EntityId) -> Manifest {
    sealed(world, piece, "").manifest().clone()
}

#[test]
fn what_did_not_change_is_not_told() {
    let mut world = world();
    let piece = kite(&mut world);
    let was = manifest(&world, &piece);
    let later = sealed(world.on("2026-04-01"), &piece, "nothing, really");
    assert!(Comparison::between(&was, later.manifest()).is_empty(), "the time and the words about it are no change");
}

#[test]
fn all_that_changed_is_told_and_nothing_else() {
    let mut world = world();
    let piece = kite(&mut world);
    let was = manifest(&world, &piece);
    for edit in [
        PieceEdit::Text("It flies high".into()),
        PieceEdit::Date(day("2026-02-01")),
        PieceEdit::With("Leo".into()),
        PieceEdit::Shown(Some([Format::Made].into())),
        PieceEdit::People(Some(false)),
        PieceEdit::KeepUntil(Some(day("2027-01-01"))),
    ] {
        world.act(Intent::EditEvidence { piece: piece.clone(), edit });
    }
    world.act(Intent::AddTag { piece: piece.clone(), tag: "sky".into() });
    world.act(Intent::RemoveTag { piece: piece.clone(), tag: "wind".into() });
    world.act(Intent::ClaimLevel { piece: piece.clone(), competency: id("a"), level: level("3") });
    world.act(Intent::ClaimLevel { piece: piece.clone(), competency: id("b"), level: level("1") });
    let is = manifest(&world, &piece);
    let told = Comparison::between(&was, &is);
    let (before, after) = (MadeWith::default(), MadeWith { with: "Leo".into(), ..MadeWith::default() });
    let moved = |competency, was, is| ClaimMove { competency, was, is };
    let (a, b) = (id("a"), id("b"));
    assert_eq!(
        told,
        Comparison {
            text: Some(Words { was: "It flies", is: "It flies high" }),
            date: Some((Some(day("2026-03-02")), Some(day("2026-02-01")))),
            shown: Some((None, Some(&[Format::Made].into()))),
            made: Some((&before, &after)),
            people: Some((None, Some(false))),
            keep_until: Some((None, Some(day("2027-01-01")))),
            tags_new: ["sky"].into(),
            tags_gone: ["wind"].into(),
            claims: vec![moved(&a, Some(level("2.5")), Some(level("3"))), moved(&b, None, Some(level("1"))),],
            ..Comparison::default()
        }
    );
}

#[test]
fn artifacts_are_known_by_their_ids_and_by_what_they_show() {
    let mut world = world();
    let piece = kite(&mut world);
    let was = manifest(&world, &piece);
    let ids: Vec<_> = was.artifacts.iter().map(|part| part.id.clone()).collect();
    // One is removed and added again, behind the other, which gets words; and one is new.
    world.act(Intent::RemoveArtifact { artifact: ids[0].clone() });
    world.act(Intent::AddArtifact { piece: piece.clone(), artifact: picture("up.png", '1') });
    world.act(Intent::EditArtifact { artifact: ids[1].clone(), edit: ArtifactEdit::Alt("Flat".into()) });
    world.act(Intent::AddArtifact { piece: piece.clone(), artifact: picture("new.png", '3') });
    let is = manifest(&world, &piece);
    let told = Comparison::between(&was, &is);
    let changed = PartMove::Changed { was: &was.artifacts[1], is: &is.artifacts[0] };
    assert_eq!(told.parts, [changed, PartMove::Came(&is.artifacts[2])]);
    assert!(told.is_reordered);
    let back = Comparison::between(&is, &was);
    let changed = PartMove::Changed { was: &is.artifacts[0], is: &was.artifacts[1] };
    assert_eq!(back.parts, [changed, PartMove::Went(&is.artifacts[2])]);
}

#[derive(Clone, Debug)]
enum Deed {
    Write(String),
    Tag(String),
    Claim(u8),
    Add(char),
    Remove(usize),
    Move(usize),
    Caption(usize, String),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        "[ab \n]{0,5}".prop_map(Deed::Write),
        "[ab]{1,2}".prop_map(Deed::Tag),
        (0..=8_u8).prop_map(Deed::Claim),
        prop::char::range('1', '4').prop_map(Deed::Add),
        (0..5_usize).prop_map(Deed::Remove),
        (0..5_usize).prop_map(Deed::Move),
        (0..5_usize, "[ab]{0,2}").prop_map(|(place, words)| Deed::Caption(place, words)),
    ]
}

fn carry_out(world: &mut World, piece: &EntityId, deed: Deed) {
    let ids: Vec<_> = world.portfolio.artifacts_of(piece).iter().map(|part| part.id.clone()).collect();
    let at = |place: usize| ids.get(place).cloned();
    let intent = match deed {
        Deed::Write(text) => Some(Intent::EditEvidence { piece: piece.clone(), edit: PieceEdit::Text(text) }),
        Deed::Tag(tag) => Some(Intent::AddTag { piece: piece.clone(), tag }),
        Deed::Claim(points) => {
            let level = crate::Level::from_half_points(points).unwrap();
            Some(Intent::ClaimLevel { piece: piece.clone(), competency: id("a"), level })
        }
        Deed::Add(digit) => Some(Intent::AddArtifact { piece: piece.clone(), artifact: picture("x.png", digit) }),
        Deed::Remove(place) => at(place).map(|artifact| Intent::RemoveArtifact { artifact }),
        Deed::Move(place) => at(place)
            .zip(at(0))
            .filter(|(one, other)| one != other)
            .map(|(artifact, first)| Intent::MoveArtifact { artifact, to: Place::Before(first) }),
        Deed::Caption(place, words) => {
            at(place).map(|artifact| Intent::EditArtifact { artifact, edit: ArtifactEdit::Caption(words) })
        }
    };
    intent.into_iter().for_each(|intent| drop(world.act(intent)));
}

proptest! {
    /// Whoever applies what is told to what was, has what is.
    #[test]
    fn a_comparison_accounts_for_every_artifact_claim_and_tag(deeds in prop::collection::vec(deed(), 0..12)) {
        let mut world = world();
        let piece = kite(&mut world);
        let was = manifest(&world, &piece);
        deeds.into_iter().for_each(|deed| carry_out(&mut world, &piece, deed));
        let is = manifest(&world, &piece);
        let told = Comparison::between(&was, &is);

        let count = |wanted: fn(&PartMove<'_>) -> bool| told.parts.iter().filter(|moved| wanted(moved)).count();
        let came = count(|moved| matches!(moved, PartMove::Came(_)));
        let went = count(|moved| matches!(moved, PartMove::Went(_)));
        prop_assert_eq!(was.artifacts.len() + came, is.artifacts.len() + went);
        let mut tags: BTreeSet<&str> = was.tags.iter().map(String::as_str).collect();
        tags.extend(&told.tags_new);
        tags.retain(|tag| !told.tags_gone.contains(tag));
        prop_assert_eq!(tags, is.tags.iter().map(String::as_str).collect());
        let same_but_for = |manifest: &Manifest| Manifest { at: was.at, changed: String::new(), before: None, ..manifest.clone() };
        let looks_same = |one: &Manifest, other: &Manifest| {
            let shown = |manifest: &Manifest| manifest.artifacts.iter().map(|part| (part.content(), part.caption.clone())).collect::<Vec<_>>();
            shown(one) == shown(other) && Manifest { artifacts: vec![], ..same_but_for(one) } == Manifest { artifacts: vec![], ..same_but_for(other) }
        };
        prop_assert_eq!(told.is_empty(), looks_same(&was, &is));

        let sealed = is.clone().seal().unwrap();
        prop_assert_eq!(Manifest::read(sealed.bytes()).unwrap(), is);
    }

    #[test]
    fn no_bytes_make_reading_stop(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0..2_000_usize, at in 0..2_000_usize) {
        drop(Manifest::read(&bytes));
        let mut world = world();
        let piece = kite(&mut world);
        let mut whole = sealed(&world, &piece, "").bytes().to_vec();
        if let Some(byte) = whole.get_mut(at) {
            *byte ^= 1;
        }
        whole.truncate(cut);
        drop(Manifest::read(&whole));
    }
}
