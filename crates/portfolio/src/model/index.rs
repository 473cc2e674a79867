//! Which parts belong to which piece, and which claims speak of which competency.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Claim, Grounds};
use super::submission::{Frozen, Submission};
use crate::entity::EntityId;
use crate::item_id::ItemId;

type Ids = BTreeSet<EntityId>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    artifacts_of: BTreeMap<EntityId, Ids>,
    claims_of: BTreeMap<EntityId, Ids>,
    claims_for: BTreeMap<ItemId, Ids>,
    submissions_of: BTreeMap<EntityId, Ids>,
    frozen_of: BTreeMap<EntityId, Ids>,
}

impl Index {
    pub(super) fn place_artifact(&mut self, id: &EntityId, before: Option<&EntityId>, after: Option<&EntityId>) {
        place(&mut self.artifacts_of, id, before, after);
    }

    pub(super) fn place_claim(&mut self, id: &EntityId, before: Option<&Claim>, after: Option<&Claim>) {
        place(&mut self.claims_of, id, before.and_then(piece_of), after.and_then(piece_of));
        let competency = |claim: Option<&Claim>| claim.map(|claim| claim.competency.clone());
        place(&mut self.claims_for, id, competency(before).as_ref(), competency(after).as_ref());
    }

    /// Lets a claim name its competency and its piece by the texts that stand here already: there are many claims, and few of those.
    pub(super) fn share(&self, mut claim: Claim) -> Claim {
        if let Some((competency, _)) = self.claims_for.get_key_value(&claim.competency) {
            claim.competency = competency.clone();
        }
        if let Grounds::Work(piece) = &mut claim.grounds
            && let Some((known, _)) = self.claims_of.get_key_value(piece)
        {
            *piece = known.clone();
        }
        claim
    }

    pub(super) fn place_submission(&mut self, id: &EntityId, before: Option<&Submission>, after: Option<&Submission>) {
        let piece = |submission: Option<&Submission>| submission.map(|submission| submission.piece.clone());
        place(&mut self.submissions_of, id, piece(before).as_ref(), piece(after).as_ref());
    }

    pub(super) fn place_frozen(&mut self, id: &EntityId, before: Option<&Frozen>, after: Option<&Frozen>) {
        let piece = |frozen: Option<&Frozen>| frozen.map(|frozen| frozen.piece.clone());
        place(&mut self.frozen_of, id, piece(before).as_ref(), piece(after).as_ref());
    }

    pub(super) fn artifacts_of(&self, piece: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.artifacts_of.get(piece).into_iter().flatten()
    }

    pub(super) fn claims_of(&self, piece: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.claims_of.get(piece).into_iter().flatten()
    }

    pub(super) fn submissions_of(&self, piece: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.submissions_of.get(piece).into_iter().flatten()
    }

    pub(super) fn frozen_of(&self, piece: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.frozen_of.get(piece).into_iter().flatten()
    }

    pub(super) fn claims_for(&self, competency: &ItemId) -> impl Iterator<Item = &EntityId> {
        self.claims_for.get(competency).into_iter().flatten()
    }
}

fn piece_of(claim: &Claim) -> Option<&EntityId> {
    match &claim.grounds {
        Grounds::Work(piece) => Some(piece),
        Grounds::OwnWord { .. } => None,
    }
}

fn place<K: Ord + Clone>(map: &mut BTreeMap<K, Ids>, id: &EntityId, before: Option<&K>, after: Option<&K>) {
    if before == after {
        return;
    }
    if let Some(key) = before
        && let Some(ids) = map.get_mut(key)
    {
        ids.remove(id);
        if ids.is_empty() {
            map.remove(key);
        }
    }
    if let Some(key) = after {
        map.entry(key.clone()).or_default().insert(id.clone());
    }
}
