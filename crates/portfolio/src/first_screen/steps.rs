//! What could be next, with its reasons, by the names that a reader knows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels::Held;
use crate::model::Portfolio;
use crate::next_steps::{self, NextStep, Reason};

/// A step somebody could take next.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// In which competency.
    pub competency: ItemId,
    /// What that is called.
    pub name: String,
    /// What it means in full; empty where the name says it all.
    pub statement: String,
    /// The level held now.
    pub held: Option<Level>,
    /// The level to show next.
    pub next: Level,
    /// Why, the weightiest first.
    pub reasons: Vec<Because>,
    /// Whether it is ready only by the learner's word on what goes before it.
    pub only_said: bool,
}

impl Step {
    /// Whether the competency is on a pathway.
    pub fn is_on_pathway(&self) -> bool {
        self.reasons.iter().any(|reason| matches!(reason, Because::OnPathway { .. }))
    }
}

/// A [`Reason`] with the names of what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Because {
    /// It is on a pathway of the learner's.
    OnPathway {
        /// What that is called; empty for one without a name.
        pathway: String,
        /// How many goals stand before it there.
        place: usize,
    },
    /// Half a step is missing to the aim.
    NearlyThere {
        /// The level held.
        held: Level,
    },
    /// There is something to build on.
    InProgress {
        /// The level held.
        held: Level,
    },
    /// It is about what the learner is interested in.
    Interests {
        /// Which of the interests, as the learner wrote them.
        interests: Vec<String>,
    },
    /// Others ask for it.
    Opens {
        /// What these are called, in framework order.
        names: Vec<String>,
    },
    /// It comes next in the framework.
    ComesNext,
}

/// The steps to show, by the [levels held](crate::levels::all_held).
pub fn steps(held: &BTreeMap<ItemId, Held>, portfolio: &Portfolio, frameworks: &Frameworks) -> Vec<Step> {
    let steps = next_steps::cards(held, portfolio, frameworks).into_iter();
    steps.filter_map(|step| named(portfolio, frameworks, step)).collect()
}

fn named(portfolio: &Portfolio, frameworks: &Frameworks, step: NextStep) -> Option<Step> {
    let item = frameworks.item(&step.competency)?;
    Some(Step {
        name: item.name().to_owned(),
        statement: item.in_full().unwrap_or_default().to_owned(),
        held: step.held.map(|held| held.level),
        next: step.next,
        reasons: step.reasons.into_iter().map(|reason| because(portfolio, frameworks, reason)).collect(),
        only_said: !step.only_said.is_empty(),
        competency: step.competency,
    })
}

/// A reason with the names of what it speaks of.
pub fn because(portfolio: &Portfolio, frameworks: &Frameworks, reason: Reason) -> Because {
    match reason {
        Reason::OnPathway { goal, place } => {
            let pathway = goal.pathway().and_then(|pathway| portfolio.pathway(&pathway));
            Because::OnPathway { pathway: pathway.map(|pathway| pathway.name.clone()).unwrap_or_default(), place }
        }
        Reason::NearlyThere { held } => Because::NearlyThere { held },
        Reason::InProgress { held } => Because::InProgress { held },
        Reason::Interests { interests } => Because::Interests { interests },
        Reason::Opens { competencies } => {
            let names = competencies.iter().map(|id| frameworks.name(id)).collect();
            Because::Opens { names }
        }
        Reason::ComesNext => Because::ComesNext,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::framework;
    use crate::levels::all_held;
    use crate::testing::{World, level};

    #[test]
    fn a_step_has_the_names_that_its_reasons_speak_of() {
        let mut world = World::new(framework(&["a", "b"], &["a b"]));
        world.show("2026-03-01", &[("a", "2")]);
        world.choose("a", "3", None);
        let steps = steps(&all_held(&world.portfolio), &world.portfolio, &world.frameworks);
        let [step] = steps.as_slice() else { panic!("b waits for a: {steps:?}") };
        let name = world.frameworks.item(&step.competency).map(|item| item.name().to_owned());
        assert_eq!((Some(&step.name), step.held), (name.as_ref(), Some(level("2"))));
        assert!(step.is_on_pathway());
        assert!(step.reasons.contains(&Because::OnPathway { pathway: String::new(), place: 0 }));
        let opened = world.frameworks.name(&crate::framework::tests::id("b"));
        assert!(step.reasons.contains(&Because::Opens { names: vec![opened] }), "{:?}", step.reasons);
    }
}
