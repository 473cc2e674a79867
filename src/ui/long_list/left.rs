//! Where a list was left by the link of an item. It is kept with the step of the history, so that Back leads there again, and nothing
//! else does.

use platform::{history, page};

/// An item, and where the list was.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The item's key.
    pub key: String,
    /// How far the window's upper edge was below the list's, in CSS pixels.
    pub from: f64,
}

impl Left {
    /// Keeps it for a list.
    pub fn keep(&self, list: &str) {
        if let Err(error) = history::keep(list, &format!("{} {}", self.from, self.key)) {
            leptos::logging::warn!("Back leads to the beginning of a list: {error}");
        }
    }

    /// Where a list was left that somebody comes back to. On the first page they come from elsewhere.
    pub fn kept(list: &str) -> Option<Self> {
        if page::is_first_place() {
            return None;
        }
        let kept = history::kept(list)?;
        let (from, key) = kept.split_once(' ')?;
        Some(Self { key: key.to_owned(), from: from.parse().ok()? })
    }
}
