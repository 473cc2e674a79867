//! Terms, breaks and school days.

use super::*;
use crate::calendar::{Period, PeriodKind};
use crate::testing::day;

fn period(first: &str, last: &str, name: &str) -> Period {
    Period { first: day(first), last: day(last), name: name.into() }
}

#[test]
fn a_calendar_is_told_bit_by_bit_and_keeps_what_it_has() {
    let mut world = world();
    let (term, off) = (period("2026-01-07", "2026-03-27", "Spring"), period("2026-02-16", "2026-02-20", ""));
    let both =
        vec![(PeriodKind::Term, period("2026-01-07", "2026-03-27", " Spring ")), (PeriodKind::Break, off.clone())];
    assert_eq!(world.act(Intent::AddPeriods { periods: both.clone() }).len(), 2);
    assert!(world.act(Intent::AddPeriods { periods: both }).is_empty(), "they are there");
    assert_eq!(world.portfolio.calendar().terms(), std::slice::from_ref(&term));
    assert_eq!(world.portfolio.calendar().breaks(), std::slice::from_ref(&off));
    let stored = &world.stored()[&EntityId::calendar()];
    assert_eq!(stored.sets["terms"], ["2026-01-07>2026-03-27>Spring".into()]);

    world.act(Intent::SetSchoolDays { weekdays: "1234".parse().unwrap() });
    assert!(!world.portfolio.calendar().is_school_day(day("2026-03-06")), "a Friday");
    assert!(world.act(Intent::SetSchoolDays { weekdays: "1234".parse().unwrap() }).is_empty());
    world.act(Intent::RemovePeriod { kind: PeriodKind::Break, period: off.clone() });
    assert!(world.portfolio.calendar().breaks().is_empty());
    assert!(world.act(Intent::RemovePeriod { kind: PeriodKind::Break, period: off }).is_empty());
}

#[test]
fn what_is_no_calendar_is_refused_whole() {
    let mut world = world();
    let (first, last) = (day("2026-03-09"), day("2026-03-08"));
    let backwards = Period { first, last, name: String::new() };
    let periods = vec![(PeriodKind::Break, period("2026-02-16", "2026-02-20", "")), (PeriodKind::Break, backwards)];
    let refused = world.try_act(Intent::AddPeriods { periods });
    assert_eq!(refused, Err(Refusal::EndsBeforeItBegins { first, last }));
    assert!(world.portfolio.calendar().breaks().is_empty());
    let none = "1".parse::<Weekdays>().unwrap().with(chrono::Weekday::Mon, false);
    assert_eq!(world.try_act(Intent::SetSchoolDays { weekdays: none }), Err(Refusal::NoSchoolDay));
}
