//! What one draws with: tools, breadths and colours, and the ways back.

use drawing::{Colour, Drawing, Thickness, Tool};
use leptos::prelude::*;

use super::Wanted;
use super::desk::Desk;
use super::paper::PaperChoice;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// All of it, within reach of a thumb.
#[component]
pub fn Tools(desk: Desk, wanted: StoredValue<Wanted, LocalStorage>, describe: Callback<()>) -> impl IntoView {
    view! {
        <div class="pad-tools">
            <ToolChoice desk />
            <ThicknessChoice desk />
            <ColourChoice desk />
            <Back desk />
            <PaperChoice desk wanted />
            <button type="button" class="button pad-describe" on:click=move |_| describe.run(())>
                <Icon glyph=Glyph::Words />
                <span>{t::drawing::describe()}</span>
            </button>
        </div>
    }
}

#[component]
fn ToolChoice(desk: Desk) -> impl IntoView {
    let tools = Tool::ALL.map(|tool| {
        let (glyph, word) = match tool {
            Tool::Pen => (Glyph::Edit, t::drawing::pen()),
            Tool::Marker => (Glyph::Marker, t::drawing::marker()),
            Tool::Eraser => (Glyph::Eraser, t::drawing::eraser()),
        };
        view! {
            <label class="pad-tool">
                <input
                    type="radio"
                    name="pad-tool"
                    prop:checked=move || desk.tool.get() == tool
                    on:change=move |_| desk.tool.set(tool)
                />
                <Icon glyph />
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="pad-group pad-group-tools">
            <legend class="visually-hidden">{t::drawing::tool()}</legend>
            {tools.collect_view()}
        </fieldset>
    }
}

#[component]
fn ThicknessChoice(desk: Desk) -> impl IntoView {
    let breadths = Thickness::ALL.map(|thickness| {
        let (word, class) = match thickness {
            Thickness::Thin => (t::drawing::thin(), "pad-dot pad-dot-thin"),
            Thickness::Medium => (t::drawing::medium(), "pad-dot pad-dot-medium"),
            Thickness::Thick => (t::drawing::thick(), "pad-dot pad-dot-thick"),
        };
        view! {
            <label class="pad-tool">
                <input
                    type="radio"
                    name="pad-thickness"
                    prop:checked=move || desk.thickness.get() == thickness
                    on:change=move |_| desk.thickness.set(thickness)
                />
                <span class="pad-dot-room" aria-hidden="true">
                    <span class=class></span>
                </span>
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="pad-group pad-group-breadths">
            <legend class="visually-hidden">{t::drawing::breadth()}</legend>
            {breadths.collect_view()}
        </fieldset>
    }
}

fn name_of(colour: Colour) -> &'static str {
    match colour {
        Colour::Black => t::drawing::black(),
        Colour::Brown => t::drawing::brown(),
        Colour::Red => t::drawing::red(),
        Colour::Orange => t::drawing::orange(),
        Colour::Yellow => t::drawing::yellow(),
        Colour::Green => t::drawing::green(),
        Colour::Blue => t::drawing::blue(),
        Colour::Violet => t::drawing::violet(),
        Colour::Pink => t::drawing::pink(),
        Colour::White => t::drawing::white(),
    }
}

/// The box of colours. The name of the chosen one stands beside it, and each has its name for who cannot see it.
#[component]
fn ColourChoice(desk: Desk) -> impl IntoView {
    let colours = Colour::ALL.map(|colour| {
        let choose = move |_| {
            desk.colour.set(colour);
            if desk.tool.get_untracked() == Tool::Eraser {
                // Who takes a colour means to draw.
                desk.tool.set(Tool::Pen);
            }
        };
        view! {
            <label class="pad-colour" title=name_of(colour)>
                <input
                    type="radio"
                    name="pad-colour"
                    aria-label=name_of(colour)
                    prop:checked=move || desk.colour.get() == colour
                    on:change=choose
                />
                <span class="pad-swatch" style:background=colour.hex()></span>
            </label>
        }
    });
    view! {
        <fieldset class="pad-group pad-group-colours">
            <legend class="pad-legend">{t::drawing::colour()} ": " {move || name_of(desk.colour.get())}</legend>
            <div class="pad-colours">{colours.collect_view()}</div>
        </fieldset>
    }
}

/// Undo, redo and clear. Clearing can be taken back like anything else.
#[component]
fn Back(desk: Desk) -> impl IntoView {
    view! {
        <div class="pad-group pad-group-back">
            <Act
                glyph=Glyph::Undo
                word=t::drawing::undo()
                can=Signal::derive(move || desk.drawing.with(Drawing::can_undo))
                act=Callback::new(move |()| desk.undo())
            />
            <Act
                glyph=Glyph::Redo
                word=t::drawing::redo()
                can=Signal::derive(move || desk.drawing.with(Drawing::can_redo))
                act=Callback::new(move |()| desk.redo())
            />
            <Act
                glyph=Glyph::Trash
                word=t::drawing::clear()
                can=Signal::derive(move || !desk.drawing.with(Drawing::is_blank))
                act=Callback::new(move |()| desk.clear())
            />
        </div>
    }
}

/// A button that keeps the focus when there is nothing left for it to do.
#[component]
fn Act(glyph: Glyph, word: &'static str, can: Signal<bool>, act: Callback<()>) -> impl IntoView {
    let press = move |_| {
        if can.get_untracked() {
            act.run(());
        }
    };
    view! {
        <button
            type="button"
            class="pad-tool pad-act"
            aria-disabled=move || (!can.get()).to_string()
            on:click=press
        >
            <Icon glyph />
            <span>{word}</span>
        </button>
    }
}
