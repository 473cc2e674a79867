//! Profiles that are being filled: they become learners when they are whole, and leave nothing behind when they do not.

use platform::archive::{self, ArchiveError, Imported};
use platform::files::PickedFile;
use platform::locks::{self, Lock, Mode};
use platform::media::Media;
use platform::profiles::{self, Profile, ProfileKind};
use platform::store::Store;

use crate::state::{AppState, Work, learners, roots};

/// Brings a ZIP into a profile of its own. If that fails or is called off, nothing of it is left.
pub(super) async fn bring_up(
    zip: &PickedFile,
    kind: ProfileKind,
    work: &Work,
) -> Result<(Profile, Imported), ArchiveError> {
    let mut profile = Profile::new(kind)?;
    let _lock = hold(&profile.id).await?;
    profiles::arrives(&profile.id)?;
    let brought = match fill(&profile.id, zip, work).await {
        Ok(imported) => {
            profile.name.clone_from(&imported.about.name);
            profiles::put(profile.clone()).map(|()| imported).map_err(ArchiveError::from)
        }
        Err(error) => Err(error),
    };
    if brought.is_err() {
        learners::erase(&profile.id).await?;
    }
    profiles::has_arrived(&profile.id)?;
    Ok((profile, brought?))
}

async fn fill(profile: &str, zip: &PickedFile, work: &Work) -> Result<Imported, ArchiveError> {
    let store = Store::open(profile).await?;
    let media = Media::new(profile, store.clone());
    let imported = archive::import(profile, &media, zip, work.report(), work.cancel()).await?;
    if imported.segments.is_empty() {
        return Err(ArchiveError::NothingReadable);
    }
    roots::put(&store, imported.roots.clone()).await?;
    Ok(imported)
}

impl AppState {
    /// Deletes profiles whose filling ended with the browser, and ZIPs that were never saved. Meant for each start.
    pub(in crate::state) async fn sweep(self) {
        if let Err(error) = archive::clean().await {
            leptos::logging::warn!("ZIPs of earlier visits are still here: {error}");
        }
        for id in profiles::arriving() {
            if let Err(error) = settle(&id).await {
                leptos::logging::warn!("a half-filled profile is still here: {error}");
            }
        }
    }
}

/// Ends the filling of a profile that nobody is filling any more: one that is listed is whole.
async fn settle(profile: &str) -> Result<(), ArchiveError> {
    let Some(_alone) = locks::try_hold(&lock_name(profile), Mode::Exclusive).await? else { return Ok(()) };
    if !profiles::all().iter().any(|listed| listed.id == profile) {
        learners::erase(profile).await?;
    }
    Ok(profiles::has_arrived(profile)?)
}

async fn hold(profile: &str) -> Result<Option<Lock>, ArchiveError> {
    Ok(locks::hold_where_known(&lock_name(profile), Mode::Exclusive).await?)
}

fn lock_name(profile: &str) -> String {
    format!("cairn-arriving-{profile}")
}
