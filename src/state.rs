//! The open portfolio and what the app knows about it: the one way from an intent to the screen, the disk and the backend.
//!
//! Facts live in the ledger as plain Rust. A view reads them through [`AppState::read`] after subscribing to the entities it
//! shows; an intent goes in through [`AppState::perform`]; nothing else writes.

mod appearance;
mod archive;
mod arriving;
mod cache;
mod device;
mod fetching;
mod files;
mod first_screen;
mod frameworks;
mod freeze;
mod history;
mod identity;
mod learners;
mod load;
mod news;
mod notice;
mod open;
mod perform;
mod phase;
mod previews;
mod private;
mod purge;
mod recordings;
mod refused;
mod revisions;
mod room;
mod roots;
mod search;
mod session;
mod start;
mod status;
mod submissions;
mod sync;
mod tabs;
mod turns;
mod typing;
mod unfinished;
mod update;
mod versions;
mod work;

pub use archive::{Arrival, Came, Export, ExportError, Found, Home, Packed, SampleError};
pub use arriving::OnItsWay;
pub use fetching::{Bringing, Unbrought};
pub use files::TakenIn;
pub use frameworks::{Answers, FrameworkError, Offer, Told};
pub use history::{TextVersion, VersionPlace};
pub use notice::{Notice, NoticeAction};
pub use phase::Phase;
pub use private::{NotTakenOut, Old};
pub use refused::Refused;
pub use room::{FileHere, Freed, Room, Unfreed};
pub use session::World;
pub use status::Saved;
pub use submissions::{PieceStage, Unshown};
pub use sync::{Backup, ConnectError, Connection, Kept, Met, SignIn, Summary};
pub use turns::Turns;
pub use typing::{Edit, TextField};
pub use unfinished::Unfinished;
pub use work::Work;

use std::rc::Rc;
use std::task::Waker;

use leptos::prelude::*;
use platform::preferences::Theme;
use platform::profiles::Profile;
use platform::update::Updates;
use portfolio::Frameworks;

use crate::i18n::Language;
use archive::Zips;
use arriving::Arrivals;
use fetching::Fetches;
use first_screen::Glance;
use recordings::Recordings;
use revisions::Revisions;
use search::Early;
use session::Session;
use submissions::Outbox;
use sync::Seen;
use typing::Pending;

/// A handle on everything the views share. Copies are the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    session: StoredValue<Option<Session>, LocalStorage>,
    revisions: StoredValue<Revisions, LocalStorage>,
    pending: StoredValue<Pending, LocalStorage>,
    early: StoredValue<Early, LocalStorage>,
    phase: RwSignal<Phase>,
    glance: Glance,
    /// Who waits for a portfolio to be open.
    waiting: StoredValue<Vec<Waker>, LocalStorage>,
    profile: RwSignal<Option<Profile>>,
    welcomed: RwSignal<bool>,
    saved: RwSignal<Saved>,
    backup: RwSignal<Backup, LocalStorage>,
    backup_summary: RwSignal<Option<Summary>, LocalStorage>,
    connection: RwSignal<Option<Connection>, LocalStorage>,
    seen_there: RwSignal<Seen, LocalStorage>,
    online: RwSignal<bool>,
    notice: RwSignal<Option<Notice>>,
    language: RwSignal<Language>,
    theme: RwSignal<Theme>,
    update_ready: RwSignal<bool>,
    updates: StoredValue<Option<Updates>, LocalStorage>,
    zips: Zips,
    /// A pathway that was met elsewhere, on its way to where pathways are looked at.
    brought: StoredValue<Option<Offer>, LocalStorage>,
    recordings: Recordings,
    arrivals: Arrivals,
    fetches: Fetches,
    outbox: Outbox,
}

impl AppState {
    /// Makes the state of the app and gives it to all views below.
    pub fn provide() -> Self {
        let state = Self {
            session: StoredValue::new_local(None),
            revisions: StoredValue::new_local(Revisions::default()),
            pending: StoredValue::new_local(Pending::default()),
            early: StoredValue::new_local(Early::default()),
            phase: RwSignal::new(Phase::Starting),
            glance: Glance::new(),
            waiting: StoredValue::new_local(Vec::new()),
            profile: RwSignal::new(None),
            welcomed: RwSignal::new(false),
            saved: RwSignal::new(Saved::OnDisk),
            backup: RwSignal::new_local(Backup::Off),
            backup_summary: RwSignal::new_local(None),
            connection: RwSignal::new_local(None),
            seen_there: RwSignal::new_local(None),
            online: RwSignal::new(true),
            notice: RwSignal::new(None),
            language: RwSignal::new(Language::default()),
            theme: RwSignal::new(Theme::default()),
            update_ready: RwSignal::new(false),
            updates: StoredValue::new_local(None),
            zips: Zips::new(),
            brought: StoredValue::new_local(None),
            recordings: Recordings::new(),
            arrivals: Arrivals::new(),
            fetches: Fetches::new(),
            outbox: Outbox::new(),
        };
        provide_context(state);
        state
    }

    /// The state of the app, within a view of it.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Looks into the open session, if there is one.
    fn of<T>(self, look: impl FnOnce(&Session) -> T) -> Option<T> {
        self.session.try_with_value(|session| session.as_ref().map(look)).flatten()
    }

    /// Changes the open session, if there is one.
    fn within<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        self.session.try_update_value(|session| session.as_mut().map(change)).flatten()
    }

    /// Looks into the session of a profile, if that is still the open one: work that takes time may outlive it.
    fn of_profile<T>(self, id: &str, look: impl FnOnce(&Session) -> T) -> Option<T> {
        self.of(|session| (session.id == id).then(|| look(session))).flatten()
    }

    /// Changes the session of a profile, if that is still the open one.
    fn within_profile<T>(self, id: &str, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        self.within(|session| (session.id == id).then(|| change(session))).flatten()
    }

    /// The frameworks as they are now, for work in slices: a framework that comes or goes meanwhile begins such work anew.
    pub fn frameworks(self) -> Option<Rc<Frameworks>> {
        self.of(|session| Rc::clone(&session.frameworks))
    }

    /// The learner whose portfolio is open.
    pub fn profile(self) -> ReadSignal<Option<Profile>> {
        self.profile.read_only()
    }

    /// The id of the profile whose portfolio is open.
    pub fn profile_id(self) -> Option<String> {
        self.of(|session| session.id.clone())
    }

    /// Whether the learner went through Welcome since the portfolio was opened. They may have left all its questions open.
    pub fn welcomed(self) -> ReadSignal<bool> {
        self.welcomed.read_only()
    }

    /// Takes note that Welcome is behind them.
    pub fn leave_welcome(self) {
        self.welcomed.set(true);
    }

    /// Whether the latest changes are on this device's disk.
    pub fn saved(self) -> ReadSignal<Saved> {
        self.saved.read_only()
    }

    /// Whether the browser knows of a network.
    pub fn online(self) -> ReadSignal<bool> {
        self.online.read_only()
    }

    /// The message of now.
    pub fn notice(self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// The language of now; the whole app is drawn again when it changes.
    pub fn language(self) -> ReadSignal<Language> {
        self.language.read_only()
    }

    /// Light or dark.
    pub fn theme(self) -> ReadSignal<Theme> {
        self.theme.read_only()
    }

    /// Whether a new version waits for consent.
    pub fn update_ready(self) -> ReadSignal<bool> {
        self.update_ready.read_only()
    }
}
