//! Something the learner did that no file shows: a match, a performance, a day of helping.

use chrono::NaiveDate;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::intent::Wording;
use portfolio::model::Event;

use super::form_end::FormEnd;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::date::DateInput;
use crate::ui::field::{Field, describedby};

/// Asks what it was, where, when and who saw it. `keep` takes the answers of a form that says at least what it was.
#[component]
pub fn EventForm(
    /// What is known of it already.
    event: Event,
    keep: Callback<Event>,
    close: Callback<()>,
) -> impl IntoView {
    let today = AppState::expect().read(|world| world.today);
    let (what, place, seen) = (RwSignal::new(event.what), RwSignal::new(event.place), RwSignal::new(event.seen));
    let day = RwSignal::new(event.day);
    let missing = RwSignal::new(false);
    let ahead = RwSignal::new(false);
    let words = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
    let change = Callback::new(move |chosen: Option<NaiveDate>| {
        let is_ahead = chosen > today && today.is_some();
        ahead.set(is_ahead);
        if !is_ahead {
            day.set(chosen);
        }
    });
    let submit = move |submitted: SubmitEvent| {
        submitted.prevent_default();
        missing.set(words(what).is_empty());
        if !missing.get_untracked() {
            keep.run(Event { what: words(what), place: words(place), day: day.get_untracked(), seen: words(seen) });
            close.run(());
        }
    };
    let error =
        move |is: RwSignal<bool>, words: &'static str| Signal::derive(move || is.get().then(|| words.to_owned()));
    view! {
        <form class="stack" on:submit=submit novalidate>
            <Field id="event-what" label=t::event::what() hint=t::event::what_hint() error=error(missing, t::event::missing())>
                <input
                    id="event-what"
                    class="input"
                    maxlength=Wording::What.most_letters()
                    autocomplete="off"
                    aria-describedby=describedby("event-what")
                    aria-invalid=move || missing.get().to_string()
                    bind:value=what
                />
            </Field>
            <Field id="event-place" label=t::event::place()>
                <input id="event-place" class="input" maxlength=Wording::Place.most_letters() autocomplete="off" bind:value=place />
            </Field>
            <Field id="event-day" label=t::event::day() error=error(ahead, t::event::ahead())>
                <DateInput id="event-day" day change />
            </Field>
            <Field id="event-seen" label=t::event::seen() hint=t::event::seen_hint()>
                <input
                    id="event-seen"
                    class="input"
                    maxlength=Wording::Seen.most_letters()
                    autocomplete="off"
                    aria-describedby=describedby("event-seen")
                    bind:value=seen
                />
            </Field>
            <FormEnd close keep=t::event::keep() />
        </form>
    }
}
