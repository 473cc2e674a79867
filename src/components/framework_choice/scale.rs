//! A scale that is not Cairn's own: which of its words means proficient.

use leptos::prelude::*;
use portfolio::framework::Scale;

use crate::components::level::LevelOf;
use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// Asks for the word, and shows at which level each word stands then.
#[component]
pub fn ScaleQuestion(
    /// The id of the list of words.
    id: String,
    /// The words, the lowest first.
    steps: Vec<String>,
    /// The place of the word that means proficient; `None` for not knowing.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
    /// Takes another.
    change: Callback<Option<u8>>,
) -> impl IntoView {
    let ends = |words: Option<&String>| words.cloned().unwrap_or_default();
    let label = t::framework::scale_question(ends(steps.first()), ends(steps.last()));
    let options = steps.iter().zip(0_u8..).map(|(step, place)| {
        view! {
            <option value=place.to_string() prop:selected=move || chosen.get() == Some(place)>
                {step.clone()}
            </option>
        }
    });
    let options = options.collect_view();
    let scale = StoredValue::new(Scale::of(steps));
    let rows = move || {
        let levels = chosen.get().and_then(|place| scale.with_value(|scale| scale.levels(place)))?;
        let steps = scale.with_value(|scale| scale.steps.clone()).into_iter().zip(levels);
        let rows = steps.map(|(step, level)| {
            view! {
                <li class="row row-apart small">
                    <bdi>{step}</bdi>
                    <LevelOf level=Some(level) />
                </li>
            }
        });
        Some(view! {
            <ul role="list" class="lines" aria-label=t::framework::scale_levels()>
                {rows.collect_view()}
            </ul>
        })
    };
    view! {
        <div class="stack stack-tight">
            <Field id=id.clone() label hint=t::framework::scale_hint()>
                <select
                    id=id.clone()
                    class="input"
                    aria-describedby=describedby(&id)
                    on:change:target=move |event| change.run(event.target().value().parse().ok())
                >
                    <option value="" prop:selected=move || chosen.get().is_none()>
                        {t::framework::scale_unknown()}
                    </option>
                    {options}
                </select>
            </Field>
            {rows}
        </div>
    }
}
