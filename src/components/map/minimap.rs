//! All of the map in a corner of it, with what is seen of it.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use platform::{frame, pointer};
use trail::Spot;

use super::atlas::Atlas;
use super::dots::DotsView;
use super::scene;

/// As wide and as high as it may be, in pixels of the screen.
const MOST: (f64, f64) = (168.0, 132.0);
const DOT: f64 = 4.0;

/// The small map. The keys and buttons of the large one do all that it does.
#[component]
pub fn Minimap(atlas: Atlas) -> impl IntoView {
    let (width, height) = atlas.chart().size();
    let scale = (MOST.0 / width.max(1.0)).min(MOST.1 / height.max(1.0));
    let dots = scene::all_dots(atlas);
    let seen = Memo::new(move |_| atlas.camera.get().sees(atlas.frame.get()));
    let plate = NodeRef::<html::Div>::new();
    let is_held = RwSignal::new(false);
    let look = move |event: &PointerEvent| {
        let (across, down) = frame::from_middle(event);
        let middle = Spot { x: width / 2.0 + across / scale, y: height / 2.0 + down / scale };
        atlas.glides.set(false);
        atlas.look_at(middle);
    };
    let down = move |event: PointerEvent| {
        event.prevent_default();
        pointer::capture(&event);
        is_held.set(true);
        look(&event);
    };
    let whole = move || {
        let seen = seen.get();
        seen.left <= 0.0 && seen.top <= 0.0 && seen.right >= width && seen.bottom >= height
    };
    view! {
        <div
            node_ref=plate
            class="map-mini"
            class:map-mini-idle=whole
            aria-hidden="true"
            style:width=format!("{:.0}px", width * scale)
            style:height=format!("{:.0}px", height * scale)
            on:pointerdown=down
            on:pointermove=move |event| {
                if is_held.get_untracked() {
                    look(&event);
                }
            }
            on:pointerup=move |_| is_held.set(false)
            on:pointercancel=move |_| is_held.set(false)
        >
            <svg viewBox=format!("0 0 {width:.0} {height:.0}")>
                <DotsView dots width=Signal::stored(DOT / scale) />
            </svg>
            <div
                class="map-mini-seen"
                style:transform=move || {
                    seen.with(|seen| format!("translate({:.1}px, {:.1}px)", seen.left * scale, seen.top * scale))
                }
                style:width=move || seen.with(|seen| format!("{:.1}px", (seen.right - seen.left) * scale))
                style:height=move || seen.with(|seen| format!("{:.1}px", (seen.bottom - seen.top) * scale))
            ></div>
        </div>
    }
}
