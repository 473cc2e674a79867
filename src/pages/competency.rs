//! One competency: what it is, how far I am and why, what it rests on and opens, how to show and learn it. Of a heading: what
//! belongs to it.

mod further;
mod layers;
mod level_words;
mod own;
mod own_word;
mod past;
mod resources;
mod retired;
mod rule;
mod rule_choice;
mod rule_words;
mod standing;
mod together;
mod tree;
mod why;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use portfolio::ItemId;
use portfolio::framework::Item;

use crate::components::choose::ChooseGoal;
use crate::components::neighbours::Neighbours;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::icon::{Glyph, Icon};
use further::Further;
use level_words::LevelWords;
use own::{PutAway, Yours};
use own_word::OwnWord;
use resources::Resources;
use retired::Retired;
use standing::WhereIAm;
use together::Together;
use tree::{Above, Inside};
use why::AsNextStep;

/// What the address names.
#[derive(Clone, PartialEq)]
enum Named {
    Item(Box<Item>),
    /// Its framework no longer has it.
    Retired(Box<Item>),
    /// The learner wrote it and put it away.
    PutAway(ItemId, String),
    Nothing,
}

impl Named {
    fn of(world: World<'_>, id: &ItemId) -> Self {
        match world.frameworks.item(id) {
            Some(item) if world.frameworks.is_retired(id) => Self::Retired(Box::new(item.clone())),
            Some(item) => Self::Item(Box::new(item.clone())),
            None if world.portfolio.own(id).is_some() => Self::PutAway(id.clone(), world.frameworks.name(id)),
            None => Self::Nothing,
        }
    }
}

/// The competency that the address names.
#[component]
pub fn Competency() -> impl IntoView {
    let state = AppState::expect();
    let params = use_params_map();
    let named = Memo::new(move |_| {
        let id = params.read().get("id").and_then(|id| ItemId::new(&id).ok());
        let named = id.and_then(|id| state.watch(&["framework", "own"], |world| Named::of(world, &id)));
        named.unwrap_or(Named::Nothing)
    });
    move || match named.get() {
        Named::Item(item) => view! { <CompetencyPage item=*item /> }.into_any(),
        Named::Retired(item) => view! { <Retired item=*item /> }.into_any(),
        Named::PutAway(id, name) => view! { <PutAway id name /> }.into_any(),
        Named::Nothing => view! {
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
    let is_competency =
        state.read(|world| world.frameworks.of(&id).is_some_and(|framework| framework.is_competency(&id)));
    let code = item.code.clone().map(|code| view! { <p class="soft small">{code}</p> });
    let statement = item.in_full().map(str::to_owned);
    let title = item.name().to_owned();
    let about = view! {
        <div class="stack stack-tight measure">
            <Above id=id.clone() />
            {statement.map(|statement| view! { <p class="statement">{statement}</p> })}
            {code}
        </div>
    };
    if is_competency != Some(true) {
        return view! {
            <article class="page">
                <PageHead title />
                {about}
                <Together id=id.clone() />
                <Inside id />
            </article>
        }
        .into_any();
    }
    let yours = view! { <Yours id=id.clone() name=title.clone() /> };
    let ideas = item.lessons().map(|(what, words)| (what.to_owned(), words.to_owned())).collect::<Vec<_>>();
    let (add, choose, name) = (Place::NewEvidence(Some(id.to_string())), id.clone(), title.clone());
    view! {
        <article class="page">
            <PageHead title>
                <A href=add.to_string() attr:class="button button-main">
                    <Icon glyph=Glyph::Add />
                    {t::competency::add()}
                </A>
                <ChooseGoal competency=choose name />
            </PageHead>
            {about}
            {yours}
            <div class="sidebar">
                <div class="stack stack-loose">
                    <WhereIAm id=id.clone() />
                    <Further id=id.clone() />
                    <LevelWords id=id.clone() levels=item.levels.clone() />
                    <OwnWord id=id.clone() />
                    <AsNextStep id=id.clone() />
                </div>
                <div class="stack stack-loose">
                    <Ideas title=t::competency::ways() ideas=item.ways.clone() />
                    <Resources id=id.clone() ideas />
                    <Neighbours id=id.clone() />
                    <Inside id />
                </div>
            </div>
        </article>
    }
    .into_any()
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
