//! The way from a file that is a pathway to where pathways are looked at.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, Offer};
use crate::ui::icon::{Glyph, Icon};

/// Goes there with what was read of the file.
#[component]
pub fn LookAtPathway(offer: Offer) -> impl IntoView {
    let state = AppState::expect();
    let navigate = use_navigate();
    let offer = StoredValue::new_local(offer);
    let look = move |_| {
        state.bring_pathway(offer.get_value());
        navigate(&Place::BringPathway.to_string(), NavigateOptions::default());
    };
    view! {
        <button type="button" class="button button-main" on:click=look>
            <Icon glyph=Glyph::Pathway />
            {t::proposal::look()}
        </button>
    }
}
