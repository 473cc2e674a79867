//! What the drawings mean.

use leptos::prelude::*;
use trail::sheet::Look;

use super::standing::Standing;
use super::stone::Drawing;
use crate::i18n::t;

/// Each kind of stone with its word.
#[component]
pub fn Legend() -> impl IntoView {
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
        </ul>
    }
}
