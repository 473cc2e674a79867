//! Taking what others wrote.

use std::cell::RefCell;

use replica::{
    RootId,
    segment::{SEGMENT_LIMIT, SegmentError},
};

use super::{
    Engine,
    table::{self, Table},
    work::{Meter, of_one_object},
};
use crate::{
    backend::Backend,
    host::Host,
    layout::{self, SegmentAt},
    local::{ApplyError, Local},
    progress::Phase,
    report::{Problem, Report, Stop, Unreadable},
    session::Session,
};

/// How many segments are fetched before they are folded: 4 MiB at most.
const BATCH: usize = 16;

/// A segment's bytes, or why there are none.
type Fetched = (SegmentAt, Result<Vec<u8>, Unreadable>);

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Applies every listed segment that this device does not hold. One that is short or wrong is left where it is.
    pub(super) async fn pull(
        &self,
        table: &Table,
        roots: &[RootId],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let new = table.those(|_, known| !known.held);
        self.leave_a_shared_folder(&new, report).await?;
        let meter = self.meter(Phase::FetchingChanges, table::bytes(&new));
        for batch in new.chunks(BATCH) {
            for (at, bytes) in self.fetch_segments(table, batch, &meter).await? {
                let applied = match bytes {
                    Ok(bytes) => self.apply(&at, bytes, roots).await?,
                    Err(reason) => Err(reason),
                };
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
        }
        Ok(())
    }

    /// A segment in this device's folder that this device does not hold: its disk was restored, or its profile was cloned, and two
    /// devices write to one folder. This one takes a new folder, before it applies the segment, so that a crash in between is noticed
    /// again.
    async fn leave_a_shared_folder(&self, new: &[SegmentAt], report: &mut Report) -> Result<(), Stop> {
        let device = self.local.identity().await?.device;
        if new.iter().any(|at| at.device == device) {
            self.local.become_new_device().await?;
            report.became_new_device = true;
        }
        Ok(())
    }

    /// Fetches listed segments, and checks that they are what their names say.
    pub(super) async fn fetch_segments(
        &self,
        table: &Table,
        segments: &[SegmentAt],
        meter: &Meter<'_, H>,
    ) -> Result<Vec<Fetched>, Stop> {
        let fetched = RefCell::new(Vec::new());
        self.each(segments, async |at| {
            let bytes = self.fetch_one(at, table.listed_size(at)).await?;
            meter.add(at.name.bytes);
            fetched.borrow_mut().push((*at, bytes));
            Ok(())
        })
        .await?;
        Ok(fetched.into_inner())
    }

    async fn fetch_one(&self, at: &SegmentAt, size: u64) -> Result<Result<Vec<u8>, Unreadable>, Stop> {
        let expected = at.name.bytes;
        if expected > SEGMENT_LIMIT as u64 {
            let bytes = usize::try_from(expected).unwrap_or(usize::MAX);
            return Ok(Err(SegmentError::TooLarge { bytes }.into()));
        }
        if size != expected {
            return Ok(Err(Unreadable::Length { expected, found: size }));
        }
        match self.read(&layout::segment(at), expected).await {
            Ok(bytes) => Ok(at.name.verify(&bytes).map(|()| bytes).map_err(Unreadable::from)),
            Err(error) => Ok(Err(of_one_object(error)?.into())),
        }
    }

    async fn apply(&self, at: &SegmentAt, bytes: Vec<u8>, roots: &[RootId]) -> Result<Result<u64, Unreadable>, Stop> {
        match self.local.apply(at, bytes, roots).await {
            Ok(ops) => Ok(Ok(ops)),
            Err(ApplyError::Segment(error)) => Ok(Err(error.into())),
            Err(ApplyError::Local(error)) => Err(error.into()),
        }
    }
}
