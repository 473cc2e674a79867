//! Finding one competency of all frameworks by its words.

use leptos::prelude::*;
use portfolio::ItemId;

use crate::i18n::t;
use crate::state::{AppState, World};
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};

/// The most matches that are offered at once.
const MATCHES: usize = 8;

/// The competencies to choose from, with their names: those on a pathway while nothing is searched for, else what fits the words,
/// what is on a pathway first.
fn matching(world: World<'_>, query: &str, left_out: &[ItemId]) -> Vec<(ItemId, String)> {
    let pathway: Vec<&ItemId> = world.portfolio.by_turn().into_iter().map(|turn| &turn.goal.competency).collect();
    let mut found: Vec<&ItemId> = if query.trim().is_empty() {
        pathway
    } else {
        let all = world
            .frameworks
            .iter()
            .flat_map(|framework| framework.search(query).into_iter().filter(|item| framework.is_competency(&item.id)));
        let mut all: Vec<&ItemId> = all.map(|item| &item.id).collect();
        all.sort_by_key(|id| !pathway.contains(id));
        all
    };
    found.retain(|id| !left_out.contains(id));
    let named = found.into_iter().filter_map(|id| Some((id.clone(), world.frameworks.item(id)?.name().to_owned())));
    named.take(MATCHES).collect()
}

/// A search over all frameworks. What is chosen is no longer searched for.
#[component]
pub fn FindCompetency(
    /// The id of the field.
    id: &'static str,
    /// What it asks for.
    label: &'static str,
    /// What is said above the pathway's, which are offered at first.
    offered: &'static str,
    /// What is not to be chosen.
    #[prop(into)]
    left_out: Signal<Vec<ItemId>>,
    /// Takes what was chosen.
    choose: Callback<ItemId>,
) -> impl IntoView {
    let state = AppState::expect();
    let query = RwSignal::new(String::new());
    let matches = Memo::new(move |_| {
        let (query, left_out) = (query.get(), left_out.get());
        state.watch(&["framework", "goal", "pathway"], |world| matching(world, &query, &left_out)).unwrap_or_default()
    });
    let is_offered = move || query.read().trim().is_empty() && !matches.read().is_empty();
    let choose = move |competency: ItemId| {
        choose.run(competency);
        query.try_set(String::new());
    };
    view! {
        <Field id label>
            <input
                id=id
                type="search"
                class="input"
                autocomplete="off"
                aria-describedby=describedby(id)
                bind:value=query
            />
        </Field>
        <Show when=is_offered>
            <p class="soft small">{offered}</p>
        </Show>
        <ul role="list" class="stack stack-tight" aria-live="polite">
            <For each=move || matches.get() key=|(id, _)| id.clone() let((id, name))>
                <li>
                    <button type="button" class="button finder-match" on:click=move |_| choose(id.clone())>
                        <Icon glyph=Glyph::Add />
                        {name}
                    </button>
                </li>
            </For>
            <Show when=move || !query.read().trim().is_empty() && matches.read().is_empty()>
                <li class="soft small">{t::studio::claim_none_found()}</li>
            </Show>
        </ul>
    }
}
