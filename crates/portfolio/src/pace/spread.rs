//! Dates for goals, by their size, over the school days that are there.

use chrono::NaiveDate;

use super::Pace;
use crate::entity::EntityId;

impl Pace {
    /// A date for each goal without one that is not done, in the order of the pathway: each ends where as much of the school days up to
    /// `until` has passed as there are steps in it and in those before it. Empty if `until` is not later than today or no school day
    /// is left.
    pub fn spread(&self, until: NaiveDate) -> Vec<(EntityId, NaiveDate)> {
        let days = self.calendar.school_days(self.today, until);
        let open: Vec<_> = self.undated.iter().map(|goal| (goal, goal.left_on(self.today))).collect();
        let all: u32 = open.iter().map(|(_, left)| left).sum();
        if days == 0 || all == 0 {
            return Vec::new();
        }
        let mut steps = 0;
        let open = open.into_iter().filter(|(_, left)| *left > 0);
        let date = |(goal, left): (&super::GoalPace, u32)| {
            steps += left;
            let nth = u64::from(days) * u64::from(steps);
            let nth = nth.div_ceil(u64::from(all));
            let day = self.calendar.nth_school_day(self.today, u32::try_from(nth).unwrap_or(days));
            (goal.goal.clone(), day.min(until))
        };
        open.map(date).collect()
    }
}
