//! What a learner wants to do, and the changes that do it.

pub mod artifacts;
mod claims;
mod evidence;
mod frameworks;
mod goals;
mod learner;
pub mod placement;
mod refusal;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

pub use artifacts::{ArtifactEdit, NewArtifact};
pub use evidence::{NewEvidence, PieceEdit};
pub use frameworks::NewFramework;
pub use refusal::{Refusal, Wording};

use crate::change::Change;
use crate::entity::EntityId;
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::Portfolio;

/// One act of a learner. It is carried out whole or not at all, and undone in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// To be called something else.
    SetName {
        /// What; empty for nothing.
        name: String,
    },
    /// To have exactly these interests.
    SetInterests {
        /// Which.
        interests: BTreeSet<String>,
    },
    /// To have one interest more.
    AddInterest {
        /// Which.
        interest: String,
    },
    /// To have one interest less.
    RemoveInterest {
        /// Which.
        interest: String,
    },
    /// To work with a framework. Adopting one again takes it back into use and may choose another depth.
    AdoptFramework(NewFramework),
    /// To stop working with a framework. Goals, claims and evidence stay.
    LeaveFramework {
        /// Which.
        framework: EntityId,
    },
    /// To put a competency at the end of the pathway, ready for it or not.
    ChooseGoal {
        /// Which.
        competency: ItemId,
        /// The level to reach.
        aim: Level,
        /// By when.
        due: Option<NaiveDate>,
    },
    /// To take a goal off the pathway.
    DropGoal {
        /// Which.
        goal: EntityId,
    },
    /// To put a goal elsewhere on the pathway.
    MoveGoal {
        /// Which.
        goal: EntityId,
        /// Where.
        to: Place,
    },
    /// To aim higher or lower.
    SetAim {
        /// In which goal.
        goal: EntityId,
        /// At what.
        aim: Level,
    },
    /// To move the date of a goal, or take it away.
    SetDue {
        /// Of which goal.
        goal: EntityId,
        /// To when.
        due: Option<NaiveDate>,
    },
    /// To add a piece of work with all that belongs to it. The first change creates the piece.
    AddEvidence(NewEvidence),
    /// To write or correct one thing of a piece.
    EditEvidence {
        /// Which piece.
        piece: EntityId,
        /// What.
        edit: PieceEdit,
    },
    /// To add a file or link to a piece, at its end. The first change creates the artifact.
    AddArtifact {
        /// To which piece.
        piece: EntityId,
        /// What.
        artifact: NewArtifact,
    },
    /// To write or correct the words of an artifact.
    EditArtifact {
        /// Which.
        artifact: EntityId,
        /// What.
        edit: ArtifactEdit,
    },
    /// To put an artifact elsewhere in its piece.
    MoveArtifact {
        /// Which.
        artifact: EntityId,
        /// Where.
        to: Place,
    },
    /// To take an artifact out of its piece.
    RemoveArtifact {
        /// Which.
        artifact: EntityId,
    },
    /// To claim a level in a competency for a piece.
    ClaimLevel {
        /// For which piece.
        piece: EntityId,
        /// In what.
        competency: ItemId,
        /// Which level.
        level: Level,
    },
    /// To take a claim back, of a piece or on one's own word.
    Unclaim {
        /// Which.
        claim: EntityId,
    },
    /// To say where one is: level 3 in each of these and in all they rest on, without work (see [`placement`]).
    PlaceSelf {
        /// The furthest that is true, of each subject or strand.
        furthest: Vec<ItemId>,
    },
    /// To put a piece in the trash.
    Trash {
        /// Which.
        piece: EntityId,
    },
    /// To take a piece out of the trash, or to keep one that came back from it.
    Restore {
        /// Which.
        piece: EntityId,
    },
    /// To erase pieces and all that belongs to them for ever.
    Purge {
        /// Which.
        pieces: Vec<EntityId>,
    },
}

/// A place beside something of the same list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Right before it.
    Before(EntityId),
    /// Right after it.
    After(EntityId),
}

/// What an act depends on besides the portfolio.
pub struct Context<'a> {
    /// The instant of the act.
    pub now: DateTime<Utc>,
    /// The day of the act where the learner is.
    pub today: NaiveDate,
    /// Gives 128 random bits for a new id, others each time.
    pub fresh: &'a mut dyn FnMut() -> u128,
    /// The frameworks the learner works with.
    pub frameworks: &'a Frameworks,
}

impl Portfolio {
    /// The changes that carry out an act, in order; none if there is nothing to change.
    ///
    /// # Errors
    /// Why it cannot be done, with the values a sentence about it needs.
    pub fn plan(&self, intent: Intent, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        match intent {
            Intent::SetName { name } => self.set_name(&name),
            Intent::SetInterests { interests } => self.set_interests(&interests),
            Intent::AddInterest { interest } => self.add_interest(&interest),
            Intent::RemoveInterest { interest } => Ok(self.remove_interest(&interest)),
            Intent::AdoptFramework(framework) => self.adopt(framework, context.today),
            Intent::LeaveFramework { framework } => self.leave(&framework),
            Intent::ChooseGoal { competency, aim, due } => self.choose(&competency, aim, due, context),
            Intent::DropGoal { goal } => self.drop_goal(&goal),
            Intent::MoveGoal { goal, to } => self.move_goal(&goal, &to),
            Intent::SetAim { goal, aim } => self.set_aim(&goal, aim),
            Intent::SetDue { goal, due } => self.set_due(&goal, due, context.today),
            Intent::AddEvidence(new) => self.add_evidence(new, context),
            Intent::EditEvidence { piece, edit } => self.edit_evidence(&piece, edit, context.today),
            Intent::AddArtifact { piece, artifact } => self.add_artifact(&piece, artifact, context),
            Intent::EditArtifact { artifact, edit } => self.edit_artifact(&artifact, edit),
            Intent::MoveArtifact { artifact, to } => self.move_artifact(&artifact, &to),
            Intent::RemoveArtifact { artifact } => self.remove_artifact(&artifact),
            Intent::ClaimLevel { piece, competency, level } => {
                self.claim_level(&piece, &competency, level, context.frameworks)
            }
            Intent::Unclaim { claim } => self.unclaim(&claim),
            Intent::PlaceSelf { furthest } => self.place_self(&furthest, context),
            Intent::Trash { piece } => self.trash(&piece),
            Intent::Restore { piece } => self.restore(&piece),
            Intent::Purge { pieces } => self.purge(pieces),
        }
    }
}

fn set(entity: &EntityId, field: &str, value: impl Into<crate::FieldValue>) -> Change {
    Change::Set { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}

fn add(entity: &EntityId, field: &str, value: impl Into<crate::FieldValue>) -> Change {
    Change::Add { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}

fn remove(entity: &EntityId, field: &str, value: impl Into<crate::FieldValue>) -> Change {
    Change::Remove { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}
