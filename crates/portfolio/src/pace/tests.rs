//! Golden values and laws of the lines.

mod outlook;
mod years;

use proptest::prelude::*;

use super::*;
use crate::calendar::{Period, PeriodKind};
use crate::entity::EntityId;
use crate::framework::tests::{id, source};
use crate::framework::{Framework, Size};
use crate::intent::Intent;
use crate::level::Level;
use crate::model::DueMove;
use crate::testing::{World, day, level};

fn world() -> World {
    let mut told = source(&["a", "b", "c"], &[]);
    told.items[1].size = Some(Size::Small);
    told.items[2].size = Some(Size::Large);
    World::new(Framework::build(told, None))
}

fn pace(world: &World) -> Pace {
    Pace::of(&world.portfolio, &world.frameworks, world.today)
}

fn move_to(world: &mut World, today: &str, competency: &str, due: Option<&str>) {
    let goal = EntityId::goal(&EntityId::first_pathway(), &id(competency));
    world.on(today).act(Intent::SetDue { goal, due: due.map(day) });
}

#[test]
fn size_2_from_1_5_to_3_is_6_steps() {
    let mut world = world();
    world.show("2026-02-20", &[("a", "1.5")]);
    world.choose("a", "3", Some("2026-03-16"));
    let pace = pace(&world);
    assert_eq!(pace.totals(), Totals { goals: 1, steps: 6, done: 0 });
    // Ten school days, 0.6 steps each; nothing at the weekend.
    let planned = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-06", "2026-03-08", "2026-03-09", "2026-03-16"];
    let steps = planned.map(|on| (pace.planned_on(day(on)) * 10.0).round() as u32);
    assert_eq!(steps, [0, 0, 6, 24, 24, 30, 60]);
    assert_eq!(pace.planned_on(day("2026-12-01")), 6.0);
    assert_eq!(pace.span(), Some((day("2026-03-02"), day("2026-03-16"))));
}

#[test]
fn dates_are_moved_among_the_days_of_a_term_and_beyond_the_last_date() {
    let mut world = world();
    let last = |world: &World| pace(world).days_to_plan();
    assert_eq!(last(&world), (day("2026-03-02"), day("2026-05-25")), "twelve weeks");
    world.choose("a", "3", Some("2026-05-04"));
    assert_eq!(last(&world).1, day("2026-06-01"), "four weeks after the last date");
    let spring = Period { first: day("2026-01-07"), last: day("2026-06-26"), name: String::new() };
    world.act(Intent::AddPeriods { periods: vec![(PeriodKind::Term, spring)] });
    assert_eq!(last(&world).1, day("2026-06-26"), "the end of the term");
}

#[test]
fn sizes_count_once_twice_three_times() {
    let mut world = world();
    for name in ["a", "b", "c"] {
        world.choose(name, "3", Some("2026-04-01"));
    }
    let steps: Vec<_> = pace(&world).dated.iter().map(|goal| goal.steps).collect();
    assert_eq!(steps, [12, 6, 18], "nothing held counts as 0");
}

#[test]
fn the_done_line_goes_by_the_work_and_gives_back() {
    let mut world = world();
    world.choose("a", "3", Some("2026-04-01"));
    world.on("2026-03-20");
    world.show("2026-03-05", &[("a", "1")]);
    world.show("2026-03-10", &[("a", "4")]);
    world.show("2026-03-12", &[("a", "2")]);
    let pace = pace(&world);
    let done = ["2026-03-04", "2026-03-05", "2026-03-09", "2026-03-10", "2026-03-12", "2026-03-20"];
    assert_eq!(done.map(|on| pace.done_on(day(on))), [0, 4, 4, 12, 8, 8], "capped at the aim, given back when lowered");
    let line = pace.done_line();
    assert_eq!((line.first().unwrap().day, line.last().unwrap().day), (day("2026-03-02"), day("2026-03-20")));
    assert_eq!(line.last().unwrap().steps, 8.0);
}

#[test]
fn work_from_before_the_choosing_counts_from_the_choosing() {
    let mut world = world();
    world.choose("a", "3", Some("2026-04-01"));
    world.show("2026-02-01", &[("a", "2")]);
    let pace = pace(&world);
    assert_eq!(["2026-02-10", "2026-03-01", "2026-03-02"].map(|on| pace.done_on(day(on))), [0, 0, 8]);
}

