//! A list of any length, of which only what is in sight is drawn: the page stays as small with ten thousand items as with ten.
//!
//! Every item knows its number and how many there are, so a screen reader says them although the others are not there. The item
//! that has the focus stays drawn wherever the page is scrolled to, and with the arrow keys, Home and End the focus goes to any
//! other, beside Tab.

mod plan;

pub use plan::{Group, Plan, Shape};

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use platform::sight::{self, Sight, SightWatch};
use platform::{keys, page};

/// A group that is drawn, at least in part.
#[derive(Clone, PartialEq)]
struct Seen {
    group: Group,
    /// In CSS pixels.
    top: f64,
    height: f64,
    items: Vec<SeenItem>,
}

/// An item that is drawn.
#[derive(Clone, PartialEq)]
struct SeenItem {
    /// Its number in the whole list, from 0.
    index: usize,
    /// Its number in its group, likewise.
    place: usize,
    /// Tells it from every other, and from itself as it was.
    mark: String,
    /// How far its line is below the group's first, in CSS pixels.
    down: f64,
    column: usize,
}

/// What is drawn above and below what is in sight, as a share of that: a step of scrolling finds it there.
const BEYOND: f64 = 0.5;

/// What may stick to the window's upper edge over a list, in `rem`.
const STICKS: f64 = 4.5;

/// The same in CSS pixels.
fn above(sight: Sight) -> f64 {
    STICKS * sight.rem
}

/// Where a long list is, for who stands beside it.
#[derive(Clone, Copy)]
pub struct Whereabouts {
    /// The key of the group that stands at the window's upper edge, below what sticks to that.
    pub group: RwSignal<Option<String>>,
    /// Set it to a group's key to go there.
    pub wanted: RwSignal<Option<String>>,
}

impl Whereabouts {
    /// At the beginning.
    pub fn new() -> Self {
        Self { group: RwSignal::new(None), wanted: RwSignal::new(None) }
    }
}

/// The list.
#[component]
pub fn LongList(
    /// Tells its elements from those of other lists.
    id: &'static str,
    /// What it is a list of.
    #[prop(into)]
    label: Signal<String>,
    /// Its groups in their order, each with at least one item.
    #[prop(into)]
    groups: Signal<Vec<Group>>,
    /// How items stand in a width, in `rem`.
    shape: fn(f64) -> Shape,
    /// Tells an item, by its number, from every other and from itself as it was: it is drawn again when this changes.
    mark: Callback<usize, String>,
    /// Draws an item: a link or what has one.
    draw: Callback<usize, AnyView>,
    /// Where it is.
    whereabouts: Whereabouts,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let sight = RwSignal::new(Sight::default());
    let focused = RwSignal::new(None::<usize>);
    let shaped = Memo::new(move |_| {
        let Sight { width, rem, .. } = sight.get();
        (rem > 0.0).then(|| (shape(width / rem), rem))
    });
    let plan = Memo::new(move |_| {
        let (shape, rem) = shaped.get()?;
        Some(groups.with(|groups| Plan::new(groups, &shape, rem)))
    });
    let drawn = Memo::new(move |_| {
        let Sight { from, to, .. } = sight.get();
        let beyond = (to - from) * BEYOND;
        plan.with(|plan| plan.as_ref().map_or(0..0, |plan| plan.between(from - beyond, to + beyond)))
    });
    let seen = Memo::new(move |_| {
        let (drawn, focused) = (drawn.get(), focused.get());
        plan.with(|plan| {
            let plan = plan.as_ref()?;
            let kept = focused.filter(|item| !drawn.contains(item) && *item < plan.len());
            let before = kept.filter(|item| *item < drawn.start);
            let items = before.into_iter().chain(drawn.clone()).chain(kept.filter(|item| *item >= drawn.end));
            Some(groups.with(|groups| seen(plan, groups, items, mark)))
        })
        .unwrap_or_default()
    });
    follow(list, sight, plan, groups, whereabouts);
    let go = move |item: usize| {
        focused.set(Some(item));
        sight::focus_link_when_drawn(item_id(id, item));
    };
    let by_key = move |event: KeyboardEvent| {
        let Some(item) = focused.get_untracked().filter(|_| keys::is_alone(&event)) else { return };
        if let Some(next) = plan.with_untracked(|plan| goal(plan.as_ref()?, item, &event.key())) {
            event.prevent_default();
            go(next);
        }
    };
    Effect::new(move |_| {
        let Some(key) = whereabouts.wanted.get() else { return };
        let at = groups.with_untracked(|groups| groups.iter().position(|group| group.key == key));
        let group = at.and_then(|at| plan.with_untracked(|plan| plan.as_ref()?.group(at)));
        if let (Some(list), Some(group)) = (list.get_untracked(), group) {
            focused.set(Some(group.first));
            sight::scroll_to(&list, group.top - above(sight.get_untracked()));
            page::focus_when_drawn(heading_id(id, &key));
        }
    });
    view! {
        <div
            node_ref=list
            class=move || format!("long-list {}", shaped.get().map(|(shape, _)| shape.class).unwrap_or_default())
            style:block-size=move || plan.with(|plan| pixels(plan.as_ref().map_or(0.0, Plan::height)))
            style:--columns=move || shaped.get().map_or(1, |(shape, _)| shape.columns).to_string()
            style:--height=move || shaped.get().map(|(shape, _)| format!("{}rem", shape.height)).unwrap_or_default()
            style:--gap=move || shaped.get().map(|(shape, _)| format!("{}rem", shape.gap)).unwrap_or_default()
            on:keydown=by_key
        >
            <For each=move || seen.get() key=|seen| seen.group.key.clone() let(first_seen)>
                <GroupOf id label first_seen seen focused draw />
            </For>
        </div>
    }
}

