//! Whose portfolio a backend holds.
//!
//! A portfolio can have several ids: two devices may begin one backend at the same moment, or a learner may say that two portfolios
//! are theirs both. Then both root files lie on the backend, the least id is the portfolio's, and segments under any of them belong to
//! it. So joining moves no op and makes no double, and a device that knows one of the ids follows without being asked.

use replica::{RootFile, RootId};

use super::Engine;
use crate::{
    backend::{Backend, put_making_folders},
    error::{BackendError, Fault},
    host::Host,
    layout,
    local::{Identity, Local, LocalError},
    report::Stop,
};

/// No root file is longer.
const ROOT_LIMIT: u64 = 4096;

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Makes sure that the backend holds this portfolio, and returns all ids that its segments may carry.
    pub(super) async fn recognise(&self) -> Result<Vec<RootId>, Stop> {
        let identity = self.local.identity().await?;
        let there = self.roots_there().await?;
        if there.is_empty() {
            return Err(Stop::RootMissing);
        }
        if !identity.knows_one_of(&there) {
            return Err(Stop::OtherPortfolio { roots: there });
        }
        let unknown: Vec<RootId> = there.iter().filter(|root| !identity.knows(**root)).copied().collect();
        let learned = self.read_roots(&unknown).await?;
        self.unite(&identity, &there, learned).await?;
        let mut all = there;
        all.extend(identity.roots.iter().map(|file| file.root));
        Ok(all)
    }

    /// Gives the device the ids of the backend, and the backend those of the device that do not lie `there`.
    pub(super) async fn unite(
        &self,
        identity: &Identity,
        there: &[RootId],
        learned: Vec<RootFile>,
    ) -> Result<(), Stop> {
        let mut united = identity.roots.clone();
        united.extend(learned.into_iter().filter(|file| !identity.knows(file.root)));
        // First the device, so that it knows itself in what it is about to write.
        if united.len() > identity.roots.len() {
            self.local.set_roots(&united).await?;
        }
        for root in identity.roots.iter().filter(|file| !there.contains(&file.root)) {
            self.write_root(root).await?;
        }
        Ok(())
    }

    pub(super) async fn write_root(&self, root: &RootFile) -> Result<(), Stop> {
        let bytes = root.to_json().map_err(|error| LocalError::Damaged(error.to_string()))?;
        Ok(put_making_folders(&self.backend, &layout::root(root.root), bytes.into()).await?)
    }

    /// The root files that can be read. One that was cut counts by its name alone until somebody repairs it.
    pub(super) async fn read_roots(&self, roots: &[RootId]) -> Result<Vec<RootFile>, BackendError> {
        let mut files = Vec::new();
        for root in roots {
            let bytes = match self.read(&layout::root(*root), ROOT_LIMIT).await {
                Ok(bytes) => bytes,
                Err(error) if error.fault == Fault::Missing => continue,
                Err(error) => return Err(error),
            };
            files.extend(RootFile::from_json(&bytes).ok().filter(|file| file.root == *root));
        }
        Ok(files)
    }
}
