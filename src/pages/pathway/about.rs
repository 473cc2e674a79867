//! The pathway that is looked at: what it is called, why it is walked, who proposed it, and how that is changed.

use leptos::prelude::*;
use platform::page;
use portfolio::intent::Place as Beside;
use portfolio::model::Pathway;
use portfolio::{EntityId, Intent};

use super::form::{PathwayForm, Typed};
use super::switcher::{HERE, Here};
use crate::components::pathways::called;
use crate::components::save_told::SaveTold;
use crate::i18n::t;
use crate::state::{AppState, Told, World};
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};

/// What is said of it.
#[derive(Clone, PartialEq)]
struct Shown {
    pathway: Pathway,
    /// The one before it and the one after it.
    before: Option<EntityId>,
    after: Option<EntityId>,
}

impl Shown {
    fn of(world: World<'_>, id: &EntityId) -> Option<Self> {
        let pathways = world.portfolio.pathways();
        let place = pathways.iter().position(|pathway| pathway.id == *id)?;
        let at = |place: Option<usize>| Some(pathways.get(place?)?.id.clone());
        Some(Self {
            pathway: (*pathways.get(place)?).clone(),
            before: at(place.checked_sub(1)),
            after: at(place.checked_add(1)),
        })
    }

    /// One without a name or a purpose, which stands alone, has nothing to say for itself.
    fn says_nothing(&self) -> bool {
        let is_alone = self.before.is_none() && self.after.is_none();
        is_alone && self.pathway.name.is_empty() && self.pathway.purpose.is_empty()
    }
}

/// What is said of the one that is looked at.
fn shown(state: AppState, here: Here) -> Memo<Option<Shown>> {
    Memo::new(move |_| {
        let id = here.pathway();
        state.watch(&["pathway"], |world| Shown::of(world, &id)).flatten()
    })
}

/// Its words.
#[component]
pub fn About(here: Here) -> impl IntoView {
    let shown = shown(AppState::expect(), here);
    move || {
        let shown = shown.get().filter(|shown| !shown.says_nothing())?;
        let Pathway { purpose, from, .. } = &shown.pathway;
        Some(view! {
            <section class="stack stack-tight" aria-label=t::pathway::about()>
                <h2>{called(&shown.pathway)}</h2>
                {(!purpose.is_empty()).then(|| view! { <p class="statement measure">{purpose.clone()}</p> })}
                {(!from.is_empty()).then(|| view! { <p class="soft small">{t::pathway::from(from)}</p> })}
            </section>
        })
    }
}

/// Saves it as a file that others can bring in; nothing while nothing stands on it.
#[component]
pub fn SaveButton(here: Here) -> impl IntoView {
    let state = AppState::expect();
    let name = Memo::new(move |_| {
        let id = here.pathway();
        state.watch(&["pathway"], |world| world.portfolio.pathway(&id).map(called)).flatten().unwrap_or_default()
    });
    let told = Signal::derive(move || Told::Pathway(here.pathway(), name.get()));
    let label = Signal::derive(move || t::pathway::save(name.get()));
    view! {
        <Show when=move || !here.is_empty()>
            <SaveTold told label />
        </Show>
    }
}

/// Asks for its words anew, and for all else that can be done with it.
#[component]
pub fn ChangeButton(here: Here) -> impl IntoView {
    let shown = shown(AppState::expect(), here);
    let (open, typed) = (RwSignal::new(false), Typed::new());
    let change = move |_| {
        shown.with_untracked(|shown| typed.begin(shown.as_ref().map(|shown| &shown.pathway)));
        open.set(true);
    };
    view! {
        <button type="button" class="button button-quiet" on:click=change>
            <Icon glyph=Glyph::Edit />
            {t::pathway::describe()}
        </button>
        <Dialog open title=t::pathway::describe()>
            {move || shown.get().map(|shown| view! { <Change shown typed open /> })}
        </Dialog>
    }
}

/// Its words to be written anew, its place among the others, and the way to put it away.
#[component]
fn Change(shown: Shown, typed: Typed, open: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    let Shown { pathway, before, after } = shown;
    let (id, is_first, name) = (pathway.id.clone(), pathway.is_first(), called(&pathway));
    let describe = {
        let id = id.clone();
        Callback::new(move |()| {
            let Some((name, purpose)) = typed.read(is_first) else { return };
            if state.attempt(Intent::DescribePathway { pathway: id.clone(), name, purpose }).is_some() {
                open.set(false);
            }
        })
    };
    let step = |words: &'static str, glyph: Glyph, to: Option<Beside>| {
        let id = id.clone();
        to.map(|to| {
            let go = move |_| {
                if state.attempt(Intent::MovePathway { pathway: id.clone(), to: to.clone() }).is_some() {
                    open.set(false);
                }
            };
            view! {
                <button type="button" class="button" on:click=go>
                    <Icon glyph />
                    {words}
                </button>
            }
        })
    };
    let earlier = step(t::pathway::earlier(), Glyph::Up, before.map(Beside::Before));
    let later = step(t::pathway::later(), Glyph::Down, after.map(Beside::After));
    let put_away = {
        let id = id.clone();
        move |_| {
            let done = t::pathway::put_away_done(&name);
            if state.attempt_aloud(Intent::PutAwayPathway { pathway: id.clone() }, done).is_some() {
                open.set(false);
                page::focus_when_drawn(HERE.to_owned());
            }
        }
    };
    let away = if is_first {
        view! { <p class="hint">{t::pathway::first_stays()}</p> }.into_any()
    } else {
        view! {
            <p class="hint">{t::pathway::put_away_about()}</p>
            <div class="row">
                <button type="button" class="button" on:click=put_away>
                    {t::pathway::put_away()}
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <PathwayForm typed done=t::pathway::keep() submit=describe />
        <div class="row">{earlier} {later}</div>
        {away}
    }
}
