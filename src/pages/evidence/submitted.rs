//! A piece as it was sent, to the letter.

mod changes;
mod packet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use platform::intl::{self, DateStyle};
use portfolio::model::{Artifact, Preview, Submission};
use portfolio::submission::{Manifest, Part};
use portfolio::{EntityId, ItemId, Kind, Level, Standing};

use super::piece::Gone;
use super::removed::Removed;
use super::stage::{TakeBack, day, moment};
use super::whereabouts::CopyKept;
use crate::components::level::LevelOf;
use crate::components::markdown::{Markdown, Pictures, beside};
use crate::components::media::{ArtifactFigure, joined};
use crate::components::page_head::PageHead;
use crate::components::shown;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, Unshown};
use changes::WhatChanged;
use packet::Packet;

/// The submission that the address names.
#[component]
pub fn Submitted() -> impl IntoView {
    let state = AppState::expect();
    let params = use_params_map();
    let sent = Memo::new(move |_| {
        let rest = params.read().get("submission")?;
        let id = EntityId::with_rest(Kind::Submission, &rest).ok()?;
        state.watch(&[id.as_str(), "frozen"], |world| world.portfolio.submission(&id).cloned()).flatten()
    });
    move || match sent.get() {
        Some(sent) => view! { <SubmittedPage sent /> }.into_any(),
        None => view! { <Gone /> }.into_any(),
    }
}

/// A copy as it is being read: nothing before that is done.
pub type Reading = RwSignal<Option<Result<Manifest, Unshown>>, LocalStorage>;

/// Reads what was sent.
pub fn read_copy(state: AppState, sent: &Submission) -> Reading {
    let (reading, sent) = (RwSignal::new_local(None), sent.clone());
    spawn_local(async move {
        let copy = state.copy_of(&sent).await;
        reading.try_set(Some(copy));
    });
    reading
}

#[component]
fn SubmittedPage(sent: Submission) -> impl IntoView {
    let state = AppState::expect();
    let copy = read_copy(state, &sent);
    let sent = StoredValue::new(sent);
    let without = move |words: &'static str| {
        view! {
            <div class="page page-narrow">
                <PageHead title=t::life::sent(day(sent.get_value().at)) lead=words />
                <Fingerprint hash=sent.get_value().hash />
            </div>
        }
    };
    move || match copy.get() {
        None => view! { <p class="page soft" role="status">{t::media::looking()}</p> }.into_any(),
        Some(Ok(manifest)) => view! { <AsSent sent=sent.get_value() manifest /> }.into_any(),
        Some(Err(Unshown::NotHere)) => without(t::life::not_here()).into_any(),
        Some(Err(Unshown::Unreadable)) => without(t::life::unreadable()).into_any(),
        Some(Err(Unshown::Erased)) => view! {
            <div class="page page-narrow">
                <PageHead title=t::life::sent(day(sent.get_value().at)) />
                <Removed sent=sent.get_value() />
            </div>
        }
        .into_any(),
    }
}

