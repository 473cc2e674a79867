//! One piece, read like a page.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};
use portfolio::model::{Artifact, Evidence};
use portfolio::{EntityId, Intent, Kind, Standing};
use writing::document;

use super::gallery::{date, title};
use super::purge::Purge;
use super::versions::Versions;
use super::whereabouts::Whereabouts;
use crate::components::level::LevelOf;
use crate::components::markdown::{Markdown, Pictures, are_in};
use crate::components::media::ArtifactFigure;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// The piece that the address names.
#[component]
pub fn Piece() -> impl IntoView {
    let params = use_params_map();
    let id =
        Memo::new(move |_| params.read().get("id").and_then(|rest| EntityId::parse(&format!("evidence:{rest}")).ok()));
    let state = AppState::expect();
    let there = Memo::new(move |_| {
        let id = id.get()?;
        state.watch(&[id.as_str()], |world| world.portfolio.piece(&id).is_some()).filter(|there| *there).map(|_| id)
    });
    move || match there.get() {
        Some(id) => view! { <PiecePage id /> }.into_any(),
        None => view! { <Gone /> }.into_any(),
    }
}

/// An address of a piece that is not here.
#[component]
pub fn Gone() -> impl IntoView {
    view! {
        <div class="page page-narrow">
            <PageHead title=t::evidence::gone_title() lead=t::evidence::gone() />
            <p>
                <A href=Place::Evidence.to_string() attr:class="button">
                    {t::evidence::hide_trash()}
                </A>
            </p>
        </div>
    }
}

