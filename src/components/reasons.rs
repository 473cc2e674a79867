//! Why a step is proposed, in words.

use portfolio::first_screen::Because;

use crate::components::interests;
use crate::components::level::number;
use crate::i18n::{list, t};

/// A reason as a sentence.
pub fn sentence(reason: Because) -> String {
    match reason {
        Because::OnPathway { pathway, place } if pathway.is_empty() => t::today::on_pathway(place + 1),
        Because::OnPathway { pathway, place } => t::today::on_pathway_called(pathway, place + 1),
        Because::NearlyThere { held } => t::today::nearly(number(held)),
        Because::InProgress { held } => t::today::in_progress(number(held)),
        Because::Interests { interests } => {
            let words: Vec<String> = interests.iter().map(|tag| interests::words(tag)).collect();
            t::today::interests(list(&words))
        }
        Because::Opens { names } => t::today::opens(names.len(), list(&names)),
        Because::ComesNext => t::today::comes_next().to_owned(),
    }
}
