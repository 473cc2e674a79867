//! A row of tools that the keyboard reaches as one: Tab goes to the tool used last, arrows go from one to the next.
//! See the [pattern](https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/) of WAI-ARIA.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use platform::page;

use super::icon::{Glyph, Icon};

/// A tool.
#[derive(Clone)]
pub struct ToolItem {
    /// What it shows.
    pub glyph: Glyph,
    /// What it is called.
    pub name: &'static str,
    /// Its name with the keys that do the same, for who points at it.
    pub title: String,
    /// These keys, as `aria-keyshortcuts` has them.
    pub keys: Option<String>,
    /// What it does.
    pub run: Callback<()>,
}

/// The row. Pressing a tool leaves the focus where it is.
#[component]
pub fn Toolbar(
    /// What the tools are for.
    #[prop(into)]
    label: String,
    /// The id of what they change.
    #[prop(into)]
    controls: String,
    /// The tools.
    tools: Vec<ToolItem>,
) -> impl IntoView {
    let current = RwSignal::new(0);
    let buttons: StoredValue<Vec<NodeRef<html::Button>>> =
        StoredValue::new(tools.iter().map(|_| NodeRef::new()).collect());
    let last = tools.len().saturating_sub(1);
    let go = move |event: KeyboardEvent| {
        let at = current.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            "ArrowLeft" => {
                if at == 0 {
                    last
                } else {
                    at - 1
                }
            }
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        current.set(to);
        let button = buttons.with_value(|buttons| buttons.get(to).and_then(|button| button.get_untracked()));
        if let Some(button) = button {
            page::focus(&button);
        }
    };
    let items = tools.into_iter().enumerate().map(|(place, tool)| {
        let ToolItem { glyph, name, title, keys, run } = tool;
        let button = buttons.with_value(|buttons| buttons.get(place).copied()).unwrap_or_default();
        view! {
            <button
                type="button"
                class="tool"
                node_ref=button
                tabindex=move || if current.get() == place { "0" } else { "-1" }
                aria-label=name
                title=title
                aria-keyshortcuts=keys
                on:mousedown=|event: MouseEvent| event.prevent_default()
                on:focus=move |_| current.set(place)
                on:click=move |_| run.run(())
            >
                <Icon glyph />
            </button>
        }
    });
    view! {
        <div class="tools" role="toolbar" aria-label=label aria-controls=controls on:keydown=go>
            {items.collect_view()}
        </div>
    }
}
