//! Files that take the place of others, what is known of files, and things done.

use std::collections::BTreeSet;

use super::{file, world};
use crate::intent::{ArtifactEdit, Intent, NewArtifact, NewEvidence, Place, Refusal, Replacement, Wording};
use crate::model::{Content, Event, Facts, Preview, Private, StoredFile, Wave};
use crate::testing::{World, created, day, piece};
use crate::{Change, EntityId, FieldValue};

fn other(name: &str) -> StoredFile {
    let hash = "6".repeat(64);
    StoredFile { hash: hash.clone(), chunks: vec![hash], ..file(name) }
}

fn drawing() -> NewArtifact {
    NewArtifact {
        caption: "My kite".into(),
        alt: "A red kite".into(),
        source: Some(other("kite.svg")),
        cleaned: [Private::Software].into(),
        ..NewArtifact::of(Content::File(file("kite.png")))
    }
}

/// A piece with two drawings; its id and the first drawing's.
fn shown(world: &mut World) -> (EntityId, EntityId) {
    let new = NewEvidence { artifacts: vec![drawing(), drawing()], ..piece("") };
    let piece = created(&world.act(Intent::AddEvidence(new)));
    let first = world.portfolio.artifacts_of(&piece)[0].id.clone();
    (piece, first)
}

fn replace(artifact: &EntityId, forget: bool) -> Intent {
    let by = Replacement { file: other("flat.png"), source: None, cleaned: [Private::Location].into() };
    Intent::ReplaceFile { artifact: artifact.clone(), by, forget }
}

fn event(what: &str) -> Event {
    Event { what: what.into(), place: "Plaza".into(), day: Some(day("2026-03-01")), seen: "Marta".into() }
}

#[test]
fn a_file_that_replaces_another_stands_in_its_place_with_its_words() {
    let mut world = world();
    let (piece, old) = shown(&mut world);
    let new = created(&world.act(replace(&old, false)));
    let artifacts = world.portfolio.artifacts_of(&piece);
    assert_eq!((artifacts.len(), &artifacts[0].id), (2, &new));
    let stands = artifacts[0];
    assert_eq!((stands.caption.as_str(), stands.alt.as_str()), ("My kite", "A red kite"));
    assert_eq!(stands.file().map(|file| file.name.as_str()), Some("flat.png"));
    assert_eq!((&stands.source, &stands.cleaned), (&None, &BTreeSet::from([Private::Location, Private::Software])));
    assert!(!world.portfolio.artifact(&old).unwrap().standing.is_live(), "the old one can come back");
}

#[test]
fn what_is_private_in_a_file_can_be_forgotten_with_it() {
    let mut world = world();
    let (_, old) = shown(&mut world);
    let intent = replace(&old, true);
    assert!(intent.erases() && !replace(&old, false).erases());
    let changes = world.act(intent);
    assert_eq!(changes[1], Change::Purge { entities: vec![old.clone()] });
    assert_eq!(world.portfolio.artifact(&old), None);
    assert_eq!(world.try_act(replace(&old, true)), Err(Refusal::NotThere { entity: old }));
}

#[test]
fn what_is_known_of_a_file_is_noted_as_far_as_it_is_new() {
    let mut world = world();
    let (piece, artifact) = shown(&mut world);
    let mut know = |preview| world.act(Intent::SetPreview { artifact: artifact.clone(), preview });
    let facts = Facts { width: Some(640), height: Some(480), ..Facts::default() };
    let (thumb, words) = (Some(other("small.webp")), Some(other("words.txt")));
    let preview = Preview { thumb, words, facts, ..Preview::default() };
    let changes = know(preview.clone());
    assert!(matches!(&changes[..], [Change::Create { fields, .. }] if fields.len() == 3), "{changes:?}");
    assert!(know(preview.clone()).is_empty());
    let wave = Preview { wave: Some(Wave::new([9; Wave::BARS])), ..Preview::default() };
    assert_eq!(know(wave.clone()).len(), 1);
    let known = &world.portfolio.artifact(&artifact).unwrap().preview;
    assert_eq!(*known, Preview { wave: wave.wave, ..preview });
    let named: BTreeSet<_> = world.portfolio.files().map(|(_, file)| file.name.as_str()).collect();
    assert_eq!(named, ["kite.png", "kite.svg", "small.webp", "words.txt"].into());

    world.act(Intent::Trash { piece: piece.clone() });
    let in_trash = Err(Refusal::InTrash { entity: piece });
    assert_eq!(world.try_act(Intent::SetPreview { artifact, preview: wave }), in_trash);
}

#[test]
fn two_files_that_one_change_cannot_name_are_refused() {
    let mut world = world();
    let half = |name: &str| StoredFile { chunks: vec!["5".repeat(64); 451], ..file(name) };
    let artifact = |source| NewArtifact { source, ..NewArtifact::of(Content::File(half("film.webm"))) };
    let new = |source| Intent::AddEvidence(NewEvidence { artifacts: vec![artifact(source)], ..piece("") });
    assert_eq!(world.try_act(new(Some(half("film.raw")))), Err(Refusal::FileTooLarge { size: 18 }));
    world.act(new(None));
}

#[test]
fn something_done_is_an_artifact_like_another() {
    let mut world = world();
    let artifact = NewArtifact::of(Content::Event(event("Concert")));
    let shown = created(&world.act(Intent::AddEvidence(NewEvidence { artifacts: vec![artifact], ..piece("") })));
    let id = world.portfolio.artifacts_of(&shown)[0].id.clone();
    let mut edit = |edited| {
        let edit = ArtifactEdit::Event(edited);
        world.try_act(Intent::EditArtifact { artifact: id.clone(), edit })
    };
    assert_eq!(edit(event("Concert")), Ok(vec![]));
    assert_eq!(edit(event("Recital")).map(|changes| changes.len()), Ok(1));
    assert_eq!(edit(event(" ")), Err(Refusal::NoWords));
    let (date, today) = (day("2026-03-03"), day("2026-03-02"));
    assert_eq!(edit(Event { day: Some(date), ..event("Recital") }), Err(Refusal::WorkInTheFuture { date, today }));
    let long = edit(Event { seen: "x".repeat(1_001), ..event("Recital") });
    assert_eq!(long, Err(Refusal::TooLong { wording: Wording::Seen, length: 1_001, most: 1_000 }));
    assert_eq!(world.portfolio.artifact(&id).unwrap().content, Some(Content::Event(event("Recital"))));
    let fields = &world.stored()[&id].fields["event"];
    let expected = [("day", "2026-03-01"), ("place", "Plaza"), ("seen", "Marta"), ("what", "Recital")];
    assert_eq!(*fields, FieldValue::Map(expected.map(|(name, text)| (name.to_owned(), text.into())).into()));

    assert_eq!(world.try_act(replace(&id, false)), Err(Refusal::NotAFile { artifact: id.clone() }));
    let picture = created(&world.act(Intent::AddArtifact { piece: shown, artifact: drawing() }));
    world.act(Intent::MoveArtifact { artifact: picture.clone(), to: Place::Before(id) });
    let edit = ArtifactEdit::Event(event("Concert"));
    let refused = world.try_act(Intent::EditArtifact { artifact: picture.clone(), edit });
    assert_eq!(refused, Err(Refusal::NotAnEvent { artifact: picture }));
}
