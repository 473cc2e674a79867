//! One competency: what it is, how far I am and why, what it rests on and opens, how to show and learn it.

mod level_words;
mod neighbours;
mod standing;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use portfolio::ItemId;
use portfolio::framework::Item;

use crate::components::choose::ChooseGoal;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use level_words::LevelWords;
use neighbours::Neighbours;
use standing::WhereIAm;

/// The competency that the address names.
#[component]
pub fn Competency() -> impl IntoView {
    let state = AppState::expect();
    let params = use_params_map();
    let item = Memo::new(move |_| {
        let id = ItemId::new(&params.read().get("id")?).ok()?;
        state.watch(&["framework"], |world| world.frameworks.item(&id).cloned()).flatten()
    });
    move || match item.get() {
        Some(item) => view! { <CompetencyPage item /> }.into_any(),
        None => view! {
            <div class="page page-narrow">
                <PageHead title=t::competency::gone_title() lead=t::competency::gone() />
            </div>
        }
        .into_any(),
    }
}

#[component]
fn CompetencyPage(item: Item) -> impl IntoView {
    let state = AppState::expect();
    let id = item.id.clone();
    let path = state.read(|world| {
        let above = world
            .frameworks
            .of(&id)
            .map(|framework| framework.ancestors(&id).map(|item| item.name().to_owned()).collect());
        let mut above: Vec<String> = above.unwrap_or_default();
        above.reverse();
        above.join(" › ")
    });
    let code = item.code.clone().map(|code| format!("{code} · ")).unwrap_or_default();
    let statement = (item.name() != item.statement).then(|| item.statement.clone());
    let (add, choose, name) = (Place::NewEvidence(Some(id.to_string())), id.clone(), item.name().to_owned());
    view! {
        <article class="page">
            <PageHead title=item.name().to_owned()>
                <A href=add.to_string() attr:class="button button-main">
                    <Icon glyph=Glyph::Add />
                    {t::competency::add()}
                </A>
                <ChooseGoal competency=choose name />
            </PageHead>
            <div class="stack stack-tight measure">
                {statement.map(|statement| view! { <p class="statement">{statement}</p> })}
                <p class="soft small">{code} {path.unwrap_or_default()}</p>
            </div>
            <div class="sidebar">
                <div class="stack stack-loose">
                    <WhereIAm id=id.clone() />
                    <LevelWords id=id.clone() levels=item.levels.clone() />
                </div>
                <div class="stack stack-loose">
                    <Ideas title=t::competency::ways() ideas=item.ways.clone() />
                    <Ideas title=t::competency::learn() ideas=item.learn.clone() />
                    <Neighbours id />
                </div>
            </div>
        </article>
    }
}

#[component]
fn Ideas(title: &'static str, ideas: Vec<String>) -> impl IntoView {
    (!ideas.is_empty()).then(|| {
        let ideas = ideas.into_iter().map(|idea| view! { <li>{idea}</li> }).collect_view();
        view! {
            <section class="stack stack-tight">
                <h2 class="aside-title">{title}</h2>
                <ul class="stack stack-tight ideas">{ideas}</ul>
            </section>
        }
    })
}
