//! What the learner says comes first.

use std::sync::Arc;

use super::world;
use crate::framework::tests::{framework, id, source};
use crate::framework::{Framework, Frameworks, Need};
use crate::gaps;
use crate::intent::{Intent, Refusal};
use crate::item_id::ItemId;
use crate::levels;
use crate::next_steps::{self, Reason};
use crate::ready::{self, Readiness};
use crate::testing::World;

fn need(before: &str, after: &str) -> Need {
    Need { after: id(after), before: id(before) }
}

fn say(world: &mut World, before: &str, after: &str) -> Result<(), Refusal> {
    world.try_act(Intent::AddNeeds { needs: vec![need(before, after)] })?;
    meet(world);
    Ok(())
}

/// Has the frameworks know what was said.
fn meet(world: &mut World) {
    world.frameworks = world.frameworks.clone().with_needs(world.portfolio.needs());
}

fn asked(world: &World, competency: &str) -> Vec<String> {
    let requirement = world.frameworks.of(&id(competency)).unwrap().requirement(&id(competency));
    requirement.iter().flat_map(|requirement| requirement.items()).map(|(item, _)| item.to_string()).collect()
}

fn is_ready(world: &World, competency: &str) -> bool {
    let framework = world.frameworks.of(&id(competency)).unwrap();
    matches!(ready::readiness(&world.portfolio, framework, &id(competency)), Some(Readiness::Ready(_)))
}

/// Two frameworks, neither of which knows the other.
fn two() -> World {
    let mut world = World::new(framework(&["a", "b"], &["a b"]));
    let mut other = source(&["x", "y"], &[]);
    other.id = "g".into();
    let both = world.frameworks.iter().cloned().chain([Framework::build(other, None)]).map(Arc::new).collect();
    world.frameworks = Frameworks::new(both);
    world
}

#[test]
fn what_is_said_is_asked_for_beside_what_the_framework_says() {
    let mut world = world();
    say(&mut world, "a", "c").unwrap();
    say(&mut world, "a", "e").unwrap();
    assert_eq!(asked(&world, "c"), ["b", "a"]);
    assert_eq!(asked(&world, "e"), ["a"]);
    assert!(!is_ready(&world, "e"));
    world.show("2026-03-01", &[("a", "3")]);
    assert!(is_ready(&world, "e") && !is_ready(&world, "c"));
    let framework = world.frameworks.iter().next().unwrap();
    let opens: Vec<&str> = framework.opens(&id("a")).iter().map(|item| item.id.as_str()).collect();
    assert_eq!(opens, ["c", "e"]);
    assert_eq!(framework.told_requirement(&id("e")), None, "what the package says is what it was");
}

#[test]
fn it_leads_from_one_framework_into_another() {
    let mut world = two();
    say(&mut world, "x", "a").unwrap();
    assert_eq!(asked(&world, "a"), ["x"]);
    let steps = next_steps::cards(&levels::all_held(&world.portfolio), &world.portfolio, &world.frameworks);
    let x = steps.iter().find(|step| step.competency == id("x")).unwrap();
    assert_eq!(x.reasons, [Reason::Opens { competencies: vec![id("a")] }]);
    assert!(steps.iter().all(|step| step.competency != id("a")));
    let none = gaps::Asked { today: world.today, is_judged: &|_| false };
    let gap = gaps::gaps(&world.portfolio, &world.frameworks, none)
        .into_iter()
        .find(|gap| gap.competency == id("a"))
        .unwrap();
    assert!(matches!(gap.cause, gaps::Cause::Blocked { begin, .. } if begin == id("x")));
}

#[test]
fn a_circle_is_refused_and_its_way_is_told() {
    let mut world = two();
    say(&mut world, "b", "x").unwrap();
    let way = |names: &[&str]| Err(Refusal::ClosesACircle { way: names.iter().map(|name| id(name)).collect() });
    assert_eq!(say(&mut world, "x", "a"), way(&["x", "b", "a"]), "x asks for b, which asks for a");
    assert_eq!(say(&mut world, "a", "a"), way(&["a"]));
    let both = vec![need("x", "y"), need("y", "x")];
    let refused = world.try_act(Intent::AddNeeds { needs: both }).unwrap_err();
    assert_eq!(Err(refused), way(&["y", "x"]));
    assert_eq!(world.portfolio.needs().count(), 1, "all or nothing");
}

#[test]
fn of_a_circle_that_two_devices_made_one_half_is_heard() {
    let world = two();
    let halves = [need("y", "x"), need("x", "y")];
    let heard = |needs: &[Need]| {
        let frameworks = world.frameworks.clone().with_needs(needs.iter().cloned());
        ["x", "y"].map(|item| frameworks.overlay().needs(&id(item)).cloned().collect::<Vec<ItemId>>())
    };
    assert_eq!(heard(&halves), [vec![id("y")], vec![]]);
    let unknown = [need("a", "nowhere"), need("nowhere", "a"), need("y", "x")];
    assert_eq!(heard(&unknown), [vec![id("y")], vec![]], "what is not there is left out");
}

#[test]
fn what_was_said_is_taken_back_and_what_was_not_is_not() {
    let mut world = world();
    say(&mut world, "a", "c").unwrap();
    assert!(world.act(Intent::AddNeeds { needs: vec![need("a", "c")] }).is_empty(), "it is said already");
    world.act(Intent::RemoveNeed { need: need("a", "c") });
    meet(&mut world);
    assert_eq!(asked(&world, "c"), ["b"]);
    for gone in [need("a", "c"), need("b", "c")] {
        assert!(matches!(world.try_act(Intent::RemoveNeed { need: gone }), Err(Refusal::NotThere { .. })));
    }
    assert_eq!(say(&mut world, "h", "c"), Err(Refusal::NotACompetency { item: id("h") }));
    assert_eq!(say(&mut world, "z", "c"), Err(Refusal::NotInAFramework { item: id("z") }));
}
