//! The learners on this device. A profile is a door, not a lock: anyone using this browser can open each of them.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::local;
pub use super::local::LocalError;
use super::{BrowserError, clock, random};

const KEY: &str = "cairn.profiles";
/// The ids of profiles that are being filled and are no learners yet.
const ARRIVING: &str = "cairn.arriving";

/// What a profile is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProfileKind {
    /// A learner's own.
    Own,
    /// The sample to look around in; it never syncs.
    Sample,
}

/// A learner on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Names the profile's database and media folder: `[a-z0-9]`, up to 40 characters.
    pub id: String,
    /// The learner's name as last seen; may be empty.
    pub name: String,
    /// What it is for.
    pub kind: ProfileKind,
    /// When it was opened last.
    pub last_opened: DateTime<Utc>,
}

impl Profile {
    /// A profile that nothing is stored for yet, opened now.
    ///
    /// # Errors
    /// A browser without random numbers.
    pub fn new(kind: ProfileKind) -> Result<Self, BrowserError> {
        let id = format!("{:032x}", random::bits128()?);
        Ok(Self { id, name: String::new(), kind, last_opened: clock::now() })
    }
}

/// All profiles, the one opened last first.
pub fn all() -> Vec<Profile> {
    let mut profiles: Vec<Profile> = local::get(KEY).unwrap_or_default();
    profiles.sort_by_key(|profile| Reverse(profile.last_opened));
    profiles
}

/// Whether no learner was ever on this device.
pub fn nobody_was_here() -> bool {
    !local::has(KEY)
}

/// Adds a profile, or replaces the one with its id.
///
/// # Errors
/// Storage that is blocked or full.
pub fn put(profile: Profile) -> Result<(), LocalError> {
    let mut profiles = others(&profile.id);
    profiles.push(profile);
    local::set(KEY, &profiles)
}

/// Takes a profile off the list. Its data is deleted by `Store::delete` and `media::delete_all`.
///
/// # Errors
/// Storage that is blocked or full.
pub fn remove(id: &str) -> Result<(), LocalError> {
    local::set(KEY, &others(id))
}

fn others(id: &str) -> Vec<Profile> {
    all().into_iter().filter(|profile| profile.id != id).collect()
}

/// Notes that a profile is being filled. Until [`has_arrived`] it is no learner's, and a start of the app that finds it deserted
/// deletes it.
///
/// # Errors
/// Storage that is blocked or full.
pub fn arrives(id: &str) -> Result<(), LocalError> {
    let mut arriving = arriving();
    arriving.push(id.to_owned());
    local::set(ARRIVING, &arriving)
}

/// Takes that note back: the profile is whole and listed, or deleted.
///
/// # Errors
/// Storage that is blocked or full.
pub fn has_arrived(id: &str) -> Result<(), LocalError> {
    let others: Vec<String> = arriving().into_iter().filter(|other| other != id).collect();
    local::set(ARRIVING, &others)
}

/// The ids of profiles that are being filled, or whose filling ended with the browser.
pub fn arriving() -> Vec<String> {
    local::get(ARRIVING).unwrap_or_default()
}
