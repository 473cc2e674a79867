//! The pieces as cards or along the days, with what was asked for in the address.

mod asked;
mod card;
mod chips;
mod filters;
mod found;
mod search_field;
mod summary;
mod years;

pub use asked::Asked;
pub use card::{date, first_words, title};
pub use chips::Chips;
pub use filters::Filters;
pub use search_field::SearchField;

use leptos::prelude::*;
use portfolio::EntityId;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::long_list::{LongList, Shape, Whereabouts};
use asked::Layout;
use card::Card;
use found::found;
use summary::Summary;
use years::Years;

/// What was found, and how it is laid out.
#[component]
pub fn Gallery(asked: Asked) -> impl IntoView {
    let state = AppState::expect();
    state.want_search();
    let changes = found::changes(state);
    let found = found(state, asked, changes);
    let whereabouts = Whereabouts::new();
    let layout = Memo::new(move |_| asked.layout());
    let shape = Signal::derive(move || match layout.get() {
        Layout::Cards => shape_of_cards,
        Layout::Timeline => shape_of_timeline as fn(f64) -> Shape,
    });
    let key = Callback::new(move |index: usize| {
        found.with(|found| found.pieces.get(index).map(|placed| placed.id.to_string())).unwrap_or_default()
    });
    let card = move |key: &str| {
        let id = EntityId::parse(key).ok()?;
        state.read(|world| world.portfolio.piece(&id).map(|piece| Card::of(world, piece))).flatten()
    };
    let mark = Callback::new(move |key: String| {
        let _changes = changes.get();
        card(&key).map(|card| card.mark()).unwrap_or_default()
    });
    let draw = Callback::new(move |key: String| card(&key).map(Card::view).into_any());
    let groups = Signal::derive(move || found.with(|found| found.groups.clone()));
    view! {
        <div class="row row-apart">
            <Summary asked found />
            <Layouts asked />
        </div>
        <Show when=move || layout.get() == Layout::Timeline>
            <Years found whereabouts />
        </Show>
        <LongList id="gallery" label=t::evidence::title() groups shape key mark draw whereabouts />
    }
}

/// Cards or a timeline.
#[component]
fn Layouts(asked: Asked) -> impl IntoView {
    let (_, set_layout) = asked.layout;
    let choice = move |layout: Layout, words: &'static str| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (asked.layout() == layout).to_string()
                on:click=move |_| set_layout.set((layout != Layout::default()).then_some(layout))
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t::find::layout()>
            {choice(Layout::Cards, t::find::cards())}
            {choice(Layout::Timeline, t::find::timeline())}
        </div>
    }
}

/// Cards beside each other where at least two fit, and otherwise in lines with the picture at the side.
fn shape_of_cards(width: f64) -> Shape {
    const LEAST: f64 = 16.0;
    const GAP: f64 = 1.0;
    // A width has few columns.
    let columns = ((width + GAP) / (LEAST + GAP)).floor().max(1.0) as usize;
    if columns > 1 {
        Shape { columns, height: 24.0, gap: GAP, heading: 3.5, class: "as-cards" }
    } else {
        Shape { columns, height: if width < 22.0 { 16.0 } else { 12.0 }, gap: 0.75, heading: 3.5, class: "as-lines" }
    }
}

/// One below the other.
fn shape_of_timeline(width: f64) -> Shape {
    let (height, class) = if width < 22.0 {
        (12.0, "as-timeline as-narrow")
    } else if width < 34.0 {
        (12.0, "as-timeline")
    } else {
        (7.0, "as-timeline as-wide")
    };
    Shape { columns: 1, height, gap: 0.75, heading: 3.5, class }
}
