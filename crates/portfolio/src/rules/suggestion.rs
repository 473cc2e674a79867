//! What a rule makes of judgements, with all that counted and all that did not.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::formula;
use super::twice::{self, shown_twice};
use super::{Rule, Value};
use crate::entity::EntityId;
use crate::format::Format;
use crate::level::Level;

/// One piece of work with the level somebody judged it to show. What has no level (*not assessed*, *insufficient
/// evidence*, *excused*) is none of these: it never counts as zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which piece.
    pub piece: EntityId,
    /// The day of the work.
    pub day: Option<NaiveDate>,
    /// How well.
    pub level: Level,
    /// In which ways it shows it.
    pub formats: BTreeSet<Format>,
}

/// What a rule suggests.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// By which rule.
    pub rule: Rule,
    /// What the formula came to; `None` where it comes to nothing yet.
    pub value: Option<Value>,
    /// Whether it may still change with the next piece: a provisional level opens nothing.
    pub is_provisional: bool,
    /// What is missing for a value, or for a level that is not provisional.
    pub lacks: Option<Lacking>,
    /// What became of each judgement, in the order in which they were given.
    pub parts: Vec<Part>,
}

/// What a rule waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// Anything judged at all.
    Work,
    /// So many more pieces at this level.
    More {
        /// How many.
        count: usize,
        /// At least this well.
        at: Level,
    },
    /// A second piece at level 3, in another way.
    SecondWay,
    /// No score of 0 among them: a power law cannot begin there.
    NoZero,
}

/// What became of one judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It counted.
    Counted,
    /// It did not.
    Left(Left),
}

/// Why a judgement did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// There is later work.
    Earlier,
    /// There is better work.
    Lower,
    /// It is below what this rule counts.
    Below(Level),
    /// Only so many of the last are looked at.
    Older(u8),
    /// Another level is there more often.
    Rarer,
}

impl Suggestion {
    /// The level suggested.
    pub fn level(&self) -> Option<Level> {
        self.value.map(Value::level)
    }
}

/// What a rule makes of judgements that are given in the order of the work.
pub fn suggest(rule: Rule, judged: &[Judged]) -> Suggestion {
    let levels: Vec<Level> = judged.iter().map(|judged| judged.level).collect();
    let scores: Vec<f64> = levels.iter().map(|level| f64::from(level.half_points()) / 2.0).collect();
    let window = |last: u8| levels.len().saturating_sub(last.into());
    let of_all = |value: Option<Value>| Suggestion::of(rule, value, judged, |_| Part::Counted);
    let suggestion = match rule {
        Rule::Twice => by_two_ways(judged),
        Rule::Latest => Suggestion::of(rule, levels.last().copied().map(Value::from), judged, |place| {
            if place + 1 == levels.len() { Part::Counted } else { Part::Left(Left::Earlier) }
        }),
        Rule::Highest => {
            let best = levels.iter().copied().max();
            let part = |place| if levels.get(place).copied() == best { Part::Counted } else { Part::Left(Left::Lower) };
            Suggestion::of(rule, best.map(Value::from), judged, part)
        }
        Rule::Mean => of_all(formula::mean(&scores)),
        Rule::Weighted { newest } => of_all(formula::weighted(&scores, newest)),
        Rule::Decaying { newest } => of_all(formula::decaying(&scores, newest)),
        Rule::Trend => of_all(formula::trend(&scores)),
        Rule::PowerLaw => {
            let of_zero = scores.contains(&0.0).then_some(Lacking::NoZero);
            let suggestion = of_all(formula::power_law(&scores));
            Suggestion { lacks: of_zero.filter(|_| suggestion.value.is_none()), ..suggestion }
        }
        Rule::Several { count, mastery } => by_several(rule, count, mastery, judged, &scores),
        Rule::Mode { last } => {
            let from = window(last);
            let most = formula::mode(levels.get(from..).unwrap_or_default());
            Suggestion::of(rule, most.map(Value::from), judged, |place| match levels.get(place).copied() {
                _ if place < from => Part::Left(Left::Older(last)),
                level if level == most => Part::Counted,
                _ => Part::Left(Left::Rarer),
            })
        }
        Rule::Median { last } => {
            let from = window(last);
            let middle = formula::median(scores.get(from..).unwrap_or_default());
            let part = |place| if place < from { Part::Left(Left::Older(last)) } else { Part::Counted };
            Suggestion::of(rule, middle, judged, part)
        }
    };
    if judged.is_empty() { Suggestion { lacks: Some(Lacking::Work), ..suggestion } } else { suggestion }
}

impl Suggestion {
    fn of(rule: Rule, value: Option<Value>, judged: &[Judged], part: impl Fn(usize) -> Part) -> Self {
        let parts = (0..judged.len()).map(part).collect();
        Self { rule, value, is_provisional: false, lacks: None, parts }
    }
}

fn by_several(rule: Rule, count: u8, mastery: Level, judged: &[Judged], scores: &[f64]) -> Suggestion {
    let is_good = |judged: &Judged| judged.level >= mastery;
    let good: Vec<f64> =
        judged.iter().zip(scores).filter(|(judged, _)| is_good(judged)).map(|(_, score)| *score).collect();
    let missing = usize::from(count).saturating_sub(good.len());
    let value = formula::mean(&good).filter(|_| missing == 0);
    let part = |place: usize| match judged.get(place) {
        Some(judged) if is_good(judged) => Part::Counted,
        _ => Part::Left(Left::Below(mastery)),
    };
    let lacks = (missing > 0).then_some(Lacking::More { count: missing, at: mastery });
    Suggestion { lacks, ..Suggestion::of(rule, value, judged, part) }
}

/// The level shown twice in two ways, from 3 on; below that the latest work, provisionally.
fn by_two_ways(judged: &[Judged]) -> Suggestion {
    let from = judged.len().saturating_sub(twice::LAST.into());
    let looked_at = judged.get(from..).unwrap_or_default();
    let shown = shown_twice(looked_at).filter(|level| *level >= Level::PROFICIENT);
    let older = Part::Left(Left::Older(twice::LAST));
    match shown {
        Some(shown) => Suggestion::of(Rule::Twice, Some(shown.into()), judged, |place| match judged.get(place) {
            _ if place < from => older,
            Some(judged) if judged.level >= shown => Part::Counted,
            _ => Part::Left(Left::Lower),
        }),
        None => {
            let latest = judged.last().map(|judged| judged.level);
            let part = |place: usize| match place {
                _ if place + 1 == judged.len() => Part::Counted,
                _ if place < from => older,
                _ => Part::Left(Left::Earlier),
            };
            let is_shown_once = looked_at.iter().any(|judged| judged.level >= Level::PROFICIENT);
            let second = Lacking::More { count: 2, at: Level::PROFICIENT };
            Suggestion {
                is_provisional: latest.is_some(),
                lacks: Some(if is_shown_once { Lacking::SecondWay } else { second }),
                ..Suggestion::of(Rule::Twice, latest.map(Value::from), judged, part)
            }
        }
    }
}
