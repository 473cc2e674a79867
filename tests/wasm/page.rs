//! What `platform` does in a page, in a real browser.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "page/archive.rs"]
mod archive;
#[path = "page/asset.rs"]
mod asset;
#[path = "page/fetch.rs"]
mod fetch;
#[path = "page/files.rs"]
mod files;
#[path = "page/gzip.rs"]
mod gzip;
#[path = "page/hints.rs"]
mod hints;
#[path = "page/history.rs"]
mod history;
#[path = "page/intl.rs"]
mod intl;
#[path = "page/journal.rs"]
mod journal;
#[path = "page/life.rs"]
mod life;
#[path = "page/locks.rs"]
mod locks;
#[path = "page/lost.rs"]
mod lost;
#[path = "page/media.rs"]
mod media;
#[path = "page/previews.rs"]
mod previews;
#[path = "page/readings.rs"]
mod readings;
#[path = "page/recording.rs"]
mod recording;
#[path = "page/store.rs"]
mod store;
#[path = "page/workers.rs"]
mod workers;
#[path = "page/writer.rs"]
mod writer;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A profile of this test's own.
fn profile() -> String {
    format!("test{:x}", platform::random::bits64().unwrap())
}

fn main() {}
