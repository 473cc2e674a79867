//! Gzip by the browser's own streams, which run off the page's thread and cost no byte of the app.
//!
//! Compress before a transaction is opened, never within one.

use futures_util::future::try_join;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, WritableStream};

use super::bindings::{CompressionStream, DecompressionStream};
use super::{BrowserError, globals};

/// Why bytes could not be inflated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GzipError {
    /// More than the caller's limit came out.
    #[error("it inflates to more than {0} bytes")]
    TooLarge(usize),
    /// Not one whole gzip member.
    #[error("not gzip: {0}")]
    NotGzip(BrowserError),
}

/// `bytes` as one gzip member.
///
/// # Errors
/// A browser without compression streams.
pub async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, BrowserError> {
    let stream = CompressionStream::new("gzip")?;
    let (writable, readable) = ends(&stream)?;
    let (output, ()) = try_join(collect(readable, usize::MAX), feed(writable, bytes)).await?;
    // The limit is out of reach.
    Ok(output.unwrap_or_default())
}

/// What one gzip member holds, if that is at most `limit` bytes. Concatenated members are refused, as browsers do.
///
/// # Errors
/// Either of [`GzipError`].
pub async fn inflate(gz: &[u8], limit: usize) -> Result<Vec<u8>, GzipError> {
    let inflated = async {
        let stream = DecompressionStream::new("gzip")?;
        let (writable, readable) = ends(&stream)?;
        // Once the limit is passed the reading end is cancelled, which fails the feeding end: that is no error of the bytes.
        let fed = async { Ok::<_, BrowserError>(feed(writable, gz).await.err()) };
        let (output, refused) = try_join(collect(readable, limit), fed).await?;
        match (output, refused) {
            (Some(_), Some(refused)) => Err(refused),
            (output, _) => Ok(output),
        }
    };
    inflated.await.map_err(GzipError::NotGzip)?.ok_or(GzipError::TooLarge(limit))
}

fn ends(stream: &JsValue) -> Result<(WritableStream, ReadableStream), BrowserError> {
    Ok((globals::property_of(stream, "writable")?, globals::property_of(stream, "readable")?))
}

async fn feed(writable: WritableStream, bytes: &[u8]) -> Result<(), BrowserError> {
    let writer = writable.get_writer()?;
    // Both promises must be awaited together: a refused write also fails the close, and a failure nobody awaits is reported
    // to the console.
    let (write, close) = (writer.write_with_chunk(&Uint8Array::from(bytes)), writer.close());
    let (written, closed) = futures_util::future::join(JsFuture::from(write), JsFuture::from(close)).await;
    written?;
    closed?;
    Ok(())
}

/// All bytes of `readable`, or `None` if there are more than `limit`.
async fn collect(readable: ReadableStream, limit: usize) -> Result<Option<Vec<u8>>, BrowserError> {
    let reader: ReadableStreamDefaultReader = readable.get_reader().unchecked_into();
    let mut output = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &JsValue::from_str("done"))?.is_truthy() {
            return Ok(Some(output));
        }
        let chunk: Uint8Array = globals::property_of(&step, "value")?;
        let start = output.len();
        let end = start + chunk.length() as usize;
        if end > limit {
            JsFuture::from(reader.cancel()).await?;
            return Ok(None);
        }
        output.resize(end, 0);
        chunk.copy_to(output.get_mut(start..).unwrap_or_default());
    }
}
