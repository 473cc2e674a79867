//! By which rule levels are suggested here, and what that rule makes of the learner's own levels until others judge.

use leptos::prelude::*;
use platform::intl;
use portfolio::intent::RuleFor;
use portfolio::levels::{self, InForce, Origin};
use portfolio::rules::{Lacking, Left, Part, Rule, Suggestion, suggest};
use portfolio::{EntityId, ItemId};

use super::rule_choice::RuleChoice;
use super::rule_words;
use crate::components::level::{LevelOf, number};
use crate::i18n::{language, t};
use crate::state::{AppState, World};

/// What is shown of a rule.
#[derive(Clone, PartialEq)]
struct Shown {
    chosen: InForce,
    /// The rule of the framework, where one was chosen.
    for_all: Option<Rule>,
    suggestion: Suggestion,
    pieces: Vec<String>,
}

fn shown(world: World<'_>, id: &ItemId) -> Shown {
    let chosen = levels::in_force(world.portfolio, world.frameworks, id);
    let judged = levels::own_judgements(world.portfolio, id);
    let title = |piece: &EntityId| match world.portfolio.piece(piece).map(|piece| piece.title.clone()) {
        Some(title) if !title.is_empty() => title,
        _ => t::evidence::untitled().to_owned(),
    };
    let framework = framework_of(world, id);
    let adoption = framework.and_then(|id| world.portfolio.adoption(&id));
    Shown {
        chosen,
        for_all: adoption.and_then(|adoption| adoption.rule),
        suggestion: suggest(chosen.rule, &judged),
        pieces: judged.iter().map(|judged| title(&judged.piece)).collect(),
    }
}

fn framework_of(world: World<'_>, id: &ItemId) -> Option<EntityId> {
    let framework = world.frameworks.of(id).map(|framework| EntityId::framework(framework.id()))?;
    // What the learner wrote themselves is no framework that was adopted.
    world.portfolio.adoption(&framework).map(|adoption| adoption.id.clone())
}

/// Folded up: the rule, what it comes to, and the choice of another, here and for the whole framework. It stays open while a rule is
/// tried.
#[component]
pub fn RuleHere(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let topics = &["claim", "evidence", "artifact", "notes", "framework"];
    let now = Memo::new(move |_| state.watch(topics, |world| shown(world, &of)));
    let for_one = Memo::new(move |_| {
        let own = |now: &Shown| (now.chosen.origin == Origin::Competency).then_some(now.chosen.rule);
        now.with(|now| now.as_ref().and_then(own))
    });
    let for_all = Memo::new(move |_| now.with(|now| now.as_ref().and_then(|now| now.for_all)));
    let framework = state.read(|world| framework_of(world, &id)).flatten().map(|framework| {
        let of = RuleFor::Framework(framework);
        view! { <RuleChoice id="rule-for-all" label=t::rules::choose_all() of rule=for_all /> }
    });
    view! {
        <details>
            <summary>{t::rules::title()}</summary>
            <div class="stack">
                <p class="measure">{t::rules::about()}</p>
                <div role="status" class="stack stack-tight">
                    {move || now.get().map(told)}
                </div>
                <div class="explore-filters">
                    <RuleChoice
                        id="rule-here"
                        label=t::rules::choose()
                        of=RuleFor::Competency(id)
                        rule=for_one
                    />
                    {framework}
                </div>
            </div>
        </details>
    }
}

/// The rule in words, and what it comes to.
fn told(now: Shown) -> impl IntoView {
    let Shown { chosen: InForce { rule, origin }, suggestion, pieces, .. } = now;
    let origin = match origin {
        Origin::Competency => t::rules::chosen_here(),
        Origin::Framework => t::rules::chosen_for_all(),
        Origin::Usual => t::rules::usual(),
    };
    view! {
        <p>
            <strong>{rule_words::name(rule)}</strong>
            " · "
            <span class="soft">{origin}</span>
            <br />
            {rule_words::about(rule)}
        </p>
        <Outcome suggestion pieces />
    }
}

/// What the rule comes to, and what became of every piece.
#[component]
fn Outcome(suggestion: Suggestion, pieces: Vec<String>) -> impl IntoView {
    let level = suggestion.level();
    let value = suggestion.value.map(|value| {
        let exact = intl::decimal(language().tag(), f64::from(value.hundredths()) / 100.0, 2);
        view! { <span class="soft small">{t::rules::exactly(exact)}</span> }
    });
    let provisional = suggestion.is_provisional.then(t::rules::provisional);
    let lacks = suggestion.lacks.map(|lacks| lacking(suggestion.rule, lacks));
    let rows = pieces.into_iter().zip(suggestion.parts).rev().map(|(title, part)| {
        view! {
            <li class="row row-apart">
                <span>{title}</span>
                <span class="soft small">{part_words(part)}</span>
            </li>
        }
    });
    view! {
        <div class="stack stack-tight">
            <p class="row">
                <LevelOf level />
                {value}
                {provisional.map(|words| view! { <span class="soft small">{words}</span> })}
            </p>
            {lacks.map(|words| view! { <p class="soft">{words}</p> })}
            <ul role="list" class="lines">{rows.collect_view()}</ul>
        </div>
    }
}

fn lacking(rule: Rule, lacking: Lacking) -> String {
    match lacking {
        // Two pieces alike would not settle it.
        Lacking::More { at, .. } if rule == Rule::Twice => t::rules::lacks_twice(number(at)),
        Lacking::Work => t::rules::lacks_work().to_owned(),
        Lacking::More { count, at } => t::rules::lacks_more(count, number(at)),
        Lacking::SecondWay => t::rules::lacks_way().to_owned(),
        Lacking::NoZero => t::rules::lacks_no_zero().to_owned(),
    }
}

fn part_words(part: Part) -> String {
    match part {
        Part::Counted => t::rules::counted().to_owned(),
        Part::Left(Left::Earlier) => t::rules::earlier().to_owned(),
        Part::Left(Left::Lower) => t::rules::lower().to_owned(),
        Part::Left(Left::Below(level)) => t::rules::below(number(level)),
        Part::Left(Left::Older(last)) => t::rules::older(last),
        Part::Left(Left::Rarer) => t::rules::rarer().to_owned(),
    }
}
