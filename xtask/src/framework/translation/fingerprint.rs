//! By what a translation knows the words that it was made from.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::framework::source::{About, Competency, Strand, Subject};

/// The first eight hexadecimal digits of the SHA-256 over the words that a translation puts into another language, in a fixed
/// order, each after a zero byte. Codes, sizes, needs and interests are not among them: they need no translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(pub String);

impl Fingerprint {
    pub fn of_about(about: &About) -> Self {
        let records = &about.records;
        let kinds = [&records.subject, &records.strand, &records.competency];
        let words =
            [&about.title, &about.creator, &about.says, &about.licence.text, &records.interest, &records.rubric];
        let all = words.into_iter().chain(&about.prompts).chain(&about.levels.names);
        Self::of(all.chain(kinds.into_iter().flat_map(|kind| [&kind.name, &kind.says])))
    }

    pub fn of_subject(subject: &Subject) -> Self {
        Self::of([&subject.name, &subject.says].into_iter().chain(&subject.prompts))
    }

    pub fn of_strand(strand: &Strand) -> Self {
        Self::of([&strand.name, &strand.says])
    }

    pub fn of_competency(competency: &Competency) -> Self {
        let words = [&competency.name, &competency.can].into_iter().chain(&competency.levels);
        Self::of(words.chain(competency.show.ways()).chain(&competency.learn))
    }

    fn of<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        let mut hash = Sha256::new();
        for word in words {
            hash.update([0]);
            hash.update(word);
        }
        let mut text = String::with_capacity(8);
        for byte in hash.finalize().iter().take(4) {
            // Writing to a String has no way to fail.
            write!(text, "{byte:02x}").unwrap_or_default();
        }
        Self(text)
    }
}
