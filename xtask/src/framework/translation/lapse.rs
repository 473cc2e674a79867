//! Where a translation has fallen behind what it translates.

use std::collections::BTreeSet;
use std::fmt;

use super::fingerprint::Fingerprint;

/// One way in which a translation does not say what the source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lapse {
    /// Something of the source has no words.
    Missing(String),
    /// Words of what is not in the source.
    Unknown(String),
    /// The source's words are not those that were translated. `of` is their fingerprint now.
    Stale { what: String, of: String },
    /// A list is longer or shorter than the source's.
    Uneven { what: String, list: &'static str },
    /// The ways to show a competency are of other formats than the source's.
    OtherFormats(String),
}

impl fmt::Display for Lapse {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(to, "{what}: not translated yet"),
            Self::Unknown(what) => write!(to, "{what}: translated, but nowhere in the framework"),
            Self::Stale { what, of } => {
                write!(to, "{what}: its words have changed; read the translation again, then give it of = \"{of}\"")
            }
            Self::Uneven { what, list } => write!(to, "{what}: the translation has more or fewer {list}"),
            Self::OtherFormats(what) => write!(to, "{what}: the translation shows it in other formats"),
        }
    }
}

/// The lapses met so far.
#[derive(Debug, Default)]
pub struct Lapses(Vec<Lapse>);

impl Lapses {
    pub fn add(&mut self, lapse: Lapse) {
        self.0.push(lapse);
    }

    /// Whether what was translated is what is there now.
    pub fn compare(&mut self, what: &str, translated: &str, now: &Fingerprint) {
        if translated != now.0 {
            self.add(Lapse::Stale { what: what.to_owned(), of: now.0.clone() });
        }
    }

    pub fn count(&mut self, what: &str, list: &'static str, here: usize, there: usize) {
        if here != there {
            self.add(Lapse::Uneven { what: what.to_owned(), list });
        }
    }

    /// Whether words are there for all of these and for nothing else.
    pub fn same_keys<'a>(
        &mut self,
        kind: &str,
        source: impl Iterator<Item = &'a String>,
        translated: impl Iterator<Item = &'a String>,
    ) {
        let (source, translated): (BTreeSet<_>, BTreeSet<_>) = (source.collect(), translated.collect());
        self.0.extend(source.difference(&translated).map(|key| Lapse::Missing(format!("{kind} {key}"))));
        self.0.extend(translated.difference(&source).map(|key| Lapse::Unknown(format!("{kind} {key}"))));
    }

    /// All of them as an error, if there are any.
    pub fn none(self) -> Result<(), Vec<Lapse>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}
