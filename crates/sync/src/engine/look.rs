//! What is on the backend.

use std::cell::RefCell;

use replica::{DeviceId, RootFile, RootId};

use super::{Engine, table::Table};
use crate::{
    backend::{Backend, Entry, list_if_there},
    error::BackendError,
    host::Host,
    layout::{self, SegmentAt},
    local::Local,
    name::Folder,
    progress::Phase,
    report::Stop,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// The entries of a folder; none when it is not there.
    pub(super) async fn entries(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        list_if_there(&self.backend, folder).await
    }

    /// The portfolios that the backend says it holds.
    pub(super) async fn roots_there(&self) -> Result<Vec<RootId>, BackendError> {
        let entries = self.entries(&layout::home()).await?;
        Ok(entries.iter().filter_map(file).filter_map(|(name, _)| RootFile::id_in(name)).collect())
    }

    /// The log on both sides.
    pub(super) async fn look(&self) -> Result<Table, Stop> {
        self.meter(Phase::Looking, 0);
        let mut table = Table::default();
        table.hold(&self.local.segments().await?);
        let entries = self.entries(&layout::log()).await?;
        let devices = entries.iter().filter(|entry| matches!(entry, Entry::Folder { .. }));
        table.devices = devices.filter_map(|entry| entry.name().parse().ok()).collect();
        self.look_at_devices(&table.devices.clone(), &mut table).await?;
        Ok(table)
    }

    /// Lists the folders of some devices anew.
    pub(super) async fn look_at_devices(&self, devices: &[DeviceId], table: &mut Table) -> Result<(), Stop> {
        let table = RefCell::new(table);
        self.each(devices, async |device| {
            let entries = self.entries(&layout::log_of(*device)).await?;
            for (name, size) in entries.iter().filter_map(file) {
                if let Ok(name) = name.parse() {
                    table.borrow_mut().entry(SegmentAt { device: *device, name }).listed = Some(size);
                }
            }
            Ok(())
        })
        .await
    }
}

/// The name and size of a file.
pub(super) fn file(entry: &Entry) -> Option<(&str, u64)> {
    match entry {
        Entry::File { name, size } => Some((name, *size)),
        Entry::Folder { .. } => None,
    }
}
