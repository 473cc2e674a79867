//! A list of any length, of which only what is in sight is drawn: the page stays as small with ten thousand items as with ten.
//!
//! Every item knows its number and how many there are, so a screen reader says them although the others are not there. The item
//! that has the focus stays drawn wherever the page is scrolled to, and with the arrow keys, Home and End the focus goes to any
//! other, beside Tab. Whoever follows an item's link and comes back with Back finds the list where it was.

mod drawn;
mod left;
mod plan;

pub use plan::{Group, Plan, Shape};

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use platform::moved::{self, MoveWatch};
use platform::sight::{self, Sight, SightWatch};
use platform::{keys, page};

use drawn::{GroupOf, seen};
use left::Left;

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
    /// Set it to a group's key to go there. The list takes it at once.
    pub wanted: RwSignal<Option<String>>,
}

impl Whereabouts {
    /// At the beginning.
    pub fn new() -> Self {
        Self { group: RwSignal::new(None), wanted: RwSignal::new(None) }
    }
}

/// How items are told apart and drawn.
#[derive(Clone, Copy)]
struct Items {
    /// Tells their elements from those of other lists.
    list: &'static str,
    mark: Callback<String, String>,
    draw: Callback<String, AnyView>,
    sight: RwSignal<Sight>,
    focus: Focus,
}

/// Where the keyboard's focus is among the items, and where it is on its way to. Both are drawn wherever the page is scrolled to.
#[derive(Clone, Copy)]
struct Focus {
    /// The key of the item that has it, and the number that it had then.
    has: RwSignal<Option<(String, usize)>>,
    goes_to: RwSignal<Option<Goal>>,
}

/// What the focus goes to.
#[derive(Clone, Copy, PartialEq)]
enum Goal {
    Item(usize),
    /// The heading above the item that is the first of its group. It stays the goal while it has the focus.
    HeadingOf(usize),
}

