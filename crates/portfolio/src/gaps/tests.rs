//! Gaps by examples, and what they open against trying it.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::framework::tests::{framework, id, source};
use crate::framework::{FrameworkSource, Link, Need, Requirement, Succession};
use crate::intent::Intent;
use crate::submission::Manifest;
use crate::testing::{World, day};

fn asked(world: &World) -> Asked<'static> {
    Asked { today: world.today, is_judged: &|_| false }
}

fn of(world: &World) -> Vec<Gap> {
    gaps(&world.portfolio, &world.frameworks, asked(world))
}

fn told(world: &World) -> Vec<(String, Kind)> {
    of(world).into_iter().map(|gap| (gap.competency.to_string(), gap.cause.kind())).collect()
}

fn hand_in(world: &mut World, piece: &EntityId) {
    let noon = world.today.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let sealed = Manifest::of(&world.portfolio, piece, noon, "").unwrap().seal().unwrap();
    let (hash, size) = (sealed.hash().to_owned(), sealed.bytes().len() as u64);
    let (name, media_type) = (String::new(), String::new());
    let file = crate::model::StoredFile { name, media_type, size, hash: hash.clone(), chunks: vec![hash] };
    world.act(Intent::Submit { sealed, file });
}

#[test]
fn every_gap_says_why_it_is_one() {
    let mut world = World::new(framework(&["a", "b", "c", "d", "e"], &["a b", "b c"]));
    world.show("2026-03-01", &[("a", "2"), ("d", "3")]);
    let gap = |name: &str, kind| (name.to_owned(), kind);
    let expected =
        [gap("a", Kind::BelowAim), gap("b", Kind::Blocked), gap("c", Kind::Blocked), gap("e", Kind::NoEvidence)];
    assert_eq!(told(&world), expected, "d is reached");
    let found = of(&world);
    assert_eq!((&found[0].opens, found[0].waiting), (&vec![id("b")], 1));
    assert!(
        matches!(&found[2].cause, Cause::Blocked { begin, missing } if *begin == id("a") && missing.items() == [&id("b")])
    );

    let piece = world.show("2026-03-02", &[("a", "2.5")]);
    hand_in(&mut world, &piece);
    assert_eq!(of(&world)[0].cause, Cause::AwaitingJudgement { piece: piece.clone() });
    let judged = Asked { is_judged: &|judged| *judged == piece, ..asked(&world) };
    let after = gaps(&world.portfolio, &world.frameworks, judged);
    assert_eq!(after[0].cause, Cause::BelowAim);
}

#[test]
fn saying_one_can_is_no_evidence_and_not_the_same_as_not_being_able_to() {
    let mut world = World::new(framework(&["a", "b"], &["a b"]));
    world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
    let found = of(&world);
    assert_eq!((found[0].cause.kind(), found[0].held.as_ref().map(Held::is_only_said)), (Kind::NoEvidence, Some(true)));
    assert_eq!((found[1].cause.kind(), &found[1].held), (Kind::NoEvidence, &None), "b is open on the learner's word");
}

#[test]
fn work_grows_old_only_where_the_framework_says_so() {
    let with = |recheck, today: &str| {
        let mut world = World::new(Framework::build(FrameworkSource { recheck, ..source(&["a"], &[]) }, None));
        world.show("2026-01-01", &[("a", "3")]);
        world.on(today);
        of(&world)
    };
    assert!(with(None, "2036-01-01").is_empty() && with(Some(31), "2026-02-01").is_empty());
    assert_eq!(with(Some(31), "2026-02-02")[0].cause, Cause::Stale { since: day("2026-01-01") });
}

