//! How a text looks while it is being written.

use leptos::html;
use leptos::prelude::*;

use super::live::Live;
use crate::components::markdown::{Pictures, part};
use crate::i18n::t;

/// The text as it will be read. Only those parts are drawn anew that changed.
#[component]
pub fn Preview(live: Live, pictures: Pictures, pane: NodeRef<html::Div>) -> impl IntoView {
    view! {
        <div class="writing-preview" role="group" aria-label=t::writing::preview() tabindex="0" node_ref=pane>
            <div class="markdown">
                <For each=move || live.blocks() key=|block| block.key let(block)>
                    {part(&block.node, Some(pictures))}
                </For>
            </div>
            <Show when=move || live.blocks().is_empty()>
                <p class="soft">{t::writing::nothing()}</p>
            </Show>
        </div>
    }
}
