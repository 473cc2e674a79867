//! A question with a few answers, each a switch.

use leptos::prelude::*;

/// At most one answer holds; pressing the one that holds takes it back.
#[component]
pub fn Answers<T, Words>(
    /// The question.
    question: &'static str,
    /// The answers and their words.
    answers: Vec<(T, Words)>,
    /// The answer that holds.
    #[prop(into)]
    held: Signal<Option<T>>,
    /// Takes another answer, or none.
    change: Callback<Option<T>>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    Words: IntoView + 'static,
{
    let buttons = answers.into_iter().map(|(answer, words)| {
        let is_held = move || held.get() == Some(answer);
        let press = move |_| change.run((held.get_untracked() != Some(answer)).then_some(answer));
        view! {
            <button type="button" class="chip" aria-pressed=move || is_held().to_string() on:click=press>
                {words}
            </button>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field-label">{question}</legend>
            <div class="chips">{buttons.collect_view()}</div>
        </fieldset>
    }
}
