//! Where things lie on a backend. `docs/format-backend.md` describes it for strangers.

use std::fmt;

use replica::{DeviceId, Hash, RootFile, RootId, segment};

use crate::name::{Folder, Name};

/// A segment in a device's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentAt {
    /// Whose folder it lies in.
    pub device: DeviceId,
    /// Its name there.
    pub name: segment::SegmentName,
}

impl fmt::Display for SegmentAt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.device, self.name)
    }
}

/// `cairn1`: everything of Cairn's lies in it.
#[must_use]
pub fn home() -> Folder {
    Folder::known(segment::FORMAT.to_owned())
}

/// `cairn1/root-<root>.json`: which portfolio this is.
#[must_use]
pub fn root(id: RootId) -> Name {
    below_home(&RootFile::name(id))
}

/// `cairn1/log`: a folder for each device.
#[must_use]
pub fn log() -> Folder {
    Folder::known(format!("{}/log", segment::FORMAT))
}

/// `cairn1/log/<device>`: what a device wrote.
#[must_use]
pub fn log_of(device: DeviceId) -> Folder {
    Folder::known(format!("{}/log/{device}", segment::FORMAT))
}

/// `cairn1/log/<device>/<seq8>-<bytes>-<sha16>.jsonl.gz`: ops, for ever.
#[must_use]
pub fn segment(at: &SegmentAt) -> Name {
    below_home(&format!("log/{at}"))
}

/// `cairn1/blob`: a folder for each first byte of a hash.
#[must_use]
pub fn blobs() -> Folder {
    Folder::known(format!("{}/blob", segment::FORMAT))
}

/// The name of the folder in [`blobs`] for a chunk: the first byte of its hash.
#[must_use]
pub fn shelf(chunk: Hash) -> String {
    let [first, ..] = chunk.0;
    format!("{first:02x}")
}

/// `cairn1/blob/<aa>`: chunks whose hash begins with that byte.
#[must_use]
pub fn shelf_of(chunk: Hash) -> Folder {
    Folder::known(format!("{}/blob/{}", segment::FORMAT, shelf(chunk)))
}

/// `cairn1/blob/<aa>/<sha256>`: a chunk of a learner's file.
#[must_use]
pub fn chunk(hash: Hash) -> Name {
    below_home(&format!("blob/{}/{hash}", shelf(hash)))
}

/// `cairn1/probe`: files that a probe leaves for a moment.
#[must_use]
pub fn probes() -> Folder {
    Folder::known(format!("{}/probe", segment::FORMAT))
}

/// `cairn1/probe/<token>`: one file of a probe.
#[must_use]
pub fn probe(token: [u8; 16]) -> Name {
    below_home(&format!("probe/{:032x}", u128::from_be_bytes(token)))
}

fn below_home(path: &str) -> Name {
    Name::known(format!("{}/{path}", segment::FORMAT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_has_its_place() {
        let device = DeviceId([0x1f; 10]);
        let at = SegmentAt { device, name: segment::SegmentName::of(42, b"abc") };
        let path = segment(&at);
        assert_eq!(path.as_str(), "cairn1/log/1f1f1f1f1f1f1f1f1f1f/00000042-3-ba7816bf8f01cfea.jsonl.gz");
        assert_eq!(path.folder(), log_of(device));
        let hash = Hash::of(b"abc");
        let path = chunk(hash);
        assert_eq!(path.as_str(), format!("cairn1/blob/ba/{hash}"));
        assert_eq!(path.folder(), shelf_of(hash));
        assert_eq!(root(RootId([0xab; 16])).as_str(), format!("cairn1/root-{}.json", "ab".repeat(16)));
        assert_eq!(probe([7; 16]).as_str(), format!("cairn1/probe/{}", "07".repeat(16)));
    }
}
