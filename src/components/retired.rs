//! What the learner has of competencies that are retired, in words.

use portfolio::framework::Link;
use portfolio::succession::Kept;

use crate::components::level::number;
use crate::i18n::{list, t};

/// What is there of it: goals, pieces, a word on the level, words on what comes first.
pub fn what(kept: &Kept) -> String {
    let goals = (!kept.goals.is_empty()).then(|| t::retired::goals(kept.goals.len()));
    let pieces = (!kept.pieces.is_empty()).then(|| t::retired::pieces(kept.pieces.len()));
    let said = kept.said.map(|level| t::retired::said(number(level)));
    let needs = (!kept.needs.is_empty()).then(|| t::retired::needs(kept.needs.len()));
    list(&[goals, pieces, said, needs].into_iter().flatten().collect::<Vec<_>>())
}

/// Why something could go elsewhere.
pub fn reason(link: Link) -> &'static str {
    match link {
        Link::ReplacedBy => t::retired::replaced(),
        Link::ExactMatch => t::retired::same(),
    }
}
