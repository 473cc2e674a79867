//! A picture to be looked at closely: by wheel, by fingers, by buttons and by keys.

mod lens;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;
use platform::{frame, intl, page, pointer};

use super::hold::{Hold, Place};
use super::icon::{Glyph, Icon};
use crate::i18n::{language, t};
use lens::{Lens, Room};

/// A press of a button or a key brings it so many times as close.
const STEP: f64 = 1.5;
/// An arrow moves it by this part of the frame.
const ARROW: f64 = 0.15;
/// A wheel that turns by this many pixels brings it e times as close.
const WHEEL: f64 = 400.0;
const MIDDLE: Place = (0.0, 0.0);

/// The picture at `src`, in a frame that fills what room there is.
#[component]
pub fn Magnifier(
    src: String,
    /// What is on it.
    alt: String,
) -> impl IntoView {
    let (glass, picture) = (NodeRef::<html::Div>::new(), NodeRef::<html::Img>::new());
    let lens = RwSignal::new(Lens::WHOLE);
    let hold = StoredValue::new_local(Hold::default());
    let is_held = RwSignal::new(false);
    let room = move || {
        let (glass, picture) = (glass.get_untracked()?, picture.get_untracked()?);
        Some(Room { frame: frame::size(&glass), picture: frame::size(&picture) })
    };
    let closer = move |by: f64, at: Place| {
        if let Some(room) = room() {
            lens.update(|lens| *lens = lens.closer(by, at, &room));
        }
    };
    let along = move |by: Place| {
        if let Some(room) = room() {
            lens.update(|lens| *lens = lens.moved(by, &room));
        }
    };
    let arrow = move |across: f64, down: f64| {
        if let Some(room) = room() {
            along((across * room.frame.0 * ARROW, down * room.frame.1 * ARROW));
        }
    };
    let by_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => closer(STEP, MIDDLE),
            "-" | "_" => closer(1.0 / STEP, MIDDLE),
            "0" => lens.set(Lens::WHOLE),
            "ArrowLeft" => arrow(1.0, 0.0),
            "ArrowRight" => arrow(-1.0, 0.0),
            "ArrowUp" => arrow(0.0, 1.0),
            "ArrowDown" => arrow(0.0, -1.0),
            _ => return,
        }
        event.prevent_default();
    };
    let by_wheel = move |event: WheelEvent| {
        event.prevent_default();
        closer((-frame::turned(&event) / WHEEL).exp(), frame::from_middle(&event));
    };
    let by_two_clicks = move |event: MouseEvent| {
        let at = frame::from_middle(&event);
        if lens.get_untracked() == Lens::WHOLE { closer(STEP * STEP, at) } else { lens.set(Lens::WHOLE) }
    };
    let down = move |event: PointerEvent| {
        event.prevent_default();
        pointer::capture(&event);
        hold.update_value(|hold| hold.takes(event.pointer_id(), frame::from_middle(&event)));
        is_held.set(true);
        if let Some(glass) = glass.get_untracked() {
            page::focus(&glass);
        }
    };
    let goes = move |event: PointerEvent| {
        let to = frame::from_middle(&event);
        let change = hold.try_update_value(|hold| hold.goes(event.pointer_id(), to)).flatten();
        if let Some(change) = change {
            along(change.moved);
            closer(change.closer, change.at);
        }
    };
    let up = move |event: PointerEvent| {
        hold.update_value(|hold| hold.lets_go(event.pointer_id()));
        is_held.set(hold.with_value(Hold::is_held));
    };
    let how_close = move || match lens.get() {
        Lens::WHOLE => t::viewer::whole_shown().to_owned(),
        lens => intl::percent(language().tag(), lens.zoom()),
    };
    let tool = |glyph: Glyph, words: &'static str, run: Callback<()>| {
        view! {
            <button type="button" class="button" on:click=move |_| run.run(())>
                <Icon glyph />
                {words}
            </button>
        }
    };
    view! {
        <div class="magnifier" on:keydown=by_key>
            <div
                node_ref=glass
                class="magnifier-glass"
                class:magnifier-held=move || is_held.get()
                role="group"
                aria-label=t::viewer::glass()
                tabindex="0"
                // Its keys work at once, and it says which they are.
                autofocus=true
                on:wheel=by_wheel
                on:dblclick=by_two_clicks
                on:pointerdown=down
                on:pointermove=goes
                on:pointerup=up
                on:pointercancel=up
            >
                <img
                    node_ref=picture
                    class="magnifier-picture"
                    src=src
                    alt=alt
                    draggable="false"
                    style:transform=move || lens.get().transform()
                />
            </div>
            <div class="magnifier-tools row">
                {tool(Glyph::Add, t::viewer::closer(), Callback::new(move |()| closer(STEP, MIDDLE)))}
                {tool(Glyph::Less, t::viewer::farther(), Callback::new(move |()| closer(1.0 / STEP, MIDDLE)))}
                {tool(Glyph::Whole, t::viewer::whole(), Callback::new(move |()| lens.set(Lens::WHOLE)))}
                <p class="soft small" role="status">
                    {how_close}
                </p>
            </div>
        </div>
    }
}
