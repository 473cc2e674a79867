//! Files on their way into the piece, each with its progress and a way to stop it.

mod drawing;
mod pathways;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::files::{self, Gathered, Given, PickedFile};
use platform::media::MediaError;
use portfolio::intent::NewArtifact;
use portfolio::model::{Content, StoredFile};

use pathways::FoundPathway;
pub use pathways::Pathways;

use super::Draft;
use crate::components::storage::RoomHint;
use crate::components::work::WorkBar;
use crate::i18n::t;
use crate::state::{Offer, TakenIn, Work};

/// A file that is being copied, or could not be.
#[derive(Clone)]
struct Arrival {
    number: u32,
    name: String,
    work: StoredValue<Work, LocalStorage>,
    problem: RwSignal<Option<Problem>>,
}

/// Why a file was not taken in.
#[derive(Clone)]
struct Problem {
    words: String,
    /// Whether it would be, if there were room.
    no_room: bool,
}

/// What is on its way. Copies are the same list.
#[derive(Clone, Copy)]
pub struct Intake {
    draft: Draft,
    arrivals: RwSignal<Vec<Arrival>, LocalStorage>,
    count: StoredValue<u32>,
    /// Files that wait for the learner to say what they are for.
    pathways: RwSignal<Vec<FoundPathway>, LocalStorage>,
}

impl Intake {
    /// Nothing on its way yet.
    pub fn new(draft: Draft) -> Self {
        let (arrivals, pathways) = (RwSignal::new_local(Vec::new()), RwSignal::new_local(Vec::new()));
        Self { draft, arrivals, count: StoredValue::new(0), pathways }
    }

    /// The piece that they are for.
    pub fn draft(self) -> Draft {
        self.draft
    }

    /// Takes files in, one after the other.
    pub fn add(self, files: Vec<PickedFile>) {
        self.add_each(files, |_| ());
    }

    /// As [`Self::add`]; says of each file, by its place among them, when the piece holds it.
    pub fn add_each(self, files: Vec<PickedFile>, held: impl Fn(usize) + 'static) {
        let announced = files.into_iter().map(|file| {
            let work = Work::new();
            let expected = self.draft.expect_file(&file.name());
            (self.announce(file.name(), work.clone()), work, file, expected)
        });
        let arriving: Vec<_> = announced.collect();
        spawn_local(async move {
            for (place, (arrival, work, file, expected)) in arriving.into_iter().enumerate() {
                if self.take_in(arrival, work, file).await.is_some() {
                    expected.arrived();
                    held(place);
                }
            }
        });
    }

    /// Takes one file in, and says what it is stored as; `None` where that failed.
    pub fn add_then(self, file: PickedFile, then: Callback<Option<StoredFile>>) {
        let (expected, work) = (self.draft.expect_file(&file.name()), Work::new());
        let arrival = self.announce(file.name(), work.clone());
        spawn_local(async move {
            let stored = self.take_in(arrival, work, file).await;
            if stored.is_some() {
                expected.arrived();
            }
            // Who asked may be gone.
            then.try_run(stored);
        });
    }

    /// Takes in what was given at once, folders read through. A pathway is held until the learner says whether it is work.
    pub fn add_given(self, given: Given) {
        spawn_local(async move {
            let Gathered { files, is_cut, unread } = given.gather(portfolio::natural::compare).await;
            if is_cut {
                self.complain(t::studio::too_many(files::MOST));
            }
            if unread > 0 {
                self.complain(t::studio::unread(unread));
            }
            let (mut work, mut pathways) = (Vec::new(), Vec::new());
            for file in files {
                match self.draft.state().pathway_in(&file).await {
                    Some(offer) => pathways.push(self.hold(file, offer)),
                    None => work.push(file),
                }
            }
            self.add(work);
            self.pathways.try_update(|held| held.extend(pathways));
        });
    }

    fn hold(self, file: PickedFile, offer: Offer) -> FoundPathway {
        let given = self.draft.state().lasting(|| StoredValue::new_local((file, offer)));
        FoundPathway { number: self.next_number(), given }
    }

    fn complain(self, words: String) {
        self.announce(String::new(), Work::new()).problem.set(Some(Problem { words, no_room: false }));
    }

    fn next_number(self) -> u32 {
        let number = self.count.try_update_value(|count| {
            *count += 1;
            *count
        });
        number.unwrap_or_default()
    }

    fn announce(self, name: String, work: Work) -> Arrival {
        let number = self.next_number();
        // What asks for it may be a dialog that closes meanwhile.
        let arrival = self.draft.state().lasting(|| Arrival {
            number,
            name,
            work: StoredValue::new_local(work),
            problem: RwSignal::new(None),
        });
        self.arrivals.update(|arrivals| arrivals.push(arrival.clone()));
        arrival
    }

    /// What the file is stored as, when it is a part of the piece.
    async fn take_in(self, arrival: Arrival, work: Work, picked: PickedFile) -> Option<StoredFile> {
        let state = self.draft.state();
        match self.store(&picked, &work).await {
            Ok(file) => {
                self.has_arrived(&arrival);
                if let Some(recording) = picked.recording().cloned() {
                    spawn_local(async move {
                        // Until then it is nowhere else.
                        state.settled().await;
                        state.forget_recording(&recording).await;
                    });
                }
                Some(file)
            }
            Err(problem) => {
                // The view may be gone while the file goes on.
                arrival.problem.try_set(Some(problem));
                if let Some(recording) = picked.recording() {
                    state.recording_stays(recording);
                }
                None
            }
        }
    }

    /// Stores a file and makes it a part of the piece.
    async fn store(self, picked: &PickedFile, work: &Work) -> Result<StoredFile, Problem> {
        let name = picked.name();
        let failed = |error: MediaError| Problem::of(&error, &name);
        self.at_home().map_err(failed)?;
        let TakenIn { file, cleaned } = self.draft.state().take_in(picked, work).await.map_err(failed)?;
        self.at_home().map_err(failed)?;
        // The folder tells what a picture named `1.jpg` is one of.
        let artifact = NewArtifact {
            caption: picked.folder().to_owned(),
            cleaned,
            ..NewArtifact::of(Content::File(file.clone()))
        };
        if self.draft.add(artifact) { Ok(file) } else { Err(failed(MediaError::Missing)) }
    }

    /// Whoever goes to another portfolio meanwhile does not take what was meant for this one along.
    fn at_home(self) -> Result<(), MediaError> {
        if self.draft.is_at_home() { Ok(()) } else { Err(MediaError::Cancelled) }
    }

    fn has_arrived(self, arrival: &Arrival) {
        self.arrivals.try_update(|arrivals| arrivals.retain(|other| other.number != arrival.number));
    }
}

impl Problem {
    fn of(error: &MediaError, name: &str) -> Self {
        let words = match error {
            MediaError::Cancelled => t::studio::stopped(name),
            MediaError::Quota => t::studio::full(name),
            MediaError::Unreadable(_) => t::studio::unreadable(name),
            _ => t::studio::file_failed(name),
        };
        Self { words, no_room: *error == MediaError::Quota }
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
    let Arrival { name, work, problem, .. } = arrival;
    let row = move || match problem.get() {
        Some(Problem { words, no_room }) => view! {
            <p class="error">{words}</p>
            {no_room.then(|| view! { <RoomHint /> })}
        }
        .into_any(),
        None => view! { <WorkBar work=work.get_value() label=t::studio::busy(&name) /> }.into_any(),
    };
    view! { <li>{row}</li> }
}
