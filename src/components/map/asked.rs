//! Which stones are asked for: all of it stands in the address, for the map and the outline alike.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use search::fold;
use trail::sheet::Look;

use super::chart::Stone;
use super::standing::Standing;
use crate::platform::page;

/// A part of the address: what it says, and the way to say something else.
pub type Part<T> = (Memo<Option<T>>, SignalSetter<Option<T>>);

/// Everything that the address says of the map.
#[derive(Clone, Copy)]
pub struct Asked {
    /// A subject.
    pub subject: Part<String>,
    /// An interest.
    pub interest: Part<String>,
    /// Whether only what is on the pathway is shown.
    pub mine: Part<bool>,
    /// Whether only what is ready is shown.
    pub ready: Part<bool>,
}

impl Asked {
    /// What the address of now asks for.
    pub fn here() -> Self {
        Self { subject: part("subject"), interest: part("interest"), mine: part("mine"), ready: part("ready") }
    }

    /// Whether anything is filtered away.
    pub fn is_filtered(self) -> bool {
        let says = |part: Part<bool>| part.0.get() == Some(true);
        self.subject.0.read().is_some() || self.interest.0.read().is_some() || says(self.mine) || says(self.ready)
    }

    /// Whether a stone is asked for.
    pub fn fits(self, stone: &Stone, standing: Option<&Standing>) -> bool {
        let wants = |part: Part<bool>| part.0.get() == Some(true);
        let subject = self.subject.0.read().as_ref().is_none_or(|subject| stone.subjects.contains(subject));
        let is_about = |tag: &String| stone.keywords.iter().any(|keyword| fold::same_words(keyword, tag));
        let interest = self.interest.0.read().as_ref().is_none_or(is_about);
        let mine = !wants(self.mine) || standing.is_some_and(|standing| standing.is_goal);
        let ready = !wants(self.ready) || standing.is_some_and(|standing| standing.look == Look::Ready);
        subject && interest && mine && ready
    }

    /// Asks for everything again.
    pub fn clear(self) {
        self.subject.1.set(None);
        self.interest.1.set(None);
        self.mine.1.set(None);
        self.ready.1.set(None);
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
