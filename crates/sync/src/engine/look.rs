//! What is on the backend.

use std::collections::{BTreeMap, BTreeSet};

use replica::{DeviceId, Hash, RootFile, RootId};

use super::Engine;
use crate::{
    backend::{Backend, Entry, list_if_there},
    error::BackendError,
    host::Host,
    layout::{self, SegmentAt},
    local::Local,
    name::Folder,
    progress::Phase,
    report::Stop,
    session::Session,
};

/// The log as listed.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The folders of devices.
    pub devices: BTreeSet<DeviceId>,
    /// Segments and the sizes they have there.
    pub segments: BTreeMap<SegmentAt, u64>,
}

impl Listing {
    /// Whether a segment is there with the size its name says.
    pub(super) fn is_whole(&self, at: &SegmentAt) -> bool {
        self.segments.get(at) == Some(&at.name.bytes)
    }
}

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// The entries of a folder; none when it is not there.
    pub(super) async fn entries(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        self.attempt(async || list_if_there(self.backend, folder).await).await
    }

    /// The portfolios that the backend says it holds.
    pub(super) async fn roots_there(&self) -> Result<BTreeSet<RootId>, BackendError> {
        let entries = self.entries(&layout::home()).await?;
        let is_file = |entry: &&Entry| matches!(entry, Entry::File { .. });
        Ok(entries.iter().filter(is_file).filter_map(|entry| RootFile::id_in(entry.name())).collect())
    }

    /// The log.
    pub(super) async fn look(&self) -> Result<Listing, Stop> {
        self.meter(Phase::Looking, 0);
        let folders = self.entries(&layout::log()).await?;
        let devices: BTreeSet<DeviceId> =
            folders.iter().filter(|entry| is_folder(entry)).filter_map(|entry| entry.name().parse().ok()).collect();
        let mut listing = Listing { devices: devices.clone(), segments: BTreeMap::new() };
        for part in self.together(devices, async |device| self.look_at_device(device).await).await? {
            listing.segments.extend(part);
        }
        Ok(listing)
    }

    /// The segments of one device.
    pub(super) async fn look_at_device(&self, device: DeviceId) -> Result<Vec<(SegmentAt, u64)>, Stop> {
        let entries = self.entries(&layout::log_of(device)).await?;
        let segment = |entry: &Entry| match entry {
            Entry::File { name, size } => Some((SegmentAt { device, name: name.parse().ok()? }, *size)),
            Entry::Folder { .. } => None,
        };
        Ok(entries.iter().filter_map(segment).collect())
    }

    /// Lists the shelves of these chunks that the session does not know.
    pub(super) async fn look_at_shelves(
        &self,
        chunks: impl Iterator<Item = Hash>,
        session: &mut Session,
    ) -> Result<(), Stop> {
        let unknown: BTreeMap<String, Folder> = chunks
            .filter(|chunk| !session.knows_shelf_of(*chunk))
            .map(|chunk| (layout::shelf(chunk), layout::shelf_of(chunk)))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let shelves = self.entries(&layout::blobs()).await?;
        let (there, missing): (Vec<_>, Vec<_>) =
            unknown.into_iter().partition(|(shelf, _)| shelves.iter().any(|entry| entry.name() == shelf));
        for (shelf, _) in missing {
            session.set_shelf(shelf, BTreeMap::new());
        }
        let listed = self.together(there, async |(shelf, folder)| Ok((shelf, self.entries(&folder).await?))).await?;
        for (shelf, entries) in listed {
            session.set_shelf(shelf, entries.iter().filter_map(chunk).collect());
        }
        Ok(())
    }
}

fn is_folder(entry: &Entry) -> bool {
    matches!(entry, Entry::Folder { .. })
}

fn chunk(entry: &Entry) -> Option<(Hash, u64)> {
    match entry {
        Entry::File { name, size } => Some((name.parse().ok()?, *size)),
        Entry::Folder { .. } => None,
    }
}
