//! A day that is picked or typed.

use chrono::NaiveDate;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The native date field. A browser reports every half-typed date as a change, so a day that is typed is taken when the field is
/// left or Enter is pressed, one that is picked at once. What was not taken gives way to the day that holds.
#[component]
pub fn DateInput(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// What it asks for, where no label element says it.
    #[prop(into, optional)]
    label: Option<String>,
    /// The day that holds.
    #[prop(into)]
    day: Signal<Option<NaiveDate>>,
    /// Takes another day, or none.
    change: Callback<Option<NaiveDate>>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let is_typed = StoredValue::new(false);
    let shown = move || day.get().map(|day| day.to_string()).unwrap_or_default();
    let take = move || {
        let Some(input) = input.get_untracked() else { return };
        is_typed.set_value(false);
        // A date of which parts are missing has no value either, but it is not valid.
        let is_whole = !input.value().is_empty() || input.check_validity();
        let value = input.value().parse().ok();
        if is_whole && value != day.get_untracked() {
            change.run(value);
        }
        input.set_value(&day.get_untracked().map(|day| day.to_string()).unwrap_or_default());
    };
    let key = move |event: KeyboardEvent| {
        is_typed.set_value(true);
        if event.key() == "Enter" {
            take();
        }
    };
    let changed = move |_| {
        if !is_typed.get_value() {
            take();
        }
    };
    let described = super::field::describedby(&id);
    view! {
        <input
            node_ref=input
            id=id
            type="date"
            class="input input-date"
            aria-label=label
            aria-describedby=described
            prop:value=shown
            on:keydown=key
            on:change=changed
            on:blur=move |_| take()
        />
    }
}
