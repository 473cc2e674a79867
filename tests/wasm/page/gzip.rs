//! The browser's gzip streams.

use platform::gzip::{GzipError, deflate, inflate};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_was_deflated_inflates_to_itself() {
    let text = "a piece of evidence\n".repeat(50_000).into_bytes();
    let gz = deflate(&text).await.unwrap();
    assert!(gz.len() < text.len() / 50, "{} bytes", gz.len());
    assert_eq!(inflate(&gz, text.len()).await.unwrap(), text);
    assert_eq!(inflate(&deflate(b"").await.unwrap(), 0).await.unwrap(), b"");
}

#[wasm_bindgen_test]
async fn a_bomb_is_stopped_at_the_limit() {
    let gz = deflate(&vec![0; 4_000_000]).await.unwrap();
    assert_eq!(inflate(&gz, 3_999_999).await, Err(GzipError::TooLarge(3_999_999)));
}

#[wasm_bindgen_test]
async fn what_is_not_one_whole_member_is_refused() {
    let gz = deflate(b"words").await.unwrap();
    let cut = &gz[..gz.len() - 3];
    let twice = [gz.clone(), gz.clone()].concat();
    for bytes in [cut, twice.as_slice(), b"words"] {
        assert!(matches!(inflate(bytes, 100).await, Err(GzipError::NotGzip(_))), "{bytes:?}");
    }
}
