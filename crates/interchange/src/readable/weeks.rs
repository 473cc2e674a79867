//! The school calendar, the weeks, the time and the plan, as `portfolio.json` tells them.

use chrono::{NaiveDate, Weekday};
use portfolio::Portfolio;
use portfolio::calendar::{Calendar, Period, Weekdays};
use portfolio::model::{Commitment, Outcome, Spent};
use serde::Serialize;

use super::Contents;
use super::json::{Competency, competency};

/// When there is school.
#[derive(Serialize)]
pub(super) struct Schooling<'a> {
    /// English names of days of the week.
    days: Vec<&'static str>,
    terms: Vec<Days<'a>>,
    breaks: Vec<Days<'a>>,
}

#[derive(Serialize)]
struct Days<'a> {
    first: String,
    last: String,
    name: &'a str,
}

/// What was set out for a week, and what was thought of it.
#[derive(Serialize)]
pub(super) struct Week<'a> {
    monday: String,
    set_out: Vec<SetOut<'a>>,
    look_back: &'a str,
}

#[derive(Serialize)]
struct SetOut<'a> {
    what: &'a str,
    competency: Option<Competency<'a>>,
    outcome: Option<&'static str>,
}

/// Some minutes of a day.
#[derive(Serialize)]
pub(super) struct Time<'a> {
    day: String,
    minutes: u32,
    competency: Competency<'a>,
}

/// How to catch up.
#[derive(Serialize)]
pub(super) struct Help<'a> {
    helps: &'a str,
    who: &'a str,
    until: Option<String>,
    written: String,
}

/// When there is school, as far as the learner told.
pub(super) fn schooling(calendar: &Calendar) -> Schooling<'_> {
    Schooling {
        days: Weekdays::WEEK.into_iter().filter(|day| calendar.weekdays().has(*day)).map(english).collect(),
        terms: calendar.terms().iter().map(told).collect(),
        breaks: calendar.breaks().iter().map(told).collect(),
    }
}

/// All weeks that something was said of, the earliest first.
pub(super) fn weeks<'a>(contents: &Contents<'a>) -> Vec<Week<'a>> {
    let portfolio = contents.portfolio;
    let set_out = |commitment: &'a Commitment| SetOut {
        what: &commitment.what,
        competency: commitment.competency.as_ref().map(|id| competency(id, contents)),
        outcome: commitment.outcome.map(Outcome::word),
    };
    let week = |monday| Week {
        monday: NaiveDate::to_string(&monday),
        set_out: portfolio.commitments_of(monday).into_iter().map(set_out).collect(),
        look_back: portfolio.looked_back(monday),
    };
    portfolio.weeks().into_iter().map(week).collect()
}

/// All time that was logged, by day.
pub(super) fn time<'a>(contents: &Contents<'a>) -> Vec<Time<'a>> {
    let time = |spent: &'a Spent| Time {
        day: spent.day.to_string(),
        minutes: spent.minutes,
        competency: competency(&spent.competency, contents),
    };
    by_day(contents.portfolio).into_iter().map(time).collect()
}

/// The plan to catch up, where there is one.
pub(super) fn help(portfolio: &Portfolio) -> Option<Help<'_>> {
    portfolio.catch_up().map(|plan| Help {
        helps: &plan.helps,
        who: &plan.who,
        until: plan.until.map(|day| day.to_string()),
        written: plan.written.to_string(),
    })
}

/// All time that was logged, the earliest first.
pub(super) fn by_day(portfolio: &Portfolio) -> Vec<&Spent> {
    let mut spent: Vec<&Spent> = portfolio.spent().collect();
    spent.sort_by_key(|spent| (spent.day, &spent.id));
    spent
}

fn told(period: &Period) -> Days<'_> {
    Days { first: period.first.to_string(), last: period.last.to_string(), name: &period.name }
}

fn english(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
