//! A file, a link or something done, inside a piece.

use std::collections::{BTreeMap, BTreeSet};

use super::content::{Content, Event, Link};
use super::preview::{Facts, Preview, Wave};
use super::private::{self, Private};
use super::stored_file::StoredFile;
use crate::change::FieldValue;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};

/// A part of a piece of evidence that shows something.
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
    /// What its file was made from, to go on from: a drawing's strokes as SVG, of which the file is a picture.
    pub source: Option<StoredFile>,
    /// What is known of its file without opening it.
    pub preview: Preview,
    /// What was taken out of its file on the way in.
    pub cleaned: BTreeSet<Private>,
    /// Whether it is in use.
    pub standing: Standing,
}

impl Artifact {
    pub(crate) const OF: &str = "of";
    pub(crate) const ORDER: &str = "order";
    pub(crate) const CAPTION: &str = "caption";
    pub(crate) const ALT: &str = "alt";
    pub(crate) const FILE: &str = "file";
    pub(crate) const LINK: &str = "link";
    pub(crate) const EVENT: &str = "event";
    pub(crate) const SOURCE: &str = "source";
    pub(crate) const CLEANED: &str = "cleaned";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let file = || reader.file(Self::FILE).map(Content::File);
        let link = || reader.0.get(Self::LINK).and_then(Link::from_value).map(Content::Link);
        let event = || reader.0.get(Self::EVENT).and_then(Event::from_value).map(Content::Event);
        let preview = Preview {
            thumb: reader.file(Preview::THUMB),
            wave: reader.text(Preview::WAVE).and_then(Wave::from_text),
            facts: reader.0.get(Preview::FACTS).as_ref().map(Facts::from_value).unwrap_or_default(),
            words: reader.file(Preview::WORDS),
        };
        Some(Self {
            id: id.clone(),
            evidence: reader.entity(Self::OF)?,
            order: reader.words(Self::ORDER),
            caption: reader.words(Self::CAPTION),
            alt: reader.words(Self::ALT),
            content: file().or_else(link).or_else(event),
            source: reader.file(Self::SOURCE),
            preview,
            cleaned: reader.0.get(Self::CLEANED).map(private::from_value).unwrap_or_default(),
            standing: reader.0.standing(),
        })
    }

    /// Its file, if it is one.
    pub fn file(&self) -> Option<&StoredFile> {
        match &self.content {
            Some(Content::File(file)) => Some(file),
            Some(Content::Link(_) | Content::Event(_)) | None => None,
        }
    }

    /// Every file it names: its own, what that was made from, the small picture of it and the words in it.
    pub fn files(&self) -> impl Iterator<Item = &StoredFile> {
        self.file().into_iter().chain(self.beside())
    }

    /// The files that it names beside its own.
    pub fn beside(&self) -> impl Iterator<Item = &StoredFile> {
        self.source.iter().chain(self.preview.files())
    }

    /// The fields it is stored as, those that say something.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let mut fields = self.preview.fields();
        let mut put = |name: &str, value: FieldValue| drop(fields.insert(name.to_owned(), value));
        put(Self::OF, (&self.evidence).into());
        put(Self::ORDER, self.order.as_str().into());
        for (name, words) in [(Self::CAPTION, &self.caption), (Self::ALT, &self.alt)] {
            if !words.is_empty() {
                put(name, words.as_str().into());
            }
        }
        match &self.content {
            Some(Content::File(file)) => put(Self::FILE, file.to_value()),
            Some(Content::Link(link)) => put(Self::LINK, link.to_value()),
            Some(Content::Event(event)) => put(Self::EVENT, event.to_value()),
            None => {}
        }
        if let Some(source) = &self.source {
            put(Self::SOURCE, source.to_value());
        }
        if !self.cleaned.is_empty() {
            put(Self::CLEANED, private::to_value(&self.cleaned));
        }
        fields
    }
}
