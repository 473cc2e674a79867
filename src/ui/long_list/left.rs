//! Where a list was left by the link of an item. It is kept with the step of the history, so that Back leads there again.

use platform::{history, page};

/// An item, and where the list was.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The item's key.
    pub key: String,
    /// Its number.
    pub index: usize,
    /// How far the window's upper edge was below the list's, in CSS pixels.
    pub from: f64,
}

impl Left {
    /// Keeps it for a list.
    pub fn keep(&self, list: &str) {
        if let Err(error) = history::keep(list, &format!("{} {} {}", self.from, self.index, self.key)) {
            leptos::logging::warn!("Back leads to the beginning of a list: {error}");
        }
    }

    /// Where a list was left that somebody comes back to. On the first page they come from elsewhere.
    pub fn kept(list: &str) -> Option<Self> {
        if page::is_first_place() {
            return None;
        }
        let kept = history::kept(list)?;
        let mut words = kept.splitn(3, ' ');
        let mut next = || words.next();
        let (from, index, key) = (next()?, next()?, next()?);
        Some(Self { key: key.to_owned(), index: index.parse().ok()?, from: from.parse().ok()? })
    }
}
