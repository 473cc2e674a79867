//! From stored rows to a ledger: the cached state if it is sound, then the segments that it does not hold, then the tail.

use std::collections::BTreeSet;

use futures_channel::oneshot;
use ledger::{Ledger, Loading, Need};
use leptos::task::spawn_local;
use platform::store::{Opening, Store, StoreError, TailKey, TailRow};
use platform::timer::{self, Slices};
use platform::{gzip, random};
use replica::segment::Header;
use replica::{DeviceId, Op, WriterId};

use super::purge;

/// The cache that holds the folded state: the row of its head, and its pieces.
pub(super) const SNAPSHOT: &str = "snapshot";

/// The number of its first piece.
const FIRST_PIECE: u32 = 1;

/// Rows of the tail read and folded at once, at the start and later.
pub(super) const SLICE: u32 = 500;
/// Entities read from the cached state between two looks at the clock: a millisecond's work.
const ENTITIES: usize = 100;

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
    /// Whether one of those that were not in the cached state purges something: what else is kept may hold it.
    pub met_purge: bool,
}

/// Makes a ledger of a profile's rows for a new start of the app on `device`.
pub(super) async fn load(store: &Store, mut stored: Opening, device: DeviceId) -> Result<Loaded, StoreError> {
    let writer = WriterId(random::bits64()?);
    let (mut ledger, mut folded) = match from_snapshot(store, &mut stored, writer).await? {
        Some((ledger, covered)) => (ledger, covered.into_iter().collect()),
        None => (Ledger::new(writer), BTreeSet::new()),
    };
    ledger.note_writers(device, &[writer]);
    let (mut beyond_snapshot, mut met_purge) = (0, false);
    for name in stored.segments {
        if folded.contains(&name) {
            continue;
        }
        if let Some((header, ops)) = read_segment(store, &name).await? {
            beyond_snapshot += ops.len();
            met_purge |= purge::is_among(&ops);
            ledger.merge_segment(&header, ops);
            folded.insert(name);
        }
        timer::breathe().await;
    }
    let mut rows: Vec<_> = stored.tail.into_iter().map(read).collect();
    if rows.len() == SLICE as usize {
        let last = rows.last().map(|(key, _)| *key);
        rows.extend(tail_rows(store, last).await?);
    }
    let (tail, seen) = ops_of(rows, None);
    for slice in tail.chunks(SLICE as usize) {
        ledger.merge(slice);
        timer::breathe().await;
    }
    beyond_snapshot += tail.len();
    met_purge |= purge::is_among(&tail);
    Ok(Loaded { ledger, folded, seen, beyond_snapshot, loose: tail.len(), met_purge })
}

/// The cached state, unless it is damaged, from another version, or speaks of segments that are not here.
async fn from_snapshot(
    store: &Store,
    stored: &mut Opening,
    writer: WriterId,
) -> Result<Option<(Ledger, Vec<String>)>, StoreError> {
    let Some(head) = stored.state.remove(SNAPSHOT) else { return Ok(None) };
    let mut ahead = piece(store, FIRST_PIECE);
    let Some(mut loading) = Loading::open(&head, writer) else { return Ok(None) };
    drop(head);
    let mut slices = Slices::begin();
    loop {
        let goes_on = match loading.needs() {
            Need::Piece(number) => {
                let fetched = std::mem::replace(&mut ahead, piece(store, number + 1));
                // Who was to send it is gone with the page.
                let Ok(fetched) = fetched.await else { return Ok(None) };
                fetched?.and_then(|piece| loading.give(piece))
            }
            Need::Time => loading.load_some(ENTITIES),
            Need::Nothing => break,
        };
        if goes_on.is_none() {
            return Ok(None);
        }
        slices.rest().await;
    }
    let is_there = |name: &String| stored.segments.binary_search(name).is_ok();
    Ok(loading.finish().filter(|(_, covered)| covered.iter().all(is_there)))
}

/// A piece of the cached state. It is on its way from now on: while one is read, the database looks for the next.
fn piece(store: &Store, number: u32) -> oneshot::Receiver<Result<Option<Vec<u8>>, StoreError>> {
    let (sender, receiver) = oneshot::channel();
    let store = store.clone();
    spawn_local(async move { drop(sender.send(store.piece(SNAPSHOT, number).await)) });
    receiver
}

/// A stored segment. One that cannot be read is left where it is, for a newer version: what it says is not lost, only not shown.
pub(super) async fn read_segment(store: &Store, name: &str) -> Result<Option<(Header, Vec<Op>)>, StoreError> {
    let Some(lines) = inflate_segment(store, name).await? else { return Ok(None) };
    match replica::segment::parse(&lines) {
        Ok(segment) => Ok(Some(segment)),
        Err(error) => {
            leptos::logging::warn!("the stored segment {name} cannot be read: {error}");
            Ok(None)
        }
    }
}

/// The lines of a stored segment; likewise.
pub(super) async fn inflate_segment(store: &Store, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(gz) = store.segment(name).await? else { return Ok(None) };
    let lines = gzip::inflate(&gz, replica::segment::INFLATED_LIMIT).await;
    Ok(lines.map_err(|error| leptos::logging::warn!("the stored segment {name} cannot be inflated: {error}")).ok())
}

/// The ops of the tail after `after`, and the last row's number.
pub(super) async fn read_tail(store: &Store, after: Option<TailKey>) -> Result<(Vec<Op>, Option<TailKey>), StoreError> {
    Ok(ops_of(tail_rows(store, after).await?, after))
}

fn ops_of(rows: Vec<(TailKey, Option<Op>)>, after: Option<TailKey>) -> (Vec<Op>, Option<TailKey>) {
    let last = rows.last().map(|(key, _)| *key).or(after);
    (rows.into_iter().filter_map(|(_, op)| op).collect(), last)
}

/// The rows of the tail after `after`. A row that a newer version wrote and this one cannot read has no op, and stays.
pub(super) async fn tail_rows(store: &Store, after: Option<TailKey>) -> Result<Vec<(TailKey, Option<Op>)>, StoreError> {
    let (mut all, mut last) = (Vec::new(), after);
    loop {
        let rows = store.read_tail(last, SLICE).await?;
        let Some(row) = rows.last() else { return Ok(all) };
        last = Some(row.key);
        all.extend(rows.into_iter().map(read));
        timer::breathe().await;
    }
}

fn read(row: TailRow) -> (TailKey, Option<Op>) {
    (row.key, Op::from_json(row.json.as_bytes()).ok())
}
