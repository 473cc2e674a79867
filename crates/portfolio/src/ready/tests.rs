//! Readiness against examples and against an evaluation by brute force.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::framework::tests::{framework, id, source};
use crate::framework::{FrameworkSource, ItemSource};
use crate::intent::Intent;
use crate::levels::Source;
use crate::model::Basis;
use crate::testing::{World, level};

fn ready_names(world: &World) -> Vec<String> {
    let framework = world.frameworks.iter().next().unwrap();
    let ready = ready_set(&levels::all_held(&world.portfolio), &world.portfolio, framework);
    ready.into_iter().map(|ready| ready.competency.to_string()).collect()
}

fn readiness_of(world: &World, competency: &str) -> Option<Readiness> {
    readiness(&world.portfolio, world.frameworks.iter().next().unwrap(), &id(competency))
}

#[test]
fn without_prerequisites_everything_is_ready_in_framework_order() {
    let mut world = World::new(framework(&["h", "h/b", "h/a", "c"], &[]));
    assert_eq!(ready_names(&world), ["b", "a", "c"]);
    world.show("2026-03-01", &[("a", "3"), ("b", "2.5")]);
    assert_eq!(ready_names(&world), ["b", "c"], "2.5 is not 3");
    world.choose("a", "4", None);
    assert_eq!(ready_names(&world), ["b", "a", "c"], "aiming higher opens it again");
    assert_eq!(readiness_of(&world, "h"), None);
}

#[test]
fn what_is_missing_is_said_with_its_levels() {
    let mut told = source(&["a", "b", "c", "d"], &[]);
    let choice = Requirement::any(vec![Requirement::item(id("b")), Requirement::item(id("c"))]);
    told.items[3].requires = Some(Requirement::all(vec![Requirement::item(id("a")), choice]));
    let mut world = World::new(Framework::build(told, None));
    world.show("2026-03-01", &[("a", "2.5")]);
    let missing = |item: &str, held: Option<&str>| Missing::Level {
        item: id(item),
        needed: Level::PROFICIENT,
        held: held.map(level),
    };
    let one_of = Missing::Some { more: 1, of: vec![missing("b", None), missing("c", None)] };
    let all = Missing::Some { more: 2, of: vec![missing("a", Some("2.5")), one_of] };
    assert_eq!(all.items(), [&id("a"), &id("b"), &id("c")]);
    assert_eq!(readiness_of(&world, "d"), Some(Readiness::Blocked(all)));
    world.show("2026-03-01", &[("c", "3")]);
    let framework = world.frameworks.iter().next().unwrap();
    assert_eq!(why_blocked(&world.portfolio, framework, &id("d")), Some(missing("a", Some("2.5"))));
    world.show("2026-03-02", &[("a", "3.5")]);
    assert!(matches!(readiness_of(&world, "d"), Some(Readiness::Ready(_))));
}

#[test]
fn what_opens_on_the_learners_word_is_marked() {
    let mut world = World::new(framework(&["a", "b", "c"], &["a c", "b c"]));
    world.act(Intent::PlaceSelf { furthest: vec![id("a"), id("b")] });
    let only_said = |world: &World| match readiness_of(world, "c") {
        Some(Readiness::Ready(ready)) => ready.only_said,
        other => panic!("{other:?}"),
    };
    assert_eq!(only_said(&world), [id("a"), id("b")]);
    world.show("2026-03-01", &[("b", "3")]);
    assert_eq!(only_said(&world), [id("a")]);
    assert!(matches!(readiness_of(&world, "a"), Some(Readiness::Reached(held)) if held.is_only_said()));
}

#[test]
fn of_a_choice_what_has_work_behind_it_is_enough() {
    let mut told = source(&["a", "b", "c"], &[]);
    told.items[2].requires = Some(Requirement::any(vec![Requirement::item(id("a")), Requirement::item(id("b"))]));
    let mut world = World::new(Framework::build(told, None));
    world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
    world.show("2026-03-01", &[("b", "3")]);
    assert!(matches!(readiness_of(&world, "c"), Some(Readiness::Ready(ready)) if ready.only_said.is_empty()));
}

