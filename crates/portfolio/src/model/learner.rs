//! The learner.

use std::collections::BTreeSet;

use crate::fields::Reader;

/// Who the portfolio belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learner {
    /// What they want to be called; empty until they say.
    pub name: String,
    /// What they are interested in: tags as the frameworks write them, or their own words.
    pub interests: BTreeSet<String>,
}

impl Learner {
    pub(crate) const NAME: &str = "name";
    pub(crate) const INTERESTS: &str = "interests";

    pub(super) fn read(reader: &Reader<'_>) -> Self {
        Self { name: reader.words(Self::NAME), interests: reader.texts(Self::INTERESTS) }
    }
}
