//! Manifests as bytes, and the hash by which they are known.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::Manifest;

/// A manifest with its bytes and their hash. The three belong together, whoever holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    manifest: Manifest,
    bytes: Vec<u8>,
    hash: String,
}

/// Why bytes are no manifest that can be read here.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// Not the JSON of a manifest.
    #[error("not a manifest: {0}")]
    Json(#[from] serde_json::Error),
    /// A format of a newer app, or of another kind.
    #[error("not {}, but {found:?}", Manifest::FORMAT)]
    OtherFormat {
        /// What it says it is.
        found: String,
    },
}

impl Manifest {
    /// The manifest as the bytes that are kept and sent: the same for the same manifest, at any time and anywhere.
    ///
    /// # Errors
    /// Only when JSON cannot be written, which none of these values causes.
    pub fn seal(self) -> Result<Sealed, serde_json::Error> {
        let bytes = serde_json::to_vec(&self)?;
        let hash = sha256_hex(&bytes);
        Ok(Sealed { manifest: self, bytes, hash })
    }

    /// Reads a manifest from its bytes. Members that are not known are passed over. Whether the bytes are those of a submission, their
    /// hash says.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }
        let Head { format } = serde_json::from_slice(bytes)?;
        if format != Self::FORMAT {
            return Err(Unreadable::OtherFormat { found: format });
        }
        Ok(serde_json::from_slice(bytes)?)
    }
}

impl Sealed {
    /// What it says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Their SHA-256 in lower-case hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
