//! A file by the chunks it is kept in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::FieldValue;

/// A file whose bytes are kept elsewhere, by their hashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// What it is called, as the learner knows it.
    pub name: String,
    /// Its media type, told by its bytes.
    #[serde(rename = "type")]
    pub media_type: String,
    /// How long it is, in bytes.
    pub size: u64,
    /// What tells it from other files: the hash of its one chunk, or the SHA-256 over the hashes of its chunks.
    pub hash: String,
    /// The SHA-256 of each chunk in lower-case hex, in order.
    pub chunks: Vec<String>,
}

impl StoredFile {
    const NAME: &str = "name";
    const TYPE: &str = "type";
    const SIZE: &str = "size";
    const HASH: &str = "hash";
    const CHUNKS: &str = "chunks";

    /// The value it is stored as.
    pub fn to_value(&self) -> FieldValue {
        let fields = [
            (Self::NAME, self.name.as_str().into()),
            (Self::TYPE, self.media_type.as_str().into()),
            (Self::SIZE, self.size.into()),
            (Self::HASH, self.hash.as_str().into()),
            (Self::CHUNKS, FieldValue::List(self.chunks.iter().map(|chunk| chunk.as_str().into()).collect())),
        ];
        FieldValue::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Reads what [`to_value`](Self::to_value) writes; `None` where the bytes could not be found again: without the
    /// chunks it is no file.
    pub fn from_value(value: FieldValue) -> Option<Self> {
        let FieldValue::Map(mut fields) = value else { return None };
        let size = match fields.get(Self::SIZE) {
            Some(FieldValue::Int(size)) => u64::try_from(*size).ok()?,
            _ => return None,
        };
        let Some(FieldValue::List(chunks)) = fields.remove(Self::CHUNKS) else { return None };
        Some(Self {
            name: take_text(&mut fields, Self::NAME).unwrap_or_default(),
            media_type: take_text(&mut fields, Self::TYPE).unwrap_or_default(),
            size,
            hash: take_text(&mut fields, Self::HASH)?,
            chunks: chunks.into_iter().map(text).collect::<Option<_>>()?,
        })
    }
}

/// Takes a text out of a map.
pub(super) fn take_text(fields: &mut BTreeMap<String, FieldValue>, name: &str) -> Option<String> {
    fields.remove(name).and_then(text)
}

fn text(value: FieldValue) -> Option<String> {
    match value {
        FieldValue::Text(text) => Some(text),
        _ => None,
    }
}
