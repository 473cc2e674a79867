//! How a piece was made: alone or with whom, and with what help.

use serde::{Deserialize, Serialize};

use crate::change::FieldValue;
use crate::fields::Reader;

/// What the learner says of how a piece was made. Nothing here is judged; whoever judges the piece reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeWith {
    /// Whether they made it alone; `None` until they say.
    pub alone: Option<bool>,
    /// With whom.
    pub with: String,
    /// What help they had.
    pub help: String,
    /// Whether an AI had a part in it; `None` until they say.
    pub ai: Option<bool>,
    /// What the AI did.
    pub ai_how: String,
}

impl MadeWith {
    pub(crate) const ALONE: &str = "alone";
    pub(crate) const WITH: &str = "with";
    pub(crate) const HELP: &str = "help";
    pub(crate) const AI: &str = "ai";
    pub(crate) const AI_HOW: &str = "ai_how";

    pub(super) fn read(reader: &Reader<'_>) -> Self {
        Self {
            alone: reader.truth(Self::ALONE),
            with: reader.words(Self::WITH),
            help: reader.words(Self::HELP),
            ai: reader.truth(Self::AI),
            ai_how: reader.words(Self::AI_HOW),
        }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The fields it is stored as, those that say something.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static str, FieldValue)> {
        let said = [(Self::ALONE, self.alone), (Self::AI, self.ai)];
        let said = said.into_iter().filter_map(|(name, said)| Some((name, FieldValue::Bool(said?))));
        let words = [(Self::WITH, &self.with), (Self::HELP, &self.help), (Self::AI_HOW, &self.ai_how)];
        let words = words.into_iter().filter(|(_, words)| !words.is_empty());
        said.chain(words.map(|(name, words)| (name, words.as_str().into())))
    }
}
