//! Claiming levels, on work and on one's own word.

use super::world;
use crate::framework::tests::{id, source};
use crate::framework::{Framework, Frameworks, Requirement};
use crate::intent::{Intent, Refusal};
use crate::levels;
use crate::model::{Basis, Grounds};
use crate::testing::{World, day, level};
use crate::{EntityId, Level, Standing};

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
    assert_eq!(world.portfolio.claim(&EntityId::own_word(&id("e"))), None);
}

#[test]
fn the_most_that_is_asked_for_is_claimed() {
    let mut told = source(&["a", "b", "c"], &[]);
    let at = |half: &str| Requirement::Item { item: id("c"), level: level(half) };
    told.items[0].requires = Some(at("2"));
    told.items[1].requires = Some(at("3.5"));
    let mut world = World::new(Framework::build(told, None));
    world.act(Intent::PlaceSelf { furthest: vec![id("a"), id("b")] });
    assert_eq!(levels::held(&world.portfolio, &id("c")).map(|held| held.level), Some(level("3.5")));
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
