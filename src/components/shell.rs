//! What stands around every place: the way in for keyboards, the name, the places, what is saved, and what needs care.

mod banners;
mod places;
mod sample;
mod status;

pub use banners::{Banners, store_error};
pub use places::Places;
pub use status::{Status, backup_words};

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::palette::Palette;
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::cairn::{Cairn, Fill};

/// The top of every place.
#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <header class="masthead">
            <div class="masthead-inner">
                <A href=Place::Today.to_string() attr:class="wordmark">
                    <span aria-hidden="true">
                        <Cairn count=4 fill=Fill::Solid label="" />
                    </span>
                    {t::shell::name()}
                </A>
                <Places />
                <Palette />
                <Status />
            </div>
        </header>
    }
}