#[component]
fn AsSent(sent: Submission, manifest: Manifest) -> impl IntoView {
    let title = if manifest.title.is_empty() { t::evidence::untitled().to_owned() } else { manifest.title.clone() };
    let piece = Place::Piece(sent.piece.rest().to_owned()).to_string();
    let withdrawn = sent.withdrawn.map(|at| view! { <p>{t::life::withdrawn(day(at))}</p> });
    let artifacts: Vec<_> = manifest.artifacts.iter().map(|part| artifact(&manifest.piece, part)).collect();
    let pictures = Pictures::among(artifacts.clone(), true);
    let figures = joined(beside(&[&manifest.text, &manifest.reflection], artifacts.clone()), &artifacts).into_iter();
    let figures = figures.map(|(artifact, captions)| view! { <ArtifactFigure artifact captions /> }).collect_view();
    let claims: Vec<_> = manifest.claims.iter().map(|claim| (claim.competency.clone(), claim.level)).collect();
    view! {
        <article class="page piece">
            <PageHead title lead=t::life::as_sent(moment(sent.at))>
                <A href=piece attr:class="button">
                    {t::life::to_piece()}
                </A>
            </PageHead>
            <section class="card card-sunk stack" aria-label=t::life::all_sent()>
                {withdrawn}
                <CopyKept submission=sent.clone() />
                <div class="row row-start">
                    <Packet submission=sent.clone() />
                    {sent.withdrawn.is_none().then(|| view! { <TakeBack submission=sent.id.clone() /> })}
                </div>
                <Fingerprint hash=sent.hash.clone() />
            </section>
            <WhatChanged sent=sent.clone() manifest=manifest.clone() />
            <Facts manifest=manifest.clone() />
            <div class="piece-work">
                {(!manifest.text.is_empty()).then(|| view! { <Markdown text=manifest.text.clone() pictures /> })}
                <div class="figures">{figures}</div>
                {(!manifest.reflection.is_empty())
                    .then(|| {
                        view! {
                            <section class="stack measure reflection" aria-labelledby="sent-reflection">
                                <h2 id="sent-reflection">{t::evidence::reflection()}</h2>
                                <Markdown text=manifest.reflection.clone() pictures />
                            </section>
                        }
                    })}
            </div>
            <Claims claims />
        </article>
    }
}

/// A part of what was sent, as the viewers take it.
fn artifact(piece: &EntityId, part: &Part) -> Artifact {
    Artifact {
        id: part.id.clone(),
        evidence: piece.clone(),
        order: String::new(),
        caption: part.caption.clone(),
        alt: part.alt.clone(),
        content: part.content(),
        source: None,
        preview: Preview::default(),
        cleaned: std::collections::BTreeSet::new(),
        standing: Standing::Live,
    }
}

/// The hash by which the copy is known: short, and whole for whoever compares it.
#[component]
pub fn Fingerprint(hash: String) -> impl IntoView {
    let short = hash.chars().take(12).collect::<String>();
    view! {
        <details class="small">
            <summary>{t::life::fingerprint()} ": " <code>{short}</code> " …"</summary>
            <p>
                <code class="fingerprint">{hash}</code>
            </p>
            <p class="soft">{t::life::fingerprint_about()}</p>
        </details>
    }
}

/// The day of the work, its tags, and how it was made.
#[component]
fn Facts(manifest: Manifest) -> impl IntoView {
    let day = manifest.date.map(|day| intl::date(language().tag(), day, DateStyle::Long));
    let tags = (!manifest.tags.is_empty()).then(|| manifest.tags.iter().cloned().collect::<Vec<_>>().join(", "));
    let made = changes::made_words(&manifest.made);
    let ways = manifest.shown.as_ref().filter(|ways| !ways.is_empty()).map(shown::words);
    let facts = [(t::life::day(), day), (t::shown::title(), ways), (t::life::tags(), tags), (t::life::made(), made)];
    let rows = facts.into_iter().filter_map(|(name, value)| {
        Some(view! {
            <dt>{name}</dt>
            <dd>{value?}</dd>
        })
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

#[component]
fn Claims(claims: Vec<(ItemId, Level)>) -> impl IntoView {
    let state = AppState::expect();
    (!claims.is_empty()).then(|| {
        let rows = claims.into_iter().map(|(competency, level)| {
            let name = state.read(|world| world.frameworks.name(&competency)).unwrap_or_default();
            view! {
                <li class="row row-apart">
                    <A href=Place::Competency(competency.to_string()).to_string()>{name}</A>
                    <LevelOf level=Some(level) />
                </li>
            }
        });
        view! {
            <section class="stack" aria-labelledby="sent-claims">
                <h2 id="sent-claims">{t::evidence::claims()}</h2>
                <ul role="list" class="lines">
                    {rows.collect_view()}
                </ul>
            </section>
        }
    })
}
