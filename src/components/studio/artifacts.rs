//! The files and links of the piece, in the learner's order.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use portfolio::intent::Place;
use portfolio::model::{Artifact, Content};
use portfolio::{EntityId, Intent};

use super::Draft;
use super::dragging::{Dragging, Falls, Handle};
use super::event_line::EventLine;
use super::intake::Intake;
use super::ways::GoOnDrawing;
use crate::components::media::{FileNotes, Look, Thumb};
use crate::i18n::t;
use crate::state::TextField;
use crate::ui::field::Field;
use crate::ui::icon::{Glyph, Icon};

/// What an artifact is called.
pub fn name_of(artifact: &Artifact) -> String {
    match &artifact.content {
        Some(Content::File(file)) => file.name.clone(),
        Some(Content::Link(link)) if !link.title.is_empty() => link.title.clone(),
        Some(Content::Link(link)) => link.url.clone(),
        Some(Content::Event(event)) => event.what.clone(),
        None => artifact.id.rest().to_owned(),
    }
}

/// All of them, each with its words and the ways to move and remove it.
#[component]
pub fn Artifacts(draft: Draft, intake: Intake) -> impl IntoView {
    let state = draft.state();
    let ids = Memo::new(move |_| {
        let piece = draft.piece().get()?;
        state.watch(&["artifact"], |world| {
            world.portfolio.artifacts_of(&piece).into_iter().map(|artifact| artifact.id.clone()).collect::<Vec<_>>()
        })
    });
    let list = NodeRef::<html::Ul>::new();
    let dragging = Dragging::new(state, ids, list);
    view! {
        <ul node_ref=list role="list" class="stack">
            <For each=move || ids.get().unwrap_or_default() key=Clone::clone let(id)>
                <ArtifactRow draft intake id ids dragging />
            </For>
        </ul>
    }
}

#[component]
fn ArtifactRow(
    draft: Draft,
    intake: Intake,
    id: EntityId,
    ids: Memo<Option<Vec<EntityId>>>,
    dragging: Dragging,
) -> impl IntoView {
    let state = draft.state();
    let artifact = state.read(|world| world.portfolio.artifact(&id).cloned()).flatten();
    let Some(artifact) = artifact else { return ().into_any() };
    let name = name_of(&artifact);
    let place = {
        let id = id.clone();
        move || ids.with(|ids| ids.as_ref().and_then(|ids| ids.iter().position(|other| *other == id))).unwrap_or(0)
    };
    let count = move || ids.with(|ids| ids.as_ref().map_or(0, Vec::len));
    let (first, last) = (place.clone(), place.clone());
    let neighbour = move |step: isize| {
        let at = place().checked_add_signed(step)?;
        ids.with(|ids| ids.as_ref()?.get(at).cloned())
    };
    let (before, after) = (neighbour.clone(), neighbour);
    let (up_id, down_id) = (id.clone(), id.clone());
    let up = move |_: MouseEvent| {
        if let Some(other) = before(-1) {
            state.attempt(Intent::MoveArtifact { artifact: up_id.clone(), to: Place::Before(other) });
        }
    };
    let down = move |_: MouseEvent| {
        if let Some(other) = after(1) {
            state.attempt(Intent::MoveArtifact { artifact: down_id.clone(), to: Place::After(other) });
        }
    };
    let removed = {
        let (id, name) = (id.clone(), name.clone());
        move |_| {
            state.attempt_aloud(Intent::RemoveArtifact { artifact: id.clone() }, t::studio::removed(&name));
        }
    };
    let typed = move |field: TextField, id: EntityId, text: String| state.typed(id, field, text);
    let (alt_id, caption_id) = (id.clone(), id.clone());
    let (alt_field, caption_field) = (format!("alt-{}", id.rest()), format!("caption-{}", id.rest()));
    let is_file = matches!(artifact.content, Some(Content::File(_)));
    let drawing = artifact.source.is_some().then(|| artifact.clone());
    let happened = matches!(artifact.content, Some(Content::Event(_))).then(|| view! { <EventLine id=id.clone() /> });
    let is_dragged = {
        let id = id.clone();
        move || dragging.is_dragged(&id)
    };
    let falls = {
        let id = id.clone();
        Memo::new(move |_| dragging.falls(&id))
    };
    let look = Look::of(&artifact);
    view! {
        <li
            class="card artifact"
            class:artifact-dragged=move || is_dragged()
            class:artifact-below=move || falls.get() == Some(Falls::Before)
            class:artifact-above=move || falls.get() == Some(Falls::After)
        >
            <div class="artifact-parts">
                {move || view! { <Thumb look=look.get() /> }}
                <div class="stack stack-tight grow">
                    <p class="artifact-name">
                        <bdi>{name.clone()}</bdi>
                    </p>
                    {happened}
                    <FileNotes artifact=artifact.clone() look />
                    {drawing
                        .map(|artifact| {
                            view! {
                                <div class="row">
                                    <GoOnDrawing draft intake artifact />
                                </div>
                            }
                        })}
                    {is_file
                        .then(|| {
                            view! {
                                <Field id=alt_field.clone() label=t::studio::alt()>
                                    <input
                                        id=alt_field
                                        class="input"
                                        maxlength=TextField::Alt.wording().most_letters()
                                        prop:value=artifact.alt.clone()
                                        on:input:target=move |event| {
                                            typed(TextField::Alt, alt_id.clone(), event.target().value());
                                        }
                                        on:blur=move |_| state.flush()
                                    />
                                </Field>
                            }
                        })}
                    <Field id=caption_field.clone() label=t::studio::caption()>
                        <input
                            id=caption_field
                            class="input"
                            maxlength=TextField::Caption.wording().most_letters()
                            prop:value=artifact.caption.clone()
                            on:input:target=move |event| {
                                typed(TextField::Caption, caption_id.clone(), event.target().value());
                            }
                            on:blur=move |_| state.flush()
                        />
                    </Field>
                </div>
                <div class="artifact-tools">
                    <Handle dragging id=id.clone() />
                    <button
                        type="button"
                        class="button button-icon"
                        aria-label=t::studio::up(&name)
                        disabled=move || first() == 0
                        on:click=up
                    >
                        <Icon glyph=Glyph::Up />
                    </button>
                    <button
                        type="button"
                        class="button button-icon"
                        aria-label=t::studio::down(&name)
                        disabled=move || { last() + 1 >= count() }
                        on:click=down
                    >
                        <Icon glyph=Glyph::Down />
                    </button>
                    <button
                        type="button"
                        class="button button-icon"
                        aria-label=t::studio::remove(&name)
                        on:click=removed
                    >
                        <Icon glyph=Glyph::Trash />
                    </button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