#[component]
fn PiecePage(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let id = StoredValue::new(id);
    let piece = Memo::new(move |_| {
        let id = id.get_value();
        state.watch(&[id.as_str()], |world| world.portfolio.piece(&id).cloned()).flatten()
    });
    let artifacts = Memo::new(move |_| {
        let id = id.get_value();
        state
            .watch(&["artifact", id.as_str()], |world| {
                world.portfolio.artifacts_of(&id).into_iter().cloned().collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let pictures = Pictures::of(Signal::derive(move || Some(id.get_value())), true);
    // What the words show in place is not shown again.
    let others = Memo::new(move |_| {
        let piece = piece.get();
        let texts = piece.iter().flat_map(|piece| [&piece.text, &piece.reflection]);
        let nodes: Vec<_> = texts.flat_map(|text| document::read(text)).collect();
        let is_shown = |artifact: &Artifact| artifact.file().is_some_and(|file| are_in(&nodes, file));
        artifacts.get().into_iter().filter(|artifact| !is_shown(artifact)).collect::<Vec<_>>()
    });
    view! {
        <article class="page piece">
            {move || {
                piece
                    .get()
                    .map(|piece| {
                        let (id, name, standing) = (piece.id.clone(), title(&piece), piece.standing);
                        view! {
                            <PageHead title=name.clone() lead=date(&piece)>
                                <Actions id title=name standing />
                            </PageHead>
                            {notice(standing).map(|words| view! { <p class="card card-sunk">{words}</p> })}
                            <CopiedFrom piece=piece.clone() />
                            <Whereabouts piece=piece.id.clone() />
                            <Versions id=piece.id.clone() />
                            {(!piece.text.is_empty())
                                .then(|| view! { <Markdown text=piece.text.clone() pictures /> })}
                        }
                    })
            }}
            <For each=move || others.get() key=|artifact| format!("{artifact:?}") let(artifact)>
                <ArtifactFigure artifact />
            </For>
            <ClaimList id=id.get_value() />
            {move || {
                piece
                    .get()
                    .filter(|piece| !piece.reflection.is_empty())
                    .map(|piece| {
                        view! {
                            <section class="stack measure" aria-labelledby="piece-reflection">
                                <h2 id="piece-reflection">{t::evidence::reflection()}</h2>
                                <Markdown text=piece.reflection pictures />
                            </section>
                        }
                    })
            }}
        </article>
    }
}

fn notice(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Live => None,
        Standing::Trashed => Some(t::evidence::in_trash()),
        Standing::Recovered => Some(t::evidence::recovered()),
    }
}

#[component]
fn Actions(id: EntityId, title: String, standing: Standing) -> impl IntoView {
    let state = AppState::expect();
    let navigate = use_navigate();
    if standing == Standing::Trashed {
        let restored = id.clone();
        let restore = move |_| {
            state.attempt_aloud(Intent::Restore { piece: restored.clone() }, t::evidence::restored(&title));
        };
        return view! {
            <button type="button" class="button button-main" on:click=restore>
                <Icon glyph=Glyph::Undo />
                {t::evidence::restore()}
            </button>
            <Purge id />
        }
        .into_any();
    }
    let copy = copying(id.clone(), title.clone());
    let trashed = id.clone();
    let trash = move |_| {
        if state.attempt_aloud(Intent::Trash { piece: trashed.clone() }, t::evidence::trashed(&title)).is_some() {
            navigate(&Place::Evidence.to_string(), NavigateOptions::default());
        }
    };
    view! {
        <A href=Place::EditPiece(id.rest().to_owned()).to_string() attr:class="button button-main">
            <Icon glyph=Glyph::Edit />
            {t::evidence::edit()}
        </A>
        <button type="button" class="button button-quiet" on:click=copy>
            <Icon glyph=Glyph::Copy />
            {t::life::copy()}
        </button>
        <button type="button" class="button button-quiet" on:click=trash>
            <Icon glyph=Glyph::Trash />
            {t::evidence::trash()}
        </button>
    }
    .into_any()
}

/// Makes a copy of the piece, called one, and leads to where it is changed.
fn copying(piece: EntityId, title: String) -> impl Fn(MouseEvent) + use<> {
    let state = AppState::expect();
    let navigate = use_navigate();
    move |_| {
        state.flush();
        let intent = Intent::CopyPiece { piece: piece.clone(), title: t::life::copy_of(&title) };
        let made = state.attempt_aloud(intent, t::life::copied()).unwrap_or_default();
        let mut ids = made.iter().filter_map(|id| EntityId::parse(id).ok());
        if let Some(copy) = ids.find(|id| id.kind() == Kind::Evidence) {
            navigate(&Place::EditPiece(copy.rest().to_owned()).to_string(), NavigateOptions::default());
        }
    }
}

/// Which piece this one was copied from, as long as that is there.
#[component]
fn CopiedFrom(piece: Evidence) -> impl IntoView {
    let state = AppState::expect();
    let first = piece.copied.and_then(|id| {
        state.read(|world| world.portfolio.piece(&id).map(|first| (first.id.clone(), title(first)))).flatten()
    });
    first.map(|(id, title)| {
        view! {
            <p class="soft small">
                <A href=Place::Piece(id.rest().to_owned()).to_string()>{t::life::copied_from(title)}</A>
            </p>
        }
    })
}

#[component]
fn ClaimList(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let claims = Memo::new(move |_| {
        let claims = state.watch(&["claim", "framework"], |world| {
            let claims = world.portfolio.claims_of(&id).into_iter();
            let named = claims.map(|claim| {
                let name = world.frameworks.item(&claim.competency).map(|item| item.name().to_owned());
                (claim.competency.clone(), name.unwrap_or_else(|| claim.competency.to_string()), claim.level)
            });
            named.collect::<Vec<_>>()
        });
        claims.unwrap_or_default()
    });
    view! {
        <Show when=move || !claims.read().is_empty()>
            <section class="stack" aria-labelledby="piece-claims">
                <h2 id="piece-claims">{t::evidence::claims()}</h2>
                <ul role="list" class="lines">
                    <For each=move || claims.get() key=Clone::clone let((competency, name, level))>
                        <li class="row row-apart">
                            <A href=Place::Competency(competency.to_string()).to_string()>{name}</A>
                            <LevelOf level=Some(level) />
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}
