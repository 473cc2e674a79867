//! Seeing that what was sent is there.

use std::{collections::BTreeSet, time::Duration};

use chrono::{DateTime, Utc};
use replica::DeviceId;

use super::{Engine, look::Listing, work::of_one_object};
use crate::{
    backend::Backend,
    host::Host,
    layout::{self, SegmentAt},
    local::Local,
    progress::Phase,
    report::{Problem, Report, Stop, Tally},
    session::Session,
};

/// How long to wait for a listing that does not show yet what was put; after the last one the next run looks again.
const SETTLING: [Duration; 2] = [Duration::from_millis(500), Duration::from_secs(2)];

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Lists the folders of what was sent again, a few times where a store shows new names late.
    pub(super) async fn look_until_shown(&self, listing: &mut Listing, sent: &BTreeSet<SegmentAt>) -> Result<(), Stop> {
        let devices: BTreeSet<DeviceId> = sent.iter().map(|at| at.device).collect();
        for pause in SETTLING.into_iter().map(Some).chain([None]) {
            let listed = self.together(devices.iter().copied(), async |device| self.look_at_device(device).await);
            for part in listed.await? {
                listing.segments.extend(part);
            }
            match pause {
                Some(pause) if !sent.iter().all(|at| listing.is_whole(at)) => self.host.pause(pause).await,
                _ => break,
            }
        }
        Ok(())
    }

    /// Reads back what this run sent, or else one segment in turn, and counts what is there.
    pub(super) async fn check(
        &self,
        listing: &Listing,
        sent: &BTreeSet<SegmentAt>,
        session: &mut Session,
        now: DateTime<Utc>,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let held = self.local.segments().await?;
        let whole: Vec<SegmentAt> = held.iter().filter(|at| listing.is_whole(at)).copied().collect();
        let mut to_read: Vec<SegmentAt> = whole.iter().filter(|at| sent.contains(at)).copied().collect();
        if to_read.is_empty() {
            to_read.extend(in_turn(&whole, now));
        }
        let meter = self.meter(Phase::Checking, to_read.iter().map(|at| at.name.bytes).sum());
        for at in to_read {
            self.go_on()?;
            let kept = self.is_kept(&at).await?;
            let name = layout::segment(&at);
            session.set_spoiled(&name, !kept);
            if !kept {
                report.problems.push(Problem::NotKept { name });
            }
            meter.add(at.name.bytes);
        }

        let mut tally = Tally::default();
        for at in held {
            tally.count(at.name.bytes, listing.is_whole(&at) && !session.is_spoiled(&layout::segment(&at)));
        }
        report.log = Some(tally);
        report.checked_at = Some(now);
        Ok(())
    }

    /// Whether a segment comes back as it was sent; when it does not, it is sent once more.
    async fn is_kept(&self, at: &SegmentAt) -> Result<bool, Stop> {
        if self.comes_back(at).await? {
            return Ok(true);
        }
        self.send_segment(at).await?;
        self.comes_back(at).await
    }

    async fn comes_back(&self, at: &SegmentAt) -> Result<bool, Stop> {
        let name = layout::segment(at);
        match self.attempt(async || self.read(&name, at.name.bytes).await).await {
            Ok(bytes) => Ok(at.name.verify(&bytes).is_ok()),
            Err(error) => of_one_object(error).map(|_| false),
        }
    }
}

/// One of them, another each minute.
fn in_turn(segments: &[SegmentAt], now: DateTime<Utc>) -> Option<SegmentAt> {
    let minute = usize::try_from(now.timestamp().div_euclid(60)).unwrap_or_default();
    segments.get(minute.checked_rem(segments.len())?).copied()
}
