//! Opening a portfolio: which learner, from which rows, and what goes on around it while it is open.

use std::rc::Rc;

use leptos::prelude::*;
use platform::media::Media;
use platform::profiles::{self, Profile, ProfileKind};
use platform::store::{Store, StoreError, Writer};
use platform::{clock, timer};

use super::appearance::remember;
use super::load::{self, Loaded};
use super::previews::Previews;
use super::purge::Purged;
use super::session::Session;
use super::{AppState, Phase, Saved, device, frameworks, revisions, roots};

impl AppState {
    /// Opens the portfolio that was open last, or a new one, and follows the page from then on.
    pub(super) async fn begin(self) {
        self.watch_page();
        match Self::last_profile().map_or_else(|| Profile::new(ProfileKind::Own), Ok) {
            Ok(profile) => self.open(profile).await,
            Err(error) => self.enter_phase(Phase::Broken(error.into())),
        }
        self.sweep().await;
    }

    /// Opens a learner's portfolio in place of the one that is open.
    pub async fn open(self, mut profile: Profile) {
        if self.phase.get_untracked() != Phase::Fresh {
            self.enter_phase(Phase::Starting);
            self.profile.set(Some(profile.clone()));
            self.remember_first_screen(&profile.id);
        }
        self.drop_early_index_of_others(&profile.id);
        self.welcomed.set(false);
        profile.last_opened = clock::now();
        // Listed before anything is stored: whoever loads the page again meanwhile goes on with this one, and leaves no other behind.
        if let Err(error) = profiles::put(profile.clone()) {
            leptos::logging::warn!("the list of learners was not stored: {error}");
        }
        match self.session_of(&profile).await {
            Ok((session, loose)) => {
                remember(|preferences| preferences.last_profile = Some(profile.id.clone()));
                self.session.set_value(Some(session));
                self.profile.set(Some(profile));
                self.saved.set(Saved::OnDisk);
                self.load_frameworks().await;
                self.adopt_last_words();
                self.adopt_wishes();
                self.listen_to_other_tabs();
                if self.phase.get_untracked() == Phase::Remembered {
                    self.renew_first_screen().await;
                }
                self.enter_phase(Phase::Open);
                revisions::bump(self.revisions.with_value(revisions::Revisions::all));
                self.renew_first_screen_soon();
                timer::breathe().await;
                self.look_for_recordings();
                self.erase_noted();
                self.look_for_purged_words();
                self.tidy(loose);
                self.want_previews();
                self.resume_backup().await;
            }
            Err(error) => self.enter_phase(Phase::Broken(error)),
        }
    }

    async fn session_of(self, profile: &Profile) -> Result<(Session, usize), StoreError> {
        let store = Store::open(&profile.id).await?;
        let mut stored = store.opening(load::SLICE).await?;
        let (roots, device) = (roots::of(&store, &stored).await?, device::of(&store, &stored).await?);
        let cached = frameworks::Cached::take(&mut stored);
        let purged = Purged::left_in(&stored);
        timer::breathe().await;
        let Loaded { ledger, folded, seen, beyond_snapshot, loose, met_purge } =
            load::load(&store, stored, device).await?;
        let frameworks = Rc::new(cached.adopted(ledger.portfolio()));
        let writer = Writer::new(store.clone(), move |status| self.report_saved(status));
        let is_sample = profile.kind == ProfileKind::Sample;
        let last_day = ledger.portfolio().last_day().filter(|_| is_sample);
        let mut session = Session {
            id: profile.id.clone(),
            ledger,
            frameworks,
            mine: frameworks::Mine::default(),
            media: Media::new(&profile.id, store.clone()),
            writer,
            store,
            roots,
            device,
            undo: Vec::new(),
            folded,
            seen,
            purged,
            previews: Previews::default(),
            search: self.search_from_now_on(),
            beyond_snapshot,
            last_day,
            hints: None,
            keeping: None,
        };
        if met_purge {
            session.note_purge();
        }
        Ok((session, loose))
    }
}
