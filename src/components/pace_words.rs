//! How the plan stands, in a sentence.

use portfolio::pace::Sentence;

use crate::i18n::t;

/// What planned and done say together.
pub fn sentence(sentence: Sentence) -> String {
    match sentence {
        Sentence::NoDatedGoals { .. } => t::pace::none().to_owned(),
        Sentence::Ahead { done, planned } => t::pace::ahead(done, planned),
        Sentence::OnPace { done } => t::pace::on_pace(done),
        Sentence::Behind { done, planned } => t::pace::behind(done, planned),
    }
}
