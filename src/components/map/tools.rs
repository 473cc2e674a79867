//! The buttons on the map.

use leptos::prelude::*;

use super::atlas::Atlas;
use super::frame::{STEP, whole, zoom};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Closer, farther, all of it.
#[component]
pub fn Tools(atlas: Atlas) -> impl IntoView {
    let tool = |glyph: Glyph, words: &'static str, run: Callback<()>| {
        view! {
            <button type="button" class="button button-icon" aria-label=words title=words on:click=move |_| run.run(())>
                <Icon glyph />
            </button>
        }
    };
    view! {
        <div class="map-tools" role="group" aria-label=t::map::tools()>
            {tool(Glyph::Add, t::map::closer(), Callback::new(move |()| zoom(atlas, STEP)))}
            {tool(Glyph::Less, t::map::farther(), Callback::new(move |()| zoom(atlas, 1.0 / STEP)))}
            {tool(Glyph::Whole, t::map::whole(), Callback::new(move |()| whole(atlas)))}
        </div>
    }
}
