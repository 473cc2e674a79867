//! What was found, in a sentence.

use leptos::prelude::*;

use super::asked::Asked;
use super::found::Found;
use crate::i18n::t;

/// How many pieces were found, or what to do where there are none, for eyes and ears.
#[component]
pub fn Summary(asked: Asked, found: Memo<Found>) -> impl IntoView {
    let words = move || {
        // First what found goes by: an effect of leptos 0.8 does not see it change while it looks whether found does.
        let is_narrowed = asked.has_words() | asked.has_filters();
        let (count, is_looking) = found.with(|found| (found.pieces.len(), found.is_looking));
        match count {
            0 if is_looking => t::find::looking().to_owned(),
            0 if is_narrowed => none(asked).to_owned(),
            _ if is_looking => t::find::so_far(count),
            _ if asked.is_in_trash() && !is_narrowed => t::evidence::trash_about(count),
            _ => t::evidence::count(count),
        }
    };
    view! {
        <p class="soft small" role="status">
            {words}
        </p>
    }
}

/// That nothing was found, and what of what was asked may be why.
fn none(asked: Asked) -> &'static str {
    match (asked.has_words(), asked.has_filters()) {
        (true, true) => t::evidence::none_so_narrow(),
        (false, true) => t::evidence::none_filtered(),
        _ => t::evidence::none_found(),
    }
}
