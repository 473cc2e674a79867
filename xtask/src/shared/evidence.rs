//! What students hand in.

use anyhow::{Result, ensure};
use interchange::media_type::Kind::{Archive, Audio, Code, Image, Office, Other, Pdf, Text, Video};
use interchange::media_type::{self, Kind};
use interchange::names::safe_name;

use super::{Shared, files_of};

/// What lies in each folder.
const FOLDERS: [(&str, &[Kind]); 7] = [
    ("images", &[Image]),
    ("audio", &[Audio]),
    ("video", &[Video]),
    ("documents", &[Pdf, Office]),
    ("text", &[Text, Code]),
    ("projects", &[Other, Archive]),
    ("names", &[Image, Pdf, Text]),
];

/// Each file is known by its beginning, and the name under which a copy leaves is its own.
pub fn told(shared: &Shared) -> Result<()> {
    for (folder, kinds) in FOLDERS {
        for (name, path) in files_of(&shared.folder.join("evidence").join(folder))? {
            let bytes = std::fs::read(path)?;
            let found = media_type::sniff(&bytes[..bytes.len().min(media_type::WANTED_BYTES)], &name);
            let contradiction = media_type::contradiction(&name, found.mime);
            ensure!(kinds.contains(&found.kind) && contradiction.is_none(), "{folder}/{name}: {found:?}");
            let safe = safe_name(&name);
            ensure!(safe == name.trim_start_matches('.'), "{folder}/{name} leaves as {safe}");
        }
    }
    Ok(())
}
