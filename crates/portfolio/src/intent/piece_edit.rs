//! Writing or correcting one thing of a piece.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::evidence::{check_date, check_keep_until};
use super::{Refusal, Wording, said, set, written};
use crate::change::Change;
use crate::entity::EntityId;
use crate::format::Format;
use crate::model::{Evidence, MadeWith, Portfolio, shown_value};

/// One thing of a piece to write or correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceEdit {
    /// What it is called.
    Title(String),
    /// The work itself, or words about it.
    Text(String),
    /// What the learner thinks of it.
    Reflection(String),
    /// The day of the work.
    Date(NaiveDate),
    /// In which ways it shows something; `None` for what is suggested.
    Shown(Option<BTreeSet<Format>>),
    /// Whether it was made alone; `None` to say nothing.
    Alone(Option<bool>),
    /// With whom it was made.
    With(String),
    /// What help there was.
    Help(String),
    /// Whether an AI had a part in it; `None` to say nothing.
    Ai(Option<bool>),
    /// What the AI did.
    AiHow(String),
    /// Whether it shows people; `None` to say nothing.
    People(Option<bool>),
    /// The last day on which it should be kept; `None` for no such day.
    KeepUntil(Option<NaiveDate>),
}

impl PieceEdit {
    /// Whether it can be said of any piece on this day; of days alone that depends.
    ///
    /// # Errors
    /// [`Refusal::WorkInTheFuture`] and [`Refusal::KeptUntilThePast`].
    pub fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        match self {
            Self::Date(date) => check_date(*date, today),
            Self::KeepUntil(until) => check_keep_until(*until, today),
            _ => Ok(()),
        }
    }
}

impl Portfolio {
    pub(super) fn edit_evidence(
        &self,
        piece: &EntityId,
        edit: PieceEdit,
        today: NaiveDate,
    ) -> Result<Vec<Change>, Refusal> {
        let before = self.piece_in_use(piece)?;
        edit.check(today)?;
        let made = &before.made;
        let write = |field, wording, was: &str, words| written(piece, field, wording, was, words);
        match edit {
            PieceEdit::Title(words) => write(Evidence::TITLE, Wording::Title, &before.title, words),
            PieceEdit::Text(words) => write(Evidence::TEXT, Wording::Text, &before.text, words),
            PieceEdit::Reflection(words) => write(Evidence::REFLECTION, Wording::Reflection, &before.reflection, words),
            PieceEdit::With(words) => write(MadeWith::WITH, Wording::With, &made.with, words),
            PieceEdit::Help(words) => write(MadeWith::HELP, Wording::Help, &made.help, words),
            PieceEdit::AiHow(words) => write(MadeWith::AI_HOW, Wording::AiHow, &made.ai_how, words),
            PieceEdit::Shown(shown) if shown == before.shown => Ok(Vec::new()),
            PieceEdit::Shown(shown) => Ok(vec![set(piece, Evidence::SHOWN, shown.as_ref().map(shown_value))]),
            PieceEdit::Alone(alone) => Ok(said(piece, MadeWith::ALONE, &made.alone, alone)),
            PieceEdit::Ai(ai) => Ok(said(piece, MadeWith::AI, &made.ai, ai)),
            PieceEdit::People(people) => Ok(said(piece, Evidence::PEOPLE, &before.people, people)),
            PieceEdit::Date(date) => Ok(said(piece, Evidence::DATE, &before.date, Some(date))),
            PieceEdit::KeepUntil(until) => Ok(said(piece, Evidence::KEEP_UNTIL, &before.keep_until, until)),
        }
    }
}
