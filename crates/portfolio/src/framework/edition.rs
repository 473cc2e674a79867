//! Editions: which package is another edition of which, and what in it takes the place of what.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Framework, FrameworkSource};
use crate::item_id::ItemId;

/// Which edition of which document a package is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The document's identifier in lower case, of a translation that of its original; empty if the package does not say.
    pub document: String,
    /// What its publisher calls the edition.
    pub version: Option<String>,
    /// When it was changed last.
    pub changed: Option<DateTime<Utc>>,
    /// The language it was published in (BCP 47), whatever it is read in.
    pub language: Option<String>,
}

/// How old a package is beside another of the same document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It was changed later.
    Newer,
    /// It was changed earlier.
    Older,
    /// They do not say, or say the same.
    Unknown,
}

/// That one item takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The one that was.
    pub from: ItemId,
    /// The one to go on with.
    pub to: ItemId,
    /// Why.
    pub link: Link,
}

/// What a package says of two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Link {
    /// CASE `exactMatchOf`: both say the same. It can be read either way.
    ExactMatch,
    /// CASE `replacedBy`: the second came instead of the first.
    ReplacedBy,
}

impl FrameworkSource {
    /// How old this package is beside an adopted framework of the same document. `None` for another document, for the very same
    /// package, and for the same edition in another language.
    pub fn edition_of(&self, adopted: &Framework) -> Option<Age> {
        let (mine, theirs) = (&self.edition, &adopted.about().edition);
        if mine.document.is_empty() || mine.document != theirs.document || self.id == adopted.id() {
            return None;
        }
        match mine.changed.zip(theirs.changed) {
            Some((mine, theirs)) if mine > theirs => Some(Age::Newer),
            Some((mine, theirs)) if mine < theirs => Some(Age::Older),
            _ => (mine.language == theirs.language).then_some(Age::Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_instant;
    use crate::framework::tests::source;

    fn edition(id: &str, document: &str, changed: Option<&str>, language: &str) -> FrameworkSource {
        let changed = changed.map(|text| parse_instant(text).unwrap());
        let (document, language) = (document.to_owned(), Some(language.to_owned()));
        let edition = Edition { document, version: None, changed, language };
        FrameworkSource { id: id.to_owned(), edition, ..source(&["a"], &[]) }
    }

    #[test]
    fn an_edition_is_known_by_its_document_and_its_age_by_when_it_was_changed() {
        let (old, new) = (Some("2024-08-01T00:00:00Z"), Some("2026-08-01T00:00:00Z"));
        let adopted = Framework::build(edition("1", "d", old, "en"), None);
        let age = |id, document, changed, language| edition(id, document, changed, language).edition_of(&adopted);
        assert_eq!(age("2", "d", new, "en"), Some(Age::Newer));
        assert_eq!(age("2", "d", new, "es"), Some(Age::Newer), "in whatever language");
        assert_eq!(age("2", "d", Some("2023-08-01T00:00:00Z"), "en"), Some(Age::Older));
        assert_eq!(age("2", "d", old, "en"), Some(Age::Unknown), "another copy");
        assert_eq!(age("2", "d", None, "en"), Some(Age::Unknown));
        assert_eq!(age("2", "d", old, "es"), None, "a translation is no update");
        assert_eq!(age("1", "d", new, "en"), None, "the very same package");
        assert_eq!(age("2", "e", new, "en"), None);
        assert_eq!(edition("2", "", new, "en").edition_of(&Framework::build(edition("1", "", old, "en"), None)), None);
    }
}
