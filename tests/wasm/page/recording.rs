//! Recordings that grow, through a real worker.

use std::time::Duration;

use platform::bytes::Bytes;
use platform::capture::Kind;
use platform::media::{About, Media, MediaError, Recording};
use platform::store::Store;
use platform::{clock, locks, timer};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::media::{Fixture, expected};
use crate::workers::{Tier, noise};

fn about() -> About {
    About { kind: Kind::Sound, media_type: "audio/webm;codecs=opus".to_owned(), begun: clock::now() }
}

/// Records so many parts of 100 bytes, a second each.
async fn recorded(media: &Media, parts: u64) -> Recording {
    let mut recording = media.begin_recording(about()).await.unwrap();
    for part in 1..=parts {
        let bytes = Bytes::from(noise(100, part));
        recording.safe = media.append(&recording.id, Duration::from_secs(part), &bytes).await.unwrap();
        assert_eq!(recording.safe.bytes, part * 100);
    }
    recording
}

fn noise_of(parts: u64) -> Vec<u8> {
    (1..=parts).flat_map(|part| noise(100, part)).collect()
}

/// What waits, once it is let go by a worker that ended.
async fn waiting(media: &Media) -> Vec<Recording> {
    loop {
        let found = media.recordings().await.unwrap();
        if !found.is_empty() {
            return found;
        }
        timer::breathe().await;
    }
}

async fn what_a_crash_leaves_is_found(tier: Tier) {
    let fixture = Fixture::new(tier).await;
    let crashing = Media::new(&fixture.profile, Store::open(&fixture.profile).await.unwrap());
    let recording = recorded(&crashing, 3).await;
    assert_eq!(fixture.media.recordings().await.unwrap(), [], "somebody is at it");
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "and it is not swept away");
    // Its worker ends with it, in the middle of the recording.
    drop(crashing);
    let found = waiting(&fixture.media).await;
    assert_eq!(found, [recording]);
    assert!(!found[0].ended);
    assert_eq!(found[0].safe.length(), Duration::from_secs(3));
    let finished = fixture.media.finished(&found[0], None).await.unwrap();
    assert_eq!(finished.bytes.to_vec().await.unwrap(), noise_of(3), "what is no WebM stays as it came");
    assert!(!finished.can_be_cut);
    fixture.media.discard(&found[0]).await.unwrap();
    assert_eq!(fixture.media.recordings().await.unwrap(), []);
    assert_eq!(fixture.media.clean().await.unwrap(), 0, "its bytes are gone, too");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn what_a_crash_leaves_in_the_file_system_is_found() {
    what_a_crash_leaves_is_found(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn what_a_crash_leaves_in_the_database_is_found() {
    what_a_crash_leaves_is_found(Tier::Rows).await;
}

#[wasm_bindgen_test]
async fn an_ended_recording_waits_though_its_lock_is_still_on_its_way_back() {
    let fixture = Fixture::new(Tier::Files).await;
    let id = recorded(&fixture.media, 2).await.id;
    let recording = fixture.media.end_recording(&id).await.unwrap();
    let _late = locks::hold(&format!("cairn-recording-{id}"), locks::Mode::Exclusive).await.unwrap();
    assert_eq!(fixture.media.recordings().await.unwrap(), [recording]);
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn an_ended_recording_becomes_a_file_where_it_lies() {
    let fixture = Fixture::new(Tier::Files).await;
    let id = recorded(&fixture.media, 2).await.id;
    let recording = fixture.media.end_recording(&id).await.unwrap();
    assert!(recording.ended);
    let late = fixture.media.append(&id, Duration::from_secs(3), &Bytes::from(noise(1, 1))).await;
    assert_eq!(late.unwrap_err(), MediaError::Missing, "it has ended");
    let adopted = fixture.media.adopt(&recording).await.unwrap();
    assert_eq!(adopted.file, expected(&noise_of(2)));
    assert_eq!(
        fixture.media.recordings().await.unwrap(),
        std::slice::from_ref(&recording),
        "nothing names the file yet"
    );
    // As by a second press, or by another tab that offers it, too.
    fixture.media.adopt(&recording).await.unwrap();
    assert_eq!(fixture.media.read(&adopted.file.identity, 1000).await.unwrap(), noise_of(2));
    // Whoever lets go of it leaves the file alone.
    fixture.media.discard(&recording).await.unwrap();
    assert_eq!(fixture.media.recordings().await.unwrap(), []);
    assert_eq!(fixture.media.read(&adopted.file.identity, 1000).await.unwrap(), noise_of(2));
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_recording_that_nothing_came_into_is_let_go() {
    let fixture = Fixture::new(Tier::Files).await;
    let recording = fixture.media.begin_recording(about()).await.unwrap();
    fixture.media.end_recording(&recording.id).await.unwrap();
    assert_eq!(fixture.media.recordings().await.unwrap(), []);
    // Its file may not be closed yet: then it is swept away with all that nobody names.
    let gone = loop {
        if let Err(error) = fixture.media.finished(&recording, None).await {
            break error;
        }
        // While it is open that fails.
        drop(fixture.media.clean().await);
        timer::breathe().await;
    };
    assert_eq!(gone, MediaError::Missing);
    fixture.end().await;
}
