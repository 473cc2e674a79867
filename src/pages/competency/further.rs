//! At level 3: go deeper, or move on. Either is chosen on purpose and can be changed for the other.

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::{Intent, ItemId, Level, levels};

use crate::i18n::{language, t};
use crate::state::{AppState, World};

/// What was chosen.
#[derive(Clone, Copy, PartialEq)]
enum Chosen {
    Nothing,
    Deeper,
    Onward(NaiveDate),
}

/// `None` below level 3, where there is nothing to choose, and at 4, where nothing is deeper.
fn chosen(world: World<'_>, id: &ItemId) -> Option<Chosen> {
    let held = levels::held(world.portfolio, id)?.level;
    if held < Level::PROFICIENT || held == Level::TOP {
        return None;
    }
    let aims_higher = world.portfolio.goals_for(id).any(|goal| goal.aim > held);
    let moved_on = world.portfolio.notes(id).and_then(|notes| notes.moved_on);
    Some(match moved_on {
        Some(day) => Chosen::Onward(day),
        None if aims_higher => Chosen::Deeper,
        None => Chosen::Nothing,
    })
}

/// The question and its two answers, or what was answered.
#[component]
pub fn Further(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let chosen =
        Memo::new(move |_| state.watch(&["claim", "evidence", "goal", "notes"], |world| chosen(world, &of)).flatten());
    let id = StoredValue::new(id);
    let deeper = move |_| {
        state.attempt_aloud(Intent::GoDeeper { competency: id.get_value() }, t::competency::deeper_done());
    };
    let onward = move |_| {
        state.attempt_aloud(Intent::MoveOn { competency: id.get_value() }, t::competency::onward_done());
    };
    let words = move || match chosen.get() {
        Some(Chosen::Onward(day)) => t::competency::onward_chosen(intl::date(language().tag(), day, DateStyle::Long)),
        Some(Chosen::Deeper) => t::competency::deeper_chosen().to_owned(),
        Some(Chosen::Nothing) | None => t::competency::further_about().to_owned(),
    };
    view! {
        <Show when=move || chosen.get().is_some()>
            <section class="card card-sunk" aria-labelledby="further">
                <h2 id="further" class="aside-title">
                    {t::competency::further()}
                </h2>
                <p>{words}</p>
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        aria-pressed=move || (chosen.get() == Some(Chosen::Deeper)).to_string()
                        on:click=deeper
                    >
                        {t::competency::deeper()}
                    </button>
                    <button
                        type="button"
                        class="button"
                        aria-pressed=move || matches!(chosen.get(), Some(Chosen::Onward(_))).to_string()
                        on:click=onward
                    >
                        {t::competency::onward()}
                    </button>
                </div>
            </section>
        </Show>
    }
}
