//! A labelled control with its hint and its error.

use leptos::prelude::*;

/// A label above the control, a hint below it, and an error that a screen reader hears with the control. The control itself is
/// the child; it takes `id=id` and `aria-describedby=describedby(id)`.
#[component]
pub fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: String,
    /// How to answer, if the label does not say it all.
    #[prop(into, optional)]
    hint: Option<String>,
    /// What is wrong with the answer now.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let described = describedby(&id);
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {children()}
            <div id=described>
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
                {move || error.get().map(|error| view! { <p class="error" role="alert">{error}</p> })}
            </div>
        </div>
    }
}

/// The id of what describes the control `id`.
pub fn describedby(id: &str) -> String {
    format!("{id}-about")
}
