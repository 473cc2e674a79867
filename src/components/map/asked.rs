//! Which stones are asked for: all of it stands in the address, for the map and the outline alike.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use platform::page;
use portfolio::ItemId;
use search::fold;
use trail::sheet::Look;

use super::chart::Stone;
use super::standing::Standing;
use crate::components::pathways::{PATHWAY, Wanted};
use crate::state::AppState;

/// A part of the address: what it says, and the way to say something else.
pub type Part<T> = (Memo<Option<T>>, SignalSetter<Option<T>>);

/// Everything that the address says of the map.
#[derive(Clone, Copy)]
pub struct Asked {
    /// A subject.
    pub subject: Part<String>,
    /// An interest.
    pub interest: Part<String>,
    /// Of which pathways it is.
    pub pathway: Part<Wanted>,
    /// Whether only what is ready is shown.
    pub ready: Part<bool>,
}

impl Asked {
    /// What the address of now asks for.
    pub fn here() -> Self {
        Self { subject: part("subject"), interest: part("interest"), pathway: part(PATHWAY), ready: part("ready") }
    }

    /// Whether anything is filtered away.
    pub fn is_filtered(self) -> bool {
        let words = self.subject.0.read().is_some() || self.interest.0.read().is_some();
        words || self.pathway.0.read().is_some() || self.ready.0.get() == Some(true)
    }

    /// All that is asked for now.
    pub fn now(self, state: AppState) -> Question {
        let walked = self.pathway.0.get().and_then(|pathway| {
            state.watch(&["goal", "pathway"], |world| {
                let goals = match &pathway {
                    Wanted::Mine => world.portfolio.goals(),
                    Wanted::One(pathway) => world.portfolio.goals_on(pathway),
                };
                goals.into_iter().map(|goal| goal.competency.clone()).collect()
            })
        });
        let is_ready = self.ready.0.get() == Some(true);
        Question { subject: self.subject.0.get(), interest: self.interest.0.get(), walked, is_ready }
    }

    /// Asks for everything again.
    pub fn clear(self) {
        self.subject.1.set(None);
        self.interest.1.set(None);
        self.pathway.1.set(None);
        self.ready.1.set(None);
    }
}

/// What is asked of each stone: the address, read once for all of them.
pub struct Question {
    subject: Option<String>,
    interest: Option<String>,
    /// What stands on the pathways that are asked for; `None` where none is.
    walked: Option<BTreeSet<ItemId>>,
    is_ready: bool,
}

impl Question {
    /// Whether a stone is asked for, by how one stands to it.
    pub fn fits(&self, stone: &Stone, standing: Option<&Standing>) -> bool {
        let subject = self.subject.as_ref().is_none_or(|subject| stone.subjects.contains(subject));
        let is_about = |tag: &String| stone.keywords.iter().any(|keyword| fold::same_words(keyword, tag));
        let interest = self.interest.as_ref().is_none_or(is_about);
        let is_walked = self.walked.as_ref().is_none_or(|walked| walked.contains(&stone.id));
        let ready = !self.is_ready || standing.is_some_and(|standing| standing.look == Look::Ready);
        subject && interest && is_walked && ready
    }
}

const AT: &str = "at";

/// Which competency the address says is looked at.
pub fn at() -> Option<String> {
    page::parameter(AT)
}

/// Says in the address which competency is looked at, for Back to lead there. Not by the router: it falls behind keys that come fast, and
/// would bring a page back that was left meanwhile.
pub fn look_at(id: &str) {
    if let Err(error) = page::replace_parameter(AT, id) {
        leptos::logging::warn!("Back leads to another stone: {error}");
    }
}

/// The page stays where it is, and Back leads to the place before, not through every stone that was looked at.
fn part<T>(name: &'static str) -> Part<T>
where
    T: std::str::FromStr + ToString + PartialEq + Send + Sync + 'static,
{
    query_signal_with_options(name, NavigateOptions { scroll: false, replace: true, ..NavigateOptions::default() })
}
