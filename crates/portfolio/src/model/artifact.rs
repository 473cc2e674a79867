//! A file or link inside a piece.

use std::collections::BTreeMap;

use super::stored_file::{StoredFile, take_text};
use crate::change::FieldValue;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};

/// A file or link inside a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its id.
    pub id: EntityId,
    /// The piece it is a part of.
    pub evidence: EntityId,
    /// Its place in the piece: a fractional index, compared as text. Equal ones stand in the order of their ids.
    pub order: String,
    /// Words shown beside it.
    pub caption: String,
    /// Words instead of it, for who cannot see or hear it.
    pub alt: String,
    /// What it is; `None` for a kind this version does not know.
    pub content: Option<Content>,
    /// Whether it is in use.
    pub standing: Standing,
}

/// What an artifact is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A file.
    File(StoredFile),
    /// A place on the web.
    Link(Link),
}

/// A place on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its address: http, https or mailto.
    pub url: String,
    /// What it is called; may be empty.
    pub title: String,
}

impl Link {
    const URL: &str = "url";
    const TITLE: &str = "title";

    /// The value it is stored as.
    pub fn to_value(&self) -> FieldValue {
        let fields = [(Self::URL, &self.url), (Self::TITLE, &self.title)];
        FieldValue::Map(fields.into_iter().map(|(name, text)| (name.to_owned(), text.as_str().into())).collect())
    }

    /// Reads what [`to_value`](Self::to_value) writes; `None` without an address.
    pub fn from_value(value: FieldValue) -> Option<Self> {
        let FieldValue::Map(mut fields) = value else { return None };
        let title = take_text(&mut fields, Self::TITLE).unwrap_or_default();
        Some(Self { url: take_text(&mut fields, Self::URL)?, title })
    }
}

impl Artifact {
    pub(crate) const OF: &str = "of";
    pub(crate) const ORDER: &str = "order";
    pub(crate) const CAPTION: &str = "caption";
    pub(crate) const ALT: &str = "alt";
    pub(crate) const FILE: &str = "file";
    pub(crate) const LINK: &str = "link";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let file = || reader.file(Self::FILE).map(Content::File);
        let link = || reader.0.get(Self::LINK).and_then(Link::from_value).map(Content::Link);
        Some(Self {
            id: id.clone(),
            evidence: reader.entity(Self::OF)?,
            order: reader.words(Self::ORDER),
            caption: reader.words(Self::CAPTION),
            alt: reader.words(Self::ALT),
            content: file().or_else(link),
            standing: reader.0.standing(),
        })
    }

    /// Its file, if it is one.
    pub fn file(&self) -> Option<&StoredFile> {
        match &self.content {
            Some(Content::File(file)) => Some(file),
            Some(Content::Link(_)) | None => None,
        }
    }

    /// The fields it is stored as, those that say something.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::from([
            (Self::OF.to_owned(), (&self.evidence).into()),
            (Self::ORDER.to_owned(), self.order.as_str().into()),
        ]);
        for (name, words) in [(Self::CAPTION, &self.caption), (Self::ALT, &self.alt)] {
            if !words.is_empty() {
                fields.insert(name.to_owned(), words.as_str().into());
            }
        }
        match &self.content {
            Some(Content::File(file)) => fields.insert(Self::FILE.to_owned(), file.to_value()),
            Some(Content::Link(link)) => fields.insert(Self::LINK.to_owned(), link.to_value()),
            None => None,
        };
        fields
    }
}
