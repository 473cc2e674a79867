//! What the learner has of competencies that are retired, and where it could go: proposed, and moved only where they say so.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::succession::{self, Move};
use portfolio::{Intent, ItemId};

use crate::components::needs_said::NeedsAlong;
use crate::components::retired::{reason, what};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};

const TITLE: &str = "moves-title";

/// Something that could go elsewhere.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    move_along: Move,
    from: String,
    to: String,
    reason: &'static str,
    what: String,
    /// Whether there is no other place for it. Then it is ticked at first; else the learner has to choose.
    is_only: bool,
}

/// What is there.
#[derive(Clone, Default, PartialEq)]
struct Found {
    rows: Vec<Row>,
    /// All that is retired, by name, with what there is of it.
    kept: Vec<(ItemId, String, String)>,
}

fn find(world: World<'_>) -> Found {
    let kept = succession::kept(world.portfolio, world.frameworks);
    let proposals = succession::proposals(world.portfolio, world.frameworks);
    let rows = proposals.iter().map(|proposal| {
        let Move { from, to } = &proposal.move_along;
        Row {
            move_along: proposal.move_along.clone(),
            from: world.frameworks.name(from),
            to: world.frameworks.name(to),
            reason: reason(proposal.link),
            what: kept.get(from).map(what).unwrap_or_default(),
            is_only: proposals.iter().filter(|other| other.move_along.from == *from).count() == 1,
        }
    });
    let rows = rows.collect();
    let named = |(id, kept): (&ItemId, _)| (id.clone(), world.frameworks.name(id), what(kept));
    let mut kept: Vec<_> = kept.iter().map(named).collect();
    kept.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    Found { rows, kept }
}

/// The proposals to tick and carry out, and all that is kept though it is retired. Nothing where nothing is.
#[component]
pub fn Moves() -> impl IntoView {
    let state = AppState::expect();
    let found = Memo::new(move |_| {
        state.watch(&["framework", "claim", "evidence", "goal", "pathway", "notes"], find).unwrap_or_default()
    });
    let ticked = RwSignal::new(BTreeMap::<Move, bool>::new());
    let is_ticked = move |row: &Row| ticked.with(|ticked| ticked.get(&row.move_along).copied().unwrap_or(row.is_only));
    let taken = move || found.with(|found| found.rows.iter().filter(|row| is_ticked(row)).cloned().collect::<Vec<_>>());
    let moves = Signal::derive(move || taken().into_iter().map(|row| row.move_along).collect::<Vec<_>>());
    let go = move |_| {
        let moves = moves.get_untracked();
        let count = moves.len();
        state.attempt_aloud(Intent::MoveAlong { moves }, t::retired::moved(count));
    };
    let tick = Callback::new(move |(row, so): (Row, bool)| {
        ticked.update(|ticked| {
            ticked.insert(row.move_along, so);
        });
    });
    view! {
        <Show when=move || found.with(|found| !found.rows.is_empty())>
            <section class="card card-sunk stack" aria-labelledby=TITLE>
                <h3 id=TITLE>{t::retired::title()}</h3>
                <p class="soft">{t::retired::lead()}</p>
                <ul role="list" class="lines">
                    <For each=move || found.with(|found| found.rows.clone()) key=Clone::clone let(row)>
                        <Proposed row=row.clone() is_ticked=Signal::derive(move || is_ticked(&row)) tick />
                    </For>
                </ul>
                <NeedsAlong moves />
                <div class="row">
                    <button
                        type="button"
                        class="button button-main"
                        disabled=move || taken().is_empty()
                        on:click=go
                    >
                        {move || t::retired::go(taken().len())}
                    </button>
                    <span class="soft small">{move || taken().is_empty().then(t::retired::none_ticked)}</span>
                </div>
            </section>
        </Show>
        <Show when=move || found.with(|found| !found.kept.is_empty())>
            <details>
                <summary>{move || t::retired::kept(found.with(|found| found.kept.len()))}</summary>
                <div class="stack">
                    <p class="soft">{t::retired::kept_about()}</p>
                    <ul role="list" class="lines">
                        <For each=move || found.with(|found| found.kept.clone()) key=Clone::clone let((id, name, what))>
                            <li class="row row-apart">
                                <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                                <span class="soft small">{what}</span>
                            </li>
                        </For>
                    </ul>
                </div>
            </details>
        </Show>
    }
}

#[component]
fn Proposed(row: Row, #[prop(into)] is_ticked: Signal<bool>, tick: Callback<(Row, bool)>) -> impl IntoView {
    let Row { from, to, reason, what, .. } = row.clone();
    view! {
        <li class="stack stack-tight">
            <label class="choice choice-long">
                <input
                    type="checkbox"
                    prop:checked=is_ticked
                    on:change:target=move |event| tick.run((row.clone(), event.target().checked()))
                />
                <span class="move-along">
                    <span>{from}</span>
                    <span aria-hidden="true">"→"</span>
                    <span class="visually-hidden">{t::retired::to()}</span>
                    <strong>{to}</strong>
                </span>
            </label>
            <p class="soft small choice-about">{reason} " " {t::retired::what(what)}</p>
        </li>
    }
}
