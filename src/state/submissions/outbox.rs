//! Pieces that wait for their last file to be sent. The wish is on the disk, too: should the app be closed before, the files that were
//! on their way are lost with it, and the piece must not go without them unasked; it is said then.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::EntityId;

use crate::state::AppState;

/// The names of the files that a piece waited for, by the id of the piece.
type Wishes = BTreeMap<String, Vec<String>>;

const WISHES: &str = "to-send";

/// Copies are the same.
#[derive(Clone, Copy)]
pub(in crate::state) struct Outbox {
    /// What waits, with what the learner says has changed.
    waiting: RwSignal<BTreeMap<EntityId, Wish>>,
    /// What waited when the app was closed.
    left: RwSignal<Wishes>,
}

/// A piece that is to be sent.
#[derive(Clone)]
struct Wish {
    changed: String,
    /// Whether its copy is being made.
    is_going: bool,
}

impl Outbox {
    pub(in crate::state) fn new() -> Self {
        Self { waiting: RwSignal::new(BTreeMap::new()), left: RwSignal::new(Wishes::new()) }
    }
}

impl AppState {
    /// Whether a piece will be sent when its last file is here.
    pub fn waits_to_be_sent(self, piece: &EntityId) -> bool {
        self.outbox.waiting.with(|waiting| waiting.contains_key(piece))
    }

    /// The files for which a piece waited in vain, because the app was closed.
    pub fn was_not_sent_without(self, piece: &EntityId) -> Vec<String> {
        self.outbox.left.with(|left| left.get(piece.as_str()).cloned().unwrap_or_default())
    }

    /// Does not send the piece after all.
    pub fn wait_no_more(self, piece: &EntityId) {
        self.outbox.waiting.update(|waiting| drop(waiting.remove(piece)));
        self.keep_wishes();
    }

    /// Reads what waited when the app was closed.
    pub(in crate::state) fn adopt_wishes(self) {
        let Some(store) = self.of(|session| session.store.clone()) else { return };
        self.outbox.waiting.set(BTreeMap::new());
        spawn_local(async move {
            match store.meta_json::<Wishes>(WISHES).await {
                Ok(left) => drop(self.outbox.left.try_set(left.unwrap_or_default())),
                Err(error) => leptos::logging::warn!("whether a piece waits to be sent is not known: {error}"),
            }
        });
    }

    pub(super) fn wish_to_send(self, piece: EntityId, changed: String) {
        self.outbox.left.update(|left| drop(left.remove(piece.as_str())));
        self.outbox.waiting.update(|waiting| drop(waiting.insert(piece, Wish { changed, is_going: false })));
        self.keep_wishes();
    }

    /// The pieces whose files are all here, each once.
    pub(super) fn take_ready(self) -> Vec<(EntityId, String)> {
        let ready = self.outbox.waiting.try_update(|waiting| {
            let ready = waiting
                .iter_mut()
                .filter(|(piece, wish)| !wish.is_going && untrack(|| self.on_their_way(piece)).is_empty());
            let taken = ready.map(|(piece, wish)| {
                wish.is_going = true;
                (piece.clone(), wish.changed.clone())
            });
            taken.collect()
        });
        ready.unwrap_or_default()
    }

    /// A file will not come. Nothing that waits for it is sent without it; says whether something did.
    pub(in crate::state) fn give_up_sending(self, piece: &EntityId) -> bool {
        let is_waiting = self.outbox.waiting.with_untracked(|waiting| waiting.contains_key(piece));
        if is_waiting {
            self.wait_no_more(piece);
        }
        is_waiting
    }

    /// Writes down what waits, for the next start.
    fn keep_wishes(self) {
        let Some(store) = self.of(|session| session.store.clone()) else { return };
        let mut wishes = self.outbox.left.get_untracked();
        let waiting: Vec<EntityId> = self.outbox.waiting.with_untracked(|waiting| waiting.keys().cloned().collect());
        wishes.extend(waiting.into_iter().map(|piece| (piece.to_string(), untrack(|| self.on_their_way(&piece)))));
        spawn_local(async move {
            if let Err(error) = store.put_meta_json(WISHES, &wishes).await {
                leptos::logging::warn!("what waits to be sent is not on the disk: {error}");
            }
        });
    }
}
