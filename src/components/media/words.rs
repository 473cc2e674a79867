//! A recording in words.

use leptos::prelude::*;

use crate::i18n::t;

/// What the learner wrote for who cannot hear or see it, folded up; nothing where they wrote nothing.
#[component]
pub fn InWords(words: String) -> impl IntoView {
    (!words.is_empty()).then(|| {
        view! {
            <details class="in-words">
                <summary>{t::viewer::in_words()}</summary>
                <p>{words}</p>
            </details>
        }
    })
}
