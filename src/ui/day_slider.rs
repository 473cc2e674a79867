//! A day that is moved along a line.

use std::time::Duration;

use chrono::{Days, NaiveDate};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer;

/// A day that is moved by keys is taken after a pause of this length.
const PAUSE: Duration = Duration::from_millis(800);

/// A native slider whose steps are days. Drawn by hand, the day is taken when the hand lifts; moved by keys, after a pause or when
/// the slider is left.
#[component]
pub fn DaySlider(
    /// What is moved.
    #[prop(into)]
    label: String,
    /// The first and the last day of the line.
    #[prop(into)]
    span: Signal<(NaiveDate, NaiveDate)>,
    /// The day that holds.
    #[prop(into)]
    day: Signal<NaiveDate>,
    /// A day in words.
    words: fn(NaiveDate) -> String,
    /// The day under way to another one; nothing while it stands.
    moving: RwSignal<Option<NaiveDate>>,
    /// Takes another day.
    change: Callback<NaiveDate>,
) -> impl IntoView {
    let by_keys = StoredValue::new(false);
    let moves = StoredValue::new(0u64);
    let shown = Memo::new(move |_| moving.get().unwrap_or_else(|| day.get()));
    let place = move || {
        let (first, last) = span.get();
        (shown.get().clamp(first, last) - first).num_days().to_string()
    };
    let length = move || {
        let (first, last) = span.get();
        (last - first).num_days().to_string()
    };
    let take = move || {
        let Some(Some(moved)) = moving.try_update(Option::take) else { return };
        if day.try_get_untracked().is_some_and(|day| day != moved) {
            change.run(moved);
        }
    };
    let input = move |value: String| {
        let days = value.parse().ok().map(Days::new);
        let Some(moved) = days.and_then(|days| span.get_untracked().0.checked_add_days(days)) else { return };
        moving.set(Some(moved));
        moves.update_value(|moves| *moves += 1);
        let this = moves.get_value();
        if by_keys.get_value() {
            spawn_local(async move {
                timer::sleep(PAUSE).await;
                if moves.try_get_value() == Some(this) {
                    take();
                }
            });
        }
    };
    let changed = move |_| {
        if !by_keys.get_value() {
            take();
        }
    };
    view! {
        <input
            type="range"
            class="day-slider"
            class:day-slider-passed=move || shown.get() < span.get().0
            min="0"
            max=length
            step="1"
            aria-label=label
            aria-valuetext=move || words(shown.get())
            prop:value=place
            on:pointerdown=move |_: PointerEvent| by_keys.set_value(false)
            on:keydown=move |_: KeyboardEvent| by_keys.set_value(true)
            on:input:target=move |event| input(event.target().value())
            on:change=changed
            on:blur=move |_| take()
        />
    }
}
