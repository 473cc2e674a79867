//! What the first place shows. It is worked out in slices when something changed, kept for the next start, and shown then before the
//! portfolio is read: ten years of work take half a second, and nobody should wait half a second for a name and three cards.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{curtain, glance, page, preferences, timer};
use portfolio::ItemId;
use portfolio::first_screen::{FirstScreen, due, recent, steps, this_week};
use portfolio::levels::{Held, all_held};

use super::{AppState, Phase, Saved};
use crate::routes::Place;

/// The levels held, by competency.
type Levels = BTreeMap<ItemId, Held>;

/// Where nobody looks at it, it is worked out when nothing changed for so long.
const QUIET: Duration = Duration::from_secs(2);

/// What the first place shows, and whether that is still so. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Glance {
    shown: RwSignal<Option<Rc<FirstScreen>>, LocalStorage>,
    progress: StoredValue<Progress, LocalStorage>,
}

#[derive(Clone, Copy, Default)]
struct Progress {
    /// How often something changed.
    changes: u64,
    /// How many of the changes are in what is shown.
    shown: u64,
    /// How many views look at it.
    lookers: usize,
    /// Whether somebody waits for quiet, to work it out then.
    is_waited_for: bool,
}

impl Glance {
    pub(super) fn new() -> Self {
        Self { shown: RwSignal::new_local(None), progress: StoredValue::new_local(Progress::default()) }
    }

    /// The count of changes, where some are not in what is shown.
    fn is_outdated_by(self) -> Option<u64> {
        let Progress { changes, shown, .. } = self.progress.try_get_value()?;
        (changes != shown).then_some(changes)
    }

    fn show(self, screen: Option<Rc<FirstScreen>>) {
        // What stays the same is not drawn again.
        if self.shown.try_with_untracked(|shown| *shown != screen) == Some(true) {
            self.shown.try_set(screen);
        }
    }
}

impl AppState {
    /// What the first place shows; nothing while neither a portfolio nor what was kept of one is there.
    pub fn first_screen(self) -> Option<Rc<FirstScreen>> {
        self.glance.shown.get()
    }

    /// Looks at the first place until the running view is gone: what changes shows at once.
    pub fn look_at_first_screen(self) {
        self.glance.progress.update_value(|progress| progress.lookers += 1);
        on_cleanup(move || {
            self.glance.progress.try_update_value(|progress| progress.lookers -= 1);
        });
    }

    /// Resolves once the first place can be drawn: as it is now where a portfolio is open, else as it was last.
    pub async fn first_screen_there(self) {
        self.comes_to(|phase| matches!(phase, Phase::Remembered | Phase::Open)).await;
        self.renew_first_screen().await;
    }

    /// Shows what was kept of a learner's first place, if that is where the page is.
    pub(super) fn remember_first_screen(self, profile: &str) {
        let is_there = page::place() == Place::Today.to_string();
        let screen = is_there.then(|| glance::read(profile)).flatten().map(Rc::new);
        let is_remembered = screen.is_some();
        self.glance.progress.update_value(|progress| progress.changes += 1);
        self.glance.show(screen);
        if is_remembered {
            self.enter_phase(Phase::Remembered);
        }
    }

    /// Takes note that the first place may show something else now.
    pub(super) fn outdate_first_screen(self) {
        self.glance.progress.update_value(|progress| progress.changes += 1);
        if let Some(profile) = self.of(|session| session.id.clone()) {
            curtain::forget(&profile);
        }
        self.renew_first_screen_soon();
    }

    /// At once where somebody looks at it, else in a quiet moment.
    pub(super) fn renew_first_screen_soon(self) {
        let is_looked_at = self.glance.progress.with_value(|progress| progress.lookers > 0);
        if is_looked_at {
            spawn_local(self.renew_first_screen());
        } else if self.glance.progress.try_update_value(|it| std::mem::replace(&mut it.is_waited_for, true))
            == Some(false)
        {
            spawn_local(self.renew_when_quiet());
        }
    }

