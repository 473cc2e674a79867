//! Adopting and leaving frameworks.

use chrono::NaiveDate;

use super::artifacts::check_files;
use super::{Refusal, Wording, set};
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
            standing: Standing::Live,
        };
        let mut changes = Vec::new();
        if before.is_some_and(|before| before.standing != Standing::Live) {
            changes.push(Change::Restore { entity: id.clone() });
        }
        let fields = adoption.fields();
        changes.push(Change::Create { entity: id, fields });
        Ok(changes)
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

    pub(super) fn leave(&self, framework: &EntityId) -> Result<Vec<Change>, Refusal> {
        match self.adoption(framework) {
            Some(adoption) if adoption.standing.is_live() => Ok(vec![Change::Trash { entity: framework.clone() }]),
            _ => Err(Refusal::NotThere { entity: framework.clone() }),
        }
    }
}
