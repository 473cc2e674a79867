//! What is missing, why, and how much closing it opens.
//!
//! A gap is a competency that is not where the learner aims, or whose work has grown old. "No evidence" is a kind of its
//! own: nothing shown is not "not proficient". All frameworks in use are looked at together: one competency may wait for another's.

mod retired;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::entity::EntityId;
use crate::framework::{Framework, Frameworks, Item};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels::{self, Held};
use crate::model::{Portfolio, Stage};
use crate::ready::{self, Missing, Readiness};

/// Something missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In which competency.
    pub competency: ItemId,
    /// The level aimed at.
    pub aim: Level,
    /// The level held.
    pub held: Option<Held>,
    /// Why it is a gap.
    pub cause: Cause,
    /// The competencies that wait for nothing but this, of whatever framework and in their order: reaching its aim opens them at once.
    pub opens: Vec<ItemId>,
    /// How many competencies name it as a prerequisite and are not reached, those in `opens` too.
    pub waiting: usize,
}

/// Why something is a gap. Where several causes hold, the first of these is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Work was handed in and nobody has judged it: it is not the learner's turn.
    AwaitingJudgement {
        /// The piece handed in last.
        piece: EntityId,
    },
    /// Something it asks for is not held yet.
    Blocked {
        /// What is missing.
        missing: Missing,
        /// Where to begin: what is missing, and waits for nothing or was reached once already.
        begin: ItemId,
    },
    /// There is work, and it does not reach the aim.
    BelowAim,
    /// There is no work. The learner may say they can.
    NoEvidence,
    /// It was reached, but the latest work is older than the framework lets it be.
    Stale {
        /// The day of the latest work.
        since: NaiveDate,
    },
    /// It is a goal, and its framework no longer has it.
    Retired {
        /// What takes its place, the nearest.
        successor: Option<ItemId>,
    },
}

/// Which kind of cause it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// [`Cause::BelowAim`].
    BelowAim,
    /// [`Cause::NoEvidence`].
    NoEvidence,
    /// [`Cause::Blocked`].
    Blocked,
    /// [`Cause::AwaitingJudgement`].
    AwaitingJudgement,
    /// [`Cause::Stale`].
    Stale,
    /// [`Cause::Retired`].
    Retired,
}

impl Kind {
    /// All kinds, those first that the learner can do most about.
    pub const ALL: [Self; 6] =
        [Self::BelowAim, Self::NoEvidence, Self::Blocked, Self::AwaitingJudgement, Self::Stale, Self::Retired];
}

impl Cause {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::AwaitingJudgement { .. } => Kind::AwaitingJudgement,
            Self::Blocked { .. } => Kind::Blocked,
            Self::BelowAim => Kind::BelowAim,
            Self::NoEvidence => Kind::NoEvidence,
            Self::Stale { .. } => Kind::Stale,
            Self::Retired { .. } => Kind::Retired,
        }
    }
}

/// What gaps are looked for by, besides the portfolio and the frameworks.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The day that counts as today.
    pub today: NaiveDate,
    /// Whether somebody judged what was handed in of a piece since.
    pub is_judged: &'a dyn Fn(&EntityId) -> bool,
}

/// After how many days work of a framework is to be checked again: as the learner said, else as the framework says; `None` for never.
pub fn recheck_age(portfolio: &Portfolio, framework: &Framework) -> Option<u32> {
    let adoption = portfolio.adoption(&EntityId::framework(framework.id()));
    let chosen = adoption.and_then(|adoption| adoption.recheck);
    chosen.or(framework.about().recheck).filter(|days| *days > 0)
}

/// All gaps of the frameworks in use: first what opens most at once, then what most others wait for, then as their turn comes on the
/// pathways, then in the order of the frameworks; and after all of them the goals that are retired.
pub fn gaps(portfolio: &Portfolio, frameworks: &Frameworks, asked: Asked<'_>) -> Vec<Gap> {
    let view = View { held: levels::all_held(portfolio), portfolio, frameworks, asked };
    let opened = view.opened_by_one();
    let turns = portfolio.by_turn().into_iter().map(|turn| turn.goal.competency.clone());
    let places: BTreeMap<ItemId, usize> = turns.enumerate().map(|(place, competency)| (competency, place)).collect();
    let mut gaps: Vec<Gap> =
        frameworks.competencies().filter_map(|(framework, item)| view.gap(framework, item, &opened)).collect();
    // Stable, so what is equal stays in the order of the frameworks.
    gaps.sort_by_key(|gap| {
        let place = places.get(&gap.competency).copied().unwrap_or(usize::MAX);
        (Reverse(gap.opens.len()), Reverse(gap.waiting), place)
    });
    gaps.extend(view.retired());
    gaps
}

