//! Choosing, ordering and dating goals.

use super::world;
use crate::framework::tests::id;
use crate::intent::{Intent, NewGoal, Place, Refusal};
use crate::model::DueMove;
use crate::testing::{World, day, level};
use crate::{Change, EntityId, Standing};

fn pathway(world: &World) -> Vec<&str> {
    world.portfolio.goals_on(&EntityId::first_pathway()).into_iter().map(|goal| goal.competency.as_str()).collect()
}

fn choosing(competency: &str, aim: &str, due: Option<&str>) -> Intent {
    let goal = NewGoal { competency: id(competency), aim: level(aim), due: due.map(day) };
    Intent::ChooseGoal { pathway: EntityId::first_pathway(), goal }
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
    let elsewhere = EntityId::goal(&EntityId::first_pathway(), &id("e"));
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
    let again = choosing("a", "3", None);
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
    assert_eq!(world.try_act(choosing("x", "3", None)), Err(Refusal::NotInAFramework { item: id("x") }));
    assert_eq!(world.try_act(choosing("h", "3", None)), Err(Refusal::NotACompetency { item: id("h") }));
    assert_eq!(world.try_act(choosing("a", "0", None)), Err(Refusal::AimIsZero));
    let (due, today) = (day("2026-03-01"), world.today);
    assert_eq!(world.try_act(choosing("a", "3", Some("2026-03-01"))), Err(Refusal::DueInThePast { due, today }));
    assert!(world.try_act(choosing("c", "3", Some("2026-03-02"))).is_ok(), "not ready, but it may be chosen");
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
