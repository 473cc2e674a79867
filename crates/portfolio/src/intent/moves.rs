//! From competencies that are retired to those that take their place.

use std::collections::BTreeMap;

use super::evidence::claimed;
use super::{Context, Refusal, add, remove, set};
use crate::change::Change;
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::model::{Claim, Goal, Grounds, Notes, Portfolio};
use crate::succession::{self, Links, Move};

impl Portfolio {
    /// Goals go with their dates and places, claims with their levels, and what the learner says comes first with its other end. Where
    /// something is there already, or comes from several, the highest counts.
    pub(super) fn move_along(&self, moves: &[Move], context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        let mut goals: BTreeMap<EntityId, Goal> = BTreeMap::new();
        let mut claims: BTreeMap<EntityId, Claim> = BTreeMap::new();
        let mut changes = Vec::new();
        for Move { from, to } in moves {
            check_move(from, to, context.frameworks)?;
            for goal in self.goals_for(from) {
                let there = goal_at(goal, to);
                let known = goals.entry(there.id.clone()).or_insert_with(|| there.clone());
                known.aim = known.aim.max(there.aim);
            }
            for (claim, _) in self.claims_for(from) {
                let there = claim_at(claim, to);
                let known = claims.entry(there.id.clone()).or_insert_with(|| there.clone());
                known.level = known.level.max(there.level);
            }
            let links = self.notes(from).into_iter().flat_map(|notes| &notes.links);
            changes.extend(links.map(|link| add(&EntityId::notes(to), Notes::LINKS, link.to_value())));
        }
        changes.extend(goals.values().flat_map(|goal| self.put_goal(goal)));
        changes.extend(claims.values().flat_map(|claim| self.put_claim(claim)));
        let mut left: Vec<&ItemId> = moves.iter().map(|one| &one.from).collect();
        left.sort_unstable();
        left.dedup();
        changes.extend(left.into_iter().flat_map(|from| self.take_away(from)));
        let Links { gone, there, .. } = succession::links(self, context.frameworks, moves);
        changes.extend(there.iter().map(|need| add(&EntityId::notes(&need.after), Notes::NEEDS, &need.before)));
        changes.extend(gone.iter().map(|need| remove(&EntityId::notes(&need.after), Notes::NEEDS, &need.before)));
        Ok(changes)
    }

    fn put_goal(&self, goal: &Goal) -> Vec<Change> {
        let before = self.goal(&goal.id);
        if let Some(there) = before.filter(|there| there.standing.is_live()) {
            return (there.aim < goal.aim).then(|| set(&goal.id, Goal::AIM, goal.aim)).into_iter().collect();
        }
        let restored = before.map(|_| Change::Restore { entity: goal.id.clone() });
        let dropped = before.into_iter().flat_map(|before| &before.moves);
        let dropped = dropped.map(|moved| remove(&goal.id, Goal::MOVES, moved.to_value()));
        let moves = goal.moves.iter().map(|moved| add(&goal.id, Goal::MOVES, moved.to_value()));
        let created = Change::Create { entity: goal.id.clone(), fields: goal.fields() };
        restored.into_iter().chain(dropped).chain([created]).chain(moves).collect()
    }

    fn put_claim(&self, claim: &Claim) -> Vec<Change> {
        let before = self.claim(&claim.id);
        if let Some(there) = before.filter(|there| there.standing.is_live()) {
            return (there.level < claim.level)
                .then(|| set(&claim.id, Claim::LEVEL, claim.level))
                .into_iter()
                .collect();
        }
        let restored = before.map(|_| Change::Restore { entity: claim.id.clone() });
        let created = match &claim.grounds {
            Grounds::Work(piece) => claimed(piece, claim.competency.clone(), claim.level),
            Grounds::OwnWord { .. } => Change::Create { entity: claim.id.clone(), fields: claim.fields() },
        };
        restored.into_iter().chain([created]).collect()
    }

    fn take_away(&self, from: &ItemId) -> Vec<Change> {
        let goals = self.goals_for(from).map(|goal| &goal.id);
        let claims = self.claims_for(from).map(|(claim, _)| &claim.id);
        goals.chain(claims).map(|id| Change::Trash { entity: id.clone() }).collect()
    }
}

fn check_move(from: &ItemId, to: &ItemId, frameworks: &Frameworks) -> Result<(), Refusal> {
    let leads = || frameworks.successors(from).iter().any(|(next, _)| next == to);
    let refusal = || Refusal::NoSuccessor { from: from.clone(), to: to.clone() };
    if frameworks.is_retired(from) && leads() { Ok(()) } else { Err(refusal()) }
}

/// The same goal in another competency.
fn goal_at(goal: &Goal, to: &ItemId) -> Goal {
    let id = EntityId::goal(&goal.pathway, to);
    Goal { id, competency: to.clone(), standing: Standing::Live, ..goal.clone() }
}

/// The same claim to another competency.
fn claim_at(claim: &Claim, to: &ItemId) -> Claim {
    let id = match &claim.grounds {
        Grounds::Work(piece) => EntityId::claim(piece, to),
        Grounds::OwnWord { .. } => EntityId::own_word(to),
    };
    Claim { id, competency: to.clone(), standing: Standing::Live, ..claim.clone() }
}
