//! Real workers for the tests: this test module started a second time.

use wasm_bindgen::prelude::wasm_bindgen;

/// What the media worker runs instead of a module of its own.
#[wasm_bindgen]
pub fn serve_media() {
    workers::serve_media().unwrap();
}

/// What the archive worker runs.
#[wasm_bindgen]
pub fn serve_archive() {
    workers::serve_archive().unwrap();
}

/// Where the worker stores bytes.
#[derive(Clone, Copy)]
pub enum Tier {
    /// The browser's file system.
    Files,
    /// The database, as in a browser that cannot write files in a worker, and whose blobs are no streams of bytes.
    Rows,
}

/// Tells the app where its workers are.
pub fn provide(tier: Tier) {
    for worker in ["media", "archive"] {
        announce(worker, &object_url(&script(tier, worker)));
    }
}

/// As [`provide`], with a media worker that needs a while to hash a chunk, so that there is time to call it off.
pub fn provide_slow(tier: Tier) {
    const SLOW: &str = "const { digest } = SubtleCrypto.prototype;
        SubtleCrypto.prototype.digest = async function (algorithm, bytes) {
            const copy = bytes.slice();
            await new Promise((done) => setTimeout(done, 300));
            return digest.call(this, algorithm, copy);
        };";
    announce("media", &object_url(&format!("{SLOW} {}", script(tier, "media"))));
}

fn script(tier: Tier, worker: &str) -> String {
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    let without = match tier {
        Tier::Files => "",
        Tier::Rows => {
            "delete FileSystemFileHandle.prototype.createSyncAccessHandle;
            Blob.prototype.stream = () => new ReadableStream();"
        }
    };
    format!(
        "{without}
        const module = await import('{origin}/wasm-bindgen-test');
        await module.default({{ module_or_path: '{origin}/wasm-bindgen-test_bg.wasm' }});
        module.serve_{worker}();"
    )
}

fn object_url(script: &str) -> String {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = js_sys::Array::of1(&script.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).unwrap();
    web_sys::Url::create_object_url_with_blob(&blob).unwrap()
}

/// Tells the app where a worker is, as the page does. Returns where it was before.
pub fn announce(worker: &str, address: &str) -> String {
    let document = web_sys::window().unwrap().document().unwrap();
    let meta = document.query_selector(&format!("meta[name='cairn-{worker}']")).unwrap().unwrap_or_else(|| {
        let meta = document.create_element("meta").unwrap();
        meta.set_attribute("name", &format!("cairn-{worker}")).unwrap();
        document.query_selector("head").unwrap().unwrap().append_child(&meta).unwrap();
        meta
    });
    let before = meta.get_attribute("content").unwrap_or_default();
    meta.set_attribute("content", address).unwrap();
    before
}

/// Bytes that no compression or sameness of chunks can hide an error in.
pub fn noise(size: usize, mut seed: u64) -> Vec<u8> {
    let mut bytes = vec![0; size];
    for word in bytes.chunks_mut(8) {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        word.copy_from_slice(&seed.to_le_bytes()[..word.len()]);
    }
    bytes
}
