//! Acts carried out on a small store.

use super::*;
use crate::Framework;
use crate::change::FieldValue;
use crate::entity::Kind;
use crate::fields::Standing;
use crate::framework::Requirement;
use crate::framework::tests::{framework, id, source};
use crate::levels;
use crate::model::{Basis, Content, DueMove, Grounds, Link, Origin, StoredFile};
use crate::testing::{World, created, day, level, piece};

fn world() -> World {
    World::new(framework(&["h", "h/a", "h/b", "h/c", "i", "i/d", "i/e"], &["b c", "d b"]))
}

fn file(name: &str) -> StoredFile {
    let hash = "5".repeat(64);
    StoredFile { name: name.into(), media_type: "image/png".into(), size: 9, hash: hash.clone(), chunks: vec![hash] }
}

fn picture(caption: &str) -> NewArtifact {
    NewArtifact { content: Content::File(file("a.png")), caption: caption.into(), alt: String::new() }
}

fn link(url: &str) -> NewArtifact {
    let link = Link { url: url.into(), title: String::new() };
    NewArtifact { content: Content::Link(link), caption: String::new(), alt: String::new() }
}

fn pathway(world: &World) -> Vec<&str> {
    world.portfolio.pathway().iter().map(|goal| goal.competency.as_str()).collect()
}

#[test]
fn a_learner_has_a_name_and_interests() {
    let mut world = world();
    world.act(Intent::SetName { name: " Ana ".into() });
    assert_eq!(world.portfolio.learner().name, "Ana");
    assert!(world.act(Intent::SetName { name: "Ana".into() }).is_empty());
    let long = world.try_act(Intent::SetName { name: "x".repeat(201) });
    assert_eq!(long, Err(Refusal::TooLong { wording: Wording::Name, length: 201, most: 200 }));

    let interests = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    world.act(Intent::SetInterests { interests: interests(&["music", "Space "]) });
    assert_eq!(world.act(Intent::SetInterests { interests: interests(&["Space", "maps"]) }).len(), 2);
    assert!(world.act(Intent::AddInterest { interest: "MAPS".into() }).is_empty(), "the same words");
    world.act(Intent::AddInterest { interest: "Birds".into() });
    world.act(Intent::RemoveInterest { interest: "space".into() });
    assert_eq!(world.portfolio.learner().interests, interests(&["Birds", "maps"]));
    assert_eq!(world.try_act(Intent::AddInterest { interest: " ".into() }), Err(Refusal::NoWords));
}

#[test]
fn a_framework_is_adopted_left_and_adopted_again() {
    let mut world = world();
    let new = |package: &str, depth| NewFramework {
        package: package.into(),
        title: "Ours".into(),
        file: file("ours.json"),
        depth,
        origin: Origin::Bundled,
    };
    let hash = "0a".repeat(32);
    world.act(Intent::AdoptFramework(new(&hash, None)));
    let framework = EntityId::framework(&hash);
    assert_eq!(world.portfolio.adoptions()[0].package(), hash);
    world.act(Intent::LeaveFramework { framework: framework.clone() });
    assert!(world.portfolio.adoptions().is_empty());
    let gone = Refusal::NotThere { entity: framework.clone() };
    assert_eq!(world.try_act(Intent::LeaveFramework { framework: framework.clone() }), Err(gone));
    world.act(Intent::AdoptFramework(new(&hash, Some(2))));
    let adoption = world.portfolio.adoptions()[0];
    assert_eq!((adoption.depth, adoption.origin, adoption.standing), (Some(2), Origin::Bundled, Standing::Live));
    let odd = hash.to_uppercase();
    assert_eq!(world.try_act(Intent::AdoptFramework(new(&odd, None))), Err(Refusal::NotAHash { hash: odd }));
}

#[test]
fn goals_are_chosen_at_the_end_and_moved() {
    let mut world = world();
    let goals: Vec<_> = ["a", "b", "c", "d"].map(|name| world.choose(name, "3", None)).to_vec();
    assert_eq!(pathway(&world), ["a", "b", "c", "d"]);
    let moved = world.act(Intent::MoveGoal { goal: goals[3].clone(), to: Place::Before(goals[0].clone()) });
    assert_eq!(moved.len(), 1, "one key for one move");
    assert_eq!(pathway(&world), ["d", "a", "b", "c"]);
    world.act(Intent::MoveGoal { goal: goals[0].clone(), to: Place::After(goals[1].clone()) });
    assert_eq!(pathway(&world), ["d", "b", "a", "c"]);
    assert!(world.act(Intent::MoveGoal { goal: goals[0].clone(), to: Place::After(goals[1].clone()) }).is_empty());
    let elsewhere = EntityId::goal(&id("e"));
    let refused = world.try_act(Intent::MoveGoal { goal: goals[0].clone(), to: Place::After(elsewhere.clone()) });
    assert_eq!(refused, Err(Refusal::NotInTheList { beside: elsewhere }));
}

