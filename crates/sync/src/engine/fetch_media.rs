//! Fetching chunks in a run, and removing those that were purged.

use replica::Hash;

use super::{Engine, few::AT_ONCE, media::bytes, work::of_one_object};
use crate::{
    backend::Backend,
    host::Host,
    layout,
    local::{Chunk, ChunkError, Local, LocalError},
    progress::Phase,
    report::{Problem, Report, Stop, Unreadable},
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Fetches the chunks that are wanted and missing here, until the device is full. One that is short or wrong is left where it is.
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
        let wanted: Vec<Chunk> = listed.into_iter().filter(|chunk| chunk.wanted).collect();
        self.fetch_wanted(&wanted, session, report).await?;
        for chunk in awaited {
            // Its sender may put it there at any moment.
            session.forget_shelf_of(chunk.hash);
        }
        Ok(())
    }

    async fn fetch_wanted(&self, wanted: &[Chunk], session: &mut Session, report: &mut Report) -> Result<(), Stop> {
        let meter = self.meter(Phase::FetchingMedia, bytes(wanted));
        for batch in wanted.chunks(AT_ONCE) {
            if session.full {
                report.pulled.no_room = true;
                return Ok(());
            }
            let known = &*session;
            for (hash, body) in self.fetch_chunks(batch, |hash| known.listed_size(hash), &meter).await? {
                self.store(hash, body, session, report).await?;
            }
        }
        Ok(())
    }

    /// Stores a chunk that came, or counts why it did not.
    async fn store(
        &self,
        hash: Hash,
        body: Result<B::Body, Unreadable>,
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let stored = match body {
            Ok(body) => match self.local.store_chunk(hash, body).await {
                Err(ChunkError::Local(LocalError::Full)) => {
                    // That one write failed; what the device holds is as safe as before, and the rest of the run goes on.
                    (session.full, report.pulled.no_room) = (true, true);
                    return Ok(());
                }
                Err(ChunkError::Local(error)) => return Err(error.into()),
                stored => stored.map_err(Unreadable::from),
            },
            Err(reason) => Err(reason),
        };
        let name = layout::chunk(hash);
        match stored {
            Ok(()) => {
                session.succeeded(&name);
                report.pulled.chunks += 1;
            }
            Err(reason) => {
                session.forget_shelf_of(hash);
                report.pulled.chunks_awaited += 1;
                if session.failed(&name) {
                    report.problems.push(Problem::Chunk { hash, reason });
                }
            }
        }
        Ok(())
    }

    /// Removes chunks that a purge took away: this is how a picture of somebody really goes.
    pub(super) async fn remove_purged(
        &self,
        purged: &[Hash],
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        for hash in purged {
            if session.listed_size(*hash).is_none() {
                continue;
            }
            self.go_on()?;
            if let Err(error) = self.backend.delete(&layout::chunk(*hash)).await {
                report.problems.push(Problem::NotRemoved(of_one_object(error)?));
            }
        }
        for hash in purged {
            if session.listed_size(*hash).is_some() {
                session.forget_shelf_of(*hash);
            }
        }
        Ok(())
    }
}
