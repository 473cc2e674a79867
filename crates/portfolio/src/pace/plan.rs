//! The planned line of one goal.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::entity::EntityId;
use crate::model::{DueMove, Goal};

/// That somebody moved the date of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// On which day.
    pub day: NaiveDate,
    /// Of which goal.
    pub goal: EntityId,
    /// From which date; `None` if it had none.
    pub from: Option<NaiveDate>,
    /// To which; `None` for no date.
    pub to: Option<NaiveDate>,
}

/// How the steps of a goal were meant to be spread: one leg from its choosing, and one from each day its date was
/// moved.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    steps: u32,
    calendar: Arc<Calendar>,
    legs: Vec<Leg>,
}

/// What is left of the goal from a day on, spread evenly over the school days up to a date.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Leg {
    from: NaiveDate,
    /// Steps planned to be done when the leg begins.
    before: f64,
    due: Option<NaiveDate>,
}

impl Plan {
    pub(super) fn of(goal: &Goal, steps: u32, calendar: &Arc<Calendar>) -> Self {
        let mut plan = Self { steps, calendar: Arc::clone(calendar), legs: Vec::new() };
        for DueMove { day, due } in dates(goal) {
            let before = plan.on(day);
            plan.legs.push(Leg { from: day, before, due });
        }
        plan
    }

    /// Steps planned to be done by the end of a day; 0 before the goal was chosen.
    pub(super) fn on(&self, day: NaiveDate) -> f64 {
        let begun = self.legs.partition_point(|leg| leg.from <= day);
        let leg = begun.checked_sub(1).and_then(|last| self.legs.get(last));
        leg.map_or(0.0, |leg| leg.on(day, self.steps, &self.calendar))
    }

    pub(super) fn marks(&self, goal: &EntityId) -> Vec<Mark> {
        let pairs = self.legs.windows(2).filter_map(|pair| match pair {
            [before, after] => Some((before, after)),
            _ => None,
        });
        let mark = |(before, after): (&Leg, &Leg)| Mark {
            day: after.from,
            goal: goal.clone(),
            from: before.due,
            to: after.due,
        };
        pairs.filter(|(before, after)| before.due != after.due).map(mark).collect()
    }
}

impl Leg {
    fn on(&self, day: NaiveDate, steps: u32, calendar: &Calendar) -> f64 {
        let (steps, Some(due)) = (f64::from(steps), self.due) else { return self.before };
        if day >= due {
            return steps;
        }
        match calendar.school_days(self.from, due) {
            // A weekend or a break away: everything at once on the day.
            0 => self.before,
            days => {
                let part = f64::from(calendar.school_days(self.from, day)) / f64::from(days);
                // Rounding must not carry the line above its goal.
                steps.min(self.before + (steps - self.before) * part)
            }
        }
    }
}

/// The date the goal was chosen with and what it became on later days, one entry a day; the last is the date it has
/// now, whatever two devices that moved it at the same time put into its set of moves.
fn dates(goal: &Goal) -> Vec<DueMove> {
    let mut dates = vec![DueMove { day: goal.chosen, due: None }];
    for moved in &goal.moves {
        match dates.last_mut() {
            Some(last) if moved.day <= last.day => last.due = moved.due,
            _ => dates.push(*moved),
        }
    }
    if let Some(last) = dates.last_mut() {
        last.due = goal.due;
    }
    dates
}
