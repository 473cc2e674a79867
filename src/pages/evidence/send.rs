//! Before a piece is sent: what goes in, what one may have forgotten, what is different since the last time. Nothing here stands in the
//! way of sending it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::EntityId;
use portfolio::intent::Wording;
use portfolio::model::{Artifact, Evidence};

use super::stage::{day, focus_strip};
use super::whereabouts::coming_in;
use crate::components::writing::words_in;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};

/// What is about to be sent.
#[derive(Clone, PartialEq)]
struct Parcel {
    /// What goes in, a line each.
    holds: Vec<String>,
    /// What is not there yet, a sentence each.
    lacks: Vec<String>,
    /// The day of the time before, when there was one.
    before: Option<String>,
}

/// The dialog, open while `open` is true.
#[component]
pub fn SendDialog(piece: EntityId, open: RwSignal<bool>) -> impl IntoView {
    let piece = StoredValue::new(piece);
    view! {
        <Dialog open title=t::life::send_title()>
            <SendForm piece=piece.get_value() open />
        </Dialog>
    }
}

#[component]
fn SendForm(piece: EntityId, open: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    let parcel = state.read(|world| parcel(world, &piece)).flatten();
    let changed = RwSignal::new(String::new());
    let edit = Place::EditPiece(piece.rest().to_owned()).to_string();
    let coming = {
        let piece = piece.clone();
        move || {
            coming_in(state, &piece)
                .map(|words| view! { <p class="card card-sunk small">{words} ". " {t::life::waiting_about()}</p> })
        }
    };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        open.set(false);
        focus_strip();
        state.send(piece.clone(), changed.get_untracked().trim().to_owned());
    };
    parcel.map(|Parcel { holds, lacks, before }| {
        view! {
            <form class="stack" on:submit=send>
                <p>{t::life::send_about()}</p>
                <p>
                    <strong>{t::life::goes_in()}</strong>
                    ": "
                    {holds.join(" · ")}
                </p>
                {coming}
                {(!lacks.is_empty())
                    .then(|| {
                        view! {
                            <div class="card card-sunk stack-tight small">
                                <ul class="plain-list">
                                    {lacks.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}
                                </ul>
                                <p>
                                    {t::life::all_the_same()} " " <A href=edit.clone()>{t::life::add_first()}</A>
                                </p>
                            </div>
                        }
                    })}
                {before
                    .map(|day| {
                        view! {
                            <Field id="what-changed" label=t::life::what_changed(day) hint=t::life::what_changed_hint()>
                                <textarea
                                    id="what-changed"
                                    class="input input-short"
                                    maxlength=Wording::Changed.most_letters()
                                    aria-describedby=describedby("what-changed")
                                    bind:value=changed
                                ></textarea>
                            </Field>
                        }
                    })}
                <div class="row">
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        {t::life::not_yet()}
                    </button>
                    <button type="submit" class="button button-main">
                        <Icon glyph=Glyph::Sent />
                        {t::life::send()}
                    </button>
                </div>
            </form>
        }
    })
}

fn parcel(world: World<'_>, id: &EntityId) -> Option<Parcel> {
    let piece = world.portfolio.piece(id)?;
    let artifacts = world.portfolio.artifacts_of(id);
    let claims = world.portfolio.claims_of(id).len();
    let before = world.portfolio.submissions_of(id).first().map(|before| day(before.at));
    Some(Parcel { holds: holds(piece, artifacts.len(), claims), lacks: lacks(piece, &artifacts, claims), before })
}

fn holds(piece: &Evidence, files: usize, claims: usize) -> Vec<String> {
    let words = words_in(&piece.text) + words_in(&piece.reflection);
    let counted = [
        (words > 0).then(|| t::life::words(words)),
        (files > 0).then(|| t::evidence::files(files)),
        (claims > 0).then(|| t::life::claims(claims)),
    ];
    counted.into_iter().flatten().collect()
}

fn lacks(piece: &Evidence, artifacts: &[&Artifact], claims: usize) -> Vec<String> {
    let mute = artifacts.iter().filter(|artifact| wants_words(artifact)).count();
    let lacks = [
        piece.title.is_empty().then(|| t::life::no_title().to_owned()),
        (claims == 0).then(|| t::life::nothing_to_show().to_owned()),
        (mute > 0).then(|| t::life::no_alt(mute)),
    ];
    lacks.into_iter().flatten().collect()
}

/// Whether it can be seen or heard, and nothing is said for those who cannot.
fn wants_words(artifact: &Artifact) -> bool {
    let is_for_the_senses =
        |media_type: &str| ["image/", "audio/", "video/"].iter().any(|kind| media_type.starts_with(kind));
    artifact.alt.is_empty() && artifact.file().is_some_and(|file| is_for_the_senses(&file.media_type))
}
