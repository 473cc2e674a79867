//! Ways to other competencies.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::ItemId;
use portfolio::framework::Item;

use crate::routes::Place;

/// What a link to an item needs.
pub fn named(item: &Item) -> (ItemId, String) {
    (item.id.clone(), item.name().to_owned())
}

/// Each as a link in a list.
pub fn links(items: impl IntoIterator<Item = (ItemId, String)>) -> impl IntoView {
    let link = |(id, name): (ItemId, String)| {
        view! {
            <li>
                <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
            </li>
        }
    };
    items.into_iter().map(link).collect_view()
}
