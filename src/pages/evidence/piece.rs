//! One piece, read like a page.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::intent::PieceEdit;
use portfolio::model::{Artifact, Evidence, StoredFile};
use portfolio::{EntityId, Intent, Standing};

use super::about::{About, Overdue};
use super::actions::{Actions, More};
use super::addressed;
use super::gallery::{date, title};
use super::removed::RemovedList;
use super::sent::SentList;
use super::stage::StageStrip;
use super::versions::Versions;
use crate::components::level::LevelOf;
use crate::components::made_with::MadeWithFacts;
use crate::components::markdown::{Markdown, Pictures, beside};
use crate::components::media::{ArtifactFigure, joined};
use crate::components::page_head::PageHead;
use crate::components::shown::{Shown, ShownFold};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The piece that the address names.
#[component]
pub fn Piece() -> impl IntoView {
    let (state, id) = (AppState::expect(), addressed());
    let there = Memo::new(move |_| {
        let id = id.get()?;
        state.watch(&[id.as_str()], |world| world.portfolio.piece(&id).is_some()).filter(|there| *there).map(|_| id)
    });
    move || match there.get() {
        Some(id) => view! { <PiecePage id /> }.into_any(),
        None => view! { <Gone erased=id.get() /> }.into_any(),
    }
}

/// An address of a piece that is not here. Of one that was sent and erased it says what is left.
#[component]
pub fn Gone(#[prop(optional_no_strip)] erased: Option<EntityId>) -> impl IntoView {
    view! {
        <div class="page page-narrow">
            <PageHead title=t::evidence::gone_title() lead=t::evidence::gone() />
            {erased.map(|piece| view! { <RemovedList of=Some(piece) /> })}
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
    let is_live = Memo::new(move |_| piece.read().as_ref().is_some_and(|piece| piece.standing.is_live()));
    view! {
        <article class="page piece">
            {move || piece.get().map(|piece| view! { <Head piece /> })}
            <Versions id=id.get_value() />
            <div class="piece-body">
                <div class="piece-work">
                    <Work id=id.get_value() piece />
                </div>
                <div class="piece-side">
                    <Show when=move || is_live.get()>
                        <StageStrip piece=id.get_value() />
                    </Show>
                    <ClaimList id=id.get_value() />
                    <Show when=move || is_live.get()>
                        <WaysShown id=id.get_value() />
                    </Show>
                    {move || {
                        piece
                            .get()
                            .map(|piece| {
                                view! {
                                    <MadeWithFacts made=piece.made.clone() />
                                    <About piece=piece.clone() />
                                    <CopiedFrom piece />
                                }
                            })
                    }}
                    <SentList piece=id.get_value() />
                </div>
            </div>
            {move || piece.get().map(|piece| view! { <More title=title(&piece) standing=piece.standing id=piece.id /> })}
        </article>
    }
}

/// Its title, whose it is and of which day; and what is unusual about it.
#[component]
fn Head(piece: Evidence) -> impl IntoView {
    let (id, name, standing) = (piece.id.clone(), title(&piece), piece.standing);
    view! {
        <PageHead title=name.clone() lead=byline(AppState::expect(), &piece)>
            <Actions id title=name standing />
        </PageHead>
        <Notice id=piece.id.clone() standing />
        <Overdue piece />
    }
}

/// Who made it, as far as they said, and when.
fn byline(state: AppState, piece: &Evidence) -> String {
    let name = state.profile().get_untracked().map(|profile| profile.name).unwrap_or_default();
    if name.is_empty() { date(piece) } else { t::evidence::byline(name, date(piece)) }
}

/// The work itself: its words, its files, and what the learner thinks of it.
#[component]
fn Work(id: EntityId, piece: Memo<Option<Evidence>>) -> impl IntoView {
    let state = AppState::expect();
    let id = StoredValue::new(id);
    let artifacts = Memo::new(move |_| {
        let id = id.get_value();
        state
            .watch(&["artifact", id.as_str()], |world| {
                world.portfolio.artifacts_of(&id).into_iter().cloned().collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let pictures = Pictures::of(Signal::derive(move || Some(id.get_value())), true);
    let words =
        move |of: fn(&Evidence) -> &String| piece.read().as_ref().map(|piece| of(piece).clone()).unwrap_or_default();
    let (text, reflection) =
        (Memo::new(move |_| words(|piece| &piece.text)), Memo::new(move |_| words(|piece| &piece.reflection)));
    // What the words show in place is not shown again.
    let others = Memo::new(move |_| {
        let all = artifacts.get();
        joined(beside(&[&text.read(), &reflection.read()], all.clone()), &all)
    });
    let is_empty = move || text.read().is_empty() && others.read().is_empty();
    view! {
        <Show when=is_empty>
            <p class="soft">{t::evidence::nothing_in_it()}</p>
        </Show>
        {move || (!text.read().is_empty()).then(|| view! { <Markdown text=text.get() pictures /> })}
        <Show when=move || !others.read().is_empty()>
            <div class="figures">
                <For each=move || others.get() key=shown_of let((artifact, captions))>
                    <ArtifactFigure artifact captions />
                </For>
            </div>
        </Show>
        {move || {
            (!reflection.read().is_empty())
                .then(|| {
                    view! {
                        <section class="stack measure reflection" aria-labelledby="piece-reflection">
                            <h2 id="piece-reflection">{t::evidence::reflection()}</h2>
                            <Markdown text=reflection.get() pictures />
                        </section>
                    }
                })
        }}
    }
}

/// What of an artifact its figure is drawn anew for; the rest of it the figure follows by itself, or a film would begin again.
fn shown_of((artifact, captions): &(Artifact, Option<StoredFile>)) -> String {
    let Artifact { id, caption, alt, content, .. } = artifact;
    format!("{id} {caption:?} {alt:?} {content:?} {captions:?}")
}

/// What is unusual about how the piece stands.
#[component]
fn Notice(id: EntityId, standing: Standing) -> impl IntoView {
    let state = AppState::expect();
    let keep = move |_| drop(state.attempt(Intent::Restore { piece: id.clone() }));
    match standing {
        Standing::Live => ().into_any(),
        Standing::Trashed => view! { <p class="card card-sunk">{t::evidence::in_trash()}</p> }.into_any(),
        Standing::Recovered => view! {
            <div class="card card-sunk">
                <p>
                    <strong>{t::life::recovered()}</strong>
                    ". "
                    {t::evidence::recovered()}
                </p>
                <div class="row">
                    <button type="button" class="button" on:click=keep>
                        {t::life::keep()}
                    </button>
                </div>
            </div>
        }
        .into_any(),
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

/// In which ways it shows that; here one may put it right, too.
#[component]
fn WaysShown(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let piece = id.clone();
    let shown = Memo::new(move |_| {
        let shown = state.watch(&[id.as_str(), "artifact"], |world| Shown::of(world, &id));
        shown.flatten().unwrap_or_default()
    });
    let change = Callback::new(move |ways| {
        state.attempt(Intent::EditEvidence { piece: piece.clone(), edit: PieceEdit::Shown(ways) });
    });
    view! {
        <div>
            <ShownFold shown change />
        </div>
    }
}

#[component]
fn ClaimList(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let claims = Memo::new(move |_| {
        let claims = state.watch(&["claim", "framework"], |world| {
            let claims = world.portfolio.claims_of(&id).into_iter();
            let named =
                claims.map(|claim| (claim.competency.clone(), world.frameworks.name(&claim.competency), claim.level));
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