#[test]
fn equal_keys_of_two_devices_get_room_when_needed() {
    let mut world = world();
    let goals: Vec<_> = ["a", "b", "c"].map(|name| world.choose(name, "3", None)).to_vec();
    let same = |goal: &EntityId| Change::Set { entity: goal.clone(), field: "order".into(), value: "5".into() };
    for goal in &goals[..2] {
        world.carry_out(&same(goal));
    }
    assert_eq!(pathway(&world), ["c", "a", "b"]);
    world.act(Intent::MoveGoal { goal: goals[2].clone(), to: Place::After(goals[0].clone()) });
    assert_eq!(pathway(&world), ["a", "c", "b"]);
}

#[test]
fn choosing_starts_from_the_level_held() {
    let mut world = world();
    world.show("2026-02-01", &[("a", "1.5")]);
    let goal = world.choose("a", "3.5", Some("2026-06-01"));
    let chosen = world.portfolio.goal(&goal).unwrap();
    assert_eq!((chosen.start, chosen.aim, chosen.chosen), (level("1.5"), level("3.5"), world.today));
    assert_eq!(chosen.moves, [DueMove { day: world.today, due: Some(day("2026-06-01")) }]);
    let again = Intent::ChooseGoal { competency: id("a"), aim: level("3"), due: None };
    assert_eq!(world.try_act(again.clone()), Err(Refusal::AlreadyChosen { goal: goal.clone() }));

    world.act(Intent::DropGoal { goal: goal.clone() });
    assert!(pathway(&world).is_empty());
    assert_eq!(world.try_act(Intent::DropGoal { goal: goal.clone() }), Err(Refusal::NotThere { entity: goal.clone() }));
    world.on("2026-03-09").act(again);
    let chosen = world.portfolio.goal(&goal).unwrap();
    assert_eq!((chosen.standing, chosen.due, chosen.moves.len()), (Standing::Live, None, 0), "it starts anew");
}

#[test]
fn what_cannot_be_chosen_says_why() {
    let mut world = world();
    let choose = |competency: &str, aim: &str, due: Option<&str>| Intent::ChooseGoal {
        competency: id(competency),
        aim: level(aim),
        due: due.map(day),
    };
    assert_eq!(world.try_act(choose("x", "3", None)), Err(Refusal::NotInAFramework { item: id("x") }));
    assert_eq!(world.try_act(choose("h", "3", None)), Err(Refusal::NotACompetency { item: id("h") }));
    assert_eq!(world.try_act(choose("a", "0", None)), Err(Refusal::AimIsZero));
    let (due, today) = (day("2026-03-01"), world.today);
    assert_eq!(world.try_act(choose("a", "3", Some("2026-03-01"))), Err(Refusal::DueInThePast { due, today }));
    assert!(world.try_act(choose("c", "3", Some("2026-03-02"))).is_ok(), "not ready, but it may be chosen");
}

#[test]
fn moving_a_date_leaves_one_mark_a_day() {
    let mut world = world();
    let goal = world.choose("a", "3", Some("2026-04-01"));
    let due = |text: Option<&str>| Intent::SetDue { goal: goal.clone(), due: text.map(day) };
    world.on("2026-03-09").act(due(Some("2026-05-01")));
    world.act(due(Some("2026-06-01")));
    assert!(world.act(due(Some("2026-06-01"))).is_empty());
    world.on("2026-03-10").act(due(None));
    let chosen = world.portfolio.goal(&goal).unwrap();
    let moves = [("2026-03-02", Some("2026-04-01")), ("2026-03-09", Some("2026-06-01")), ("2026-03-10", None)];
    assert_eq!(chosen.moves, moves.map(|(on, due)| DueMove { day: day(on), due: due.map(day) }));
    assert_eq!(chosen.due, None);
    let before = Refusal::DueInThePast { due: day("2026-03-09"), today: day("2026-03-10") };
    assert_eq!(world.try_act(due(Some("2026-03-09"))), Err(before));

    world.act(Intent::SetAim { goal: goal.clone(), aim: level("4") });
    assert_eq!(world.portfolio.goal(&goal).unwrap().aim, level("4"));
    assert!(world.act(Intent::SetAim { goal, aim: level("4") }).is_empty());
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
    let artifacts = vec![NewArtifact { content, ..picture("") }];
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
fn claims_are_made_changed_and_taken_back() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[]);
    let claim = |level| Intent::ClaimLevel { piece: piece.clone(), competency: id("a"), level };
    world.act(claim(level("2")));
    world.act(claim(level("2.5")));
    assert!(world.act(claim(level("2.5"))).is_empty());
    let claim_id = EntityId::claim(&piece, &id("a"));
    world.act(Intent::Unclaim { claim: claim_id.clone() });
    assert_eq!(levels::held(&world.portfolio, &id("a")), None);
    let gone = Err(Refusal::NotThere { entity: claim_id.clone() });
    assert_eq!(world.try_act(Intent::Unclaim { claim: claim_id.clone() }), gone);
    world.act(claim(level("3")));
    assert_eq!(world.portfolio.claim(&claim_id).unwrap().standing, Standing::Live);

    world.frameworks = Frameworks::default();
    assert_eq!(world.act(claim(level("3.5"))).len(), 1, "a claim outlives its framework");
    let new = Intent::ClaimLevel { piece, competency: id("b"), level: level("3") };
    assert_eq!(world.try_act(new), Err(Refusal::NotInAFramework { item: id("b") }));
}

