//! Something long, shown a piece at a time.

use leptos::prelude::*;
use leptos::{ev, html};
use platform::page;

use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// How much of something long is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    count: RwSignal<usize>,
    total: usize,
    step: usize,
}

impl Shown {
    /// `step` of `total` at first, and as many more each time.
    pub fn of(total: usize, step: usize) -> Self {
        Self { count: RwSignal::new(step.min(total)), total, step }
    }

    /// How many of them are shown.
    pub fn count(self) -> usize {
        self.count.get()
    }

    fn has_more(self) -> bool {
        self.count.get() < self.total
    }

    fn show_all(self) {
        self.count.set(self.total);
    }

    fn show_more(self) {
        self.count.update(|count| *count = (*count + self.step).min(self.total));
    }
}

/// The way to see more of it, as long as there is more. Then the focus goes on to `whole`, which can take it. Paper shows all of it.
#[component]
pub fn More(shown: Shown, whole: NodeRef<html::Div>) -> impl IntoView {
    let press = move |_| {
        shown.show_more();
        if let Some(whole) = whole.get_untracked().filter(|_| !shown.has_more()) {
            page::focus(&whole);
        }
    };
    let on_paper = window_event_listener(ev::beforeprint, move |_| shown.show_all());
    on_cleanup(move || on_paper.remove());
    let so_far = move || t::reading::so_far(shown.count(), shown.total);
    view! {
        <Show when=move || shown.has_more()>
            <p class="row small">
                <button type="button" class="button button-quiet" on:click=press>
                    <Icon glyph=Glyph::Down />
                    {t::reading::more()}
                </button>
                <span class="soft" role="status">
                    {so_far}
                </span>
            </p>
        </Show>
    }
}