#[test]
fn moving_a_date_bends_the_line_and_leaves_a_mark() {
    let mut world = world();
    let goal = world.choose("a", "3", Some("2026-03-12"));
    let before = pace(&world);
    move_to(&mut world, "2026-03-06", "a", Some("2026-03-20"));
    let after = pace(&world);
    for (on, (one, other)) in [("2026-03-03", (1.5, 1.5)), ("2026-03-06", (6.0, 6.0)), ("2026-03-12", (12.0, 8.4))] {
        assert!((before.planned_on(day(on)) - one).abs() < 1e-9, "{on}");
        assert!((after.planned_on(day(on)) - other).abs() < 1e-9, "{on}");
    }
    assert_eq!(after.planned_on(day("2026-03-20")), 12.0);
    let (from, to) = (Some(day("2026-03-12")), Some(day("2026-03-20")));
    assert_eq!(after.marks(), [Mark { day: day("2026-03-06"), goal, from, to }]);
    assert!(before.marks().is_empty(), "choosing a date is no moving");
}

#[test]
fn undated_goals_are_counted_apart() {
    let mut world = world();
    world.choose("a", "3", Some("2026-03-12"));
    world.choose("c", "1", None);
    world.show("2026-03-02", &[("c", "0.5")]);
    let dated = pace(&world);
    assert_eq!(dated.totals(), Totals { goals: 1, steps: 12, done: 0 });
    assert_eq!((dated.undated.len(), dated.undated[0].steps, dated.undated[0].left_on(world.today)), (1, 6, 3));
    move_to(&mut world, "2026-03-06", "a", None);
    let undated = pace(&world);
    assert_eq!(undated.sentence(), Sentence::NoDatedGoals { undated: 2 });
    assert!(undated.span().is_none() && undated.planned_line().is_empty() && undated.done_line().is_empty());
    move_to(&mut world, "2026-03-10", "a", Some("2026-03-12"));
    let again = pace(&world);
    assert!((again.planned_on(day("2026-03-09")) - 6.0).abs() < 1e-9, "level while it had no date");
    assert!((again.planned_on(day("2026-03-11")) - 9.0).abs() < 1e-9);
    assert_eq!(again.marks().len(), 2);
}

#[test]
fn a_date_within_a_weekend_is_all_at_once() {
    let mut world = world();
    world.on("2026-03-06").choose("a", "3", Some("2026-03-08"));
    let pace = pace(&world);
    assert_eq!(["2026-03-06", "2026-03-07", "2026-03-08"].map(|on| pace.planned_on(day(on))), [0.0, 0.0, 12.0]);
}

#[test]
fn the_sentence_compares_today() {
    let mut world = world();
    world.choose("a", "3", Some("2026-03-16"));
    world.on("2026-03-06");
    assert_eq!(pace(&world).sentence(), Sentence::Behind { done: 0, planned: 4 });
    world.show("2026-03-05", &[("a", "1")]);
    assert_eq!(pace(&world).sentence(), Sentence::OnPace { done: 4 });
    world.show("2026-03-06", &[("a", "2")]);
    assert_eq!(pace(&world).sentence(), Sentence::Ahead { done: 8, planned: 5 });
    world.on("2026-04-01");
    let late = pace(&world);
    assert_eq!(late.sentence(), Sentence::Behind { done: 8, planned: 12 });
    assert_eq!(late.planned_line().last().unwrap().day, world.today, "the lines go on to today");
}

#[test]
fn what_two_devices_moved_at_once_ends_at_the_date_shown() {
    let mut world = world();
    let goal = world.choose("a", "3", Some("2026-03-12"));
    let moved = |due: &str| DueMove { day: day("2026-03-06"), due: Some(day(due)) }.to_value();
    for due in ["2026-03-25", "2026-03-20"] {
        world.carry_out(&crate::Change::Add { entity: goal.clone(), field: "moves".into(), value: moved(due) });
    }
    world.carry_out(&crate::Change::Set { entity: goal, field: "due".into(), value: day("2026-03-20").into() });
    let pace = pace(&world);
    assert!(pace.planned_on(day("2026-03-19")) < 12.0);
    assert_eq!(pace.planned_on(day("2026-03-20")), 12.0);
    assert_eq!(pace.marks().len(), 1);
}

/// What a learner may do with one competency on one day.
#[derive(Clone, Debug)]
enum Act {
    Show(u8, i64),
    Move(Option<i64>),
    Aim(u8),
}

fn acts() -> impl Strategy<Value = Vec<(i64, usize, Act)>> {
    let act = prop_oneof![
        (0..=8_u8, 0..40_i64).prop_map(|(half_points, ago)| Act::Show(half_points, ago)),
        prop::option::of(0..60_i64).prop_map(Act::Move),
        (1..=8_u8).prop_map(Act::Aim),
    ];
    prop::collection::vec((0..9_i64, 0..3_usize, act), 0..12)
}

