//! A copy of a piece, to go on from.

use super::evidence::{claimed, created};
use super::tags::tagged;
use super::{Context, Refusal, Wording, artifacts};
use crate::change::Change;
use crate::entity::{EntityId, Kind};
use crate::fields::Standing;
use crate::model::{Artifact, Evidence, Portfolio};

impl Portfolio {
    /// All that the piece is and says, its tags, claims and artifacts, under another title. What it was submitted as stays with it.
    pub(super) fn copy_piece(
        &self,
        piece: &EntityId,
        title: String,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        Wording::Title.check(&title)?;
        let copy = Evidence {
            id: EntityId::random(Kind::Evidence, (context.fresh)()),
            title,
            added: Some(context.now),
            copied: Some(piece.clone()),
            edited: None,
            standing: Standing::Live,
            ..self.piece_in_use(piece)?.clone()
        };
        let mut changes = created(&copy);
        changes.extend(copy.tags.iter().map(|tag| tagged(&copy.id, tag)));
        changes.extend(self.artifacts_of(piece).into_iter().map(|artifact| {
            let id = EntityId::random(Kind::Artifact, (context.fresh)());
            let standing = Standing::Live;
            artifacts::created(&Artifact { id, evidence: copy.id.clone(), standing, ..artifact.clone() })
        }));
        let claims = self.claims_of(piece).into_iter();
        changes.extend(claims.map(|claim| claimed(&copy.id, claim.competency.clone(), claim.level)));
        Ok(changes)
    }
}
