//! The learner's own competencies as a framework like any other.

use super::Size;
use super::source::{FrameworkSource, ItemSource};
use crate::model::Own;

impl FrameworkSource {
    /// What stands where other frameworks have the SHA-256 of their package.
    pub const MINE: &str = "mine";

    /// These competencies, in the order of writing. `title` is what the framework is called.
    pub fn mine<'o>(title: &str, own: impl IntoIterator<Item = &'o Own>) -> Self {
        Self {
            id: Self::MINE.to_owned(),
            title: title.to_owned(),
            items: own.into_iter().map(item).collect(),
            ..Self::default()
        }
    }
}

fn item(own: &Own) -> ItemSource {
    let words = &own.words;
    let some = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
    ItemSource {
        short: some(&words.name),
        subjects: some(&words.subject).into_iter().collect(),
        keywords: words.interests.iter().cloned().collect(),
        levels: words.worded_levels().map(|(level, words)| (level, words.to_owned())).collect(),
        size: Some(words.size).filter(|size| *size != Size::default()),
        ..ItemSource::new(own.competency.clone(), words.statement.clone())
    }
}
