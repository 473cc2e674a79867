//! Which level is held in a competency, and why.
//!
//! Levels come in layers that are never blended. The one layer now is what the learner claims: the level of the latest piece, by the
//! date of the work and not of the typing. The learner's word alone counts only until there is work: it has no work to be dated by.

use chrono::NaiveDate;

use crate::entity::EntityId;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Basis, Grounds, Portfolio};

/// A level that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// How well.
    pub level: Level,
    /// Who says so.
    pub layer: Layer,
    /// What it rests on.
    pub from: Source,
}

/// Who says that a level is held; each is drawn differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The learner.
    SelfClaimed,
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
    history(portfolio, competency).pop().map(|last| last.held)
}

/// What made the level held over time, earliest first; the last is the one held now. A day's last entry is what was held on it.
pub fn history(portfolio: &Portfolio, competency: &ItemId) -> Vec<Considered> {
    let (mut work, said) = claims(portfolio, competency);
    let is_before_work = |said: &Considered| work.first().is_none_or(|first| said.day < first.day);
    if let Some(said) = said.filter(is_before_work) {
        work.insert(0, said);
    }
    work
}

/// Why the level is what it is: every claim, whether it counted or not.
pub fn why(portfolio: &Portfolio, competency: &ItemId) -> Why {
    let (mut work, said) = claims(portfolio, competency);
    match work.pop() {
        None => Why { counted: said, ..Why::default() },
        counted => {
            work.reverse();
            Why { counted, earlier: work, set_aside: said }
        }
    }
}

/// Claims on work, in the order of the work (of the same day: in the order they were added), and the learner's own word.
fn claims(portfolio: &Portfolio, competency: &ItemId) -> (Vec<Considered>, Option<Considered>) {
    let (mut work, mut said) = (Vec::new(), None);
    for (claim, piece) in portfolio.claims_for(competency) {
        let considered =
            |from, day| Considered { held: Held { level: claim.level, layer: Layer::SelfClaimed, from }, day };
        match (&claim.grounds, piece) {
            (Grounds::Work(id), Some(piece)) => {
                work.push((piece.added, considered(Source::Work(id.clone()), piece.day())));
            }
            (Grounds::OwnWord { date, basis }, _) => said = Some(considered(Source::OwnWord(*basis), *date)),
            (Grounds::Work(_), None) => {}
        }
    }
    // Stable, and the claims come by id: two devices agree also where day and time are the same.
    work.sort_by_key(|(added, considered)| (considered.day, *added));
    (work.into_iter().map(|(_, considered)| considered).collect(), said)
}
