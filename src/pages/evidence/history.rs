//! The versions of a piece's words, the newest first: compared with how they are now, and brought back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;
use portfolio::EntityId;

use super::addressed;
use super::gallery::{first_words, title};
use super::piece::Gone;
use super::stage::moment;
use crate::components::difference::TextDifference;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, TextField, TextVersion, VersionPlace};
use crate::ui::icon::{Glyph, Icon};

/// The texts of a piece that have a history.
const TEXTS: [TextField; 3] = [TextField::Text, TextField::Reflection, TextField::Title];

fn name(field: TextField) -> &'static str {
    match field {
        TextField::Title => t::life::title(),
        TextField::Reflection => t::evidence::reflection(),
        _ => t::life::text(),
    }
}

/// The history of the piece that the address names; `?of=` says of which text.
#[component]
pub fn History() -> impl IntoView {
    let state = AppState::expect();
    let (id, query) = (addressed(), use_query_map());
    let there = Memo::new(move |_| {
        let id = id.get()?;
        state
            .watch(&[id.as_str()], |world| world.portfolio.piece(&id).map(|piece| (piece.id.clone(), title(piece))))
            .flatten()
    });
    let of = Memo::new(move |_| {
        let of = query.read().get("of");
        TEXTS.into_iter().find(|field| Some(field.name()) == of.as_deref()).unwrap_or(TextField::Text)
    });
    move || match there.get() {
        Some((id, title)) => {
            let place = Place::History(id.rest().to_owned()).to_string();
            let tabs = TEXTS.map(|field| {
                let href = format!("{place}?of={}", field.name());
                view! {
                    <A href attr:class="chip" attr:aria-current=move || (of.get() == field).then_some("true")>
                        {name(field)}
                    </A>
                }
            });
            let versions_of = id.clone();
            view! {
                <div class="page">
                    <PageHead title=t::life::history_of(title) lead=t::life::history_lead()>
                        <A href=Place::Piece(id.rest().to_owned()).to_string() attr:class="button">
                            {t::life::to_piece()}
                        </A>
                    </PageHead>
                    <nav class="chips" aria-label=t::life::history()>
                        {tabs.into_iter().collect_view()}
                    </nav>
                    {move || view! { <Timeline piece=versions_of.clone() field=of.get() /> }}
                </div>
            }
            .into_any()
        }
        None => view! { <Gone /> }.into_any(),
    }
}

#[component]
fn Timeline(piece: EntityId, field: TextField) -> impl IntoView {
    let state = AppState::expect();
    let versions = RwSignal::new_local(None);
    let id = piece.clone();
    Effect::new(move |_| {
        state.track(id.as_str());
        let id = id.clone();
        spawn_local(async move {
            let read = state.versions_of(&id, field).await;
            versions.try_set(Some(read));
        });
    });
    move || match versions.get() {
        None => view! { <p class="soft" role="status">{t::life::reading()}</p> }.into_any(),
        Some(Err(error)) => {
            leptos::logging::warn!("the history was not read: {error}");
            view! { <p class="error">{t::life::unread()}</p> }.into_any()
        }
        Some(Ok(versions)) if versions.is_empty() => {
            view! { <p class="soft">{t::life::never_written()}</p> }.into_any()
        }
        Some(Ok(versions)) => {
            let now = versions
                .iter()
                .find(|version| version.place == VersionPlace::Shown)
                .map(|version| version.text.clone());
            let now = StoredValue::new(now.unwrap_or_default());
            let rows = versions.into_iter().map(|version| {
                let piece = piece.clone();
                view! { <VersionRow piece field version now=now.get_value() /> }
            });
            view! { <ol role="list" class="timeline">{rows.collect_view()}</ol> }.into_any()
        }
    }
}

/// One version: when and where, how it begins; and, if it is not how the text is now, what tells it from that.
#[component]
fn VersionRow(piece: EntityId, field: TextField, version: TextVersion, now: String) -> impl IntoView {
    let state = AppState::expect();
    let TextVersion { at, text, is_elsewhere, place } = version;
    let is_shown = place == VersionPlace::Shown;
    let when = at.map_or_else(|| t::life::some_time().to_owned(), moment);
    let note = match place {
        VersionPlace::Shown => Some(t::life::now()),
        VersionPlace::Beside => Some(t::life::beside()),
        VersionPlace::Past => None,
    };
    let notes = [note, (is_elsewhere && place != VersionPlace::Beside).then(t::life::elsewhere)];
    let notes = notes.into_iter().flatten().map(|note| view! { <span class="soft small">{note}</span> }).collect_view();
    let open = RwSignal::new(false);
    let (before, chosen) = (StoredValue::new(text.clone()), text.clone());
    let now = StoredValue::new(now);
    let restore = move |_| state.bring_back(&piece, field, chosen.clone());
    let label = format!("{}: {when}", t::life::restore());
    let compare = (!is_shown).then(|| {
        view! {
            <details on:toggle:target=move |event| open.set(event.target().open())>
                <summary>{t::life::compare()}</summary>
                <Show when=move || open.get()>
                    <TextDifference before=before.get_value() after=now.get_value() />
                </Show>
            </details>
            <div class="row">
                <button type="button" class="button" aria-label=label on:click=restore>
                    <Icon glyph=Glyph::Undo />
                    {t::life::restore()}
                </button>
            </div>
        }
    });
    view! {
        <li class="timeline-item" class:timeline-now=is_shown>
            <div class="row">
                <h2 class="timeline-when">{when}</h2>
                {notes}
            </div>
            <Excerpt text />
            {compare}
        </li>
    }
}

/// How a text begins, and all of it on demand.
#[component]
fn Excerpt(text: String) -> impl IntoView {
    if text.trim().is_empty() {
        return view! { <p class="soft">{t::life::empty()}</p> }.into_any();
    }
    let first = first_words(&text);
    if first.ends_with('…') {
        return view! {
            <details>
                <summary class="timeline-text">{first}</summary>
                <p class="version-text">{text}</p>
            </details>
        }
        .into_any();
    }
    view! { <p class="version-text timeline-text">{text}</p> }.into_any()
}
