//! Which portfolio this is: its root files, kept with the profile. One until portfolios are joined.

use platform::store::{Opening, Store, StoreError};
use platform::{clock, random};
use replica::{RootFile, RootId};

const ROOTS: &str = "roots";

/// The root files of a profile, the least id first; a new one where there is none.
pub(super) async fn of(store: &Store, stored: &Opening) -> Result<Vec<RootFile>, StoreError> {
    match stored.meta_json::<Vec<RootFile>>(ROOTS) {
        Some(roots) if !roots.is_empty() => Ok(in_order(roots)),
        _ => {
            let root = RootId(random::bits128()?.to_be_bytes());
            let created = clock::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            put(store, vec![RootFile::new(root, created)]).await
        }
    }
}

/// The root files of a profile, as they are stored: none where nothing was ever opened.
pub(super) async fn stored(store: &Store) -> Result<Vec<RootFile>, StoreError> {
    Ok(store.meta_json(ROOTS).await?.unwrap_or_default())
}

/// Replaces them, and returns them in order.
pub(super) async fn put(store: &Store, roots: Vec<RootFile>) -> Result<Vec<RootFile>, StoreError> {
    let roots = in_order(roots);
    store.put_meta_json(ROOTS, &roots).await?;
    Ok(roots)
}

fn in_order(mut roots: Vec<RootFile>) -> Vec<RootFile> {
    roots.sort_by_key(|file| file.root);
    roots.dedup_by_key(|file| file.root);
    roots
}
