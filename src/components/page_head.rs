//! The heading of a place: the one h1, the document's title, and where the focus goes when the place is entered.

use leptos::html;
use leptos::prelude::*;
use platform::page;

use super::address::Address;
use crate::i18n::t;

/// Heads a place. On entering by navigation the heading takes the focus, so a screen reader says where one is; on the first
/// page the browser's own start is left alone.
#[component]
pub fn PageHead(
    /// The place's name or the thing's title.
    #[prop(into)]
    title: String,
    /// A sentence below it.
    #[prop(into, optional)]
    lead: Option<String>,
    /// Buttons at the far side.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    page::set_title(&format!("{title} · {}", t::shell::name()));
    let (entered, address) = (page::was_navigated(), Address::here());
    Effect::new(move |_| {
        let Some(heading) = heading.get() else { return };
        page::raise_curtain();
        address.hold();
        if entered {
            page::focus(&heading);
        }
    });
    view! {
        <header class="page-head">
            <div class="stack stack-tight grow">
                <h1 node_ref=heading tabindex="-1">
                    {title}
                </h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </header>
    }
}
