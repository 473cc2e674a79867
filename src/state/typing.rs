//! Words on their way from a field to the portfolio: stored at every pause, when the field is left, and when the page goes away.

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::journal::{self, LastWords};
use platform::timer;
use portfolio::intent::{ArtifactEdit, PieceEdit, Wording};
use portfolio::{EntityId, Intent, Portfolio};

use super::{AppState, Saved};

/// A pause of this length while typing stores what was typed.
const PAUSE: Duration = Duration::from_millis(600);

/// A text that is typed into.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TextField {
    /// What a piece is called.
    Title,
    /// The work itself, or words about it.
    Text,
    /// What the learner thinks of it.
    Reflection,
    /// Words beside an artifact.
    Caption,
    /// Words instead of an artifact.
    Alt,
    /// With whom a piece was made.
    With,
    /// What help there was.
    Help,
    /// What an AI did.
    AiHow,
    /// What one thinks of a week.
    LookBack,
}

impl TextField {
    const ALL: [Self; 9] = [
        Self::Title,
        Self::Text,
        Self::Reflection,
        Self::Caption,
        Self::Alt,
        Self::With,
        Self::Help,
        Self::AiHow,
        Self::LookBack,
    ];

    /// Its name as a field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Reflection => "reflection",
            Self::Caption => "caption",
            Self::Alt => "alt",
            Self::With => "with",
            Self::Help => "help",
            Self::AiHow => "ai_how",
            Self::LookBack => "look_back",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// What stands in it.
    fn stored(self, portfolio: &Portfolio, entity: &EntityId) -> Option<String> {
        let of_piece =
            |read: fn(&portfolio::model::Evidence) -> &String| portfolio.piece(entity).map(|piece| read(piece).clone());
        match self {
            Self::Title => of_piece(|piece| &piece.title),
            Self::Text => of_piece(|piece| &piece.text),
            Self::Reflection => of_piece(|piece| &piece.reflection),
            Self::With => of_piece(|piece| &piece.made.with),
            Self::Help => of_piece(|piece| &piece.made.help),
            Self::AiHow => of_piece(|piece| &piece.made.ai_how),
            Self::Caption => portfolio.artifact(entity).map(|artifact| artifact.caption.clone()),
            Self::Alt => portfolio.artifact(entity).map(|artifact| artifact.alt.clone()),
            Self::LookBack => entity.monday().map(|week| portfolio.looked_back(week).to_owned()),
        }
    }

    /// As which words they are kept.
    pub fn wording(self) -> Wording {
        match self {
            Self::Title => Wording::Title,
            Self::Text => Wording::Text,
            Self::Reflection | Self::LookBack => Wording::Reflection,
            Self::Caption => Wording::Caption,
            Self::Alt => Wording::Alt,
            Self::With => Wording::With,
            Self::Help => Wording::Help,
            Self::AiHow => Wording::AiHow,
        }
    }

    /// What it means that `text` stands there.
    pub fn edit(self, text: String) -> Edit {
        match self {
            Self::Title => Edit::Piece(PieceEdit::Title(text)),
            Self::Text => Edit::Piece(PieceEdit::Text(text)),
            Self::Reflection => Edit::Piece(PieceEdit::Reflection(text)),
            Self::With => Edit::Piece(PieceEdit::With(text)),
            Self::Help => Edit::Piece(PieceEdit::Help(text)),
            Self::AiHow => Edit::Piece(PieceEdit::AiHow(text)),
            Self::Caption => Edit::Artifact(ArtifactEdit::Caption(text)),
            Self::Alt => Edit::Artifact(ArtifactEdit::Alt(text)),
            Self::LookBack => Edit::Week(text),
        }
    }

    /// The act that puts `text` there. `None` where the entity has no such text.
    pub fn write(self, entity: &EntityId, text: String) -> Option<Intent> {
        Some(match self.edit(text) {
            Edit::Piece(edit) => Intent::EditEvidence { piece: entity.clone(), edit },
            Edit::Artifact(edit) => Intent::EditArtifact { artifact: entity.clone(), edit },
            Edit::Week(words) => Intent::LookBack { week: entity.monday()?, words },
        })
    }
}

/// A text that was written: of a piece, of an artifact in it, or of a week.
pub enum Edit {
    /// Of a piece.
    Piece(PieceEdit),
    /// Of an artifact.
    Artifact(ArtifactEdit),
    /// Of a week.
    Week(String),
}

/// What was typed and is not in the portfolio yet.
#[derive(Default)]
pub(super) struct Pending {
    words: BTreeMap<(EntityId, TextField), String>,
    keystrokes: u64,
}

impl AppState {
    /// Takes what stands in a field now. It is stored after a pause; see also [`Self::flush`].
    pub fn typed(self, entity: EntityId, field: TextField, text: String) {
        let Some(keystroke) = self.pending.try_update_value(|pending| {
            pending.words.insert((entity, field), text);
            pending.keystrokes += 1;
            pending.keystrokes
        }) else {
            return;
        };
        if self.saved.get_untracked() == Saved::OnDisk {
            self.saved.set(Saved::Saving);
        }
        spawn_local(async move {
            timer::sleep(PAUSE).await;
            if self.pending.try_with_value(|pending| pending.keystrokes) == Some(keystroke) {
                self.flush();
            }
        });
    }

    /// Stores what was typed, now: the field was left, the page goes out of sight, or the text is about to be used.
    pub fn flush(self) {
        let words = self.pending.try_update_value(|pending| std::mem::take(&mut pending.words)).unwrap_or_default();
        for ((entity, field), text) in words {
            field.write(&entity, text).and_then(|intent| self.attempt(intent));
        }
        if self.of(|session| session.writer.is_settled()) == Some(true) {
            // What was typed is what stands there already, or was refused.
            self.saved.try_set(Saved::OnDisk);
        }
    }

    /// Whether words wait for a pause to be stored.
    pub(super) fn is_typing(self) -> bool {
        self.pending.try_with_value(|pending| !pending.words.is_empty()).unwrap_or(false)
    }

    /// While the page is being closed nothing asynchronous is sure to finish, so what is pending is also written down where that
    /// can be done at once.
    pub(super) fn keep_last_words(self) {
        let Some(profile) = self.profile.get_untracked() else { return };
        self.pending.with_value(|pending| {
            for ((entity, field), text) in &pending.words {
                let words =
                    LastWords { entity: entity.to_string(), field: field.name().to_owned(), text: text.clone() };
                if let Err(error) = journal::put(&profile.id, words) {
                    leptos::logging::warn!("the last words were not kept: {error}");
                }
            }
        });
        self.flush();
    }

    /// Takes up what was typed just before the page went away, and forgets it when it is stored.
    pub(super) fn adopt_last_words(self) {
        let Some(profile) = self.profile.get_untracked() else { return };
        let kept = journal::read(&profile.id);
        if kept.is_empty() {
            return;
        }
        for LastWords { entity, field, text } in kept {
            let (Ok(entity), Some(field)) = (EntityId::parse(&entity), TextField::named(&field)) else { continue };
            let known = self.read(|world| field.stored(world.portfolio, &entity)).flatten();
            if known.is_some_and(|stored| stored != text) {
                field.write(&entity, text).and_then(|intent| self.attempt(intent));
            }
        }
        let writer = self.of(|session| session.writer.clone());
        spawn_local(async move {
            if let Some(writer) = writer {
                writer.settled().await;
                journal::clear(&profile.id);
            }
        });
    }
}
