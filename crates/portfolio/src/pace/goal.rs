//! One goal's steps.

use std::sync::Arc;

use chrono::NaiveDate;

use super::plan::{Mark, Plan};
use crate::calendar::Calendar;
use crate::entity::EntityId;
use crate::framework::Size;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels;
use crate::model::{Goal, Portfolio};

/// A goal in steps.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalPace {
    /// Which goal.
    pub goal: EntityId,
    /// In what.
    pub competency: ItemId,
    /// When it was chosen.
    pub chosen: NaiveDate,
    /// By when it is to be reached.
    pub due: Option<NaiveDate>,
    /// All its steps: size × half steps from the level at choosing, or the aim of another goal that comes before it, to its own aim.
    pub steps: u32,
    /// The level from which on its steps count.
    start: Level,
    aim: Level,
    weight: u32,
    plan: Plan,
    /// The level held from a day on, earliest first; one entry a day.
    held: Vec<(NaiveDate, Level)>,
}

impl GoalPace {
    /// Of a goal that counts its steps from a level on.
    pub(super) fn of(portfolio: &Portfolio, goal: &Goal, from: Level, size: Size, calendar: &Arc<Calendar>) -> Self {
        let weight = size.weight();
        let steps = weight * u32::from(from.half_steps_to(goal.aim));
        // What has no day was held from the beginning.
        let history = levels::history(portfolio, &goal.competency).into_iter();
        let held = history.map(|entry| (entry.day.unwrap_or(NaiveDate::MIN), entry.held.level)).collect();
        Self {
            goal: goal.id.clone(),
            competency: goal.competency.clone(),
            chosen: goal.chosen,
            due: goal.due,
            steps,
            start: from,
            aim: goal.aim,
            weight,
            plan: Plan::of(goal, steps, calendar),
            held,
        }
    }

    /// Steps done by the end of a day: those that the level held then is above that at which they begin, capped at the
    /// aim. Before the goal was chosen there are none. Work dated by its day counts from that day, or from the choosing
    /// if it is older; a lowered level gives steps back.
    pub fn done_on(&self, day: NaiveDate) -> u32 {
        if day < self.chosen {
            return 0;
        }
        let begun = self.held.partition_point(|(from, _)| *from <= day);
        let held = begun.checked_sub(1).and_then(|last| self.held.get(last)).map_or(Level::ZERO, |(_, level)| *level);
        self.weight * u32::from(self.start.half_steps_to(held.min(self.aim)))
    }

    /// Steps planned to be done by the end of a day: spread evenly over the school days from choosing to the date, and
    /// from each day on which the date was moved what was left then.
    pub fn planned_on(&self, day: NaiveDate) -> f64 {
        self.plan.on(day)
    }

    /// Steps that are not done by the end of a day.
    pub fn left_on(&self, day: NaiveDate) -> u32 {
        self.steps.saturating_sub(self.done_on(day))
    }

    pub(super) fn marks(&self) -> Vec<Mark> {
        self.plan.marks(&self.goal)
    }
}
