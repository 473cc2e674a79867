//! Questions to begin a reflection with, from the frameworks of what the piece shows.

use leptos::prelude::*;
use platform::page;
use portfolio::{Framework, ItemId};

use super::Draft;
use crate::i18n::{language, t};
use crate::state::World;
use crate::ui::icon::{Glyph, Icon};

/// As many as are offered before somebody asks for more.
const FIRST: usize = 3;

/// A question, and the language it is in where that is another than the app's.
#[derive(Clone, PartialEq)]
struct Prompt {
    words: String,
    lang: Option<String>,
}

/// A question to be answered, as it stands after what was written before.
pub fn after(before: &str, question: &str) -> String {
    let gap = if before.is_empty() { "" } else { "\n\n" };
    format!("{gap}**{question}**\n\n")
}

/// All prompts, those of what is claimed before those for anything.
fn prompts(world: World<'_>, claimed: &[ItemId]) -> Vec<Prompt> {
    let of = |framework: &Framework, words: &str| {
        let lang = framework.about().language.clone().filter(|lang| !lang.starts_with(language().tag()));
        Prompt { words: words.to_owned(), lang }
    };
    let mut found: Vec<Prompt> = Vec::new();
    for competency in claimed {
        for framework in world.frameworks.iter() {
            let general = &framework.about().prompts;
            let own = framework.prompts(competency).filter(|words| !general.iter().any(|other| other == words));
            found.extend(own.map(|words| of(framework, words)));
        }
    }
    for framework in world.frameworks.iter() {
        found.extend(framework.about().prompts.iter().map(|words| of(framework, words)));
    }
    let mut met = std::collections::BTreeSet::new();
    found.retain(|prompt| met.insert(prompt.words.clone()));
    found
}

/// Offers them as buttons; `ask` puts one into the reflection.
#[component]
pub fn Prompts(draft: Draft, ask: Callback<String>) -> impl IntoView {
    let state = draft.state();
    let asked = RwSignal::new(Vec::<String>::new());
    let all_wanted = RwSignal::new(false);
    let offered = Memo::new(move |_| {
        let claimed: Vec<ItemId> = draft.claims().into_iter().map(|(competency, _)| competency).collect();
        let written = draft.piece().get().and_then(|piece| {
            state.read(|world| world.portfolio.piece(&piece).map(|piece| piece.reflection.clone())).flatten()
        });
        let written = written.unwrap_or_default();
        let mut offered = state.watch(&["framework"], |world| prompts(world, &claimed)).unwrap_or_default();
        asked.with(|asked| {
            offered.retain(|prompt| !asked.contains(&prompt.words) && !written.contains(&prompt.words));
        });
        offered
    });
    let shown = move || {
        let most = if all_wanted.get() { usize::MAX } else { FIRST };
        offered.get().into_iter().take(most).collect::<Vec<_>>()
    };
    let more = move |_| {
        if let Some(next) = offered.with(|offered| offered.get(FIRST).map(|prompt| id_of(&prompt.words))) {
            page::focus_when_drawn(next);
        }
        all_wanted.set(true);
    };
    let choose = move |words: String| {
        asked.update(|asked| asked.push(words.clone()));
        ask.run(words);
    };
    view! {
        <Show when=move || !offered.read().is_empty()>
            <div class="stack stack-tight" role="group" aria-labelledby="prompts">
                <p id="prompts" class="soft small">
                    {t::studio::prompts()}
                </p>
                <ul role="list" class="prompts">
                    <For each=shown key=|prompt| prompt.words.clone() let(Prompt { words, lang })>
                        <li>
                            <button
                                type="button"
                                id=id_of(&words)
                                class="prompt"
                                lang=lang
                                on:click={
                                    let words = words.clone();
                                    move |_| choose(words.clone())
                                }
                            >
                                <Icon glyph=Glyph::Add />
                                {words.clone()}
                            </button>
                        </li>
                    </For>
                </ul>
                <Show when=move || !all_wanted.get() && FIRST < offered.read().len()>
                    <p>
                        <button type="button" class="button button-quiet prompts-more" on:click=more>
                            {t::studio::prompts_more()}
                        </button>
                    </p>
                </Show>
            </div>
        </Show>
    }
}

/// An id that is the same for the same words.
fn id_of(words: &str) -> String {
    let letters = words.chars().filter(|letter| letter.is_alphanumeric());
    format!("prompt-{}", letters.collect::<String>())
}
