//! The goals as rows that can be put in another order: by dragging, by buttons and by keys, always through the same act.

use chrono::NaiveDate;
use leptos::ev::{DragEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos_router::components::A;
use platform::page;
use portfolio::intent::Place as Beside;
use portfolio::{EntityId, Intent, levels};

use super::switcher::Here;
use crate::components::level::{LevelOf, LevelOptions, chosen};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::cairn::Cairn;
use crate::ui::date::DateInput;
use crate::ui::icon::{Glyph, Icon};

/// All goals of a pathway. Where each one went is said in a live region.
#[component]
pub fn GoalList(here: Here) -> impl IntoView {
    let state = AppState::expect();
    let order = here.goals();
    let dragged = RwSignal::new(None::<EntityId>);
    let said = RwSignal::new(String::new());
    let list = GoalOrder { state, order, said };
    view! {
        <p class="hint">{t::pathway::drag_hint()}</p>
        <ol role="list" class="stack goals">
            <For each=move || order.get() key=Clone::clone let(id)>
                <GoalRow id list dragged />
            </For>
        </ol>
        <p class="visually-hidden" aria-live="polite">{said}</p>
    }
}

/// The order of the goals and how to change it.
#[derive(Clone, Copy)]
struct GoalOrder {
    state: AppState,
    order: Memo<Vec<EntityId>>,
    said: RwSignal<String>,
}

impl GoalOrder {
    fn place(self, id: &EntityId) -> Option<usize> {
        self.order.with(|order| order.iter().position(|other| other == id))
    }

    fn count(self) -> usize {
        self.order.with(Vec::len)
    }

    /// Puts a goal where another one stands; the others make room.
    fn put(self, id: &EntityId, to: usize, name: &str) {
        let Some(from) = self.place(id) else { return };
        let Some(other) = self.order.with_untracked(|order| order.get(to).cloned()).filter(|other| other != id) else {
            return;
        };
        let beside = if to < from { Beside::Before(other) } else { Beside::After(other) };
        if self.state.attempt(Intent::MoveGoal { goal: id.clone(), to: beside }).is_some() {
            self.said.set(t::pathway::moved(name, to + 1, self.count()));
        }
    }

    /// The button that goes on in the direction of `step`; at the end of the list the one that leads back.
    fn step_id(self, id: &EntityId, step: isize) -> String {
        let is_last = self.place(id).map(|place| place + 1) == Some(self.count());
        match step {
            ..0 if self.place(id) != Some(0) => up_id(id),
            0.. if is_last => up_id(id),
            _ => down_id(id),
        }
    }

    /// Moves a goal by `step` places.
    fn shift(self, id: &EntityId, step: isize, name: &str) {
        if let Some(to) = self.place(id).and_then(|place| place.checked_add_signed(step)) {
            self.put(id, to, name);
        }
    }
}

fn handle_id(goal: &EntityId) -> String {
    format!("handle-{}", goal.rest())
}

fn up_id(goal: &EntityId) -> String {
    format!("up-{}", goal.rest())
}

fn down_id(goal: &EntityId) -> String {
    format!("down-{}", goal.rest())
}

#[component]
fn GoalRow(id: EntityId, list: GoalOrder, dragged: RwSignal<Option<EntityId>>) -> impl IntoView {
    let state = list.state;
    let Some(competency) = id.competency() else { return ().into_any() };
    let name = {
        let competency = competency.clone();
        state.read(|world| world.frameworks.name(&competency))
    };
    let is_retired = state.read(|world| world.frameworks.is_retired(&competency)).unwrap_or_default();
    let name = StoredValue::new(name.unwrap_or_default());
    let id = StoredValue::new(id);
    let held = {
        let competency = competency.clone();
        Memo::new(move |_| {
            state.watch(&["claim", "evidence"], |world| {
                let level = levels::held(world.portfolio, &competency).map(|held| held.level);
                let stones = world.portfolio.claims_for(&competency).filter(|(_, piece)| piece.is_some()).count();
                (level, stones)
            })
        })
    };
    let stones = move || held.get().map_or(0, |(_, stones)| stones);
    let about = move || if stones() == 0 { t::pathway::no_stones().to_owned() } else { t::pathway::stones(stones()) };
    let shift = move |step: isize| id.with_value(|id| name.with_value(|name| list.shift(id, step, name)));
    let keys = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return,
        };
        event.prevent_default();
        shift(step);
        // A row that is put elsewhere loses the focus on its way.
        page::focus_when_drawn(id.with_value(handle_id));
    };
    let step = move |step: isize| {
        move |_: MouseEvent| {
            shift(step);
            page::focus_when_drawn(id.with_value(|id| list.step_id(id, step)));
        }
    };
    let drop_here = move |event: DragEvent| {
        event.prevent_default();
        let moved = dragged.get_untracked();
        dragged.set(None);
        if let (Some(moved), Some(to)) = (moved, id.with_value(|id| list.place(id))) {
            let moved_name = state.read(|world| Some(world.frameworks.name(&moved.competency()?)));
            list.put(&moved, to, &moved_name.flatten().unwrap_or_default());
        }
    };
    let over = move |event: DragEvent| {
        if dragged.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    };
    let take_off = move |_| {
        state.attempt_aloud(Intent::DropGoal { goal: id.get_value() }, t::pathway::dropped(name.get_value()));
    };
    view! {
        <li class="card goal" on:dragover=over on:drop=drop_here>
            <span
                id=id.with_value(handle_id)
                class="button button-icon button-quiet goal-handle"
                role="button"
                tabindex="0"
                draggable="true"
                aria-label=t::pathway::drag(name.get_value())
                on:keydown=keys
                on:dragstart=move |_| dragged.set(Some(id.get_value()))
                on:dragend=move |_| dragged.set(None)
            >
                <Icon glyph=Glyph::Drag />
            </span>
            <div class="goal-cairn">
                {move || view! { <Cairn count=stones() label=about() /> }}
            </div>
            <div class="stack stack-tight grow">
                <h2 class="goal-name">
                    <A href=Place::Competency(competency.to_string()).to_string()>{name.get_value()}</A>
                </h2>
                <p class="row small">
                    {move || view! { <LevelOf level=held.get().and_then(|(level, _)| level) /> }}
                    {is_retired.then(|| view! { <span class="soft">{t::retired::badge()}</span> })}
                </p>
            </div>
            <GoalTarget id=id.get_value() name=name.get_value() />
            <div class="goal-tools">
                <button
                    type="button"
                    id=id.with_value(up_id)
                    class="button button-icon"
                    aria-label=t::pathway::up(name.get_value())
                    disabled=move || id.with_value(|id| list.place(id)) == Some(0)
                    on:click=step(-1)
                >
                    <Icon glyph=Glyph::Up />
                </button>
                <button
                    type="button"
                    id=id.with_value(down_id)
                    class="button button-icon"
                    aria-label=t::pathway::down(name.get_value())
                    disabled=move || id.with_value(|id| list.place(id)).map(|place| place + 1) == Some(list.count())
                    on:click=step(1)
                >
                    <Icon glyph=Glyph::Down />
                </button>
                <button
                    type="button"
                    class="button button-icon button-quiet"
                    aria-label=t::pathway::drop(name.get_value())
                    on:click=take_off
                >
                    <Icon glyph=Glyph::Remove />
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// What the goal aims at and by when.
#[component]
fn GoalTarget(id: EntityId, name: String) -> impl IntoView {
    let state = AppState::expect();
    let id = StoredValue::new(id);
    let goal = Memo::new(move |_| {
        let id = id.get_value();
        state.watch(&[id.as_str()], |world| world.portfolio.goal(&id).map(|goal| (goal.aim, goal.due))).flatten()
    });
    let set_aim = move |value: String| {
        if let Some(aim) = chosen(&value) {
            state.attempt(Intent::SetAim { goal: id.get_value(), aim });
        }
    };
    let set_due = Callback::new(move |due: Option<NaiveDate>| {
        state.attempt(Intent::SetDue { goal: id.get_value(), due });
    });
    let aim = Signal::derive(move || goal.get().map(|(aim, _)| aim));
    let due = Signal::derive(move || goal.get().and_then(|(_, due)| due));
    let due_field = format!("due-{}", id.with_value(|id| id.rest().to_owned()));
    view! {
        <div class="goal-target">
            <label class="field">
                <span class="tiny soft" aria-hidden="true">{t::pathway::aim()}</span>
                <select
                    class="input"
                    aria-label=t::pathway::aim_of(&name)
                    on:change:target=move |event| set_aim(event.target().value())
                >
                    <LevelOptions held=aim is_aim=true />
                </select>
            </label>
            <label class="field">
                <span class="tiny soft" aria-hidden="true">{t::pathway::due()}</span>
                <DateInput id=due_field label=t::pathway::due_of(&name) day=due change=set_due />
            </label>
        </div>
    }
}
