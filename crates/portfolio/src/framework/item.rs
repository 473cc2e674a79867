//! One item of a framework.

use search::fold;
use serde::{Deserialize, Serialize};

use crate::item_id::ItemId;
use crate::level::Level;

/// An item as the learner meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identifier.
    pub id: ItemId,
    /// The code people know it by.
    pub code: Option<String>,
    /// What it says, whole; simple Markdown.
    pub statement: String,
    /// A shorter form for cards and lists.
    pub short: Option<String>,
    /// More about it; simple Markdown.
    pub notes: Option<String>,
    /// Its subjects: its own, else those of what it stands below.
    pub subjects: Vec<String>,
    /// Interest tags.
    pub keywords: Vec<String>,
    /// What kind of item it is, in the framework's words.
    pub item_type: Option<String>,
    /// Words for levels, lowest first.
    pub levels: Vec<(Level, String)>,
    /// Which of the framework's scales of others these words are of; see [`Framework::scale_of`](super::Framework::scale_of).
    pub scale: Option<usize>,
    /// How much work it is.
    pub size: Size,
    /// Ways to show it.
    pub ways: Vec<String>,
    /// Ways to learn it that need no network.
    pub learn: Vec<String>,
    /// The same ways to learn it in the words in which the framework was adopted, where it speaks another language now. A learner's
    /// marks hang on these.
    pub learn_as_adopted: Vec<String>,
    /// Questions for a reflection on it, and on anything below it.
    pub prompts: Vec<String>,
    /// Whether it was no longer in force when its edition was published.
    pub retired: bool,
    /// How many items stand above it; 0 at the top.
    pub depth: u32,
    /// The item above it; the first, if there are several.
    pub parent: Option<ItemId>,
}

impl Item {
    /// The name for cards and lists: the short form if there is one, else the whole statement.
    pub fn name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.statement)
    }

    /// The whole statement, where the name is a shorter one.
    pub fn in_full(&self) -> Option<&str> {
        Some(self.statement.as_str()).filter(|statement| *statement != self.name())
    }

    /// The ways to learn it: by what each is told apart in every language, and its words.
    pub fn lessons(&self) -> impl Iterator<Item = (&str, &str)> {
        let words = self.learn.iter().enumerate();
        words.map(|(place, words)| (self.learn_as_adopted.get(place).unwrap_or(words).as_str(), words.as_str()))
    }

    /// Whether it carries an interest tag, by its words.
    pub fn is_about(&self, tag: &str) -> bool {
        self.keywords.iter().any(|keyword| fold::same_words(keyword, tag))
    }
}

/// How much work a competency is, so that a large one does not count like a small one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Size {
    /// Counts once.
    Small,
    /// Counts twice; what is not said is medium.
    #[default]
    Medium,
    /// Counts three times.
    Large,
}

impl Size {
    /// All of them, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The word it is written as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The size that a word means.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.word() == word)
    }

    /// How often a half step counts: 1, 2 or 3.
    pub fn weight(self) -> u32 {
        match self {
            Self::Small => 1,
            Self::Medium => 2,
            Self::Large => 3,
        }
    }
}
