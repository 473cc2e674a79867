//! The sample to look around in: a ZIP that comes with the app, opened by the ordinary import as a profile of its own.

use leptos::prelude::*;
use platform::archive::ArchiveError;
use platform::asset;
use platform::files::PickedFile;
use platform::profiles::{self, Profile, ProfileKind};
use thiserror::Error;

use super::nursery;
use crate::state::{AppState, Work, learners};

/// Where it lies, below where the app is served. It is fetched only when somebody asks for it.
const SAMPLE: &str = "sample/cairn-sample.zip";

/// Why there is no sample.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum SampleError {
    /// It did not come: no network.
    #[error("the sample did not come")]
    NotThere,
    /// It could not be brought in.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl AppState {
    /// The profile of the sample; it is fetched if it is not here.
    ///
    /// # Errors
    /// [`SampleError`]; nothing of it is left then.
    pub async fn fetch_sample(self, work: &Work) -> Result<Profile, SampleError> {
        if let Some(here) = profiles::all().into_iter().find(|profile| profile.kind == ProfileKind::Sample) {
            return Ok(here);
        }
        let bytes = work.cancel().unless_wished(asset::get(SAMPLE)).await.ok_or(ArchiveError::Cancelled)?;
        let zip = PickedFile::of_bytes(SAMPLE, &bytes.map_err(|_| SampleError::NotThere)?);
        Ok(nursery::bring_up(&zip, ProfileKind::Sample, work).await?.0)
    }

    /// Whether what is open is the sample.
    pub fn is_sample(self) -> bool {
        self.profile().get().is_some_and(|profile| profile.kind == ProfileKind::Sample)
    }

    /// Leaves the sample for one's own portfolio, and deletes it. `then` as in [`Self::enter`].
    ///
    /// # Errors
    /// When something of the sample is still here, which its place in the list of learners shows.
    pub async fn delete_sample(self, then: impl FnOnce()) -> Result<(), ArchiveError> {
        let open = self.profile().get_untracked();
        let Some(sample) = open.filter(|open| open.kind == ProfileKind::Sample) else { return Ok(()) };
        self.go_to(learners::own_profile()?, then).await;
        learners::erase(&sample.id).await
    }
}
