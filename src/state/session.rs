//! One open portfolio: the ledger, its frameworks, and where both are stored.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};
use ledger::Ledger;
use platform::clock;
use platform::hints::Hints;
use platform::media::Media;
use platform::store::{Store, TailKey, Writer};
use portfolio::{Frameworks, Portfolio};
use replica::{DeviceId, Edit, RootFile};

use super::frameworks::Mine;
use super::previews::Previews;
use super::purge::Purged;
use super::search::Search;
use super::sync::Keeping;

/// Everything that belongs to the learner whose portfolio is open.
pub(super) struct Session {
    /// The profile's id, which names its database and media folder.
    pub id: String,
    /// The facts and what they mean.
    pub ledger: Ledger,
    /// The frameworks the learner adopted, as far as their packages are on this device, and their own.
    pub frameworks: Rc<Frameworks>,
    /// The competencies they wrote, made ready.
    pub mine: Mine,
    /// Where ops are kept.
    pub store: Store,
    /// The queue into it.
    pub writer: Writer,
    /// Where files are kept.
    pub media: Media,
    /// Which portfolio this is: the least id first; one until portfolios are joined.
    pub roots: Vec<RootFile>,
    /// Which installation this is.
    pub device: DeviceId,
    /// The last act that can be taken back.
    pub undo: Vec<Edit>,
    /// The segments that are folded.
    pub folded: BTreeSet<String>,
    /// The row of the tail read last, for what other tabs append.
    pub seen: Option<TailKey>,
    /// What purges took away, to be erased.
    pub purged: Purged,
    /// Where the making of previews is.
    pub previews: Previews,
    /// What pieces are found by.
    pub search: Search,
    /// How many ops were folded since the cached state was written.
    pub beyond_snapshot: usize,
    /// The day that counts as today, where it is not the clock's: the sample never grows old.
    pub last_day: Option<NaiveDate>,
    /// How other tabs say that something was stored.
    pub hints: Option<Hints>,
    /// The backing up, where a storage is connected.
    pub keeping: Option<Keeping>,
}

impl Session {
    /// What the views read.
    pub fn world(&self) -> World<'_> {
        World { portfolio: self.ledger.portfolio(), frameworks: &self.frameworks, today: self.today() }
    }

    /// The day that counts as today.
    pub fn today(&self) -> NaiveDate {
        self.last_day.unwrap_or_else(clock::today)
    }

    /// The instant that counts as now: the time of day on the clock, on the day that counts as today.
    pub fn now(&self) -> DateTime<Utc> {
        let now = clock::now();
        self.last_day.map_or(now, |day| day.and_time(now.time()).and_utc())
    }
}

/// What the views read: facts, frameworks and the day.
#[derive(Clone, Copy)]
pub struct World<'session> {
    /// What the learner has.
    pub portfolio: &'session Portfolio,
    /// The frameworks they adopted.
    pub frameworks: &'session Frameworks,
    /// The day that counts as today.
    pub today: NaiveDate,
}
