//! What somebody proposes, and the three answers to it: all of it, some of it, or no.

use std::collections::BTreeSet;

use interchange::case::pathway::Path;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use portfolio::intent::{NewGoal, NewPathway};
use portfolio::{Intent, ItemId};

use super::rows::{Known, Row, rows};
use crate::components::framework_choice::sentence;
use crate::components::pathways;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{Answers, AppState, FrameworkError, NoticeAction, Offer};

/// Where the focus goes when a proposal is there to be read.
pub const PROPOSAL: &str = "proposal";

/// The pathway with whatever of it can be taken, to be answered.
#[component]
pub fn Proposal(offer: Offer, path: Path) -> impl IntoView {
    let state = AppState::expect();
    let rows = state.read(|world| rows(world, &path)).unwrap_or_default();
    let Path { name, purpose, from, .. } = path;
    let name = if name.is_empty() { t::proposal::untitled().to_owned() } else { name };
    let is_named_alike = state.read(|world| pathways::all(world).iter().any(|(_, other)| *other == name));
    let known_by = |known: Known| rows.iter().filter(move |row| row.known == known);
    let (by_file, nowhere) = (known_by(Known::ByTheFile).count(), known_by(Known::Nowhere).count());
    let takeable = rows.iter().filter(|row| row.known != Known::Nowhere).map(|row| row.id.clone());
    let taken = RwSignal::new(takeable.collect::<BTreeSet<ItemId>>());
    let all = rows.len();
    let wording = NewPathway { name: name.clone(), purpose: purpose.clone(), from: from.clone(), goals: Vec::new() };
    let answer = Answer { offer, wording, rows: rows.clone() };
    view! {
        <section class="card" aria-labelledby=PROPOSAL>
            <h2 id=PROPOSAL tabindex="-1">{name}</h2>
            {(!from.is_empty()).then(|| view! { <p class="soft">{t::pathway::from(from)}</p> })}
            {(!purpose.is_empty()).then(|| view! { <p class="statement measure">{purpose}</p> })}
            <fieldset>
                <legend class="field-label">{t::proposal::what()}</legend>
                <ol role="list" class="lines proposed">
                    {rows.into_iter().map(|row| view! { <StepRow row taken /> }).collect_view()}
                </ol>
            </fieldset>
            {(by_file > 0).then(|| view! { <p class="soft measure">{t::proposal::by_the_file(by_file)}</p> })}
            {(nowhere > 0)
                .then(|| {
                    view! {
                        <p class="soft measure">
                            {t::proposal::unknown(nowhere)} " "
                            <A href=format!("{}#frameworks", Place::Settings)>{t::proposal::to_frameworks()}</A>
                        </p>
                    }
                })}
            {(is_named_alike == Some(true)).then(|| view! { <p class="soft measure">{t::proposal::again()}</p> })}
            <p class="soft" role="status">
                {move || t::proposal::count(taken.read().len(), all)}
            </p>
            <AnswerButtons answer taken />
        </section>
    }
}

/// One competency, to be taken or left. What is known nowhere cannot be taken, and says so.
#[component]
fn StepRow(row: Row, taken: RwSignal<BTreeSet<ItemId>>) -> impl IntoView {
    let about = format!("about-{}", row.id);
    let (words, is_takeable) = (row.about(), row.known != Known::Nowhere);
    let Row { id, name, .. } = row;
    let of = id.clone();
    let is_taken = move || taken.read().contains(&of);
    let take = move |is_taken: bool| {
        taken.update(|taken| {
            if is_taken {
                taken.insert(id.clone())
            } else {
                taken.remove(&id)
            };
        });
    };
    view! {
        <li>
            <label class="choice choice-long">
                <input
                    type="checkbox"
                    disabled=!is_takeable
                    aria-describedby=about.clone()
                    prop:checked=is_taken
                    on:change:target=move |event| take(event.target().checked())
                />
                <span>{name}</span>
            </label>
            <span id=about class="soft small">
                {words}
            </span>
        </li>
    }
}

/// What an answer is made of.
#[derive(Clone)]
struct Answer {
    offer: Offer,
    wording: NewPathway,
    rows: Vec<Row>,
}

impl Answer {
    /// Makes a pathway of what is taken; its id. Where something of it is known by the file alone, the file is taken as a framework first.
    async fn take(self, state: AppState, taken: BTreeSet<ItemId>) -> Result<Option<String>, FrameworkError> {
        let rows: Vec<&Row> = self.rows.iter().filter(|row| taken.contains(&row.id)).collect();
        if rows.iter().any(|row| row.known == Known::ByTheFile) {
            state.adopt(self.offer, Answers::default()).await?;
        }
        let goals: Vec<NewGoal> = rows.into_iter().map(Row::goal).collect();
        let touched = state.perform(Intent::AddPathway(NewPathway { goals, ..self.wording }));
        let touched = touched.map_err(FrameworkError::Refused)?;
        Ok(touched.iter().find_map(|id| id.strip_prefix("pathway:")).map(str::to_owned))
    }
}

/// Walks what is taken, or nothing of it.
#[component]
fn AnswerButtons(answer: Answer, taken: RwSignal<BTreeSet<ItemId>>) -> impl IntoView {
    let state = AppState::expect();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let answer = StoredValue::new_local(answer);
    let navigate = use_navigate();
    let decline = {
        let navigate = navigate.clone();
        move |_| {
            navigate(&Place::Pathway.to_string(), NavigateOptions::default());
            state.say(t::proposal::declined(), None);
        }
    };
    let accept = move |_| {
        let wanted = taken.get_untracked();
        error.set(wanted.is_empty().then(|| t::proposal::none_taken().to_owned()));
        if wanted.is_empty() {
            return;
        }
        busy.set(true);
        let (answer, navigate) = (answer.get_value(), navigate.clone());
        let done = t::proposal::accepted(&answer.wording.name);
        spawn_local(async move {
            let walked = answer.take(state, wanted).await;
            // Somebody who went elsewhere meanwhile stays there.
            let is_here = busy.try_set(false).is_none();
            match walked {
                Ok(pathway) => {
                    state.say(done, Some(NoticeAction::Undo));
                    if let Some(id) = pathway.filter(|_| is_here) {
                        navigate(&Place::OnePathway(id).to_string(), NavigateOptions::default());
                    }
                }
                Err(refused) => drop(error.try_set(Some(sentence(&refused)))),
            }
        });
    };
    view! {
        {move || error.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
        <div class="row">
            <button type="button" class="button button-main" disabled=move || busy.get() on:click=accept>
                {t::proposal::accept()}
            </button>
            <button type="button" class="button" disabled=move || busy.get() on:click=decline>
                {t::proposal::decline()}
            </button>
        </div>
    }
}