#[test]
fn the_learner_says_when_to_check_again_else_the_framework() {
    let package = "0a".repeat(32);
    let mut told = source(&["a"], &[]);
    (told.id, told.recheck) = (package.clone(), Some(365));
    let mut world = World::new(Framework::build(told, None));
    let age = |world: &World| recheck_age(&world.portfolio, world.frameworks.iter().next().unwrap());
    assert_eq!(age(&world), Some(365));
    let hash = "5".repeat(64);
    let (name, media_type, title) = (String::new(), String::new(), "Ours".into());
    let file = crate::model::StoredFile { name, media_type, size: 1, hash: hash.clone(), chunks: vec![hash] };
    let (origin, proficient) = (crate::model::Origin::File, Vec::new());
    let framework = EntityId::framework(&package);
    let adopt =
        crate::intent::NewFramework { package, title, file, depth: None, proficient, origin, replaces: Vec::new() };
    world.act(Intent::AdoptFramework(adopt));
    let mut say = |days| {
        world.act(Intent::SetRecheck { framework: framework.clone(), days });
        age(&world)
    };
    assert_eq!([say(Some(182)), say(Some(0)), say(None)], [Some(182), None, Some(365)]);
}

#[test]
fn what_opens_most_stands_first_then_what_is_waited_for_then_the_pathway() {
    let mut told_by = source(&["a", "b", "c", "d", "e", "f", "g"], &["b e", "b f", "c g", "d g"]);
    told_by.items[0].requires = None;
    let mut world = World::new(Framework::build(told_by, None));
    world.choose("d", "3", None);
    let order: Vec<_> = of(&world).into_iter().map(|gap| gap.competency.to_string()).collect();
    assert_eq!(order, ["b", "d", "c", "a", "e", "f", "g"], "g waits for c and d, so neither opens it alone");
}

#[test]
fn the_way_of_a_pathway_is_its_goals_and_what_blocks_them() {
    let mut world = World::new(framework(&["a", "b", "c", "d", "e"], &["a b", "b c", "d c"]));
    world.choose("c", "3", None);
    world.show("2026-03-01", &[("d", "3")]);
    let way = on_the_way(&world.portfolio, &world.frameworks);
    assert_eq!(way, ["a", "b", "c"].map(id).into());
}

/// A second framework with a goal of each, and a word of the learner's that leads from the first to the second.
#[test]
fn gaps_of_all_frameworks_stand_together_by_what_they_open() {
    let build = |id: &str, items: &[&str], precedes: &[&str]| {
        Arc::new(Framework::build(FrameworkSource { id: id.into(), ..source(items, precedes) }, None))
    };
    let mut world = World::new(Framework::default());
    let first = build("1", &["a", "b", "both"], &["a b"]);
    let second = build("2", &["c", "d", "e", "both"], &["c d", "c e"]);
    world.frameworks = Frameworks::new(vec![first, second]);
    let order = |world: &World| of(world).into_iter().map(|gap| gap.competency.to_string()).collect::<Vec<_>>();
    assert_eq!(order(&world), ["c", "a", "b", "both", "d", "e"], "what two hold is missing once");

    let need = Need { after: id("d"), before: id("b") };
    world.act(Intent::AddNeeds { needs: vec![need] });
    world.frameworks = world.frameworks.clone().with_needs(world.portfolio.needs());
    world.choose("d", "3", None);
    world.show("2026-03-01", &[("c", "3")]);
    let found = of(&world);
    let opens = |name: &str| found.iter().find(|gap| gap.competency == id(name)).unwrap().opens.clone();
    assert_eq!((opens("a"), opens("b")), (vec![id("b")], vec![id("d")]), "across frameworks");
    assert!(found.iter().any(
        |gap| matches!(&gap.cause, Cause::Blocked { begin, .. } if gap.competency == id("d") && *begin == id("a"))
    ));
    assert_eq!(on_the_way(&world.portfolio, &world.frameworks), ["a", "b", "d"].map(id).into());
}

