//! Elements of a document that are left out, with all that is in them.

use super::xml::Event;

/// How deep within such an element the reader is.
#[derive(Default)]
pub(super) struct Skipped(usize);

impl Skipped {
    /// Takes note of an event; whether it belongs to an element that is left out, which `is_one` tells by its name.
    pub(super) fn has(&mut self, event: &Event<'_>, is_one: impl FnOnce(&str) -> bool) -> bool {
        match event {
            Event::Open(name, _) if self.0 > 0 || is_one(name) => self.0 += 1,
            Event::Close(_) if self.0 > 0 => {
                self.0 -= 1;
                return true;
            }
            _ => {}
        }
        self.0 > 0
    }

    /// Leaves out the element that has just been opened, too.
    pub(super) fn begin(&mut self) {
        self.0 = 1;
    }
}
