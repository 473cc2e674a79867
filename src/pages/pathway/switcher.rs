//! Which pathway is looked at, and the way to the others.

use leptos::prelude::*;
use leptos_router::hooks::query_signal;
use portfolio::EntityId;

use super::ways::address;
use crate::components::pathways::{self, PATHWAY, Wanted};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// Where the focus goes when the pathway that was looked at is put away.
pub const HERE: &str = "pathways";

/// The pathway that is looked at. Copies are the same.
#[derive(Clone, Copy)]
pub struct Here {
    pathway: Memo<EntityId>,
    goals: Memo<Vec<EntityId>>,
}

impl Here {
    /// That which the address says; the first in order, where it says none that is in use.
    pub fn of_address(state: AppState) -> Self {
        let (wanted, _) = query_signal::<Wanted>(PATHWAY);
        let pathway = Memo::new(move |_| {
            let wanted = wanted.get();
            let found = state.watch(&["pathway"], |world| {
                let pathways = world.portfolio.pathways();
                let is_wanted = |id: &EntityId| matches!(&wanted, Some(Wanted::One(wanted)) if wanted == id);
                let found = pathways.iter().find(|pathway| is_wanted(&pathway.id)).or(pathways.first());
                found.map(|pathway| pathway.id.clone())
            });
            found.flatten().unwrap_or_else(EntityId::first_pathway)
        });
        let goals = Memo::new(move |_| {
            let here = pathway.get();
            let goals = state.watch(&["goal", "pathway"], |world| {
                world.portfolio.goals_on(&here).into_iter().map(|goal| goal.id.clone()).collect()
            });
            goals.unwrap_or_default()
        });
        Self { pathway, goals }
    }

    /// Which it is.
    pub fn pathway(self) -> EntityId {
        self.pathway.get()
    }

    /// Its goals in order.
    pub fn goals(self) -> Memo<Vec<EntityId>> {
        self.goals
    }

    /// Whether nothing stands on it.
    pub fn is_empty(self) -> bool {
        self.goals.with(Vec::is_empty)
    }
}

/// The pathways by their names, where there are several, and at the far side what can be done.
#[component]
pub fn Switcher(here: Here, children: Children) -> impl IntoView {
    let state = AppState::expect();
    let known = Memo::new(move |_| state.watch(&["pathway"], pathways::all).unwrap_or_default());
    let link = move |(pathway, name): (EntityId, String)| {
        let to = address(&Place::OnePathway(pathway.rest().to_owned()));
        view! {
            <li>
                // The router's own link would call all of them current: they differ in the query alone.
                <a class="chip" href=to aria-current=move || (here.pathway() == pathway).then_some("true")>
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <div id=HERE class="row row-apart" role="group" tabindex="-1" aria-label=t::pathway::switch()>
            <Show when=move || { known.read().len() > 1 }>
                <nav aria-label=t::pathway::switch()>
                    <ul role="list" class="chips">
                        <For each=move || known.get() key=Clone::clone let(one)>
                            {link(one)}
                        </For>
                    </ul>
                </nav>
            </Show>
            <div class="row row-quiet">{children()}</div>
        </div>
    }
}
