//! Everything the frameworks hold, to search, filter and choose from. What is looked for stands in the URL.

mod by_interest;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{query_signal, use_navigate};
use platform::page;
use portfolio::framework::Item;
use portfolio::levels::{self, Held};
use portfolio::ready::{self, Readiness};
use portfolio::{ItemId, Level};

use crate::components::choose::ChooseGoal;
use crate::components::interests;
use crate::components::level::LevelOf;
use crate::components::no_framework::NoFramework;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::{Place, QueryText};
use crate::state::{AppState, World};
use crate::ui::icon::{Glyph, Icon};
use by_interest::{Across, MyInterests};

/// How many cards are drawn at first, and added each time more are asked for.
const PAGE: usize = 48;

/// What is looked for.
#[derive(Clone, PartialEq, Default)]
struct Wanted {
    query: String,
    subject: Option<String>,
    interest: Option<String>,
    ready: bool,
}

#[derive(Clone, PartialEq)]
struct Card {
    id: ItemId,
    name: String,
    statement: String,
    subject: String,
    held: Option<Level>,
    /// Whether that is only said.
    is_said: bool,
}

/// What is found in any subject.
fn matching<'world>(world: World<'world>, wanted: &Wanted) -> Vec<&'world Item> {
    let fits = |item: &&Item| wanted.interest.as_ref().is_none_or(|interest| item.is_about(interest));
    let mut found = Vec::new();
    for framework in world.frameworks.iter() {
        let is_open = |item: &&Item| {
            !wanted.ready || matches!(ready::readiness(world.portfolio, framework, &item.id), Some(Readiness::Ready(_)))
        };
        if wanted.query.trim().is_empty() {
            found.extend(framework.competencies().filter(fits).filter(is_open));
        } else {
            let items = framework.search(&wanted.query).into_iter();
            found.extend(items.filter(|item| framework.is_competency(&item.id)).filter(fits).filter(is_open));
        }
    }
    found
}

/// What is shown of all that was found.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    cards: Vec<Card>,
    all: usize,
    /// The subjects that an interest leads to, with how much is there.
    across: Vec<(String, usize)>,
}

/// How much there is in each subject, in the order in which they are met.
fn across(found: &[&Item]) -> Vec<(String, usize)> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for subject in found.iter().flat_map(|item| &item.subjects) {
        match counted.iter_mut().find(|(known, _)| known == subject) {
            Some((_, count)) => *count += 1,
            None => counted.push((subject.clone(), 1)),
        }
    }
    counted
}

fn card(world: World<'_>, item: &Item) -> Card {
    let held = levels::held(world.portfolio, &item.id);
    Card {
        id: item.id.clone(),
        name: item.name().to_owned(),
        statement: item.in_full().unwrap_or_default().to_owned(),
        subject: item.subjects.first().cloned().unwrap_or_default(),
        is_said: held.as_ref().is_some_and(Held::is_only_said),
        held: held.map(|held| held.level),
    }
}

