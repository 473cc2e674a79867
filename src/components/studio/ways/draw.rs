//! Drawing: on a new sheet, or on with what was drawn before.

use leptos::prelude::*;
use portfolio::model::{Artifact, StoredFile};

use super::Way;
use crate::components::drawing::{Wanted, pad};
use crate::components::studio::Draft;
use crate::components::studio::intake::Intake;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Opens the pad with a new sheet.
#[component]
pub fn DrawWay(draft: Draft, intake: Intake) -> impl IntoView {
    let open = RwSignal::new(false);
    let press = Callback::new(move |()| open.set(true));
    view! {
        <Way glyph=Glyph::Brush word=t::drawing::way() press>
            {move || open.get().then(|| pad(wanted(draft, intake, None, open)))}
        </Way>
    }
}

/// Opens the pad with the drawing of an artifact.
#[component]
pub fn GoOnDrawing(draft: Draft, intake: Intake, artifact: Artifact) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = artifact.file().map(|file| file.name.clone()).unwrap_or_default();
    let artifact = StoredValue::new(artifact);
    view! {
        <button
            type="button"
            class="button"
            aria-label=t::drawing::go_on_named(name)
            on:click=move |_| open.set(true)
        >
            <Icon glyph=Glyph::Brush />
            {t::drawing::go_on()}
        </button>
        {move || open.get().then(|| pad(wanted(draft, intake, Some(artifact.get_value()), open)))}
    }
}

fn wanted(draft: Draft, intake: Intake, of: Option<Artifact>, open: RwSignal<bool>) -> Wanted {
    let id = of.as_ref().map(|artifact| artifact.id.clone());
    Wanted {
        of,
        pictures: Signal::derive(move || files_of(draft)),
        take_photo: Callback::new(move |(file, then)| intake.add_then(file, then)),
        done: Callback::new(move |drawn| intake.add_drawing(drawn, id.clone())),
        close: Callback::new(move |()| {
            open.try_set(false);
        }),
    }
}

fn files_of(draft: Draft) -> Vec<StoredFile> {
    let Some(piece) = draft.piece().get() else { return Vec::new() };
    let files = draft.state().watch(&["artifact"], |world| {
        let artifacts = world.portfolio.artifacts_of(&piece).into_iter();
        artifacts.filter_map(|artifact| artifact.file().cloned()).collect()
    });
    files.unwrap_or_default()
}
