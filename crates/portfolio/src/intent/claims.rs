//! Claiming levels, on work and on one's own word.

use super::evidence::claimed;
use super::refusal::check_competency;
use super::{Context, Refusal, placement, set};
use crate::change::Change;
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Basis, Claim, Grounds, Portfolio};

impl Portfolio {
    pub(super) fn claim_level(
        &self,
        piece: &EntityId,
        competency: &ItemId,
        level: Level,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        self.piece_in_use(piece)?;
        let id = EntityId::claim(piece, competency);
        match self.claim(&id) {
            Some(before) if before.standing.is_live() => {
                // A claim outlives the framework it came from, so it may still be corrected.
                Ok(if before.level == level { Vec::new() } else { vec![set(&id, Claim::LEVEL, level)] })
            }
            before => {
                check_competency(competency, frameworks)?;
                let restore = before.map(|_| Change::Restore { entity: id });
                Ok(restore.into_iter().chain([claimed(piece, competency.clone(), level)]).collect())
            }
        }
    }

    pub(super) fn unclaim(&self, claim: &EntityId) -> Result<Vec<Change>, Refusal> {
        let is_there = self.claim(claim).is_some_and(|claim| claim.standing.is_live());
        let trash = || Change::Trash { entity: claim.clone() };
        if is_there { Ok(vec![trash()]) } else { Err(Refusal::NotThere { entity: claim.clone() }) }
    }

    pub(super) fn place_self(&self, furthest: &[ItemId], context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        furthest.iter().try_for_each(|competency| check_competency(competency, context.frameworks))?;
        let mut changes = Vec::new();
        for (competency, placed) in placement::of(furthest, context.frameworks) {
            let has_work = self.claims_for(&competency).any(|(_, piece)| piece.is_some());
            let id = EntityId::own_word(&competency);
            let before = self.claim(&id);
            let says_as_much = before.is_some_and(|before| before.standing.is_live() && says(before, placed));
            // Where there is work, the work speaks.
            if has_work || says_as_much {
                continue;
            }
            if before.is_some_and(|before| !before.standing.is_live()) {
                changes.push(Change::Restore { entity: id.clone() });
            }
            let grounds = Grounds::OwnWord { date: Some(context.today), basis: placed.basis };
            let level = placed.level;
            let claim = Claim { id: id.clone(), competency, level, grounds, standing: Standing::Live };
            changes.push(Change::Create { entity: id, fields: claim.fields() });
        }
        Ok(changes)
    }
}

/// Whether a claim on the learner's word already says at least this.
fn says(claim: &Claim, placed: placement::Placed) -> bool {
    let is_placed = matches!(claim.grounds, Grounds::OwnWord { basis: Basis::Placed, .. });
    claim.level >= placed.level && (is_placed || placed.basis == Basis::Rests)
}
