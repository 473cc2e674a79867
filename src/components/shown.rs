//! In which ways a piece shows something: suggested from what is in it, chosen by the learner.

use std::collections::BTreeSet;

use leptos::prelude::*;
use portfolio::EntityId;
use portfolio::format::{Format, formats};

use crate::i18n::{list, t};
use crate::state::World;
use crate::ui::fold::Fold;

/// The ways of a piece, and whether the learner said so.
#[derive(Clone, Default, PartialEq)]
pub struct Shown {
    /// Which.
    pub ways: BTreeSet<Format>,
    /// Whether they were chosen; otherwise they are suggested.
    pub is_chosen: bool,
}

impl Shown {
    /// Of a piece; `None` if it is not there.
    pub fn of(world: World<'_>, piece: &EntityId) -> Option<Self> {
        let is_chosen = world.portfolio.piece(piece)?.shown.is_some();
        Some(Self { ways: formats(world.portfolio, piece), is_chosen })
    }
}

/// The word for a way of showing something.
pub fn word(format: Format) -> &'static str {
    match format {
        Format::Written => t::shown::written(),
        Format::Pictured => t::shown::pictured(),
        Format::Filmed => t::shown::filmed(),
        Format::Spoken => t::shown::spoken(),
        Format::Coded => t::shown::coded(),
        Format::Made => t::shown::made(),
        Format::Performed => t::shown::performed(),
    }
}

/// The words for several, as one list.
pub fn words(ways: &BTreeSet<Format>) -> String {
    list(&ways.iter().map(|way| word(*way).to_owned()).collect::<Vec<_>>())
}

/// A fold with all ways, each a switch. The first press takes over what was suggested.
#[component]
pub fn ShownFold(
    /// The ways of now.
    #[prop(into)]
    shown: Signal<Shown>,
    /// Takes other ways, or `None` to go by what is suggested again.
    change: Callback<Option<BTreeSet<Format>>>,
) -> impl IntoView {
    let about = Signal::derive(move || {
        shown.with(|shown| if shown.ways.is_empty() { t::shown::none().to_owned() } else { words(&shown.ways) })
    });
    let switch = move |way: Format| {
        let mut ways = shown.get_untracked().ways;
        if !ways.remove(&way) {
            ways.insert(way);
        }
        change.run(Some(ways));
    };
    let ways = Format::ALL.map(|way| {
        let is_on = move || shown.with(|shown| shown.ways.contains(&way));
        view! {
            <button type="button" class="chip" aria-pressed=move || is_on().to_string() on:click=move |_| switch(way)>
                {word(way)}
            </button>
        }
    });
    let is_chosen = Memo::new(move |_| shown.with(|shown| shown.is_chosen));
    view! {
        <Fold title=t::shown::title() about>
            <fieldset class="field">
                <legend class="field-label">{t::shown::question()}</legend>
                <div class="chips">{ways.into_iter().collect_view()}</div>
            </fieldset>
            <p class="hint">{t::shown::why()}</p>
            <Show
                when=move || is_chosen.get()
                fallback=|| view! { <p class="hint">{t::shown::suggested()}</p> }
            >
                <div class="row">
                    <button type="button" class="button button-quiet" on:click=move |_| change.run(None)>
                        {t::shown::again()}
                    </button>
                </div>
            </Show>
        </Fold>
    }
}
