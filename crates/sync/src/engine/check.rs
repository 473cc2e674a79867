//! Seeing that what was sent is there.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{
    Engine,
    push::devices_of,
    table::{self, Table},
    work::of_one_object,
};
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
    /// Lists what this run sent, reads it back, or else one segment in turn, and counts what is there.
    pub(super) async fn check(
        &self,
        table: &mut Table,
        session: &mut Session,
        now: DateTime<Utc>,
        report: &mut Report,
    ) -> Result<(), Stop> {
        self.look_until_shown(table).await?;
        let whole = table.those(|at, known| known.held && known.is_whole(at));
        let mut to_read = table.those(|at, known| known.sent && known.is_whole(at));
        if to_read.is_empty() {
            to_read.extend(in_turn(&whole, now));
        }
        let meter = self.meter(Phase::Checking, table::bytes(&to_read));
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
        for at in table.those(|_, known| known.held) {
            let there = table.entry(at).is_whole(&at) && !session.is_spoiled(&layout::segment(&at));
            tally.count(at.name.bytes, there);
        }
        report.log = Some(tally);
        report.checked_at = Some(now);
        Ok(())
    }

    /// Lists the folders of what was sent again, a few times where a store shows new names late.
    async fn look_until_shown(&self, table: &mut Table) -> Result<(), Stop> {
        let devices = devices_of(&table.those(|_, known| known.sent));
        for pause in SETTLING {
            self.look_at_devices(&devices, table).await?;
            if table.those(|at, known| known.sent && !known.is_whole(at)).is_empty() {
                return Ok(());
            }
            self.host.pause(pause).await;
        }
        self.look_at_devices(&devices, table).await
    }

    /// Whether a segment comes back as it was sent; when it does not, it is sent once more.
    async fn is_kept(&self, at: &SegmentAt) -> Result<bool, Stop> {
        for try_again in [true, false] {
            let kept = match self.read(&layout::segment(at), at.name.bytes).await {
                Ok(bytes) => at.name.verify(&bytes).is_ok(),
                Err(error) => of_one_object(error).map(|_| false)?,
            };
            if kept {
                return Ok(true);
            }
            if try_again {
                self.send(at).await?;
            }
        }
        Ok(false)
    }
}

/// One of them, another each minute.
fn in_turn(segments: &[SegmentAt], now: DateTime<Utc>) -> Option<SegmentAt> {
    let minute = usize::try_from(now.timestamp().div_euclid(60)).unwrap_or_default();
    segments.get(minute.checked_rem(segments.len())?).copied()
}
