//! What the learner's own weeks brought.

use chrono::{Days, NaiveDate};

use super::Pace;
use crate::calendar::{day_before, monday_of, sunday_of};

/// The most weeks that are looked back on: half a year of them.
pub(super) const LOOKED_BACK_ON: usize = 26;

/// A school week that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Steps done in it, and in the weeks without school that followed; below 0 where a level was lowered.
    pub steps: i64,
}

impl Pace {
    /// The school weeks that are over, the latest 26 of them, the earliest first. They begin with the first that had all its
    /// school days left when the first dated goal was chosen.
    pub fn weeks(&self) -> Vec<Week> {
        let Some(begin) = self.first_whole_week() else { return Vec::new() };
        let mut weeks = Vec::new();
        let mut after = 0;
        let mut monday = week_before(monday_of(self.today));
        while monday >= begin && weeks.len() < LOOKED_BACK_ON {
            after += self.steps_between(day_before(monday), sunday_of(monday));
            if self.calendar.week(monday).is_some() {
                weeks.push(Week { monday, steps: std::mem::take(&mut after) });
            }
            monday = week_before(monday);
        }
        weeks.reverse();
        weeks
    }

    /// The current pace: steps a school week over the last six that are over, where the last counts six times as much as the
    /// sixth from the end. `None` before there is one.
    pub fn current(&self) -> Option<f64> {
        const LATEST: u32 = 6;
        let weights = (1..=LATEST).rev().map(f64::from);
        // Steps of a week are far below 2^53.
        let latest = self.weeks().into_iter().rev().map(|week| week.steps as f64).zip(weights);
        let (sum, weight) = latest.fold((0.0, 0.0), |(sum, all), (steps, weight)| (sum + steps * weight, all + weight));
        (weight > 0.0).then(|| sum / weight)
    }

    /// Steps done after one day and up to another.
    pub(super) fn steps_between(&self, after: NaiveDate, through: NaiveDate) -> i64 {
        i64::from(self.done_on(through)) - i64::from(self.done_on(after))
    }

    fn first_whole_week(&self) -> Option<NaiveDate> {
        let (chosen, _) = self.span()?;
        let monday = monday_of(chosen);
        let is_begun = self.calendar.school_days(day_before(monday), day_before(chosen)) > 0;
        if is_begun { monday.checked_add_days(Days::new(7)) } else { Some(monday) }
    }
}

fn week_before(monday: NaiveDate) -> NaiveDate {
    monday.checked_sub_days(Days::new(7)).unwrap_or(NaiveDate::MIN)
}
