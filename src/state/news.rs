//! What was stored by somebody else: another tab of this learner, another device by way of a backend, a ZIP.

use ledger::{Ledger, Outcome};
use platform::store::StoreError;
use platform::timer;
use replica::Op;
use replica::segment::Header;

use super::load::{read_segment, read_tail};
use super::session::Session;
use super::{AppState, purge};

impl AppState {
    /// Folds in every stored segment and row of the tail that is not folded yet.
    ///
    /// # Errors
    /// When the database fails; what was read before is folded.
    pub(super) async fn read_news(self) -> Result<(), StoreError> {
        let Some((id, store, seen)) = self.of(|session| (session.id.clone(), session.store.clone(), session.seen))
        else {
            return Ok(());
        };
        for name in store.segments().await? {
            if self.of(|session| session.folded.contains(&name)) == Some(false)
                && let Some((header, ops)) = read_segment(&store, &name).await?
            {
                self.fold_segment(&id, name, &header, ops);
                timer::breathe().await;
            }
        }
        let (ops, last) = read_tail(&store, seen).await?;
        self.fold(&id, |session| {
            session.seen = last;
            session.fold(ops, |ledger, ops| ledger.merge(&ops))
        });
        self.finish_purges();
        self.want_previews();
        Ok(())
    }

    /// Folds in a segment that is stored.
    pub(super) fn fold_segment(self, profile: &str, name: String, header: &Header, ops: Vec<Op>) {
        self.fold(profile, |session| {
            session.folded.insert(name);
            session.fold(ops, |ledger, ops| ledger.merge_segment(header, ops))
        });
    }

    /// Tells the views what `fold` touched. Where another profile is open meanwhile, nothing happens.
    fn fold(self, profile: &str, fold: impl FnOnce(&mut Session) -> Vec<String>) {
        self.touched(&self.within_profile(profile, fold).unwrap_or_default());
    }

    /// Purges the parts of pieces that somebody purged without having seen them, and erases the bytes of what is purged.
    pub(super) fn finish_purges(self) {
        let finish = |session: &mut Session| {
            // Where nothing is to be purged, the last act can be taken back as before.
            let undo = session.undo.clone();
            let outcome = session.ledger.finish_purges(session.now())?;
            Ok(if outcome.ops.is_empty() { Outcome { undo, ..outcome } } else { outcome })
        };
        if let Err(refused) = self.act(finish) {
            leptos::logging::warn!("parts of purged pieces are still here: {refused:?}");
        }
        self.erase_purged();
    }
}

impl Session {
    /// Folds in ops from elsewhere and returns what may read differently now.
    fn fold(&mut self, ops: Vec<Op>, fold: impl FnOnce(&mut Ledger, Vec<Op>) -> Vec<String>) -> Vec<String> {
        self.beyond_snapshot += ops.len();
        if purge::is_among(&ops) {
            self.purging(|session| fold(&mut session.ledger, ops))
        } else {
            fold(&mut self.ledger, ops)
        }
    }
}
