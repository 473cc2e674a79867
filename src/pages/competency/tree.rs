//! Where an item stands in the tree of its framework: what it belongs to, and what belongs to it.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::ItemId;
use portfolio::framework::Item;

use crate::components::competency_links::{links, named};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The headings above, the top first, as a way up.
#[component]
pub fn Above(id: ItemId) -> impl IntoView {
    let above = AppState::expect().read(|world| {
        let headings = world.frameworks.of(&id).map(|framework| framework.ancestors(&id).map(named).collect());
        headings.unwrap_or_else(Vec::new)
    });
    let above = above.filter(|above| !above.is_empty())?;
    Some(view! {
        <nav aria-label=t::competency::above()>
            <ol role="list" class="trail small">{links(above.into_iter().rev())}</ol>
        </nav>
    })
}

/// The items right below, with how much is in each.
#[component]
pub fn Inside(id: ItemId) -> impl IntoView {
    let inside = AppState::expect().read(|world| {
        let Some(framework) = world.frameworks.of(&id) else { return Vec::new() };
        let below = framework.children(&id);
        below.map(|item| (named(item), headed(framework, item))).collect()
    });
    let inside = inside.filter(|inside| !inside.is_empty())?;
    let links = inside
        .into_iter()
        .map(|((id, name), count)| {
            view! {
                <li class="row row-apart">
                    <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                    {count.map(|count| view! { <span class="soft small">{t::competency::inside_count(count)}</span> })}
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="stack stack-tight" aria-labelledby="inside">
            <h2 id="inside" class="aside-title">{t::competency::inside()}</h2>
            <ul role="list" class="lines">{links}</ul>
        </section>
    })
}

/// How many competencies a heading heads; nothing of what is no heading.
fn headed(framework: &portfolio::Framework, item: &Item) -> Option<usize> {
    framework.children(&item.id).next().map(|_| framework.competencies_in(&item.id).count())
}
