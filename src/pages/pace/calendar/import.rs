//! Terms and breaks from a calendar file of the school.

use chrono::Days;
use interchange::ics::{self, Read, Unread, WholeDays};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::files::{self, PickedFile};
use platform::page;
use portfolio::Intent;
use portfolio::calendar::{Period, PeriodKind};

use super::periods::days;
use crate::i18n::t;
use crate::state::AppState;

/// What is longer may be a term as well as the long holidays, so nothing is guessed of it.
const SURELY_A_BREAK: i64 = 21;
/// Holidays of years ago say nothing of what is to come.
const PAST: u64 = 400;
/// The most that are offered: those that come first.
const OFFERED: usize = 200;

/// An event of the file and what it is to be.
#[derive(Clone)]
struct Offered {
    event: WholeDays,
    kind: RwSignal<Option<PeriodKind>>,
}

impl Offered {
    fn of(event: WholeDays) -> Self {
        let is_short = (event.last - event.first).num_days() < SURELY_A_BREAK;
        Self { event, kind: RwSignal::new(is_short.then_some(PeriodKind::Break)) }
    }

    fn name(&self) -> String {
        if self.event.name.is_empty() { t::calendar::no_name().to_owned() } else { self.event.name.clone() }
    }

    fn chosen(self) -> Option<(PeriodKind, Period)> {
        let WholeDays { first, last, name } = self.event;
        self.kind.get_untracked().map(|kind| (kind, Period { first, last, name }))
    }
}

/// A file to pick, what is in it, and the button that takes what was chosen of it.
#[component]
pub fn ImportCalendar() -> impl IntoView {
    let state = AppState::expect();
    let offered = RwSignal::new_local(None::<Vec<Offered>>);
    let said = RwSignal::new(None::<String>);
    let look_at = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        said.set(None);
        offered.set(None);
        spawn_local(async move {
            match read(file).await {
                Ok(read) => {
                    let since = state.read(|world| world.today - Days::new(PAST));
                    let mut events = read.events;
                    events.retain(|event| since.is_none_or(|since| event.last >= since));
                    let left_out = read.timed + read.unreadable + events.len().saturating_sub(OFFERED);
                    events.truncate(OFFERED);
                    said.try_set(Some(found(events.len(), left_out, read.repeating)));
                    offered.try_set((!events.is_empty()).then(|| events.into_iter().map(Offered::of).collect()));
                }
                Err(words) => drop(said.try_set(Some(words.to_owned()))),
            }
        });
    };
    let take = move |_| {
        let periods = offered.get_untracked().unwrap_or_default().into_iter().filter_map(Offered::chosen);
        let periods: Vec<_> = periods.collect();
        let taken = t::calendar::taken(periods.len());
        if state.attempt_aloud(Intent::AddPeriods { periods }, taken).is_some() {
            offered.set(None);
            said.set(None);
            page::focus_when_drawn("calendar-title".to_owned());
        }
    };
    view! {
        <section class="stack" aria-labelledby="calendar-file">
            <h3 id="calendar-file" class="aside-title">{t::calendar::file()}</h3>
            <p class="soft">{t::calendar::file_about()}</p>
            <div class="row">
                <label class="button">
                    {t::calendar::choose()}
                    <input type="file" class="visually-hidden" accept=".ics,text/calendar" on:change=look_at />
                </label>
            </div>
            <div aria-live="polite">{move || said.get().map(|words| view! { <p>{words}</p> })}</div>
            {move || {
                offered
                    .get()
                    .map(|offered| {
                        view! {
                            <ul role="list" class="lines">
                                {offered.into_iter().map(|offered| view! { <OfferedRow offered /> }).collect_view()}
                            </ul>
                            <div class="row">
                                <button type="button" class="button button-main" on:click=take>
                                    {t::calendar::take()}
                                </button>
                            </div>
                        }
                    })
            }}
        </section>
    }
}

async fn read(file: PickedFile) -> Result<Read, &'static str> {
    let bytes = file.bytes(ics::MAX_BYTES as u64).await.map_err(|error| match error {
        files::ReadError::TooLarge { .. } => t::calendar::too_large(),
        files::ReadError::Browser(_) => t::calendar::unreadable(),
    })?;
    ics::read(&bytes).map_err(|unread| match unread {
        Unread::NotACalendar => t::calendar::not_a_calendar(),
        Unread::TooLarge | Unread::TooMany => t::calendar::too_large(),
    })
}

/// What is in the file, and what of it is not offered.
fn found(events: usize, left_out: usize, repeating: usize) -> String {
    let mut said = vec![t::calendar::found(events)];
    if left_out > 0 {
        said.push(t::calendar::left_out(left_out));
    }
    if repeating > 0 {
        said.push(t::calendar::repeating(repeating));
    }
    said.join(" ")
}

#[component]
fn OfferedRow(offered: Offered) -> impl IntoView {
    const KINDS: [Option<PeriodKind>; 3] = [Some(PeriodKind::Break), Some(PeriodKind::Term), None];
    let (name, kind) = (offered.name(), offered.kind);
    let label = t::calendar::what_is(&name);
    let options = KINDS
        .into_iter()
        .map(|option| {
            let words = match option {
                Some(PeriodKind::Break) => t::calendar::is_break(),
                Some(PeriodKind::Term) => t::calendar::is_term(),
                None => t::calendar::is_neither(),
            };
            view! { <option prop:selected=move || kind.get() == option>{words}</option> }
        })
        .collect_view();
    let choose = move |place: i32| {
        let chosen = usize::try_from(place).ok().and_then(|place| KINDS.get(place).copied());
        kind.set(chosen.flatten());
    };
    view! {
        <li class="row row-apart">
            <span class="stack stack-tight grow">
                <bdi>{name}</bdi>
                <span class="soft small">{days(offered.event.first, offered.event.last)}</span>
            </span>
            <select
                class="input input-choice"
                aria-label=label
                on:change:target=move |event| choose(event.target().selected_index())
            >
                {options}
            </select>
        </li>
    }
}
