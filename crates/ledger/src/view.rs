//! A folded entity, read as `portfolio` reads.

use std::ops::Range;

use portfolio::{EntityId, FieldValue, Fields, Portfolio, Standing};
use replica::{Damaged, EntityView, Value};

use crate::{Ledger, convert};

struct Entity<'state>(EntityView<'state>);

impl Fields for Entity<'_> {
    fn get(&self, field: &str) -> Option<FieldValue> {
        self.0.get(field).map(convert::field_value)
    }

    fn text(&self, field: &str) -> Option<&str> {
        match self.0.get(field) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn members(&self, field: &str) -> Vec<FieldValue> {
        self.0.members(field).into_iter().map(convert::field_value).collect()
    }

    fn standing(&self) -> Standing {
        match self.0.standing() {
            replica::Standing::Live => Standing::Live,
            replica::Standing::Trashed => Standing::Trashed,
            replica::Standing::Recovered => Standing::Recovered,
        }
    }
}

/// Reads an entity anew. Kinds that a newer app made are folded and kept, not read.
fn refresh(portfolio: &mut Portfolio, view: EntityView<'_>) {
    if let Ok(known) = EntityId::sharing(&view.shared_id()) {
        portfolio.refresh(&known, Some(&Entity(view)));
    }
}

impl Ledger {
    pub(crate) fn read_all(&mut self) {
        // What the fold touched up to here is among them.
        self.state.take_touched();
        for view in self.state.entities() {
            refresh(&mut self.portfolio, view);
        }
    }

    /// Reads the entities at these places of the state, of which nothing was read before.
    ///
    /// # Errors
    /// [`Damaged`]: the snapshot that the state came from is of no use.
    pub(crate) fn read_some(&mut self, places: Range<usize>) -> Result<(), Damaged> {
        for view in self.state.some_entities(places) {
            refresh(&mut self.portfolio, view?);
        }
        Ok(())
    }

    /// Reads anew what the fold touched, and returns the ids. Kinds that a newer app made are folded and kept, not read.
    pub(crate) fn read_touched(&mut self) -> Vec<String> {
        let ids = self.state.take_touched();
        self.read(&ids);
        ids
    }

    fn read(&mut self, ids: &[String]) {
        for id in ids {
            let Ok(known) = EntityId::parse(id) else { continue };
            let entity = self.state.entity(id).map(Entity);
            self.portfolio.refresh(&known, entity.as_ref().map(|entity| entity as &dyn Fields));
        }
    }
}
