//! What changed, so that only that need be read anew.

use super::State;

impl State {
    /// The ids of the entities that may read differently than at the last call, each once.
    pub fn take_touched(&mut self) -> Vec<String> {
        let touched = std::mem::take(&mut self.touched);
        let mut ids = Vec::with_capacity(touched.len());
        for number in touched {
            if let Some(entity) = self.at_mut(number) {
                entity.touched = false;
                ids.push(self.entity_names.name(number).to_owned());
            }
        }
        ids
    }

    /// Marks an entity as changed, and with it all whose standing hangs on its heads.
    pub(super) fn touch_around(&mut self, number: u32) {
        self.touch(number);
        let Some(entity) = self.at(number) else { return };
        let whole = entity.of;
        if entity.trash.is_some() {
            self.touch_parts(number);
        }
        if let Some(whole) = whole.filter(|whole| self.at(*whole).is_some_and(|whole| whole.trash.is_some())) {
            self.touch(whole);
            self.touch_parts(whole);
        }
    }

    pub(super) fn touch_parts(&mut self, number: u32) {
        for part in self.at(number).map(|entity| entity.parts.clone()).unwrap_or_default() {
            self.touch(part);
        }
    }

    fn touch(&mut self, number: u32) {
        if let Some(entity) = self.at_mut(number).filter(|entity| !entity.touched) {
            entity.touched = true;
            self.touched.push(number);
        }
    }
}
