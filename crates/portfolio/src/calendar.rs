//! The school calendar: on which days there is school.
//!
//! Terms and breaks are told by the learner. What lies before the first term and after the last is not known, and there, as
//! with no calendar at all, every week is a school week.

mod closed;
mod period;
#[cfg(test)]
mod tests;
mod weekdays;

use chrono::{Days, NaiveDate, Weekday};

pub use period::Period;
pub use weekdays::Weekdays;

use closed::Closed;

/// On which days there is school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    weekdays: Weekdays,
    terms: Vec<Period>,
    breaks: Vec<Period>,
    closed: Closed,
}

/// What of a calendar a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodKind {
    /// There is school.
    Term,
    /// There is none.
    Break,
}

/// A week in which there is school on at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// On how many of its days there is school, 1 to 7.
    pub days: u32,
}

impl Calendar {
    /// A calendar; terms and breaks in any order, and they may overlap.
    pub fn new(weekdays: Weekdays, mut terms: Vec<Period>, mut breaks: Vec<Period>) -> Self {
        terms.sort_unstable();
        breaks.sort_unstable();
        let closed = Closed::of(weekdays, &terms, &breaks);
        Self { weekdays, terms, breaks, closed }
    }

    /// The days of the week on which there is school.
    pub fn weekdays(&self) -> Weekdays {
        self.weekdays
    }

    /// The terms, the earliest first.
    pub fn terms(&self) -> &[Period] {
        &self.terms
    }

    /// Days and weeks without school, the earliest first.
    pub fn breaks(&self) -> &[Period] {
        &self.breaks
    }

    /// The terms or the breaks.
    pub fn periods(&self, kind: PeriodKind) -> &[Period] {
        match kind {
            PeriodKind::Term => &self.terms,
            PeriodKind::Break => &self.breaks,
        }
    }

    /// The term that a day is in.
    pub fn term_on(&self, day: NaiveDate) -> Option<&Period> {
        self.terms.iter().find(|term| term.holds(day))
    }

    /// The last day that a term tells of; `None` without terms.
    pub fn known_until(&self) -> Option<NaiveDate> {
        self.terms.iter().map(|term| term.last).max()
    }

    /// Whether a day is a school day.
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        self.weekdays.contains(day) && !self.closed.holds(day)
    }

    /// The school days after one day and up to another, the latter counted; 0 if that is not later.
    pub fn school_days(&self, after: NaiveDate, through: NaiveDate) -> u32 {
        u32::try_from(self.until(through) - self.until(after)).unwrap_or(0)
    }

    /// The school weeks after one day and up to another, the latter counted. Each counts one, spread evenly over its school
    /// days: a week of which two of five are left is 0.4.
    pub fn school_weeks(&self, after: NaiveDate, through: NaiveDate) -> f64 {
        let part = |week: SchoolWeek| {
            let sunday = sunday_of(week.monday);
            f64::from(self.school_days(after.max(day_before(week.monday)), through.min(sunday))) / f64::from(week.days)
        };
        self.weeks_from(after).take_while(|week| week.monday <= through).map(part).sum()
    }

    /// The school weeks from the week of a day on, over at most 20 years.
    pub fn weeks_from(&self, day: NaiveDate) -> impl Iterator<Item = SchoolWeek> {
        const MOST: usize = 20 * 53;
        let next = |monday: &NaiveDate| monday.checked_add_days(Days::new(7));
        let mondays = std::iter::successors(Some(monday_of(day)), next).take(MOST);
        mondays.filter_map(|monday| self.week(monday))
    }

    /// The week that begins on a Monday, if there is school in it.
    pub fn week(&self, monday: NaiveDate) -> Option<SchoolWeek> {
        let days = self.school_days(day_before(monday), sunday_of(monday));
        (days > 0).then_some(SchoolWeek { monday, days })
    }

    /// The `nth` school day after a day, counted from 1; the day itself where there are not so many within some weeks.
    pub fn nth_school_day(&self, after: NaiveDate, nth: u32) -> NaiveDate {
        const WEEKS: usize = 400;
        let mut days = after.iter_days().skip(1).take(WEEKS).filter(|day| self.is_school_day(*day));
        nth.checked_sub(1).and_then(|skipped| days.nth(skipped as usize)).unwrap_or(after)
    }

    /// School days since some Monday long ago, the day itself counted.
    fn until(&self, day: NaiveDate) -> i64 {
        self.weekdays.until(day) - self.closed.until(day)
    }
}

/// The Monday of the week that a day is in.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// The Sunday of the week that a day is in.
pub fn sunday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_last_day().unwrap_or(day)
}

/// The day before a day.
pub fn day_before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}
