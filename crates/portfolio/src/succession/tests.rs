//! Updates and moves on a small store.

mod links;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::framework::tests::{id, source};
use crate::framework::{Framework, FrameworkSource, Succession};
use crate::intent::{Intent, Refusal};
use crate::levels;
use crate::model::Link as WebLink;
use crate::testing::{World, day, level};

fn build(source: FrameworkSource) -> Arc<Framework> {
    Arc::new(Framework::build(source, None))
}

/// An edition with these replacements, `old new`.
fn edition(items: &[&str], replaced: &[&str]) -> Arc<Framework> {
    let link = |told: &&str| {
        let (from, to) = told.split_once(' ').unwrap();
        Succession { from: id(from), to: id(to), link: Link::ReplacedBy }
    };
    build(FrameworkSource { succession: replaced.iter().map(link).collect(), ..source(items, &[]) })
}

/// The learner's world when the framework was updated.
fn updated(mut world: World, newer: Arc<Framework>) -> World {
    let older = world.frameworks.iter().next().unwrap().clone();
    world.frameworks = Frameworks::new(vec![newer]).with_earlier(vec![Arc::new(older)]);
    world
}

fn moves(pairs: &[&str]) -> Intent {
    let one = |pair: &&str| pair.split_once(' ').map(|(from, to)| Move { from: id(from), to: id(to) });
    Intent::MoveAlong { moves: pairs.iter().filter_map(one).collect() }
}

fn proposed(world: &World) -> Vec<String> {
    let all = proposals(&world.portfolio, &world.frameworks);
    all.into_iter().map(|proposal| format!("{} {}", proposal.move_along.from, proposal.move_along.to)).collect()
}

fn held(world: &World, competency: &str) -> Option<String> {
    levels::held(&world.portfolio, &id(competency)).map(|held| held.level.to_string())
}

#[test]
fn only_what_the_learner_has_something_of_is_proposed() {
    let mut world = World::new(Framework::build(source(&["a", "b", "c", "d", "e"], &[]), None));
    world.show("2026-03-01", &[("a", "3")]);
    world.choose("b", "4", None);
    world.act(Intent::SayLevel { competency: id("c"), level: level("2") });
    let world = updated(world, edition(&["x", "y", "e"], &["a x", "b x", "b y", "d y"]));
    assert_eq!(proposed(&world), ["a x", "b x", "b y"]);
    let kept = kept(&world.portfolio, &world.frameworks);
    assert_eq!(kept.keys().map(ItemId::as_str).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(
        (kept[&id("a")].pieces.len(), kept[&id("b")].goals.len(), kept[&id("c")].said),
        (1, 1, Some(level("2")))
    );
}

#[test]
fn goals_go_with_their_place_and_dates_and_claims_with_their_work() {
    let mut world = World::new(Framework::build(source(&["a", "b"], &[]), None));
    let piece = world.show("2026-03-01", &[("a", "2.5"), ("b", "2")]);
    let other = world.walk("Circus");
    world.choose("a", "4", Some("2026-06-01"));
    world.choose_on(&other, "a", "3", None);
    world.on("2026-03-09").act(Intent::SetDue { goal: EntityId::goal(&other, &id("a")), due: Some(day("2026-07-01")) });
    let link = WebLink { url: "https://example.org/".into(), title: "Help".into() };
    world.act(Intent::AddResource { competency: id("a"), link: link.clone() });
    let before: Vec<_> = world.portfolio.goals().into_iter().cloned().collect();

    let mut world = updated(world, edition(&["x", "b"], &["a x"]));
    world.act(moves(&["a x"]));
    assert!(proposed(&world).is_empty());
    let after: Vec<_> = world.portfolio.goals().into_iter().cloned().collect();
    assert_eq!(after.len(), 2);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(after.competency, id("x"));
        let told = |goal: &crate::model::Goal| {
            (goal.pathway.clone(), goal.order.clone(), goal.aim, goal.due, goal.chosen, goal.start, goal.moves.clone())
        };
        assert_eq!(told(before), told(after));
    }
    assert_eq!(
        (held(&world, "x").as_deref(), held(&world, "a"), held(&world, "b").as_deref()),
        (Some("2.5"), None, Some("2"))
    );
    let shown: Vec<_> = world.portfolio.claims_of(&piece).iter().map(|claim| claim.competency.to_string()).collect();
    assert_eq!(shown, ["b", "x"]);
    assert_eq!(world.portfolio.notes(&id("x")).unwrap().links, [link]);
}

