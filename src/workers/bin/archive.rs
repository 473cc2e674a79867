//! The archive worker: packs and unpacks whole portfolios off the page's thread.

fn main() {
    if let Err(error) = workers::serve_archive() {
        // The page hears an exception that nothing catches, and reports it.
        wasm_bindgen::throw_str(&error.to_string());
    }
}
