//! How far a heading is: what its competencies come to together, by which rule, and the choice of another.

use std::collections::BTreeSet;

use leptos::prelude::*;
use portfolio::intent::RuleFor;
use portfolio::levels::{self, Origin, ParentInForce};
use portfolio::rules::Together as Rule;
use portfolio::{EntityId, Intent, ItemId, Level};

use super::rule_choice::RuleChoice;
use super::rule_words;
use crate::components::competency_links::named;
use crate::components::level::LevelOf;
use crate::i18n::t;
use crate::state::{AppState, World};

/// What is shown of a heading.
#[derive(Clone, PartialEq)]
struct Shown {
    level: Option<Level>,
    reached: usize,
    of: usize,
    chosen: ParentInForce,
    /// The rule of the framework, where one was chosen.
    for_all: Option<Rule>,
    framework: EntityId,
    /// What is right below, with the level of each.
    children: Vec<Child>,
}

/// Something right below a heading.
#[derive(Clone, PartialEq)]
struct Child {
    item: ItemId,
    name: String,
    level: Option<Level>,
}

fn shown(world: World<'_>, id: &ItemId) -> Option<Shown> {
    let framework = world.frameworks.of(id).filter(|framework| framework.is_heading(id))?;
    let held = levels::all_held(world.portfolio);
    let level_of = |item: &ItemId| levels::of_parent(&held, world.portfolio, framework, item);
    let is_reached =
        |item: &&portfolio::framework::Item| held.get(&item.id).is_some_and(|held| held.level >= Level::PROFICIENT);
    let children = framework.children(id).map(|item| {
        let (item, name) = named(item);
        Child { level: level_of(&item), item, name }
    });
    let adoption = EntityId::framework(framework.id());
    Some(Shown {
        level: level_of(id),
        reached: framework.competencies_in(id).filter(is_reached).count(),
        of: framework.competencies_in(id).count(),
        chosen: levels::parent_in_force(world.portfolio, framework, id),
        for_all: world.portfolio.adoption(&adoption).and_then(|adoption| adoption.together),
        framework: adoption,
        children: children.collect(),
    })
}

/// The level of a heading by its rule, and how many of its competencies are at 3. What its levels rest on may be the learner's word.
#[component]
pub fn Together(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let topics = &["claim", "evidence", "framework", "notes"];
    let now = Memo::new(move |_| state.watch(topics, |world| shown(world, &of)).flatten());
    let framework = Memo::new(move |_| now.with(|now| now.as_ref().map(|now| now.framework.clone())));
    view! {
        {move || {
            now.get()
                .map(|Shown { level, reached, of, chosen, .. }| {
                    view! {
                        <section class="stack stack-tight" aria-labelledby="together">
                            <h2 id="together" class="aside-title">
                                {t::competency::together()}
                            </h2>
                            <p class="row">
                                <LevelOf level />
                                <span class="soft small">{t::competency::together_count(of, reached)}</span>
                            </p>
                            <p class="soft small measure">{in_words(&chosen)}</p>
                        </section>
                    }
                })
        }}
        {move || framework.get().map(|framework| view! { <Choices id=id.clone() framework now /> })}
    }
}

/// What makes the level, and who chose that.
fn in_words(chosen: &ParentInForce) -> String {
    let mut words = rule_words::about_together(chosen.rule);
    if !chosen.required.is_empty() {
        words = format!("{words} {}", t::rules::together_required(chosen.required.len()));
    }
    let origin = match chosen.origin {
        Origin::Competency => t::rules::chosen_heading(),
        Origin::Framework => t::rules::chosen_for_all(),
        Origin::Usual => t::rules::usual(),
    };
    format!("{words} ({origin})")
}

/// Folded up: the rule for this heading and for all of its framework, and what is required besides. It stays open while one is tried.
#[component]
fn Choices(id: ItemId, framework: EntityId, now: Memo<Option<Shown>>) -> impl IntoView {
    let for_one = Memo::new(move |_| {
        let own = |now: &Shown| (now.chosen.origin == Origin::Competency).then_some(now.chosen.rule);
        now.with(|now| now.as_ref().and_then(own))
    });
    let for_all = Memo::new(move |_| now.with(|now| now.as_ref().and_then(|now| now.for_all)));
    view! {
        <details>
            <summary>{t::rules::together_title()}</summary>
            <div class="stack">
                <p class="measure">{t::rules::together_about()}</p>
                <div class="explore-filters">
                    <RuleChoice
                        id="together-here"
                        label=t::rules::together_choose()
                        of=RuleFor::Competency(id.clone())
                        rule=for_one
                    />
                    <RuleChoice
                        id="together-for-all"
                        label=t::rules::together_choose_all()
                        of=RuleFor::Framework(framework)
                        rule=for_all
                    />
                </div>
                <Required id now />
            </div>
        </details>
    }
}

/// What is right below, each to be required or not, with its level.
#[component]
fn Required(id: ItemId, now: Memo<Option<Shown>>) -> impl IntoView {
    let state = AppState::expect();
    let children = Memo::new(move |_| now.with(|now| now.as_ref().map(|now| now.children.clone())).unwrap_or_default());
    let required =
        Memo::new(move |_| now.with(|now| now.as_ref().map(|now| now.chosen.required.clone())).unwrap_or_default());
    let heading = StoredValue::new(id);
    let row = move |Child { item, name, .. }: Child| {
        let (of, mine) = (item.clone(), item.clone());
        let level = Memo::new(move |_| {
            children.with(|all| all.iter().find(|child| child.item == of).and_then(|child| child.level))
        });
        let is_required = move || required.with(|all: &BTreeSet<ItemId>| all.contains(&mine));
        let set = move |so| {
            state.attempt(Intent::Require { heading: heading.get_value(), child: item.clone(), so });
        };
        view! {
            <li class="row row-apart">
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=is_required
                        on:change:target=move |event| set(event.target().checked())
                    />
                    {name}
                </label>
                {move || view! { <LevelOf level=level.get() /> }}
            </li>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{t::rules::together_require()}</legend>
            <ul role="list" class="lines">
                <For each=move || children.get() key=|child| (child.item.clone(), child.name.clone()) let(child)>
                    {row(child)}
                </For>
            </ul>
        </fieldset>
    }
}
