//! A level: always shape and number and word, never colour alone.

use leptos::prelude::*;

/// A level of 0 to 8 half-points drawn as four stones that fill from the left, with its number and its word.
#[component]
pub fn LevelMark(
    /// Half-points, 0 to 8.
    half_points: u8,
    /// The level as a number in the reader's language: "2.5".
    #[prop(into)]
    number: String,
    /// What it means: "proficient".
    #[prop(into)]
    word: String,
    /// Whether its stones are drawn in outline: nothing lies behind them yet.
    #[prop(optional)]
    is_outline: bool,
) -> impl IntoView {
    let pips = (0..4u8)
        .map(|pip| {
            let x = 2 + i32::from(pip) * 17;
            let held = half_points.saturating_sub(pip * 2).min(2);
            let outline = format!("M{x} 8a7 5.5 0 1 1 14 0a7 5.5 0 1 1-14 0Z");
            let filled = match held {
                0 => String::new(),
                1 => format!("M{} 2.5a7 5.5 0 0 0 0 11Z", x + 7),
                _ => outline.clone(),
            };
            view! {
                <path class="level-pip" d=outline />
                <path class="level-held" d=filled />
            }
        })
        .collect_view();
    view! {
        <span class="level" class:level-outline=is_outline>
            <svg viewBox="0 0 70 16" aria-hidden="true" focusable="false">{pips}</svg>
            <span class="level-number">{number}</span>
            <span>{word}</span>
        </span>
    }
}
