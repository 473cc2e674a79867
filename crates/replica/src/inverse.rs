//! Undo: the edits that take an edit back.

use crate::edit::Edit;
use crate::state::{EntityView, Standing, State};
use crate::value::Value;

impl State {
    /// The edits that will take `edit` back, in the order to carry them out. Ask before `edit` is applied: they restore
    /// what this state shows now. A purge cannot be taken back, and what changes nothing needs no undoing.
    pub fn inverse(&self, edit: &Edit) -> Vec<Edit> {
        match edit {
            Edit::Create { entity, fields } => self.put_back(entity, &mut fields.keys()),
            // What is written to without having been created is always there, and has nothing in it before.
            Edit::Set { entity, field, .. } if self.entity(entity).is_none() => {
                vec![Edit::Set { entity: entity.clone(), field: field.clone(), value: Value::default() }]
            }
            Edit::Set { entity, field, .. } => self.put_back(entity, &mut std::iter::once(field)),
            Edit::Add { entity, field, value } => {
                let remove = || Edit::Remove { entity: entity.clone(), field: field.clone(), value: value.clone() };
                let is_new = !self.has_member(entity, field, value);
                is_new.then(remove).into_iter().chain(self.cover_again(entity)).collect()
            }
            Edit::Remove { entity, field, value } if self.has_member(entity, field, value) => {
                let add = Edit::Add { entity: entity.clone(), field: field.clone(), value: value.clone() };
                std::iter::once(add).chain(self.cover_again(entity)).collect()
            }
            Edit::Trash { entity } if self.standing_alone(entity) != Standing::Trashed => {
                vec![Edit::Restore { entity: entity.clone() }]
            }
            Edit::Restore { entity } if self.standing_alone(entity) == Standing::Trashed => {
                vec![Edit::Trash { entity: entity.clone() }]
            }
            Edit::Remove { .. } | Edit::Trash { .. } | Edit::Restore { .. } | Edit::Purge { .. } => Vec::new(),
        }
    }

    fn put_back(&self, entity: &str, fields: &mut dyn Iterator<Item = &String>) -> Vec<Edit> {
        let Some(view) = self.entity(entity) else {
            return vec![Edit::Trash { entity: entity.to_owned() }];
        };
        fields.map(|field| shown_again(&view, field)).chain(self.cover_again(entity)).collect()
    }

    /// Whatever stands anew in a trashed entity brings it back, be it the act or its undoing: it goes into the trash again.
    fn cover_again(&self, entity: &str) -> Option<Edit> {
        let is_trashed = |entity: &str| self.standing_alone(entity) == Standing::Trashed;
        let whole = self.whole_of(entity).filter(|whole| is_trashed(whole));
        whole
            .or_else(|| Some(entity).filter(|entity| is_trashed(entity)))
            .map(|entity| Edit::Trash { entity: entity.to_owned() })
    }

    fn has_member(&self, entity: &str, field: &str, value: &Value) -> bool {
        self.entity(entity).is_some_and(|view| view.members(field).contains(&value))
    }
}

fn shown_again(view: &EntityView<'_>, field: &str) -> Edit {
    let value = view.get(field).cloned().unwrap_or_default();
    Edit::Set { entity: view.id().to_owned(), field: field.to_owned(), value }
}
