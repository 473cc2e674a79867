//! A portfolio that comes in a ZIP: looked at first, then brought in, as a learner of its own or into the one it belongs to.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::archive::{self, ArchiveError, Contents, Imported};
use platform::files::PickedFile;
use platform::media::Media;
use platform::profiles::{self, Profile, ProfileKind};
use platform::store::{Store, StoreError};
use replica::{DeviceId, RootFile};

use super::nursery;
use crate::state::tabs::Hint;
use crate::state::{AppState, Work, device, roots};

/// How far a ZIP has come.
#[derive(Clone)]
pub enum Arrival {
    /// It is being looked into.
    Looking(Work),
    /// It was looked into; nothing has changed.
    Found(Found),
    /// It is being brought in.
    Coming(Work),
    /// It is here.
    Came(Came),
    /// It is not here, and what was here is as it was. What of it came into a portfolio that it belongs to stays, and is whole.
    Failed(ArchiveError),
}

/// Where a portfolio belongs on this device.
#[derive(Clone, PartialEq, Debug)]
pub enum Home {
    /// It is new here.
    New,
    /// It is the one that is open.
    Here,
    /// It is that of another learner here.
    Other(Profile),
}

/// A ZIP that was looked into.
#[derive(Clone)]
pub struct Found {
    /// What is in it.
    pub contents: Contents,
    /// Where it belongs.
    pub home: Home,
    zip: PickedFile,
}

/// A ZIP that was brought in.
#[derive(Clone)]
pub struct Came {
    /// The learner whose it is; nothing if it is the open one.
    pub profile: Option<Profile>,
    /// What came in, and what did not.
    pub imported: Imported,
}

impl AppState {
    /// The ZIP that is on its way in.
    pub fn arrival(self) -> Option<Arrival> {
        self.zips.arrival.get()
    }

    /// Puts the ZIP aside that was looked into, brought in, or failed.
    pub fn dismiss_arrival(self) {
        self.zips.arrival.set(None);
    }

    /// Says what is in a ZIP. Nothing is changed.
    pub fn look_into(self, zip: PickedFile) {
        self.arrive(Arrival::Looking, async move |work| {
            let contents = archive::look(&zip, work.cancel()).await?;
            if contents.segments == 0 {
                return Err(ArchiveError::NothingReadable);
            }
            let home = self.home_of(&contents.roots).await?;
            Ok(Arrival::Found(Found { contents, home, zip }))
        });
    }

    /// Brings in what was looked into. It always comes under a new device id: somebody else may go on writing under the old ones.
    /// Where it belongs is looked up again, and shown again if it is no more what the person agreed to.
    pub fn bring_in(self, found: Found) {
        self.arrive(Arrival::Coming, async move |work| {
            let Found { home, zip, contents } = found;
            let now = self.home_of(&contents.roots).await?;
            if now != home {
                return Ok(Arrival::Found(Found { home: now, zip, contents }));
            }
            let (profile, imported) = match &home {
                Home::New => {
                    let (profile, imported) = nursery::bring_up(&zip, ProfileKind::Own, &work).await?;
                    (Some(profile), imported)
                }
                Home::Here => (None, self.merge_here(&zip, &contents.roots, &work).await?),
                Home::Other(profile) => {
                    (Some(profile.clone()), merge_into(profile, &zip, &contents.roots, &work).await?)
                }
            };
            Ok(Arrival::Came(Came { profile, imported }))
        });
    }

    /// Does work on a ZIP and shows how far it is.
    fn arrive(
        self,
        under_way: impl FnOnce(Work) -> Arrival,
        work_on: impl AsyncFnOnce(Work) -> Result<Arrival, ArchiveError> + 'static,
    ) {
        let work = Work::new();
        self.zips.arrival.set(Some(under_way(work.clone())));
        spawn_local(async move {
            let arrival = work_on(work).await.unwrap_or_else(Arrival::Failed);
            self.zips.arrival.try_set(Some(arrival));
        });
    }

    async fn home_of(self, theirs: &[RootFile]) -> Result<Home, StoreError> {
        let shares = |ours: &[RootFile]| ours.iter().any(|our| theirs.iter().any(|their| their.root == our.root));
        if self.of(|session| shares(&session.roots)) == Some(true) {
            return Ok(Home::Here);
        }
        for profile in profiles::all().into_iter().filter(|profile| profile.kind == ProfileKind::Own) {
            if shares(&roots::stored(&Store::open(&profile.id).await?).await?) {
                return Ok(Home::Other(profile));
            }
        }
        Ok(Home::New)
    }

    /// Brings a ZIP of the open portfolio in. What is new in it shows at once; if the work ends early, what came in until then.
    async fn merge_here(self, zip: &PickedFile, theirs: &[RootFile], work: &Work) -> Result<Imported, ArchiveError> {
        let open = self.of(|session| (session.id.clone(), session.store.clone(), session.media.clone()));
        let (id, store, media) = open.ok_or(ArchiveError::Cancelled)?;
        let (joined, renewed) = receive(&store, theirs).await?;
        self.within_profile(&id, |session| {
            session.roots = joined;
            session.device = renewed;
            let writer = session.ledger.writer();
            session.ledger.note_writers(renewed, &[writer]);
        });
        let imported = archive::import(&id, &media, zip, work.report(), work.cancel()).await;
        self.read_news().await?;
        self.load_frameworks().await;
        self.tell_other_tabs(Hint::Stored);
        imported
    }
}

/// Brings a ZIP into the portfolio of a learner whose portfolio is not open in this tab.
async fn merge_into(
    profile: &Profile,
    zip: &PickedFile,
    theirs: &[RootFile],
    work: &Work,
) -> Result<Imported, ArchiveError> {
    let store = Store::open(&profile.id).await?;
    let media = Media::new(&profile.id, store.clone());
    receive(&store, theirs).await?;
    archive::import(&profile.id, &media, zip, work.report(), work.cancel()).await
}

/// Makes a portfolio ready for a ZIP of it: it has all the ids that it has here and in the ZIP, and a new device writes on.
async fn receive(store: &Store, theirs: &[RootFile]) -> Result<(Vec<RootFile>, DeviceId), StoreError> {
    let mut roots = roots::stored(store).await?;
    roots.extend(theirs.iter().cloned());
    Ok((roots::put(store, roots).await?, device::renew(store).await?))
}
