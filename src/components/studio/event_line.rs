//! What is known of something done, in the row of its artifact, and the way to correct it.

use leptos::prelude::*;
use portfolio::intent::ArtifactEdit;
use portfolio::model::{Content, Event};
use portfolio::{EntityId, Intent};

use super::ways::EventForm;
use crate::components::keeping;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};

/// Where, when, who saw it; and a button that opens its form again.
#[component]
pub fn EventLine(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    let event = {
        let id = id.clone();
        Memo::new(move |_| {
            let content = state.watch(&[id.as_str()], |world| world.portfolio.artifact(&id)?.content.clone());
            match content.flatten() {
                Some(Content::Event(event)) => Some(event),
                _ => None,
            }
        })
    };
    let keep = Callback::new(move |event: Event| {
        state.attempt(Intent::EditArtifact { artifact: id.clone(), edit: ArtifactEdit::Event(event) });
    });
    let said = move || event.get().map(said);
    let title = t::event::title();
    view! {
        <p class="soft small">{said}</p>
        <p>
            <button type="button" class="button button-quiet artifact-edit" on:click=move |_| open.set(true)>
                <Icon glyph=Glyph::Edit />
                {t::event::edit()}
            </button>
        </p>
        <Dialog open title>
            {move || event.get_untracked().map(|event| view! { <EventForm event keep close /> })}
        </Dialog>
    }
}

fn said(event: Event) -> String {
    let day = event.day.map(keeping::day).unwrap_or_default();
    let seen = if event.seen.is_empty() { String::new() } else { t::event::seen_by(&event.seen) };
    let said: Vec<String> = [day, event.place, seen].into_iter().filter(|words| !words.is_empty()).collect();
    said.join(" · ")
}
