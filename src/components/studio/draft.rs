//! Which piece the studio works on. A new one begins with its first words, file, link or event; until then nothing is stored, and
//! what was said about it (its day, what it shows, how it was made) waits here.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use leptos::prelude::*;
use portfolio::intent::{NewArtifact, NewEvidence, PieceEdit};
use portfolio::model::{Evidence, MadeWith};
use portfolio::{EntityId, Intent, ItemId, Kind, Level};

use crate::components::shown::Shown;
use crate::state::{AppState, Edit, OnItsWay, Refused, TextField};

/// The level that a claim begins with, for the learner to see and to change.
pub const FIRST_CLAIM: Level = Level::PROFICIENT;

/// A piece that may not exist yet. Copies are the same draft, which outlives the studio: files go on arriving when it is left.
#[derive(Clone, Copy)]
pub struct Draft {
    state: AppState,
    /// The profile of the portfolio that it belongs to.
    profile: StoredValue<Option<String>>,
    piece: RwSignal<Option<EntityId>>,
    /// What waits for a new piece to begin: all but what makes one.
    waiting: RwSignal<NewEvidence>,
}

/// What is said of a piece besides its words.
#[derive(Clone, Default, PartialEq)]
pub struct Said {
    /// The day of the work.
    pub date: Option<NaiveDate>,
    /// Words to find it by.
    pub tags: BTreeSet<String>,
    /// How it was made.
    pub made: MadeWith,
    /// Whether it shows people.
    pub people: Option<bool>,
    /// The last day on which it should be kept.
    pub keep_until: Option<NaiveDate>,
}

impl From<&Evidence> for Said {
    fn from(piece: &Evidence) -> Self {
        let Evidence { tags, made, people, keep_until, .. } = piece.clone();
        Self { date: piece.day(), tags, made, people, keep_until }
    }
}

impl From<NewEvidence> for Said {
    fn from(new: NewEvidence) -> Self {
        let NewEvidence { date, tags, made, people, keep_until, .. } = new;
        Self { date: Some(date), tags, made, people, keep_until }
    }
}

