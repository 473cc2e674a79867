//! Sending chunks.

use std::cell::RefCell;

use replica::Hash;

use super::{
    Engine,
    media::{bytes, is_whole},
    work::of_one_object,
};
use crate::{
    backend::{Backend, put_making_folders},
    body::Body,
    host::Host,
    layout,
    local::{Chunk, Local},
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
        let hashes: Vec<Hash> = missing.iter().map(|chunk| chunk.hash).collect();
        self.make_shelves(&hashes).await?;

        let meter = self.meter(Phase::SendingMedia, bytes(&missing));
        let outcome = RefCell::new((Vec::new(), &mut report.problems));
        self.each(missing, async |chunk| {
            // None: purged in this moment, or lost by the device.
            if let Some(body) = self.local.chunk(chunk.hash).await? {
                let put = put_making_folders(&self.backend, &layout::chunk(chunk.hash), body).await;
                let (sent, problems) = &mut *outcome.borrow_mut();
                match put {
                    Ok(()) => sent.push(chunk),
                    Err(error) => problems.push(Problem::NotSent(of_one_object(error)?)),
                }
            }
            meter.add(chunk.size);
            Ok(())
        })
        .await?;
        Ok(outcome.into_inner().0)
    }

    /// Reads one of the chunks that were just sent back, because a size alone does not show what was spoiled on its way: one that was
    /// spoiled before, or else the smallest.
    pub(super) async fn read_one_back(
        &self,
        sent: &[Chunk],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let listed = sent.iter().filter(|chunk| session.listed_size(chunk.hash) == Some(chunk.size));
        let named = listed.map(|chunk| (layout::chunk(chunk.hash), *chunk));
        let Some((name, chunk)) = named.min_by_key(|(name, chunk)| (!session.is_spoiled(name), chunk.size)) else {
            return Ok(());
        };
        self.go_on()?;
        let kept = match self.backend.get(&name, chunk.size).await {
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
