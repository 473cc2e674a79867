//! Beginning pathways, naming and ordering them, and putting them away.

use chrono::NaiveDate;

use super::goals::moved;
use super::{Context, Place, Refusal, Wording, said};
use crate::change::Change;
use crate::entity::{EntityId, Kind};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Pathway, Portfolio};
use crate::order;

/// A pathway that somebody wants to walk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPathway {
    /// What it is called.
    pub name: String,
    /// Why; may be empty.
    pub purpose: String,
    /// Who proposed it; empty where nobody did.
    pub from: String,
    /// What stands on it, in order; each competency once.
    pub goals: Vec<NewGoal>,
}

/// A competency that somebody wants to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGoal {
    /// Which.
    pub competency: ItemId,
    /// The level to reach.
    pub aim: Level,
    /// By when.
    pub due: Option<NaiveDate>,
}

impl Portfolio {
    /// The pathway, after all others, and its goals.
    pub(super) fn add_pathway(&self, new: &NewPathway, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        let name = new.name.trim();
        if name.is_empty() {
            return Err(Refusal::NoWords);
        }
        check_words(name, &new.purpose)?;
        Wording::Name.check(&new.from)?;
        let id = EntityId::random(Kind::Pathway, (context.fresh)());
        let pathways = self.pathways();
        let last = pathways.last().map_or("", |pathway| pathway.order.as_str());
        let pathway = Pathway {
            id: id.clone(),
            name: name.to_owned(),
            purpose: new.purpose.trim().to_owned(),
            order: order::after(last),
            begun: Some(context.today),
            from: new.from.clone(),
            ..Pathway::default()
        };
        let mut changes = vec![Change::Create { entity: id.clone(), fields: pathway.fields() }];
        for (number, (goal, key)) in new.goals.iter().zip(order::spaced(new.goals.len())).enumerate() {
            let before = new.goals.get(..number).unwrap_or_default();
            if before.iter().any(|other| other.competency == goal.competency) {
                return Err(Refusal::AlreadyChosen { goal: EntityId::goal(&id, &goal.competency) });
            }
            changes.extend(self.begin_goal(&id, goal, key, context)?);
        }
        Ok(changes)
    }

    /// The first one may go without a name.
    pub(super) fn describe_pathway(&self, id: &EntityId, name: &str, purpose: &str) -> Result<Vec<Change>, Refusal> {
        let pathway = self.walked_pathway(id)?;
        let (name, purpose) = (name.trim(), purpose.trim());
        if name.is_empty() && !pathway.is_first() {
            return Err(Refusal::NoWords);
        }
        check_words(name, purpose)?;
        let mut changes = said(id, Pathway::NAME, &pathway.name, name.to_owned());
        changes.extend(said(id, Pathway::PURPOSE, &pathway.purpose, purpose.to_owned()));
        Ok(changes)
    }

    pub(super) fn move_pathway(&self, id: &EntityId, to: &Place) -> Result<Vec<Change>, Refusal> {
        self.walked_pathway(id)?;
        let pathways = self.pathways();
        let list: Vec<(&EntityId, &str)> =
            pathways.iter().map(|pathway| (&pathway.id, pathway.order.as_str())).collect();
        moved(&list, id, to, Pathway::ORDER)
    }

    /// Its goals go with it, and come back with it.
    pub(super) fn put_away_pathway(&self, id: &EntityId) -> Result<Vec<Change>, Refusal> {
        if self.walked_pathway(id)?.is_first() {
            return Err(Refusal::FirstPathwayStays);
        }
        Ok(vec![Change::Trash { entity: id.clone() }])
    }

    pub(super) fn take_up_pathway(&self, id: &EntityId) -> Result<Vec<Change>, Refusal> {
        let pathway = self.pathway(id).ok_or_else(|| Refusal::NotThere { entity: id.clone() })?;
        if pathway.standing.is_live() {
            return Err(Refusal::NotInTrash { entity: id.clone() });
        }
        Ok(vec![Change::Restore { entity: id.clone() }])
    }

    /// A pathway that is in use.
    pub(super) fn walked_pathway(&self, id: &EntityId) -> Result<&Pathway, Refusal> {
        let walked = self.pathway(id).filter(|pathway| pathway.standing.is_live());
        walked.ok_or_else(|| Refusal::NotThere { entity: id.clone() })
    }
}

fn check_words(name: &str, purpose: &str) -> Result<(), Refusal> {
    Wording::Name.check(name)?;
    Wording::Purpose.check(purpose)
}