impl Draft {
    /// A piece that begins with its first content, perhaps to show a competency.
    pub fn new(meant_for: Option<ItemId>) -> Self {
        let state = AppState::expect();
        let today = state.read(|world| world.today).unwrap_or_default();
        let claims = meant_for.map(|competency| (competency, FIRST_CLAIM)).into_iter().collect();
        let waiting = NewEvidence { claims, ..NewEvidence::on(today) };
        let profile = state.profile_id();
        state.lasting(|| Self {
            state,
            profile: StoredValue::new(profile),
            piece: RwSignal::new(None),
            waiting: RwSignal::new(waiting),
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

    /// Whether it exists.
    pub fn exists(self) -> bool {
        self.piece.with_untracked(Option::is_some)
    }

    /// Whether the portfolio that it belongs to is the one that is open.
    pub fn is_at_home(self) -> bool {
        self.profile.with_value(|profile| *profile == self.state.profile_id())
    }

    /// Announces a file on its way into the piece.
    pub fn expect_file(self, name: &str) -> OnItsWay {
        self.state.expect_file(self.piece, name)
    }

    /// The app's state.
    pub fn state(self) -> AppState {
        self.state
    }

    /// What is said of it besides its words.
    pub fn said(self) -> Said {
        let Some(piece) = self.piece.get() else { return self.waiting.get().into() };
        let said = self.state.watch(&[piece.as_str()], |world| world.portfolio.piece(&piece).map(Said::from));
        said.flatten().unwrap_or_default()
    }

    /// In which ways it shows something. Of a piece that does not exist yet there is nothing to tell them by.
    pub fn shown(self) -> Shown {
        let Some(piece) = self.piece.get() else {
            let chosen = self.waiting.with(|new| new.shown.clone());
            return Shown { is_chosen: chosen.is_some(), ways: chosen.unwrap_or_default() };
        };
        let shown = self.state.watch(&[piece.as_str(), "artifact"], |world| Shown::of(world, &piece));
        shown.flatten().unwrap_or_default()
    }

    /// Takes what stands in a field of the piece.
    pub fn typed(self, field: TextField, text: String) {
        match (self.piece.get_untracked(), field.edit(text.clone())) {
            (Some(piece), _) => self.state.typed(piece, field, text),
            (None, Edit::Piece(edit)) => self.edit(edit),
            // A piece that does not exist yet has no artifacts, and no piece has weeks.
            (None, Edit::Artifact(_) | Edit::Week(_)) => {}
        }
    }

    /// Writes or corrects one thing of the piece.
    pub fn edit(self, edit: PieceEdit) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::EditEvidence { piece, edit })),
            None => match self.state.read(|world| edit.check(world.today)) {
                Some(Err(refusal)) => self.state.say(Refused::from(refusal).sentence(), None),
                _ => self.take(|new| apply(new, edit)),
            },
        }
    }

    /// Adds a file, a link or an event. Returns whether the piece holds it now; why not has been said.
    pub fn add(self, artifact: NewArtifact) -> bool {
        match self.piece.get_untracked() {
            Some(piece) => self.state.attempt(Intent::AddArtifact { piece, artifact }).is_some(),
            None => {
                self.take(|new| new.artifacts.push(artifact));
                self.exists()
            }
        }
    }

    /// Gives it a tag.
    pub fn add_tag(self, tag: String) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::AddTag { piece, tag })),
            None => self.take(|new| new.tags.extend([tag])),
        }
    }

    /// Takes a tag off.
    pub fn remove_tag(self, tag: String) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::RemoveTag { piece, tag })),
            None => self.take(|new| new.tags.retain(|other| *other != tag)),
        }
    }

    /// What it shows, with the level claimed.
    pub fn claims(self) -> Vec<(ItemId, Level)> {
        let Some(piece) = self.piece.get() else { return self.waiting.with(|new| new.claims.clone()) };
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
            None => self.take(|new| {
                new.claims.retain(|(other, _)| *other != competency);
                new.claims.push((competency, level));
            }),
        }
    }

    /// Takes a claim back.
    pub fn unclaim(self, competency: &ItemId) {
        match self.piece.get_untracked() {
            Some(piece) => drop(self.state.attempt(Intent::Unclaim { claim: EntityId::claim(&piece, competency) })),
            None => self.take(|new| new.claims.retain(|(other, _)| other != competency)),
        }
    }

    /// Keeps what is said of a piece that does not exist yet, and begins it when there is something in it.
    fn take(self, put: impl FnOnce(&mut NewEvidence)) {
        self.waiting.update(put);
        let new = self.waiting.get_untracked();
        if new.is_blank() {
            return;
        }
        let begun = self.state.attempt(Intent::AddEvidence(new));
        let piece = begun.and_then(|touched| {
            let mut ids = touched.iter().filter_map(|id| EntityId::parse(id).ok());
            ids.find(|id| id.kind() == Kind::Evidence)
        });
        match piece {
            Some(piece) => self.piece.set(Some(piece)),
            // What was refused is not tried again with the next word.
            None => self.waiting.update(empty),
        }
    }
}

fn apply(new: &mut NewEvidence, edit: PieceEdit) {
    match edit {
        PieceEdit::Title(words) => new.title = words,
        PieceEdit::Text(words) => new.text = words,
        PieceEdit::Reflection(words) => new.reflection = words,
        PieceEdit::Date(date) => new.date = date,
        PieceEdit::Shown(shown) => new.shown = shown,
        PieceEdit::Alone(alone) => new.made.alone = alone,
        PieceEdit::With(words) => new.made.with = words,
        PieceEdit::Help(words) => new.made.help = words,
        PieceEdit::Ai(ai) => new.made.ai = ai,
        PieceEdit::AiHow(words) => new.made.ai_how = words,
        PieceEdit::People(people) => new.people = people,
        PieceEdit::KeepUntil(until) => new.keep_until = until,
    }
}

/// Takes out what would make a piece of it.
fn empty(new: &mut NewEvidence) {
    new.title.clear();
    new.text.clear();
    new.reflection.clear();
    new.artifacts.clear();
}
