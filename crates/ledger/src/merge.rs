//! Ops that were written elsewhere: another tab, another device, an earlier start.

use replica::segment::{Header, SegmentError, SegmentName};
use replica::{DeviceId, Op, RootId};

use crate::Ledger;

impl Ledger {
    /// Folds ops in and returns the ids of the entities that may read differently now. Any order will do, and ops that come
    /// again change nothing; a caller with many feeds them in slices and lets the page breathe between.
    pub fn merge<'ops>(&mut self, ops: impl IntoIterator<Item = &'ops Op>) -> Vec<String> {
        for op in ops {
            self.state.apply(op);
        }
        self.read_touched()
    }

    /// Folds a segment in that the device holds already, and returns the ids of the entities that may read differently now.
    pub fn merge_segment(&mut self, header: &Header, ops: Vec<Op>) -> Vec<String> {
        self.note_writers(header.device, &header.writers);
        ops.into_iter().for_each(|op| self.state.fold(op));
        self.read_touched()
    }

    /// Whether a segment that comes from a backend may be folded: it belongs to a portfolio with one of these ids, it was
    /// written by the device in whose folder it lies under the number in its name, and its Lamport numbers do not run away.
    ///
    /// # Errors
    /// What it breaks. It may be taken later; nothing is changed.
    pub fn admit(
        &self,
        header: &Header,
        roots: &[RootId],
        device: DeviceId,
        name: &SegmentName,
    ) -> Result<(), SegmentError> {
        header.verify(roots, device, name)?;
        header.admit(self.state.lamport())
    }
}