/// Levels held in a test: half-points, and whether only said.
type Holding = BTreeMap<ItemId, (Level, bool)>;

fn lookup(holding: &Holding) -> impl Fn(&ItemId) -> Option<Held> {
    |item| {
        let (level, is_only_said) = holding.get(item)?;
        let work = || Source::Work(crate::EntityId::random(crate::Kind::Evidence, 1));
        let from = if *is_only_said { Source::OwnWord(Basis::Placed) } else { work() };
        Some(Held { level: *level, from })
    }
}

/// Whether a requirement is met, by trying every choice of as many parts as are needed. What is not in the framework is
/// not asked for.
fn is_met_by_trying(requirement: &Requirement, framework: &Framework, holding: &Holding) -> Option<bool> {
    match requirement {
        Requirement::Item { item, level } => {
            framework.item(item)?;
            Some(holding.get(item).is_some_and(|(held, _)| held >= level))
        }
        Requirement::AtLeast { count, of } => {
            let parts: Vec<bool> = of.iter().filter_map(|part| is_met_by_trying(part, framework, holding)).collect();
            let count = (*count).min(parts.len()) as u32;
            let choices = (0..1_u32 << parts.len()).filter(|choice| choice.count_ones() == count);
            let all_met = |choice: u32| (0..parts.len()).all(|part| choice & (1 << part) == 0 || parts[part]);
            (of.is_empty() || !parts.is_empty()).then(|| choices.into_iter().any(all_met))
        }
    }
}

fn name(number: usize) -> ItemId {
    id(&format!("i{number}"))
}

fn requirement(items: std::ops::Range<usize>) -> impl Strategy<Value = Requirement> {
    let one = (items, 0..=8_u8).prop_map(|(item, half_points)| Requirement::Item {
        item: name(item),
        level: Level::from_half_points(half_points).unwrap(),
    });
    one.prop_recursive(3, 12, 4, |part| {
        (0..4_usize, prop::collection::vec(part, 0..4)).prop_map(|(count, of)| Requirement::AtLeast { count, of })
    })
}

fn told(requirements: Vec<Option<Requirement>>) -> FrameworkSource {
    let mut told = source(&[], &[]);
    for (number, requires) in requirements.into_iter().enumerate() {
        told.items.push(ItemSource { requires, ..ItemSource::new(name(number), "") });
    }
    told
}

fn holding() -> impl Strategy<Value = Holding> {
    let held = prop::collection::btree_map(0..7_usize, (0..=8_u8, any::<bool>()), 0..7);
    held.prop_map(|held| {
        let level = |half_points| Level::from_half_points(half_points).unwrap();
        held.into_iter().map(|(item, (half_points, said))| (name(item), (level(half_points), said))).collect()
    })
}

/// Requirements of seven items on any of them and on one that is not there: groups, choices and circles.
fn any_requirements() -> impl Strategy<Value = Vec<Option<Requirement>>> {
    prop::collection::vec(prop::option::of(requirement(0..8)), 7)
}

