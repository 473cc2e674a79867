//! Whose portfolio a backend holds.
//!
//! A portfolio can have several ids: two devices may begin one backend at the same moment, or a learner may say that two portfolios
//! are theirs both. Then both root files lie on the backend, the least id is the portfolio's, and segments under any of them belong to
//! it. So joining moves no op and makes no double, and a device that knows one of the ids follows without being asked.

use std::collections::BTreeSet;

use replica::{RootFile, RootId};

use super::Engine;
use crate::{
    backend::{Backend, put_making_folders},
    body::Body,
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
    pub(super) async fn recognise(&self) -> Result<BTreeSet<RootId>, Stop> {
        let identity = self.local.identity().await?;
        let there = self.roots_there().await?;
        if there.is_empty() {
            return Err(Stop::RootMissing);
        }
        if !identity.roots.keys().any(|root| there.contains(root)) {
            return Err(Stop::OtherPortfolio { roots: there });
        }
        if identity.roots.keys().eq(&there) {
            return Ok(there);
        }
        let unknown = there.iter().filter(|root| !identity.roots.contains_key(root));
        let learned = self.read_roots(unknown.copied()).await?;
        self.unite(&identity, &there, learned).await
    }

    /// Gives the device the ids of the backend and the backend those of the device.
    pub(super) async fn unite(
        &self,
        identity: &Identity,
        there: &BTreeSet<RootId>,
        learned: Vec<RootFile>,
    ) -> Result<BTreeSet<RootId>, Stop> {
        let mut united: Vec<RootFile> = identity.roots.values().cloned().collect();
        united.extend(learned);
        united.sort_by_key(|file| file.root);
        united.dedup_by_key(|file| file.root);
        // First the device, so that it knows itself in what it is about to write.
        self.local.set_roots(&united).await?;
        let missing = identity.roots.values().filter(|root| !there.contains(&root.root));
        self.write_roots(missing).await?;
        Ok(there.iter().chain(identity.roots.keys()).copied().collect())
    }

    pub(super) async fn write_roots(&self, roots: impl Iterator<Item = &RootFile>) -> Result<(), Stop> {
        for root in roots {
            let bytes = root.to_json().map_err(|error| LocalError::Damaged(error.to_string()))?;
            let name = layout::root(root.root);
            self.attempt(async || put_making_folders(self.backend, &name, B::Body::from(bytes.clone())).await).await?;
        }
        Ok(())
    }

    /// The root files that can be read. One that was cut counts by its name alone until somebody repairs it.
    pub(super) async fn read_roots(&self, roots: impl Iterator<Item = RootId>) -> Result<Vec<RootFile>, BackendError> {
        let mut files = Vec::new();
        for root in roots {
            let name = layout::root(root);
            let body = match self.attempt(async || self.backend.get(&name, ROOT_LIMIT).await).await {
                Ok(body) => body,
                Err(error) if error.fault == Fault::Missing => continue,
                Err(error) => return Err(error),
            };
            let bytes = body.into_bytes().await.unwrap_or_default();
            files.extend(RootFile::from_json(&bytes).ok().filter(|file| file.root == root));
        }
        Ok(files)
    }
}
