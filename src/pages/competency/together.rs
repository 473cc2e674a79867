//! How far a heading is: what its competencies come to together.

use leptos::prelude::*;
use portfolio::{ItemId, Level, levels};

use crate::components::level::LevelOf;
use crate::i18n::t;
use crate::state::AppState;

/// The level of a heading by the rule for parents, and how many of its competencies are at 3. What its levels rest on may be the
/// learner's word.
#[component]
pub fn Together(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let now = Memo::new(move |_| {
        let now = state.watch(&["claim", "evidence", "framework"], |world| {
            let framework = world.frameworks.of(&id)?;
            let held = levels::all_held(world.portfolio);
            let level = levels::of_parent(&held, framework, &id);
            let is_reached = |item: &&portfolio::framework::Item| {
                held.get(&item.id).is_some_and(|held| held.level >= Level::PROFICIENT)
            };
            let reached = framework.competencies_in(&id).filter(is_reached).count();
            Some((level, reached, framework.competencies_in(&id).count()))
        });
        now.flatten()
    });
    move || {
        let (level, reached, of) = now.get().filter(|(.., of)| *of > 0)?;
        Some(view! {
            <section class="stack stack-tight" aria-labelledby="together">
                <h2 id="together" class="aside-title">
                    {t::competency::together()}
                </h2>
                <p class="row">
                    <LevelOf level />
                    <span class="soft small">{t::competency::together_count(of, reached)}</span>
                </p>
                <p class="soft small measure">{t::competency::together_rule()}</p>
            </section>
        })
    }
}
