//! Where words are written: a plain text field with tools above it, and how it looks beside it.
//!
//! The field is the browser's own, so that spelling, dictation, undo and every assistive technology work as anywhere else. It is
//! ahead of everything: what is shown of its words is brought up to date in the next pause between two keys.

mod live;
mod preview;
mod tools;

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use platform::files::{self, PickedFile};
use platform::{keys, page, text_field};
use writing::{Edit, Tool, Written, continued, linked, picture};

use crate::components::markdown::Pictures;
use crate::i18n::t;
use crate::ui::field::describedby;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::toolbar::Toolbar;
use live::Live;
use preview::Preview;

pub use live::words_in;
pub use tools::{ALL, FEW};

/// A text field with its tools; its label and its hint stand around it (`ui/field`).
#[component]
pub fn Editor(
    /// The id of the field.
    id: &'static str,
    /// What stands in it at first.
    text: String,
    /// The tools above it; the keys of all others work, too.
    tools: &'static [Tool],
    /// Whether there is room for a long text.
    tall: bool,
    /// Whether it is shown at first how the text looks.
    shown: bool,
    /// The pictures that the text can show.
    pictures: Pictures,
    /// Takes what stands in it, after every change.
    on_text: Callback<String>,
    /// Hears when the field is left.
    on_leave: Callback<()>,
    /// Takes the pictures that were pasted into the text. It names them as they are called then.
    on_pictures: Callback<Vec<PickedFile>>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let pane = NodeRef::<html::Div>::new();
    let live = Live::new(&text);
    let shown = RwSignal::new(shown);
    let given = StoredValue::new(Vec::<String>::new());

    // What stands in the field and what is selected decide what an edit is; one that is none is left to the browser.
    let change = move |edit: &dyn Fn(&Written<'_>) -> Option<Edit>| -> bool {
        let Some(field) = field.get_untracked() else { return false };
        let text = field.value();
        let Some(edit) = edit(&Written::new(&text, text_field::selection(&field))) else { return false };
        let done = text_field::replace(&field, edit.replaced, &edit.with, edit.selected);
        if let Err(error) = done {
            leptos::logging::warn!("the text was not changed: {error}");
        }
        true
    };
    let run = Callback::new(move |tool: Tool| {
        change(&|written| Some(tool.edit(written)));
    });
    let pressed = move |event: KeyboardEvent| {
        let tool = keys::chord(&event).and_then(|chord| tools::meant_by(&chord));
        let is_done = match tool {
            Some(tool) => change(&|written| Some(tool.edit(written))),
            None => keys::is_enter(&event) && change(&continued),
        };
        if is_done {
            event.prevent_default();
        }
    };
    let paste = move |event: ClipboardEvent| {
        let files = named(files::pasted(&event).pictures(), &mut [pictures.taken(), given.get_value()].concat());
        let names: Vec<String> = files.iter().map(PickedFile::name).collect();
        let is_done = if names.is_empty() {
            files::pasted_words(&event).is_some_and(|words| change(&|written| linked(written, &words)))
        } else {
            change(&|written| Some(picture::inserted(written, names.iter().map(String::as_str))))
        };
        if is_done {
            event.prevent_default();
            // The studio takes what is pasted anywhere else.
            event.stop_propagation();
        }
        if is_done && !files.is_empty() {
            given.update_value(|given| given.extend(names));
            on_pictures.run(files);
        }
    };
    let follow = move || {
        if let (Some(field), Some(pane)) = (field.get_untracked(), pane.get_untracked()) {
            page::scroll_along(&field, &pane);
        }
    };
    Effect::new(move |_| {
        live.track();
        follow();
    });
    view! {
        <div class="writing" class:writing-tall=tall>
            <div class="writing-head">
                <Toolbar label=t::writing::tools() controls=id tools=tools::items(tools, run) />
                <button
                    type="button"
                    class="button button-quiet writing-look"
                    aria-pressed=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    <Icon glyph=Glyph::Look />
                    {t::writing::look()}
                </button>
            </div>
            <div class="writing-panes" class:writing-two=move || shown.get()>
                <textarea
                    id=id
                    class="input writing-field"
                    node_ref=field
                    aria-describedby=describedby(id)
                    prop:value=text
                    on:input:target=move |event| {
                        let text = event.target().value();
                        live.typed(text.clone());
                        on_text.run(text);
                    }
                    on:keydown=pressed
                    on:paste=paste
                    on:scroll=move |_| follow()
                    on:blur=move |_| on_leave.run(())
                ></textarea>
                <Show when=move || shown.get()>
                    <Preview live pictures pane />
                </Show>
            </div>
            <p class="writing-count small soft">{move || t::writing::count(live.words())}</p>
            // Every word would be too much to listen to.
            <p class="visually-hidden" role="status">
                {move || live.fifties().map(t::writing::count)}
            </p>
        </div>
    }
}

/// Pictures under names that nothing in the piece has: every screenshot is called `image.png` by the browser.
fn named(files: Vec<PickedFile>, taken: &mut Vec<String>) -> Vec<PickedFile> {
    let named = files.into_iter().map(|file| {
        let name = picture::free_name(&file.name(), taken);
        taken.push(name.clone());
        if name == file.name() { file } else { file.named(&name) }
    });
    named.collect()
}
