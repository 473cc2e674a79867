//! What a learner saw first when they were here last, kept where it can be read at once, before any database is open.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use super::local::LocalError;
use super::{local, page};

/// What is kept, and the build of the app that made it: another one may mean something else by it.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    maker: String,
    seen: T,
}

/// Keeps `seen` of a profile, in place of what was kept before.
///
/// # Errors
/// Storage that is blocked or full; nothing is kept then, for what was kept before is no longer so.
pub fn put(profile: &str, seen: &impl Serialize) -> Result<(), LocalError> {
    let kept = local::set(&key(profile), &Kept { maker: page::build(), seen });
    if kept.is_err() {
        forget(profile);
    }
    kept
}

/// What this build of the app kept of a profile.
pub fn read<T: DeserializeOwned>(profile: &str) -> Option<T> {
    let kept: Kept<T> = local::get(&key(profile))?;
    (kept.maker == page::build()).then_some(kept.seen)
}

/// Forgets what was kept of a profile.
pub fn forget(profile: &str) {
    local::remove(&key(profile));
}

fn key(profile: &str) -> String {
    format!("cairn.first-screen.{profile}")
}
