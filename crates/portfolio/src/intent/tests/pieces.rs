//! Pieces and their artifacts.

use super::{file, world};
use crate::framework::tests::id;
use crate::intent::{ArtifactEdit, Intent, NewArtifact, NewEvidence, PieceEdit, Place, Refusal, Wording};
use crate::levels;
use crate::model::{Content, Link};
use crate::testing::{created, day, level, piece};
use crate::{Change, EntityId};

fn picture(caption: &str) -> NewArtifact {
    NewArtifact { caption: caption.into(), ..NewArtifact::of(Content::File(file("a.png"))) }
}

fn link(url: &str) -> NewArtifact {
    let link = Link { url: url.into(), title: String::new() };
    NewArtifact::of(Content::Link(link))
}

#[test]
fn a_piece_comes_with_all_that_belongs_to_it() {
    let mut world = world();
    let new = NewEvidence {
        title: "Bridge".into(),
        claims: vec![(id("a"), level("2")), (id("b"), level("3")), (id("a"), level("2.5"))],
        artifacts: vec![picture("front"), link("https://a.example/b")],
        ..piece("It *holds*.")
    };
    let changes = world.act(Intent::AddEvidence(new));
    assert_eq!(changes.len(), 5);
    let piece = created(&changes);
    let stored = world.portfolio.piece(&piece).unwrap();
    assert_eq!((stored.title.as_str(), stored.text.as_str()), ("Bridge", "It *holds*."));
    assert_eq!((stored.date, stored.added.unwrap().date_naive()), (Some(world.today), world.today));
    let shown: Vec<_> = world.portfolio.artifacts_of(&piece).iter().map(|artifact| artifact.caption.as_str()).collect();
    assert_eq!(shown, ["front", ""]);
    let claims: Vec<_> = world.portfolio.claims_of(&piece).iter().map(|claim| claim.level).collect();
    assert_eq!(claims, [level("2.5"), level("3")]);
}

#[test]
fn a_piece_that_cannot_be_says_why() {
    let mut world = world();
    let mut refused = |new: NewEvidence| world.try_act(Intent::AddEvidence(new)).unwrap_err();
    assert_eq!(refused(piece(" \n")), Refusal::NothingInIt);
    let (date, today) = (day("2026-03-03"), day("2026-03-02"));
    assert_eq!(refused(NewEvidence { date, ..piece("x") }), Refusal::WorkInTheFuture { date, today });
    let claims = vec![(id("x"), level("3"))];
    assert_eq!(refused(NewEvidence { claims, ..piece("x") }), Refusal::NotInAFramework { item: id("x") });
    let most = Wording::Text.most();
    let too_long = Refusal::TooLong { wording: Wording::Text, length: most + 2, most };
    assert_eq!(refused(piece(&"\"".repeat(most / 2 + 1))), too_long);
    let mut large = file("large.iso");
    large.chunks = vec![large.hash.clone(); 901];
    let content = Content::File(large);
    let artifacts = vec![NewArtifact::of(content)];
    assert_eq!(refused(NewEvidence { artifacts, ..piece("") }), Refusal::FileTooLarge { size: 9 });
    for url in ["javascript:alert(1)", "data:text/html,x", "//a.example", "https://", "https://a b", "http:/a", "é"] {
        let artifacts = vec![link(url)];
        assert_eq!(refused(NewEvidence { artifacts, ..piece("") }), Refusal::NotALink { url: url.into() });
    }
    assert!(world.stored().is_empty(), "nothing was changed");
}

#[test]
fn long_words_travel_in_changes_of_their_own() {
    let mut world = world();
    let most = Wording::Text.most();
    let (text, reflection) = ("t".repeat(most), "r".repeat(most));
    let new = NewEvidence { reflection: reflection.clone(), ..piece(&text) };
    let changes = world.act(Intent::AddEvidence(new));
    assert_eq!(changes.len(), 3);
    let stored = world.portfolio.piece(&created(&changes)).unwrap();
    assert!(stored.text == text && stored.reflection == reflection);
}

