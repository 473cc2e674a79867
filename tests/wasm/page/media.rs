//! Files in the browser's file system, through a real worker.

use std::cell::{Cell, RefCell};

use platform::Cancel;
use platform::bytes::Bytes;
use platform::files::PickedFile;
use platform::media::{self, CHUNK, Media, MediaError, Progress, StoredFile};
use platform::store::Store;
use sha2::{Digest as _, Sha256};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;
use crate::workers::{Tier, announce, noise, provide, provide_slow};

/// The files of a profile of its own.
pub struct Fixture {
    /// Whose they are.
    pub profile: String,
    /// Them.
    pub media: Media,
}

impl Fixture {
    /// None yet.
    pub async fn new(tier: Tier) -> Self {
        provide(tier);
        let profile = profile();
        let store = Store::open(&profile).await.unwrap();
        let media = Media::new(&profile, store);
        Self { profile, media }
    }

    /// Takes all of it away.
    pub async fn end(self) {
        drop(self.media);
        Store::delete(&self.profile).await.unwrap();
        media::delete_all(&self.profile).await.unwrap();
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the file must be called, worked out another way.
pub fn expected(bytes: &[u8]) -> StoredFile {
    let hashes: Vec<_> = bytes.chunks(CHUNK as usize).map(|chunk| Sha256::digest(chunk).to_vec()).collect();
    let identity = if hashes.len() == 1 { hashes[0].clone() } else { Sha256::digest(hashes.concat()).to_vec() };
    StoredFile {
        identity: hex(&identity),
        size: bytes.len() as u64,
        chunks: hashes.iter().map(|hash| hex(hash)).collect(),
    }
}

const LARGE: usize = 20_000_001;

async fn a_file_comes_out_as_it_went_in(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    let bytes = noise(LARGE, 1);
    let seen = RefCell::new(Vec::new());
    let file = PickedFile::of_bytes("kite.mov", &bytes);
    let report = |progress: Progress| seen.borrow_mut().push(progress.done);
    let ingested = fixture.media.ingest(&file, report, &Cancel::new()).await.unwrap();
    assert_eq!(ingested.file, expected(&bytes));
    assert_eq!(ingested.head, bytes[..4096]);
    assert_eq!(*seen.borrow(), [CHUNK, 2 * CHUNK, LARGE as u64]);
    let identity = &ingested.file.identity;
    let last = fixture.media.chunk(identity, 2).await.unwrap();
    assert_eq!(last.to_vec().await.unwrap(), bytes[2 * CHUNK as usize..]);
    assert_eq!(fixture.media.chunk(identity, 3).await.unwrap_err(), MediaError::Missing);
    assert_eq!(fixture.media.read(identity, LARGE as u64).await.unwrap(), bytes);
    assert_eq!(fixture.media.read(identity, 100).await, Err(MediaError::TooLarge(LARGE as u64)));
    let held = fixture.media.list().await.unwrap();
    assert!(held.len() == 1 && held[0].is_whole() && held[0].file == ingested.file);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_file_comes_out_of_the_file_system_as_it_went_in() {
    a_file_comes_out_as_it_went_in(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn a_file_comes_out_of_the_database_as_it_went_in() {
    a_file_comes_out_as_it_went_in(Tier::Rows).await;
}

async fn the_same_bytes_are_stored_once(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    let bytes = noise(3_000_000, 2);
    let first = fixture.media.ingest_bytes(&bytes).await.unwrap();
    let second = fixture.media.ingest_bytes(&bytes).await.unwrap();
    assert_eq!(first, second);
    assert_eq!(fixture.media.list().await.unwrap().len(), 1);
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "the second copy must be gone already");
    assert_eq!(fixture.media.read(&first.file.identity, CHUNK).await.unwrap(), bytes);
    fixture.media.remove(&first.file.identity).await.unwrap();
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "removing must remove the bytes too");
    assert_eq!(fixture.media.read(&first.file.identity, CHUNK).await, Err(MediaError::Missing));
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn the_same_bytes_are_stored_once_in_files() {
    the_same_bytes_are_stored_once(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn the_same_bytes_are_stored_once_in_rows() {
    the_same_bytes_are_stored_once(Tier::Rows).await;
}

async fn a_file_called_off_leaves_nothing(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    provide_slow(tier);
    let file = PickedFile::of_bytes("large", &noise(5 * CHUNK as usize, 3));
    let cancel = Cancel::new();
    let reports = Cell::new(0);
    let at_once = |_: Progress| {
        reports.set(reports.get() + 1);
        cancel.cancel();
    };
    let called_off = fixture.media.ingest(&file, at_once, &cancel).await.map(|ingested| ingested.file);
    assert_eq!(called_off, Err(MediaError::Cancelled));
    assert!((1..5).contains(&reports.get()), "{} reports", reports.get());
    assert_eq!(fixture.media.list().await.unwrap(), []);
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "the half must be gone already");
    let at_once = fixture.media.ingest(&file, |_| (), &cancel).await.map(|ingested| ingested.file);
    assert_eq!(at_once, Err(MediaError::Cancelled), "a wish made before must start nothing");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_file_called_off_leaves_no_file() {
    a_file_called_off_leaves_nothing(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn a_file_called_off_leaves_no_rows() {
    a_file_called_off_leaves_nothing(Tier::Rows).await;
}

#[wasm_bindgen_test]
async fn an_empty_file_is_a_file() {
    let fixture = Fixture::new(Tier::Files).await;
    let ingested = fixture.media.ingest_bytes(b"").await.unwrap();
    assert_eq!(ingested.file.identity, hex(&Sha256::digest(b"")));
    assert_eq!((ingested.file.size, ingested.file.chunks.len()), (0, 1));
    assert_eq!(fixture.media.read(&ingested.file.identity, 0).await.unwrap(), b"");
    fixture.end().await;
}

async fn chunks_make_a_file_in_any_order(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    let bytes = noise(LARGE, 4);
    let chunks: Vec<Bytes> = bytes.chunks(CHUNK as usize).map(|chunk| chunk.to_vec().into()).collect();
    let file = expected(&bytes);
    let held = fixture.media.write_chunk(&file, 2, &chunks[2]).await.unwrap();
    assert_eq!(held.missing, [0, 1]);
    assert_eq!(fixture.media.write_chunk(&file, 1, &chunks[0]).await, Err(MediaError::Mismatch));
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await, Err(MediaError::Missing));
    assert_eq!(fixture.media.chunk(&file.identity, 0).await.unwrap_err(), MediaError::Missing);
    let last = fixture.media.chunk(&file.identity, 2).await.unwrap();
    assert_eq!(last.to_vec().await.unwrap(), bytes[2 * CHUNK as usize..]);
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "a part that is recorded must stay");
    fixture.media.write_chunk(&file, 0, &chunks[0]).await.unwrap();
    fixture.media.write_chunk(&file, 0, &chunks[0]).await.unwrap();
    let held = fixture.media.write_chunk(&file, 1, &chunks[1]).await.unwrap();
    assert!(held.is_whole());
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    let liar = StoredFile { identity: file.chunks[0].clone(), ..file };
    assert_eq!(fixture.media.write_chunk(&liar, 0, &chunks[0]).await, Err(MediaError::Mismatch));
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn chunks_make_a_file_of_the_file_system() {
    chunks_make_a_file_in_any_order(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn chunks_make_a_file_of_the_database() {
    chunks_make_a_file_in_any_order(Tier::Rows).await;
}

async fn what_was_let_go_of_is_known_and_comes_again(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    let bytes = noise(LARGE, 8);
    let file = fixture.media.ingest_bytes(&bytes).await.unwrap().file;
    let came = fixture.media.held(&file.identity).await.unwrap().unwrap();
    assert!(came.used.is_some() && came.bytes() == LARGE as u64 && !came.let_go);
    assert_eq!(fixture.media.let_go(&file.identity).await, Ok(LARGE as u64));
    assert_eq!(fixture.media.let_go("of nothing").await, Ok(0));
    let gone = fixture.media.held(&file.identity).await.unwrap().unwrap();
    assert_eq!((gone.missing.len(), gone.bytes(), gone.let_go, gone.used), (3, 0, true, came.used));
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await, Err(MediaError::Missing));
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "its bytes must be gone already");
    for (index, chunk) in (0..).zip(bytes.chunks(CHUNK as usize)) {
        let held = fixture.media.write_chunk(&file, index, &chunk.to_vec().into()).await.unwrap();
        assert_eq!(held.let_go, !held.is_whole(), "until it is whole again");
    }
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_file_that_was_let_go_of_comes_again() {
    what_was_let_go_of_is_known_and_comes_again(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn rows_that_were_let_go_of_come_again() {
    what_was_let_go_of_is_known_and_comes_again(Tier::Rows).await;
}

#[wasm_bindgen_test]
async fn looking_at_a_file_is_noted() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(LARGE, 9);
    let file = expected(&bytes);
    // A part that came by itself was looked at by nobody.
    let held = fixture.media.write_chunk(&file, 0, &bytes[..CHUNK as usize].to_vec().into()).await.unwrap();
    assert_eq!(held.used, None);
    fixture.media.note_used(&file.identity).await.unwrap();
    fixture.media.note_used("nothing").await.unwrap();
    let seen = fixture.media.held(&file.identity).await.unwrap().unwrap();
    assert!(seen.used.is_some() && seen.missing == held.missing, "{seen:?}");
    assert_eq!(fixture.media.list().await.unwrap().len(), 1, "nothing is noted of what is not here");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_whole_file_takes_the_place_of_its_part() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(LARGE, 5);
    let file = expected(&bytes);
    let first = bytes[..CHUNK as usize].to_vec().into();
    fixture.media.write_chunk(&file, 0, &first).await.unwrap();
    assert_eq!(fixture.media.ingest_bytes(&bytes).await.unwrap().file, file);
    assert!(fixture.media.held(&file.identity).await.unwrap().unwrap().is_whole());
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "the part must be gone already");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn parts_and_the_whole_that_come_at_once_end_whole() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(LARGE, 7);
    let file = expected(&bytes);
    let chunks: Vec<Bytes> = bytes.chunks(CHUNK as usize).map(|chunk| chunk.to_vec().into()).collect();
    let parts = (0..).zip(&chunks).map(|(index, chunk)| fixture.media.write_chunk(&file, index, chunk));
    let (parts, whole) =
        futures_util::future::join(futures_util::future::join_all(parts), fixture.media.ingest_bytes(&bytes)).await;
    assert!(parts.iter().all(Result::is_ok) && whole.unwrap().file == file, "{parts:?}");
    assert!(fixture.media.held(&file.identity).await.unwrap().unwrap().is_whole());
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    assert_eq!(fixture.media.clean().await.unwrap(), 0);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn what_a_crash_left_is_swept_away_and_nothing_else() {
    let fixture = Fixture::new(Tier::Files).await;
    let kept = fixture.media.ingest_bytes(b"a kite").await.unwrap();
    leave_half_a_file(&fixture.profile).await;
    assert_eq!(fixture.media.clean().await.unwrap(), 1);
    assert_eq!(fixture.media.clean().await.unwrap(), 0);
    assert_eq!(fixture.media.read(&kept.file.identity, 100).await.unwrap(), b"a kite");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn the_next_worker_sweeps_away_what_a_crash_left() {
    let fixture = Fixture::new(Tier::Files).await;
    let kept = fixture.media.ingest_bytes(b"a kite").await.unwrap();
    leave_half_a_file(&fixture.profile).await;
    let next = Media::new(&fixture.profile, Store::open(&fixture.profile).await.unwrap());
    next.ingest_bytes(b"another kite").await.unwrap();
    assert_eq!(next.clean().await.unwrap(), 0, "the half must be gone already");
    assert_eq!(next.read(&kept.file.identity, 100).await.unwrap(), b"a kite");
    drop(next);
    fixture.end().await;
}

async fn leave_half_a_file(profile: &str) {
    let options = web_sys::FileSystemGetFileOptions::new();
    options.set_create(true);
    let folder = folder_of(profile).await.unwrap();
    JsFuture::from(folder.get_file_handle_with_options("half", &options)).await.unwrap();
}

/// The folder of a profile's files, if it has one.
pub async fn folder_of(profile: &str) -> Option<web_sys::FileSystemDirectoryHandle> {
    let storage = web_sys::window().unwrap().navigator().storage();
    let mut folder: web_sys::FileSystemDirectoryHandle =
        JsFuture::from(storage.get_directory()).await.unwrap().unchecked_into();
    for name in ["media", profile] {
        folder = JsFuture::from(folder.get_directory_handle(name)).await.ok()?.unchecked_into();
    }
    Some(folder)
}

#[wasm_bindgen_test]
async fn nothing_is_left_of_a_profile_deleted_while_its_files_come_and_are_looked_at() {
    let fixture = Fixture::new(Tier::Files).await;
    let kept = fixture.media.ingest_bytes(b"a kite").await.unwrap().file;
    let large = PickedFile::of_bytes("kite.mov", &noise(LARGE, 9));
    let never = Cancel::new();
    let comes = async { fixture.media.ingest(&large, |_| (), &never).await.map(|ingested| ingested.file) };
    let deleted = async {
        Store::delete(&fixture.profile).await.unwrap();
        media::delete_all(&fixture.profile).await.unwrap();
    };
    let (came, ()) = futures_util::future::join(comes, deleted).await;
    assert!(came.is_err(), "{came:?}");
    assert!(fixture.media.ingest_bytes(b"too late").await.is_err());
    assert!(fixture.media.read(&kept.identity, 100).await.is_err());
    assert!(folder_of(&fixture.profile).await.is_none());
}

#[wasm_bindgen_test]
async fn nothing_is_swept_while_a_file_is_being_stored() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(3 * CHUNK as usize, 6);
    let file = PickedFile::of_bytes("large", &bytes);
    let (begin, begun) = futures_channel::oneshot::channel();
    let begin = RefCell::new(Some(begin));
    let report = |_: Progress| {
        if let Some(begin) = begin.take() {
            begin.send(()).unwrap();
        }
    };
    let cancel = Cancel::new();
    let ingesting = fixture.media.ingest(&file, report, &cancel);
    let cleaning = async {
        begun.await.unwrap();
        fixture.media.clean().await.unwrap()
    };
    let (ingested, swept) = futures_util::future::join(ingesting, cleaning).await;
    assert_eq!(swept, 0);
    assert_eq!(fixture.media.read(&ingested.unwrap().file.identity, u64::MAX).await.unwrap(), bytes);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_file_opens_under_an_address_with_our_type() {
    let fixture = Fixture::new(Tier::Files).await;
    let file = PickedFile::of_bytes("page.html", b"<script>alert(1)</script>");
    let ingested = fixture.media.ingest(&file, |_: Progress| (), &Cancel::new()).await.unwrap();
    let url = fixture.media.open(&ingested.file.identity, "image/png").await.unwrap();
    let window = web_sys::window().unwrap();
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(&url)).await.unwrap().dyn_into().unwrap();
    assert_eq!(response.headers().get("content-type").unwrap().as_deref(), Some("image/png"));
    let text = JsFuture::from(response.text().unwrap()).await.unwrap();
    assert_eq!(text, "<script>alert(1)</script>");
    let address = url.to_string();
    drop(url);
    assert!(JsFuture::from(window.fetch_with_str(&address)).await.is_err(), "a dropped address must not open");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_worker_that_does_not_start_is_an_error_and_the_next_one_is_tried() {
    let fixture = Fixture::new(Tier::Files).await;
    let working = announce("media", "/no-such-worker.js");
    assert!(matches!(fixture.media.ingest_bytes(b"words").await, Err(MediaError::Browser(_))));
    announce("media", &working);
    assert_eq!(fixture.media.ingest_bytes(b"words").await.unwrap().file, expected(b"words"));
    fixture.end().await;
}
