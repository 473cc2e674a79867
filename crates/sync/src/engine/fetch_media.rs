//! Fetching chunks, and removing those that were purged.

use std::{collections::BTreeSet, pin::pin};

use futures_util::stream::{self, StreamExt};
use replica::Hash;

use super::{
    Engine,
    work::{AT_ONCE, of_one_object},
};
use crate::{
    backend::Backend,
    host::Host,
    layout,
    local::{Chunk, ChunkError, Local},
    progress::Phase,
    report::{Problem, Report, Stop, Unreadable},
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Fetches the chunks that are missing here. One that is short or wrong is left where it is.
    pub(super) async fn fetch_media(
        &self,
        chunks: &[Chunk],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let missing = chunks.iter().filter(|chunk| !chunk.here);
        let (listed, awaited): (Vec<Chunk>, Vec<Chunk>) =
            missing.partition(|chunk| session.listed_size(chunk.hash).is_some());
        report.pulled.chunks_awaited = awaited.len() as u64;
        for chunk in awaited {
            // Its sender may put it there at any moment.
            session.forget_shelf_of(chunk.hash);
        }
        let sized: Vec<(Chunk, Option<u64>)> =
            listed.into_iter().map(|chunk| (chunk, session.listed_size(chunk.hash))).collect();

        let meter = self.meter(Phase::FetchingMedia, sized.iter().map(|(chunk, _)| chunk.size).sum());
        let fetches =
            stream::iter(sized).map(|(chunk, size)| async move { (chunk, self.fetch_chunk(chunk, size).await) });
        let mut fetched = pin!(fetches.buffer_unordered(AT_ONCE));
        while let Some((chunk, body)) = fetched.next().await {
            let stored = match body? {
                Ok(body) => self.store(chunk, body).await?,
                Err(reason) => Err(reason),
            };
            meter.add(chunk.size);
            self.note(chunk, stored, session, report);
        }
        Ok(())
    }

    /// Counts a chunk that came, or why it did not.
    fn note(&self, chunk: Chunk, stored: Result<(), Unreadable>, session: &mut Session, report: &mut Report) {
        let name = layout::chunk(chunk.hash);
        match stored {
            Ok(()) => {
                session.succeeded(&name);
                report.pulled.chunks += 1;
            }
            Err(reason) => {
                session.forget_shelf_of(chunk.hash);
                report.pulled.chunks_awaited += 1;
                if session.failed(&name) {
                    report.problems.push(Problem::Chunk { hash: chunk.hash, reason });
                }
            }
        }
    }

    async fn fetch_chunk(&self, chunk: Chunk, size: Option<u64>) -> Result<Result<B::Body, Unreadable>, Stop> {
        self.go_on()?;
        if let Some(found) = size.filter(|size| *size != chunk.size) {
            return Ok(Err(Unreadable::Length { expected: chunk.size, found }));
        }
        let name = layout::chunk(chunk.hash);
        match self.attempt(async || self.backend.get(&name, chunk.size).await).await {
            Ok(body) => Ok(Ok(body)),
            Err(error) => Ok(Err(of_one_object(error)?.into())),
        }
    }

    async fn store(&self, chunk: Chunk, body: B::Body) -> Result<Result<(), Unreadable>, Stop> {
        match self.local.store_chunk(chunk.hash, body).await {
            Ok(()) => Ok(Ok(())),
            Err(ChunkError::Local(error)) => Err(error.into()),
            Err(error @ ChunkError::Hash) => Ok(Err(error.into())),
        }
    }

    /// Removes chunks that a purge took away: this is how a picture of somebody really goes.
    pub(super) async fn remove_purged(
        &self,
        purged: &BTreeSet<Hash>,
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let there: Vec<Hash> = purged.iter().filter(|hash| session.listed_size(**hash).is_some()).copied().collect();
        for hash in there {
            self.go_on()?;
            session.forget_shelf_of(hash);
            let name = layout::chunk(hash);
            if let Err(error) = self.attempt(async || self.backend.delete(&name).await).await {
                report.problems.push(Problem::NotRemoved(of_one_object(error)?));
            }
        }
        Ok(())
    }
}
