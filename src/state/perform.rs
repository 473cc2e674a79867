//! From an intent to the screen and the disk.

use std::time::Duration;

use ledger::Outcome;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::store::{NewOp, SaveStatus};
use platform::{profiles, quota, random, timer};
use portfolio::{Context, Intent};

use super::session::{Session, World};
use super::tabs::Hint;
use super::{AppState, Notice, NoticeAction, Refused, Saved, revisions};
use crate::i18n::t;

/// How long the way back stands on the screen.
const UNDO_OFFERED: Duration = Duration::from_secs(10);

impl AppState {
    /// Reads the portfolio. The running view is not told of changes: see [`Self::track`].
    pub fn read<T>(self, look: impl FnOnce(World<'_>) -> T) -> Option<T> {
        self.of(|session| look(session.world()))
    }

    /// Subscribes the running view to a topic: an entity's id, or a kind such as `goal`.
    pub fn track(self, topic: &str) {
        self.revisions.update_value(|revisions| revisions.track(topic));
    }

    /// Subscribes to `topics`, then reads. This is what most views are made of.
    pub fn watch<T>(self, topics: &[&str], look: impl FnOnce(World<'_>) -> T) -> Option<T> {
        for topic in topics {
            self.track(topic);
        }
        self.read(look)
    }

    /// Carries out what the learner means to do. It shows at once; storing it goes on behind. Returns the ids of what it touched.
    ///
    /// # Errors
    /// [`Refused`]: nothing was changed, and the reason has its values.
    pub fn perform(self, intent: Intent) -> Result<Vec<String>, Refused> {
        let (erases, is_housekeeping) = (intent.erases(), intent.is_housekeeping());
        let perform = |session: &mut Session| {
            let mut random = random_ids()?;
            let (now, today) = (session.now(), session.today());
            let mut context = Context { now, today, fresh: &mut random, frameworks: &session.frameworks };
            let mut outcome = session.ledger.perform(intent, &mut context)?;
            if erases {
                // Half of it cannot be taken back, so none of it is.
                outcome.undo.clear();
            }
            if is_housekeeping {
                // The way back is still that of what the learner did last.
                outcome.undo.clone_from(&session.undo);
            }
            Ok(outcome)
        };
        if !erases {
            return self.act(perform);
        }
        let touched = self.act(|session| session.purging(perform))?;
        self.erase_purged();
        Ok(touched)
    }

    /// As [`Self::perform`]; a refusal is said in the corner. `None` then.
    pub fn attempt(self, intent: Intent) -> Option<Vec<String>> {
        self.perform(intent).map_err(|refused| self.say(refused.sentence(), None)).ok()
    }

    /// As [`Self::attempt`], and says what was done, with the way back beside it.
    pub fn attempt_aloud(self, intent: Intent, done: impl Into<String>) -> Option<Vec<String>> {
        let touched = self.attempt(intent)?;
        self.say(done, Some(NoticeAction::Undo));
        Some(touched)
    }

    /// Whether there is an act that can be taken back.
    pub fn can_undo(self) -> bool {
        self.of(|session| !session.undo.is_empty()).unwrap_or(false)
    }

    /// Takes the last act back.
    pub(super) fn take_back(self) {
        let taken =
            self.session.try_update_value(|session| session.as_mut().map(|session| std::mem::take(&mut session.undo)));
        let Some(edits) = taken.flatten().filter(|edits| !edits.is_empty()) else { return };
        match self.act(|session| Ok(session.ledger.undo(edits, session.now())?)) {
            Ok(touched) => {
                // How a framework is read may be other again.
                if touched.iter().any(|id| id.starts_with("framework:")) {
                    spawn_local(self.load_frameworks());
                }
                self.say(t::shell::undone(), None);
            }
            Err(refused) => self.say(refused.sentence(), None),
        }
    }

    /// Says something in the corner for a while.
    pub fn say(self, words: impl Into<String>, action: Option<NoticeAction>) {
        let words = words.into();
        self.notice.set(Some(Notice { words: words.clone(), action }));
        spawn_local(async move {
            timer::sleep(UNDO_OFFERED).await;
            let still_there =
                self.notice.try_with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.words == words));
            if still_there == Some(true) {
                self.notice.try_set(None);
            }
        });
    }

