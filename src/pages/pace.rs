//! What I planned and what is done.

mod chart;

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::pace::{Pace as Lines, Sentence};

use crate::components::page_head::PageHead;
use crate::i18n::{language, t};
use crate::platform::intl::{self, DateStyle};
use crate::routes::Place;
use crate::state::{AppState, World};
use chart::PaceChart;

/// A dated goal in words.
#[derive(Clone, PartialEq)]
struct Row {
    competency: String,
    name: String,
    about: String,
}

fn rows(world: World<'_>, pace: &Lines) -> Vec<Row> {
    let row = |goal: &portfolio::pace::GoalPace| {
        let item = world.frameworks.item(&goal.competency);
        let due = goal.due.map(|due| intl::date(language().tag(), due, DateStyle::Long)).unwrap_or_default();
        Row {
            competency: goal.competency.to_string(),
            name: item.map_or_else(|| goal.competency.to_string(), |item| item.name().to_owned()),
            about: t::pace::goal_steps(goal.done_on(world.today), goal.steps, due),
        }
    };
    pace.dated.iter().map(row).collect()
}

fn sentence(sentence: Sentence) -> String {
    match sentence {
        Sentence::NoDatedGoals { .. } => t::pace::none().to_owned(),
        Sentence::Ahead { done, planned } => t::pace::ahead(done, planned),
        Sentence::OnPace { done } => t::pace::on_pace(done),
        Sentence::Behind { done, planned } => t::pace::behind(done, planned),
    }
}

/// One sentence, the drawing with its table, and the goals behind it.
#[component]
pub fn Pace() -> impl IntoView {
    let state = AppState::expect();
    let shown = Memo::new(move |_| {
        state.watch(&["goal", "claim", "evidence", "framework"], |world| {
            let pace = Lines::of(world.portfolio, world.frameworks, world.today);
            let rows = rows(world, &pace);
            (pace, rows)
        })
    });
    view! {
        <div class="page">
            <PageHead title=t::pace::title() lead=t::pace::lead() />
            {move || {
                shown
                    .get()
                    .map(|(pace, rows)| {
                        let undated = pace.undated.len();
                        let words = sentence(pace.sentence());
                        if pace.dated.is_empty() {
                            return view! {
                                <div class="empty">
                                    <p>{words}</p>
                                    <A href=Place::Pathway.to_string() attr:class="button button-main">
                                        {t::pace::to_pathway()}
                                    </A>
                                </div>
                            }
                                .into_any();
                        }
                        view! {
                            <p class="statement measure">{words}</p>
                            <PaceChart pace />
                            {(undated > 0).then(|| view! { <p class="soft">{t::pace::undated(undated)}</p> })}
                            <Goals rows />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

#[component]
fn Goals(rows: Vec<Row>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|Row { competency, name, about }| {
            view! {
                <li class="row row-apart">
                    <A href=Place::Competency(competency).to_string()>{name}</A>
                    <span class="soft small">{about}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="pace-goals">
            <h2 id="pace-goals">{t::pace::goals()}</h2>
            <ul role="list" class="lines">{rows}</ul>
        </section>
    }
}
