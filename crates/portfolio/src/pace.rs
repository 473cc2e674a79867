//! Pace: what was planned and what is done, in steps.
//!
//! A *step* is half a level of a competency, counted once, twice or three times by its size, so that a gain of one
//! level is not a new target and a large target is not a small one. Lines cover the goals with a date; goals without
//! one are counted apart. Where the pace leads is told by the learner's own weeks ([`Forecast`]), never by anybody else's.

mod forecast;
mod goal;
mod needed;
mod plan;
mod progress;
mod random;
mod sentence;
mod shares;
mod spread;
#[cfg(test)]
mod tests;
mod weeks;

use std::sync::Arc;

use chrono::{Days, NaiveDate};

pub use forecast::Forecast;
pub use goal::GoalPace;
pub use needed::Needed;
pub use plan::Mark;
pub use progress::{Progress, progress};
pub use sentence::Sentence;
pub use weeks::Week;

use crate::calendar::Calendar;
use crate::framework::Frameworks;
use crate::model::Portfolio;

/// The pace of all pathways together, seen from a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// The day it is seen from.
    pub today: NaiveDate,
    /// On which days there is school.
    pub calendar: Arc<Calendar>,
    /// The goals with a date, pathway by pathway.
    pub dated: Vec<GoalPace>,
    /// The goals without a date, pathway by pathway.
    pub undated: Vec<GoalPace>,
}

/// A line's value at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day.
    pub day: NaiveDate,
    /// Steps; whole ones on the done line.
    pub steps: f64,
}

/// Steps of several goals together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many goals.
    pub goals: usize,
    /// Their steps.
    pub steps: u32,
    /// Those that are done today.
    pub done: u32,
}

impl Pace {
    /// The pace of all goals on all pathways. What is on several of them counts once: a later goal counts what it asks for beyond an earlier
    /// one. A goal whose framework is not at hand counts as medium.
    pub fn of(portfolio: &Portfolio, frameworks: &Frameworks, today: NaiveDate) -> Self {
        let calendar = Arc::new(portfolio.calendar().clone());
        let size =
            |goal: &crate::model::Goal| frameworks.item(&goal.competency).map(|item| item.size).unwrap_or_default();
        let goals = shares::shares(portfolio.goals()).into_iter();
        let goals = goals.map(|(goal, from)| GoalPace::of(portfolio, goal, from, size(goal), &calendar));
        let (dated, undated) = goals.partition(|goal| goal.due.is_some());
        Self { today, calendar, dated, undated }
    }

    /// From the day the first dated goal was chosen to today or the last date, whichever is later; `None` without dated
    /// goals.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.dated.iter().map(|goal| goal.chosen).min()?;
        let last = self.dated.iter().filter_map(|goal| goal.due).max()?;
        Some((first, last.max(self.today)))
    }

    /// The days along which dates can be moved: from today to some weeks after the last date, the last day that the calendar
    /// tells of, or a term from now, whichever is latest.
    pub fn days_to_plan(&self) -> (NaiveDate, NaiveDate) {
        const TERM: Days = Days::new(12 * 7);
        const ROOM: Days = Days::new(4 * 7);
        let later = |day: NaiveDate, days| day.checked_add_days(days).unwrap_or(day);
        let last_date = self.dated.iter().filter_map(|goal| goal.due).max().map(|due| later(due, ROOM));
        let last = [last_date, self.calendar.known_until()].into_iter().flatten().max();
        (self.today, later(self.today, TERM).max(last.unwrap_or(self.today)))
    }

    /// Steps planned to be done by the end of a day, over the dated goals.
    pub fn planned_on(&self, day: NaiveDate) -> f64 {
        self.dated.iter().map(|goal| goal.planned_on(day)).sum()
    }

    /// Steps done by the end of a day, over the dated goals.
    pub fn done_on(&self, day: NaiveDate) -> u32 {
        self.dated.iter().map(|goal| goal.done_on(day)).sum()
    }

    /// The planned line, a point a day over the whole span.
    pub fn planned_line(&self) -> Vec<Point> {
        let days =
            self.span().into_iter().flat_map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
        days.map(|day| Point { day, steps: self.planned_on(day) }).collect()
    }

    /// The done line, a point a day from the beginning of the span to today.
    pub fn done_line(&self) -> Vec<Point> {
        let first = self.span().into_iter().map(|(first, _)| first);
        let days = first.flat_map(|first| first.iter_days().take_while(|day| *day <= self.today));
        days.map(|day| Point { day, steps: self.done_on(day).into() }).collect()
    }

    /// The days on which somebody moved the date of a dated goal, in order.
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.dated.iter().flat_map(GoalPace::marks).collect();
        marks.sort_by(|one, other| (one.day, &one.goal).cmp(&(other.day, &other.goal)));
        marks
    }

    /// The dated goals together, today.
    pub fn totals(&self) -> Totals {
        let steps = self.dated.iter().map(|goal| goal.steps).sum();
        Totals { goals: self.dated.len(), steps, done: self.done_on(self.today) }
    }

    /// What the lines say today.
    pub fn sentence(&self) -> Sentence {
        if self.dated.is_empty() {
            return Sentence::NoDatedGoals { undated: self.undated.len() };
        }
        Sentence::compare(self.planned_on(self.today), self.done_on(self.today))
    }
}
