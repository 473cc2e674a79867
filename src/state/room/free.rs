//! Letting files go that the storage holds, too.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use platform::media::MediaError;
use portfolio::model::StoredFile;
use portfolio::model::room::enough;
use replica::Hash;
use sync::engine::Engine;
use sync::local::Local as _;
use sync::report::Stop;
use thiserror::Error;

use super::held;
use crate::parts::{Later, Missing, apart};
use crate::state::fetching::Unbrought;
use crate::state::sync::{Keeping, Surroundings, is_among};
use crate::state::{AppState, Work};

/// What was let go of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Freed {
    /// Files.
    pub files: usize,
    /// Bytes of theirs that were on this device.
    pub bytes: u64,
    /// Files that are open somewhere: their bytes go at the next start.
    pub stuck: usize,
}

/// Why nothing was let go of.
#[derive(Debug, Error)]
pub enum Unfreed {
    /// There is no way to the storage.
    #[error(transparent)]
    Unreachable(#[from] Unbrought),
    /// The storage could not be looked at.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// It could not be looked up what is here.
    #[error(transparent)]
    Media(#[from] MediaError),
}

apart! {
    fn seer in upkeep(state: AppState, work: Work) -> Later<Result<Vec<Hash>, Unfreed>> {
        Box::pin(async move { state.see_what_is_there(&work).await })
    }
}

impl AppState {
    /// Makes room for `wanted` bytes, or as much as may go: looks anew at what the storage holds, and lets go of what it holds, too, what
    /// nobody has looked at for longest first. It all comes back when somebody opens it.
    ///
    /// # Errors
    /// [`Unfreed`]; everything is here as before then.
    pub async fn free(self, wanted: u64, work: &Work) -> Result<Freed, Unfreed> {
        let there = self.look_at_storage(work).await?;
        let Some(media) = self.media() else { return Ok(Freed::default()) };
        let held = held(self).await?;
        let is_there = |file: &StoredFile| is_among(file, &there);
        let going = self.read(|world| enough(world.portfolio.may_go(held, is_there), wanted)).unwrap_or_default();
        let (mut freed, mut gone) = (Freed::default(), BTreeSet::new());
        for file in going {
            match media.let_go(&file.hash).await {
                Ok(bytes) => {
                    freed.files += 1;
                    freed.bytes += bytes;
                }
                Err(error) => {
                    leptos::logging::warn!("a file is still on the disk: {error}");
                    freed.stuck += 1;
                }
            }
            gone.insert(file.hash);
        }
        self.came_or_went(&gone);
        Ok(freed)
    }

    /// Looks anew at what the storage holds. The views that say where files are go by it from then on.
    ///
    /// # Errors
    /// [`Unfreed`].
    pub async fn look_at_storage(self, work: &Work) -> Result<Rc<[Hash]>, Unfreed> {
        let no_code = |missing: Missing| Unbrought::NoCode(missing.to_string());
        let seeing = async { seer(self, work.clone()).await.map_err(no_code)?.await };
        let there = work.cancel().unless_wished(seeing).await.unwrap_or(Err(Stop::Cancelled.into()))?;
        let there: Rc<[Hash]> = there.into();
        self.seen_there.set(Some(Rc::clone(&there)));
        Ok(there)
    }

    async fn see_what_is_there(self, work: &Work) -> Result<Vec<Hash>, Unfreed> {
        let backend = self.of(|session| session.keeping.as_ref().map(Keeping::backend)).flatten();
        let Some(backend) = backend else { return Err(self.why_unreachable().into()) };
        let device = self.syncing_device().ok_or(Unbrought::NotConnected)?;
        let surroundings = Surroundings { cancel: work.cancel().clone(), on_progress: |_| () };
        let named = device.chunks().await.map_err(Stop::from)?.named;
        Ok(Engine::new(&backend, &device, &surroundings).see(&named).await?)
    }
}
