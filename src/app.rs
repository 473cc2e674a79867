//! The whole app: what stands around every place, and which place is shown.

use leptos::prelude::*;

/// The root component.
#[component]
pub fn App() -> impl IntoView {
    view! { <main><h1>"Cairn"</h1></main> }
}
