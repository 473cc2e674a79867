//! The device's own store, as the engine sees it: the profile's database, its files, and the open ledger.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use ledger::Ledger;
use platform::bytes::Bytes;
use platform::gzip::{self, GzipError};
use platform::media::{Held, Media, MediaError, StoredFile};
use platform::profiles::ProfileKind;
use platform::quota;
use platform::store::{Batch, Store, StoreError};
use portfolio::model::Pathway;
use replica::segment::{self, Header, SegmentError};
use replica::{DeviceId, Hash, Op, RootFile, RootId, WriterId};
use sync::layout::SegmentAt;
use sync::local::{ApplyError, Chunk, ChunkError, Chunks, Description, Holding, Identity, Local, LocalError};

use crate::state::freeze::FreezeError;
use crate::state::session::Session;
use crate::state::{AppState, device, purge, room, roots};

/// A chunk's place in a file.
type Part = (StoredFile, u32);

/// The open portfolio on this device. It answers for its profile only: once another is open, everything is refused.
pub(in crate::state) struct Device {
    state: AppState,
    profile: String,
    kind: ProfileKind,
    store: Store,
    media: Media,
    /// Where each chunk belongs, as of the last look at all of them.
    parts: RefCell<HashMap<Hash, Vec<Part>>>,
}

impl Device {
    /// The portfolio that is open now.
    pub fn of_open(state: AppState, kind: ProfileKind) -> Option<Self> {
        state.of(|session| Self {
            state,
            profile: session.id.clone(),
            kind,
            store: session.store.clone(),
            media: session.media.clone(),
            parts: RefCell::default(),
        })
    }

    /// Looks into the session, if it is still this profile's.
    fn with<T>(&self, look: impl FnOnce(&Session) -> T) -> Result<T, LocalError> {
        self.state.of_profile(&self.profile, look).ok_or_else(closed)
    }

    fn change(&self, change: impl FnOnce(&mut Session)) -> Result<(), LocalError> {
        self.state.within_profile(&self.profile, change).ok_or_else(closed)
    }

    /// The files that the log names, each once.
    fn files(&self) -> Result<Vec<StoredFile>, LocalError> {
        let files = self.with(|session| {
            let named = session.ledger.portfolio().files();
            named.map(|(_, file)| (file.hash.clone(), stored(file))).collect::<BTreeMap<_, _>>()
        })?;
        Ok(files.into_values().collect())
    }

    /// The chunks of one file that are not here, for somebody who asks for them.
    pub async fn missing_of(&self, file: &portfolio::model::StoredFile) -> Result<Vec<Chunk>, MediaError> {
        let file = stored(file);
        let held = self.media.held(&file.identity).await?;
        let chunks = chunks_of(&file, held.as_ref(), true);
        let mut parts = self.parts.borrow_mut();
        for (index, chunk) in &chunks {
            parts.entry(chunk.hash).or_default().push((file.clone(), *index));
        }
        Ok(chunks.into_iter().map(|(_, chunk)| chunk).filter(|chunk| !chunk.here).collect())
    }
}

impl Local for Device {
    type Body = Bytes;

    async fn identity(&self) -> Result<Identity, LocalError> {
        self.with(|session| Identity {
            roots: session.roots.clone(),
            device: session.device,
            holding: holding(self.kind, session),
        })
    }

    async fn set_roots(&self, files: &[RootFile]) -> Result<(), LocalError> {
        let files = roots::put(&self.store, files.to_vec()).await.map_err(of_store)?;
        self.change(|session| session.roots = files)
    }

    async fn become_new_device(&self) -> Result<(), LocalError> {
        let id = device::renew(&self.store).await.map_err(of_store)?;
        self.change(|session| {
            session.device = id;
            let writer = session.ledger.writer();
            session.ledger.note_writers(id, &[writer]);
        })
    }

    async fn freeze(&self) -> Result<(), LocalError> {
        // Nothing of another profile may be frozen in its stead.
        self.with(|_| ())?;
        self.state.freeze().await.map_err(|error| match error {
            FreezeError::Store(error) => of_store(error),
            FreezeError::Segment(error) => LocalError::Damaged(error.to_string()),
            FreezeError::Closed => closed(),
        })
    }

    async fn loose_ops(&self) -> Result<u64, LocalError> {
        let stored = self.store.tail_len().await.map_err(of_store)?;
        let is_settled = self.with(|session| session.writer.is_settled())?;
        Ok(stored + u64::from(!is_settled))
    }

    async fn segments(&self) -> Result<Vec<SegmentAt>, LocalError> {
        let names = self.store.segments().await.map_err(of_store)?;
        Ok(names.iter().filter_map(|name| at(name)).collect())
    }

    async fn segment(&self, at: &SegmentAt) -> Result<Vec<u8>, LocalError> {
        let gz = self.store.segment(&at.to_string()).await.map_err(of_store)?;
        gz.ok_or_else(|| LocalError::Damaged(format!("{at} is gone")))
    }

    async fn apply(&self, at: &SegmentAt, gz: Vec<u8>, roots: &[RootId]) -> Result<u64, ApplyError> {
        let (header, ops) = inflate(&gz).await?;
        self.with(|session| session.ledger.admit(&header, roots, at.device, &at.name))??;
        let name = at.to_string();
        self.store.commit(&Batch::new().segment(name.as_str(), gz)).await.map_err(of_store)?;
        let (count, has_purge) = (ops.len() as u64, purge::is_among(&ops));
        self.state.fold_segment(&self.profile, name, &header, ops);
        if has_purge {
            // It is erased once all of the log has come, which may bring a file back: until then the page may go away.
            self.state.keep_noted(&self.profile).await.map_err(of_store)?;
        }
        Ok(count)
    }

