//! Sending chunks.

use std::collections::BTreeMap;

use replica::Hash;

use super::{
    Engine,
    media::is_whole,
    work::{Meter, of_one_object},
};
use crate::{
    backend::{Backend, make_folders, put_making_folders},
    body::Body,
    error::BackendError,
    host::Host,
    layout,
    local::{Chunk, Local},
    name::Folder,
    progress::Phase,
    report::{Problem, Report, Stop},
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Sends the chunks that are here and not on their shelf. Their shelves are forgotten: only a new listing says what is there.
    /// Returns what was sent.
    pub(super) async fn send_media(
        &self,
        chunks: &[Chunk],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<Vec<Chunk>, Stop> {
        let missing: Vec<Chunk> =
            chunks.iter().filter(|chunk| chunk.here && !is_whole(chunk, session)).copied().collect();
        for chunk in &missing {
            session.forget_shelf_of(chunk.hash);
        }
        self.make_shelves(&missing).await?;
        let meter = self.meter(Phase::SendingMedia, missing.iter().map(|chunk| chunk.size).sum());
        let outcomes = self.together(missing, async |chunk| self.send_chunk(chunk, &meter).await).await?;
        let mut sent = Vec::new();
        for outcome in outcomes {
            match outcome {
                Ok(chunk) => sent.push(chunk),
                Err(error) => report.problems.push(Problem::NotSent(error)),
            }
        }
        Ok(sent)
    }

    /// Makes the folders that are missing before anything is put in them: some servers hang up on a long upload that has nowhere to go.
    async fn make_shelves(&self, chunks: &[Chunk]) -> Result<(), Stop> {
        if chunks.is_empty() {
            return Ok(());
        }
        let there = self.entries(&layout::blobs()).await?;
        let needed: BTreeMap<String, Folder> =
            chunks.iter().map(|chunk| (layout::shelf(chunk.hash), layout::shelf_of(chunk.hash))).collect();
        let missing: Vec<Folder> = needed
            .into_iter()
            .filter(|(shelf, _)| !there.iter().any(|entry| entry.name() == shelf))
            .map(|(_, folder)| folder)
            .collect();
        if !missing.is_empty() {
            self.attempt(async || make_folders(self.backend, &layout::blobs()).await).await?;
        }
        let make = async |shelf| Ok(self.attempt(async || self.backend.mkdir(&shelf).await).await?);
        self.together(missing, make).await?;
        Ok(())
    }

    async fn send_chunk(&self, chunk: Chunk, meter: &Meter<'_, H>) -> Result<Result<Chunk, BackendError>, Stop> {
        let Some(body) = self.local.chunk(chunk.hash).await? else {
            // Purged in this moment.
            return Ok(Ok(chunk));
        };
        let name = layout::chunk(chunk.hash);
        let put = async || put_making_folders(self.backend, &name, body.clone()).await;
        let outcome = match self.attempt(put).await {
            Ok(()) => Ok(chunk),
            Err(error) => Err(of_one_object(error)?),
        };
        meter.add(chunk.size);
        Ok(outcome)
    }

    /// Reads the smallest of the chunks that were just sent back: a size alone does not show what was spoiled on its way.
    pub(super) async fn read_one_back(
        &self,
        sent: &[Chunk],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let listed = sent.iter().filter(|chunk| session.listed_size(chunk.hash) == Some(chunk.size));
        let Some(chunk) = listed.min_by_key(|chunk| chunk.size).copied() else { return Ok(()) };
        self.go_on()?;
        let name = layout::chunk(chunk.hash);
        let kept = match self.attempt(async || self.backend.get(&name, chunk.size).await).await {
            Ok(body) => body.into_bytes().await.is_ok_and(|bytes| Hash::of(&bytes) == chunk.hash),
            Err(error) => of_one_object(error).map(|_| false)?,
        };
        session.set_spoiled(&name, !kept);
        if !kept {
            report.problems.push(Problem::NotKept { name });
        }
        Ok(())
    }
}
