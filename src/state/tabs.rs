//! Several tabs of one learner: the database is the truth, a hint says only that there is something to read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::AppState;
use super::open::read_tail;
use crate::platform::hints::Hints;
use crate::platform::lifecycle::{self, Moment};

const STORED: &str = "stored";

impl AppState {
    /// Hears when another tab of this learner has stored something.
    pub(super) fn listen_to_other_tabs(self) {
        let Some(id) = self.session.with_value(|session| session.as_ref().map(|session| session.id.clone())) else {
            return;
        };
        match Hints::open(&format!("cairn-{id}"), move |_| self.read_other_tabs()) {
            Ok(hints) => self.session.update_value(|session| {
                if let Some(session) = session {
                    session.hints = Some(hints);
                }
            }),
            Err(error) => leptos::logging::warn!("other tabs are read only at the next start: {error}"),
        }
    }

    pub(super) fn tell_other_tabs(self) {
        self.session.with_value(|session| {
            if let Some(hints) = session.as_ref().and_then(|session| session.hints.as_ref())
                && let Err(error) = hints.say(STORED)
            {
                leptos::logging::warn!("other tabs were not told: {error}");
            }
        });
    }

    /// Folds in what other tabs appended to the tail since it was read last.
    fn read_other_tabs(self) {
        spawn_local(async move {
            let Some((store, seen)) = self
                .session
                .with_value(|session| session.as_ref().map(|session| (session.store.clone(), session.seen)))
            else {
                return;
            };
            match read_tail(&store, seen).await {
                Ok((ops, last)) => {
                    let touched = self.session.try_update_value(|session| {
                        let session = session.as_mut()?;
                        session.seen = last;
                        Some(session.ledger.merge(&ops))
                    });
                    self.touched(&touched.flatten().unwrap_or_default());
                }
                Err(error) => leptos::logging::warn!("what another tab stored was not read: {error}"),
            }
        });
    }

    /// Follows the page: the network comes and goes, and a page in sight again tries what failed.
    pub(super) fn watch_page(self) {
        self.online.set(lifecycle::is_online());
        let moments: [(Moment, Box<dyn FnMut()>); 6] = [
            (Moment::Online, Box::new(move || self.online.set(true))),
            (Moment::Offline, Box::new(move || self.online.set(false))),
            (Moment::Hidden, Box::new(move || self.flush())),
            (Moment::Leaving, Box::new(move || self.keep_last_words())),
            (Moment::Visible, Box::new(move || self.save_again())),
            (Moment::Returning, Box::new(move || self.read_other_tabs())),
        ];
        for (moment, then) in moments {
            match lifecycle::on(moment, then) {
                Ok(listener) => listener.forever(),
                Err(error) => leptos::logging::warn!("{moment:?} goes unnoticed: {error}"),
            }
        }
    }
}
