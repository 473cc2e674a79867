//! What the engine sees of it.

use replica::{DeviceId, Hash, RootFile, RootId, State, Value};

use super::{Device, damaged, read};
use crate::{
    layout::SegmentAt,
    local::{ApplyError, Chunk, ChunkError, Chunks, Description, Holding, Identity, Local, LocalError},
};

impl Local for Device {
    type Body = Vec<u8>;

    async fn identity(&self) -> Result<Identity, LocalError> {
        let disk = self.disk.borrow();
        Ok(Identity { roots: disk.roots.values().cloned().collect(), device: disk.device, holding: disk.holding })
    }

    async fn set_roots(&self, roots: &[RootFile]) -> Result<(), LocalError> {
        self.disk.borrow_mut().roots = roots.iter().map(|file| (file.root, file.clone())).collect();
        Ok(())
    }

    async fn become_new_device(&self) -> Result<(), LocalError> {
        let disk = &mut *self.disk.borrow_mut();
        disk.device = DeviceId(disk.dice.bytes());
        disk.last = (0, None);
        Ok(())
    }

    async fn freeze(&self) -> Result<(), LocalError> {
        self.disk.borrow_mut().freeze()
    }

    async fn loose_ops(&self) -> Result<u64, LocalError> {
        Ok(self.disk.borrow().tail.len() as u64)
    }

    async fn segments(&self) -> Result<Vec<SegmentAt>, LocalError> {
        Ok(self.disk.borrow().segments.keys().copied().collect())
    }

    async fn segment(&self, at: &SegmentAt) -> Result<Vec<u8>, LocalError> {
        self.disk.borrow().segments.get(at).cloned().ok_or_else(|| damaged(at))
    }

    async fn apply(&self, at: &SegmentAt, gzip: Vec<u8>, roots: &[RootId]) -> Result<u64, ApplyError> {
        let (header, ops) = read(&at.name, &gzip)?;
        header.verify(roots, at.device, &at.name)?;
        let disk = &mut *self.disk.borrow_mut();
        header.admit(disk.state.lamport())?;
        disk.take(&ops);
        disk.segments.insert(*at, gzip);
        if disk.holding == Holding::Welcome && !ops.is_empty() {
            disk.holding = Holding::Work;
        }
        Ok(ops.len() as u64)
    }

    async fn describe(&self, segments: Vec<(SegmentAt, Vec<u8>)>) -> Result<Description, LocalError> {
        let mut state = State::default();
        for (_, ops) in segments.iter().filter_map(|(at, gzip)| read(&at.name, gzip).ok()) {
            ops.iter().for_each(|op| state.apply(op));
        }
        let learner = state.entity("learner");
        let name = match learner.as_ref().and_then(|learner| learner.get("name")) {
            Some(Value::Text(name)) => name.clone(),
            _ => String::new(),
        };
        let pieces = state.entities().filter(|entity| entity.id().starts_with("evidence:")).count() as u64;
        Ok(Description { name, pieces })
    }

    async fn chunks(&self) -> Result<Chunks, LocalError> {
        let disk = self.disk.borrow();
        let named = disk.named().into_iter();
        let chunk = |(hash, size)| {
            let wanted = !disk.let_go.contains(&hash);
            Chunk { hash, size, here: disk.chunks.contains_key(&hash), wanted }
        };
        let named = named.map(chunk).collect();
        Ok(Chunks { named, purged: disk.purged().into_iter().collect() })
    }

    async fn chunk(&self, hash: Hash) -> Result<Option<Vec<u8>>, LocalError> {
        Ok(self.disk.borrow().chunks.get(&hash).cloned())
    }

    async fn store_chunk(&self, hash: Hash, bytes: Vec<u8>) -> Result<(), ChunkError> {
        if Hash::of(&bytes) != hash {
            return Err(ChunkError::Hash);
        }
        let disk = &mut *self.disk.borrow_mut();
        if disk.room.is_some_and(|room| disk.chunks.values().map(Vec::len).sum::<usize>() + bytes.len() > room) {
            return Err(ChunkError::Local(LocalError::Full));
        }
        disk.let_go.remove(&hash);
        disk.chunks.insert(hash, bytes);
        Ok(())
    }
}
