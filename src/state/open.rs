//! Opening a portfolio: which learner, from which rows, and what goes on around it while it is open.

use std::rc::Rc;

use ledger::Ledger;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::Frameworks;
use replica::{DeviceId, Op, RootId, WriterId};

use super::appearance::remember;
use super::session::Session;
use super::{AppState, Phase, Saved, revisions};
use crate::platform::media::Media;
use crate::platform::profiles::{self, Profile, ProfileKind};
use crate::platform::store::{Store, StoreError, TailKey, Writer};
use crate::platform::{BrowserError, clock, gzip, preferences, random, timer};

/// Keys of single values in a profile's database.
mod meta {
    pub const ROOT: &str = "root";
    pub const CREATED: &str = "created";
    pub const DEVICE: &str = "device";
}

/// Rows of the tail read at once; between two such slices the page breathes.
const SLICE: u32 = 500;

impl AppState {
    /// Takes up the preferences and opens the portfolio that was open last, or begins a new one.
    pub fn start(self) {
        self.apply_preferences();
        self.watch_page();
        self.watch_for_updates();
        spawn_local(async move {
            let last = preferences::load().last_profile;
            let known = profiles::all();
            let profile = known.iter().find(|profile| Some(&profile.id) == last.as_ref()).or(known.first()).cloned();
            match profile {
                Some(profile) => self.open(profile).await,
                None => self.open_new(ProfileKind::Own).await,
            }
        });
    }

    /// Begins a portfolio for another learner on this device, and opens it.
    pub async fn open_new(self, kind: ProfileKind) {
        match random::bits128() {
            Ok(bits) => {
                let profile =
                    Profile { id: format!("{bits:032x}"), name: String::new(), kind, last_opened: clock::now() };
                self.open(profile).await;
            }
            Err(error) => self.phase.set(Phase::Broken(error.into())),
        }
    }

    /// Opens a learner's portfolio in place of the one that is open.
    pub async fn open(self, mut profile: Profile) {
        self.phase.set(Phase::Starting);
        profile.last_opened = clock::now();
        match self.session_of(&profile).await {
            Ok(session) => {
                if let Err(error) = profiles::put(profile.clone()) {
                    leptos::logging::warn!("the list of learners was not stored: {error}");
                }
                remember(|preferences| preferences.last_profile = Some(profile.id.clone()));
                self.session.set_value(Some(session));
                self.profile.set(Some(profile));
                self.saved.set(Saved::OnDisk);
                self.load_frameworks().await;
                self.adopt_last_words();
                self.listen_to_other_tabs();
                self.phase.set(Phase::Open);
                revisions::bump(self.revisions.with_value(revisions::Revisions::all));
            }
            Err(error) => self.phase.set(Phase::Broken(error)),
        }
    }

    async fn session_of(self, profile: &Profile) -> Result<Session, StoreError> {
        let store = Store::open(&profile.id).await?;
        let (root, created) = root_of(&store).await?;
        let device = device_of(&store).await?;
        let mut ledger = Ledger::new(WriterId(random::bits64()?));
        fold_segments(&store, &mut ledger).await?;
        let (tail, seen) = read_tail(&store, None).await?;
        ledger.merge(&tail);
        let writer = Writer::new(store.clone(), move |status| self.report_saved(status));
        Ok(Session {
            id: profile.id.clone(),
            ledger,
            frameworks: Rc::new(Frameworks::default()),
            media: Media::new(&profile.id, store.clone()),
            writer,
            store,
            root,
            created,
            device,
            undo: Vec::new(),
            seen,
            hints: None,
        })
    }
}

async fn root_of(store: &Store) -> Result<(RootId, String), StoreError> {
    let stored = (store.meta(meta::ROOT).await?, store.meta(meta::CREATED).await?);
    if let (Some(root), Some(created)) = stored
        && let Ok(root) = root.parse()
    {
        return Ok((root, created));
    }
    let root = RootId(random::bits128()?.to_be_bytes());
    let created = clock::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    store.put_meta(meta::CREATED, &created).await?;
    store.put_meta(meta::ROOT, &root.to_string()).await?;
    Ok((root, created))
}

async fn device_of(store: &Store) -> Result<DeviceId, StoreError> {
    if let Some(stored) = store.meta(meta::DEVICE).await?
        && let Ok(device) = stored.parse()
    {
        return Ok(device);
    }
    let device = new_device()?;
    store.put_meta(meta::DEVICE, &device.to_string()).await?;
    Ok(device)
}

/// 80 random bits.
fn new_device() -> Result<DeviceId, BrowserError> {
    let mut id = [0; 10];
    let bits = random::bits128()?.to_be_bytes();
    id.copy_from_slice(&bits[..10]);
    Ok(DeviceId(id))
}

/// Folds every stored segment in, one at a time so that the page can breathe. A segment that cannot be read is left where it
/// is, for a newer version; what it says is not lost, only not shown.
async fn fold_segments(store: &Store, ledger: &mut Ledger) -> Result<(), StoreError> {
    for name in store.segments().await? {
        let Some(gz) = store.segment(&name).await? else { continue };
        let lines = match gzip::inflate(&gz, replica::segment::INFLATED_LIMIT).await {
            Ok(lines) => lines,
            Err(error) => {
                leptos::logging::warn!("the stored segment {name} cannot be inflated: {error}");
                continue;
            }
        };
        match replica::segment::parse(&lines) {
            Ok((_, ops)) => drop(ledger.merge(&ops)),
            Err(error) => leptos::logging::warn!("the stored segment {name} cannot be read: {error}"),
        }
        timer::breathe().await;
    }
    Ok(())
}

/// The ops of the tail after `after`, and the last row's number. Rows that a newer version wrote and this one cannot read stay
/// where they are.
pub(super) async fn read_tail(store: &Store, after: Option<TailKey>) -> Result<(Vec<Op>, Option<TailKey>), StoreError> {
    let (mut ops, mut last) = (Vec::new(), after);
    loop {
        let rows = store.read_tail(last, SLICE).await?;
        ops.extend(rows.iter().filter_map(|row| Op::from_json(row.json.as_bytes()).ok()));
        let Some(row) = rows.last() else { return Ok((ops, last)) };
        last = Some(row.key);
        timer::breathe().await;
    }
}