proptest! {
    #[test]
    fn it_agrees_with_trying_every_choice(
        requirements in (1..7_usize).map(|item| prop::option::of(requirement(0..item))).collect::<Vec<_>>(),
        holding in holding(),
    ) {
        // Every item asks only for items before it, so that there is no circle and what is told is what is asked.
        let requirements: Vec<_> = [None].into_iter().chain(requirements).collect();
        let framework = Framework::build(told(requirements.clone()), None);
        for (number, told) in requirements.iter().enumerate() {
            let expected = told.as_ref().and_then(|told| is_met_by_trying(told, &framework, &holding)).unwrap_or(true);
            let asked = framework.requirement(&name(number));
            let found = asked.is_none_or(|asked| check(&asked, &lookup(&holding)).is_ok());
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn circles_too_agree_with_trying_every_choice(requirements in any_requirements(), holding in holding()) {
        let framework = Framework::build(told(requirements), None);
        for item in framework.items() {
            let Some(asked) = framework.requirement(&item.id) else { continue };
            let found = check(&asked, &lookup(&holding));
            prop_assert_eq!(found.is_ok(), is_met_by_trying(&asked, &framework, &holding).unwrap());
            let shown: Holding = holding.clone().into_iter().filter(|(_, (_, said))| !said).collect();
            match found {
                Ok(only_said) => {
                    // Only what opens on the learner's word alone is marked, and the words named are enough.
                    prop_assert_eq!(only_said.is_empty(), check(&asked, &lookup(&shown)).is_ok());
                    let mut enough = shown;
                    enough.extend(only_said.into_iter().map(|item| (item.clone(), holding[&item])));
                    prop_assert!(check(&asked, &lookup(&enough)).is_ok());
                }
                Err(missing) => {
                    let mut all = holding.clone();
                    all.extend(missing.items().into_iter().map(|item| (item.clone(), (Level::TOP, false))));
                    prop_assert!(check(&asked, &lookup(&all)).is_ok(), "what is missing is all that is missing");
                }
            }
        }
    }

    #[test]
    fn nobody_is_locked_out(requirements in any_requirements()) {
        let framework = Framework::build(told(requirements), None);
        let mut holding = Holding::new();
        for _ in 0..framework.items().len() {
            let is_met = |asked: Requirement| check(&asked, &lookup(&holding)).is_ok();
            let is_open = |item: &ItemId| framework.requirement(item).is_none_or(is_met);
            let open: Vec<ItemId> = framework.competencies().map(|item| item.id.clone()).filter(is_open).collect();
            holding.extend(open.into_iter().map(|item| (item, (Level::TOP, false))));
        }
        prop_assert_eq!(holding.len(), framework.items().len());
    }
}

#[test]
fn what_nothing_else_that_is_held_depends_on_is_to_be_revisited() {
    let mut told = source(&["a", "b", "c", "d", "e"], &["a b"]);
    told.items[3].requires = Some(Requirement::any(vec![Requirement::item(id("b")), Requirement::item(id("c"))]));
    let mut world = World::new(Framework::build(told, None));
    world.show("2026-03-01", &[("a", "3"), ("b", "3"), ("c", "3"), ("d", "4"), ("e", "2.5")]);
    let fringe = |world: &World| {
        let fringe = revisit_set(&world.portfolio, world.frameworks.iter().next().unwrap());
        fringe.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(fringe(&world), ["b", "c", "d"], "d would stand on b or c alone, and e is not held");
    world.show("2026-03-02", &[("c", "2")]);
    assert_eq!(fringe(&world), ["d"]);
}

proptest! {
    #[test]
    fn what_is_to_be_revisited_agrees_with_taking_it_away(requirements in any_requirements(), holding in holding()) {
        let framework = Framework::build(told(requirements), None);
        let held: BTreeMap<ItemId, Held> = holding.keys().filter_map(|item| Some((item.clone(), lookup(&holding)(item)?))).collect();
        let is_held = |item: &ItemId| holding.get(item).is_some_and(|(level, _)| *level >= Level::PROFICIENT);
        let stands = |item: &ItemId, holding: &Holding| {
            framework.requirement(item).is_none_or(|asked| is_met_by_trying(&asked, &framework, holding).unwrap())
        };
        let is_fringe = |item: &ItemId| {
            let mut without = holding.clone();
            without.remove(item);
            let others = framework.competencies().map(|other| &other.id).filter(|other| *other != item && is_held(other));
            is_held(item) && others.into_iter().all(|other| !stands(other, &holding) || stands(other, &without))
        };
        let expected: Vec<ItemId> = framework.competencies().map(|item| item.id.clone()).filter(is_fringe).collect();
        prop_assert_eq!(revisit_by(&held, &framework), expected);
    }
}
