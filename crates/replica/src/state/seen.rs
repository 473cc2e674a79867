//! What a writer has seen, and so replaces, when it carries out an edit.

use super::State;
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
                let additions = self.known(entity).zip(self.field_names.find(field));
                let set = additions.and_then(|(entity, field)| entity.set(field));
                set.iter()
                    .flat_map(|set| set.heads.iter())
                    .filter(|head| head.value == *value)
                    .map(|head| head.id)
                    .collect()
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
        let register = self.known(entity).zip(self.field_names.find(field));
        let register = register.and_then(|(entity, field)| entity.register(field));
        register.iter().flat_map(|register| register.heads.iter()).map(|head| head.id).collect()
    }

    /// The heads of an entity and its parts, and the trashings that a new one takes over from.
    fn all_of(&self, entity: &Entity) -> Vec<OpId> {
        let parts = entity.parts.iter().filter_map(|part| self.at(*part)).flat_map(Entity::heads);
        entity.heads().chain(parts).chain(entity.trashings()).collect()
    }
}
