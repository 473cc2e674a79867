//! What each level looks like, and which one is held.

use leptos::prelude::*;
use portfolio::{ItemId, Level, levels};

use crate::components::level::{self, number};
use crate::i18n::t;
use crate::state::{AppState, World};

/// What the steps of the scale are called that the framework's words for an item are of; nothing if that is Cairn's own.
fn steps(world: World<'_>, id: &ItemId) -> Vec<String> {
    let scale = world.frameworks.of(id).and_then(|framework| framework.scale_of(framework.item(id)?));
    scale.map(|scale| scale.steps.clone()).unwrap_or_default()
}

/// The framework's own words where it has them, else Cairn's general ones. A learner who wrote a competency may have left some to these.
#[component]
pub fn LevelWords(id: ItemId, levels: Vec<(Level, String)>) -> impl IntoView {
    let state = AppState::expect();
    let is_own = state.read(|world| world.portfolio.own(&id).is_some()).unwrap_or_default();
    let steps = state.read(|world| steps(world, &id)).unwrap_or_default();
    let held = Memo::new(move |_| {
        state.watch(&["claim", "evidence"], |world| levels::held(world.portfolio, &id).map(|held| held.level)).flatten()
    });
    let words = if levels.is_empty() || is_own {
        let told = |level| levels.iter().find(|(other, _)| *other == level).map(|(_, words)| words.clone());
        let whole = [2, 4, 6, 8].into_iter().filter_map(|half_points| Level::from_half_points(half_points).ok());
        whole.map(|level| (level, told(level).unwrap_or_else(|| level::words(level)))).collect()
    } else {
        levels
    };
    let levels: Vec<Level> = words.iter().map(|(level, _)| *level).collect();
    // A half step without words of its own stands at those of the level whose whole it has.
    let here = Memo::new(move |_| held.get().and_then(|held| levels.iter().rposition(|level| *level <= held)));
    let rows = words
        .into_iter()
        .enumerate()
        .map(|(place, (level, words))| {
            let is_here = move || here.get() == Some(place);
            // The name that the framework's own scale has for it, where its words do not say so already.
            let step =
                steps.get(place).filter(|step| **step != words).map(|step| view! { " · " <bdi>{step.clone()}</bdi> });
            view! {
                <div class:level-words-held=is_here>
                    <dt>
                        <strong>{t::competency::level_title(number(level))} {step}</strong>
                        {move || is_here().then(|| format!(" · {}", t::competency::held_here()))}
                    </dt>
                    <dd>{words}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="level-words">
            <h2 id="level-words">{t::competency::levels()}</h2>
            <dl class="level-words">{rows}</dl>
        </section>
    }
}
