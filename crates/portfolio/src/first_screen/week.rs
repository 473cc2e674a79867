//! What the learner set out to do this week, and how the plan stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::entity::EntityId;
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::model::{Outcome, Portfolio};
use crate::pace::{Pace, Sentence};

/// The week that today is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThisWeek {
    /// What the learner set out to do in it, in the order of writing.
    pub promises: Vec<Promise>,
    /// How the plan stands; nothing without a dated goal.
    pub pace: Option<Sentence>,
}

/// Something set out to be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Promise {
    /// The commitment.
    pub id: EntityId,
    /// What, in the learner's words.
    pub what: String,
    /// For which competency, and what that is called.
    pub topic: Option<(ItemId, String)>,
    /// How it went; nothing as long as nothing was said.
    pub outcome: Option<Outcome>,
}

impl ThisWeek {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.promises.is_empty() && self.pace.is_none()
    }
}

/// The week that a day is in.
pub fn this_week(portfolio: &Portfolio, frameworks: &Frameworks, today: NaiveDate) -> ThisWeek {
    let promises = portfolio.commitments_of(today).into_iter().map(|commitment| Promise {
        id: commitment.id.clone(),
        what: commitment.what.clone(),
        topic: commitment.competency.clone().map(|competency| {
            let name = frameworks.name(&competency);
            (competency, name)
        }),
        outcome: commitment.outcome,
    });
    let sentence = Pace::of(portfolio, frameworks, today).sentence();
    let pace = Some(sentence).filter(|sentence| !matches!(sentence, Sentence::NoDatedGoals { .. }));
    ThisWeek { promises: promises.collect(), pace }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::{framework, id};
    use crate::intent::Intent;
    use crate::testing::{World, day};

    #[test]
    fn the_week_shows_its_own_commitments_and_how_the_plan_stands() {
        let mut world = World::new(framework(&["a", "b"], &[]));
        assert!(this_week(&world.portfolio, &world.frameworks, world.today).is_empty());

        world.choose("a", "3", None);
        let week = world.today;
        let competency = Some(id("a"));
        world.act(Intent::Commit { week, what: "Sharpen the plane".into(), competency });
        let seen = this_week(&world.portfolio, &world.frameworks, world.today);
        let [promise] = seen.promises.as_slice() else { panic!("one promise: {seen:?}") };
        assert_eq!((promise.what.as_str(), promise.outcome), ("Sharpen the plane", None));
        assert!(promise.topic.is_some());
        assert_eq!(seen.pace, None, "no goal has a date");

        world.choose("b", "3", Some("2027-03-05"));
        let seen = |world: &World, today| this_week(&world.portfolio, &world.frameworks, today);
        assert_eq!(seen(&world, week).pace, Some(Sentence::OnPace { done: 0 }));
        let late = day("2027-03-05");
        assert!(matches!(seen(&world, late).pace, Some(Sentence::Behind { done: 0, .. })));
        assert!(seen(&world, late).promises.is_empty(), "another week has its own");
    }
}