impl Goal {
    /// The item that has to be drawn for it.
    fn item(self) -> usize {
        match self {
            Self::Item(item) | Self::HeadingOf(item) => item,
        }
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
    #[prop(into)]
    shape: Signal<fn(f64) -> Shape>,
    /// Tells an item, by its number, from every other. It stays the same item while this stays.
    key: Callback<usize, String>,
    /// Tells an item, by its key, from itself as it was: its inside is drawn again when this changes.
    mark: Callback<String, String>,
    /// Draws the inside of an item, by its key: a link or what has one.
    draw: Callback<String, AnyView>,
    /// Where it is.
    whereabouts: Whereabouts,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let sight = RwSignal::new(Sight::default());
    let focus = Focus { has: RwSignal::new(None), goes_to: RwSignal::new(None) };
    let items = Items { list: id, mark, draw, sight, focus };
    let shaped = Memo::new(move |_| {
        let Sight { width, rem, .. } = sight.get();
        (rem > 0.0).then(|| (shape.get()(width / rem), rem))
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
    let count = Memo::new(move |_| plan.with(|plan| plan.as_ref().map_or(0, Plan::len)));
    // Other items may come before it and go.
    let focused = Memo::new(move |_| {
        let (focused, was) = focus.has.get()?;
        let is_it = |item: &usize| key.run(*item) == focused;
        Some(was).filter(is_it).or_else(|| (0..count.get()).find(is_it))
    });
    Effect::new(move |_| {
        if focused.get().is_none() && focus.has.with_untracked(Option::is_some) {
            // It went while it had the focus, of which not every browser tells.
            focus.has.set(None);
        }
    });
    let seen = Memo::new(move |_| {
        let kept = [focused.get(), focus.goes_to.get().map(Goal::item)];
        let kept = kept.into_iter().flatten().filter(|item| *item < count.get());
        let items: BTreeSet<usize> = drawn.get().chain(kept).collect();
        plan.with(|plan| {
            let plan = plan.as_ref()?;
            Some(groups.with(|groups| seen(plan, groups, items, key)))
        })
        .unwrap_or_default()
    });
    follow(list, sight, plan, groups, whereabouts);
    keep_focus(list);
    let go = move |item: usize| {
        focus.goes_to.set(Some(Goal::Item(item)));
        sight::focus_link_when_drawn(drawn::item_id(id, item));
    };
    let by_key = move |event: KeyboardEvent| {
        let at = focus.goes_to.get_untracked().or_else(|| focused.get_untracked().map(Goal::Item));
        let Some(at) = at.filter(|_| keys::is_alone(&event)) else { return };
        if let Some(next) = plan.with_untracked(|plan| after(plan.as_ref()?, at, &event.key())) {
            event.prevent_default();
            go(next);
        }
    };
    Effect::new(move |_| {
        let Some(key) = whereabouts.wanted.get() else { return };
        whereabouts.wanted.set(None);
        let at = groups.with_untracked(|groups| groups.iter().position(|group| group.key == key));
        let group = at.and_then(|at| plan.with_untracked(|plan| plan.as_ref()?.group(at)));
        if let (Some(list), Some(group)) = (list.get_untracked(), group) {
            focus.goes_to.set(Some(Goal::HeadingOf(group.first)));
            sight::scroll_to(&list, group.top - above(sight.get_untracked()));
            page::focus_when_drawn(drawn::heading_id(id, &key));
        }
    });
    let mut left = Left::kept(id);
    Effect::new(move |_| {
        let (Some(list), count @ 1..) = (list.get(), count.get()) else { return };
        // Who writes by now has gone on, and keeps the focus.
        let Some(Left { key: was, index, from }) = left.take().filter(|_| !keys::is_writing()) else { return };
        // What is gone leaves its place to what comes after it.
        let item = (0..count).find(|item| key.run(*item) == was).unwrap_or(index.min(count - 1));
        focus.goes_to.set(Some(Goal::Item(item)));
        sight::focus_link_when_drawn_at(drawn::item_id(id, item), list.into(), from);
    });
    view! {
        <div
            node_ref=list
            role="region"
            aria-label=label
            class=move || format!("long-list {}", shaped.get().map(|(shape, _)| shape.class).unwrap_or_default())
            style:block-size=move || plan.with(|plan| pixels(plan.as_ref().map_or(0.0, Plan::height)))
            style:--columns=move || shaped.get().map_or(1, |(shape, _)| shape.columns).to_string()
            style:--height=move || shaped.get().map(|(shape, _)| format!("{}rem", shape.height)).unwrap_or_default()
            style:--gap=move || shaped.get().map(|(shape, _)| format!("{}rem", shape.gap)).unwrap_or_default()
            on:keydown=by_key
        >
            <For each=move || seen.get() key=|seen| seen.group.key.clone() let(first_seen)>
                <GroupOf items first_seen seen />
            </For>
        </div>
    }
}

/// Where an item comes before one that has the focus, that one is moved in the page, and would lose it.
fn keep_focus(list: NodeRef<html::Div>) {
    let watch = StoredValue::new_local(None::<MoveWatch>);
    list.on_load(move |list| match moved::keep_focus(&list) {
        Ok(watching) => drop(watch.try_set_value(Some(watching))),
        Err(error) => leptos::logging::warn!("the focus may get lost in a list: {error}"),
    });
    on_cleanup(move || drop(watch.try_set_value(None)));
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

/// Where a key leads.
fn after(plan: &Plan, at: Goal, key: &str) -> Option<usize> {
    let item = at.item();
    match (at, key) {
        // The items begin below their heading.
        (Goal::HeadingOf(_), "ArrowRight" | "ArrowDown") => Some(item),
        (_, "ArrowRight") => Some(item + 1).filter(|next| *next < plan.len()),
        (_, "ArrowLeft") => item.checked_sub(1),
        (_, "ArrowDown") => plan.neighbour(item, 1),
        (_, "ArrowUp") => plan.neighbour(item, -1),
        (_, "Home") => Some(0),
        (_, "End") => plan.len().checked_sub(1),
        _ => None,
    }
}

fn pixels(length: f64) -> String {
    format!("{length}px")
}