proptest! {
    #[test]
    fn lines_keep_their_laws(
        chosen in prop::collection::vec((0..=8_u8, 1..=8_u8, prop::option::of(0..60_i64)), 3),
        acts in acts(),
    ) {
        let names = ["a", "b", "c"];
        let levels = |half_points: u8| Level::from_half_points(half_points).unwrap();
        let mut world = world();
        for (name, (start, aim, due)) in names.iter().zip(&chosen) {
            world.show("2026-02-20", &[(*name, levels(*start).to_string().as_str())]);
            let due = due.map(|days| (world.today + Days::new(days as u64)).to_string());
            world.choose(name, &levels(*aim).to_string(), due.as_deref());
        }
        for (days, competency, act) in acts {
            world.today = world.today + Days::new(days as u64);
            let name = names[competency];
            let goal = EntityId::goal(&EntityId::first_pathway(), &id(name));
            let (before, moved) = (pace(&world), matches!(act, Act::Move(_)));
            match act {
                Act::Show(half_points, ago) => {
                    let on = (world.today - Days::new(ago as u64)).to_string();
                    world.show(&on, &[(name, levels(half_points).to_string().as_str())]);
                }
                Act::Move(due) => {
                    let due = due.map(|days| world.today + Days::new(days as u64));
                    world.act(Intent::SetDue { goal: goal.clone(), due });
                }
                Act::Aim(half_points) => {
                    world.act(Intent::SetAim { goal: goal.clone(), aim: levels(half_points) });
                }
            }
            let after = pace(&world);
            let of = |pace: &Pace| {
                let mut all = pace.dated.iter().chain(&pace.undated);
                all.find(|other| other.goal == goal).cloned().unwrap()
            };
            let unbent = moved && before.dated.iter().any(|other| other.goal == goal);
            for day in day("2026-03-01").iter_days().take_while(|day| unbent && *day < world.today) {
                let (before, after) = (of(&before).planned_on(day), of(&after).planned_on(day));
                prop_assert_eq!(before, after, "what was planned before stays");
            }
        }
        let pace = pace(&world);
        for goal in pace.dated.iter().chain(&pace.undated) {
            let steps = f64::from(goal.steps);
            let mut last = 0.0;
            for day in day("2026-03-01").iter_days().take(250) {
                let planned = goal.planned_on(day);
                prop_assert!(planned >= last && planned <= steps, "the planned line never falls nor leaves the goal");
                prop_assert!(goal.done_on(day) <= goal.steps);
                last = planned;
            }
            if let Some(due) = goal.due {
                prop_assert_eq!(goal.planned_on(due), steps, "it ends at the total");
            }
        }
        let totals = pace.totals();
        prop_assert_eq!(totals.goals + pace.undated.len(), 3);
        if let Some((first, last)) = pace.span() {
            prop_assert_eq!(pace.planned_line().len() as i64, (last - first).num_days() + 1);
            prop_assert_eq!(pace.done_on(world.today), totals.done);
            prop_assert_eq!(pace.planned_on(last), f64::from(totals.steps));
        }
    }

    #[test]
    fn only_more_shown_is_more_done(levels in prop::collection::vec(0..=8_u8, 1..6)) {
        let mut world = world();
        let mut levels: Vec<Level> = levels.into_iter().map(|half_points| half_points.try_into().unwrap()).collect();
        levels.sort_unstable();
        world.choose("a", "3.5", Some("2026-06-01"));
        for (place, level) in levels.iter().enumerate() {
            let today = format!("2026-04-{:02}", place + 1);
            world.on(&today).show(&today, &[("a", &level.to_string())]);
        }
        let line = pace(&world).done_line();
        prop_assert!(line.is_sorted_by(|one, other| one.steps <= other.steps));
        let top = levels.last().copied().unwrap().min(level("3.5"));
        prop_assert_eq!(line.last().unwrap().steps, f64::from(2 * u32::from(Level::ZERO.half_steps_to(top))));
    }
}

#[test]
fn what_is_on_two_pathways_counts_once() {
    let mut world = world();
    let music = world.walk("Music");
    world.choose("a", "3", Some("2026-06-01"));
    let sooner = world.choose_on(&music, "a", "2", Some("2026-04-01"));
    let steps =
        |world: &World| pace(world).dated.iter().map(|goal| (goal.goal.clone(), goal.steps)).collect::<Vec<_>>();
    let here = EntityId::goal(&EntityId::first_pathway(), &id("a"));
    assert_eq!(steps(&world), [(here.clone(), 4), (sooner.clone(), 8)], "2 by April, and from there to 3 by June");
    world.show("2026-03-02", &[("a", "2.5")]);
    assert_eq!(pace(&world).totals(), Totals { goals: 2, steps: 12, done: 10 });

    world.act(Intent::SetAim { goal: sooner.clone(), aim: level("4") });
    assert_eq!(steps(&world), [(sooner.clone(), 16)], "what is asked for sooner and higher asks for all of it");
    world.act(Intent::SetDue { goal: sooner.clone(), due: None });
    assert_eq!(steps(&world), [(here, 12)]);
    let undated: Vec<_> = pace(&world).undated.iter().map(|goal| (goal.goal.clone(), goal.steps)).collect();
    assert_eq!(undated, [(sooner, 4)]);
}