    /// Resolves when all that was done is stored.
    pub async fn settled(self) {
        if let Some(writer) = self.of(|session| session.writer.clone()) {
            writer.settled().await;
        }
    }

    /// Tries again at once to store what failed.
    pub fn save_again(self) {
        self.session.with_value(|session| {
            if let Some(session) = session {
                session.writer.retry();
            }
        });
    }

    pub(super) fn act(
        self,
        act: impl FnOnce(&mut Session) -> Result<Outcome, Refused>,
    ) -> Result<Vec<String>, Refused> {
        let outcome = self
            .session
            .try_update_value(|session| {
                let session = session.as_mut().ok_or(Refused::NothingOpen)?;
                let outcome = act(session)?;
                session.undo.clone_from(&outcome.undo);
                session.writer.push(rows(&outcome));
                Ok(outcome)
            })
            .unwrap_or(Err(Refused::NothingOpen))?;
        self.touched(&outcome.touched);
        if outcome.touched.iter().any(|id| id == "learner") {
            self.rename_profile();
        }
        if outcome.touched.iter().any(|id| id.starts_with("artifact:")) {
            self.want_previews();
        }
        Ok(outcome.touched)
    }

    /// Keeps the name in this device's list of learners.
    fn rename_profile(self) {
        let name = self.read(|world| world.portfolio.learner().name.clone());
        let (Some(mut profile), Some(name)) = (self.profile.get_untracked(), name) else { return };
        profile.name = name;
        if let Err(error) = profiles::put(profile.clone()) {
            leptos::logging::warn!("the list of learners was not stored: {error}");
        }
        self.profile.set(Some(profile));
    }

    /// Tells the views of these entities.
    pub(super) fn touched(self, entities: &[String]) {
        if entities.is_empty() {
            return;
        }
        self.outdate_search(entities);
        self.outdate_own(entities);
        let linked = self.hear_needs(entities).then_some("framework");
        let ids = entities.iter().map(String::as_str).chain(linked);
        revisions::bump(self.revisions.with_value(|revisions| revisions.of(ids)));
        self.outdate_first_screen();
    }

    pub(super) fn report_saved(self, status: SaveStatus) {
        let saved = Saved::from(status);
        if saved == Saved::OnDisk {
            self.tell_other_tabs(Hint::Stored);
            self.outgrow_backup();
            ask_to_persist();
        }
        let shown = if saved == Saved::OnDisk && self.is_typing() { Saved::Saving } else { saved };
        // The app may be gone when the last transaction completes.
        self.saved.try_set(shown);
    }
}

/// What the writer is to store.
fn rows(outcome: &Outcome) -> Vec<NewOp> {
    let mut replaces = outcome.replaced.map(|id| id.to_string());
    let row = |op: &replica::Op| {
        // An op that was folded is within the limits of the format, so it can be written.
        let json = op.to_json().ok()?;
        Some(NewOp { id: op.id.to_string(), json, replaces: replaces.take() })
    };
    outcome.ops.iter().filter_map(row).collect()
}

/// Ids for one act: one draw of 128 random bits, and a step from it for each further id.
fn random_ids() -> Result<impl FnMut() -> u128, Refused> {
    /// Odd, so that the steps pass through every number before one comes again.
    const STEP: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;
    let mut next = random::bits128().map_err(|_| Refused::NoRandomness)?;
    Ok(move || {
        next = next.wrapping_add(STEP);
        next
    })
}

/// Asks the browser once, after the first real save, to keep this site's data even when room is short.
fn ask_to_persist() {
    thread_local! {
        static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if !ASKED.replace(true) {
        spawn_local(async {
            if let Err(error) = quota::persist().await {
                leptos::logging::warn!("the browser was not asked to keep the data: {error}");
            }
        });
    }
}
