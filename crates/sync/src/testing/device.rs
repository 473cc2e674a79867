//! A device in memory: a store that does what [`Local`] promises, over the real log and the real fold.

mod local;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use replica::{
    DeviceId, Edit, Hash, Kind, Op, OpId, RootFile, RootId, StampError, Stamper, State, Value, WriterId, fingerprint,
    segment::{Freezer, SegmentName, compress, inflate, parse},
};

use super::dice::Dice;
use crate::{
    layout::SegmentAt,
    local::{Holding, LocalError},
};

/// What a chunk's entity says of it.
const CHUNK: &str = "chunk";
const SIZE: &str = "size";

/// A device. Clones are the same device; [`clone_disk`](Self::clone_disk) is another with the same disk.
#[derive(Debug, Clone)]
pub struct Device {
    disk: Rc<RefCell<Disk>>,
}

#[derive(Debug, Clone)]
struct Disk {
    dice: Dice,
    roots: BTreeMap<RootId, RootFile>,
    device: DeviceId,
    holding: Holding,
    state: State,
    stamper: Stamper,
    /// Ops that no segment holds.
    tail: Vec<Op>,
    /// Ids of all ops.
    ops: BTreeSet<OpId>,
    segments: BTreeMap<SegmentAt, Vec<u8>>,
    /// The number and hash of the last segment that this device froze under its present id.
    last: (u32, Option<Hash>),
    chunks: BTreeMap<Hash, Vec<u8>>,
    /// How many bytes of chunks fit on it; as many as there are where it is None.
    room: Option<usize>,
    /// Chunks that come only when somebody asks for them.
    let_go: BTreeSet<Hash>,
    /// Every chunk that a piece ever named.
    ever_named: BTreeSet<Hash>,
}

impl Device {
    /// A new device with a portfolio of its own, all ids taken from the seed.
    #[must_use]
    pub fn new(seed: u64, holding: Holding) -> Self {
        let mut dice = Dice::new(seed);
        let root = RootFile::new(RootId(dice.bytes()), "2026-03-01T09:30:00Z".to_owned());
        let disk = Disk {
            roots: BTreeMap::from([(root.root, root)]),
            device: DeviceId(dice.bytes()),
            holding,
            state: State::default(),
            stamper: Stamper::new(WriterId(dice.throw())),
            tail: Vec::new(),
            ops: BTreeSet::new(),
            segments: BTreeMap::new(),
            last: (0, None),
            chunks: BTreeMap::new(),
            room: None,
            let_go: BTreeSet::new(),
            ever_named: BTreeSet::new(),
            dice,
        };
        Self { disk: Rc::new(RefCell::new(disk)) }
    }

    /// Another device with a copy of this one's disk, as a cloned profile or a restored backup is.
    #[must_use]
    pub fn clone_disk(&self, seed: u64) -> Self {
        let mut disk = self.disk.borrow().clone();
        disk.dice = Dice::new(seed);
        disk.stamper = Stamper::new(WriterId(disk.dice.throw()));
        Self { disk: Rc::new(RefCell::new(disk)) }
    }

    /// Starts the app again: a new writer.
    pub fn restart(&self) {
        let mut disk = self.disk.borrow_mut();
        let writer = WriterId(disk.dice.throw());
        disk.stamper = Stamper::new(writer);
    }

    /// Puts words into a field.
    ///
    /// # Errors
    /// When the log refuses it.
    pub fn set(&self, entity: &str, field: &str, words: &str) -> Result<OpId, StampError> {
        self.edit(Edit::Set { entity: entity.into(), field: field.into(), value: Value::Text(words.into()) })
    }

