//! The competencies that the learner wrote, as `portfolio.json` tells them.

use portfolio::Portfolio;
use portfolio::date::format_instant;
use portfolio::model::Own;
use serde::Serialize;

use super::json::Half;

/// One of them.
#[derive(Serialize)]
pub(super) struct Written<'a> {
    id: &'a str,
    name: &'a str,
    statement: &'a str,
    subject: &'a str,
    size: &'static str,
    interests: Vec<&'a str>,
    /// What levels look like, as far as they have words of their own.
    levels: Vec<Shows<'a>>,
    put_away: bool,
    added: String,
}

#[derive(Serialize)]
struct Shows<'a> {
    level: Half,
    words: &'a str,
}

/// All of them, those put away too, in the order of writing.
pub(super) fn all(portfolio: &Portfolio) -> Vec<Written<'_>> {
    portfolio.all_own().into_iter().map(written).collect()
}

fn written(own: &Own) -> Written<'_> {
    let words = &own.words;
    Written {
        id: own.competency.as_str(),
        name: &words.name,
        statement: &words.statement,
        subject: &words.subject,
        size: words.size.word(),
        interests: words.interests.iter().map(String::as_str).collect(),
        levels: words.worded_levels().map(|(level, words)| Shows { level: level.into(), words }).collect(),
        put_away: !own.standing.is_live(),
        added: format_instant(own.added),
    }
}