/// The goals that are not reached, and all that stands in their way: the slice of the frameworks that the learner has chosen.
pub fn on_the_way(portfolio: &Portfolio, frameworks: &Frameworks) -> BTreeSet<ItemId> {
    let mut waiting: Vec<ItemId> = portfolio.goals().into_iter().map(|goal| goal.competency.clone()).collect();
    let mut way = BTreeSet::new();
    while let Some(competency) = waiting.pop() {
        let Some(framework) = frameworks.of(&competency).filter(|framework| framework.is_competency(&competency))
        else {
            continue;
        };
        if way.insert(competency.clone()) {
            let missing = ready::why_blocked(portfolio, framework, &competency);
            waiting.extend(missing.iter().flat_map(Missing::items).cloned());
        }
    }
    way
}

struct View<'a> {
    held: BTreeMap<ItemId, Held>,
    portfolio: &'a Portfolio,
    frameworks: &'a Frameworks,
    asked: Asked<'a>,
}

impl View<'_> {
    fn gap(&self, framework: &Framework, item: &Item, opened: &BTreeMap<ItemId, Vec<ItemId>>) -> Option<Gap> {
        let cause = self.cause(framework, &item.id)?;
        let is_open = |item: &&Item| !self.is_reached(&item.id);
        Some(Gap {
            competency: item.id.clone(),
            aim: ready::aim(self.portfolio, &item.id),
            held: self.held.get(&item.id).cloned(),
            cause,
            opens: opened.get(&item.id).cloned().unwrap_or_default(),
            waiting: self.frameworks.opens(&item.id).iter().filter(|item| is_open(item)).count(),
        })
    }

    fn cause(&self, framework: &Framework, competency: &ItemId) -> Option<Cause> {
        let readiness = self.readiness(framework, competency);
        if let Readiness::Reached(held) = &readiness {
            return if held.is_only_said() { Some(Cause::NoEvidence) } else { self.stale(framework, competency) };
        }
        if let Some(piece) = self.handed_in(competency) {
            return Some(Cause::AwaitingJudgement { piece });
        }
        Some(match readiness {
            Readiness::Blocked(missing) => Cause::Blocked { begin: self.begin(&missing)?, missing },
            _ if self.held.get(competency).is_some_and(|held| !held.is_only_said()) => Cause::BelowAim,
            _ => Cause::NoEvidence,
        })
    }

    fn readiness(&self, framework: &Framework, competency: &ItemId) -> Readiness {
        ready::readiness_by(&|item| self.held.get(item).cloned(), self.portfolio, framework, competency)
    }

    fn is_reached(&self, competency: &ItemId) -> bool {
        let aim = ready::aim(self.portfolio, competency);
        self.held.get(competency).is_some_and(|held| held.level >= aim)
    }

    /// Down along the first that is missing of each, to what does not wait itself.
    fn begin(&self, missing: &Missing) -> Option<ItemId> {
        let mut begin = (*missing.items().first()?).clone();
        // Without circles this ends at the bottom.
        loop {
            match self.readiness(self.frameworks.of(&begin)?, &begin) {
                Readiness::Blocked(missing) => begin = (*missing.items().first()?).clone(),
                Readiness::Reached(_) | Readiness::Ready(_) => return Some(begin),
            }
        }
    }

    fn handed_in(&self, competency: &ItemId) -> Option<EntityId> {
        let pieces = self.portfolio.claims_for(competency).filter_map(|(_, piece)| piece);
        let handed_in = pieces.filter_map(|piece| match self.portfolio.stage(&piece.id) {
            Stage::Submitted(submission) => Some((submission.at, &piece.id)),
            Stage::Draft | Stage::Withdrawn(_) => None,
        });
        let waiting = handed_in.filter(|(_, piece)| !(self.asked.is_judged)(piece));
        waiting.max().map(|(_, piece)| piece.clone())
    }

    fn stale(&self, framework: &Framework, competency: &ItemId) -> Option<Cause> {
        let recheck = recheck_age(self.portfolio, framework)?;
        let latest = levels::why(self.portfolio, competency).counted?.day?;
        let until = latest.checked_add_days(Days::new(recheck.into()))?;
        (until < self.asked.today).then_some(Cause::Stale { since: latest })
    }

    /// What waits for one competency alone, at its aim, by that competency.
    fn opened_by_one(&self) -> BTreeMap<ItemId, Vec<ItemId>> {
        let mut opened: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        for (framework, item) in self.frameworks.competencies() {
            let Readiness::Blocked(missing) = self.readiness(framework, &item.id) else { continue };
            for enough in missing.enough_alone(&|item| ready::aim(self.portfolio, item)) {
                opened.entry(enough.clone()).or_default().push(item.id.clone());
            }
        }
        opened
    }
}

#[cfg(test)]
mod tests;
