//! The places one can go to, always in the same order.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::{Glyph, Icon};

/// The navigation: at the top on a wide screen, under the thumb on a phone. The router marks the current one.
#[component]
pub fn Places() -> impl IntoView {
    let places = [
        (Place::Today, Glyph::Today, t::shell::today()),
        (Place::Pathway, Glyph::Pathway, t::shell::pathway()),
        (Place::Evidence, Glyph::Evidence, t::shell::evidence()),
        (Place::Pace, Glyph::Pace, t::shell::pace()),
        (Place::Gaps, Glyph::Gaps, t::gaps::title()),
        (Place::Settings, Glyph::Settings, t::shell::settings()),
    ];
    let links = places
        .into_iter()
        .map(|(place, glyph, name)| {
            let exact = place == Place::Today;
            view! {
                <li>
                    <A href=place.to_string() exact=exact>
                        <Icon glyph />
                        {name}
                    </A>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="places" aria-label=t::shell::places()>
            <ul role="list">{links}</ul>
        </nav>
    }
}
