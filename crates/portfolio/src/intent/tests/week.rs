//! Commitments, looking back, time spent, a plan to catch up, and dates by size.

use super::*;
use crate::model::Outcome;
use crate::testing::{created, day};

#[test]
fn a_week_has_commitments_and_is_looked_back_on() {
    let mut world = world();
    let commit = |what: &str| Intent::Commit { week: day("2026-03-04"), what: what.into(), competency: Some(id("a")) };
    let first = created(&world.act(commit(" Read ten pages ")));
    world.act(commit("Ask for help"));
    let whats = |world: &World| {
        world.portfolio.commitments_of(day("2026-03-06")).iter().map(|one| one.what.clone()).collect::<Vec<_>>()
    };
    assert_eq!(whats(&world).len(), 2);
    assert!(world.portfolio.commitments_of(day("2026-03-09")).is_empty());
    world.act(Intent::SayOutcome { commitment: first.clone(), outcome: Some(Outcome::Partly) });
    assert_eq!(world.portfolio.commitment(&first).unwrap().outcome, Some(Outcome::Partly));
    assert!(world.act(Intent::SayOutcome { commitment: first.clone(), outcome: Some(Outcome::Partly) }).is_empty());
    world.act(Intent::SayOutcome { commitment: first.clone(), outcome: None });
    assert_eq!(world.portfolio.commitment(&first).unwrap().outcome, None);
    world.act(Intent::DropCommitment { commitment: first.clone() });
    assert_eq!(whats(&world), ["Ask for help"]);
    let gone = Refusal::NotThere { entity: first.clone() };
    assert_eq!(world.try_act(Intent::SayOutcome { commitment: first, outcome: None }), Err(gone));
    assert_eq!(world.try_act(commit(" ")), Err(Refusal::NoWords));

    world.act(Intent::LookBack { week: day("2026-03-06"), words: "Reading early helps.".into() });
    assert_eq!(world.portfolio.looked_back(day("2026-03-02")), "Reading early helps.");
    assert!(world.stored().contains_key(&EntityId::week(day("2026-03-02"))));
}

#[test]
fn time_is_logged_and_taken_back() {
    let mut world = world();
    let spend = |on: &str, minutes: u32| Intent::SpendTime { competency: id("a"), day: day(on), minutes };
    let first = created(&world.act(spend("2026-03-01", 30)));
    world.act(spend("2026-03-02", 45));
    assert_eq!(world.portfolio.spent().map(|spent| spent.minutes).sum::<u32>(), 75);
    world.act(Intent::DropSpent { spent: first });
    assert_eq!(world.portfolio.spent().count(), 1);
    for minutes in [0, 1_441] {
        assert_eq!(world.try_act(spend("2026-03-01", minutes)), Err(Refusal::NoTimeOfADay { minutes }));
    }
    let (date, today) = (day("2026-03-03"), world.today);
    assert_eq!(world.try_act(spend("2026-03-03", 5)), Err(Refusal::WorkInTheFuture { date, today }));
}

#[test]
fn there_is_one_plan_to_catch_up() {
    let mut world = world();
    let plan = |helps: &str, until: &str| Intent::PlanCatchUp {
        helps: helps.into(),
        who: "Ms Ito".into(),
        until: Some(day(until)),
    };
    world.act(plan("Half an hour on Tuesdays", "2026-04-01"));
    world.act(plan("Half an hour on Mondays", "2026-04-01"));
    let written = world.portfolio.catch_up().unwrap().clone();
    assert_eq!((written.helps.as_str(), written.who.as_str()), ("Half an hour on Mondays", "Ms Ito"));
    let past = Refusal::DueInThePast { due: day("2026-03-01"), today: world.today };
    assert_eq!(world.try_act(plan("x", "2026-03-01")), Err(past));
    world.act(Intent::EndCatchUp { plan: written.id.clone() });
    assert_eq!(world.portfolio.catch_up(), None);
    assert_eq!(
        world.try_act(Intent::EndCatchUp { plan: written.id.clone() }),
        Err(Refusal::NotThere { entity: written.id })
    );
}

#[test]
fn several_dates_are_set_in_one_act() {
    let mut world = world();
    let goals = ["a", "b"].map(|name| world.choose(name, "3", None));
    let dues = vec![(goals[0].clone(), day("2026-03-20")), (goals[1].clone(), day("2026-04-01"))];
    world.act(Intent::SetDues { dues: dues.clone() });
    let set: Vec<_> = goals.iter().map(|goal| world.portfolio.goal(goal).unwrap().due).collect();
    assert_eq!(set, [Some(day("2026-03-20")), Some(day("2026-04-01"))]);
    assert!(world.act(Intent::SetDues { dues }).is_empty());
}
