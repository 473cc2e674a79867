//! What narrows the gallery down now, each to be taken away.

use leptos::prelude::*;
use platform::page;

use super::asked::{Asked, CompetencyId, FormatName};
use crate::i18n::t;
use crate::pages::evidence::points::Point;
use crate::routes::QueryText;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// A filter that is on.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Chip {
    what: What,
    words: String,
}

/// Which filter it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Format,
    Point,
    Competency,
    Tag,
    Year,
}

/// The filters that are on, and a way to be rid of all of them. Whoever takes one away goes on in the field of the search.
#[component]
pub fn Chips(
    asked: Asked,
    /// The id of that field.
    field: &'static str,
) -> impl IntoView {
    let state = AppState::expect();
    let chips = Memo::new(move |_| chips(state, asked));
    let take_away = move |what| {
        match what {
            What::Format => asked.format.1.set(None),
            What::Point => asked.point.1.set(None),
            What::Competency => asked.competency.1.set(None),
            What::Tag => asked.tag.1.set(None),
            What::Year => asked.year.1.set(None),
        }
        page::focus_when_drawn(field.to_owned());
    };
    let clear = move |_| {
        asked.clear();
        page::focus_when_drawn(field.to_owned());
    };
    view! {
        <Show when=move || chips.with(|chips| !chips.is_empty())>
            <div class="chips filter-chips" role="group" aria-label=t::find::filters_on()>
                <For each=move || chips.get() key=Chip::clone let(chip)>
                    <button
                        type="button"
                        class="chip"
                        aria-label=t::find::take_away(&chip.words)
                        on:click=move |_| take_away(chip.what)
                    >
                        {chip.words.clone()}
                        <Icon glyph=Glyph::Remove />
                    </button>
                </For>
                <button type="button" class="button button-quiet" on:click=clear>
                    {t::find::clear()}
                </button>
            </div>
        </Show>
    }
}

fn chips(state: AppState, asked: Asked) -> Vec<Chip> {
    let competency = asked.competency.0.get().map(|CompetencyId(id)| {
        let name = state.watch(&["framework"], |world| Some(world.frameworks.item(&id)?.name().to_owned()));
        // A link may name a competency of a framework that is not here.
        name.flatten().unwrap_or_else(|| t::find::unknown_competency().to_owned())
    });
    let on = [
        (What::Format, asked.format.0.get().map(|format| FormatName::word(format).to_owned())),
        (What::Point, asked.point().map(|point| Point::shelf(point).to_owned())),
        (What::Competency, competency),
        (What::Tag, asked.tag.0.get().map(QueryText::into_text)),
        (What::Year, asked.year.0.get().map(|year| year.to_string())),
    ];
    on.into_iter().filter_map(|(what, words)| Some(Chip { what, words: words? })).collect()
}
