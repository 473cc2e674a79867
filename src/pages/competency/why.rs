//! Why this is a next step, or why it is not: what is missing, its place among all that is open, and the sum that gave it.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;
use platform::page;
use portfolio::ItemId;
use portfolio::first_screen::{Because, because};
use portfolio::next_steps::{self, Place as Standing, Ranked, Reason};
use search::fold;

use crate::components::competency_links::links;
use crate::components::interests;
use crate::components::reasons::sentence;
use crate::i18n::{list, t};
use crate::routes::Place;
use crate::state::{AppState, World};

/// The heading that a card on Today leads to.
const HEADING: &str = "next-step";

/// What is shown.
#[derive(Clone, PartialEq)]
enum Shown {
    Reached,
    /// What is missing first, by name.
    Blocked(Vec<(ItemId, String)>),
    Open(Box<Open>),
}

#[derive(Clone, PartialEq)]
struct Open {
    ranked: Ranked,
    /// The reasons with what each adds.
    reasons: Vec<(Because, u32)>,
    /// Whether it could be put on the pathway.
    may_be_chosen: bool,
    /// Tags that the learner could share.
    tags: Vec<String>,
}

fn shown(world: World<'_>, id: &ItemId) -> Option<Shown> {
    Some(match next_steps::place_of(world.portfolio, world.frameworks, id)? {
        Standing::Reached(_) => Shown::Reached,
        Standing::Blocked(missing) => {
            let mut names: Vec<(ItemId, String)> = Vec::new();
            for item in missing.items() {
                if !names.iter().any(|(known, _)| known == item) {
                    names.push((item.clone(), world.frameworks.name(item)));
                }
            }
            Shown::Blocked(names)
        }
        Standing::Ranked(ranked) => Shown::Open(Box::new(open(world, id, ranked))),
    })
}

fn open(world: World<'_>, id: &ItemId, ranked: Ranked) -> Open {
    let reasons = ranked.step.reasons.iter();
    let reasons = reasons.map(|reason| (because(world.portfolio, world.frameworks, reason.clone()), reason.weight()));
    let mine = &world.portfolio.learner().interests;
    let keywords = world.frameworks.item(id).map(|item| item.keywords.clone()).unwrap_or_default();
    let is_mine = |tag: &String| mine.iter().any(|interest| fold::same_words(interest, tag));
    let shares = keywords.iter().filter(|tag| is_mine(tag)).count();
    let others = keywords.iter().filter(|tag| !is_mine(tag)).take(Reason::INTERESTS.saturating_sub(shares));
    Open {
        reasons: reasons.collect(),
        may_be_chosen: world.portfolio.goals_for(id).next().is_none(),
        tags: others.cloned().collect(),
        ranked,
    }
}

/// The section about it. A card on Today leads here.
#[component]
pub fn AsNextStep(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let topics = &["framework", "claim", "evidence", "goal", "learner"];
    let now = Memo::new(move |_| state.watch(topics, |world| shown(world, &id)).flatten());
    let asked = use_location().hash;
    Effect::new(move |_| {
        if asked.get().strip_prefix('#') == Some(HEADING) {
            page::focus_when_drawn(HEADING.to_owned());
        }
    });
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {t::why::title()}
            </h2>
            {move || match now.get()? {
                Shown::Reached => Some(view! { <p>{t::why::reached()}</p> }.into_any()),
                Shown::Blocked(names) => Some(view! { <Missing names /> }.into_any()),
                Shown::Open(open) => Some(view! { <Sum open=*open /> }.into_any()),
            }}
        </section>
    }
}

/// What is missing first. It may be chosen all the same.
#[component]
fn Missing(names: Vec<(ItemId, String)>) -> impl IntoView {
    view! {
        <p>{t::why::blocked()}</p>
        <ul>{links(names)}</ul>
        <p class="soft">{t::why::blocked_choose()}</p>
    }
}

/// Its place, the reasons with what each adds, and what would add more.
#[component]
fn Sum(open: Open) -> impl IntoView {
    let Open { ranked, reasons, may_be_chosen, tags } = open;
    let place = if ranked.is_card() {
        t::why::card(ranked.before + 1, ranked.of)
    } else {
        t::why::further(ranked.before + 1, ranked.of, ranked.cards)
    };
    let less = (!ranked.is_card()).then(|| t::why::last_card(ranked.last_card as usize));
    let rows = reasons.into_iter().map(|(reason, weight)| {
        view! {
            <tr>
                <td>{sentence(reason)}</td>
                <td>{weight}</td>
            </tr>
        }
    });
    let words: Vec<String> = tags.iter().map(|tag| interests::words(tag)).collect();
    let by_interest = (!words.is_empty()).then(|| {
        view! {
            <li>
                {t::why::by_interest(list(&words), Reason::INTEREST)} " "
                <A href=format!("{}#me", Place::Settings)>{t::why::my_interests()}</A>
            </li>
        }
    });
    let by_pathway = may_be_chosen.then(|| view! { <li>{t::why::by_pathway(Reason::PATHWAY)}</li> });
    let has_more = by_interest.is_some() || by_pathway.is_some();
    view! {
        <p>{place} " " {less}</p>
        <table class="points">
            <caption class="visually-hidden">{t::why::sum()}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{t::why::reason()}</th>
                    <th scope="col">{t::why::points()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{t::why::together()}</th>
                    <td>{ranked.step.score}</td>
                </tr>
            </tfoot>
        </table>
        {has_more
            .then(|| {
                view! {
                    <p class="soft">{t::why::more()}</p>
                    <ul class="soft">{by_pathway} {by_interest}</ul>
                }
            })}
    }
}
