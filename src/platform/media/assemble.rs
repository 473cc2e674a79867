//! Making a file of pieces of another.

use js_sys::{Array, Uint8Array};
use media::{Piece, Plan};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::BrowserError;

/// The new file. Nothing of the old one is read for it yet, and nothing is copied.
pub(super) fn assembled(file: &Blob, plan: &Plan) -> Result<Blob, BrowserError> {
    let parts = Array::new();
    for piece in plan.pieces() {
        let part: JsValue = match piece {
            // Sizes are far below 2^53.
            Piece::Keep(range) => file.slice_with_f64_and_f64(range.start as f64, range.end as f64)?.into(),
            Piece::Write(bytes) => Uint8Array::from(bytes.as_slice()).into(),
        };
        parts.push(&part);
    }
    Ok(Blob::new_with_blob_sequence(&parts)?)
}
