//! Finding pieces by their words: one index for the open portfolio, brought up to date by what changed.
//!
//! It is a cache. It is read from the disk when somebody first looks for something, and compared with the portfolio, piece by piece:
//! each has a stamp over the texts that were read of it, so nobody has to remember which ops it knows. Until a portfolio is open it
//! finds as much as was kept of it.

mod catch_up;
mod early;
mod keep;

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::{EntityId, Kind, Portfolio};
use search::{Hit, Index, Query};

use super::session::Session;
use super::{AppState, revisions};
use crate::parts::{Task, apart};
use catch_up::{LastRead, Unread};
pub(super) use early::Early;

/// The topic of everything that is found.
const TOPIC: &str = "search";

/// The index of the open portfolio, and what is still to be done to it.
#[derive(Default)]
pub(super) struct Search {
    /// `None` until somebody looks for something.
    index: Option<Index>,
    /// The pieces that may read differently than they were put in.
    stale: BTreeSet<EntityId>,
    /// Those whose files hold words that are still to be read.
    unread: Vec<Unread>,
    last_read: Option<LastRead>,
    /// Whether somebody is at it.
    under_way: bool,
    /// Whether every piece was looked at since it was read from the disk.
    is_whole: bool,
    /// What of it is on the disk.
    kept: Kept,
}

/// What the disk has of an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kept {
    /// Nothing that is of use; as long as nobody looked, this is not known.
    #[default]
    Nothing,
    /// All but what changed since.
    Index,
    /// Words that may have been purged.
    Purged,
}

apart! {
    fn catching_up in search(state: AppState, profile: String) -> Task {
        Box::pin(state.catch_up(profile))
    }
}

impl AppState {
    /// Sees to it that the words of the portfolio can be searched, and stay up to date. To be called by a view that searches.
    pub fn want_search(self) {
        let begins = self.within(|session| {
            let search = &mut session.search;
            let begins = !search.under_way && !search.knows_all();
            search.under_way |= begins;
            begins.then(|| session.id.clone())
        });
        let Some(begins) = begins else { return self.want_early_index() };
        let Some(profile) = begins else { return };
        spawn_local(async move {
            let came = catching_up(self, profile.clone()).await;
            let is_there = came.is_ok();
            match came {
                Ok(task) => task.await,
                Err(missing) => leptos::logging::warn!("nothing can be searched yet: {missing}"),
            }
            let is_behind = self.of_search(&profile, |search| {
                search.under_way = false;
                !search.knows_all()
            });
            if is_there && is_behind == Some(true) {
                self.want_search();
            }
        });
    }

    /// Looks at what holds the words of `query` among the pieces that are wanted, in no order that means anything: the key of each is
    /// what follows the kind in its id, the note its [`Headline`](portfolio::gallery::Headline). Nothing before there is an index.
    /// Subscribes the running view.
    pub fn find<T>(
        self,
        query: &Query,
        is_wanted: impl Fn(&str, &str) -> bool,
        look: impl FnOnce(&[Hit<'_>]) -> T,
    ) -> Option<T> {
        self.track(TOPIC);
        let look = |index: &Index| look(&index.find_among(query, &is_wanted));
        match self.of(|_| ()) {
            Some(()) => self.of(|session| session.search.index.as_ref().map(look)).flatten(),
            None => self.of_early_index(look),
        }
    }

    /// Whether the index has caught up with the portfolio, so that what it does not find is not there. Subscribes the running view.
    pub fn finds_all(self) -> bool {
        self.track(TOPIC);
        self.of(|session| session.search.knows_all()) == Some(true)
    }

    /// Takes note that these entities may read differently now.
    pub(super) fn outdate_search(self, touched: &[String]) {
        let wanted = self.within(|session| session.outdate_search(touched));
        if wanted == Some(true) {
            self.want_search();
        }
    }

    /// Takes note that competencies may be called differently now.
    pub(super) fn outdate_all_search(self) {
        let wanted = self.within(|session| {
            session.search.is_whole = false;
            session.search.index.is_some()
        });
        if wanted == Some(true) {
            self.want_search();
        }
    }

    /// Takes words that were purged from the disk.
    pub(super) fn forget_purged_words(self) {
        let holding = self.within(|session| {
            let Search { kept, .. } = &mut session.search;
            let holds_purged = *kept == Kept::Purged;
            holds_purged.then(|| {
                *kept = Kept::Nothing;
                (session.id.clone(), session.store.clone())
            })
        });
        let Some((profile, store)) = holding.flatten() else { return };
        spawn_local(async move {
            if let Err(error) = store.drop_piece(keep::CACHE, keep::PIECE).await {
                leptos::logging::warn!("the index on the disk still holds words that were purged: {error}");
                self.of_search(&profile, Search::note_purge);
            }
        });
    }

    /// Has what the disk holds compared with the portfolio, where a purge was met that another page or device made, or an earlier start.
    pub(super) fn look_for_purged_words(self) {
        let holding = self.of(|session| (session.search.kept == Kept::Purged).then(|| session.store.clone()));
        let Some(store) = holding.flatten() else { return };
        spawn_local(async move {
            match store.piece(keep::CACHE, keep::PIECE).await {
                // Nobody has searched yet.
                Ok(None) => self.forget_purged_words(),
                Ok(Some(_)) | Err(_) => self.want_search(),
            }
        });
    }

    fn of_search<T>(self, profile: &str, change: impl FnOnce(&mut Search) -> T) -> Option<T> {
        self.within_profile(profile, |session| change(&mut session.search))
    }

    /// Tells the views that what is found may be different now.
    fn tell_searchers(self) {
        revisions::bump(self.revisions.with_value(|revisions| revisions.of([TOPIC])));
    }
}

impl Session {
    /// Takes note of the pieces that these entities are, or are parts of; whether there is anything to do.
    fn outdate_search(&mut self, touched: &[String]) -> bool {
        if self.search.index.is_none() {
            return false;
        }
        let portfolio = self.ledger.portfolio();
        let ids = touched.iter().filter_map(|id| EntityId::parse(id).ok());
        self.search.stale.extend(ids.filter_map(|id| piece_of(portfolio, &id)));
        !self.search.stale.is_empty()
    }
}

impl Search {
    /// Whether it has caught up with the portfolio.
    fn knows_all(&self) -> bool {
        self.is_whole && self.stale.is_empty() && self.unread.is_empty()
    }

    /// To be called when something may have been purged: what the disk holds of it goes.
    pub fn note_purge(&mut self) {
        self.kept = Kept::Purged;
    }
}

/// The piece whose words an entity may change.
fn piece_of(portfolio: &Portfolio, id: &EntityId) -> Option<EntityId> {
    match id.kind() {
        Kind::Evidence | Kind::Artifact | Kind::Claim => portfolio.piece_of(id).cloned(),
        Kind::Learner
        | Kind::Framework
        | Kind::Calendar
        | Kind::Pathway
        | Kind::Goal
        | Kind::Submission
        | Kind::Frozen
        | Kind::Notes
        | Kind::Own
        | Kind::Commitment
        | Kind::Week
        | Kind::Spent
        | Kind::Plan => None,
    }
}
