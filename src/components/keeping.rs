//! Until when a piece that shows people may be kept, and what to do when that day has passed.

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::date::{end_of_school_year, years_after};
use portfolio::intent::PieceEdit;
use portfolio::{EntityId, Intent};

use crate::i18n::{language, t};
use crate::state::AppState;
use crate::ui::answers::Answers;
use crate::ui::date::DateInput;
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::icon::{Glyph, Icon};

/// How long "for some years" is.
const YEARS: u32 = 2;

/// A day in the reader's words.
pub fn day(day: NaiveDate) -> String {
    intl::date(language().tag(), day, DateStyle::Long)
}

/// Sensible last days, no end, and a day of one's own.
#[component]
pub fn KeepUntil(
    /// The last day that holds, or that there is no end; `None` where nobody has said yet.
    until: Signal<Option<Option<NaiveDate>>>,
    /// Takes another, or none.
    change: Callback<Option<NaiveDate>>,
) -> impl IntoView {
    let today = AppState::expect().read(|world| world.today).unwrap_or_default();
    let (school_year, years) = (end_of_school_year(today), years_after(today, YEARS));
    let answers = vec![
        (Some(school_year), t::people::school_year(day(school_year))),
        (Some(years), t::people::in_two_years(day(years))),
        (None, t::people::no_end().to_owned()),
    ];
    let day_held = Signal::derive(move || until.get().flatten());
    let choose = Callback::new(move |answer: Option<Option<NaiveDate>>| change.run(answer.flatten()));
    view! {
        <div class="stack stack-tight">
            <Answers question=t::people::until() answers held=until change=choose />
            <p class="hint">{t::people::until_hint()}</p>
            <Field id="keep-until" label=t::people::another_day()>
                <DateInput id="keep-until" day=day_held change />
            </Field>
        </div>
    }
}

/// What is to be decided about a piece whose last day has passed: keep it longer, or put it into the trash.
#[component]
pub fn Expired(
    piece: EntityId,
    /// What it is called.
    title: String,
    /// The day that has passed.
    until: NaiveDate,
    /// What follows when it lies in the trash.
    #[prop(optional)]
    trashed: Option<Callback<()>>,
) -> impl IntoView {
    let state = AppState::expect();
    let open = RwSignal::new(false);
    let (kept, thrown) = (piece.clone(), piece);
    let keep = Callback::new(move |until: Option<NaiveDate>| {
        open.set(false);
        let edit = PieceEdit::KeepUntil(until);
        state.attempt_aloud(Intent::EditEvidence { piece: kept.clone(), edit }, t::people::kept());
    });
    let throw = move |_| {
        let done = state.attempt_aloud(Intent::Trash { piece: thrown.clone() }, t::evidence::trashed(&title));
        if let (Some(_), Some(then)) = (done, trashed) {
            then.run(());
        }
    };
    view! {
        <div class="stack stack-tight">
            <p>{t::people::expired(day(until))}</p>
            <div class="row">
                <button type="button" class="button" on:click=move |_| open.set(true)>
                    {t::people::keep_longer()}
                </button>
                <button type="button" class="button" on:click=throw>
                    <Icon glyph=Glyph::Trash />
                    {t::evidence::trash()}
                </button>
            </div>
            <Dialog open title=t::people::keep_longer()>
                <KeepUntil until=Signal::stored(None) change=keep />
                <div class="row">
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        {t::shell::cancel()}
                    </button>
                </div>
            </Dialog>
        </div>
    }
}
