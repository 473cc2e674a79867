//! One sort of change, folded up behind its number.

use leptos::prelude::*;
use portfolio::ItemId;
use portfolio::framework::Item;

use super::Editions;
use crate::components::difference::TextDifference;
use crate::i18n::t;
use crate::state::{AppState, World};

/// So many are shown; the others are counted.
const SHOWN: usize = 40;

/// A sort of change.
#[derive(Clone, Copy)]
pub enum Sort {
    /// Competencies that were not there.
    New,
    /// Those with other words.
    Reworded,
    /// Those below another heading.
    Moved,
    /// Those that are gone.
    Retired,
}

impl Sort {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::New, Self::Reworded, Self::Moved, Self::Retired];

    fn of(self, editions: &Editions) -> &[ItemId] {
        let difference = &editions.difference;
        match self {
            Self::New => &difference.new,
            Self::Reworded => &difference.reworded,
            Self::Moved => &difference.moved,
            Self::Retired => &difference.retired,
        }
    }

    fn counted(self, count: usize) -> String {
        match self {
            Self::New => t::update::new(count),
            Self::Reworded => t::update::reworded(count),
            Self::Moved => t::update::moved(count),
            Self::Retired => t::update::retired(count),
        }
    }
}

/// The changes of one sort; nothing where there are none.
#[component]
pub fn Changes(editions: Editions, sort: Sort) -> impl IntoView {
    let state = AppState::expect();
    let all = sort.of(&editions);
    let count = all.len();
    if count == 0 {
        return None;
    }
    let rows: Vec<AnyView> = all.iter().take(SHOWN).filter_map(|id| told(state, &editions, sort, id)).collect();
    let more = count.checked_sub(SHOWN).filter(|more| *more > 0);
    Some(view! {
        <details>
            <summary>{sort.counted(count)}</summary>
            <ul role="list" class="lines">{rows}</ul>
            {more.map(|more| view! { <p class="soft small">{t::update::more(more)}</p> })}
        </details>
    })
}

fn told(state: AppState, editions: &Editions, sort: Sort, id: &ItemId) -> Option<AnyView> {
    let before = editions.older.item(id);
    let now = editions.newer.item(id).or(before)?;
    let name = now.name().to_owned();
    let about = match sort {
        Sort::New => heading(editions, now).map(soft),
        Sort::Reworded => before.map(|before| reworded(before, now)),
        Sort::Moved => heading(editions, now).map(|heading| soft(t::update::now_in(heading))),
        Sort::Retired => state.read(|world| yours(world, id)).flatten().map(soft),
    };
    Some(view! { <li class="stack stack-tight"><span>{name}</span>{about}</li> }.into_any())
}

fn soft(words: String) -> AnyView {
    view! { <span class="soft small">{words}</span> }.into_any()
}

fn heading(editions: &Editions, item: &Item) -> Option<String> {
    editions.newer.item(item.parent.as_ref()?).map(|heading| heading.name().to_owned())
}

/// What is said otherwise.
fn reworded(before: &Item, now: &Item) -> AnyView {
    if before.statement == now.statement {
        return soft(t::update::other_levels().to_owned());
    }
    view! {
        <div class="small">
            <TextDifference before=before.statement.clone() after=now.statement.clone() />
        </div>
    }
    .into_any()
}

/// What the learner has of it, which stays.
fn yours(world: World<'_>, id: &ItemId) -> Option<String> {
    let pieces = world.portfolio.claims_for(id).filter(|(_, piece)| piece.is_some()).count();
    match pieces {
        0 => world.portfolio.is_chosen(id).then(|| t::update::goal_stays().to_owned()),
        pieces => Some(t::update::pieces_stay(pieces)),
    }
}
