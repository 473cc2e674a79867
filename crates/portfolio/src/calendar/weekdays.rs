//! Days of the week.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate, Weekday};

/// Some days of the week, as it is every week. By default Monday to Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

/// The text names no day of the week, or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWeekdays;

impl Weekdays {
    /// All seven, Monday first.
    pub const WEEK: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    /// Whether the day of the week is among them.
    pub fn has(self, weekday: Weekday) -> bool {
        self.0 & bit(weekday) != 0
    }

    /// Whether a day is on one of them.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.has(day.weekday())
    }

    /// The same with one more, or less.
    #[must_use]
    pub fn with(self, weekday: Weekday, is_in: bool) -> Self {
        Self(if is_in { self.0 | bit(weekday) } else { self.0 & !bit(weekday) })
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many days on one of them there were since some Monday long ago, the day itself counted.
    pub(super) fn until(self, day: NaiveDate) -> i64 {
        // Day 1 of the common era was a Monday.
        let days = i64::from(day.num_days_from_ce()) - 1;
        let begun = Self::WEEK.iter().take(day.weekday().num_days_from_monday() as usize + 1);
        let of_this_week = begun.filter(|weekday| self.has(**weekday)).count();
        days.div_euclid(7) * i64::from(self.0.count_ones()) + i64::try_from(of_this_week).unwrap_or_default()
    }
}

fn bit(weekday: Weekday) -> u8 {
    1 << weekday.num_days_from_monday()
}

impl Default for Weekdays {
    fn default() -> Self {
        Self(0b1_1111)
    }
}

/// As ISO 8601 numbers them, 1 for Monday to 7 for Sunday: `12345`.
impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Self::WEEK.iter().filter(|day| self.has(**day)).try_for_each(|day| write!(f, "{}", day.number_from_monday()))
    }
}

impl FromStr for Weekdays {
    type Err = NotWeekdays;

    fn from_str(text: &str) -> Result<Self, NotWeekdays> {
        let named = |sum: Self, letter: char| {
            let number = letter.to_digit(10)?.checked_sub(1)?;
            Some(sum.with(*Self::WEEK.get(number as usize)?, true))
        };
        let days = text.chars().try_fold(Self(0), named).ok_or(NotWeekdays)?;
        if days.is_empty() { Err(NotWeekdays) } else { Ok(days) }
    }
}