    async fn describe(&self, segments: Vec<(SegmentAt, Vec<u8>)>) -> Result<Description, LocalError> {
        let mut theirs = Ledger::new(WriterId(0));
        for (_, gz) in segments {
            if let Ok((header, ops)) = inflate(&gz).await {
                theirs.merge_segment(&header, ops);
            }
        }
        let portfolio = theirs.portfolio();
        let pieces = portfolio.pieces().filter(|piece| piece.standing.is_live()).count() as u64;
        Ok(Description { name: portfolio.learner().name.clone(), pieces })
    }

    async fn chunks(&self) -> Result<Chunks, LocalError> {
        let held = self.media.list().await.map_err(of_media)?;
        let held: HashMap<&str, &Held> = held.iter().map(|held| (held.file.identity.as_str(), held)).collect();
        let files = self.files()?;
        let held_of = |file: &StoredFile| held.get(file.identity.as_str()).copied();
        let may_come = |file: &&StoredFile| held_of(file).is_none_or(|held| !held.is_whole() && !held.let_go);
        // A browser that does not say how much room there is finds out by trying.
        let wanted = room::wanted(files.iter().filter(may_come).collect(), quota::estimate().await.ok());
        let mut named: BTreeMap<Hash, Chunk> = BTreeMap::new();
        let mut parts: HashMap<Hash, Vec<Part>> = HashMap::new();
        for file in &files {
            for (index, chunk) in chunks_of(file, held_of(file), wanted.contains(&file.identity)) {
                let known = named.entry(chunk.hash).or_insert(chunk);
                known.here |= chunk.here;
                known.wanted |= chunk.wanted;
                parts.entry(chunk.hash).or_default().push((file.clone(), index));
            }
        }
        let purged = purge::purged_chunks(&self.store).await.map_err(of_store)?;
        let purged =
            purged.iter().filter_map(|hash| hash.parse().ok()).filter(|hash| !named.contains_key(hash)).collect();
        *self.parts.borrow_mut() = parts;
        Ok(Chunks { named: named.into_values().collect(), purged })
    }

    async fn chunk(&self, hash: Hash) -> Result<Option<Bytes>, LocalError> {
        let parts = self.parts.borrow().get(&hash).cloned().unwrap_or_default();
        for (file, index) in parts {
            match self.media.chunk(&file.identity, index).await {
                Ok(bytes) => return Ok(Some(bytes)),
                Err(MediaError::Missing) => {}
                Err(error) => return Err(of_media(error)),
            }
        }
        Ok(None)
    }

    async fn store_chunk(&self, hash: Hash, bytes: Bytes) -> Result<(), ChunkError> {
        let parts = self.parts.borrow().get(&hash).cloned().unwrap_or_default();
        for (file, index) in parts {
            self.media.write_chunk(&file, index, &bytes).await.map_err(|error| match error {
                MediaError::Mismatch => ChunkError::Hash,
                error => ChunkError::Local(of_media(error)),
            })?;
        }
        Ok(())
    }
}

/// A file as this device stores it.
fn stored(file: &portfolio::model::StoredFile) -> StoredFile {
    StoredFile { identity: file.hash.clone(), size: file.size, chunks: file.chunks.clone() }
}

/// The chunks of a file, each with its place in it. What has no hash is none.
fn chunks_of(file: &StoredFile, held: Option<&Held>, wanted: bool) -> Vec<(u32, Chunk)> {
    let chunk = |(index, hash): (u32, &String)| {
        let range = file.range(index);
        let here = held.is_some_and(|held| !held.missing.contains(&index));
        Some((index, Chunk { hash: hash.parse().ok()?, size: range.end - range.start, here, wanted }))
    };
    (0_u32..).zip(&file.chunks).filter_map(chunk).collect()
}

/// What the portfolio amounts to: more than a name, interests and frameworks is work.
fn holding(kind: ProfileKind, session: &Session) -> Holding {
    let portfolio = session.ledger.portfolio();
    let is_empty = portfolio.pieces().next().is_none()
        && portfolio.goals().is_empty()
        && portfolio.pathways() == [&Pathway::default()]
        && portfolio.pathways_put_away().is_empty()
        && portfolio.claims_in_use().next().is_none();
    match kind {
        ProfileKind::Sample => Holding::Sample,
        ProfileKind::Own if is_empty => Holding::Welcome,
        ProfileKind::Own => Holding::Work,
    }
}

async fn inflate(gz: &[u8]) -> Result<(Header, Vec<Op>), SegmentError> {
    let lines = gzip::inflate(gz, segment::INFLATED_LIMIT).await.map_err(|error| match error {
        GzipError::TooLarge(_) => SegmentError::Bomb,
        GzipError::NotGzip(error) => SegmentError::Gzip(std::io::Error::other(error)),
    })?;
    segment::parse(&lines)
}

/// The place of a segment by the name of its row.
fn at(name: &str) -> Option<SegmentAt> {
    let (device, name) = name.split_once('/')?;
    Some(SegmentAt { device: device.parse::<DeviceId>().ok()?, name: name.parse().ok()? })
}

fn closed() -> LocalError {
    LocalError::Unavailable("the portfolio is not open any more".to_owned())
}

fn of_store(error: StoreError) -> LocalError {
    match error {
        StoreError::Quota => LocalError::Full,
        error => LocalError::Unavailable(error.to_string()),
    }
}

fn of_media(error: MediaError) -> LocalError {
    match error {
        MediaError::Quota => LocalError::Full,
        error => LocalError::Unavailable(error.to_string()),
    }
}
