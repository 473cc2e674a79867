//! The choice of a rule, for one item or for all of a framework.

use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;

use leptos::prelude::*;
use portfolio::Intent;
use portfolio::intent::RuleFor;
use portfolio::rules::{Rule, Together};

use super::rule_words;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::field::{Field, describedby};

/// What a level is worked out by: of a competency, or of a heading.
pub trait Choosable: Copy + Eq + Hash + Display + FromStr + Send + Sync + 'static {
    /// Those on offer.
    const OFFERED: &'static [Self];

    /// Its words in a list.
    fn words(self) -> String;

    /// The act that chooses it, or none.
    fn choose(of: RuleFor, rule: Option<Self>) -> Intent;
}

impl Choosable for Rule {
    const OFFERED: &'static [Self] = &Self::ALL;

    fn words(self) -> String {
        rule_words::name(self).to_owned()
    }

    fn choose(of: RuleFor, rule: Option<Self>) -> Intent {
        Intent::SetRule { of, rule }
    }
}

impl Choosable for Together {
    const OFFERED: &'static [Self] = &Self::ALL;

    fn words(self) -> String {
        rule_words::together(self)
    }

    fn choose(of: RuleFor, rule: Option<Self>) -> Intent {
        Intent::SetTogether { of, rule }
    }
}

/// Every rule to choose from, and none.
#[component]
pub fn RuleChoice<R: Choosable>(
    id: &'static str,
    label: &'static str,
    of: RuleFor,
    rule: Memo<Option<R>>,
) -> impl IntoView {
    let state = AppState::expect();
    let none = match of {
        RuleFor::Competency(_) => t::rules::as_framework(),
        RuleFor::Framework(_) => t::rules::as_usual(),
    };
    // A rule with other numbers than those on offer came from elsewhere; it is offered as long as it stands.
    let offered = move || {
        let other = rule.get().filter(|rule| !R::OFFERED.contains(rule));
        R::OFFERED.iter().copied().chain(other).collect::<Vec<_>>()
    };
    let choose = move |value: String| {
        state.attempt(R::choose(of.clone(), value.parse().ok()));
    };
    view! {
        <Field id label>
            <select
                id=id
                class="input"
                aria-describedby=describedby(id)
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" prop:selected=move || rule.get().is_none()>
                    {none}
                </option>
                <For each=offered key=|option| *option let(option)>
                    <option value=option.to_string() prop:selected=move || rule.get() == Some(option)>
                        {option.words()}
                    </option>
                </For>
            </select>
        </Field>
    }
}
