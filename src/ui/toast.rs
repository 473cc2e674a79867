//! What was just done, said once, with a way back for a while.

use leptos::prelude::*;

/// One message with at most one action.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub words: String,
    /// The label of the way back and what it does.
    pub action: Option<(String, Callback<()>)>,
}

/// The corner where the newest message stands. It is a polite live region: a screen reader hears it without losing its place.
#[component]
pub fn Toasts(
    /// The message of now.
    #[prop(into)]
    current: Signal<Option<Toast>>,
) -> impl IntoView {
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || {
                current
                    .get()
                    .map(|Toast { words, action }| {
                        view! {
                            <div class="toast">
                                <span>{words}</span>
                                {action
                                    .map(|(label, run)| {
                                        view! {
                                            <button type="button" class="button" on:click=move |_| run.run(())>
                                                {label}
                                            </button>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
