//! Captions over the film.

use leptos::html;
use leptos::prelude::*;
use platform::captions::Captions;

use super::{Said, seconds};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Gives the captions to the film, and a button that hides and shows them. Nothing until there are any.
#[component]
pub fn Overlay(said: Said, film: NodeRef<html::Video>) -> impl IntoView {
    let is_shown = RwSignal::new(true);
    let captions = StoredValue::new_local(None::<Captions>);
    Effect::new(move |_| {
        let Some(film) = film.get().filter(|_| said.is_there() && captions.with_value(Option::is_none)) else { return };
        let heard = move |shown| {
            is_shown.try_set(shown);
        };
        let added = said.with(|cues| {
            let timed = cues.iter().map(|cue| (seconds(cue.from), seconds(cue.to), cue.words.as_str()));
            Captions::add(&film, t::viewer::captions(), timed, heard)
        });
        match added {
            Ok(added) => captions.set_value(Some(added)),
            Err(error) => leptos::logging::warn!("the captions are not shown over the film: {error}"),
        }
    });
    let toggle = move |_| {
        is_shown.update(|shown| *shown = !*shown);
        captions.with_value(|captions| {
            if let Some(captions) = captions {
                captions.show(is_shown.get_untracked());
            }
        });
    };
    view! {
        <Show when=move || said.is_there()>
            <button type="button" class="button" aria-pressed=move || is_shown.get().to_string() on:click=toggle>
                <Icon glyph=Glyph::Captions />
                {t::viewer::captions()}
            </button>
        </Show>
    }
}
