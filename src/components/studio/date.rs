//! When the work was done.

use chrono::NaiveDate;
use leptos::prelude::*;
use portfolio::intent::PieceEdit;

use super::Draft;
use crate::i18n::t;
use crate::ui::date::DateInput;
use crate::ui::field::Field;

/// The day of the work; levels go by it.
#[component]
pub fn DateField(draft: Draft) -> impl IntoView {
    let day = Signal::derive(move || draft.said().date);
    let change = Callback::new(move |day: Option<NaiveDate>| {
        if let Some(day) = day {
            draft.edit(PieceEdit::Date(day));
        }
    });
    view! {
        <Field id="date" label=t::studio::date() hint=t::studio::date_hint()>
            <DateInput id="date" day change />
        </Field>
    }
}
