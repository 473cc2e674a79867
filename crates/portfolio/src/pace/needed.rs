//! The pace that would meet every date.

use chrono::NaiveDate;

use super::{GoalPace, Pace};

/// How much a school week would have to bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needed {
    /// Steps a school week.
    pub pace: f64,
    /// The date that asks for it.
    pub by: NaiveDate,
    /// Steps that are left until then.
    pub steps: u32,
    /// School weeks that are left until then; begun ones count by the school days left in them.
    pub weeks: f64,
}

impl Pace {
    /// The needed pace: steps left / school weeks left. Where there are several dates, it is that of the one that asks for most; what
    /// is overdue counts with the next. `None` when nothing is left, or no date has a school day left before it.
    pub fn needed(&self) -> Option<Needed> {
        let mut open: Vec<(NaiveDate, u32)> = self.dated.iter().filter_map(|goal| open(goal, self.today)).collect();
        open.sort_unstable();
        let mut steps = 0;
        let mut most: Option<Needed> = None;
        for (by, left) in open {
            steps += left;
            let weeks = self.calendar.school_weeks(self.today, by);
            let needed = Needed { pace: f64::from(steps) / weeks, by, steps, weeks };
            if weeks > 0.0 && most.is_none_or(|most| most.pace <= needed.pace) {
                most = Some(needed);
            }
        }
        most
    }
}

fn open(goal: &GoalPace, today: NaiveDate) -> Option<(NaiveDate, u32)> {
    let left = goal.left_on(today);
    goal.due.map(|due| (due, left)).filter(|_| left > 0)
}