#[test]
fn a_goal_that_is_retired_is_a_gap_of_its_own_and_retired_work_is_none() {
    let mut world = World::new(framework(&["a", "b", "c", "d"], &[]));
    world.show("2026-03-01", &[("a", "2"), ("b", "3"), ("c", "1")]);
    for goal in ["a", "b", "d"] {
        world.choose(goal, "3", None);
    }
    let older = Arc::new(world.frameworks.iter().next().unwrap().clone());
    let link = Succession { from: id("a"), to: id("x"), link: Link::ReplacedBy };
    let newer = Framework::build(FrameworkSource { succession: vec![link], ..source(&["x"], &[]) }, None);
    world.frameworks = Frameworks::new(vec![Arc::new(newer)]).with_earlier(vec![older]);
    let causes: Vec<_> = of(&world).into_iter().map(|gap| (gap.competency, gap.cause)).collect();
    let retired = |successor: Option<&str>| Cause::Retired { successor: successor.map(id) };
    assert_eq!(causes, [(id("x"), Cause::NoEvidence), (id("a"), retired(Some("x"))), (id("d"), retired(None))]);
    assert!(on_the_way(&world.portfolio, &world.frameworks).is_empty());
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let one = (0..6_usize, 5..=7_u8).prop_map(|(item, half_points)| Requirement::Item {
        item: id(&format!("i{item}")),
        level: Level::from_half_points(half_points).unwrap(),
    });
    one.prop_recursive(3, 10, 3, |part| {
        (0..4_usize, prop::collection::vec(part, 0..4)).prop_map(|(count, of)| Requirement::AtLeast { count, of })
    })
}

fn world_of(requirements: Vec<Option<Requirement>>, held: &[usize]) -> World {
    let names: Vec<String> = (0..requirements.len()).map(|item| format!("i{item}")).collect();
    let mut told = source(&names.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    for (item, requires) in told.items.iter_mut().zip(requirements) {
        item.requires = requires;
    }
    let mut world = World::new(Framework::build(told, None));
    for item in held {
        world.show("2026-03-01", &[(&format!("i{item}"), "3")]);
    }
    world
}

proptest! {
    #[test]
    fn closing_a_gap_opens_exactly_what_it_says(
        requirements in prop::collection::vec(prop::option::of(requirement()), 6),
        held in prop::collection::vec(0..6_usize, 0..4),
    ) {
        let world = world_of(requirements, &held);
        let is_ready = |world: &World, item: &ItemId| {
            let framework = world.frameworks.iter().next().unwrap();
            matches!(ready::readiness(&world.portfolio, framework, item), Some(Readiness::Ready(_)))
        };
        for gap in of(&world) {
            let mut closed = world.clone();
            closed.show("2026-03-02", &[(gap.competency.as_str(), "3")]);
            let framework = world.frameworks.iter().next().unwrap();
            let all = framework.competencies().map(|item| item.id.clone());
            let opened: Vec<ItemId> = all.filter(|item| !is_ready(&world, item) && is_ready(&closed, item)).collect();
            prop_assert_eq!(&gap.opens, &opened, "{}", gap.competency);
            if let Cause::Blocked { begin, .. } = &gap.cause {
                let framework = world.frameworks.iter().next().unwrap();
                let begins = ready::readiness(&world.portfolio, framework, begin);
                prop_assert!(!matches!(begins, Some(Readiness::Blocked(_))), "one can begin where it says");
            }
        }
    }

    #[test]
    fn a_gap_is_whatever_is_not_shown_at_its_aim(held in prop::collection::vec((0..6_usize, 0..=8_u8), 0..8)) {
        let mut world = world_of(vec![None; 6], &[]);
        for (place, (item, half_points)) in held.iter().enumerate() {
            let level = Level::from_half_points(*half_points).unwrap().to_string();
            world.show(&format!("2026-02-{:02}", place + 1), &[(&format!("i{item}"), &level)]);
        }
        let found: BTreeSet<ItemId> = of(&world).into_iter().map(|gap| gap.competency).collect();
        let latest = |item: usize| held.iter().rev().find(|(shown, _)| *shown == item).map(|(_, level)| *level);
        let expected = (0..6).filter(|item| latest(*item).is_none_or(|level| level < 6));
        prop_assert_eq!(found, expected.map(|item| id(&format!("i{item}"))).collect::<BTreeSet<_>>());
    }
}
