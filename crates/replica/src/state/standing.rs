//! Trash that loses to what it had not seen.

use super::State;
use super::entity::Entity;

/// How an entity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nobody has trashed it, or it was restored.
    Live,
    /// Every head of it and of its parts was named by somebody who put it in the trash.
    Trashed,
    /// It was put in the trash by somebody who had not seen all of it, so it is back.
    Recovered,
}

impl State {
    /// How an entity stands by its own trashings, whatever became of the entity it is a part of.
    pub(crate) fn standing_alone(&self, id: &str) -> Standing {
        self.known(id).map_or(Standing::Live, |entity| alone(self, entity))
    }

    /// The entity that this one is a part of.
    pub(crate) fn whole_of(&self, id: &str) -> Option<&str> {
        self.known(id).and_then(|entity| entity.of).map(|whole| self.entity_names.name(whole))
    }
}

/// How an entity stands, its parts and the entity it is a part of considered. Parts go one level deep.
pub(crate) fn of(state: &State, entity: &Entity) -> Standing {
    let Some(whole) = entity.of.and_then(|whole| state.at(whole)) else {
        return alone(state, entity);
    };
    match (alone(state, entity), alone(state, whole)) {
        // A part of what was purged has nowhere to be shown.
        _ if whole.purged => Standing::Trashed,
        (Standing::Trashed, _) | (_, Standing::Trashed) => Standing::Trashed,
        (Standing::Recovered, _) | (_, Standing::Recovered) => Standing::Recovered,
        (Standing::Live, Standing::Live) => Standing::Live,
    }
}

/// How an entity with its parts stands by its own trashings.
fn alone(state: &State, entity: &Entity) -> Standing {
    if !entity.is_trashed() {
        return Standing::Live;
    }
    let is_covered = entity.heads().into_iter().all(|head| entity.covers(head))
        && entity.parts.iter().filter_map(|part| state.at(*part)).all(|part| {
            // A part that was thrown away by itself brings nothing back.
            part.heads().into_iter().all(|head| entity.covers(head) || part.covers(head))
        });
    if is_covered { Standing::Trashed } else { Standing::Recovered }
}
