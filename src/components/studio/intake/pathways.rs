//! Files that are pathways: nobody knows whether they are work to show or something to walk, so the learner says.

use leptos::prelude::*;
use platform::files::PickedFile;

use super::Intake;
use crate::components::look_at_pathway::LookAtPathway;
use crate::i18n::t;
use crate::state::Offer;

/// Such a file, with what was read of it.
#[derive(Clone)]
pub(super) struct FoundPathway {
    pub(super) number: u32,
    pub(super) given: StoredValue<(PickedFile, Offer), LocalStorage>,
}

/// Those that wait for a word: look at it as a pathway, or put it into the piece.
#[component]
pub fn Pathways(intake: Intake) -> impl IntoView {
    let row = move |FoundPathway { number, given }: FoundPathway| {
        let (file, offer) = given.get_value();
        let name = file.name();
        let take = move |_| {
            intake.pathways.update(|held| held.retain(|other| other.number != number));
            intake.add(vec![file.clone()]);
        };
        view! {
            <li class="card card-sunk">
                <p>{t::proposal::in_a_piece(name)}</p>
                <div class="row">
                    <LookAtPathway offer />
                    <button type="button" class="button" on:click=take>
                        {t::proposal::into_piece()}
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <ul role="list" class="stack stack-tight" aria-live="polite">
            <For each=move || intake.pathways.get() key=|found| found.number let(found)>
                {row(found)}
            </For>
        </ul>
    }
}
