//! The frameworks I work with.

use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::{EntityId, Intent};

use super::framework_moves::Moves;
use super::framework_rules::FrameworkRules;
use super::framework_update::BundledUpdate;
use super::own::OwnFrameworks;
use crate::components::framework_choice::FrameworkChoice;
use crate::i18n::{language, t};
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// Those in use, and ways to another.
#[component]
pub fn FrameworkSettings() -> impl IntoView {
    let state = AppState::expect();
    let adopted = Memo::new(move |_| {
        let adopted = state.watch(&["framework"], |world| {
            let adoptions = world.portfolio.adoptions().into_iter();
            let row = |adoption: &portfolio::model::Adoption| {
                let since = adoption.adopted.map(|day| intl::date(language().tag(), day, DateStyle::Long));
                // As it reads now, which may be another language than the one it was adopted in.
                let title = world.frameworks.get(adoption.package()).map(|framework| framework.about().title.clone());
                (adoption.id.clone(), title.unwrap_or_else(|| adoption.title.clone()), since)
            };
            adoptions.map(row).collect::<Vec<_>>()
        });
        adopted.unwrap_or_default()
    });
    let leave = move |id: EntityId, title: String| {
        state.attempt_aloud(Intent::LeaveFramework { framework: id }, t::settings::left(title));
    };
    view! {
        <section id="frameworks" class="stack" aria-labelledby="frameworks-title">
            <h2 id="frameworks-title" tabindex="-1">{t::settings::frameworks()}</h2>
            <ul role="list" class="lines">
                <For each=move || adopted.get() key=Clone::clone let((id, title, since))>
                    {
                        let (leaving, label, of) = (title.clone(), t::settings::leave(&title), id.clone());
                        view! {
                            <li class="stack stack-tight">
                                <div class="row row-apart">
                                    <span>
                                        <strong>{title}</strong>
                                        " "
                                        <span class="soft small">{since.map(t::settings::since)}</span>
                                    </span>
                                    <button
                                        type="button"
                                        class="button button-quiet"
                                        aria-label=label
                                        on:click=move |_| leave(id.clone(), leaving.clone())
                                    >
                                        <Icon glyph=Glyph::Remove />
                                        {t::settings::leave_short()}
                                    </button>
                                </div>
                                <FrameworkRules framework=of />
                            </li>
                        }
                    }
                </For>
            </ul>
            <Show when=move || adopted.read().is_empty()>
                <p class="soft">{t::settings::frameworks_none()}</p>
            </Show>
            <BundledUpdate />
            <Moves />
            <OwnFrameworks />
            <details>
                <summary>{t::settings::add_framework()}</summary>
                <FrameworkChoice adopted=Callback::new(move |()| state.say(t::settings::framework_added(), None)) />
            </details>
        </section>
    }
}
