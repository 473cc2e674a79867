//! Who says how far I am: three layers, drawn apart and never blended.

use leptos::prelude::*;
use portfolio::Level;

use crate::components::level::LevelOf;
use crate::i18n::t;
use crate::ui::cairn::{Cairn, Fill};

/// What was decided, what a rule suggests, and what the learner says. Nobody but the learner says anything yet, and that is what
/// stands there.
#[component]
pub fn Layers(
    /// What the learner says.
    #[prop(into)]
    own: Signal<Option<Level>>,
) -> impl IntoView {
    view! {
        <ul role="list" class="layers">
            {layer(Fill::Solid, t::competency::decided(), t::competency::decided_none())}
            {layer(Fill::Hatched, t::competency::suggested(), t::competency::suggested_none())}
            <li>
                <Cairn count=1 fill=Fill::Outline label="" />
                <strong>{t::competency::own()}</strong>
                {move || view! { <LevelOf level=own.get() /> }}
            </li>
        </ul>
    }
}

fn layer(fill: Fill, name: &'static str, says: &'static str) -> impl IntoView {
    view! {
        <li>
            <Cairn count=1 fill label="" />
            <strong>{name}</strong>
            <span class="soft small">{says}</span>
        </li>
    }
}
