//! Taking what others wrote.

use std::{collections::BTreeSet, pin::pin};

use futures_util::stream::{self, StreamExt};
use replica::{
    RootId,
    segment::{SEGMENT_LIMIT, SegmentError},
};

use super::{
    Engine,
    look::Listing,
    work::{AT_ONCE, of_one_object},
};
use crate::{
    backend::Backend,
    body::Body,
    error::{BackendError, Fault, Verb},
    host::Host,
    layout::{self, SegmentAt},
    local::{ApplyError, Local},
    name::Name,
    progress::Phase,
    recipe::Server,
    report::{Problem, Report, Stop, Unreadable},
    session::Session,
};

/// A segment's bytes, or why there are none.
type Fetched = Result<Vec<u8>, Unreadable>;

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Applies every listed segment that this device does not hold. One that is short or wrong is left where it is.
    pub(super) async fn pull(
        &self,
        listing: &Listing,
        roots: &BTreeSet<RootId>,
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let held = self.local.segments().await?;
        let new: Vec<(SegmentAt, u64)> =
            listing.segments.iter().filter(|(at, _)| !held.contains(at)).map(|(at, size)| (*at, *size)).collect();
        self.leave_a_shared_folder(&new, report).await?;

        let meter = self.meter(Phase::FetchingChanges, new.iter().map(|(at, _)| at.name.bytes).sum());
        let fetches = stream::iter(new).map(|(at, size)| async move { (at, self.fetch(at, size).await) });
        let mut fetched = pin!(fetches.buffer_unordered(AT_ONCE));
        while let Some((at, bytes)) = fetched.next().await {
            let applied = match bytes? {
                Ok(bytes) => self.apply(&at, bytes, roots).await?,
                Err(reason) => Err(reason),
            };
            meter.add(at.name.bytes);
            match applied {
                Ok(ops) => {
                    session.succeeded(&layout::segment(&at));
                    report.pulled.segments += 1;
                    report.pulled.ops += ops;
                }
                Err(reason) => {
                    report.pulled.left += 1;
                    if session.failed(&layout::segment(&at)) {
                        report.problems.push(Problem::Segment { at, reason });
                    }
                }
            }
        }
        Ok(())
    }

    /// A segment in this device's folder that this device does not hold: its disk was restored, or its profile was cloned, and two
    /// devices write to one folder. This one takes a new folder, before it applies the segment, so that a crash in between is noticed
    /// again.
    async fn leave_a_shared_folder(&self, new: &[(SegmentAt, u64)], report: &mut Report) -> Result<(), Stop> {
        let device = self.local.identity().await?.device;
        if new.iter().any(|(at, _)| at.device == device) {
            self.local.become_new_device().await?;
            report.became_new_device = true;
        }
        Ok(())
    }

    /// Fetches a segment that is listed with a size.
    async fn fetch(&self, at: SegmentAt, size: u64) -> Result<Fetched, Stop> {
        self.go_on()?;
        let expected = at.name.bytes;
        if expected > SEGMENT_LIMIT as u64 {
            let bytes = usize::try_from(expected).unwrap_or(usize::MAX);
            return Ok(Err(SegmentError::TooLarge { bytes }.into()));
        }
        if size != expected {
            return Ok(Err(Unreadable::Length { expected, found: size }));
        }
        let name = layout::segment(&at);
        let bytes = match self.attempt(async || self.read(&name, expected).await).await {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(of_one_object(error)?.into())),
        };
        Ok(at.name.verify(&bytes).map(|()| bytes).map_err(Unreadable::from))
    }

    /// Fetches segments that are whole; those that cannot be read are passed over.
    pub(super) async fn fetch_all(&self, segments: Vec<SegmentAt>) -> Result<Vec<(SegmentAt, Vec<u8>)>, Stop> {
        let meter = self.meter(Phase::FetchingChanges, segments.iter().map(|at| at.name.bytes).sum());
        let fetched = self.together(segments, async |at| {
            let bytes = self.fetch(at, at.name.bytes).await?;
            meter.add(at.name.bytes);
            Ok(bytes.ok().map(|bytes| (at, bytes)))
        });
        Ok(fetched.await?.into_iter().flatten().collect())
    }

    /// Reads a small object.
    pub(super) async fn read(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        let body = self.backend.get(name, at_most).await?;
        body.into_bytes().await.map_err(|error| BackendError {
            verb: Verb::Get,
            at: name.to_string(),
            fault: Fault::Transport(error),
            server: Server::Unknown,
        })
    }

    async fn apply(
        &self,
        at: &SegmentAt,
        bytes: Vec<u8>,
        roots: &BTreeSet<RootId>,
    ) -> Result<Result<u64, Unreadable>, Stop> {
        match self.local.apply(at, bytes, roots).await {
            Ok(ops) => Ok(Ok(ops)),
            Err(ApplyError::Segment(error)) => Ok(Err(error.into())),
            Err(ApplyError::Local(error)) => Err(error.into()),
        }
    }
}
