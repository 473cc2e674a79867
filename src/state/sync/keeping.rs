//! Keeping a portfolio backed up while it is open: a run at the start, after changes, now and then, and when asked.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::select;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::fetch::Fetch;
use platform::{Bell, Cancel, clock, locks, timer};
use sync::engine::{Engine, MediaCheck, Options};
use sync::report::{Report, Stop};
use sync::retry;
use sync::session::Session;
use sync::webdav::WebDavBackend;

use super::backup::{Backup, Summary};
use super::device::Device;
use super::surroundings::Surroundings;
use crate::parts::{self, apart};
use crate::state::{AppState, revisions};

/// So long after the last change a run begins: words that are being typed should not become a segment a word.
const QUIET: Duration = Duration::from_secs(8);
/// But after so many such pauses it begins in any case.
const PATIENCE: u32 = 6;
/// So often the storage is looked at for what other devices wrote.
const LOOK: Duration = Duration::from_secs(120);
/// After so many runs all media are looked at again.
const MEDIA_EVERY: u32 = 300;

/// The backing up of the open portfolio. It ends when this is dropped.
pub(in crate::state) struct Keeping {
    backend: WebDavBackend<Fetch>,
    cancel: Cancel,
    bell: Bell,
    hurried: Rc<Cell<bool>>,
}

impl Keeping {
    /// Begins.
    pub(super) fn begin(state: AppState, device: Device, backend: WebDavBackend<Fetch>, profile: &str) -> Self {
        state.backup.set(Backup::Waiting);
        let keeping =
            Self { backend: backend.clone(), cancel: Cancel::new(), bell: Bell::default(), hurried: Rc::default() };
        let task = Task {
            state,
            device,
            backend,
            lock: format!("cairn-sync-{profile}"),
            cancel: keeping.cancel.clone(),
            bell: keeping.bell.clone(),
            hurried: Rc::clone(&keeping.hurried),
        };
        let cancel = keeping.cancel.clone();
        spawn_local(async move {
            select(pin!(cancel.cancelled()), pin!(kept(Rc::new(task)))).await;
        });
        keeping
    }

    /// The storage, for what somebody wants of it besides the runs.
    pub fn backend(&self) -> WebDavBackend<Fetch> {
        self.backend.clone()
    }

    /// Something changed.
    pub(super) fn wake(&self) {
        self.bell.ring();
    }

    /// A run is wanted at once.
    pub(super) fn hurry(&self) {
        self.hurried.set(true);
        self.bell.ring();
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

/// Keeps the portfolio backed up as soon as the code for it is there.
async fn kept(task: Rc<Task>) {
    loop {
        match keeper(Rc::clone(&task)).await {
            Ok(keeper) => return keeper.await,
            Err(missing) => {
                leptos::logging::warn!("this tab does not sync yet: {missing}");
                timer::within(LOOK, task.bell.rung()).await;
            }
        }
    }
}

apart! {
    fn keeper in upkeep(task: Rc<Task>) -> parts::Task {
        Box::pin(task.keep())
    }
}

struct Task {
    state: AppState,
    device: Device,
    backend: WebDavBackend<Fetch>,
    lock: String,
    cancel: Cancel,
    bell: Bell,
    hurried: Rc<Cell<bool>>,
}

impl Task {
    async fn keep(self: Rc<Self>) {
        self.state.backup.set(Backup::Elsewhere);
        let _mine = match locks::hold_where_known(&self.lock, locks::Mode::Exclusive).await {
            Ok(lock) => lock,
            Err(error) => return leptos::logging::warn!("this tab does not sync: {error}"),
        };
        let mut session = Session::default();
        let (mut runs, mut failures) = (0_u32, 0);
        loop {
            // Whoever asks does not want to hear what was seen an hour ago.
            let all = self.hurried.take() || runs.is_multiple_of(MEDIA_EVERY);
            let media = if all { MediaCheck::All } else { MediaCheck::Unseen };
            let report = self.run(&mut session, media).await;
            runs += 1;
            self.note(&report).await;
            match &report.stopped {
                None => {
                    failures = 0;
                    self.rest(&report).await;
                }
                Some(stop) if !Backup::tries_again(stop) => return,
                Some(stop) => {
                    failures += 1;
                    timer::within(retry::next_run(failures, asked(stop)), self.bell.rung()).await;
                }
            }
        }
    }

    async fn run(&self, session: &mut Session, media: MediaCheck) -> Report {
        self.state.backup.set(Backup::Running(None));
        let surroundings = Surroundings {
            cancel: self.cancel.clone(),
            on_progress: |progress| {
                self.state.backup.try_set(Backup::Running(Some(progress)));
            },
        };
        let engine = Engine::new(&self.backend, &self.device, &surroundings);
        engine.run(session, Options { now: clock::now(), media }).await
    }

    /// Shows what came and how the backup stands.
    async fn note(&self, report: &Report) {
        if report.pulled.ops > 0 || report.pulled.chunks > 0 {
            self.state.finish_purges();
            self.state.load_frameworks().await;
            // A file that came changes no fact, but what can be shown.
            revisions::bump(self.state.revisions.with_value(revisions::Revisions::all));
            self.state.want_previews();
            self.state.cache_state().await;
        }
        self.state.note_seen(report);
        if report.stopped.is_none() {
            self.state.backup_summary.set(Some(Summary::from(report)));
        }
        self.state.backup.set(Backup::after(report));
        if report.loose_ops > 0 {
            self.bell.ring();
        }
    }

    /// Waits for a change and then for quiet, for the time to look again, or for somebody who asks.
    async fn rest(&self, report: &Report) {
        let awaited = report.pulled.chunks_awaited > 0 || report.pulled.left > 0;
        let look = if awaited { LOOK / 8 } else { LOOK };
        if timer::within(look, self.bell.rung()).await.is_none() {
            return;
        }
        for _ in 0..PATIENCE {
            if self.hurried.get() || timer::within(QUIET, self.bell.rung()).await.is_none() {
                return;
            }
        }
    }
}

/// How long the server asks to be left alone.
fn asked(stop: &Stop) -> Option<Duration> {
    match stop {
        Stop::Backend(error) => error.fault.retry_after(),
        _ => None,
    }
}
