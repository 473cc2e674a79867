//! Text and code by their lines, with numbers. Lines of words are broken where they must be, those of code where one likes.

use leptos::html;
use leptos::prelude::*;
use reading::{Kind, lines};

use super::more::{More, Shown};
use crate::i18n::t;

/// Lines that are shown at a time.
const STEP: usize = 400;
/// A line of more letters may not fit on a phone.
const LONG: usize = 40;

/// The lines of a text.
#[component]
pub fn Lines(text: String, kind: Kind, name: String) -> impl IntoView {
    // A line is copied when it is shown, not before.
    let lines = lines(&text).map(|line| (line.number, line.words.to_owned())).collect::<Vec<_>>();
    let is_code = matches!(kind, Kind::Code | Kind::Notebook);
    let is_long = lines.iter().any(|(_, words)| words.chars().count() > LONG);
    let (shown, whole) = (Shown::of(lines.len(), STEP), NodeRef::<html::Div>::new());
    let lines = StoredValue::new(lines);
    let broken = RwSignal::new(!is_code);
    let label = t::reading::text_of(&name);
    view! {
        {(is_code && is_long)
            .then(|| {
                view! {
                    <label class="row small listing-broken">
                        <input type="checkbox" bind:checked=broken />
                        {t::reading::break_lines()}
                    </label>
                }
            })}
        <div class="listing" class:listing-words=!is_code class:listing-run=move || !broken.get() role="group" aria-label=label tabindex="0" node_ref=whole>
            <For each=move || 0..shown.count() key=|index| *index let(index)>
                {lines
                    .with_value(|lines| {
                        lines
                            .get(index)
                            .map(|(number, words)| view! { <div class="line" data-line=*number>{words.clone()}</div> })
                    })}
            </For>
        </div>
        <More shown whole />
    }
}
