//! Files that come with the app. The server is the one that serves this test.

use platform::asset;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_file_of_the_app_comes_whole_and_a_missing_one_is_an_error() {
    let page = String::from_utf8(asset::get("").await.unwrap()).unwrap();
    assert!(page.contains("run.js"), "{page}");
    assert_eq!(asset::get("no-such-file").await.unwrap_err().name, "NotFoundError");
}
