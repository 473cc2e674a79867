//! The sheet: three canvases, and what listens to the hand.

use drawing::{Drawing, Sheet, Tool};
use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use platform::BrowserError;
use platform::easel::{self, Canvas};
use platform::size;

use super::desk::Desk;
use super::paint::Easel;
use crate::i18n::t;

/// The sheet, as large as it fits.
#[component]
pub fn SheetView(desk: Desk) -> impl IntoView {
    let (sheet, paper) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let (ink, fresh) = (NodeRef::<html::Canvas>::new(), NodeRef::<html::Canvas>::new());
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (Some(sheet), Some(paper), Some(ink), Some(fresh)) = (sheet.get(), paper.get(), ink.get(), fresh.get())
        else {
            return;
        };
        let begin = || -> Result<_, BrowserError> {
            desk.set_easel(Easel { paper: Canvas::of(&paper)?, ink: Canvas::of(&ink)?, fresh: Canvas::of(&fresh)? });
            size::watch_size(&sheet, move || desk.fit())
        };
        match begin() {
            Ok(begun) => watch.set_value(Some(begun)),
            Err(error) => leptos::logging::warn!("the sheet cannot be drawn on: {error}"),
        }
    });
    let shape = move || {
        let Sheet { width, height } = desk.drawing.with(Drawing::sheet);
        format!("{:.4}", f64::from(width) / f64::from(height))
    };
    let down = move |event: PointerEvent| {
        let touch = easel::touch(&event);
        if !touch.is_main {
            return;
        }
        // Neither a selection nor a second, emulated event is wanted.
        event.prevent_default();
        if let Some(place) = easel::way(&event).first()
            && desk.comes_down(touch, *place)
        {
            easel::capture(&event);
        }
    };
    let label = move || {
        let strokes = desk.drawing.with(|drawing| drawing.strokes().count());
        if strokes == 0 { t::drawing::sheet_empty().to_owned() } else { t::drawing::sheet(strokes) }
    };
    view! {
        <div class="pad-table">
            <div
                node_ref=sheet
                class="pad-sheet"
                class:pad-sheet-erasing=move || desk.tool.get() == Tool::Eraser
                style=("--shape", shape)
                role="img"
                aria-label=label
                on:pointerdown=down
                on:pointermove=move |event| desk.goes_on(easel::touch(&event), &easel::way(&event))
                on:pointerup=move |event| desk.lifts(easel::touch(&event))
                on:pointercancel=move |event| desk.is_taken_away(easel::touch(&event))
                on:contextmenu=move |event| event.prevent_default()
            >
                <canvas node_ref=paper></canvas>
                <canvas node_ref=ink></canvas>
                <canvas node_ref=fresh style:opacity=move || desk.tool.get().opacity().to_string()></canvas>
            </div>
        </div>
    }
}
