//! A learner's years as a list of what they did, before any of it is written into a portfolio.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use portfolio::model::Outcome;
use serde::Deserialize;

/// Who the learner is, what they mean to do, and what they have done.
#[derive(Debug, Clone)]
pub struct Story {
    pub learner: Learner,
    /// In the order of their dates.
    pub pieces: Vec<Piece>,
    pub rhythm: Rhythm,
}

/// `weeks.toml`: when there is school, and how the weeks go.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    pub terms: Vec<Days>,
    pub breaks: Vec<Days>,
    pub weeks: Vec<Week>,
    pub time: Vec<Time>,
    pub plan: Option<CatchUp>,
}

/// A term or a break.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    pub name: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// A week that something was set out for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    pub monday: NaiveDate,
    pub set_out: Vec<SetOut>,
    /// What was written on its Friday.
    #[serde(default)]
    pub look_back: String,
}

/// One thing of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetOut {
    pub what: String,
    /// Key of the competency it is for.
    pub key: Option<String>,
    /// How it went: `done`, `partly` or `not`.
    pub outcome: Option<Outcome>,
}

/// Time that was logged.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    pub day: NaiveDate,
    pub minutes: u32,
    pub key: String,
}

/// A plan to catch up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatchUp {
    pub written: NaiveDate,
    pub helps: String,
    pub who: String,
    pub until: NaiveDate,
}

/// `learner.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learner {
    pub name: String,
    pub interests: Vec<String>,
    /// The day on which the portfolio begins.
    pub begins: NaiveDate,
    /// Its last day, which is its today.
    pub today: NaiveDate,
    /// The competencies the learner placed themselves at, by key.
    pub placed: Vec<String>,
    /// In the learner's order; the first is the one that every portfolio begins with.
    pub pathways: Vec<Pathway>,
}

/// A pathway and what stands on it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    #[serde(default)]
    pub name: String,
    /// Why it is walked.
    #[serde(default)]
    pub purpose: String,
    /// Who proposed it; empty where nobody did.
    #[serde(default)]
    pub from: String,
    /// On which day; none for the first.
    pub begun: Option<NaiveDate>,
    /// In order.
    pub goals: Vec<Goal>,
}

/// A competency on the pathway.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Key of the competency.
    pub key: String,
    pub chosen: NaiveDate,
    pub due: Option<NaiveDate>,
    /// Level to reach, 0 to 4 in half steps.
    pub aim: f64,
    pub moved: Option<Moved>,
}

/// A change of mind about a date.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    pub on: NaiveDate,
    pub to: NaiveDate,
}

/// One piece of evidence.
#[derive(Debug, Clone)]
pub struct Piece {
    pub about: About,
    /// Markdown.
    pub text: String,
    /// Markdown.
    pub reflection: String,
}

/// What stands above the text of a piece.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub title: String,
    /// The day of the work.
    pub date: NaiveDate,
    /// Claimed levels, 0 to 4 in half steps, by the key of the competency.
    pub claims: BTreeMap<String, f64>,
    #[serde(default)]
    pub artifacts: Vec<Artifact>,
    #[serde(default)]
    pub tags: BTreeSet<String>,
    /// Whether it was made alone.
    pub alone: Option<bool>,
    #[serde(default)]
    pub with: String,
    #[serde(default)]
    pub help: String,
    /// Whether an AI had a part in it.
    pub ai: Option<bool>,
    #[serde(default)]
    pub ai_how: String,
    /// Whether it shows people.
    pub people: Option<bool>,
    pub keep_until: Option<NaiveDate>,
    /// The title of the piece that this one began as a copy of.
    pub copy_of: Option<String>,
    /// In the order of their days.
    #[serde(default)]
    pub handed_in: Vec<HandedIn>,
}

/// That a piece was handed in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    pub on: NaiveDate,
    /// The text as it was then; without it, as it is now.
    pub text: Option<String>,
    /// What the learner said had changed since it was handed in before.
    #[serde(default)]
    pub changed: String,
    /// The day on which it was taken back.
    pub withdrawn: Option<NaiveDate>,
}

impl Piece {
    /// The text as it was when the piece was added.
    pub fn first_text(&self) -> &str {
        self.about.handed_in.first().map_or(&self.text, |first| self.text_at(first))
    }

    /// The text as it was handed in.
    pub fn text_at<'a>(&'a self, handed_in: &'a HandedIn) -> &'a str {
        handed_in.text.as_deref().map_or(&self.text, str::trim)
    }
}

/// A file, a link or something done, inside a piece.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Artifact {
    File {
        file: String,
        #[serde(default)]
        caption: String,
        #[serde(default)]
        alt: String,
    },
    Link {
        link: String,
        title: String,
    },
    Event {
        event: String,
        #[serde(default)]
        place: String,
        day: Option<NaiveDate>,
        #[serde(default)]
        seen: String,
    },
}
