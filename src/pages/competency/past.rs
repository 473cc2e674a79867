//! How the level came to be what it is, and what it was on any day.

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::levels::{self, Considered};
use portfolio::{ItemId, Level};

use crate::components::level::LevelOf;
use crate::i18n::{language, t};
use crate::state::AppState;
use crate::ui::date::DateInput;
use crate::ui::field::Field;

/// Folded up: each change with its day, and a day to look back from. Nothing while there is no more than one.
#[component]
pub fn Past(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let entries = Memo::new(move |_| {
        let entries = state.watch(&["claim", "evidence"], |world| {
            levels::history(world.portfolio, &of).iter().map(told).collect::<Vec<_>>()
        });
        entries.unwrap_or_default()
    });
    let day = RwSignal::new(None::<NaiveDate>);
    let then = Memo::new(move |_| {
        let day = day.get()?;
        let held = state.watch(&["claim", "evidence"], |world| levels::held_on(world.portfolio, &id, day))?;
        Some((day, held.map(|held| held.held.level)))
    });
    let rows = move || {
        entries.get().into_iter().rev().map(|(date, is_word, level)| {
            view! {
                <li class="row row-apart">
                    <span>
                        {date}
                        {is_word.then(|| view! { " · " <span class="soft small">{t::competency::own_word()}</span> })}
                    </span>
                    <LevelOf level=Some(level) />
                </li>
            }
        }).collect_view()
    };
    view! {
        <Show when=move || { entries.with(|entries| entries.len() > 1) }>
            <details>
                <summary>{t::competency::past()}</summary>
                <div class="stack">
                    <ul role="list" class="lines">{rows}</ul>
                    <div class="explore-filters">
                        <Field id="as-of" label=t::competency::as_of()>
                            <DateInput id="as-of" day change=Callback::new(move |chosen| day.set(chosen)) />
                        </Field>
                    </div>
                    <div role="status">
                        {move || {
                            then.get()
                                .map(|(day, level)| {
                                    view! {
                                        <p class="row">
                                            {t::competency::on_day(intl::date(language().tag(), day, DateStyle::Long))}
                                            <LevelOf level />
                                        </p>
                                    }
                                })
                        }}
                    </div>
                </div>
            </details>
        </Show>
    }
}

/// An entry with its day in words, whether it is only said, and its level.
fn told(entry: &Considered) -> (String, bool, Level) {
    let date = entry.day.map(|day| intl::date(language().tag(), day, DateStyle::Long));
    (date.unwrap_or_default(), entry.held.is_only_said(), entry.held.level)
}
