//! What is said, line by line. Each line leads to its moment.

use leptos::prelude::*;
use media::captions::Cue;

use super::{Said, seconds};
use crate::components::media::look::clock;
use crate::i18n::t;

/// More lines than this would make the page slow.
const MOST_LINES: usize = 2_000;

/// The lines, folded up; in their place words where they cannot be read.
#[component]
pub fn Transcript(
    said: Said,
    /// Where the recording is, in seconds.
    now: RwSignal<f64>,
    seek: Callback<f64>,
) -> impl IntoView {
    let lines = move || {
        let cues = said.with(<[Cue]>::to_vec);
        let spoken = Memo::new(move |_| said.with(|cues| cues.iter().position(|cue| is_said(cue, now.get()))));
        let lines = cues.into_iter().take(MOST_LINES).enumerate().map(|(place, cue)| {
            let from = seconds(cue.from);
            view! {
                <li>
                    <button
                        type="button"
                        class="said-line"
                        aria-current=move || (spoken.get() == Some(place)).then_some("true")
                        on:click=move |_| seek.run(from)
                    >
                        <span class="said-time">{clock(from)}</span>
                        <bdi>{cue.words}</bdi>
                    </button>
                </li>
            }
        });
        view! {
            <ol role="list" class="said">
                {lines.collect_view()}
            </ol>
        }
    };
    view! {
        <Show when=move || said.is_there()>
            <details class="in-words">
                <summary>{t::viewer::transcript()}</summary>
                {lines()}
            </details>
        </Show>
        {move || said.failure().map(|words| view! { <p class="soft small">{words}</p> })}
    }
}

fn is_said(cue: &Cue, now: f64) -> bool {
    (seconds(cue.from)..seconds(cue.to)).contains(&now)
}