    /// Adds a file of one chunk.
    ///
    /// # Errors
    /// When the log refuses it.
    pub fn add_chunk(&self, entity: &str, bytes: Vec<u8>) -> Result<Hash, StampError> {
        let hash = Hash::of(&bytes);
        let size = Value::Int(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        let fields = BTreeMap::from([(CHUNK.into(), Value::Text(hash.to_string())), (SIZE.into(), size)]);
        self.disk.borrow_mut().chunks.insert(hash, bytes);
        self.edit(Edit::Create { entity: entity.into(), fields })?;
        Ok(hash)
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// When the log refuses it.
    pub fn edit(&self, edit: Edit) -> Result<OpId, StampError> {
        let disk = &mut *self.disk.borrow_mut();
        disk.stamper.begin(&disk.state);
        let op = disk.state.stamp(&mut disk.stamper, edit)?;
        let id = op.id;
        disk.take([&op]);
        disk.tail.push(op);
        if disk.holding == Holding::Welcome {
            disk.holding = Holding::Work;
        }
        Ok(id)
    }

    /// Says what the portfolio amounts to.
    pub fn set_holding(&self, holding: Holding) {
        self.disk.borrow_mut().holding = holding;
    }

    /// The hash of the state.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        fingerprint(&self.disk.borrow().state)
    }

    /// The words in a field.
    #[must_use]
    pub fn get(&self, entity: &str, field: &str) -> Option<String> {
        let disk = self.disk.borrow();
        match disk.state.entity(entity)?.get(field)? {
            Value::Text(words) => Some(words.clone()),
            _ => None,
        }
    }

    /// Ids of all ops on this device.
    #[must_use]
    pub fn ops(&self) -> BTreeSet<OpId> {
        self.disk.borrow().ops.clone()
    }

    /// The portfolio's ids, the least first.
    #[must_use]
    pub fn roots(&self) -> Vec<RootId> {
        self.disk.borrow().roots.keys().copied().collect()
    }

    /// The device's id.
    #[must_use]
    pub fn id(&self) -> DeviceId {
        self.disk.borrow().device
    }

    /// Whether a chunk's bytes are here.
    #[must_use]
    pub fn has_chunk(&self, hash: Hash) -> bool {
        self.disk.borrow().chunks.contains_key(&hash)
    }

    /// Makes its disk so small.
    pub fn set_room(&self, bytes: usize) {
        self.disk.borrow_mut().room = Some(bytes);
    }

    /// Lets go of a chunk to make room.
    pub fn let_go(&self, hash: Hash) {
        let disk = &mut *self.disk.borrow_mut();
        disk.chunks.remove(&hash);
        disk.let_go.insert(hash);
    }

    /// The segments on this device with their bytes.
    #[must_use]
    pub fn held(&self) -> BTreeMap<SegmentAt, Vec<u8>> {
        self.disk.borrow().segments.clone()
    }
}

impl Disk {
    fn take<'a>(&mut self, ops: impl IntoIterator<Item = &'a Op>) {
        for op in ops {
            self.state.apply(op);
            self.ops.insert(op.id);
            if let Value::Map(fields) = &op.value
                && let Some(Value::Text(hash)) = fields.get(CHUNK)
            {
                self.ever_named.extend(hash.parse::<Hash>());
            }
            if op.kind == Kind::Purge {
                let purged = self.purged();
                self.chunks.retain(|hash, _| !purged.contains(hash));
            }
        }
    }

    /// The chunks that living pieces name, with their sizes.
    fn named(&self) -> BTreeMap<Hash, u64> {
        let chunk = |fields: replica::EntityView<'_>| match (fields.get(CHUNK)?, fields.get(SIZE)?) {
            (Value::Text(hash), Value::Int(size)) => Some((hash.parse().ok()?, u64::try_from(*size).ok()?)),
            _ => None,
        };
        self.state.entities().filter_map(chunk).collect()
    }

    fn purged(&self) -> BTreeSet<Hash> {
        let named = self.named();
        self.ever_named.iter().filter(|hash| !named.contains_key(hash)).copied().collect()
    }

    /// Cuts the tail into segments.
    fn freeze(&mut self) -> Result<(), LocalError> {
        let Some(root) = self.roots.keys().next().copied() else { return Ok(()) };
        let (seq, prev) = self.last;
        let mut freezer = Freezer::new(root, self.device, seq, prev, std::mem::take(&mut self.tail));
        while let Some(lines) = freezer.draft().map_err(|error| damaged(&error))? {
            let Some(segment) =
                freezer.accept(compress(&lines).map_err(|error| damaged(&error))?).map_err(|error| damaged(&error))?
            else {
                continue;
            };
            self.last = (segment.name.seq, Some(segment.hash));
            self.segments.insert(SegmentAt { device: self.device, name: segment.name }, segment.gzip);
        }
        Ok(())
    }
}

fn damaged(error: &impl ToString) -> LocalError {
    LocalError::Damaged(error.to_string())
}

/// Reads a segment whole.
fn read(
    name: &SegmentName,
    gzip: &[u8],
) -> Result<(replica::segment::Header, Vec<Op>), replica::segment::SegmentError> {
    name.verify(gzip)?;
    parse(&inflate(gzip)?)
}
