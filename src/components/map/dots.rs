//! Stones seen from far away.

use leptos::prelude::*;

use super::scene::{Dots, LOOKS};

/// A path for each look, and one for what is filtered away.
#[component]
pub fn DotsView(dots: Memo<Dots>) -> impl IntoView {
    let by_look = LOOKS.into_iter().enumerate().map(|(at, (_, class))| {
        let path = move || dots.read().by_look.get(at).cloned().unwrap_or_default();
        view! { <path class=class d=path /> }
    });
    view! {
        <path class="map-dots map-dots-faint" d=move || dots.read().faint.clone() />
        {by_look.collect_view()}
    }
}
