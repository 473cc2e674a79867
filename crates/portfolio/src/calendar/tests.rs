//! Golden values and laws of the calendar.

use proptest::prelude::*;

use super::*;
use crate::testing::day;

fn period(first: &str, last: &str) -> Period {
    Period { first: day(first), last: day(last), name: String::new() }
}

#[test]
fn without_terms_a_week_has_five() {
    let calendar = Calendar::default();
    let (friday, saturday, sunday, monday) =
        (day("2026-03-06"), day("2026-03-07"), day("2026-03-08"), day("2026-03-09"));
    let is_school = [friday, saturday, sunday, monday].map(|day| calendar.is_school_day(day));
    assert_eq!(is_school, [true, false, false, true]);
    assert_eq!(calendar.school_days(friday, sunday), 0);
    assert_eq!(calendar.school_days(friday, monday), 1);
    assert_eq!(calendar.school_days(monday, friday), 0, "not backwards");
    assert_eq!(calendar.school_days(day("2026-03-02"), day("2026-03-16")), 10);
    assert_eq!((monday_of(sunday), sunday_of(monday)), (day("2026-03-02"), day("2026-03-15")));
}

#[test]
fn terms_and_breaks_take_days_away_and_nothing_outside_them() {
    let terms = vec![period("2026-04-13", "2026-07-03"), period("2026-01-07", "2026-03-27")];
    let calendar = Calendar::new(Weekdays::default(), terms, vec![period("2026-02-16", "2026-02-20")]);
    assert_eq!(calendar.school_days(day("2026-02-13"), day("2026-02-23")), 1, "a week off");
    assert_eq!(calendar.school_days(day("2026-03-27"), day("2026-04-12")), 0, "between two terms");
    assert!(calendar.is_school_day(day("2026-01-05")), "nothing is known of before the first term");
    assert!(calendar.is_school_day(day("2026-08-03")), "nor of after the last");
    assert_eq!(calendar.known_until(), Some(day("2026-07-03")));
    assert_eq!(calendar.term_on(day("2026-03-02")).map(|term| term.first), Some(day("2026-01-07")));
    assert_eq!(calendar.term_on(day("2026-04-01")), None);
    let weeks: Vec<_> = calendar.weeks_from(day("2026-03-24")).take(3).map(|week| week.monday).collect();
    assert_eq!(weeks, [day("2026-03-23"), day("2026-04-13"), day("2026-04-20")]);
    assert_eq!(calendar.nth_school_day(day("2026-03-26"), 2), day("2026-04-13"));
}

#[test]
fn begun_weeks_count_by_their_school_days() {
    let calendar = Calendar::default();
    let weeks = |after, through| (calendar.school_weeks(day(after), day(through)) * 10.0).round() as u32;
    assert_eq!(weeks("2026-03-02", "2026-03-13"), 18, "four of five, and five of five");
    assert_eq!(weeks("2026-03-06", "2026-03-08"), 0);
    assert_eq!(weeks("2026-03-08", "2026-03-08"), 0);
    assert_eq!(weeks("2026-03-08", "2026-03-11"), 6);
    let short = Calendar::new("12".parse().unwrap(), vec![], vec![period("2026-03-10", "2026-03-10")]);
    assert!((short.school_weeks(day("2026-03-08"), day("2026-03-09")) - 1.0).abs() < 1e-9, "its only day");
}

#[test]
fn weekdays_are_written_as_digits() {
    assert_eq!(Weekdays::default().to_string(), "12345");
    assert_eq!("7134".parse::<Weekdays>().unwrap().to_string(), "1347");
    for odd in ["", "0", "8", "mon", "1 2"] {
        assert_eq!(odd.parse::<Weekdays>(), Err(weekdays::NotWeekdays), "{odd:?}");
    }
}

#[test]
fn periods_come_back_and_what_ends_before_it_begins_is_none() {
    let named = Period { name: "A > B".into(), ..period("2026-03-02", "2026-03-02") };
    assert_eq!(named.to_value(), "2026-03-02>2026-03-02>A > B".into());
    assert_eq!(Period::parse("2026-03-02>2026-03-02>A > B"), Some(named));
    assert_eq!(Period::parse("2026-03-02>2026-03-03"), Some(period("2026-03-02", "2026-03-03")));
    for odd in ["", "2026-03-02", "2026-03-02>2026-03-01>x", "2026-3-2>2026-03-03>x"] {
        assert_eq!(Period::parse(odd), None, "{odd:?}");
    }
}

fn some_periods(most: usize) -> impl Strategy<Value = Vec<Period>> {
    let one = (0..400_u64, 0..60_u64).prop_map(|(from, length)| {
        let first = day("2026-01-01") + Days::new(from);
        Period { first, last: first + Days::new(length), name: String::new() }
    });
    prop::collection::vec(one, 0..most)
}

proptest! {
    #[test]
    fn days_are_counted_one_by_one(
        terms in some_periods(4),
        breaks in some_periods(6),
        week in 1..128_u8,
        from in 0..500_u64,
        length in 0..500_usize,
    ) {
        let days = Weekdays::WEEK.into_iter().enumerate();
        let none: Weekdays = Weekdays::WEEK.into_iter().fold(Weekdays::default(), |sum, day| sum.with(day, false));
        let week = days.fold(none, |sum, (place, day)| sum.with(day, week & (1 << place) != 0));
        let calendar = Calendar::new(week, terms.clone(), breaks.clone());
        let (begins, ends) = (terms.iter().map(|term| term.first).min(), terms.iter().map(|term| term.last).max());
        // As the rules say it, in the slowest way.
        let is_school_day = |day: NaiveDate| {
            let is_known = begins.is_some_and(|begins| day >= begins) && ends.is_some_and(|ends| day <= ends);
            let is_term = !is_known || terms.iter().any(|term| term.holds(day));
            week.contains(day) && is_term && !breaks.iter().any(|off| off.holds(day))
        };
        let after = day("2025-11-01") + Days::new(from);
        let counted: Vec<_> = after.iter_days().skip(1).take(length).collect();
        let last = counted.last().copied().unwrap_or(after);
        let expected = counted.iter().filter(|day| is_school_day(**day)).count();
        prop_assert_eq!(calendar.school_days(after, last) as usize, expected);
        prop_assert!(counted.iter().all(|day| calendar.is_school_day(*day) == is_school_day(*day)));
        let weeks = calendar.weeks_from(after).take_while(|week| week.monday <= last).count();
        let counted = calendar.school_weeks(after, last);
        prop_assert!(counted <= weeks as f64 + 1e-9, "no week counts twice");
        prop_assert_eq!(counted > 0.0, expected > 0);
    }
}
