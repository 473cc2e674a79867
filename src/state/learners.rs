//! Going from one learner's portfolio to another's on this device.

use leptos::prelude::*;
use platform::archive::ArchiveError;
use platform::profiles::{self, Profile, ProfileKind};
use platform::store::Store;
use platform::{BrowserError, curtain, glance, journal, media, preferences};

use super::{AppState, Phase, Saved};
use crate::i18n::t;

impl AppState {
    /// Goes to another learner's portfolio. `then` takes the page to where one starts; it runs while none is open. A portfolio in
    /// which nothing was ever done is not kept, and one whose changes cannot be stored, or whose files are on their way, is not left.
    pub async fn enter(self, profile: Profile, then: impl FnOnce()) {
        self.flush();
        if let Saved::Failed(_) = self.saved.get_untracked() {
            self.say(t::shell::not_saved_banner(), None);
            return;
        }
        if self.is_anything_on_its_way() {
            self.say(t::shell::files_on_their_way(), None);
            return;
        }
        self.go_to(profile, then).await;
    }

    /// As [`Self::enter`], whatever is left behind.
    pub(super) async fn go_to(self, profile: Profile, then: impl FnOnce()) {
        let left = self.leave().filter(|left| left.id != profile.id);
        then();
        self.open(profile).await;
        if let Some(blank) = left
            && let Err(error) = erase(&blank.id).await
        {
            leptos::logging::warn!("an empty portfolio is still here: {error}");
        }
    }

    /// Begins a portfolio for another learner, and goes to it.
    ///
    /// # Errors
    /// A browser without random numbers.
    pub async fn enter_new(self, then: impl FnOnce()) -> Result<(), BrowserError> {
        self.enter(Profile::new(ProfileKind::Own)?, then).await;
        Ok(())
    }

    /// Goes to the portfolio that was open last and is nobody's sample, or to a new one.
    ///
    /// # Errors
    /// A browser without random numbers.
    pub async fn enter_own(self, then: impl FnOnce()) -> Result<(), BrowserError> {
        self.enter(own_profile()?, then).await;
        Ok(())
    }

    /// Who was here last, on a device where anybody was.
    pub(super) fn last_profile() -> Option<Profile> {
        let last = preferences::load().last_profile;
        let known = profiles::all();
        known.iter().find(|profile| Some(&profile.id) == last.as_ref()).or(known.first()).cloned()
    }

    /// Lets go of what is open. Returns the profile if nothing was ever done in it.
    fn leave(self) -> Option<Profile> {
        let nothing_recorded = self.recordings_waiting() == 0;
        let is_blank = self.of(|session| {
            nothing_recorded && session.keeping.is_none() && session.ledger.state().entities().next().is_none()
        });
        let left = self.profile.get_untracked();
        self.enter_phase(Phase::Starting);
        self.session.set_value(None);
        self.forget_recordings();
        left.filter(|_| is_blank == Some(true))
    }
}

/// The profile that was opened last and is nobody's sample, or a new one.
pub(super) fn own_profile() -> Result<Profile, BrowserError> {
    let own = profiles::all().into_iter().find(|profile| profile.kind == ProfileKind::Own);
    own.map_or_else(|| Profile::new(ProfileKind::Own), Ok)
}

/// Deletes all that this device has of a profile that is not open.
///
/// # Errors
/// When the browser does not let go of some of it; it is still listed then.
pub(super) async fn erase(profile: &str) -> Result<(), ArchiveError> {
    Store::delete(profile).await?;
    media::delete_all(profile).await?;
    journal::clear(profile);
    glance::forget(profile);
    curtain::forget(profile);
    if let Err(error) = profiles::remove(profile) {
        leptos::logging::warn!("the list of learners was not stored: {error}");
    }
    Ok(())
}
