//! Keeping what is drawn, every few seconds: a tab that ends takes two seconds of work with it at most.

use std::time::Duration;

use drawing::svg;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::lifecycle::{self, Moment};
use platform::timer;
use portfolio::EntityId;

use super::desk::Desk;
use crate::state::{AppState, Unfinished};

/// From a change until it is kept.
const SOON: Duration = Duration::from_secs(2);

/// What keeps the drawing. Copies are the same keeper.
#[derive(Clone, Copy)]
pub struct Keeper {
    desk: Desk,
    of: StoredValue<Option<EntityId>>,
    /// Whether something is not kept yet.
    is_due: StoredValue<bool>,
    /// What needs no keeping; `None` while nothing is to be kept: before the drawing stands on the desk, and after it was handed over.
    stored: StoredValue<Option<Unfinished>>,
}

impl Keeper {
    /// Keeps what is drawn from [`begin`](Self::begin) on, as a new drawing or as that of an artifact.
    pub fn new(desk: Desk, of: Option<EntityId>) -> Self {
        let keeper =
            Self { desk, of: StoredValue::new(of), is_due: StoredValue::new(false), stored: StoredValue::new(None) };
        Effect::new(move |_| {
            desk.drawing.track();
            desk.words.track();
            keeper.notice();
        });
        if let Ok(hidden) = lifecycle::on(Moment::Hidden, move || keeper.keep_now()) {
            let hidden = StoredValue::new_local(Some(hidden));
            on_cleanup(move || drop(hidden.try_update_value(Option::take)));
        }
        on_cleanup(move || keeper.keep_now());
        keeper
    }

    /// From now on changes are kept. What lies on the desk now may be what is stored in the piece, and then it needs no keeping.
    pub fn begin(self, is_stored: bool) {
        self.stored.set_value(Some(if is_stored { self.now() } else { Unfinished::default() }));
    }

    /// Nothing more is kept: the drawing is in other hands.
    pub fn end(self) {
        self.stored.set_value(None);
        self.is_due.set_value(false);
    }

    fn notice(self) {
        if self.stored.with_value(Option::is_none) || self.is_due.get_value() {
            return;
        }
        self.is_due.set_value(true);
        spawn_local(async move {
            timer::sleep(SOON).await;
            self.keep_now();
        });
    }

    fn keep_now(self) {
        if self.is_due.try_update_value(std::mem::take) != Some(true) {
            return;
        }
        let now = self.now();
        let is_new = self.stored.with_value(|stored| stored.as_ref() != Some(&now));
        spawn_local(keep(self.desk.state, self.of.get_value(), is_new.then_some(now)));
    }

    fn now(self) -> Unfinished {
        Unfinished { strokes: self.desk.drawing.with_untracked(svg::ink), words: self.desk.words.get_untracked() }
    }
}

async fn keep(state: AppState, of: Option<EntityId>, unfinished: Option<Unfinished>) {
    let kept = match unfinished {
        Some(unfinished) => state.keep_unfinished(of.as_ref(), &unfinished).await,
        None => state.forget_unfinished(of.as_ref()).await,
    };
    if let Err(error) = kept {
        // The drawing is on the screen all the same, and is kept anew at the next change.
        leptos::logging::warn!("the unfinished drawing was not kept: {error}");
    }
}
