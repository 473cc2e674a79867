//! Stones seen from far away.

use leptos::prelude::*;
use trail::sheet::Look;

use super::scene::{Dots, LOOKS};

/// How wide the hole in the dot of something retired is, as a part of the dot.
const HOLE: f64 = 0.5;

/// A path for each look, and one for what is filtered away. What is retired is hollow: its colour alone would not tell it from what waits.
#[component]
pub fn DotsView(
    dots: Memo<Dots>,
    /// How wide a dot is.
    #[prop(into)]
    width: Signal<f64>,
) -> impl IntoView {
    let by_look = LOOKS.into_iter().enumerate().map(|(at, (_, class))| {
        let path = move || dots.read().by_look.get(at).cloned().unwrap_or_default();
        view! { <path class=class d=path /> }
    });
    let retired = move || {
        let place = LOOKS.iter().position(|(look, _)| *look == Look::Retired);
        place.and_then(|at| dots.read().by_look.get(at).cloned()).unwrap_or_default()
    };
    let wide = move |part: f64| format!("{:.1}", part * width.get());
    view! {
        <g style:stroke-width=move || wide(1.0)>
            <path class="map-dots map-dots-faint" d=move || dots.read().faint.clone() />
            {by_look.collect_view()}
        </g>
        <path class="map-dots map-dots-hole" style:stroke-width=move || wide(HOLE) d=retired />
    }
}
