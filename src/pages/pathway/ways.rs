//! The two ways to see the pathway, as the address names them.

use std::str::FromStr;

use leptos::prelude::*;
use leptos_router::hooks::query_signal;
use platform::page;

use crate::components::pathways::{PATHWAY, Wanted};
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::{Glyph, Icon};

/// How the pathway is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// The goals in the learner's order.
    #[default]
    List,
    /// On the trail map.
    Map,
}

impl FromStr for Way {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        if word == "map" { Ok(Self::Map) } else { Err(()) }
    }
}

impl std::fmt::Display for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::List => "list",
            Self::Map => "map",
        })
    }
}

/// What the address says.
pub fn of_address() -> Memo<Way> {
    let (way, _) = query_signal::<Way>("view");
    Memo::new(move |_| way.get().unwrap_or_default())
}

/// The address of a place, for links that are not the router's own.
pub fn address(place: &Place) -> String {
    format!("{}{place}", page::base().trim_end_matches('/'))
}

/// The links between the two. Whoever looks at one of the pathways looks at the same one on the other side.
#[component]
pub fn Ways(way: Memo<Way>) -> impl IntoView {
    let (wanted, _) = query_signal::<Wanted>(PATHWAY);
    let place = move |to: Way| match (to, wanted.get()) {
        (Way::List, Some(Wanted::One(pathway))) => Place::OnePathway(pathway.rest().to_owned()),
        (Way::Map, Some(Wanted::One(pathway))) => Place::MapOf(pathway.rest().to_owned()),
        (Way::List, _) => Place::Pathway,
        (Way::Map, _) => Place::Map,
    };
    let link = move |to: Way, glyph: Glyph, words: &'static str| {
        view! {
            <li>
                // The router's own link would call both current: they differ in the query alone.
                <a
                    class="chip"
                    href=move || address(&place(to))
                    aria-current=move || (way.get() == to).then_some("true")
                >
                    <Icon glyph />
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=t::map::ways()>
            <ul role="list" class="chips">
                {link(Way::Map, Glyph::Pathway, t::map::map())}
                {link(Way::List, Glyph::Bullets, t::map::list())}
            </ul>
        </nav>
    }
}
