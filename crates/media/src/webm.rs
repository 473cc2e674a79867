//! WebM as a browser's recorder writes it: a film that says neither how long it is nor where one could seek to. Here it is
//! finished, and cut at both ends, without touching a frame.
//!
//! The file is walked through once, hopping from frame to frame; what stays in memory grows with the number of clusters, some
//! for each minute. Sources: RFC 9559 (Matroska) and the WebM container guidelines.

mod blocks;
mod clusters;
mod facts;
mod ids;
mod read;
mod tracks;
mod trim;
mod write;

use std::ops::Range;

use clusters::Cluster;
use tracks::Track;

pub(crate) use facts::facts;
pub use trim::Trimmed;

/// A recording, walked through.
#[derive(Debug)]
pub struct Recording {
    /// All bytes of the file.
    size: u64,
    /// Where its one segment begins.
    segment: u64,
    /// How many nanoseconds a tick has; all times below are in ticks.
    scale: u64,
    /// What stays of its description: everything but the duration.
    info: Vec<u8>,
    /// Where its tracks are described.
    described: Range<u64>,
    tracks: Vec<Track>,
    clusters: Vec<Cluster>,
    /// Titles and the like.
    others: Vec<Range<u64>>,
    /// How much of all this is kept, counted in numbers.
    kept: usize,
    /// When the last frame ends.
    end: u64,
    /// Whether it says already how long it is and where to seek.
    is_finished: bool,
}

/// A second, a millisecond, in nanoseconds.
const SECOND: u64 = 1_000_000_000;
const MILLISECOND: u64 = 1_000_000;

impl Recording {
    /// How long it is, in milliseconds.
    #[must_use]
    pub fn duration_ms(&self) -> u64 {
        self.ms(self.end)
    }

    /// Whether there are pictures in it.
    #[must_use]
    pub fn has_pictures(&self) -> bool {
        self.tracks.iter().any(|track| track.is_picture)
    }

    /// The track by which one seeks: pictures, if there are any.
    fn leading(&self) -> u64 {
        let pictures = self.tracks.iter().find(|track| track.is_picture);
        pictures.or(self.tracks.first()).map_or(1, |track| track.number)
    }

    /// How far apart, in ticks, places to seek to are at least.
    fn apart(&self) -> u64 {
        SECOND / self.scale
    }

    fn ms(&self, ticks: u64) -> u64 {
        scaled(ticks, self.scale, MILLISECOND)
    }

    fn ticks(&self, ms: u64) -> u64 {
        scaled(ms, MILLISECOND, self.scale)
    }
}

/// `number` times one over the other, without running over.
fn scaled(number: u64, times: u64, over: u64) -> u64 {
    let exact = u128::from(number) * u128::from(times) / u128::from(over.max(1));
    u64::try_from(exact).unwrap_or(u64::MAX)
}
