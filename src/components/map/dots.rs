//! Stones seen from far away.

use leptos::prelude::*;

use trail::sheet::Look;

use super::scene::{Dots, LOOKS};

/// How wide the hole of a hollow dot is, as a part of the dot.
const HOLE: f64 = 0.5;
/// How wide a small dot is, as a part of a large one.
const SMALL: f64 = 0.6;

/// How wide a dot is, as a part of a large one, and whether it is hollow: colour alone would not tell what can be worked on from what is
/// reached.
fn shape(look: Look) -> (f64, bool) {
    match look {
        Look::Ready => (1.0, true),
        Look::Said | Look::Reached => (1.0, false),
        Look::Blocked => (SMALL, false),
        Look::Retired => (SMALL, true),
    }
}

/// A path for each look, and one for what is filtered away.
#[component]
pub fn DotsView(
    dots: Memo<Dots>,
    /// How wide a dot is.
    #[prop(into)]
    width: Signal<f64>,
) -> impl IntoView {
    let wide = move |part: f64| format!("{:.1}", part * width.get());
    let by_look = LOOKS.into_iter().enumerate().map(|(at, (look, class))| {
        let path = move || dots.read().by_look.get(at).cloned().unwrap_or_default();
        let (size, is_hollow) = shape(look);
        let hole = is_hollow.then(|| {
            view! { <path class="map-dots map-dots-hole" style:stroke-width=move || wide(size * HOLE) d=path /> }
        });
        view! {
            <path class=class style:stroke-width=move || wide(size) d=path />
            {hole}
        }
    });
    view! {
        <path class="map-dots map-dots-faint" style:stroke-width=move || wide(SMALL) d=move || dots.read().faint.clone() />
        {by_look.collect_view()}
    }
}