#[test]
fn what_is_moved_to_several_is_at_all_of_them_and_of_two_the_higher_counts() {
    let mut world = World::new(Framework::build(source(&["a", "b", "x"], &[]), None));
    world.show("2026-03-01", &[("a", "3"), ("b", "2")]);
    world.choose("a", "2", None);
    world.choose("b", "4", None);
    world.choose("x", "3", None);
    world.act(Intent::SayLevel { competency: id("b"), level: level("1") });
    let mut world = updated(world, edition(&["x", "y"], &["a x", "b x", "a y"]));
    world.act(moves(&["a x", "b x", "a y"]));
    let goals: Vec<_> = world.portfolio.goals().iter().map(|goal| format!("{}{}", goal.competency, goal.aim)).collect();
    assert_eq!(goals, ["y2", "x4"]);
    assert_eq!((held(&world, "x").as_deref(), held(&world, "y").as_deref()), (Some("3"), Some("3")));
}

#[test]
fn nothing_goes_where_no_edition_leads_or_from_what_is_in_use() {
    let mut world = World::new(Framework::build(source(&["a", "b"], &[]), None));
    world.show("2026-03-01", &[("a", "3"), ("b", "2")]);
    let mut world = updated(world, edition(&["b", "x", "y"], &["a x", "b x"]));
    for (from, to) in [("a", "y"), ("b", "x"), ("nowhere", "x")] {
        let refusal = Refusal::NoSuccessor { from: id(from), to: id(to) };
        assert_eq!(world.try_act(moves(&[&format!("{from} {to}")])), Err(refusal));
    }
    assert!(world.act(moves(&[])).is_empty());
}

/// Work, words and goals: each a competency, a level in half points, and which of the three.
fn doing() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    prop::collection::vec((0..6_usize, 1..9_u8, 0..3_u8), 0..12)
}

fn lived(doing: &[(usize, u8, u8)]) -> World {
    let mut world = World::new(Framework::build(source(&["c0", "c1", "c2", "c3", "c4", "c5"], &[]), None));
    for (competency, half_points, what) in doing {
        let name = format!("c{competency}");
        let level = Level::from_half_points(*half_points).unwrap();
        match what {
            0 => drop(world.show("2026-03-01", &[(&name, &level.to_string())])),
            1 => drop(world.act(Intent::SayLevel { competency: id(&name), level })),
            _ if world.portfolio.is_chosen(&id(&name)) => {}
            _ => drop(world.choose(&name, &level.to_string(), None)),
        }
    }
    world
}

/// What counts: pieces and the learner's word with their levels, goals with their aims, each by its competency.
fn counts(world: &World) -> BTreeSet<(String, String, Level)> {
    let claims = world.portfolio.claims_in_use().map(|(claim, piece)| {
        let rests_on = piece.map_or_else(|| "said".to_owned(), |piece| piece.id.to_string());
        (claim.competency.to_string(), rests_on, claim.level)
    });
    let goals =
        world.portfolio.goals().into_iter().map(|goal| (goal.competency.to_string(), "goal".to_owned(), goal.aim));
    claims.chain(goals).collect()
}

proptest! {
    #[test]
    fn an_update_by_itself_moves_nothing(doing in doing()) {
        let before = lived(&doing);
        let after = updated(before.clone(), edition(&["c0", "c1", "x", "y"], &["c2 x", "c3 x", "c3 y", "c4 c0"]));
        prop_assert_eq!(counts(&before), counts(&after));
        for competency in ["c0", "c2", "c5"] {
            prop_assert_eq!(held(&before, competency), held(&after, competency));
        }
    }

    #[test]
    fn whatever_is_taken_is_at_the_other_end_and_all_else_stays(doing in doing(), taken in prop::collection::vec(any::<bool>(), 8)) {
        let mut world = updated(lived(&doing), edition(&["c0", "c1", "x", "y"], &["c2 x", "c3 x", "c3 y", "c4 c0"]));
        let before = counts(&world);
        let all = proposals(&world.portfolio, &world.frameworks);
        let moves: Vec<_> = all.iter().zip(taken).filter(|(_, taken)| *taken).map(|(one, _)| one.move_along.clone()).collect();
        world.act(Intent::MoveAlong { moves: moves.clone() });
        let after = counts(&world);
        for (competency, what, level) in &before {
            let ends: Vec<_> = moves.iter().filter(|one| one.from.as_str() == competency).map(|one| one.to.to_string()).collect();
            let is_at = |end: &String| after.iter().any(|(other, same, now)| other == end && same == what && now >= level);
            if ends.is_empty() {
                prop_assert!(is_at(competency));
            } else {
                prop_assert!(ends.iter().all(is_at));
                prop_assert!(!after.iter().any(|(other, ..)| other == competency));
            }
        }
        // Nothing came from nowhere.
        for (competency, what, level) in &after {
            let sources = moves.iter().filter(|one| one.to.as_str() == competency).map(|one| one.from.as_str());
            let mut all = sources.chain([competency.as_str()]);
            prop_assert!(all.any(|source| before.contains(&(source.to_owned(), what.clone(), *level))));
        }
        let left = proposals(&world.portfolio, &world.frameworks);
        prop_assert!(left.iter().all(|one| !moves.iter().any(|taken| taken.from == one.move_along.from)));
    }
}
