//! What the learner says comes before what.

use super::refusal::check_competency;
use super::{Context, Refusal, add, remove};
use crate::change::Change;
use crate::entity::EntityId;
use crate::framework::{Need, Overlay};
use crate::model::{Notes, Portfolio};

impl Portfolio {
    /// All of these or none. What is said already is said once.
    pub(super) fn add_needs(&self, needs: &[Need], context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        let frameworks = context.frameworks;
        let mut overlay: Overlay = frameworks.overlay().clone();
        let mut changes = Vec::new();
        for need in needs {
            check_competency(&need.before, frameworks)?;
            check_competency(&need.after, frameworks)?;
            overlay.add(need.clone(), frameworks).map_err(|way| Refusal::ClosesACircle { way })?;
            let id = EntityId::notes(&need.after);
            if !self.notes(&need.after).is_some_and(|notes| notes.needs.contains(&need.before)) {
                changes.push(add(&id, Notes::NEEDS, &need.before));
            }
        }
        Ok(changes)
    }

    /// Only what the learner said themselves: what a framework says stays as it was published.
    pub(super) fn remove_need(&self, need: &Need) -> Result<Vec<Change>, Refusal> {
        let id = EntityId::notes(&need.after);
        match self.notes(&need.after) {
            Some(notes) if notes.needs.contains(&need.before) => Ok(vec![remove(&id, Notes::NEEDS, &need.before)]),
            _ => Err(Refusal::NotThere { entity: id }),
        }
    }
}
