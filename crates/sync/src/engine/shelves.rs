//! The folders that chunks lie in, one for each first byte of a hash.

use std::cell::RefCell;

use replica::Hash;

use super::{Engine, look::file};
use crate::{
    backend::{Backend, Entry, make_folders},
    host::Host,
    layout,
    local::Local,
    report::Stop,
    session::Session,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Lists the shelves of these chunks that the session does not know.
    pub(super) async fn look_at_shelves(&self, chunks: &[Hash], session: &mut Session) -> Result<(), Stop> {
        let unknown = one_of_each_shelf(chunks.iter().copied().filter(|chunk| !session.knows_shelf_of(*chunk)));
        if unknown.is_empty() {
            return Ok(());
        }
        let there = self.entries(&layout::blobs()).await?;
        let session = RefCell::new(session);
        self.each(unknown, async |chunk| {
            let entries =
                if is_among(chunk, &there) { self.entries(&layout::shelf_of(chunk)).await? } else { Vec::new() };
            let files = entries.iter().filter_map(file);
            let chunks = files.filter_map(|(name, size)| Some((name.parse().ok()?, size))).collect();
            session.borrow_mut().set_shelf_of(chunk, chunks);
            Ok(())
        })
        .await
    }

    /// Makes the shelves that are missing before anything is put on them: some servers hang up on a long upload that has nowhere to go.
    pub(super) async fn make_shelves(&self, chunks: &[Hash]) -> Result<(), Stop> {
        if chunks.is_empty() {
            return Ok(());
        }
        let there = self.entries(&layout::blobs()).await?;
        if there.is_empty() {
            make_folders(&self.backend, &layout::blobs()).await?;
        }
        let missing = one_of_each_shelf(chunks.iter().copied().filter(|chunk| !is_among(*chunk, &there)));
        self.each(missing, async |chunk| Ok(self.backend.mkdir(&layout::shelf_of(chunk)).await?)).await
    }
}

fn is_among(chunk: Hash, shelves: &[Entry]) -> bool {
    let name = layout::shelf(chunk);
    shelves.iter().any(|entry| entry.name() == name)
}

/// The first chunk of each shelf, which stands for the shelf.
fn one_of_each_shelf(chunks: impl Iterator<Item = Hash>) -> Vec<Hash> {
    let mut seen = [false; 256];
    let mut first = |chunk: &Hash| {
        let [byte, ..] = chunk.0;
        !std::mem::replace(&mut seen[usize::from(byte)], true)
    };
    chunks.filter(|chunk| first(chunk)).collect()
}
