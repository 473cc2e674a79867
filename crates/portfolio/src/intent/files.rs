//! What happens to the file of an artifact after it came in: another takes its place, or more is known of it.

use std::collections::{BTreeMap, BTreeSet};

use super::artifacts::{check_files, created};
use super::{Context, Refusal};
use crate::change::{Change, FieldValue};
use crate::entity::{EntityId, Kind};
use crate::model::{Artifact, Content, Portfolio, Preview, Private, StoredFile};

/// A file that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The file.
    pub file: StoredFile,
    /// What it was made from.
    pub source: Option<StoredFile>,
    /// What it lacks that the other had.
    pub cleaned: BTreeSet<Private>,
}

impl Portfolio {
    /// A new artifact stands where the old one stood, with its words: what an artifact holds never changes, so that whoever saw the
    /// old one, or froze it, knows which it was.
    pub(super) fn replace_file(
        &self,
        artifact: &EntityId,
        by: Replacement,
        forget: bool,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        let before = self.artifact_in_use(artifact)?;
        if before.file().is_none() {
            return Err(Refusal::NotAFile { artifact: artifact.clone() });
        }
        check_files(&by.file, by.source.as_ref())?;
        let new = Artifact {
            id: EntityId::random(Kind::Artifact, (context.fresh)()),
            content: Some(Content::File(by.file)),
            source: by.source,
            preview: Preview::default(),
            cleaned: before.cleaned.union(&by.cleaned).copied().collect(),
            ..before.clone()
        };
        let old = if forget {
            Change::Purge { entities: vec![artifact.clone()] }
        } else {
            Change::Trash { entity: artifact.clone() }
        };
        Ok(vec![created(&new), old])
    }

    /// What is not known now takes nothing away that was known before.
    pub(super) fn set_preview(&self, artifact: &EntityId, preview: &Preview) -> Result<Vec<Change>, Refusal> {
        let before = self.artifact_in_use(artifact)?;
        preview.files().try_for_each(|file| check_files(file, None))?;
        let known = before.preview.fields();
        let is_new = |(field, value): &(String, FieldValue)| known.get(field) != Some(value);
        let fields: BTreeMap<_, _> = preview.fields().into_iter().filter(is_new).collect();
        let change = |fields| vec![Change::Create { entity: artifact.clone(), fields }];
        Ok(if fields.is_empty() { Vec::new() } else { change(fields) })
    }
}
