//! Where the pace leads: weeks, current and needed pace, the forecast.

use chrono::Days;

use super::*;
use crate::calendar::{Period, PeriodKind};

/// Chooses `c` (3 a half step) to level 4, which is 24 steps, on Monday 2 March, and shows half a level more on each of these days.
fn shown_on(days: &[&str], due: &str, today: &str) -> World {
    let mut world = world();
    world.choose("c", "4", Some(due));
    world.on(today);
    for (place, on) in days.iter().enumerate() {
        let level = Level::from_half_points(place as u8 + 1).unwrap();
        world.show(on, &[("c", &level.to_string())]);
    }
    world
}

fn off(world: &mut World, first: &str, last: &str) {
    let period = Period { first: day(first), last: day(last), name: String::new() };
    world.act(Intent::AddPeriods { periods: vec![(PeriodKind::Break, period)] });
}

fn steps(world: &World) -> Vec<(String, i64)> {
    pace(world).weeks().into_iter().map(|week| (week.monday.format("%m-%d").to_string(), week.steps)).collect()
}

#[test]
fn weeks_that_are_over_count_and_breaks_belong_to_the_week_before() {
    let mut world = shown_on(&["2026-03-04", "2026-03-18", "2026-03-23"], "2026-06-01", "2026-03-27");
    let weeks = |pairs: &[(&str, i64)]| pairs.iter().map(|(on, steps)| ((*on).to_owned(), *steps)).collect::<Vec<_>>();
    assert_eq!(steps(&world), weeks(&[("03-02", 3), ("03-09", 0), ("03-16", 3)]), "this week is not over");
    off(&mut world, "2026-03-16", "2026-03-20");
    assert_eq!(steps(&world), weeks(&[("03-02", 3), ("03-09", 3)]));
    world.on("2026-03-30");
    assert_eq!(steps(&world), weeks(&[("03-02", 3), ("03-09", 3), ("03-23", 3)]));
}

#[test]
fn a_week_that_had_begun_at_the_choosing_does_not_count() {
    let mut world = world();
    world.on("2026-03-03").choose("c", "4", Some("2026-06-01"));
    world.on("2026-03-16");
    assert_eq!(steps(&world), [("03-09".to_owned(), 0)]);
    off(&mut world, "2026-03-02", "2026-03-02");
    assert_eq!(steps(&world).len(), 2, "its Monday was no school day");
}

#[test]
fn the_current_pace_weighs_the_latest_weeks_most() {
    let days = ["2026-03-11", "2026-03-25", "2026-03-26", "2026-04-01", "2026-04-08"];
    let world = shown_on(&days, "2026-06-01", "2026-04-13");
    // 0, 3, 0, 6, 3, 3 with the weights 1 to 6.
    let expected = (0.0 + 3.0 * 2.0 + 0.0 + 6.0 * 4.0 + 3.0 * 5.0 + 3.0 * 6.0) / 21.0;
    assert!((pace(&world).current().unwrap() - expected).abs() < 1e-9);
    let new = shown_on(&[], "2026-06-01", "2026-03-08");
    assert_eq!(pace(&new).current(), None);
}

#[test]
fn the_needed_pace_is_that_of_the_date_that_asks_for_most() {
    let mut world = world();
    world.choose("a", "3", Some("2026-03-13"));
    world.choose("c", "1", Some("2026-03-20"));
    // 12 steps in 4/5 + 1 weeks, 18 in one more.
    let needed = pace(&world).needed().unwrap();
    assert_eq!((needed.steps, needed.by), (12, day("2026-03-13")));
    assert!((needed.pace - 12.0 / 1.8).abs() < 1e-9 && (needed.weeks - 1.8).abs() < 1e-9);
    off(&mut world, "2026-03-16", "2026-03-20");
    assert_eq!(pace(&world).needed().map(|needed| needed.steps), Some(18), "no time for the second by itself");
    world.on("2026-03-13");
    assert_eq!(pace(&world).needed(), None, "no school day is left before any date");
    move_to(&mut world, "2026-03-13", "c", Some("2026-03-27"));
    let needed = pace(&world).needed().unwrap();
    assert_eq!((needed.steps, needed.pace), (18, 18.0), "what is overdue counts with the next");
    world.show("2026-03-12", &[("a", "4"), ("c", "4")]);
    assert_eq!(pace(&world).needed(), None);
}

