//! What a learner wrote about competencies, as CASE for others: those of their own, what they say comes before what, and their pathways.

use chrono::{DateTime, Utc};
use portfolio::framework::{FrameworkSource, Frameworks, ItemSource, Need, Requirement};
use portfolio::model::{Goal, Own};
use portfolio::{EntityId, ItemId, Portfolio};

use crate::case::kind;
use crate::case::pathway::Step;
use crate::case::write::{About, Writing};
use crate::case::{Node, Precedes};

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
    let about = about("own", "", portfolio, signed);
    (!items.is_empty()).then_some(Writing { about, items, precedes, goals: Vec::new() })
}

/// What the learner says comes before competencies that others wrote. Nothing where they say nothing.
pub fn overlay(portfolio: &Portfolio, frameworks: &Frameworks, signed: &Signed<'_>) -> Option<Writing> {
    let precedes = links(portfolio, frameworks, |after| !is_own(portfolio, after));
    let about = about("overlay", kind::OVERLAY, portfolio, signed);
    (!precedes.is_empty()).then_some(Writing { about, items: Vec::new(), precedes, goals: Vec::new() })
}

/// A pathway in use, in the learner's order, and with it what of their own competencies is on it: nobody else has those. Nothing where
/// nothing stands on it. `signed` has its name for a title.
pub fn pathway(portfolio: &Portfolio, frameworks: &Frameworks, signed: &Signed<'_>, id: &EntityId) -> Option<Writing> {
    let goals = portfolio.goals_on(id);
    let own = goals.iter().filter_map(|goal| portfolio.own(&goal.competency)).filter(|own| own.standing.is_live());
    let items = FrameworkSource::mine(signed.title, own).items.into_iter().map(asking_nothing);
    let name = format!("pathway {}", id.rest());
    let about =
        About { description: portfolio.pathway(id)?.purpose.clone(), ..about(&name, kind::PATHWAY, portfolio, signed) };
    let step = |goal: &&Goal| Step { item: node(frameworks, goal.competency.clone()), aim: Some(goal.aim) };
    (!goals.is_empty()).then(|| Writing {
        about,
        items: items.collect(),
        precedes: Vec::new(),
        goals: goals.iter().map(step).collect(),
    })
}

/// That somebody walks one after the other does not mean that nobody can do otherwise: where the links of a pathway are read as
/// prerequisites, this says that they are none.
fn asking_nothing(item: ItemSource) -> ItemSource {
    ItemSource { requires: Some(Requirement::all(Vec::new())), ..item }
}

fn is_own(portfolio: &Portfolio, competency: &ItemId) -> bool {
    portfolio.own(competency).is_some()
}

fn links(portfolio: &Portfolio, frameworks: &Frameworks, is_wanted: impl Fn(&ItemId) -> bool) -> Vec<Precedes> {
    let node = |id: ItemId| node(frameworks, id);
    let wanted = portfolio.needs().filter(|need| is_wanted(&need.after));
    wanted.map(|Need { after, before }| Precedes { before: node(before), after: node(after) }).collect()
}

/// An identifier is no name: what no framework here has goes without one.
fn node(frameworks: &Frameworks, id: ItemId) -> Node {
    let name = Some(frameworks.name(&id)).filter(|name| name != id.as_str());
    Node { title: name.unwrap_or_default(), id }
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
