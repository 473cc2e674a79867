//! Reading a file chunk by chunk, in little memory.

use gloo_file::Blob;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{CHUNK, MediaError};
use crate::bindings::{ByteReader, ByteStream};
use crate::{BrowserError, globals};

/// A file being read from its beginning to its end.
pub(super) struct Source {
    blob: Blob,
    at: u64,
    way: Way,
}

enum Way {
    /// Into one buffer, again and again. New buffers would wait for the garbage collector, which lets more than 100 MB of them
    /// gather before it runs.
    Into { reader: ByteReader, buffer: Option<ArrayBuffer> },
    /// A new buffer for each chunk, where a blob is no stream of bytes. The next chunk is being read already.
    Slices { ahead: JsFuture },
}

impl Source {
    pub(super) fn open(blob: &Blob) -> Self {
        let way = match byte_reader(blob) {
            Ok(reader) => Way::Into { reader, buffer: Some(ArrayBuffer::new(CHUNK as u32)) },
            Err(_) => Way::Slices { ahead: slice(blob, 0) },
        };
        Self { blob: blob.clone(), at: 0, way }
    }

    /// The next chunk: 8 MiB, or what is left of the file. Give it back before asking for another. `on_piece` is given each piece of it
    /// as soon as it is read, with its offset in the file: the browser goes on reading while that is at work.
    ///
    /// # Errors
    /// [`MediaError::Unreadable`], or that of `on_piece`.
    pub(super) async fn next(
        &mut self,
        mut on_piece: impl FnMut(&Uint8Array, u64) -> Result<(), MediaError>,
    ) -> Result<Uint8Array, MediaError> {
        let start = self.at;
        let expected = CHUNK.min(self.blob.size() - start);
        self.at += expected;
        let bytes = match &mut self.way {
            Way::Into { reader, buffer } => {
                let buffer = buffer.take().unwrap_or_else(|| ArrayBuffer::new(CHUNK as u32));
                fill(reader, buffer, expected as u32, |piece, at| on_piece(piece, start + at)).await?
            }
            Way::Slices { ahead } => {
                let next = slice(&self.blob, self.at);
                let bytes = bytes_of(std::mem::replace(ahead, next).await).map_err(|error| unreadable(&error))?;
                on_piece(&bytes, start)?;
                bytes
            }
        };
        if u64::from(bytes.length()) != expected {
            return Err(MediaError::Unreadable("the file became shorter while it was read".to_owned()));
        }
        Ok(bytes)
    }

    /// Takes back the buffer of a chunk that is done with.
    pub(super) fn give_back(&mut self, bytes: &Uint8Array) {
        if let Way::Into { buffer, .. } = &mut self.way {
            *buffer = Some(bytes.buffer());
        }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        if let Way::Into { reader, .. } = &self.way {
            // Reading has ended, one way or another; nobody waits for the answer.
            drop(reader.cancel().map(JsFuture::from));
        }
    }
}

fn byte_reader(blob: &Blob) -> Result<ByteReader, BrowserError> {
    let stream: ByteStream = JsValue::from(AsRef::<web_sys::Blob>::as_ref(blob).stream()).unchecked_into();
    Ok(stream.get_reader(&globals::options(&[("mode", "byob".into())]))?)
}

/// Fills `buffer` up to `wanted` bytes, and hands on each piece with its place in there.
async fn fill(
    reader: &ByteReader,
    mut buffer: ArrayBuffer,
    wanted: u32,
    mut on_piece: impl FnMut(&Uint8Array, u64) -> Result<(), MediaError>,
) -> Result<Uint8Array, MediaError> {
    let mut filled = 0;
    while filled < wanted {
        let rest = Uint8Array::new_with_byte_offset_and_length(&buffer, filled, wanted - filled);
        let (read, is_last) = read_some(reader, &rest).await.map_err(|error| unreadable(&error))?;
        on_piece(&read, u64::from(filled))?;
        filled += read.length();
        buffer = read.buffer();
        if is_last {
            break;
        }
    }
    Ok(Uint8Array::new_with_byte_offset_and_length(&buffer, 0, filled))
}

/// Reads into `rest`, whose buffer it takes away and brings back with what was read; and whether there is no more.
async fn read_some(reader: &ByteReader, rest: &Uint8Array) -> Result<(Uint8Array, bool), BrowserError> {
    let step = JsFuture::from(reader.read(rest)?).await?;
    let is_last = Reflect::get(&step, &JsValue::from_str("done"))?.is_truthy();
    Ok((globals::property_of(&step, "value")?, is_last))
}

fn unreadable(error: &BrowserError) -> MediaError {
    MediaError::Unreadable(error.to_string())
}

/// Begins to read the chunk at `start`; at the end of the file that is an empty one.
fn slice(blob: &Blob, start: u64) -> JsFuture {
    let slice: web_sys::Blob = blob.slice(start, (start + CHUNK).min(blob.size())).into();
    JsFuture::from(slice.array_buffer())
}

/// What a blob was read to.
pub(super) fn bytes_of(read: Result<JsValue, JsValue>) -> Result<Uint8Array, BrowserError> {
    let no_bytes = |_| BrowserError::new("DataError", "the browser returned no bytes");
    let buffer: ArrayBuffer = read?.dyn_into().map_err(no_bytes)?;
    Ok(Uint8Array::new(&buffer))
}
