//! The goals whose dates are near.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::levels::Held;
use crate::model::{Goal, Portfolio};

/// How many goals.
const SHOWN: usize = 4;

/// A goal with a date that is not reached.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Due {
    /// By when.
    pub day: NaiveDate,
    /// In which competency.
    pub competency: ItemId,
    /// What that is called.
    pub name: String,
    /// Whether the day has passed.
    pub has_passed: bool,
}

/// Goals by date, the last that have passed and the next that come, by the [levels held](crate::levels::all_held). What has passed never
/// crowds out what comes.
pub fn due(
    held: &BTreeMap<ItemId, Held>,
    portfolio: &Portfolio,
    frameworks: &Frameworks,
    today: NaiveDate,
) -> Vec<Due> {
    let is_open = |goal: &&Goal| held.get(&goal.competency).is_none_or(|held| held.level < goal.aim);
    let dated = portfolio.goals().into_iter().filter(|goal| goal.due.is_some()).filter(is_open);
    let mut dated: Vec<(NaiveDate, &ItemId)> = dated.filter_map(|goal| Some((goal.due?, &goal.competency))).collect();
    dated.sort();
    // Two pathways may ask for the same by the same day.
    dated.dedup();
    let near = around(&dated, today).iter();
    let named = near.map(|(day, competency)| Due {
        day: *day,
        competency: (*competency).clone(),
        name: frameworks.name(competency),
        has_passed: *day < today,
    });
    named.collect()
}

/// Of goals by date [`SHOWN`] around today. Half of the places are kept for what comes.
fn around<T>(dated: &[(NaiveDate, T)], today: NaiveDate) -> &[(NaiveDate, T)] {
    let passed = dated.iter().take_while(|(due, _)| *due < today).count();
    let to_come = (dated.len() - passed).min(SHOWN / 2);
    let from = passed.saturating_sub(SHOWN - to_come);
    dated.get(from..dated.len().min(from + SHOWN)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::framework;
    use crate::levels::all_held;
    use crate::testing::{World, day};

    #[test]
    fn what_has_passed_leaves_room_for_what_comes() {
        let march = |number: u32| day(&format!("2026-03-{number:02}"));
        let shown = |days: &[u32]| {
            let dated: Vec<_> = days.iter().map(|number| (march(*number), ())).collect();
            around(&dated, march(10)).iter().map(|(due, ())| *due).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[1, 2, 3, 4, 5, 12, 13, 14]), [4, 5, 12, 13].map(march));
        assert_eq!(shown(&[1, 2, 3, 4, 5]), [2, 3, 4, 5].map(march));
        assert_eq!(shown(&[1, 2, 3, 4, 5, 12]), [3, 4, 5, 12].map(march));
        assert_eq!(shown(&[1, 10, 12, 13, 14, 15]), [1, 10, 12, 13].map(march));
        assert!(shown(&[]).is_empty());
    }

    #[test]
    fn what_is_reached_or_has_no_date_is_not_due() {
        let mut world = World::new(framework(&["a", "b", "c"], &[]));
        world.choose("a", "3", Some("2026-03-05"));
        world.choose("b", "3", Some("2026-03-09"));
        world.choose("c", "3", None);
        let due = |world: &World| {
            let due =
                due(&all_held(&world.portfolio), &world.portfolio, &world.frameworks, day("2026-03-07")).into_iter();
            due.map(|due| (due.competency.to_string(), due.has_passed)).collect::<Vec<_>>()
        };
        assert_eq!(due(&world), [("a".to_owned(), true), ("b".to_owned(), false)]);
        world.show("2026-03-02", &[("a", "3")]);
        assert_eq!(due(&world), [("b".to_owned(), false)]);
        let music = world.walk("Music");
        world.choose_on(&music, "b", "3", Some("2026-03-09"));
        world.choose_on(&music, "c", "3", Some("2026-03-10"));
        assert_eq!(
            due(&world),
            [("b".to_owned(), false), ("c".to_owned(), false)],
            "all pathways count, each day once"
        );
    }
}
