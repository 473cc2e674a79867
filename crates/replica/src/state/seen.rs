//! What a writer has seen, and so replaces, when it carries out an edit.

use std::borrow::Cow;

use super::State;
use super::contents::Contents;
use super::entity::Entity;
use crate::edit::Edit;
use crate::id::OpId;

impl State {
    /// The ids that an edit replaces, ends or covers, ascending.
    pub(crate) fn seen_by(&self, edit: &Edit) -> Vec<OpId> {
        let mut ids = match edit {
            Edit::Create { entity, fields } => fields.keys().flat_map(|field| self.heads_of(entity, field)).collect(),
            Edit::Set { entity, field, .. } => self.heads_of(entity, field),
            Edit::Add { entity, field, value } | Edit::Remove { entity, field, value } => {
                let additions = self.contents_of(entity).zip(self.field_names.find(field));
                let set = additions.as_ref().and_then(|(contents, field)| contents.set(*field));
                let heads = set.iter().flat_map(|set| set.heads.iter());
                heads.filter(|head| head.value == *value).map(|head| head.id).collect()
            }
            Edit::Trash { entity } => self.known(entity).map_or_else(Vec::new, |entity| self.all_of(entity)),
            Edit::Restore { entity } => self.known(entity).iter().flat_map(|entity| entity.trashings()).collect(),
            Edit::Purge { .. } => Vec::new(),
        };
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Entities with their parts, ascending: what a purge of them must name.
    pub(crate) fn with_parts(&self, mut entities: Vec<String>) -> Vec<String> {
        let views = entities.iter().filter_map(|entity| self.entity(entity));
        let parts: Vec<_> = views.flat_map(|view| view.parts()).map(str::to_owned).collect();
        entities.extend(parts);
        entities.sort_unstable();
        entities.dedup();
        entities
    }

    fn heads_of(&self, entity: &str, field: &str) -> Vec<OpId> {
        let put = self.contents_of(entity).zip(self.field_names.find(field));
        let register = put.as_ref().and_then(|(contents, field)| contents.register(*field));
        register.iter().flat_map(|register| register.heads.iter()).map(|head| head.id).collect()
    }

    fn contents_of(&self, entity: &str) -> Option<Cow<'_, Contents>> {
        self.known(entity).map(Entity::contents)
    }

    /// The heads of an entity and its parts, and the trashings that a new one takes over from.
    fn all_of(&self, entity: &Entity) -> Vec<OpId> {
        let parts = entity.parts.iter().filter_map(|part| self.at(*part)).flat_map(Entity::heads);
        entity.heads().into_iter().chain(parts).chain(entity.trashings()).collect()
    }
}
