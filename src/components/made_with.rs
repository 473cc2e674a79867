//! How a piece was made, in words.

use leptos::prelude::*;
use portfolio::model::MadeWith;

use crate::i18n::t;

/// What is said, in one line; nothing where nothing is said.
pub fn in_short(made: &MadeWith) -> Option<String> {
    let help = (!made.help.is_empty()).then(|| t::made::with_help().to_owned());
    let ai = made.ai.map(|ai| if ai { t::made::with_ai() } else { t::made::without_ai() }.to_owned());
    let said: Vec<String> = [by(made), help, ai].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// By whom it was made.
fn by(made: &MadeWith) -> Option<String> {
    made.alone.map(|alone| match alone {
        true => t::made::alone().to_owned(),
        false if made.with.is_empty() => t::made::together().to_owned(),
        false => t::made::together_with(&made.with),
    })
}

/// All that is said, for the piece's page; nothing where nothing is said.
#[component]
pub fn MadeWithFacts(made: MadeWith) -> impl IntoView {
    let ai = made.ai.map(|ai| match ai {
        true if made.ai_how.is_empty() => t::made::yes().to_owned(),
        true => made.ai_how.clone(),
        false => t::made::no().to_owned(),
    });
    let help = (!made.help.is_empty()).then(|| made.help.clone());
    let facts = [(t::made::by(), by(&made)), (t::made::help_had(), help), (t::made::ai_part(), ai)];
    let facts: Vec<_> = facts.into_iter().filter_map(|(name, words)| Some((name, words?))).collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section class="stack stack-tight measure" aria-labelledby="piece-made">
                <h2 id="piece-made">{t::made::title()}</h2>
                <dl class="facts">
                    {facts
                        .into_iter()
                        .map(|(name, words)| {
                            view! {
                                <dt class="small">{name}</dt>
                                <dd>
                                    <bdi>{words}</bdi>
                                </dd>
                            }
                        })
                        .collect_view()}
                </dl>
            </section>
        }
    })
}
