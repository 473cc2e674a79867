//! Drawing in several tasks.

use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use platform::timer;

/// What is drawn in a task of its own, after what stands around it: the page can answer in between.
#[component]
pub fn InTurn(children: ChildrenFn) -> impl IntoView {
    let is_due = RwSignal::new(false);
    spawn_local_scoped_with_cancellation(async move {
        timer::breathe().await;
        is_due.set(true);
    });
    view! { <Show when=move || is_due.get()>{children()}</Show> }
}
