//! Chunks of learners' files: content-addressed, so that sending is a matter of looking what is missing.

use replica::Hash;

use super::{Engine, MediaCheck};
use crate::{
    backend::Backend,
    host::Host,
    layout,
    local::{Chunk, Local},
    report::{Report, Stop, Tally},
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Sends the chunks that are missing on the backend, fetches those that are missing here, removes those that were purged, and
    /// counts what is there.
    pub(super) async fn media(
        &self,
        check: MediaCheck,
        session: &mut Session,
        report: &mut Report,
    ) -> Result<(), Stop> {
        if check == MediaCheck::All {
            session.forget_shelves();
            session.full = false;
        }
        let chunks = self.local.chunks().await?;
        let hashes: Vec<Hash> =
            chunks.named.iter().map(|chunk| chunk.hash).chain(chunks.purged.iter().copied()).collect();
        self.look_at_shelves(&hashes, session).await?;
        // Should the sending end early, this is what is known.
        report.chunks_there = Some(there(&chunks.named, session));
        let sent = self.send_media(&chunks.named, session, report).await?;
        self.look_at_shelves(&hashes, session).await?;
        self.read_one_back(&sent, session, report).await?;
        report.media = Some(tally(&chunks.named, session));
        report.chunks_there = Some(there(&chunks.named, session));
        self.remove_purged(&chunks.purged, session, report).await?;
        self.fetch_media(&chunks.named, session, report).await
    }
}

/// Whether a chunk is on the backend with its exact size.
pub(super) fn is_whole(chunk: &Chunk, session: &Session) -> bool {
    session.listed_size(chunk.hash) == Some(chunk.size) && !session.is_spoiled(&layout::chunk(chunk.hash))
}

/// Bytes of all of them.
pub(super) fn bytes(chunks: &[Chunk]) -> u64 {
    chunks.iter().map(|chunk| chunk.size).sum()
}

/// Those that are on the backend, ascending.
pub(super) fn there(chunks: &[Chunk], session: &Session) -> Vec<Hash> {
    let mut there: Vec<Hash> = chunks.iter().filter(|chunk| is_whole(chunk, session)).map(|chunk| chunk.hash).collect();
    there.sort_unstable();
    there
}

/// What is there of the chunks that are on this device.
fn tally(chunks: &[Chunk], session: &Session) -> Tally {
    let mut tally = Tally::default();
    for chunk in chunks.iter().filter(|chunk| chunk.here) {
        tally.count(chunk.size, is_whole(chunk, session));
    }
    tally
}
