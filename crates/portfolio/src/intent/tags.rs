//! Words of the learner's own to find a piece by.

use search::fold::same_words;

use super::{Refusal, Wording, add, remove};
use crate::change::Change;
use crate::entity::EntityId;
use crate::model::{Evidence, Portfolio};

impl Portfolio {
    pub(super) fn add_tag(&self, piece: &EntityId, tag: &str) -> Result<Vec<Change>, Refusal> {
        let tags = &self.piece_in_use(piece)?.tags;
        let tag = checked(tag)?;
        let is_there = tags.iter().any(|known| same_words(known, tag));
        Ok(if is_there { Vec::new() } else { vec![tagged(piece, tag)] })
    }

    pub(super) fn remove_tag(&self, piece: &EntityId, tag: &str) -> Result<Vec<Change>, Refusal> {
        let same = self.piece_in_use(piece)?.tags.iter().filter(|known| same_words(known, tag));
        Ok(same.map(|known| remove(piece, Evidence::TAGS, known.as_str())).collect())
    }
}

/// A change that gives a piece a tag.
pub(super) fn tagged(piece: &EntityId, tag: &str) -> Change {
    add(piece, Evidence::TAGS, tag)
}

/// Tags without the space around them; of the same words written in two ways, the first.
pub(super) fn distinct<'t>(tags: impl IntoIterator<Item = &'t String>) -> Result<Vec<&'t str>, Refusal> {
    let mut distinct: Vec<&str> = Vec::new();
    for tag in tags {
        let tag = checked(tag)?;
        if !distinct.iter().any(|known| same_words(known, tag)) {
            distinct.push(tag);
        }
    }
    Ok(distinct)
}

/// A tag without the space around it.
fn checked(tag: &str) -> Result<&str, Refusal> {
    let tag = tag.trim();
    if tag.is_empty() {
        return Err(Refusal::NoWords);
    }
    Wording::Tag.check(tag)?;
    Ok(tag)
}
