//! Bytes that went without anybody's wish.

use platform::media::{CHUNK, Media, MediaError};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::media::{Fixture, folder_of};
use crate::workers::{Tier, noise};

/// Removes every file of a profile behind its back.
async fn lose_all(profile: &str) {
    let media = folder_of(profile).await.unwrap();
    let names: js_sys::AsyncIterator = media.keys();
    loop {
        let step = JsFuture::from(names.next().unwrap()).await.unwrap();
        let name = js_sys::Reflect::get(&step, &"value".into()).unwrap();
        let Some(name) = name.as_string() else { return };
        JsFuture::from(media.remove_entry(&name)).await.unwrap();
    }
}

async fn missing(media: &Media, identity: &str) -> usize {
    media.held(identity).await.unwrap().unwrap().missing.len()
}

#[wasm_bindgen_test]
async fn a_file_that_was_lost_is_awaited_and_comes_again() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(CHUNK as usize + 1, 21);
    let file = fixture.media.ingest_bytes(&bytes).await.unwrap().file;
    assert_eq!(missing(&fixture.media, &file.identity).await, 0);
    lose_all(&fixture.profile).await;
    assert_eq!(missing(&fixture.media, &file.identity).await, 2);
    for (index, chunk) in (0..).zip(bytes.chunks(CHUNK as usize)) {
        fixture.media.write_chunk(&file, index, &chunk.to_vec().into()).await.unwrap();
    }
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn who_reads_a_file_that_was_lost_finds_that_out_for_all() {
    let fixture = Fixture::new(Tier::Files).await;
    for read_it in [true, false] {
        let bytes = noise(1000, 22);
        let file = fixture.media.ingest_bytes(&bytes).await.unwrap().file;
        lose_all(&fixture.profile).await;
        let missed = match read_it {
            true => fixture.media.read(&file.identity, CHUNK).await.unwrap_err(),
            false => fixture.media.chunk(&file.identity, 0).await.unwrap_err(),
        };
        assert_eq!(missed, MediaError::Missing);
        let listed = fixture.media.list().await.unwrap();
        assert_eq!(listed.iter().map(|held| held.missing.len()).collect::<Vec<_>>(), [1]);
    }
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_file_that_was_lost_and_is_added_again_is_stored_again() {
    let fixture = Fixture::new(Tier::Files).await;
    let file = fixture.media.ingest_bytes(b"a kite").await.unwrap().file;
    lose_all(&fixture.profile).await;
    assert_eq!(fixture.media.ingest_bytes(b"a kite").await.unwrap().file, file);
    assert_eq!(fixture.media.read(&file.identity, 100).await.unwrap(), b"a kite");
    fixture.end().await;
}
