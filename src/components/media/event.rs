//! Something the learner did that no file shows.

use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::model::Event;

use crate::i18n::{language, t};
use crate::ui::icon::{Glyph, Icon};

/// What it was, and when, where and before whom, as far as the learner says.
#[component]
pub fn EventCard(event: Event) -> impl IntoView {
    let Event { what, place, day, seen } = event;
    let day = day.map(|day| intl::date(language().tag(), day, DateStyle::Long)).unwrap_or_default();
    let facts = [(t::media::event_day(), day), (t::media::event_place(), place), (t::media::event_seen(), seen)];
    let said = facts.into_iter().filter(|(_, words)| !words.is_empty()).map(|(name, words)| {
        view! {
            <dt class="small">{name}</dt>
            <dd>
                <bdi>{words}</bdi>
            </dd>
        }
    });
    view! {
        <div class="card stack stack-tight">
            <p class="row">
                <Icon glyph=Glyph::Flag />
                <bdi class="grow">{what}</bdi>
            </p>
            <dl class="facts">{said.collect_view()}</dl>
        </div>
    }
}
