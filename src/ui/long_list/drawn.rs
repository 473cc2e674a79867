//! What of a long list is drawn.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{page, timer};

use super::left::Left;
use super::plan::{Group, Plan};
use super::{Goal, Items, pixels};

/// A group that is drawn, at least in part.
#[derive(Clone, PartialEq)]
pub struct Seen {
    /// The group.
    pub group: Group,
    /// In CSS pixels.
    top: f64,
    height: f64,
    items: Vec<SeenItem>,
}

/// An item that is drawn.
#[derive(Clone, PartialEq)]
struct SeenItem {
    key: String,
    /// Its number in the whole list, from 0.
    index: usize,
    /// Its number in its group, likewise.
    place: usize,
    /// How far its line is below the group's first, in CSS pixels.
    down: f64,
    column: usize,
}

/// These items in their groups, both in their order.
pub fn seen(
    plan: &Plan,
    groups: &[Group],
    items: impl IntoIterator<Item = usize>,
    key: Callback<usize, String>,
) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    for index in items {
        let at = plan.group_of(index);
        let (Some(placed), Some(group)) = (plan.group(at), groups.get(at)) else { continue };
        let (down, column) = plan.place(index);
        let item = SeenItem { key: key.run(index), index, place: index - placed.first, down, column };
        match all.last_mut().filter(|seen| seen.group.key == group.key) {
            Some(seen) => seen.items.push(item),
            None => {
                let (top, height) = (placed.top, placed.height);
                all.push(Seen { group: group.clone(), top, height, items: vec![item] });
            }
        }
    }
    all
}

/// A group.
#[component]
pub fn GroupOf(
    items: Items,
    /// The group as it was first seen.
    first_seen: Seen,
    seen: Memo<Vec<Seen>>,
) -> impl IntoView {
    let key = first_seen.group.key.clone();
    let heading = heading_id(items.list, &key);
    let leave = move |_| {
        if matches!(items.focus.goes_to.get_untracked(), Some(Goal::HeadingOf(_))) {
            items.focus.goes_to.set(None);
        }
    };
    let headed = first_seen.group.heading.clone().map(|words| {
        view! {
            <h2 id=heading.clone() class="long-heading" tabindex="-1" on:focusout=leave>
                {words}
            </h2>
        }
    });
    let named_by = headed.is_some().then_some(heading);
    let now = Memo::new(move |_| {
        let now = seen.with(|all| all.iter().find(|seen| seen.group.key == key).cloned());
        now.unwrap_or_else(|| first_seen.clone())
    });
    view! {
        <div
            class="long-group"
            style:inset-block-start=move || pixels(now.with(|now| now.top))
            style:block-size=move || pixels(now.with(|now| now.height))
        >
            {headed}
            <ul role="list" class="long-items" aria-labelledby=named_by>
                <For each=move || now.with(|now| now.items.clone()) key=|item| item.key.clone() let(first_seen)>
                    <ItemOf items first_seen now />
                </For>
            </ul>
        </div>
    }
}

#[component]
fn ItemOf(
    items: Items,
    /// The item as it was first seen.
    first_seen: SeenItem,
    /// Its group.
    now: Memo<Seen>,
) -> impl IntoView {
    let Items { list, mark, draw, sight, focus } = items;
    let key = StoredValue::new(first_seen.key.clone());
    let item = Memo::new(move |_| {
        let item = now.with(|now| now.items.iter().find(|item| item.key == first_seen.key).cloned());
        item.unwrap_or_else(|| first_seen.clone())
    });
    let mark = Memo::new(move |_| mark.run(key.get_value()));
    let inside = move || {
        let _mark = mark.get();
        untrack(|| draw.run(key.get_value()))
    };
    let enter = move |_| {
        focus.has.set(Some((key.get_value(), item.with_untracked(|item| item.index))));
        focus.goes_to.set(None);
    };
    let leave = move |_| {
        spawn_local(async move {
            // It comes back at once where the item is only moved in the page.
            timer::breathe().await;
            let Some(index) = item.try_with_untracked(|item| item.index) else { return };
            let has = focus.has.try_get_untracked().flatten().is_some_and(|(has, _)| key.try_get_value() == Some(has));
            if has && !page::has_focus_within(&item_id(list, index)) {
                focus.has.set(None);
            }
        });
    };
    let follow = move |_| {
        let (index, from) = (item.with_untracked(|item| item.index), sight.with_untracked(|sight| sight.from));
        Left { key: key.get_value(), index, from }.keep(list);
    };
    view! {
        <li
            id=move || item_id(list, item.with(|item| item.index))
            aria-posinset=move || item.with(|item| item.place + 1).to_string()
            aria-setsize=move || now.with(|now| now.group.count).to_string()
            style:--down=move || pixels(item.with(|item| item.down))
            style:--column=move || item.with(|item| item.column).to_string()
            on:focusin=enter
            on:focusout=leave
            on:click=follow
        >
            {inside}
        </li>
    }
}

/// The id of an item's element.
pub fn item_id(list: &str, index: usize) -> String {
    format!("{list}-{index}")
}

/// The id of the heading of a group.
pub fn heading_id(list: &str, key: &str) -> String {
    format!("{list}-of-{key}")
}
