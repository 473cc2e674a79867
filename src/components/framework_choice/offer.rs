//! A package that was read and is not adopted yet: what it holds and what is unusual about it.

use std::sync::Arc;

use interchange::case::Reading;
use leptos::prelude::*;
use portfolio::Framework;

use super::{ScaleQuestion, unusual};
use crate::i18n::t;
use crate::state::Answers;

/// Shows the package and asks what has to be known to work with it, where there is a choice: what counts as a competency in it, and which
/// word of a scale that is not Cairn's own means proficient.
#[component]
pub fn OfferCard(reading: Arc<Reading>, choose: Callback<Answers>, busy: RwSignal<bool>) -> impl IntoView {
    let title = match reading.source.title.as_str() {
        "" => t::framework::untitled().to_owned(),
        title => title.to_owned(),
    };
    let by = reading.source.publisher.as_ref().or(reading.source.creator.as_ref()).map(t::framework::offer_by);
    let items = reading.source.items.len();
    let built = Framework::build(reading.source.clone(), None);
    let unusual = unusual::sentences(&reading.deviations, &built);
    let deepest = built.items().iter().map(|item| item.depth).max().unwrap_or(0);
    let depth = RwSignal::new(String::new());
    let scales = reading.source.scales.iter().map(|scale| scale.steps.clone()).collect::<Vec<_>>();
    let proficient = RwSignal::new(vec![None; scales.len()]);
    let answers = move || Answers {
        depth: depth.get_untracked().parse().ok(),
        proficient: proficient.get_untracked(),
        ..Answers::default()
    };
    let questions = scales.into_iter().enumerate().map(|(place, steps)| {
        let chosen = Signal::derive(move || proficient.with(|all| all.get(place).copied().flatten()));
        let change = Callback::new(move |step| {
            proficient.update(|all| {
                if let Some(answer) = all.get_mut(place) {
                    *answer = step;
                }
            });
        });
        view! { <ScaleQuestion id=format!("scale-{place}") steps chosen change /> }
    });
    let questions = questions.collect_view();
    view! {
        <div class="card card-sunk" role="status">
            <h3>{title}</h3>
            <p class="soft">{t::framework::offer_items(items)} " " {by}</p>
            {(!unusual.is_empty())
                .then(|| {
                    let unusual = unusual.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
                    view! {
                        <h4>{t::framework::odd()}</h4>
                        <ul class="small stack stack-tight ideas">{unusual}</ul>
                    }
                })}
            {(deepest > 0)
                .then(|| {
                    view! {
                        <div class="field">
                            <label for="depth">{t::framework::depth()}</label>
                            <select id="depth" class="input" bind:value=depth>
                                <option value="">{t::framework::depth_leaves()}</option>
                                {(0..=deepest)
                                    .map(|level| {
                                        view! {
                                            <option value=level.to_string()>{t::framework::depth_level(level + 1)}</option>
                                        }
                                    })
                                    .collect_view()}
                            </select>
                        </div>
                    }
                })}
            {questions}
            <div class="row">
                <button
                    type="button"
                    class="button button-main"
                    disabled=move || busy.get()
                    on:click=move |_| choose.run(answers())
                >
                    {t::welcome::framework_use()}
                </button>
            </div>
        </div>
    }
}
