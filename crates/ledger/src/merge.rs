//! Ops that were written elsewhere: another tab, another device, an earlier start.

use replica::Op;

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
}
