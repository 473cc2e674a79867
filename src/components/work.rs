//! Long work as a person sees it: how far it is, how long it takes, and a way to stop it.

use std::time::Duration;

use leptos::prelude::*;
use platform::intl;
use platform::media::Progress;

use crate::i18n::{language, t};
use crate::state::Work;

/// A bar with its amount and time left, and a button that stops the work.
#[component]
pub fn WorkBar(
    work: Work,
    /// What is being done.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let bytes = |count| intl::bytes(language().tag(), count);
    let (far, stop) = (StoredValue::new_local(work.clone()), work);
    let about = move || {
        let Progress { done, total } = far.with_value(Work::progress)?;
        let left = far.with_value(Work::left).map(words).unwrap_or_default();
        Some(format!("{} {left}", t::work::amount(bytes(done), bytes(total))))
    };
    let name = label.clone();
    let bar = move || match far.with_value(Work::progress) {
        Some(Progress { done, total }) => view! {
            <progress aria-label=name.clone() max=total.max(1).to_string() value=done.to_string()></progress>
        }
        .into_any(),
        None => view! { <progress aria-label=name.clone()></progress> }.into_any(),
    };
    view! {
        <div class="work row">
            <div class="stack stack-tight grow">
                <p>{label}</p>
                {bar}
                <p class="soft small" aria-live="off">{about}</p>
            </div>
            <button type="button" class="button" on:click=move |_| stop.stop()>
                {t::work::stop()}
            </button>
        </div>
    }
}

/// "About two minutes left".
fn words(left: Duration) -> String {
    /// From here on minutes are exact enough.
    const MINUTES: u64 = 90;
    // No work takes more seconds than an address has bits.
    match left.as_secs() {
        0 => t::work::nearly().to_owned(),
        seconds @ ..MINUTES => t::work::seconds_left(seconds as usize),
        seconds => t::work::minutes_left(seconds.div_ceil(60) as usize),
    }
}
