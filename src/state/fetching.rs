//! Bringing files here that lie on the storage alone, when somebody wants to see them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::{MediaError, Progress};
use portfolio::model::StoredFile;
use sync::engine::{Engine, Unfetched};
use thiserror::Error;

use super::sync::{Keeping, Surroundings};
use super::tabs::Hint;
use super::{AppState, Turns, Work};
use crate::parts::{Later, Missing, apart};

/// How bringing a file stands.
#[derive(Clone)]
pub enum Bringing {
    /// It is on its way.
    UnderWay(Work),
    /// It did not come. What came of it is kept, so that the next try is shorter.
    Failed(Rc<Unbrought>),
}

/// Why a file did not come.
#[derive(Debug, Error)]
pub enum Unbrought {
    /// No storage is connected.
    #[error("no storage is connected")]
    NotConnected,
    /// A storage is connected, and its password is not known since the app was opened.
    #[error("the storage is locked")]
    Locked,
    /// The code that fetches is not on this device.
    #[error("a part of the app is not here: {0}")]
    NoCode(String),
    /// What this device holds of it could not be looked up.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// It could not be fetched, or not stored.
    #[error(transparent)]
    Unfetched(#[from] Unfetched),
}

/// The files on their way here, and those that did not come, by their hashes. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Fetches(RwSignal<HashMap<String, Bringing>, LocalStorage>);

impl Fetches {
    pub(super) fn new() -> Self {
        Self(RwSignal::new_local(HashMap::new()))
    }

    /// Calls off all that is under way, and forgets what did not come.
    pub(super) fn end(self) {
        for bringing in self.0.try_update(std::mem::take).unwrap_or_default().into_values() {
            if let Bringing::UnderWay(work) = bringing {
                work.stop();
            }
        }
    }
}

apart! {
    fn bringer in upkeep(state: AppState, file: StoredFile, work: Work) -> Later<Result<(), Unbrought>> {
        Box::pin(async move { state.fetch(&file, &work).await })
    }
}

impl AppState {
    /// Whether all bytes of a file are on this device; nothing until that is known. It follows what comes and goes.
    pub fn is_here(self, file: &StoredFile) -> RwSignal<Option<bool>, LocalStorage> {
        let (here, hash, looks) = (RwSignal::new_local(None), file.hash.clone(), Turns::new());
        Effect::new(move |_| {
            self.track(&topic(&hash));
            self.track_files();
            let (hash, look) = (hash.clone(), looks.next());
            spawn_local(async move {
                let held = match self.media() {
                    Some(media) => media.held(&hash).await.ok().flatten(),
                    None => None,
                };
                let now = Some(held.is_some_and(|held| held.is_whole()));
                // Who looks at it begins anew when this changes.
                if looks.is_on(look) && here.try_get_untracked().is_some_and(|before| before != now) {
                    here.try_set(now);
                }
            });
        });
        here
    }

    /// Takes note that somebody looks at a file.
    pub fn note_looked_at(self, file: &StoredFile) {
        let (Some(media), hash) = (self.media(), file.hash.clone()) else { return };
        spawn_local(async move {
            if let Err(error) = media.note_used(&hash).await {
                leptos::logging::warn!("it was not noted that a file was looked at: {error}");
            }
        });
    }

    /// How bringing a file stands; nothing while nobody tries. The running view is told when that changes.
    pub fn bringing(self, file: &StoredFile) -> Option<Bringing> {
        self.fetches.0.with(|all| all.get(&file.hash).cloned())
    }

    /// Brings a file here, unless it is on its way.
    pub fn bring(self, file: StoredFile) {
        let is_under_way = |all: &HashMap<_, _>| matches!(all.get(&file.hash), Some(Bringing::UnderWay(_)));
        if self.fetches.0.with_untracked(is_under_way) {
            return;
        }
        let work = Work::new();
        self.fetches.0.update(|all| drop(all.insert(file.hash.clone(), Bringing::UnderWay(work.clone()))));
        spawn_local(async move {
            let fetched = async {
                let fetching = bringer(self, file.clone(), work.clone()).await;
                fetching.map_err(|missing: Missing| Unbrought::NoCode(missing.to_string()))?.await
            };
            let fetched = work.cancel().unless_wished(fetched).await;
            self.fetches.0.try_update(|all| match fetched {
                // Whoever stopped it knows; the connection may be another by now.
                None | Some(Ok(())) => all.remove(&file.hash),
                Some(Err(why)) => all.insert(file.hash.clone(), Bringing::Failed(Rc::new(why))),
            });
            self.came_or_went([&file.hash]);
        });
    }

    async fn fetch(self, file: &StoredFile, work: &Work) -> Result<(), Unbrought> {
        let backend = self.of(|session| session.keeping.as_ref().map(Keeping::backend)).flatten();
        let Some(backend) = backend else { return Err(self.why_unreachable()) };
        let device = self.syncing_device().ok_or(Unbrought::NotConnected)?;
        let missing = device.missing_of(file).await?;
        let report = RefCell::new(work.report());
        let on_progress = |progress: sync::progress::Progress| {
            (report.borrow_mut())(Progress { done: progress.done, total: progress.total });
        };
        let surroundings = Surroundings { cancel: work.cancel().clone(), on_progress };
        Ok(Engine::new(&backend, &device, &surroundings).fetch(&missing).await?)
    }

    /// Why there is no way to the storage.
    pub(super) fn why_unreachable(self) -> Unbrought {
        match self.connection.with_untracked(Option::is_some) {
            true => Unbrought::Locked,
            false => Unbrought::NotConnected,
        }
    }

    /// Tells the views that show these files that their bytes came or went.
    pub(super) fn came_or_went<'hashes>(self, hashes: impl IntoIterator<Item = &'hashes String>) {
        let topics: Vec<String> = hashes.into_iter().map(|hash| topic(hash)).collect();
        self.touched(&topics);
        self.want_previews();
        self.tell_other_tabs(Hint::Files);
    }

    /// Follows whatever another tab brings here or lets go.
    pub fn track_files(self) {
        self.track(FILES);
    }

    /// Has the views look again which files are here.
    pub(super) fn look_for_files(self) {
        self.touched(&[FILES.to_owned()]);
    }
}

/// What views subscribe to who show any file.
const FILES: &str = "files";

/// What views subscribe to who show a file.
fn topic(hash: &str) -> String {
    format!("file:{hash}")
}
