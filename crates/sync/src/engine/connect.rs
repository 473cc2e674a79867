//! The first meeting of a device and a backend.

use std::collections::BTreeSet;

use replica::RootId;

use super::Engine;
use crate::{
    backend::Backend,
    error::Fault,
    host::Host,
    layout::SegmentAt,
    local::{Description, Holding, Identity, Local},
    name::Folder,
    report::Stop,
};

/// How a first connect went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// The backend held no portfolio; now it holds this one.
    Begun,
    /// The backend holds this portfolio already.
    Known,
    /// The backend holds another portfolio and this device had none worth the name: from now on it is this one's, too.
    Joined,
    /// The backend holds another portfolio than this device, and both hold work. Nothing was written and nothing taken; a person
    /// has to say whether both are theirs. If so, [`Engine::join`] makes them one; if not, nothing needs to be done to keep them apart.
    Asks(Question),
    /// This is the sample, which never connects.
    Sample,
}

/// What a person needs to know to say whether the portfolio on the backend is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its ids.
    pub roots: BTreeSet<RootId>,
    /// Whose it is and how much it holds.
    pub theirs: Description,
}

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Connects to a backend for the first time, or anew after a run stopped with [`Stop::RootMissing`] or [`Stop::OtherPortfolio`] and
    /// the person said to go on. Sends and fetches nothing but what tells whose portfolio it is; a [`run`](Self::run) follows.
    ///
    /// # Errors
    /// When the backend or the device's store fails, or the person cancels.
    pub async fn connect(&self) -> Result<Connection, Stop> {
        let identity = self.local.identity().await?;
        if identity.holding == Holding::Sample {
            return Ok(Connection::Sample);
        }
        self.make_base().await?;
        let there = self.roots_there().await?;
        if there.is_empty() {
            self.write_roots(identity.roots.values()).await?;
            return Ok(Connection::Begun);
        }
        if identity.roots.keys().any(|root| there.contains(root)) {
            self.meet(&identity, &there).await?;
            return Ok(Connection::Known);
        }
        match identity.holding {
            Holding::Work => Ok(Connection::Asks(self.question(there).await?)),
            Holding::Welcome | Holding::Sample => {
                self.meet(&identity, &there).await?;
                Ok(Connection::Joined)
            }
        }
    }

    /// Makes the portfolio on this device and the one on the backend one, after a person has said that both are theirs.
    ///
    /// # Errors
    /// When the backend or the device's store fails, or the person cancels.
    pub async fn join(&self) -> Result<(), Stop> {
        let identity = self.local.identity().await?;
        let there = self.roots_there().await?;
        self.meet(&identity, &there).await
    }

    /// Joins the ids, and writes root files anew that are not whole.
    async fn meet(&self, identity: &Identity, there: &BTreeSet<RootId>) -> Result<(), Stop> {
        let whole = self.read_roots(there.iter().copied()).await?;
        let nothing_frozen = self.local.segments().await?.is_empty();
        if nothing_frozen && !whole.is_empty() && !identity.roots.keys().any(|root| there.contains(root)) {
            // No segment carries this device's own id, so nobody ever needs to know it.
            return Ok(self.local.set_roots(&whole).await?);
        }
        let readable: BTreeSet<RootId> = whole.iter().map(|file| file.root).collect();
        self.unite(identity, &readable, whole).await.map(|_| ())
    }

    /// The base may be a folder that a person thought of just now.
    async fn make_base(&self) -> Result<(), Stop> {
        let base = Folder::base();
        match self.attempt(async || self.backend.list(&base).await).await {
            Ok(_) => Ok(()),
            Err(error) if error.fault == Fault::Missing => {
                Ok(self.attempt(async || self.backend.mkdir(&base).await).await?)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what is on the backend far enough to describe it.
    async fn question(&self, roots: BTreeSet<RootId>) -> Result<Question, Stop> {
        let listing = self.look().await?;
        let whole: Vec<SegmentAt> = listing.segments.keys().filter(|at| listing.is_whole(at)).copied().collect();
        let fetched = self.fetch_all(whole).await?;
        Ok(Question { roots, theirs: self.local.describe(fetched).await? })
    }
}
