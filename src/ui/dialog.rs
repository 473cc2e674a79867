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
    view! {
        <dialog node_ref=dialog aria-label=label on:close=move |_| open.set(false)>
            <div class="stack">
                <h2>{title}</h2>
                <Show when=move || open.get()>{move || children.with_value(|children| children())}</Show>
            </div>
        </dialog>
    }
}
