//! Goals that stand on a pathway though their framework no longer has them.

use super::{Cause, Gap, View};
use crate::item_id::ItemId;
use crate::ready;

impl View<'_> {
    /// Those whose aim is not reached, as their turn comes. Work that is kept is no gap.
    pub(super) fn retired(&self) -> Vec<Gap> {
        let turns = self.portfolio.by_turn().into_iter().map(|turn| &turn.goal.competency);
        let goals = turns.filter(|competency| self.frameworks.is_retired(competency) && !self.is_reached(competency));
        let gap = |competency: &ItemId| {
            let successor = self.frameworks.successors(competency).into_iter().next().map(|(next, _)| next);
            Gap {
                competency: competency.clone(),
                aim: ready::aim(self.portfolio, competency),
                held: self.held.get(competency).cloned(),
                cause: Cause::Retired { successor },
                opens: Vec::new(),
                waiting: 0,
            }
        };
        goals.map(gap).collect()
    }
}
