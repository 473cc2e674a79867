//! The first meeting of a device and a backend.

use replica::RootId;

use super::Engine;
use crate::{
    backend::Backend,
    error::Fault,
    host::Host,
    local::{Description, Holding, Identity, Local},
    name::Folder,
    progress::Phase,
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
    pub roots: Vec<RootId>,
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
        let connection = if there.is_empty() {
            Connection::Begun
        } else if identity.knows_one_of(&there) {
            Connection::Known
        } else if identity.holding == Holding::Work {
            return self.question(there).await.map(Connection::Asks);
        } else {
            Connection::Joined
        };
        self.meet(&identity, &there).await?;
        Ok(connection)
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
    async fn meet(&self, identity: &Identity, there: &[RootId]) -> Result<(), Stop> {
        let readable = self.read_roots(there).await?;
        let nothing_frozen = self.local.segments().await?.is_empty();
        if nothing_frozen && !readable.is_empty() && !identity.knows_one_of(there) {
            // No segment carries this device's own id, so nobody ever needs to know it.
            return Ok(self.local.set_roots(&readable).await?);
        }
        let whole: Vec<RootId> = readable.iter().map(|file| file.root).collect();
        self.unite(identity, &whole, readable).await
    }

    /// The base may be a folder that a person thought of just now.
    async fn make_base(&self) -> Result<(), Stop> {
        let base = Folder::base();
        match self.backend.list(&base).await {
            Err(error) if error.fault == Fault::Missing => Ok(self.backend.mkdir(&base).await?),
            listed => Ok(listed.map(|_| ())?),
        }
    }

    /// Reads what is on the backend far enough to describe it.
    async fn question(&self, roots: Vec<RootId>) -> Result<Question, Stop> {
        let table = self.look().await?;
        let whole = table.those(|at, known| known.is_whole(at));
        let meter = self.meter(Phase::FetchingChanges, super::table::bytes(&whole));
        let fetched = self.fetch_segments(&table, &whole, &meter).await?;
        let read = fetched.into_iter().filter_map(|(at, bytes)| Some((at, bytes.ok()?))).collect();
        Ok(Question { roots, theirs: self.local.describe(read).await? })
    }
}
