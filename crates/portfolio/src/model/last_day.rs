//! The last day on which something was done.

use chrono::NaiveDate;

use super::{Evidence, Grounds, Portfolio};

impl Portfolio {
    /// The last day on which the learner did something: worked, chose, moved a date, adopted a framework or placed themselves.
    /// What is planned for a later day does not count. Nothing, where nothing has a day.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let adopted = self.adoptions.values().filter_map(|adoption| adoption.adopted);
        let chosen = self.goals.values().map(|goal| goal.chosen);
        let moved = self.goals.values().flat_map(|goal| &goal.moves).map(|moved| moved.day);
        let worked = self.evidence.values().filter_map(Evidence::day);
        let said = self.claims.values().filter_map(|claim| match claim.grounds {
            Grounds::OwnWord { date, .. } => date,
            Grounds::Work(_) => None,
        });
        adopted.chain(chosen).chain(moved).chain(worked).chain(said).max()
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::tests::{framework, id};
    use crate::intent::Intent;
    use crate::testing::{World, day};

    #[test]
    fn it_is_the_day_of_the_last_deed_and_no_plan_moves_it() {
        let mut world = World::new(framework(&["a", "b"], &[]));
        assert_eq!(world.portfolio.last_day(), None);
        world.on("2026-03-02").act(Intent::PlaceSelf { furthest: vec![id("a")] });
        assert_eq!(world.portfolio.last_day(), Some(day("2026-03-02")));
        let goal = world.on("2026-03-05").choose("b", "3", Some("2026-06-01"));
        assert_eq!(world.portfolio.last_day(), Some(day("2026-03-05")));
        world.on("2026-03-09").show("2026-03-07", &[]);
        assert_eq!(world.portfolio.last_day(), Some(day("2026-03-07")), "the day of the work, not that of adding it");
        world.on("2026-03-11").act(Intent::SetDue { goal, due: Some(day("2026-07-01")) });
        assert_eq!(world.portfolio.last_day(), Some(day("2026-03-11")));
    }
}
