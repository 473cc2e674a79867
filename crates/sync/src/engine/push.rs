//! Giving what this device holds.

use std::cell::RefCell;

use replica::DeviceId;

use super::{
    Engine,
    table::{self, Known, Table},
    work::of_one_object,
};
use crate::{
    backend::{Backend, make_folders, put_making_folders},
    host::Host,
    layout::{self, SegmentAt},
    local::Local,
    progress::Phase,
    report::{Problem, Report, Stop},
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Sends every segment on this device that is not listed whole, its own and those of others: what vanished from a server, or was
    /// cut on its way, comes back from whoever has it. The same name always carries the same bytes, so it does no harm when it was
    /// there after all.
    pub(super) async fn push(&self, table: &mut Table, session: &Session, report: &mut Report) -> Result<(), Stop> {
        self.local.freeze().await?;
        table.hold(&self.local.segments().await?);
        let is_fine = |at: &SegmentAt, known: &Known| known.is_whole(at) && !session.is_spoiled(&layout::segment(at));
        let missing = table.those(|at, known| known.held && !is_fine(at, known));
        self.make_folders_of(&missing, table).await?;

        let meter = self.meter(Phase::SendingChanges, table::bytes(&missing));
        let outcome = RefCell::new((table, &mut report.problems));
        self.each(&missing, async |at| {
            let sent = self.send(at).await;
            let (table, problems) = &mut *outcome.borrow_mut();
            match sent {
                Ok(()) => table.entry(*at).sent = true,
                Err(Stop::Backend(error)) => problems.push(Problem::NotSent(of_one_object(error)?)),
                Err(stop) => return Err(stop),
            }
            meter.add(at.name.bytes);
            Ok(())
        })
        .await
    }

    async fn make_folders_of(&self, segments: &[SegmentAt], table: &mut Table) -> Result<(), Stop> {
        for at in segments {
            if !table.devices.contains(&at.device) {
                make_folders(&self.backend, &layout::log_of(at.device)).await?;
                table.devices.push(at.device);
            }
        }
        Ok(())
    }

    /// Sends one segment, as it was frozen.
    pub(super) async fn send(&self, at: &SegmentAt) -> Result<(), Stop> {
        let bytes = self.local.segment(at).await?;
        Ok(put_making_folders(&self.backend, &layout::segment(at), bytes.into()).await?)
    }
}

/// The devices whose folders these lie in, each once.
pub(super) fn devices_of(segments: &[SegmentAt]) -> Vec<DeviceId> {
    let mut devices: Vec<DeviceId> = Vec::new();
    for at in segments {
        if !devices.contains(&at.device) {
            devices.push(at.device);
        }
    }
    devices
}
