//! What somebody asks for besides a run: a file to look at now, and whether some files are really there.

use std::cell::RefCell;

use replica::Hash;
use thiserror::Error;

use super::{
    Engine,
    few::AT_ONCE,
    media::{bytes, there},
    work::{Meter, of_one_object},
};
use crate::{
    backend::Backend,
    host::Host,
    layout,
    local::{Chunk, ChunkError, Local},
    progress::Phase,
    report::{Report, Stop, Unreadable},
    session::Session,
};

/// Why not all chunks came that somebody asked for. Those that came are stored, so that the next try is shorter.
#[derive(Debug, Error)]
pub enum Unfetched {
    /// Nothing more could be fetched.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// The backend does not hold a chunk, or not its bytes.
    #[error("{hash}: {reason}")]
    Chunk {
        /// Which.
        hash: Hash,
        /// Why.
        reason: Unreadable,
    },
}

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Fetches and stores these chunks, those of one file for instance, whether or not a run would.
    ///
    /// # Errors
    /// [`Unfetched`], at the first that does not come.
    pub async fn fetch(&self, chunks: &[Chunk]) -> Result<(), Unfetched> {
        let meter = self.meter(Phase::FetchingMedia, bytes(chunks));
        for batch in chunks.chunks(AT_ONCE) {
            for (hash, body) in self.fetch_chunks(batch, |_| None, &meter).await? {
                let unfetched = |reason| Unfetched::Chunk { hash, reason };
                match self.local.store_chunk(hash, body.map_err(unfetched)?).await {
                    Err(ChunkError::Local(error)) => return Err(Stop::from(error).into()),
                    stored => stored.map_err(|error| unfetched(error.into()))?,
                }
            }
        }
        Ok(())
    }

    /// Those of these chunks that a new listing shows whole, ascending, from a backend that still holds this portfolio. The smallest is
    /// read back: where that comes back with other bytes, none of them counts.
    ///
    /// # Errors
    /// When the backend or the device's store fails, holds another portfolio, or the person cancels.
    pub async fn see(&self, chunks: &[Chunk]) -> Result<Vec<Hash>, Stop> {
        self.recognise().await?;
        self.meter(Phase::Looking, 0);
        let mut session = Session::default();
        let hashes: Vec<Hash> = chunks.iter().map(|chunk| chunk.hash).collect();
        self.look_at_shelves(&hashes, &mut session).await?;
        let mut report = Report::default();
        self.read_one_back(chunks, &mut session, &mut report).await?;
        Ok(if report.problems.is_empty() { there(chunks, &session) } else { Vec::new() })
    }

    /// Fetches some chunks, each with why it did not come. Where a listing showed a size, it must be the right one.
    pub(super) async fn fetch_chunks(
        &self,
        chunks: &[Chunk],
        listed: impl Fn(Hash) -> Option<u64>,
        meter: &Meter<'_, H>,
    ) -> Result<Vec<(Hash, Result<B::Body, Unreadable>)>, Stop> {
        let fetched = RefCell::new(Vec::new());
        self.each(chunks, async |chunk| {
            let body = self.fetch_chunk(chunk, listed(chunk.hash)).await?;
            meter.add(chunk.size);
            fetched.borrow_mut().push((chunk.hash, body));
            Ok(())
        })
        .await?;
        Ok(fetched.into_inner())
    }

    async fn fetch_chunk(&self, chunk: &Chunk, size: Option<u64>) -> Result<Result<B::Body, Unreadable>, Stop> {
        if let Some(found) = size.filter(|size| *size != chunk.size) {
            return Ok(Err(Unreadable::Length { expected: chunk.size, found }));
        }
        match self.backend.get(&layout::chunk(chunk.hash), chunk.size).await {
            Ok(body) => Ok(Ok(body)),
            Err(error) => Ok(Err(of_one_object(error)?.into())),
        }
    }
}
