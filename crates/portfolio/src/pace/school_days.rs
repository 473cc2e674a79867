//! School days. Every week is a school week, Monday to Friday.

use chrono::{Datelike, NaiveDate};

const A_WEEK: i64 = 5;

/// Whether a day is a school day.
pub fn is_school_day(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() < 5
}

/// The school days after one day and up to another, the latter counted; 0 if that is not later.
pub fn school_days(after: NaiveDate, through: NaiveDate) -> u32 {
    u32::try_from(until(through) - until(after)).unwrap_or(0)
}

/// School days since some Monday long ago, the day itself counted.
fn until(day: NaiveDate) -> i64 {
    // Day 1 of the common era was a Monday.
    let days = i64::from(day.num_days_from_ce()) - 1;
    days.div_euclid(7) * A_WEEK + (days.rem_euclid(7) + 1).min(A_WEEK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;
    use proptest::prelude::*;

    #[test]
    fn a_week_has_five() {
        let (friday, saturday, sunday, monday) =
            (day("2026-03-06"), day("2026-03-07"), day("2026-03-08"), day("2026-03-09"));
        assert_eq!([friday, saturday, sunday, monday].map(is_school_day), [true, false, false, true]);
        assert_eq!(school_days(friday, sunday), 0);
        assert_eq!(school_days(friday, monday), 1);
        assert_eq!(school_days(saturday, monday), 1);
        assert_eq!(school_days(monday, friday), 0, "not backwards");
        assert_eq!(school_days(day("2026-03-02"), day("2026-03-16")), 10);
    }

    proptest! {
        #[test]
        fn they_are_counted_one_by_one(first in 700_000..800_000_i32, days in 0..400_usize) {
            let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
            let counted: Vec<_> = first.iter_days().skip(1).take(days).collect();
            let last = counted.last().copied().unwrap_or(first);
            let expected = counted.into_iter().filter(|day| is_school_day(*day)).count();
            prop_assert_eq!(school_days(first, last) as usize, expected);
        }
    }
}
