//! Files, links and events inside a piece.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::evidence::check_date;
use super::goals::moved;
use super::{Context, Place, Refusal, Wording, said, written};
use crate::change::Change;
use crate::entity::{EntityId, Kind};
use crate::fields::Standing;
use crate::model::{Artifact, Content, Event, Link, Portfolio, Preview, Private, StoredFile};
use crate::order;

/// A file, a link or something done, to add to a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewArtifact {
    /// What it is.
    pub content: Content,
    /// Words shown beside it.
    pub caption: String,
    /// Words instead of it, for who cannot see or hear it.
    pub alt: String,
    /// What its file was made from.
    pub source: Option<StoredFile>,
    /// What was taken out of its file on the way in.
    pub cleaned: BTreeSet<Private>,
}

/// What of an artifact to write or correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArtifactEdit {
    /// Words shown beside it.
    Caption(String),
    /// Words instead of it.
    Alt(String),
    /// What was done, of an artifact that is something done.
    Event(Event),
}

impl NewArtifact {
    /// Without any words, a source or anything taken out.
    pub fn of(content: Content) -> Self {
        Self { content, caption: String::new(), alt: String::new(), source: None, cleaned: BTreeSet::new() }
    }

    pub(super) fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        Wording::Caption.check(&self.caption)?;
        Wording::Alt.check(&self.alt)?;
        match &self.content {
            Content::File(file) => check_files(file, self.source.as_ref()),
            Content::Link(link) => check_link(link),
            Content::Event(event) => check_event(event, today),
        }
    }

    pub(super) fn create(self, piece: &EntityId, order: String, bits: u128) -> Change {
        let id = EntityId::random(Kind::Artifact, bits);
        created(&Artifact {
            id,
            evidence: piece.clone(),
            order,
            caption: self.caption,
            alt: self.alt,
            content: Some(self.content),
            source: self.source,
            preview: Preview::default(),
            cleaned: self.cleaned,
            standing: Standing::Live,
        })
    }
}

impl Portfolio {
    pub(super) fn add_artifact(
        &self,
        piece: &EntityId,
        artifact: NewArtifact,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        self.piece_in_use(piece)?;
        artifact.check(context.today)?;
        let last = self.artifacts_of(piece).last().map_or("", |last| last.order.as_str()).to_owned();
        Ok(vec![artifact.create(piece, order::after(&last), (context.fresh)())])
    }

    pub(super) fn edit_artifact(
        &self,
        artifact: &EntityId,
        edit: ArtifactEdit,
        today: NaiveDate,
    ) -> Result<Vec<Change>, Refusal> {
        let before = self.artifact_in_use(artifact)?;
        match edit {
            ArtifactEdit::Caption(words) => {
                written(artifact, Artifact::CAPTION, Wording::Caption, &before.caption, words)
            }
            ArtifactEdit::Alt(words) => written(artifact, Artifact::ALT, Wording::Alt, &before.alt, words),
            ArtifactEdit::Event(event) => {
                let Some(Content::Event(was)) = &before.content else {
                    return Err(Refusal::NotAnEvent { artifact: artifact.clone() });
                };
                check_event(&event, today)?;
                Ok(said(artifact, Artifact::EVENT, &was.to_value(), event.to_value()))
            }
        }
    }

    pub(super) fn move_artifact(&self, artifact: &EntityId, to: &Place) -> Result<Vec<Change>, Refusal> {
        let piece = &self.artifact_in_use(artifact)?.evidence;
        let artifacts = self.artifacts_of(piece);
        let list: Vec<_> = artifacts.iter().map(|artifact| (&artifact.id, artifact.order.as_str())).collect();
        moved(&list, artifact, to, Artifact::ORDER)
    }

    pub(super) fn remove_artifact(&self, artifact: &EntityId) -> Result<Vec<Change>, Refusal> {
        self.artifact_in_use(artifact)?;
        Ok(vec![Change::Trash { entity: artifact.clone() }])
    }

    pub(super) fn artifact_in_use(&self, id: &EntityId) -> Result<&Artifact, Refusal> {
        let artifact = self.artifact(id).ok_or_else(|| Refusal::NotThere { entity: id.clone() })?;
        self.piece_in_use(&artifact.evidence)?;
        let is_there = artifact.standing.is_live();
        if is_there { Ok(artifact) } else { Err(Refusal::NotThere { entity: id.clone() }) }
    }
}

/// A change that makes an artifact.
pub(super) fn created(artifact: &Artifact) -> Change {
    Change::Create { entity: artifact.id.clone(), fields: artifact.fields() }
}

/// Refuses files that one change cannot name together: each chunk takes 67 bytes, and a change holds at most 64 kB.
pub(super) fn check_files(file: &StoredFile, source: Option<&StoredFile>) -> Result<(), Refusal> {
    const MOST_CHUNKS: usize = 900;
    let files = || [file].into_iter().chain(source);
    files().try_for_each(|file| Wording::FileName.check(&file.name))?;
    let chunks: usize = files().map(|file| file.chunks.len()).sum();
    let size = || files().map(|file| file.size).sum();
    if chunks > MOST_CHUNKS { Err(Refusal::FileTooLarge { size: size() }) } else { Ok(()) }
}

pub(super) fn check_link(link: &Link) -> Result<(), Refusal> {
    Wording::Title.check(&link.title)?;
    Wording::Address.check(&link.url)?;
    if is_safe_link(&link.url) { Ok(()) } else { Err(Refusal::NotALink { url: link.url.clone() }) }
}

fn check_event(event: &Event, today: NaiveDate) -> Result<(), Refusal> {
    if event.what.trim().is_empty() {
        return Err(Refusal::NoWords);
    }
    let words = [(Wording::What, &event.what), (Wording::Place, &event.place), (Wording::Seen, &event.seen)];
    words.into_iter().try_for_each(|(wording, words)| wording.check(words))?;
    event.day.map_or(Ok(()), |day| check_date(day, today))
}

/// An address as people write it, made whole: `es.wikipedia.org/wiki/Sol` begins with `https://`. What has a scheme, or is none, stays.
pub fn whole_link(written: &str) -> String {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains([':', '@']);
    if is_host { format!("https://{written}") } else { written.to_owned() }
}

/// Whether an address begins with `http://`, `https://` or `mailto:`, goes on after it, and holds neither spaces nor
/// control characters.
pub fn is_safe_link(url: &str) -> bool {
    let plain = !url.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    let rest = ["https://", "http://", "mailto:"].into_iter().find_map(|scheme| {
        let (start, rest) = url.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    plain && rest.is_some_and(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_safe_link, whole_link};

    #[test]
    fn an_address_without_its_beginning_is_made_whole_and_nothing_else_is_touched() {
        assert_eq!(whole_link("es.wikipedia.org/wiki/Sol#luz"), "https://es.wikipedia.org/wiki/Sol#luz");
        for kept in
            ["https://a.example", "mailto:ana@a.example", "javascript:alert(1.5)", "ana@a.example", "beans", ".", ""]
        {
            assert_eq!(whole_link(kept), kept);
        }
        assert!(!is_safe_link(&whole_link("two words.example")));
    }
}
