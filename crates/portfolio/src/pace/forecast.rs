//! When all dated goals will be done, if weeks go on as they went.
//!
//! Many futures are made by drawing weeks from the learner's own, with replacement (the bootstrap of Efron, 1979). A few weeks are
//! themselves a sample of how the learner works, and another few would have been others; so each future first draws as many weeks as there
//! are, and then goes on with those. Without that, ranges from a short history are too narrow.

#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};

use super::Pace;
use super::random::Random;
use super::weeks::LOOKED_BACK_ON;
use crate::calendar::{SchoolWeek, day_before, monday_of, sunday_of};

/// Fewer weeks than these say nothing.
const LEAST_WEEKS: usize = 4;
const RUNS: u64 = 2_000;
/// Beyond this there is no date.
const YEARS: u64 = 5;
/// Any number, always the same.
const SEED: u64 = 0x_ca19;

/// When the dated goals will be done, as far as one can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forecast {
    /// They are.
    Done,
    /// Fewer than four school weeks are over.
    NotEnoughHistory {
        /// How many are.
        weeks: usize,
        /// How many it takes.
        of: usize,
    },
    /// Nothing was done in them, or so little that it would take more than five years.
    NoDate,
    /// Between two days.
    Between {
        /// In half of all futures they are done by this day (P50).
        early: NaiveDate,
        /// In 85 of 100 by this one (P85).
        late: NaiveDate,
    },
}

impl Pace {
    /// The forecast for all dated goals; `None` without any.
    pub fn forecast(&self) -> Option<Forecast> {
        if self.dated.is_empty() {
            return None;
        }
        let left: u32 = self.dated.iter().map(|goal| goal.left_on(self.today)).sum();
        if left == 0 {
            return Some(Forecast::Done);
        }
        let weeks: Vec<i64> = self.weeks().iter().map(|week| week.steps).collect();
        if weeks.len() < LEAST_WEEKS {
            return Some(Forecast::NotEnoughHistory { weeks: weeks.len(), of: LEAST_WEEKS });
        }
        let ahead = self.ahead();
        let this_week = self.steps_between(day_before(monday_of(self.today)), self.today);
        let goes_on = ahead.first().is_some_and(|week| week.monday <= self.today);
        let begun = if goes_on { this_week.max(0) } else { 0 };
        let [early, late] = Futures::of(&weeks, begun, ahead.len()).quantiles(left.into(), [50, 85]);
        let day = |end: Option<End>| {
            let end = end?;
            let week = ahead.get(end.week)?;
            Some(self.calendar.nth_school_day(week.after, end.day_of(week.days)))
        };
        Some(match (day(early), day(late)) {
            (Some(early), Some(late)) => Forecast::Between { early, late },
            _ => Forecast::NoDate,
        })
    }

    /// The school weeks of the next years, this one with the school days that are left in it.
    fn ahead(&self) -> Vec<Ahead> {
        let last = self.today.checked_add_days(Days::new(YEARS * 365)).unwrap_or(self.today);
        let weeks = self.calendar.weeks_from(self.today).take_while(|week| week.monday <= last);
        let ahead = |SchoolWeek { monday, .. }: SchoolWeek| {
            let after = day_before(monday).max(self.today);
            let days = self.calendar.school_days(after, sunday_of(monday));
            (days > 0).then_some(Ahead { monday, after, days })
        };
        weeks.filter_map(ahead).collect()
    }
}

/// A school week to come, or what is left of this one.
struct Ahead {
    monday: NaiveDate,
    /// Its school days are those after this day.
    after: NaiveDate,
    days: u32,
}

/// When a future was done: in which of the weeks ahead, and how far into it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct End {
    pub week: usize,
    /// Above 0, below 1.
    pub part: f64,
}

impl End {
    /// Which of the `days` school days of that week, from 1.
    pub(super) fn day_of(self, days: u32) -> u32 {
        ((self.part * f64::from(days)).ceil() as u32).clamp(1, days.max(1))
    }
}

/// What weeks the learner has had, and what they are drawn into.
pub(super) struct Futures<'a> {
    weeks: &'a [i64],
    begun: i64,
    most: usize,
}

impl<'a> Futures<'a> {
    /// `begun`: steps already done in the first week ahead; `most`: how many weeks a future has.
    pub(super) fn of(weeks: &'a [i64], begun: i64, most: usize) -> Self {
        Self { weeks, begun, most }
    }

    /// When `left` steps are done in so many of a hundred futures; `None` where that is never.
    pub(super) fn quantiles<const N: usize>(&self, left: i64, shares: [usize; N]) -> [Option<End>; N] {
        let mut drawn = [0; LOOKED_BACK_ON];
        let mut ends: Vec<End> = (0..RUNS).filter_map(|run| self.run(left, &mut drawn, run)).collect();
        ends.sort_by(|one, other| one.week.cmp(&other.week).then(one.part.total_cmp(&other.part)));
        // What never ends stands after all that do.
        let place = |share: usize| (RUNS as usize * share).div_ceil(100).checked_sub(1);
        shares.map(|share| place(share).and_then(|place| ends.get(place).copied()))
    }

    /// One future. Each has a beginning of its own, so that the same futures are asked whatever is left, and more left is never done earlier.
    fn run(&self, left: i64, drawn: &mut [i64; LOOKED_BACK_ON], run: u64) -> Option<End> {
        let mut random = Random::new(SEED + run);
        let count = self.weeks.len().min(LOOKED_BACK_ON);
        let any = |from: &[i64], random: &mut Random| from.get(random.below(from.len())).copied().unwrap_or_default();
        let drawn = drawn.get_mut(..count)?;
        drawn.iter_mut().for_each(|week| *week = any(self.weeks, &mut random));
        let mut left = left;
        for week in 0..self.most {
            let mut steps = any(drawn, &mut random);
            if week == 0 {
                // What is done in this week already is done.
                steps = (steps - self.begun).max(0);
            }
            if steps >= left {
                // Of n steps on any days of a week the k-th falls, on average, k/(n+1) into it. Steps are far below 2^53.
                return Some(End { week, part: left as f64 / (steps + 1) as f64 });
            }
            left -= steps;
        }
        None
    }
}
