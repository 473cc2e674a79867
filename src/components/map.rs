//! The trail map: the competencies of the frameworks as stones along trails, and the same as an outline.
//!
//! `chart` is the map itself, `standing` how the learner stands to each stone of it, `asked` which stones the address asks for. An
//! [`atlas::Atlas`] holds them together for all that shows them, so that map and outline cannot say different things.

mod about;
mod asked;
mod atlas;
mod chart;
mod dots;
mod filters;
mod finder;
mod frame;
mod legend;
mod minimap;
mod outline;
mod paper;
mod scene;
mod standing;
mod stone;
mod tools;
mod world;

use leptos::prelude::*;

use crate::i18n::t;
use crate::parts::{Later, apart, arriving};

/// The map, with all that goes with it.
pub fn map() -> impl IntoView {
    arriving(map_view(), unreached)
}

/// All that is on the map as a list of lists.
pub fn outline() -> impl IntoView {
    arriving(outline_view(), unreached)
}

fn unreached() -> AnyView {
    view! { <p class="error" role="alert">{t::shell::unreached()}</p> }.into_any()
}

apart! {
    fn map_view in map() -> Later<AnyView> {
        Box::pin(async { view! { <atlas::Charted show=frame::show /> }.into_any() })
    }

    fn outline_view in map() -> Later<AnyView> {
        Box::pin(async { view! { <atlas::Charted show=outline::show /> }.into_any() })
    }
}
