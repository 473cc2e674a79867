//! Adopting and leaving frameworks.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::artifacts::check_files;
use super::{Refusal, Wording, add, remove, set};
use crate::change::{Change, FieldValue};
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::framework::Frameworks;
use crate::model::{Adoption, Origin, Portfolio, StoredFile, proficient_value};

/// A framework to adopt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFramework {
    /// SHA-256 of the package's bytes in lower-case hex.
    pub package: String,
    /// What it is called.
    pub title: String,
    /// The package as it is stored.
    pub file: StoredFile,
    /// At which depth the competencies are; `None` for the leaves.
    pub depth: Option<u32>,
    /// Of each scale of others in it, in order, the place of the step that means proficient; `None` where nobody knows.
    pub proficient: Vec<Option<u8>>,
    /// Where it came from.
    pub origin: Origin,
    /// The adopted editions that it takes the place of. The rules of the first are those of the new one, too.
    pub replaces: Vec<EntityId>,
}

impl Portfolio {
    pub(super) fn adopt(&self, new: NewFramework, today: NaiveDate) -> Result<Vec<Change>, Refusal> {
        if new.package.len() != 64 || !new.package.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(Refusal::NotAHash { hash: new.package });
        }
        Wording::Title.check(&new.title)?;
        check_files(&new.file, None)?;
        let id = EntityId::framework(&new.package);
        let before = self.adoption(&id);
        let adoption = Adoption {
            id: id.clone(),
            title: new.title,
            file: new.file,
            depth: new.depth,
            proficient: new.proficient,
            adopted: Some(today),
            origin: new.origin,
            rule: None,
            together: None,
            recheck: None,
            replaces: BTreeSet::new(),
            standing: Standing::Live,
        };
        let mut changes = Vec::new();
        if before.is_some_and(|before| before.standing != Standing::Live) {
            changes.push(Change::Restore { entity: id.clone() });
        }
        let fields = adoption.fields();
        changes.push(Change::Create { entity: id.clone(), fields });
        for edition in new.replaces.iter().filter(|edition| **edition != id) {
            changes.extend(self.give_way(edition, &id)?);
        }
        let first = new.replaces.first().and_then(|first| self.adoption(first)).filter(|_| before.is_none());
        changes.extend(first.into_iter().flat_map(|first| rules_of(first, &id)));
        Ok(changes)
    }

    /// An edition, and whatever it replaced, is replaced by another. What went the other way round before is taken back.
    fn give_way(&self, edition: &EntityId, to: &EntityId) -> Result<Vec<Change>, Refusal> {
        let edition = self.adopted(edition)?;
        let all = self.replaced_by(edition).into_iter().chain([&edition.id]);
        let turned = all.filter(|id| self.adoption(id).is_some_and(|one| one.replaces.contains(to)));
        let turned = turned.map(|id| remove(id, Adoption::REPLACES, to));
        Ok([add(to, Adoption::REPLACES, &edition.id)].into_iter().chain(turned).collect())
    }

    /// What was said of the other scales stays.
    pub(super) fn set_proficient(
        &self,
        framework: &EntityId,
        scale: usize,
        step: Option<u8>,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        let not_there = || Refusal::NotThere { entity: framework.clone() };
        let adoption = self.adopted(framework)?;
        let read = frameworks.get(adoption.package()).ok_or_else(not_there)?;
        let asked = read.about().scales.get(scale).ok_or_else(not_there)?;
        if step.is_some_and(|step| asked.levels(step).is_none()) {
            return Err(not_there());
        }
        let mut proficient = adoption.proficient.clone();
        proficient.resize(read.about().scales.len(), None);
        let Some(answer) = proficient.get_mut(scale).filter(|answer| **answer != step) else { return Ok(Vec::new()) };
        *answer = step;
        Ok(vec![set(framework, Adoption::PROFICIENT, proficient_value(&proficient))])
    }

    pub(super) fn set_recheck(&self, framework: &EntityId, days: Option<u32>) -> Result<Vec<Change>, Refusal> {
        let before = self.adopted(framework)?.recheck;
        let days_of = |days: u32| FieldValue::Int(days.into());
        let change = || set(framework, Adoption::RECHECK, days.map(days_of));
        Ok(if before == days { Vec::new() } else { vec![change()] })
    }

    /// What it took the place of does not come back for that: all its editions are left.
    pub(super) fn leave(&self, framework: &EntityId) -> Result<Vec<Change>, Refusal> {
        let adoption = self.adopted(framework)?;
        let is_live = |id: &&EntityId| self.adoption(id).is_some_and(|edition| edition.standing.is_live());
        let editions = self.replaced_by(adoption).into_iter().filter(is_live).chain([framework]);
        Ok(editions.map(|edition| Change::Trash { entity: edition.clone() }).collect())
    }
}

/// What the learner chose for an edition, chosen for another.
fn rules_of(edition: &Adoption, for_another: &EntityId) -> Vec<Change> {
    let text = |rule: Option<String>, field| rule.map(|rule| set(for_another, field, rule));
    let rule = text(edition.rule.map(|rule| rule.to_string()), Adoption::RULE);
    let together = text(edition.together.map(|rule| rule.to_string()), Adoption::TOGETHER);
    let recheck = edition.recheck.map(|days| set(for_another, Adoption::RECHECK, FieldValue::Int(days.into())));
    [rule, together, recheck].into_iter().flatten().collect()
}