    async fn renew_when_quiet(self) {
        let mut before = None;
        loop {
            let now = self.glance.is_outdated_by();
            if now == before {
                break;
            }
            before = now;
            timer::sleep(QUIET).await;
        }
        timer::idle().await;
        self.glance.progress.try_update_value(|progress| progress.is_waited_for = false);
        self.renew_first_screen().await;
    }

    /// Works it out anew if something changed, in slices between which the page breathes.
    pub(super) async fn renew_first_screen(self) {
        while let Some(changes) = self.glance.is_outdated_by() {
            let Some(held) = self.read(|world| all_held(world.portfolio)) else { return };
            timer::breathe().await;
            let begun = self.begin_first_screen(&held);
            timer::breathe().await;
            let finished = begun.and_then(|begun| self.finish_first_screen(&held, begun));
            timer::breathe().await;
            let finished = finished.and_then(|finished| self.add_week(finished));
            // What came meanwhile is not in all of it.
            if self.glance.is_outdated_by() == Some(changes) {
                self.keep_first_screen(finished, changes);
            }
        }
    }

    /// The same without a breath: the page may never run again.
    pub(super) fn renew_first_screen_now(self) {
        if let Some(changes) = self.glance.is_outdated_by()
            && let Some(held) = self.read(|world| all_held(world.portfolio))
        {
            let begun = self.begin_first_screen(&held);
            let finished = begun.and_then(|begun| self.finish_first_screen(&held, begun));
            let finished = finished.and_then(|finished| self.add_week(finished));
            self.keep_first_screen(finished, changes);
        }
    }

    fn begin_first_screen(self, held: &Levels) -> Option<FirstScreen> {
        self.read(|world| FirstScreen {
            steps: steps(held, world.portfolio, world.frameworks),
            ..FirstScreen::begin(world.portfolio, world.frameworks)
        })
    }

    fn finish_first_screen(self, held: &Levels, begun: FirstScreen) -> Option<FirstScreen> {
        self.read(|world| FirstScreen {
            due: due(held, world.portfolio, world.frameworks, world.today),
            recent: recent(world.portfolio),
            ..begun
        })
    }

    fn add_week(self, begun: FirstScreen) -> Option<FirstScreen> {
        self.read(|world| FirstScreen { week: this_week(world.portfolio, world.frameworks, world.today), ..begun })
    }

    /// Shows it, and keeps it for the next start.
    fn keep_first_screen(self, screen: Option<FirstScreen>, changes: u64) {
        let (Some(screen), Some(profile)) = (screen, self.of(|session| session.id.clone())) else { return };
        self.glance.progress.try_update_value(|progress| progress.shown = changes);
        if screen.says_nothing() {
            // Whoever has said and done nothing yet is asked for their name.
            glance::forget(&profile);
        } else if let Err(error) = glance::put(&profile, &screen) {
            leptos::logging::warn!("the next start will show no first screen: {error}");
        }
        self.glance.show(Some(Rc::new(screen)));
        spawn_local(self.draw_curtain());
    }

    /// Keeps the look of the first place for the next start, where it stands there and nothing stands over it.
    async fn draw_curtain(self) {
        // When everything is drawn.
        timer::idle().await;
        let is_seen = self.glance.progress.try_with_value(|it| it.lookers > 0 && it.changes == it.shown) == Some(true);
        let is_plain = !matches!(self.saved.try_get_untracked(), Some(Saved::Failed(_)) | None)
            && self.update_ready.try_get_untracked() == Some(false);
        let Some(profile) = self.of(|session| session.id.clone()).filter(|_| is_seen && is_plain) else { return };
        if let Err(error) = curtain::keep(&profile, preferences::load().language.as_deref()) {
            leptos::logging::warn!("the look of the first screen was not kept: {error}");
        }
    }
}
