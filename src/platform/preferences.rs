//! What is remembered of the person at this device: appearance, language and the profile opened last.

use serde::{Deserialize, Serialize};

use super::local;
pub use super::local::LocalError;

const KEY: &str = "cairn.preferences";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The preferences of this browser. They belong to the device and are never synced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// The language tag chosen in Settings; `None`: the browser's own.
    pub language: Option<String>,
    /// The id of the profile opened last.
    pub last_profile: Option<String>,
}

/// The stored preferences; the defaults where nothing readable is stored.
pub fn load() -> Preferences {
    local::get(KEY).unwrap_or_default()
}

/// Stores the preferences.
///
/// # Errors
/// Storage that is blocked or full.
pub fn save(preferences: &Preferences) -> Result<(), LocalError> {
    local::set(KEY, preferences)
}
