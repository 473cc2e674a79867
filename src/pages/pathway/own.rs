//! Writing a competency of one's own, and writing one anew.

mod draft;
mod fields;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};
use platform::page;
use portfolio::ItemId;
use portfolio::model::Own;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, NoticeAction};
use draft::Draft;
use fields::{InterestsOfIt, LevelFields, STATEMENT, SizeOfIt, SubjectField, WordFields};

/// The form, empty or with what the address names.
#[component]
pub fn WriteOwn() -> impl IntoView {
    let state = AppState::expect();
    let params = use_params_map();
    let named = Memo::new(move |_| params.read().get("id"));
    move || {
        let Some(id) = named.get() else {
            return view! {
                <div class="page page-narrow">
                    <PageHead title=t::own::write_title() lead=t::own::write_lead() />
                    <Form own=None />
                </div>
            }
            .into_any();
        };
        let own = ItemId::new(&id).ok().and_then(|id| state.read(|world| world.portfolio.own(&id).cloned()).flatten());
        match own.filter(|own| own.standing.is_live()) {
            Some(own) => view! {
                <div class="page page-narrow">
                    <PageHead title=t::own::rewrite_title() />
                    <Form own=Some(own) />
                </div>
            }
            .into_any(),
            None => view! {
                <div class="page page-narrow">
                    <PageHead title=t::competency::gone_title() lead=t::own::gone() />
                </div>
            }
            .into_any(),
        }
    }
}

#[component]
fn Form(own: Option<Own>) -> impl IntoView {
    let state = AppState::expect();
    let competency = own.as_ref().map(|own| own.competency.clone());
    let back = competency.as_ref().map_or(Place::Explore, |id| Place::Competency(id.to_string()));
    let draft = Draft::of(own.map(|own| own.words).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let words = draft.words();
        if words.statement.is_empty() {
            error.set(Some(t::own::statement_missing().to_owned()));
            page::focus_when_drawn(STATEMENT.to_owned());
            return;
        }
        busy.set(true);
        let (competency, navigate) = (competency.clone(), navigate.clone());
        let is_new = competency.is_none();
        spawn_local(async move {
            let kept = state.keep_own(competency, words).await;
            // Somebody who went elsewhere meanwhile stays there.
            if busy.try_set(false).is_some() {
                return;
            }
            match kept {
                Ok(id) => {
                    let name = state.read(|world| world.frameworks.name(&id)).unwrap_or_default();
                    let done = if is_new { t::own::kept(name) } else { t::own::changed(name) };
                    state.say(done, Some(NoticeAction::Undo));
                    navigate(&Place::Competency(id.to_string()).to_string(), Default::default());
                }
                Err(refused) => error.set(Some(refused.sentence())),
            }
        });
    };
    view! {
        <form class="stack stack-loose" on:submit=keep novalidate>
            <WordFields draft error />
            <SubjectField draft />
            <SizeOfIt draft />
            <InterestsOfIt draft />
            <LevelFields draft />
            <div class="row">
                <button type="submit" class="button button-main" disabled=move || busy.get()>
                    {t::own::keep()}
                </button>
                <A href=back.to_string() attr:class="button button-quiet">
                    {t::own::cancel()}
                </A>
            </div>
        </form>
    }
}
