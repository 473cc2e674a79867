//! A level in the reader's words.

use leptos::prelude::*;
use platform::intl;
use portfolio::Level;

use crate::i18n::{language, t};
use crate::ui::level::LevelMark;

/// The level as a number in the reader's language: "2.5", "2,5".
pub fn number(level: Level) -> String {
    intl::decimal(language().tag(), f64::from(level.half_points()) / 2.0, 1)
}

/// What the level means. A half step is all of one and part of the next, never the next.
pub fn words(level: Level) -> String {
    let lower = level.half_points() / 2;
    match level.half_points() {
        0 => t::level::zero().to_owned(),
        2 => t::level::one().to_owned(),
        4 => t::level::two().to_owned(),
        6 => t::level::three().to_owned(),
        8 => t::level::four().to_owned(),
        _ => t::level::between(lower, lower + 1),
    }
}

/// Shape, number and word of a level; of none: the words for that. What somebody only says of themself is drawn in outline.
#[component]
pub fn LevelOf(
    level: Option<Level>,
    /// Whether it rests on the learner's word alone.
    #[prop(optional)]
    is_said: bool,
) -> impl IntoView {
    match level {
        Some(level) => {
            let (number, word) = (number(level), words(level));
            view! { <LevelMark half_points=level.half_points() number word is_outline=is_said /> }.into_any()
        }
        None => view! { <span class="soft small">{t::level::none()}</span> }.into_any(),
    }
}

/// The levels as options of a `select`; [`chosen`] reads its value.
#[component]
pub fn LevelOptions(
    /// The one that stands chosen.
    #[prop(into)]
    held: Signal<Option<Level>>,
    /// Whether they are to be aimed at; nobody aims at 0.
    #[prop(optional)]
    is_aim: bool,
) -> impl IntoView {
    let option = |level: Level| {
        view! {
            <option value=level.to_string() prop:selected=move || held.get() == Some(level)>
                {number(level)}
                " · "
                {words(level)}
            </option>
        }
    };
    Level::all().filter(|level| !is_aim || *level > Level::ZERO).map(option).collect_view()
}

/// What was chosen of [`LevelOptions`]; `None` for any other option.
pub fn chosen(value: &str) -> Option<Level> {
    value.parse().ok()
}
