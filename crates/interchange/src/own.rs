//! What a learner wrote about competencies, as CASE for others: those of their own, and what they say comes before what.

use chrono::{DateTime, Utc};
use portfolio::framework::{FrameworkSource, Frameworks, Need};
use portfolio::model::Own;
use portfolio::{ItemId, Portfolio};

use crate::case::write::{About, Writing};
use crate::case::{Node, Precedes};

/// What `frameworkType` says of a document of links over the items of others.
pub const OVERLAY: &str = "Overlay";

/// What the documents are called, and whose they are.
#[derive(Debug, Clone)]
pub struct Signed<'a> {
    /// What names the portfolio, so that the documents keep their identifiers: its least root id.
    pub portfolio: &'a str,
    /// Who wrote them, where the learner has given no name.
    pub nobody: &'a str,
    /// The title of the document.
    pub title: &'a str,
    /// Its language (BCP 47).
    pub language: &'a str,
    /// Now.
    pub made: DateTime<Utc>,
}

/// The learner's own competencies that are in use, with what they say comes before them. Nothing where there are none.
pub fn competencies(portfolio: &Portfolio, frameworks: &Frameworks, signed: &Signed<'_>) -> Option<Writing> {
    let own: Vec<&Own> = portfolio.all_own().into_iter().filter(|own| own.standing.is_live()).collect();
    let items = FrameworkSource::mine(signed.title, own).items;
    let precedes = links(portfolio, frameworks, |after| is_own(portfolio, after));
    (!items.is_empty()).then(|| Writing { about: about("own", "", portfolio, signed), items, precedes })
}

/// What the learner says comes before competencies that others wrote. Nothing where they say nothing.
pub fn overlay(portfolio: &Portfolio, frameworks: &Frameworks, signed: &Signed<'_>) -> Option<Writing> {
    let precedes = links(portfolio, frameworks, |after| !is_own(portfolio, after));
    let items = Vec::new();
    (!precedes.is_empty()).then(|| Writing { about: about("overlay", OVERLAY, portfolio, signed), items, precedes })
}

fn is_own(portfolio: &Portfolio, competency: &ItemId) -> bool {
    portfolio.own(competency).is_some()
}

fn links(portfolio: &Portfolio, frameworks: &Frameworks, is_wanted: impl Fn(&ItemId) -> bool) -> Vec<Precedes> {
    let node = |id: ItemId| Node { title: frameworks.name(&id), id };
    let wanted = portfolio.needs().filter(|need| is_wanted(&need.after));
    wanted.map(|Need { after, before }| Precedes { before: node(before), after: node(after) }).collect()
}

fn about(name: &str, kind: &str, portfolio: &Portfolio, signed: &Signed<'_>) -> About {
    let learner = portfolio.learner().name.trim();
    About {
        identifier: format!("{} {name}", signed.portfolio),
        title: signed.title.to_owned(),
        creator: if learner.is_empty() { signed.nobody } else { learner }.to_owned(),
        description: String::new(),
        kind: kind.to_owned(),
        language: signed.language.to_owned(),
        changed: signed.made,
    }
}
