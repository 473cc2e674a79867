//! What is written so far.

use std::collections::BTreeSet;

use leptos::prelude::*;
use portfolio::framework::Size;
use portfolio::model::OwnWords;

/// The words in the form. Copies are the same.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The whole of it.
    pub statement: RwSignal<String>,
    /// A short name.
    pub name: RwSignal<String>,
    /// What it belongs to.
    pub subject: RwSignal<String>,
    /// What it is about.
    pub interests: RwSignal<BTreeSet<String>>,
    /// How much work it is.
    pub size: RwSignal<Size>,
    /// What the levels 1 to 4 look like.
    pub levels: [RwSignal<String>; 4],
}

impl Draft {
    /// Begins with these words.
    pub fn of(words: OwnWords) -> Self {
        Self {
            statement: RwSignal::new(words.statement),
            name: RwSignal::new(words.name),
            subject: RwSignal::new(words.subject),
            interests: RwSignal::new(words.interests),
            size: RwSignal::new(words.size),
            levels: words.levels.map(RwSignal::new),
        }
    }

    /// The words as they stand, without the space around them.
    pub fn words(self) -> OwnWords {
        let typed = |field: RwSignal<String>| field.with_untracked(|words| words.trim().to_owned());
        OwnWords {
            statement: typed(self.statement),
            name: typed(self.name),
            subject: typed(self.subject),
            interests: self.interests.get_untracked(),
            size: self.size.get_untracked(),
            levels: self.levels.map(typed),
        }
    }
}