#[test]
fn placing_oneself_claims_what_it_rests_on() {
    let mut world = world();
    let changes = world.act(Intent::PlaceSelf { furthest: vec![id("c")] });
    // c is placed; a and b stand before it in its strand; b rests on d. e is nobody's.
    assert_eq!(changes.len(), 4);
    let said = |world: &World, name: &str| {
        let claim = world.portfolio.claim(&EntityId::own_word(&id(name)))?;
        let Grounds::OwnWord { date, basis } = claim.grounds else { return None };
        assert_eq!(date, Some(day("2026-03-02")));
        Some((claim.level, basis))
    };
    let expected = [("a", Basis::Rests), ("b", Basis::Rests), ("c", Basis::Placed), ("d", Basis::Rests)];
    for (name, basis) in expected {
        assert_eq!(said(&world, name), Some((Level::PROFICIENT, basis)), "{name}");
    }
    assert_eq!(said(&world, "e"), None);
    assert!(world.act(Intent::PlaceSelf { furthest: vec![id("c"), id("b")] }).len() == 1, "b is now said itself");
    assert!(world.act(Intent::PlaceSelf { furthest: vec![id("c"), id("b")] }).is_empty());
    let heading = Err(Refusal::NotACompetency { item: id("h") });
    assert_eq!(world.try_act(Intent::PlaceSelf { furthest: vec![id("h")] }), heading);
}

#[test]
fn placing_oneself_leaves_work_and_choices_alone() {
    let mut told = source(&["a", "b", "c", "d", "e", "f"], &[]);
    let at = |name: &str, half: &str| Requirement::Item { item: id(name), level: level(half) };
    let choice = Requirement::any(vec![at("b", "3"), at("c", "3")]);
    told.items[0].requires = Some(Requirement::all(vec![choice, at("d", "2.5"), at("e", "3.5")]));
    told.items[3].requires = Some(at("f", "3"));
    let mut world = World::new(Framework::build(told, None));
    world.show("2026-03-01", &[("e", "2")]);
    world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
    let held = |name: &str| levels::held(&world.portfolio, &id(name)).map(|held| held.level);
    assert_eq!(held("a"), Some(level("3")));
    assert_eq!((held("b"), held("c")), (None, None), "nobody can tell which of the two it was");
    assert_eq!((held("d"), held("f")), (Some(level("2.5")), Some(level("3"))));
    assert_eq!(held("e"), Some(level("2")), "where there is work, the work speaks");
}

#[test]
fn a_word_taken_back_can_be_given_again() {
    let mut world = world();
    world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
    let claim = EntityId::own_word(&id("a"));
    world.act(Intent::Unclaim { claim: claim.clone() });
    assert_eq!(levels::held(&world.portfolio, &id("a")), None);
    world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
    assert_eq!(world.portfolio.claim(&claim).unwrap().standing, Standing::Live);
}

#[test]
fn a_piece_goes_to_the_trash_and_back_or_for_ever() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[("a", "3")]);
    let artifact = created(&world.act(Intent::AddArtifact { piece: piece.clone(), artifact: picture("") }));
    let in_use = Err(Refusal::NotInTrash { entity: piece.clone() });
    assert_eq!(world.try_act(Intent::Purge { pieces: vec![piece.clone()] }), in_use);
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

#[test]
fn changes_name_fields_as_they_are_stored() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[("a", "2.5")]);
    let claim = &world.stored()[&EntityId::claim(&piece, &id("a"))].fields;
    let expected = [("competency", "a".into()), ("level", FieldValue::Int(5)), ("of", (&piece).into())];
    assert_eq!(*claim, expected.map(|(name, value)| (name.to_owned(), value)).into());
    assert_eq!(piece.kind(), Kind::Evidence);
    world.choose("a", "3", Some("2026-05-01"));
    let goal = &world.stored()[&EntityId::goal(&id("a"))];
    let expected = [
        ("aim", FieldValue::Int(6)),
        ("chosen", "2026-03-02".into()),
        ("due", "2026-05-01".into()),
        ("order", "1".into()),
        ("start", FieldValue::Int(5)),
    ];
    assert_eq!(goal.fields, expected.map(|(name, value)| (name.to_owned(), value)).into());
    assert_eq!(goal.sets["moves"], ["2026-03-02>2026-05-01".into()]);
}
