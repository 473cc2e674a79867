//! Putting the artifacts into another order by dragging. The buttons beside do the same.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use platform::pointer;
use portfolio::intent::Place;
use portfolio::{EntityId, Intent};

use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// What is being dragged, and where it would go. Copies are the same.
#[derive(Clone, Copy)]
pub struct Dragging {
    state: AppState,
    /// All, in their order.
    ids: Memo<Option<Vec<EntityId>>>,
    /// Where they stand.
    list: NodeRef<html::Ul>,
    dragged: RwSignal<Option<EntityId>>,
    /// How many of the others would stand before it.
    before: RwSignal<usize>,
}

impl Dragging {
    /// Nothing is being dragged.
    pub fn new(state: AppState, ids: Memo<Option<Vec<EntityId>>>, list: NodeRef<html::Ul>) -> Self {
        Self { state, ids, list, dragged: RwSignal::new(None), before: RwSignal::new(0) }
    }

    /// Whether this one is being dragged.
    pub fn is_dragged(self, id: &EntityId) -> bool {
        self.dragged.with(|dragged| dragged.as_ref() == Some(id))
    }

    /// Whether what is dragged would stand right before this one; after it, if it is the last.
    pub fn falls(self, id: &EntityId) -> Option<Falls> {
        let dragged = self.dragged.get()?;
        let others: Vec<EntityId> = self.ids.get()?.into_iter().filter(|other| *other != dragged).collect();
        let (before, place) = (self.before.get(), others.iter().position(|other| other == id)?);
        match place {
            place if place == before => Some(Falls::Before),
            place if place + 1 == before && before == others.len() => Some(Falls::After),
            _ => None,
        }
    }

    fn begin(self, id: &EntityId, event: &PointerEvent) {
        if event.button() == 0 {
            event.prevent_default();
            pointer::capture(event);
            self.dragged.set(Some(id.clone()));
            self.follow(event);
        }
    }

    fn follow(self, event: &PointerEvent) {
        let place = self.dragged.with_untracked(|dragged| {
            self.ids.with_untracked(|ids| ids.as_ref()?.iter().position(|id| Some(id) == dragged.as_ref()))
        });
        let (Some(place), Some(list)) = (place, self.list.get_untracked()) else { return };
        let y = f64::from(event.client_y());
        pointer::scroll_at_edge(y);
        self.before.set(pointer::rows_above(&list, y, place));
    }

    fn end(self) {
        let (dragged, ids) = (self.dragged.get_untracked(), self.ids.get_untracked());
        self.dragged.set(None);
        let (Some(dragged), Some(ids)) = (dragged, ids) else { return };
        let others: Vec<&EntityId> = ids.iter().filter(|id| **id != dragged).collect();
        let before = self.before.get_untracked();
        if ids.get(before) == Some(&dragged) {
            return;
        }
        let to = match (before.checked_sub(1).and_then(|last| others.get(last)), others.first()) {
            (Some(last), _) => Place::After((*last).clone()),
            (None, Some(first)) => Place::Before((*first).clone()),
            (None, None) => return,
        };
        self.state.attempt(Intent::MoveArtifact { artifact: dragged, to });
    }
}

/// On which side of a row what is dragged would fall.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Falls {
    /// Above it.
    Before,
    /// Below it.
    After,
}

/// What a row is dragged by. For the keyboard there are the buttons, so it is for pointers alone.
#[component]
pub fn Handle(dragging: Dragging, id: EntityId) -> impl IntoView {
    view! {
        <span
            class="drag-handle"
            aria-hidden="true"
            on:pointerdown=move |event| dragging.begin(&id, &event)
            on:pointermove=move |event| dragging.follow(&event)
            on:pointerup=move |_| dragging.end()
            on:pointercancel=move |_| dragging.dragged.set(None)
        >
            <Icon glyph=Glyph::Drag />
        </span>
    }
}
