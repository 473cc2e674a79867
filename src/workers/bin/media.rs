//! The media worker: stores the learner's files off the page's thread.

fn main() {
    if let Err(error) = workers::serve_media() {
        // The page hears an exception that nothing catches, and reports it.
        wasm_bindgen::throw_str(&error.to_string());
    }
}
