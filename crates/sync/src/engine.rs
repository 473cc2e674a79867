//! The engine: brings a device and a backend to hold the same facts, and says truthfully how far it came.
//!
//! A run looks, fetches what others wrote, freezes and sends what this device wrote, looks again and reads some of it back, then does
//! the same for media. It may be dropped at any await: every object is immutable, so the next run finds out what is left to do.

mod check;
mod connect;
mod fetch_media;
mod few;
mod look;
mod media;
mod on_demand;
mod pull;
mod push;
mod roots;
mod send_media;
mod shelves;
mod table;
mod work;

use chrono::{DateTime, Utc};
pub use connect::{Connection, Question};
pub use on_demand::Unfetched;

use crate::{
    backend::Backend,
    host::Host,
    local::Local,
    patient::Patient,
    report::{Report, Stop},
    session::Session,
};

/// Which media a run looks at on the backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaCheck {
    /// What this session has not seen there yet.
    Unseen,
    /// All of it: at the start, now and then, and when the person asks.
    All,
}

/// What a run is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The time that a successful check is noted with.
    pub now: DateTime<Utc>,
    /// Which media to look at.
    pub media: MediaCheck,
}

/// A device, a backend, and the surroundings they meet in.
#[derive(Debug)]
pub struct Engine<'a, B, L, H> {
    backend: Patient<'a, B, H>,
    local: &'a L,
    host: &'a H,
}

impl<'a, B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'a, B, L, H> {
    /// Brings them together.
    pub fn new(backend: &'a B, local: &'a L, host: &'a H) -> Self {
        Self { backend: Patient::new(backend, host), local, host }
    }

    /// Syncs with a backend that is known to hold this portfolio; see [`connect`](Self::connect) for one that is not.
    pub async fn run(&self, session: &mut Session, options: Options) -> Report {
        let mut report = Report::default();
        report.stopped = self.steps(session, options, &mut report).await.err();
        report
    }

    async fn steps(&self, session: &mut Session, options: Options, report: &mut Report) -> Result<(), Stop> {
        let roots = self.recognise().await?;
        let mut table = self.look().await?;
        self.pull(&table, &roots, session, report).await?;
        self.push(&mut table, session, report).await?;
        self.check(&mut table, session, options.now, report).await?;
        self.media(options.media, session, report).await?;
        report.loose_ops = self.local.loose_ops().await?;
        Ok(())
    }
}
