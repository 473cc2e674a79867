//! A part of a form that is folded up, with what was said in it beside its name.

use leptos::prelude::*;

/// A native `details` whose summary tells what is inside, so that it need not be opened to be read.
#[component]
pub fn Fold(
    /// What it is about.
    title: &'static str,
    /// What was said in it, in a few words.
    #[prop(into)]
    about: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold">
            <summary>
                <span class="fold-title">{title}</span>
                <span class="soft small fold-about">{about}</span>
            </summary>
            <div class="stack">{children()}</div>
        </details>
    }
}