#[test]
fn a_piece_is_edited_field_by_field() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[]);
    let mut edit = |edit| world.act(Intent::EditEvidence { piece: piece.clone(), edit }).len();
    assert_eq!(edit(PieceEdit::Title("Kite".into())), 1);
    assert_eq!(edit(PieceEdit::Title("Kite".into())), 0);
    assert_eq!(edit(PieceEdit::Text("It flies".into())), 1);
    assert_eq!(edit(PieceEdit::Reflection("Windy".into())), 1);
    assert_eq!(edit(PieceEdit::Date(day("2026-02-28"))), 1);
    let stored = world.portfolio.piece(&piece).unwrap();
    assert_eq!(
        (stored.title.as_str(), stored.text.as_str(), stored.reflection.as_str()),
        ("Kite", "It flies", "Windy")
    );
    assert_eq!(stored.date, Some(day("2026-02-28")));
}

#[test]
fn artifacts_are_added_described_moved_and_removed() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[]);
    let mut add =
        |caption| created(&world.act(Intent::AddArtifact { piece: piece.clone(), artifact: picture(caption) }));
    let (one, two, three) = (add("one"), add("two"), add("three"));
    world.act(Intent::EditArtifact { artifact: two.clone(), edit: ArtifactEdit::Alt("A kite".into()) });
    world.act(Intent::EditArtifact { artifact: two.clone(), edit: ArtifactEdit::Caption("second".into()) });
    world.act(Intent::MoveArtifact { artifact: three.clone(), to: Place::Before(one.clone()) });
    world.act(Intent::RemoveArtifact { artifact: one.clone() });
    let shown: Vec<_> = world.portfolio.artifacts_of(&piece).into_iter().map(|artifact| artifact.id.clone()).collect();
    assert_eq!(shown, [three, two.clone()]);
    let stored = world.portfolio.artifact(&two).unwrap();
    assert_eq!((stored.caption.as_str(), stored.alt.as_str()), ("second", "A kite"));
    let gone = Err(Refusal::NotThere { entity: one.clone() });
    assert_eq!(world.try_act(Intent::RemoveArtifact { artifact: one }), gone);
    world.act(Intent::Trash { piece: piece.clone() });
    let in_trash = Err(Refusal::InTrash { entity: piece });
    assert_eq!(world.try_act(Intent::RemoveArtifact { artifact: two }), in_trash);
}

#[test]
fn a_piece_goes_to_the_trash_and_back_or_for_ever() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[("a", "3")]);
    let artifact = created(&world.act(Intent::AddArtifact { piece: piece.clone(), artifact: picture("") }));
    let kept = Err(Refusal::NotErased { entity: piece.clone() });
    assert_eq!(world.try_act(Intent::Purge { pieces: vec![piece.clone()] }), kept);
    let in_use = Err(Refusal::NotInTrash { entity: piece.clone() });
    assert_eq!(world.try_act(Intent::Restore { piece: piece.clone() }), in_use);

    world.act(Intent::Trash { piece: piece.clone() });
    assert_eq!(levels::held(&world.portfolio, &id("a")), None);
    let in_trash = Err(Refusal::InTrash { entity: piece.clone() });
    assert_eq!(world.try_act(Intent::Trash { piece: piece.clone() }), in_trash);
    world.act(Intent::Restore { piece: piece.clone() });
    assert_eq!(levels::held(&world.portfolio, &id("a")).map(|held| held.level), Some(level("3")));

    world.act(Intent::Trash { piece: piece.clone() });
    let purge = world.act(Intent::Purge { pieces: vec![piece.clone()] });
    let entities = vec![artifact, EntityId::claim(&piece, &id("a")), piece.clone()];
    assert_eq!(purge, [Change::Purge { entities }]);
    assert!(world.stored().is_empty());
    assert_eq!(world.try_act(Intent::Purge { pieces: vec![piece.clone()] }), Err(Refusal::NotThere { entity: piece }));
    assert!(world.act(Intent::Purge { pieces: vec![] }).is_empty());
}
