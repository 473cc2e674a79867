//! Everything out as a ZIP, and a ZIP in.

use std::rc::Rc;

use leptos::prelude::*;
use platform::archive::{ArchiveError, Summary};
use platform::intl;

use crate::components::arrival::ZipArrival;
use crate::components::storage::RoomHint;
use crate::components::work::WorkBar;
use crate::i18n::{language, t};
use crate::state::{AppState, Export, ExportError, Packed};
use crate::ui::icon::{Glyph, Icon};

/// Take it with you, and bring it here.
#[component]
pub fn ArchiveSettings() -> impl IntoView {
    view! {
        <section id="take" class="stack" aria-labelledby="take-title">
            <h2 id="take-title" tabindex="-1">{t::archive::take_title()}</h2>
            <p>{t::archive::take_about()}</p>
            <TakeOut />
        </section>
        <section id="bring" class="stack" aria-labelledby="bring-title">
            <h2 id="bring-title" tabindex="-1">{t::archive::bring_title()}</h2>
            <p>{t::archive::bring_about()}</p>
            <ZipArrival label=t::archive::choose() />
        </section>
    }
}

#[component]
fn TakeOut() -> impl IntoView {
    let state = AppState::expect();
    let make = move |label: &'static str| {
        view! {
            <div class="row">
                <button type="button" class="button" on:click=move |_| state.make_zip()>
                    {label}
                </button>
            </div>
        }
    };
    view! {
        <div class="stack" aria-live="polite">
            {move || match state.export() {
                None => make(t::archive::make()).into_any(),
                Some(Export::Working(work)) => view! { <WorkBar work label=t::archive::making() /> }.into_any(),
                Some(Export::Packed(packed)) => view! { <Ready packed /> {make(t::archive::make_again())} }.into_any(),
                Some(Export::Failed(error)) => {
                    view! {
                        <p class="error">{failure(&error)}</p>
                        {error.is_full().then(|| view! { <RoomHint /> })}
                        {make(t::archive::make())}
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// The finished ZIP, and what is not in it.
#[component]
fn Ready(packed: Packed) -> impl IntoView {
    let Summary { missing, damaged, .. } = packed.summary().clone();
    let words = t::archive::ready(&packed.name, intl::bytes(language().tag(), packed.size()));
    let left_out = |words: fn(usize) -> String, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            let lines = names.iter().map(|name| view! { <li><bdi>{name.clone()}</bdi></li> }).collect_view();
            view! {
                <div class="stack stack-tight">
                    <p>{words(names.len())}</p>
                    <ul class="small">{lines}</ul>
                </div>
            }
        })
    };
    let problem = RwSignal::new(false);
    view! {
        <div class="card card-sunk">
            <p>
                <strong>{words}</strong>
            </p>
            <p>{t::archive::ready_about()}</p>
            {left_out(t::archive::missing, missing)} {left_out(t::archive::damaged, damaged)}
            <div class="row">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| problem.set(packed.save().is_err())
                >
                    <Icon glyph=Glyph::Download />
                    {t::archive::save_again()}
                </button>
            </div>
            {move || problem.get().then(|| view! { <p class="error">{t::archive::make_failed()}</p> })}
        </div>
    }
}

fn failure(error: &Rc<ExportError>) -> &'static str {
    match &**error {
        ExportError::Archive(ArchiveError::Cancelled) => t::archive::make_stopped(),
        ExportError::Unsaved => t::archive::make_unsaved(),
        error if error.is_full() => t::archive::make_full(),
        _ => t::archive::make_failed(),
    }
}
