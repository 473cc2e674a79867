//! Names of ops, writers, devices and roots.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::hex;

/// The first Lamport number that no op may carry: above it, a reader in JavaScript would round.
pub const LAMPORT_END: u64 = 1 << 53;

/// A text that is not the id it should be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IdError {
    /// Not spelled as the format says.
    #[error("not an id: {0:?}")]
    Spelling(String),
    /// A Lamport number of 2^53 or more.
    #[error("Lamport number {0} is not below 2^53")]
    Lamport(u64),
}

/// One start of the app: 64 random bits, taken anew each time and never stored, so that two tabs, a cloned profile or a
/// restored disk cannot make the same op id twice. Written as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriterId(pub u64);

/// One installation of the app: 80 random bits, written as 20 hexadecimal digits. It names the folder a device writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub [u8; 10]);

/// One portfolio: 128 random bits, written as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RootId(pub [u8; 16]);

/// The name of an op, and its place in the order of all ops: by Lamport number, then writer, then index.
///
/// Written `<lamport>.<writer>.<index>`, the numbers in decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpId {
    /// Larger than that of every op its writer had seen; below [`LAMPORT_END`]. It orders, it is not a time.
    pub lamport: u64,
    /// Who wrote it.
    pub writer: WriterId,
    /// Place among the ops that one act of the learner made.
    pub index: u32,
}

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The SHA-256 of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its first 64 bits, which names carry.
    pub fn start(&self) -> [u8; 8] {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        [a, b, c, d, e, f, g, h]
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Display for RootId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Display for OpId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.lamport, self.writer, self.index)
    }
}

impl FromStr for WriterId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex::read(text).map(|bytes| Self(u64::from_be_bytes(bytes))).ok_or_else(|| IdError::Spelling(text.into()))
    }
}

impl FromStr for DeviceId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex::read(text).map(Self).ok_or_else(|| IdError::Spelling(text.into()))
    }
}

impl FromStr for RootId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex::read(text).map(Self).ok_or_else(|| IdError::Spelling(text.into()))
    }
}

impl FromStr for Hash {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex::read(text).map(Self).ok_or_else(|| IdError::Spelling(text.into()))
    }
}

impl FromStr for OpId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let spelling = || IdError::Spelling(text.into());
        let mut parts = text.split('.');
        let (Some(lamport), Some(writer), Some(index), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(spelling());
        };
        let lamport = decimal(lamport).ok_or_else(spelling)?;
        if lamport >= LAMPORT_END {
            return Err(IdError::Lamport(lamport));
        }
        let index = decimal(index).and_then(|index| u32::try_from(index).ok()).ok_or_else(spelling)?;
        let writer = writer.parse().map_err(|_| spelling())?;
        Ok(Self { lamport, writer, index })
    }
}

/// A decimal number in its one spelling: no sign, no leading zero.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// Text in JSON; in the local cache the numbers themselves, which are a third of the size and need no parsing.
macro_rules! serde_as_text {
    ($id:ident, $bare:ty, $into_bare:expr, $from_bare:expr) => {
        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    let into_bare: fn(&Self) -> $bare = $into_bare;
                    into_bare(self).serialize(serializer)
                }
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $id;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($id))
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$id, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                if deserializer.is_human_readable() {
                    deserializer.deserialize_str(Text)
                } else {
                    let from_bare: fn($bare) -> Self = $from_bare;
                    <$bare>::deserialize(deserializer).map(from_bare)
                }
            }
        }
    };
}

serde_as_text!(WriterId, u64, |id| id.0, Self);
serde_as_text!(DeviceId, [u8; 10], |id| id.0, Self);
serde_as_text!(Hash, [u8; 32], |id| id.0, Self);
serde_as_text!(RootId, [u8; 16], |id| id.0, Self);
serde_as_text!(OpId, (u64, u64, u32), |id| (id.lamport, id.writer.0, id.index), |(lamport, writer, index)| OpId {
    lamport,
    writer: WriterId(writer),
    index
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_written() {
        let id = OpId { lamport: LAMPORT_END - 1, writer: WriterId(0x9c1e), index: 7 };
        assert_eq!(id.to_string(), "9007199254740991.0000000000009c1e.7");
        assert_eq!(id.to_string().parse(), Ok(id));
        let root = RootId([0xab; 16]);
        assert_eq!(root.to_string().parse(), Ok(root));
        let device = DeviceId([1; 10]);
        assert_eq!(device.to_string().parse(), Ok(device));
    }

    #[test]
    fn an_id_has_one_spelling() {
        for wrong in [
            "",
            "1.0000000000009c1e",
            "01.0000000000009c1e.0",
            "+1.0000000000009c1e.0",
            "1.9c1e.0",
            "1.0000000000009C1E.0",
        ] {
            assert_eq!(wrong.parse::<OpId>(), Err(IdError::Spelling(wrong.into())));
        }
        assert_eq!("9007199254740992.0000000000009c1e.0".parse::<OpId>(), Err(IdError::Lamport(LAMPORT_END)));
    }

    #[test]
    fn order_is_lamport_then_writer_then_index() {
        let id = |lamport, writer, index| OpId { lamport, writer: WriterId(writer), index };
        assert!(id(1, 9, 9) < id(2, 0, 0));
        assert!(id(1, 1, 9) < id(1, 2, 0));
        assert!(id(1, 1, 0) < id(1, 1, 1));
    }
}
