//! What the drawings mean.

use leptos::prelude::*;
use trail::sheet::Look;

use super::atlas::Atlas;
use super::standing::Standing;
use super::stone::Drawing;
use crate::i18n::t;

/// Each kind of stone with its word, and the trails that the learner added, if there are any.
#[component]
pub fn Legend(atlas: Atlas) -> impl IntoView {
    let stone = |look| Standing { look, ..Standing::default() };
    let kinds = [
        (stone(Look::Ready), t::map::ready()),
        (stone(Look::Reached), t::map::reached()),
        (stone(Look::Said), t::map::said_long()),
        (stone(Look::Blocked), t::map::blocked_long()),
        (Standing { is_goal: true, ..stone(Look::Ready) }, t::pathway::on_pathway()),
        (Standing { pieces: 3, ..stone(Look::Reached) }, t::map::stack_long()),
    ];
    view! {
        <ul role="list" class="map-legend small soft">
            {kinds
                .into_iter()
                .map(|(standing, words)| {
                    view! {
                        <li>
                            <Drawing stone=1 standing />
                            {words}
                        </li>
                    }
                })
                .collect_view()}
            {atlas
                .chart()
                .has_retired()
                .then(|| {
                    view! {
                        <li>
                            <Drawing stone=1 standing=stone(Look::Retired) />
                            {t::retired::badge()}
                        </li>
                    }
                })}
            {(!atlas.chart().added.is_empty())
                .then(|| {
                    view! {
                        <li>
                            <svg class="map-legend-trail" viewBox="0 0 64 16" aria-hidden="true" focusable="false">
                                <path class="map-trail map-trail-added" d="M4 8h56" />
                            </svg>
                            {t::needs::on_map()}
                        </li>
                    }
                })}
        </ul>
    }
}
