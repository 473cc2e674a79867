//! Adopting and leaving frameworks.

use chrono::NaiveDate;

use super::artifacts::check_files;
use super::{Refusal, Wording};
use crate::change::Change;
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::model::{Adoption, Origin, Portfolio, StoredFile};

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
            adopted: Some(today),
            origin: new.origin,
            rule: None,
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

    pub(super) fn leave(&self, framework: &EntityId) -> Result<Vec<Change>, Refusal> {
        match self.adoption(framework) {
            Some(adoption) if adoption.standing.is_live() => Ok(vec![Change::Trash { entity: framework.clone() }]),
            _ => Err(Refusal::NotThere { entity: framework.clone() }),
        }
    }
}
