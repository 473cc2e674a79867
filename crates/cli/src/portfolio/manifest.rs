//! The list of hashes that an export carries, checked entry by entry.

use std::collections::BTreeSet;

use interchange::archive::MANIFEST;
use replica::Hash;

use super::digest::Digests;
use super::report::Bad;
use super::source::{Source, whole};

/// A line for each of the most entries that an archive may have.
const LIMIT: usize = 64 * 1024 * 1024;

/// Compares the manifest, if there is one, with what was read. A folder on a backend has none: names there carry their hashes.
pub fn check(source: &mut dyn Source, digests: &Digests, bad: &mut Vec<Bad>) {
    if digests.get(MANIFEST).is_none() {
        return;
    }
    let text = match whole(source, MANIFEST, LIMIT).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return bad.push(Bad::new(MANIFEST, "it is no text")),
        Err(says) => return bad.push(Bad::new(MANIFEST, says)),
    };
    let mut listed = BTreeSet::from([MANIFEST]);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let Some((hash, name)) = entry(line) else {
            bad.push(Bad::new(MANIFEST, format!("a line is not a hash and a name: {line:?}")));
            continue;
        };
        listed.insert(name);
        match digests.get(name) {
            None => bad.push(Bad::new(name, "the manifest lists it, and it is not here or cannot be read")),
            Some(found) if found.sha256 != hash.to_string() => {
                bad.push(Bad::new(name, "its bytes are not those that the manifest lists"));
            }
            Some(_) => {}
        }
    }
    for (name, _) in digests.below("").filter(|(name, _)| !listed.contains(name)) {
        bad.push(Bad::new(name, "the manifest does not list it"));
    }
}

/// `<sha256>  <name>`, as `sha256sum` writes it and reads it; on some systems it marks the name with a star.
fn entry(line: &str) -> Option<(Hash, &str)> {
    let (hash, name) = line.trim_end_matches('\r').split_once(' ')?;
    Some((hash.to_lowercase().parse().ok()?, name.trim_start().trim_start_matches('*')))
}
