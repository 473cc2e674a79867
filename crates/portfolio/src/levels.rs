//! Which level is held in a competency, and why.
//!
//! Levels come in [layers](Layers) that are never blended. The one layer now is what the learner claims: the level of the latest
//! piece, by the date of the work and not of the typing. The learner's word alone counts only until there is work: it
//! has no work to be dated by.

mod layers;
mod parent;
mod rule;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

pub use layers::{Decision, Layers, Standpoint};
pub use parent::{ParentInForce, of_parent, parent_in_force};
pub use rule::{InForce, Origin, in_force};

use crate::entity::EntityId;
use crate::format::formats;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Basis, Claim, Evidence, Grounds, Portfolio};
use crate::rules::Judged;

/// A level that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// How well.
    pub level: Level,
    /// What it rests on.
    pub from: Source,
}

/// What a held level rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// This piece.
    Work(EntityId),
    /// The learner's word: "you say you can; no evidence yet".
    OwnWord(Basis),
}

impl Held {
    /// Whether there is no work behind it.
    pub fn is_only_said(&self) -> bool {
        matches!(self.from, Source::OwnWord(_))
    }
}

/// One claim, as it stood in line for being the level held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// What it would make the level, and from what.
    pub held: Held,
    /// The day of the work, or on which the learner said it. What has none stands before all others.
    pub day: Option<NaiveDate>,
}

/// Why a level is held: by the rule "the latest work counts".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// What counted; its level is the one held.
    pub counted: Option<Considered>,
    /// Earlier work, latest first. It did not count because later work did.
    pub earlier: Vec<Considered>,
    /// The learner's own word, if it does not count because there is work.
    pub set_aside: Option<Considered>,
}

/// The level held in a competency; `None` if nobody says anything of it.
pub fn held(portfolio: &Portfolio, competency: &ItemId) -> Option<Held> {
    let dated = portfolio.claims_for(competency).map(|(claim, piece)| Dated::of(claim, piece));
    // Of equal ones this takes the last, as a history does.
    dated.max_by_key(Dated::order).map(|counts| counts.considered().held)
}

/// The level held in every competency that anybody says anything of, worked out in one pass.
pub fn all_held(portfolio: &Portfolio) -> BTreeMap<ItemId, Held> {
    let mut counts: BTreeMap<&ItemId, Dated<'_>> = BTreeMap::new();
    for (claim, piece) in portfolio.claims_in_use() {
        let dated = Dated::of(claim, piece);
        if counts.get(&claim.competency).is_none_or(|known| known.order() <= dated.order()) {
            counts.insert(&claim.competency, dated);
        }
    }
    counts.into_iter().map(|(competency, counts)| (competency.clone(), counts.considered().held)).collect()
}

/// What made the level held over time, earliest first; the last is the one held now. A day's last entry is what was
/// held on it.
pub fn history(portfolio: &Portfolio, competency: &ItemId) -> Vec<Considered> {
    let (work, said) = in_order(portfolio, competency);
    let is_before_work = |said: &Considered| work.first().is_none_or(|first| said.day < first.day);
    said.filter(is_before_work).into_iter().chain(work.iter().cloned()).collect()
}

/// What was held at the end of a day, as it is known now: by work dated up to it, and words said up to it.
pub fn held_on(portfolio: &Portfolio, competency: &ItemId, day: NaiveDate) -> Option<Considered> {
    history(portfolio, competency).into_iter().take_while(|entry| entry.day <= Some(day)).last()
}

/// The learner's own levels for their work in its order, as a rule would read them if somebody else had judged alike.
pub fn own_judgements(portfolio: &Portfolio, competency: &ItemId) -> Vec<Judged> {
    let (work, _) = in_order(portfolio, competency);
    let judged = |considered: Considered| match considered.held.from {
        Source::OwnWord(_) => None,
        Source::Work(piece) => Some(Judged {
            day: considered.day,
            level: considered.held.level,
            formats: formats(portfolio, &piece),
            piece,
        }),
    };
    work.into_iter().filter_map(judged).collect()
}

/// Why the level is what it is: every claim, whether it counted or not.
pub fn why(portfolio: &Portfolio, competency: &ItemId) -> Why {
    let (mut work, said) = in_order(portfolio, competency);
    match work.pop() {
        None => Why { counted: said, ..Why::default() },
        counted => {
            work.reverse();
            Why { counted, earlier: work, set_aside: said }
        }
    }
}

/// A claim with what it is dated by.
struct Dated<'p> {
    claim: &'p Claim,
    piece: Option<&'p Evidence>,
    day: Option<NaiveDate>,
}

impl<'p> Dated<'p> {
    fn of(claim: &'p Claim, piece: Option<&'p Evidence>) -> Self {
        let day = match &claim.grounds {
            Grounds::Work(_) => piece.and_then(Evidence::day),
            Grounds::OwnWord { date, .. } => *date,
        };
        Self { claim, piece, day }
    }

    /// Work after words; work by its day, of the same day by when it was added.
    fn order(&self) -> (bool, Option<NaiveDate>, Option<DateTime<Utc>>) {
        (self.piece.is_some(), self.day, self.piece.and_then(|piece| piece.added))
    }

    fn considered(&self) -> Considered {
        let from = match &self.claim.grounds {
            Grounds::Work(piece) => Source::Work(piece.clone()),
            Grounds::OwnWord { basis, .. } => Source::OwnWord(*basis),
        };
        Considered { held: Held { level: self.claim.level, from }, day: self.day }
    }
}

/// The claims that rest on work in the order of the work, and the learner's own word.
fn in_order(portfolio: &Portfolio, competency: &ItemId) -> (Vec<Considered>, Option<Considered>) {
    let mut dated: Vec<_> = portfolio.claims_for(competency).map(|(claim, piece)| Dated::of(claim, piece)).collect();
    // Stable, and the claims come by id: two devices agree also where day and time are the same.
    dated.sort_by_key(Dated::order);
    let said = dated.iter().find(|dated| dated.piece.is_none()).map(Dated::considered);
    let work = dated.iter().filter(|dated| dated.piece.is_some()).map(Dated::considered);
    (work.collect(), said)
}
