//! The frame through which the map is seen: moved by hand, by wheel and by keys.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use leptos_router::hooks::use_navigate;
use platform::{frame, pointer, size, timer};
use trail::Direction;

use super::about::About;
use super::asked;
use super::atlas::Atlas;
use super::filters::{Count, Filters};
use super::finder::Finder;
use super::legend::Legend;
use super::minimap::Minimap;
use super::paper::Paper;
use super::scene;
use super::stone::stone_id;
use super::tools::Tools;
use super::world::WorldView;
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::hold::Hold;
use crate::ui::in_turn::InTurn;

/// A press of a button or a key brings it so many times as close.
pub const STEP: f64 = 1.4;
/// A wheel that turns by this many pixels brings it e times as close.
const WHEEL: f64 = 300.0;
/// A pointer that goes less far than this, in pixels, only presses.
const PRESS: f64 = 5.0;
const MIDDLE: (f64, f64) = (0.0, 0.0);

/// The map with all that goes with it.
pub fn show(atlas: Atlas) -> AnyView {
    view! {
        <div class="stack map">
            <div class="map-bar">
                <Finder atlas />
                <Filters atlas />
            </div>
            <div class="map-sides">
                <div class="map-window">
                    <Frame atlas />
                    <Tools atlas />
                    // Until it is known how one stands to them, thousands of dots would be drawn for nothing.
                    <Show when=move || !atlas.standings.read().is_empty()>
                        <Minimap atlas />
                    </Show>
                </div>
                <About atlas />
            </div>
            <InTurn>
                <div class="row row-apart map-below">
                    <Legend atlas />
                    <Paper atlas />
                </div>
            </InTurn>
        </div>
    }
    .into_any()
}

/// The map itself: a list of options, of which one is looked at. The focus stays on the frame, so that it is not lost with a stone that
/// goes out of sight.
#[component]
fn Frame(atlas: Atlas) -> impl IntoView {
    let glass = NodeRef::<html::Div>::new();
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(glass) = glass.get() else { return };
        spawn_local_scoped_with_cancellation(async move {
            // What stands around the map and the map itself are a task each: together they would keep the page from answering.
            timer::breathe().await;
            let of = glass.clone();
            // A browser that does not see sizes change shows the map as large as the frame is now.
            atlas.fit(frame::size(&glass));
            let watching = size::watch_size(&glass, move || atlas.fit(frame::size(&of)));
            watch.try_set_value(watching.ok());
        });
    });
    let is_fit = Memo::new(move |_| atlas.frame.get().0 > 0.0);
    let is_held = RwSignal::new(false);
    let window = scene::window(atlas);
    let trails = scene::trails(atlas, window);
    let hand = Hand { atlas, hold: StoredValue::new_local(Hold::default()), went: StoredValue::new(0.0), is_held };
    let navigate = use_navigate();
    let open = move || {
        let chart = atlas.chart();
        if let Some(stone) = chart.stones.get(atlas.chosen.get_untracked()) {
            let id = stone.id.to_string();
            // A filter that was chosen since has written the address anew, without it.
            asked::look_at(&id);
            navigate(&Place::Competency(id).to_string(), Default::default());
        }
    };
    let by_key = move |event: KeyboardEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.alt_key() && pressed(atlas, &event.key(), &open) {
            event.prevent_default();
        }
    };
    view! {
        <div
            node_ref=glass
            class="map-frame"
            class:map-held=move || is_held.get()
            role="listbox"
            tabindex="0"
            aria-label=t::map::label()
            aria-describedby="map-keys"
            aria-activedescendant=move || stone_id(atlas.chosen.get())
            on:keydown=by_key
            on:wheel=move |event| by_wheel(atlas, &event)
            on:pointerdown=move |event| hand.takes(&event)
            on:pointermove=move |event| hand.goes(&event)
            on:pointerup=move |event| hand.lets_go(&event)
            on:pointercancel=move |event| hand.lets_go(&event)
        >
            <Show when=move || is_fit.get()>
                <WorldView atlas window trails />
            </Show>
        </div>
        <div class="map-count">
            <Count atlas />
            <p class="soft small" role="status">
                {move || trails.read().is_thicket.then(t::map::thicket)}
            </p>
        </div>
        <p id="map-keys" class="visually-hidden">
            {t::map::keys()}
        </p>
    }
}

/// What a key does; whether it does anything.
fn pressed(atlas: Atlas, key: &str, open: &dyn Fn()) -> bool {
    match key {
        "ArrowLeft" => atlas.step(Direction::Left),
        "ArrowRight" => atlas.step(Direction::Right),
        "ArrowUp" => atlas.step(Direction::Up),
        "ArrowDown" => atlas.step(Direction::Down),
        "Home" => atlas.leaf(isize::MIN),
        "End" => atlas.leaf(isize::MAX),
        "PageUp" => atlas.leaf(-1),
        "PageDown" => atlas.leaf(1),
        "+" | "=" => zoom(atlas, STEP),
        "-" | "_" => zoom(atlas, 1.0 / STEP),
        "0" => whole(atlas),
        "Enter" => open(),
        _ => return false,
    }
    true
}

/// Brings the map so many times as close.
pub fn zoom(atlas: Atlas, by: f64) {
    atlas.glides.set(true);
    atlas.closer(by, MIDDLE);
}

/// Shows all of the map.
pub fn whole(atlas: Atlas) {
    atlas.glides.set(true);
    atlas.whole();
}

/// A wheel moves the map; with Ctrl, as two fingers on a touchpad have it, it brings it closer. At the edge of the map the page scrolls.
fn by_wheel(atlas: Atlas, event: &WheelEvent) {
    atlas.glides.set(false);
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        atlas.closer((-frame::turned(event) / WHEEL).exp(), frame::from_middle(event));
        return;
    }
    let (across, down) = frame::rolled(event);
    if atlas.moved((-across, -down)) {
        event.prevent_default();
    }
}

/// The hand on the map.
#[derive(Clone, Copy)]
struct Hand {
    atlas: Atlas,
    hold: StoredValue<Hold, LocalStorage>,
    /// How far it went since it came down.
    went: StoredValue<f64>,
    is_held: RwSignal<bool>,
}

impl Hand {
    fn takes(self, event: &PointerEvent) {
        self.atlas.glides.set(false);
        self.went.set_value(0.0);
        self.hold.update_value(|hold| hold.takes(event.pointer_id(), frame::from_middle(event)));
    }

    fn goes(self, event: &PointerEvent) {
        let to = frame::from_middle(event);
        let change = self.hold.try_update_value(|hold| hold.goes(event.pointer_id(), to)).flatten();
        let Some(change) = change else { return };
        let before = self.went.get_value();
        self.went.set_value(before + change.moved.0.hypot(change.moved.1));
        if self.went.get_value() > PRESS {
            // What only presses is for the stone under it.
            if before <= PRESS {
                pointer::capture(event);
                self.is_held.set(true);
            }
            self.atlas.moved(change.moved);
            self.atlas.closer(change.closer, change.at);
        }
    }

    fn lets_go(self, event: &PointerEvent) {
        self.hold.update_value(|hold| hold.lets_go(event.pointer_id()));
        self.is_held.set(false);
    }
}
