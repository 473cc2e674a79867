//! Undo: the edits that take an edit back.

use crate::edit::Edit;
use crate::state::{EntityView, Standing, State};
use crate::value::Value;

impl State {
    /// The edits that will take `edit` back, in the order to carry them out. Ask before `edit` is applied: they restore
    /// what this state shows now. A purge cannot be taken back, and what changes nothing needs no undoing.
    pub fn inverse(&self, edit: &Edit) -> Vec<Edit> {
        match edit {
            Edit::Create { entity, fields } => match self.entity(entity) {
                None => vec![Edit::Trash { entity: entity.clone() }],
                Some(view) => fields.keys().map(|field| put_back(&view, field)).collect(),
            },
            Edit::Set { entity, field, .. } => match self.entity(entity) {
                None => vec![Edit::Trash { entity: entity.clone() }],
                Some(view) => vec![put_back(&view, field)],
            },
            Edit::Add { entity, field, value } if !self.has_member(entity, field, value) => {
                vec![Edit::Remove { entity: entity.clone(), field: field.clone(), value: value.clone() }]
            }
            Edit::Remove { entity, field, value } if self.has_member(entity, field, value) => {
                vec![Edit::Add { entity: entity.clone(), field: field.clone(), value: value.clone() }]
            }
            Edit::Trash { entity } if self.is_not(entity, Standing::Trashed) => {
                vec![Edit::Restore { entity: entity.clone() }]
            }
            Edit::Restore { entity } if self.is_not(entity, Standing::Live) => {
                vec![Edit::Trash { entity: entity.clone() }]
            }
            Edit::Add { .. } | Edit::Remove { .. } | Edit::Trash { .. } | Edit::Restore { .. } | Edit::Purge { .. } => {
                Vec::new()
            }
        }
    }

    fn has_member(&self, entity: &str, field: &str, value: &Value) -> bool {
        self.entity(entity).is_some_and(|view| view.members(field).contains(&value))
    }

    fn is_not(&self, entity: &str, standing: Standing) -> bool {
        self.entity(entity).is_some_and(|view| view.standing() != standing)
    }
}

fn put_back(view: &EntityView<'_>, field: &str) -> Edit {
    let value = view.get(field).cloned().unwrap_or_default();
    Edit::Set { entity: view.id().to_owned(), field: field.to_owned(), value }
}
