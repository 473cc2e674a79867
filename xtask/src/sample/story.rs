//! A learner's years as a list of what they did, before any of it is written into a portfolio.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

/// Who the learner is, what they mean to do, and what they have done.
#[derive(Debug, Clone)]
pub struct Story {
    pub learner: Learner,
    /// In the order of their dates.
    pub pieces: Vec<Piece>,
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
    /// In the order of the pathway.
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
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub title: String,
    /// The day of the work.
    pub date: NaiveDate,
    /// Claimed levels, 0 to 4 in half steps, by the key of the competency.
    pub claims: BTreeMap<String, f64>,
    #[serde(default)]
    pub artifacts: Vec<Artifact>,
}

/// A file or a link inside a piece.
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
}
