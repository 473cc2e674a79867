//! The portfolio on somebody's storage: connecting, keeping both sides the same, and saying truthfully how far that is.
//!
//! One tab of all that have the portfolio open does it; the others wait for their turn.

mod backup;
mod connect;
mod connection;
mod device;
mod keeping;
mod kept;
mod surroundings;

pub use backup::{Backup, Summary};
pub use connect::{ConnectError, Met, SignIn};
pub use connection::Connection;
pub(super) use keeping::Keeping;
pub use kept::Kept;
pub(super) use kept::{Seen, is_among};
pub(super) use surroundings::Surroundings;

use leptos::prelude::*;

use super::AppState;

impl AppState {
    /// How the backup of the open portfolio stands.
    pub fn backup(self) -> ReadSignal<Backup, LocalStorage> {
        self.backup.read_only()
    }

    /// What the last run that came to its end saw.
    pub fn backup_summary(self) -> ReadSignal<Option<Summary>, LocalStorage> {
        self.backup_summary.read_only()
    }

    /// The storage that the open portfolio is connected to.
    pub fn connection(self) -> ReadSignal<Option<Connection>, LocalStorage> {
        self.connection.read_only()
    }

    /// Syncs now instead of in a while.
    pub fn back_up_now(self) {
        let is_resting = self.backup.with_untracked(Backup::is_resting);
        let hurried = self.of(|session| session.keeping.as_ref().map(Keeping::hurry)).flatten();
        if hurried.is_some() && is_resting {
            self.backup.set(Backup::Running(None));
        }
    }

    /// Something was stored that is not backed up yet.
    pub(super) fn outgrow_backup(self) {
        if self.backup.try_with_untracked(Backup::is_whole) == Some(true) {
            self.backup.set(Backup::Waiting);
        }
        self.of(|session| session.keeping.as_ref().map(Keeping::wake));
    }
}