/// Search, filters and the cards that match.
#[component]
pub fn Explore() -> impl IntoView {
    let state = AppState::expect();
    let (words, set_words) = query_signal::<QueryText>("q");
    let query = Memo::new(move |_| words.get().map(QueryText::into_text));
    let (subject, set_subject) = query_signal::<String>("subject");
    let (interest, set_interest) = query_signal::<String>("interest");
    let (only_ready, set_only_ready) = query_signal::<bool>("ready");
    let most = RwSignal::new(PAGE);
    let wanted = Memo::new(move |_| Wanted {
        query: query.get().unwrap_or_default(),
        subject: subject.get(),
        interest: interest.get(),
        ready: only_ready.get().unwrap_or(false),
    });
    let shown = Memo::new(move |_| {
        let (wanted, most) = (wanted.get(), most.get());
        let shown = state.watch(&["framework", "claim", "evidence", "goal"], |world| {
            let mut found = matching(world, &wanted);
            let across = if wanted.interest.is_some() { across(&found) } else { Vec::new() };
            found.retain(|item| wanted.subject.as_ref().is_none_or(|subject| item.subjects.contains(subject)));
            let cards = found.iter().take(most).map(|item| card(world, item)).collect::<Vec<_>>();
            Shown { cards, all: found.len(), across }
        });
        shown.unwrap_or_default()
    });
    let offered = Memo::new(move |_| {
        let offered = state.watch(&["framework"], |world| {
            let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
            (owned(world.frameworks.subjects()), owned(world.frameworks.keywords()))
        });
        offered.unwrap_or_default()
    });
    let navigate = use_navigate();
    let clear = move |_| {
        navigate(&Place::Explore.to_string(), NavigateOptions::default());
        // The button goes with the filters; whoever pressed it searches on.
        page::focus_when_drawn("explore-query".to_owned());
    };
    let is_filtered = move || {
        let words = [query, subject, interest].iter().any(|filter| filter.get().is_some());
        words || only_ready.get().unwrap_or(false)
    };
    let chosen = |value: String| (!value.is_empty()).then_some(value);
    view! {
        <div class="page">
            <PageHead title=t::pathway::explore_title() lead=t::pathway::explore_lead()>
                <A href=Place::WriteOwn(None).to_string() attr:class="button">
                    <Icon glyph=Glyph::Edit />
                    {t::own::write()}
                </A>
            </PageHead>
            <form class="explore-filters" role="search" on:submit=|event| event.prevent_default()>
                <div class="field">
                    <label for="explore-query">{t::pathway::search()}</label>
                    <input
                        id="explore-query"
                        type="search"
                        class="input"
                        autocomplete="off"
                        prop:value=move || query.get().unwrap_or_default()
                        on:input:target=move |event| {
                            most.set(PAGE);
                            set_words.set(QueryText::new(event.target().value()));
                        }
                    />
                </div>
                <div class="field">
                    <label for="explore-subject">{t::pathway::subject()}</label>
                    <select
                        id="explore-subject"
                        class="input"
                        on:change:target=move |event| set_subject.set(chosen(event.target().value()))
                    >
                        <option value="">{t::pathway::all_subjects()}</option>
                        {move || options(offered.get().0, subject, str::to_owned)}
                    </select>
                </div>
                <div class="field">
                    <label for="explore-interest">{t::pathway::interest()}</label>
                    <select
                        id="explore-interest"
                        class="input"
                        on:change:target=move |event| set_interest.set(chosen(event.target().value()))
                    >
                        <option value="">{t::pathway::all_interests()}</option>
                        {move || options(offered.get().1, interest, interests::words)}
                    </select>
                </div>
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || only_ready.get().unwrap_or(false)
                        on:change:target=move |event| set_only_ready.set(event.target().checked().then_some(true))
                    />
                    {t::pathway::ready_only()}
                </label>
            </form>
            <MyInterests interest=(interest, set_interest) offered=Signal::derive(move || offered.get().1) />
            <Across subject=(subject, set_subject) found=Signal::derive(move || shown.get().across) />
            <div class="row row-apart">
                <p role="status" class="soft">
                    {move || t::pathway::found(shown.with(|shown| shown.all))}
                </p>
                <Show when=is_filtered>
                    <button type="button" class="button button-quiet" on:click=clear.clone()>
                        {t::pathway::clear()}
                    </button>
                </Show>
            </div>
            <Tree />
            <ul role="list" class="grid">
                <For
                    each=move || shown.get().cards
                    key=|card| (card.id.clone(), card.held, card.is_said)
                    let(card)
                >
                    <li>
                        <article class="card competency-card">
                            <span class="soft tiny">{card.subject}</span>
                            <h2 class="goal-name">
                                <CompetencyLink id=card.id.clone() name=card.name.clone() />
                            </h2>
                            <p class="small">{card.statement}</p>
                            {card.held.map(|held| view! { <LevelOf level=Some(held) is_said=card.is_said /> })}
                            <div class="row">
                                <ChooseGoal competency=card.id name=card.name />
                            </div>
                        </article>
                    </li>
                </For>
            </ul>
            <Show when=move || shown.with(|shown| shown.cards.is_empty())>
                <NothingFound />
            </Show>
            <Show when=move || shown.with(|shown| shown.cards.len() < shown.all)>
                <p>
                    <button type="button" class="button" on:click=move |_| most.update(|most| *most += PAGE)>
                        {t::pathway::more()}
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// Why there is nothing: the filters, or no framework to search in.
#[component]
fn NothingFound() -> impl IntoView {
    let state = AppState::expect();
    let has_framework =
        move || state.watch(&["framework"], |world| world.frameworks.iter().next().is_some()).unwrap_or(false);
    move || {
        if has_framework() {
            return view! { <p class="soft">{t::pathway::none()}</p> }.into_any();
        }
        view! { <NoFramework /> }.into_any()
    }
}

/// The headings at the top of each framework: a way in for those who would rather look around than search.
#[component]
fn Tree() -> impl IntoView {
    let state = AppState::expect();
    let tops = Memo::new(move |_| {
        let tops = state.watch(&["framework"], |world| {
            let headings = world
                .frameworks
                .iter()
                .flat_map(|framework| framework.roots().filter(|item| framework.children(&item.id).next().is_some()));
            headings.map(|item| (item.id.clone(), item.name().to_owned())).collect::<Vec<_>>()
        });
        tops.unwrap_or_default()
    });
    view! {
        <Show when=move || !tops.read().is_empty()>
            <details>
                <summary>{t::pathway::tree()}</summary>
                <ul role="list" class="lines">
                    <For each=move || tops.get() key=Clone::clone let((id, name))>
                        <li>
                            <CompetencyLink id name />
                        </li>
                    </For>
                </ul>
            </details>
        </Show>
    }
}

#[component]
fn CompetencyLink(id: ItemId, name: String) -> impl IntoView {
    view! { <A href=Place::Competency(id.to_string()).to_string()>{name}</A> }
}

fn options(names: Vec<String>, chosen: Memo<Option<String>>, words: fn(&str) -> String) -> impl IntoView {
    names
        .into_iter()
        .map(|name| {
            let label = words(&name);
            let value = name.clone();
            view! {
                <option value=value prop:selected=move || chosen.get().as_deref() == Some(name.as_str())>
                    {label}
                </option>
            }
        })
        .collect_view()
}
