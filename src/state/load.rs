//! From stored rows to a ledger: the cached state if it is sound, then the segments that it does not hold, then the tail.

use std::collections::BTreeSet;

use ledger::{Ledger, Loading};
use replica::segment::Header;
use replica::{DeviceId, Op, WriterId};

use crate::platform::store::{Store, StoreError, TailKey, TailRow};
use crate::platform::{gzip, random, timer};

/// The row of the cache that holds the folded state.
pub(super) const SNAPSHOT: &str = "snapshot";

/// Rows of the tail read at once; between two such slices the page breathes.
const SLICE: u32 = 500;
/// Entities read at once from the cached state, likewise.
const ENTITIES: usize = 500;

/// A portfolio as the disk has it.
pub(super) struct Loaded {
    pub ledger: Ledger,
    /// The segments that are folded into it.
    pub folded: BTreeSet<String>,
    /// The last row of the tail that is.
    pub seen: Option<TailKey>,
    /// How many ops were not in the cached state.
    pub beyond_snapshot: usize,
    /// How many ops no segment holds.
    pub loose: usize,
}

/// Reads a profile's rows for a new start of the app on `device`.
pub(super) async fn load(store: &Store, device: DeviceId) -> Result<Loaded, StoreError> {
    let writer = WriterId(random::bits64()?);
    let stored = store.segments().await?;
    let (mut ledger, mut folded) = match from_snapshot(store, &stored, writer).await? {
        Some((ledger, covered)) => (ledger, covered.into_iter().collect()),
        None => (Ledger::new(writer), BTreeSet::new()),
    };
    ledger.note_writers(device, &[writer]);
    let mut beyond_snapshot = 0;
    for name in stored {
        if folded.contains(&name) {
            continue;
        }
        if let Some((header, ops)) = read_segment(store, &name).await? {
            beyond_snapshot += ops.len();
            ledger.merge_segment(&header, ops);
            folded.insert(name);
        }
        timer::breathe().await;
    }
    let (tail, seen) = read_tail(store, None).await?;
    ledger.merge(&tail);
    Ok(Loaded { ledger, folded, seen, beyond_snapshot: beyond_snapshot + tail.len(), loose: tail.len() })
}

/// The cached state, unless it is damaged, from another version, or speaks of segments that are not here.
async fn from_snapshot(
    store: &Store,
    stored: &[String],
    writer: WriterId,
) -> Result<Option<(Ledger, Vec<String>)>, StoreError> {
    let Some(bytes) = store.state(SNAPSHOT).await? else { return Ok(None) };
    let Some(mut loading) = Loading::open(&bytes, writer) else { return Ok(None) };
    loop {
        match loading.load_some(ENTITIES) {
            Some(true) => timer::breathe().await,
            Some(false) => break,
            None => return Ok(None),
        }
    }
    let is_sound = |(_, covered): &(Ledger, Vec<String>)| covered.iter().all(|name| stored.binary_search(name).is_ok());
    Ok(loading.finish().filter(is_sound))
}

/// A stored segment. One that cannot be read is left where it is, for a newer version: what it says is not lost, only not shown.
pub(super) async fn read_segment(store: &Store, name: &str) -> Result<Option<(Header, Vec<Op>)>, StoreError> {
    let Some(gz) = store.segment(name).await? else { return Ok(None) };
    let lines = match gzip::inflate(&gz, replica::segment::INFLATED_LIMIT).await {
        Ok(lines) => lines,
        Err(error) => {
            leptos::logging::warn!("the stored segment {name} cannot be inflated: {error}");
            return Ok(None);
        }
    };
    match replica::segment::parse(&lines) {
        Ok(segment) => Ok(Some(segment)),
        Err(error) => {
            leptos::logging::warn!("the stored segment {name} cannot be read: {error}");
            Ok(None)
        }
    }
}

/// The ops of the tail after `after`, and the last row's number.
pub(super) async fn read_tail(store: &Store, after: Option<TailKey>) -> Result<(Vec<Op>, Option<TailKey>), StoreError> {
    let rows = tail_rows(store, after).await?;
    let last = rows.last().map(|(key, _)| *key).or(after);
    Ok((rows.into_iter().filter_map(|(_, op)| op).collect(), last))
}

/// The rows of the tail after `after`. A row that a newer version wrote and this one cannot read has no op, and stays.
pub(super) async fn tail_rows(store: &Store, after: Option<TailKey>) -> Result<Vec<(TailKey, Option<Op>)>, StoreError> {
    let (mut all, mut last) = (Vec::new(), after);
    loop {
        let rows = store.read_tail(last, SLICE).await?;
        let Some(row) = rows.last() else { return Ok(all) };
        last = Some(row.key);
        let read = |row: TailRow| (row.key, Op::from_json(row.json.as_bytes()).ok());
        all.extend(rows.into_iter().map(read));
        timer::breathe().await;
    }
}