/// Sees what is in sight, for as long as the running view is there.
fn follow(
    list: NodeRef<html::Div>,
    sight: RwSignal<Sight>,
    plan: Memo<Option<Plan>>,
    groups: Signal<Vec<Group>>,
    whereabouts: Whereabouts,
) {
    let watch = StoredValue::new_local(None::<SightWatch>);
    list.on_load(move |list| {
        let look = move |now: Sight| {
            sight.set(now);
            let group =
                plan.with_untracked(|plan| plan.as_ref().map(|plan| plan.group_at(now.from + above(now) + 1.0)));
            let key = groups.with_untracked(|groups| Some(groups.get(group?)?.key.clone()));
            if whereabouts.group.with_untracked(|before| *before != key) {
                whereabouts.group.set(key);
            }
        };
        match sight::watch(&list, look) {
            Ok(watching) => drop(watch.try_set_value(Some(watching))),
            Err(error) => leptos::logging::warn!("a list does not see where it is: {error}"),
        }
    });
    on_cleanup(move || drop(watch.try_set_value(None)));
}

fn seen(plan: &Plan, groups: &[Group], items: impl Iterator<Item = usize>, mark: Callback<usize, String>) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    for index in items {
        let at = plan.group_of(index);
        let (Some(placed), Some(group)) = (plan.group(at), groups.get(at)) else { continue };
        let (down, column) = plan.place(index);
        let item = SeenItem { index, place: index - placed.first, mark: mark.run(index), down, column };
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

/// Where a key leads from an item.
fn goal(plan: &Plan, item: usize, key: &str) -> Option<usize> {
    match key {
        "ArrowRight" => Some(item + 1).filter(|next| *next < plan.len()),
        "ArrowLeft" => item.checked_sub(1),
        "ArrowDown" => plan.neighbour(item, 1),
        "ArrowUp" => plan.neighbour(item, -1),
        "Home" => Some(0),
        "End" => plan.len().checked_sub(1),
        _ => None,
    }
}

#[component]
fn GroupOf(
    id: &'static str,
    label: Signal<String>,
    /// The group as it was first seen.
    first_seen: Seen,
    seen: Memo<Vec<Seen>>,
    focused: RwSignal<Option<usize>>,
    draw: Callback<usize, AnyView>,
) -> impl IntoView {
    let key = first_seen.group.key.clone();
    let heading = heading_id(id, &key);
    let headed = first_seen.group.heading.clone().map(|words| {
        view! {
            <h2 id=heading.clone() class="long-heading" tabindex="-1">
                {words}
            </h2>
        }
    });
    let named_by = headed.is_some().then_some(heading);
    let label = move || named_by.is_none().then(|| label.get());
    let labelledby = headed.is_some().then(|| heading_id(id, &key));
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
            <ul role="list" class="long-items" aria-label=label aria-labelledby=labelledby>
                <ForEnumerate
                    each=move || now.with(|now| now.items.clone())
                    key=|item| item.mark.clone()
                    children=move |at, item| view! { <ItemOf id at item now focused draw /> }
                />
            </ul>
        </div>
    }
}

#[component]
fn ItemOf(
    id: &'static str,
    /// Its place among the items of its group that are drawn.
    at: ReadSignal<usize>,
    /// The item as it was first seen.
    item: SeenItem,
    /// Its group.
    now: Memo<Seen>,
    focused: RwSignal<Option<usize>>,
    draw: Callback<usize, AnyView>,
) -> impl IntoView {
    let drawn = draw.run(item.index);
    let item = Memo::new(move |_| now.with(|now| now.items.get(at.get()).cloned()).unwrap_or_else(|| item.clone()));
    view! {
        <li
            id=move || item_id(id, item.with(|item| item.index))
            aria-posinset=move || item.with(|item| item.place + 1).to_string()
            aria-setsize=move || now.with(|now| now.group.count).to_string()
            style:--down=move || pixels(item.with(|item| item.down))
            style:--column=move || item.with(|item| item.column).to_string()
            on:focusin=move |_| focused.set(Some(item.with_untracked(|item| item.index)))
            on:focusout=move |_| focused.set(None)
        >
            {drawn}
        </li>
    }
}

fn item_id(list: &str, index: usize) -> String {
    format!("{list}-{index}")
}

fn heading_id(list: &str, key: &str) -> String {
    format!("{list}-of-{key}")
}

fn pixels(length: f64) -> String {
    format!("{length}px")
}
