//! Devices that break one promise of [`Local`] each.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use replica::{Hash, RootFile, RootId};
use sync::{
    layout::SegmentAt,
    local::{ApplyError, Chunk, ChunkError, Chunks, Description, Identity, Local, LocalError},
    testing::device::Device,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Notes that a segment was applied in another transaction than it folds it in, and loses power in between.
    CountsAsAppliedWhatItDropped,
    /// Compresses a segment again whenever it is asked for.
    FreezesAnewEachTime,
    /// Says that it stored chunks, and did not.
    ForgetsChunks,
}

pub struct Broken {
    device: Device,
    flaw: Flaw,
    dropped: RefCell<BTreeSet<SegmentAt>>,
    times: Cell<u8>,
}

impl Broken {
    pub fn new(device: Device, flaw: Flaw) -> Self {
        Self { device, flaw, dropped: RefCell::default(), times: Cell::default() }
    }
}

impl Local for Broken {
    type Body = Vec<u8>;

    async fn segments(&self) -> Result<Vec<SegmentAt>, LocalError> {
        let mut segments = self.device.segments().await?;
        segments.extend(self.dropped.borrow().iter());
        Ok(segments)
    }

    async fn segment(&self, at: &SegmentAt) -> Result<Vec<u8>, LocalError> {
        if self.dropped.borrow().contains(at) {
            return Ok(vec![0; usize::try_from(at.name.bytes).unwrap()]);
        }
        let mut bytes = self.device.segment(at).await?;
        if self.flaw == Flaw::FreezesAnewEachTime {
            self.times.set(self.times.get() + 1);
            bytes[5] = self.times.get();
        }
        Ok(bytes)
    }

    async fn apply(&self, at: &SegmentAt, gzip: Vec<u8>, roots: &[RootId]) -> Result<u64, ApplyError> {
        if self.flaw == Flaw::CountsAsAppliedWhatItDropped {
            self.dropped.borrow_mut().insert(*at);
            return Ok(1);
        }
        self.device.apply(at, gzip, roots).await
    }

    async fn store_chunk(&self, hash: Hash, bytes: Vec<u8>) -> Result<(), ChunkError> {
        if self.flaw == Flaw::ForgetsChunks {
            return Ok(());
        }
        self.device.store_chunk(hash, bytes).await
    }

    async fn chunks(&self) -> Result<Chunks, LocalError> {
        let chunks = self.device.chunks().await?;
        let here = |chunk: Chunk| Chunk { here: chunk.here || self.flaw == Flaw::ForgetsChunks, ..chunk };
        Ok(Chunks { named: chunks.named.into_iter().map(here).collect(), ..chunks })
    }

    async fn identity(&self) -> Result<Identity, LocalError> {
        self.device.identity().await
    }

    async fn set_roots(&self, roots: &[RootFile]) -> Result<(), LocalError> {
        self.device.set_roots(roots).await
    }

    async fn become_new_device(&self) -> Result<(), LocalError> {
        self.device.become_new_device().await
    }

    async fn freeze(&self) -> Result<(), LocalError> {
        self.device.freeze().await
    }

    async fn loose_ops(&self) -> Result<u64, LocalError> {
        self.device.loose_ops().await
    }

    async fn describe(&self, segments: Vec<(SegmentAt, Vec<u8>)>) -> Result<Description, LocalError> {
        self.device.describe(segments).await
    }

    async fn chunk(&self, hash: Hash) -> Result<Option<Vec<u8>>, LocalError> {
        self.device.chunk(hash).await
    }
}
