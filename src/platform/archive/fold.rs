//! Reading a log in the order in which it can be folded.

use std::collections::BTreeSet;

use interchange::archive::{Plan, Why};
use replica::segment::{self, Header, SegmentName};
use replica::{DeviceId, Op, RootFile, RootId};
use serde::{Deserialize, Serialize};

use super::ArchiveError;
use crate::gzip;

/// A log as it is folded, by code that knows what it means. This module reads and checks the bytes.
pub trait Fold: Default + 'static {
    /// The greatest Lamport number folded so far.
    fn lamport(&self) -> u64;

    /// Folds in a segment that was checked.
    fn fold(&mut self, header: &Header, ops: Vec<Op>);

    /// What it amounts to.
    fn about(&self) -> About;

    /// The packages of frameworks whose words go into the readable copies: identity and size in bytes.
    fn packages(&self) -> Vec<(String, u64)>;

    /// Reads the bytes of one of them. What cannot be read leaves its competencies without words.
    fn learn(&mut self, package: &[u8]);

    /// The entries of a ZIP of it.
    ///
    /// # Errors
    /// When the readable copies cannot be written; the words are for developers.
    fn plan(&self, log: &Log<'_>) -> Result<Plan, String>;
}

/// What else goes into a ZIP.
#[derive(Clone, Copy, Debug)]
pub struct Log<'a> {
    /// Which portfolio it is.
    pub roots: &'a [RootFile],
    /// Its segments.
    pub segments: &'a [Place],
    /// When the ZIP is made.
    pub made: chrono::DateTime<chrono::Utc>,
}

/// A portfolio in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What the learner is called; may be empty.
    pub name: String,
    /// Pieces of evidence that are not in the trash.
    pub pieces: usize,
    /// The last day on which something was done.
    pub last_day: Option<chrono::NaiveDate>,
    /// The fingerprint of its state.
    pub fingerprint: String,
}

/// Where a segment lies: the folder of its device, and its name.
pub type Place = (DeviceId, SegmentName);

/// The name under which a segment is stored.
pub(super) fn key((device, name): &Place) -> String {
    format!("{device}/{name}")
}

/// A log, folded, with its segments by their index.
pub(super) struct Folded<F> {
    pub(super) log: F,
    /// Those that are folded.
    pub(super) taken: BTreeSet<usize>,
    /// Those that no device may fold, and why.
    pub(super) refused: Vec<(usize, Why)>,
}

/// Folds segments in the order of their Lamport numbers, as a device meets them that was there all the time. `read` brings the
/// gzip at an index, `None` where there is none to be had. Each is read twice, so that only one is in memory at a time.
pub(super) async fn fold<F: Fold>(
    places: &[Place],
    roots: &[RootFile],
    mut read: impl AsyncFnMut(usize) -> Result<Option<Vec<u8>>, ArchiveError>,
) -> Result<Folded<F>, ArchiveError> {
    let roots: Vec<RootId> = roots.iter().map(|file| file.root).collect();
    let mut folded = Folded { log: F::default(), taken: BTreeSet::new(), refused: Vec::new() };
    let mut order = Vec::new();
    for (at, (device, name)) in places.iter().enumerate() {
        let Some(gz) = read(at).await? else { continue };
        match open(&gz).await {
            Some((header, _)) if header.verify(&roots, *device, name).is_ok() => order.push((header.lamport, at)),
            Some(_) => folded.refused.push((at, Why::Foreign)),
            None => folded.refused.push((at, Why::Unreadable)),
        }
    }
    order.sort_unstable();
    for (_, at) in order {
        let Some((header, ops)) = open(&read(at).await?.unwrap_or_default()).await else { continue };
        if header.admit(folded.log.lamport()).is_err() {
            folded.refused.push((at, Why::Foreign));
            continue;
        }
        folded.log.fold(&header, ops);
        folded.taken.insert(at);
    }
    Ok(folded)
}

/// Header and ops of a segment; nothing if it is not one that this version reads.
async fn open(gz: &[u8]) -> Option<(Header, Vec<Op>)> {
    segment::parse(&gzip::inflate(gz, segment::INFLATED_LIMIT).await.ok()?).ok()
}
