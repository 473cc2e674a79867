//! Which piece the studio works on. A new one begins with its first words, file or link; until then nothing is stored, and what
//! was said about it (its day, what it shows) waits here.

use chrono::NaiveDate;
use leptos::prelude::*;
use portfolio::intent::{NewArtifact, NewEvidence, PieceEdit};
use portfolio::{EntityId, Intent, ItemId, Kind, Level};

use crate::state::{AppState, OnItsWay, TextField};

/// The level that a claim begins with, for the learner to see and to change.
pub const FIRST_CLAIM: Level = Level::PROFICIENT;

/// A piece that may not exist yet. Copies are the same draft, which outlives the studio: files go on arriving when it is left.
#[derive(Clone, Copy)]
pub struct Draft {
    state: AppState,
    piece: RwSignal<Option<EntityId>>,
    /// What waits for a new piece to begin.
    date: RwSignal<Option<NaiveDate>>,
    claims: RwSignal<Vec<(ItemId, Level)>>,
}

impl Draft {
    /// A piece that begins with its first content, perhaps to show a competency.
    pub fn new(meant_for: Option<ItemId>) -> Self {
        let state = AppState::expect();
        state.lasting(|| Self {
            state,
            piece: RwSignal::new(None),
            date: RwSignal::new(None),
            claims: RwSignal::new(meant_for.map(|competency| (competency, FIRST_CLAIM)).into_iter().collect()),
        })
    }

    /// A piece that exists.
    pub fn of(piece: EntityId) -> Self {
        let draft = Self::new(None);
        draft.piece.set(Some(piece));
        draft
    }

    /// The piece, once it exists.
    pub fn piece(self) -> ReadSignal<Option<EntityId>> {
        self.piece.read_only()
    }

    /// Announces a file on its way into the piece.
    pub fn expect_file(self, name: &str) -> OnItsWay {
        self.state.expect_file(self.piece, name)
    }

    /// The app's state.
    pub fn state(self) -> AppState {
        self.state
    }

    /// Takes what stands in a field of the piece.
    pub fn typed(self, field: TextField, text: String) {
        match self.piece.get_untracked() {
            Some(piece) => self.state.typed(piece, field, text),
            None => self.begin(|new| match field {
                TextField::Title => new.title = text,
                TextField::Reflection => new.reflection = text,
                TextField::With => new.made.with = text,
                TextField::Help => new.made.help = text,
                TextField::AiHow => new.made.ai_how = text,
                TextField::Text | TextField::Caption | TextField::Alt => new.text = text,
            }),
        }
    }

    /// Adds a file or link.
    pub fn add(self, artifact: NewArtifact) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::AddArtifact { piece, artifact })),
            None => self.begin(|new| new.artifacts.push(artifact)),
        }
    }

    /// The day of the work, as far as somebody said it.
    pub fn date(self) -> Option<NaiveDate> {
        match self.piece.get() {
            Some(piece) => self.state.watch(&[piece.as_str()], |world| world.portfolio.piece(&piece)?.day()).flatten(),
            None => self.date.get(),
        }
    }

    /// Says on which day the work was done.
    pub fn set_date(self, date: NaiveDate) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::EditEvidence { piece, edit: PieceEdit::Date(date) })),
            None => self.date.set(Some(date)),
        }
    }

    /// What it shows, with the level claimed.
    pub fn claims(self) -> Vec<(ItemId, Level)> {
        let Some(piece) = self.piece.get() else { return self.claims.get() };
        let claims = self.state.watch(&["claim"], |world| {
            let claims = world.portfolio.claims_of(&piece).into_iter();
            claims.map(|claim| (claim.competency.clone(), claim.level)).collect()
        });
        claims.unwrap_or_default()
    }

    /// Claims a level.
    pub fn claim(self, competency: ItemId, level: Level) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::ClaimLevel { piece, competency, level })),
            None => self.claims.update(|claims| {
                claims.retain(|(other, _)| *other != competency);
                claims.push((competency, level));
            }),
        }
    }

    /// Takes a claim back.
    pub fn unclaim(self, competency: &ItemId) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::Unclaim { claim: EntityId::claim(&piece, competency) })),
            None => self.claims.update(|claims| claims.retain(|(other, _)| other != competency)),
        }
    }

    /// Begins the piece with its first content and all that waited for it. A blank text begins nothing.
    fn begin(self, put: impl FnOnce(&mut NewEvidence)) {
        let Some(today) = self.state.read(|world| world.today) else { return };
        let date = self.date.get_untracked().unwrap_or(today);
        let mut new = NewEvidence { claims: self.claims.get_untracked(), ..NewEvidence::on(date) };
        put(&mut new);
        if new.is_blank() {
            return;
        }
        let Some(touched) = self.state.attempt(Intent::AddEvidence(new)) else { return };
        let mut ids = touched.iter().filter_map(|id| EntityId::parse(id).ok());
        self.piece.set(ids.find(|id| id.kind() == Kind::Evidence));
    }
}
