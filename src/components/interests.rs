//! Interests: tags that the learner switches on and off.

mod own;
mod suggested;

pub use own::OwnInterest;
pub use suggested::SuggestedInterests;

use leptos::prelude::*;
use portfolio::Intent;

use crate::i18n::t;
use crate::state::AppState;

/// The tags of the bundled framework, in the order in which they are offered.
const OFFERED: [&str; 24] = [
    "animals",
    "building",
    "cooking",
    "dance",
    "drawing",
    "film",
    "games",
    "health",
    "helping people",
    "history",
    "languages",
    "machines",
    "maps",
    "money",
    "music",
    "nature",
    "photos",
    "puzzles",
    "robots",
    "space",
    "sport",
    "stories",
    "theatre",
    "weather",
];

/// A tag in the reader's language; a tag of another framework is shown as it is.
pub fn words(tag: &str) -> String {
    let known = match tag {
        "animals" => t::interest::animals(),
        "building" => t::interest::building(),
        "cooking" => t::interest::cooking(),
        "dance" => t::interest::dance(),
        "drawing" => t::interest::drawing(),
        "film" => t::interest::film(),
        "games" => t::interest::games(),
        "health" => t::interest::health(),
        "helping people" => t::interest::helping(),
        "history" => t::interest::history(),
        "languages" => t::interest::languages(),
        "machines" => t::interest::machines(),
        "maps" => t::interest::maps(),
        "money" => t::interest::money(),
        "music" => t::interest::music(),
        "nature" => t::interest::nature(),
        "photos" => t::interest::photos(),
        "puzzles" => t::interest::puzzles(),
        "robots" => t::interest::robots(),
        "space" => t::interest::space(),
        "sport" => t::interest::sport(),
        "stories" => t::interest::stories(),
        "theatre" => t::interest::theatre(),
        "weather" => t::interest::weather(),
        other => return other.to_owned(),
    };
    known.to_owned()
}

/// The tags to choose from: those offered, and these where they are none of them.
pub fn offered(also: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut tags: Vec<String> = OFFERED.iter().map(|tag| (*tag).to_owned()).collect();
    for tag in also {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The offered tags and those the learner has besides, each a switch.
#[component]
pub fn Interests() -> impl IntoView {
    let state = AppState::expect();
    let chosen = Memo::new(move |_| {
        state.watch(&["learner"], |world| world.portfolio.learner().interests.clone()).unwrap_or_default()
    });
    let tags = move || offered(chosen.get());
    view! {
        <div class="chips">
            <For each=tags key=Clone::clone let(tag)>
                {
                    let (mine, words) = (tag.clone(), words(&tag));
                    let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&mine)));
                    let switch = move |_| {
                        let intent = if is_chosen.get_untracked() {
                            Intent::RemoveInterest { interest: tag.clone() }
                        } else {
                            Intent::AddInterest { interest: tag.clone() }
                        };
                        state.attempt(intent);
                    };
                    view! {
                        <button type="button" class="chip" aria-pressed=move || is_chosen.get().to_string() on:click=switch>
                            {words}
                        </button>
                    }
                }
            </For>
        </div>
    }
}
