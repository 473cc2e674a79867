//! Bytes that went without anybody's wish.

use js_sys::{Function, Object, Promise, Reflect};
use platform::media::{CHUNK, Media, MediaError};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::FileSystemDirectoryHandle;

use crate::media::{Fixture, expected, folder_of};
use crate::workers::{Tier, noise};

/// The names of every file of a profile.
async fn names(media: &FileSystemDirectoryHandle) -> Vec<String> {
    let (keys, mut names) = (media.keys(), Vec::new());
    loop {
        let step = JsFuture::from(keys.next().unwrap()).await.unwrap();
        let Some(name) = Reflect::get(&step, &"value".into()).unwrap().as_string() else { return names };
        names.push(name);
    }
}

/// Removes every file of a profile behind its back.
async fn lose_all(profile: &str) {
    let media = folder_of(profile).await.unwrap();
    for name in names(&media).await {
        JsFuture::from(media.remove_entry(&name)).await.unwrap();
    }
}

/// Cuts every file of a profile off behind its back.
async fn cut_all(profile: &str, size: usize) {
    let media = folder_of(profile).await.unwrap();
    for name in names(&media).await {
        let file = JsFuture::from(media.get_file_handle(&name)).await.unwrap();
        let keep = Object::new();
        Reflect::set(&keep, &"keepExistingData".into(), &true.into()).unwrap();
        let writable = call(&file, "createWritable", &keep).await;
        call(&writable, "truncate", &JsValue::from(size as f64)).await;
        call(&writable, "close", &JsValue::UNDEFINED).await;
    }
}

async fn call(on: &JsValue, method: &str, with: &JsValue) -> JsValue {
    let method: Function = Reflect::get(on, &method.into()).unwrap().unchecked_into();
    let promise: Promise = method.call1(on, with).unwrap().unchecked_into();
    JsFuture::from(promise).await.unwrap()
}

async fn missing(media: &Media, identity: &str) -> Vec<u32> {
    media.held(identity).await.unwrap().unwrap().missing
}

#[wasm_bindgen_test]
async fn a_file_that_was_lost_is_awaited_and_comes_again() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(CHUNK as usize + 1, 21);
    let file = fixture.media.ingest_bytes(&bytes).await.unwrap().file;
    assert!(missing(&fixture.media, &file.identity).await.is_empty());
    lose_all(&fixture.profile).await;
    assert_eq!(missing(&fixture.media, &file.identity).await, [0, 1]);
    for (index, chunk) in (0..).zip(bytes.chunks(CHUNK as usize)) {
        fixture.media.write_chunk(&file, index, &chunk.to_vec().into()).await.unwrap();
    }
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn what_is_left_of_a_file_stays() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(2 * CHUNK as usize + 1, 23);
    let file = fixture.media.ingest_bytes(&bytes).await.unwrap().file;
    cut_all(&fixture.profile, CHUNK as usize + 1).await;
    assert_eq!(missing(&fixture.media, &file.identity).await, [1, 2]);
    for (index, chunk) in (0..).zip(bytes.chunks(CHUNK as usize)).skip(1) {
        fixture.media.write_chunk(&file, index, &chunk.to_vec().into()).await.unwrap();
    }
    assert_eq!(fixture.media.read(&file.identity, u64::MAX).await.unwrap(), bytes);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_part_that_was_lost_is_missing_when_the_rest_comes() {
    let fixture = Fixture::new(Tier::Files).await;
    let bytes = noise(CHUNK as usize + 1, 24);
    let file = expected(&bytes);
    let (first, second) = bytes.split_at(CHUNK as usize);
    fixture.media.write_chunk(&file, 0, &first.to_vec().into()).await.unwrap();
    lose_all(&fixture.profile).await;
    let held = fixture.media.write_chunk(&file, 1, &second.to_vec().into()).await.unwrap();
    assert_eq!(held.missing, [0]);
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
