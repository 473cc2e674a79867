//! Giving what this device holds.

use std::collections::BTreeSet;

use replica::DeviceId;

use super::{Engine, look::Listing, work::of_one_object};
use crate::{
    backend::{Backend, make_folders, put_making_folders},
    error::BackendError,
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
    /// there after all. Returns what was sent; the listing is renewed where something was.
    pub(super) async fn push(
        &self,
        listing: &mut Listing,
        session: &Session,
        report: &mut Report,
    ) -> Result<BTreeSet<SegmentAt>, Stop> {
        self.local.freeze().await?;
        let held = self.local.segments().await?;
        let missing: Vec<SegmentAt> =
            held.into_iter().filter(|at| !listing.is_whole(at) || session.is_spoiled(&layout::segment(at))).collect();
        let folders: BTreeSet<DeviceId> = missing.iter().map(|at| at.device).collect();
        for device in folders.difference(&listing.devices) {
            self.attempt(async || make_folders(self.backend, &layout::log_of(*device)).await).await?;
        }

        let meter = self.meter(Phase::SendingChanges, missing.iter().map(|at| at.name.bytes).sum());
        let outcomes = self.together(missing, async |at| {
            let refused = self.send_segment(&at).await.err().map(of_one_object_or_local).transpose()?;
            meter.add(at.name.bytes);
            Ok((at, refused))
        });
        let mut sent = BTreeSet::new();
        for (at, refused) in outcomes.await? {
            match refused {
                None => drop(sent.insert(at)),
                Some(error) => report.problems.push(Problem::NotSent(error)),
            }
        }
        self.look_until_shown(listing, &sent).await?;
        Ok(sent)
    }

    /// Sends one segment, as it was frozen.
    pub(super) async fn send_segment(&self, at: &SegmentAt) -> Result<(), Stop> {
        let bytes = self.local.segment(at).await?;
        let name = layout::segment(at);
        let put = async || put_making_folders(self.backend, &name, B::Body::from(bytes.clone())).await;
        Ok(self.attempt(put).await?)
    }
}

/// Keeps a backend's refusal of one object apart from what stops the run.
fn of_one_object_or_local(stop: Stop) -> Result<BackendError, Stop> {
    match stop {
        Stop::Backend(error) => of_one_object(error),
        other => Err(other),
    }
}