#[test]
fn a_forecast_has_its_states() {
    let days = ["2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25"];
    assert_eq!(pace(&world()).forecast(), None);
    let early = shown_on(&days[..3], "2026-06-01", "2026-03-29");
    assert_eq!(pace(&early).forecast(), Some(Forecast::NotEnoughHistory { weeks: 3, of: 4 }));
    let nothing = shown_on(&[], "2026-06-01", "2026-04-30");
    assert_eq!(pace(&nothing).forecast(), Some(Forecast::NoDate));
    let mut world = shown_on(&days, "2026-06-01", "2026-03-30");
    // Four equal weeks, four more to come; the last of the three steps of the last one falls on its Thursday.
    let end = day("2026-04-23");
    assert_eq!(pace(&world).forecast(), Some(Forecast::Between { early: end, late: end }));
    off(&mut world, "2026-04-06", "2026-04-17");
    let later = end + Days::new(14);
    assert_eq!(pace(&world).forecast(), Some(Forecast::Between { early: later, late: later }));
    world.show("2026-03-28", &[("c", "4")]);
    assert_eq!(pace(&world).forecast(), Some(Forecast::Done));
}

proptest! {
    #[test]
    fn a_forecast_is_the_same_again_and_more_left_is_no_earlier(
        weeks in prop::collection::vec(-3..9_i64, 4..26),
        left in 1..60_i64,
        begun in 0..9_i64,
    ) {
        use crate::pace::forecast::Futures;
        let said = |left| Futures::of(&weeks, begun, 261).quantiles(left, [50, 85]);
        prop_assert_eq!(said(left), said(left));
        let ([early, late], [next_early, next_late]) = (said(left), said(left + 1));
        prop_assert!(late.is_none() || early <= late);
        prop_assert!(next_early.is_none() || early.is_some() && early <= next_early);
        prop_assert!(next_late.is_none() || late.is_some() && late <= next_late);
    }

    #[test]
    fn weeks_add_up_to_what_is_done(acts in acts(), weeks in 0..30_u64) {
        let mut world = world();
        world.choose("a", "3", Some("2026-09-01"));
        for (later, _, act) in acts {
            world.today = world.today + Days::new(later.unsigned_abs());
            if let Act::Show(half_points, ago) = act {
                let on = (world.today - Days::new(ago.unsigned_abs())).to_string();
                let level = Level::from_half_points(half_points).unwrap().to_string();
                world.show(&on, &[("a", &level)]);
            }
        }
        world.today = world.today + Days::new(7 * weeks);
        let pace = pace(&world);
        let weeks = pace.weeks();
        let over = crate::calendar::day_before(crate::calendar::monday_of(world.today));
        let sum: i64 = weeks.iter().map(|week| week.steps).sum();
        let first = weeks.first().map(|week| crate::calendar::day_before(week.monday));
        let before = first.map_or(0, |before| pace.done_on(before));
        let done = if weeks.is_empty() { 0 } else { pace.done_on(over) };
        prop_assert_eq!(sum, i64::from(done) - i64::from(before));
    }
}

#[test]
fn undated_goals_are_spread_by_their_steps() {
    let mut world = world();
    let goals = ["a", "b", "c"].map(|name| world.choose(name, "3", None));
    // 12, 6 and 18 steps over the 9 school days from Tuesday the 3rd to Friday the 13th.
    let spread = pace(&world).spread(day("2026-03-15"));
    let dates = [day("2026-03-05"), day("2026-03-09"), day("2026-03-13")];
    assert_eq!(spread, goals.iter().cloned().zip(dates).collect::<Vec<_>>());
    off(&mut world, "2026-03-03", "2026-03-13");
    assert_eq!(pace(&world).spread(day("2026-03-15")), [], "no school day");
    assert_eq!(pace(&world).spread(world.today), []);
    world.act(Intent::SetDues { dues: spread });
    assert!(pace(&world).spread(day("2026-03-30")).is_empty(), "all have a date");
}
