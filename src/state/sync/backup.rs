//! How the backup stands, in values that a view turns into words.

use chrono::{DateTime, Utc};
use sync::progress::Progress;
use sync::report::{Report, Stop, Tally};

/// How the backup of the open portfolio stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Backup {
    /// No storage is connected.
    Off,
    /// A storage is connected, and its password is not known since the app was opened.
    Locked,
    /// Another tab keeps this portfolio backed up.
    Elsewhere,
    /// Something is not backed up yet; a run will come.
    Waiting,
    /// A run is under way.
    Running(Option<Progress>),
    /// Everything was seen on the storage at that time.
    Whole(DateTime<Utc>),
    /// The last run came to its end, but not everything is on the storage.
    Incomplete,
    /// The last run ended early; whether it is tried again by itself says [`Backup::tries_again`].
    Stopped(Stop),
}

impl Backup {
    /// Whether everything was seen on the storage.
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::Whole(_))
    }

    /// Whether a run would begin if somebody asked for one.
    pub(super) fn is_resting(&self) -> bool {
        match self {
            Self::Waiting | Self::Whole(_) | Self::Incomplete => true,
            Self::Stopped(stop) => Self::tries_again(stop),
            Self::Off | Self::Locked | Self::Elsewhere | Self::Running(_) => false,
        }
    }

    /// Whether the app tries again by itself; if not, a person has to say something first.
    pub fn tries_again(stop: &Stop) -> bool {
        use sync::error::Remedy;
        match stop {
            Stop::Cancelled | Stop::Local(_) => true,
            Stop::RootMissing | Stop::OtherPortfolio { .. } => false,
            Stop::Backend(error) => error.remedy() != Remedy::SignInAgain,
        }
    }

    /// How it stands after a run.
    pub(super) fn after(report: &Report) -> Self {
        match (&report.stopped, report.backed_up_at()) {
            (Some(stop), _) => Self::Stopped(stop.clone()),
            (None, Some(checked)) => Self::Whole(checked),
            (None, None) if report.loose_ops > 0 => Self::Waiting,
            (None, None) => Self::Incomplete,
        }
    }
}

/// What a run saw, in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// The segments of this device's log that are on the storage.
    pub log: Option<Tally>,
    /// The chunks of files that are.
    pub media: Option<Tally>,
    /// Chunks that are neither here nor there: another device has still to send them.
    pub awaited: u64,
    /// Whether this device had no room for all that is there.
    pub no_room: bool,
    /// What could not be read, sent or removed.
    pub problems: usize,
}

impl From<&Report> for Summary {
    fn from(report: &Report) -> Self {
        Self {
            log: report.log,
            media: report.media,
            awaited: report.pulled.chunks_awaited,
            no_room: report.pulled.no_room,
            problems: report.problems.len(),
        }
    }
}
