//! A modal question on the native `dialog`: it holds the focus, closes with Escape and gives the focus back.

use leptos::html;
use leptos::prelude::*;

/// A dialog that stands open while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it stands open; set to false when the person closes it.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// A class that makes more of it than a question.
    #[prop(optional)]
    class: &'static str,
    /// It was closed, and the focus is back where it was.
    #[prop(optional)]
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        match (open.get(), element.open()) {
            // A dialog that is not in the document yet cannot be shown; the effect runs again when it is.
            (true, false) => element.show_modal().unwrap_or_default(),
            (false, true) => element.close(),
            _ => {}
        }
    });
    let (label, children) = (title.clone(), StoredValue::new(children));
    let closed = move |_| {
        if dialog.get_untracked().is_some_and(|element| element.open()) {
            // It was opened again before this came to be told.
            return;
        }
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=dialog class=class aria-label=label on:close=closed>
            <div class="stack">
                <h2>{title}</h2>
                <Show when=move || open.get()>{move || children.with_value(|children| children())}</Show>
            </div>
        </dialog>
    }
}
