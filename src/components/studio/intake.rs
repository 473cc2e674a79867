//! Files on their way into the piece, each with its progress and a way to stop it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::intent::NewArtifact;
use portfolio::model::Content;

use super::Draft;
use crate::i18n::{language, t};
use crate::platform::files::PickedFile;
use crate::platform::media::{MediaError, Progress};
use crate::platform::store::StoreError;
use crate::platform::{Cancel, intl};

/// A file that is being copied, or could not be.
#[derive(Clone)]
struct Arrival {
    number: u32,
    name: String,
    progress: RwSignal<Option<Progress>>,
    problem: RwSignal<Option<String>>,
    cancel: StoredValue<Cancel, LocalStorage>,
}

/// What is on its way. Copies are the same list.
#[derive(Clone, Copy)]
pub struct Intake {
    draft: Draft,
    arrivals: RwSignal<Vec<Arrival>, LocalStorage>,
    count: StoredValue<u32>,
}

impl Intake {
    /// Nothing on its way yet.
    pub fn new(draft: Draft) -> Self {
        Self { draft, arrivals: RwSignal::new_local(Vec::new()), count: StoredValue::new(0) }
    }

    /// Takes files in, one after the other.
    pub fn add(self, files: Vec<PickedFile>) {
        let arriving: Vec<_> = files.into_iter().map(|file| (self.announce(file.name()), file)).collect();
        spawn_local(async move {
            for (arrival, file) in arriving {
                self.take_in(arrival, file).await;
            }
        });
    }

    fn announce(self, name: String) -> Arrival {
        let number = self.count.try_update_value(|count| {
            *count += 1;
            *count
        });
        let arrival = Arrival {
            number: number.unwrap_or_default(),
            name,
            progress: RwSignal::new(None),
            problem: RwSignal::new(None),
            cancel: StoredValue::new_local(Cancel::new()),
        };
        self.arrivals.update(|arrivals| arrivals.push(arrival.clone()));
        arrival
    }

    async fn take_in(self, arrival: Arrival, file: PickedFile) {
        let show = move |progress| {
            // The view may be gone while the file goes on.
            arrival.progress.try_set(Some(progress));
        };
        match self.draft.state().take_in(&file, show, &arrival.cancel.get_value()).await {
            Ok(stored) => {
                let content = Content::File(stored);
                self.draft.add(NewArtifact { content, caption: String::new(), alt: String::new() });
                self.arrivals.try_update(|arrivals| arrivals.retain(|other| other.number != arrival.number));
            }
            Err(error) => drop(arrival.problem.try_set(Some(sentence(&error, &arrival.name)))),
        }
    }
}

fn sentence(error: &MediaError, name: &str) -> String {
    match error {
        MediaError::Cancelled => t::studio::stopped(name),
        MediaError::Store(StoreError::Quota) => t::studio::full(name),
        MediaError::Unreadable(_) => t::studio::unreadable(name),
        _ => t::studio::file_failed(name),
    }
}

/// What is on its way, said politely to screen readers when something goes wrong.
#[component]
pub fn IntakeList(intake: Intake) -> impl IntoView {
    view! {
        <ul role="list" class="stack stack-tight" aria-live="polite">
            <For each=move || intake.arrivals.get() key=|arrival| arrival.number let(arrival)>
                <ArrivalRow arrival />
            </For>
        </ul>
    }
}

#[component]
fn ArrivalRow(arrival: Arrival) -> impl IntoView {
    let Arrival { name, progress, problem, cancel, .. } = arrival;
    let bytes = |count| intl::bytes(language().tag(), count);
    let row = move || match problem.get() {
        Some(words) => view! { <p class="error">{words}</p> }.into_any(),
        None => {
            let Progress { done, total } = progress.get().unwrap_or(Progress { done: 0, total: 1 });
            let label = t::studio::busy(&name, bytes(done), bytes(total));
            view! {
                <div class="row">
                    <div class="stack stack-tight grow">
                        <span class="small">{label.clone()}</span>
                        <progress aria-label=label max=total.to_string() value=done.to_string()></progress>
                    </div>
                    <button type="button" class="button" on:click=move |_| cancel.with_value(Cancel::cancel)>
                        {t::studio::stop()}
                    </button>
                </div>
            }
            .into_any()
        }
    };
    view! { <li>{row}</li> }
}
