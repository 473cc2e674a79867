//! The pad as a whole: it opens with what there is, and closes without losing any of it.

use drawing::{Drawing, Sheet, svg};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{keys, page};
use portfolio::model::{Artifact, StoredFile};

use super::Wanted;
use super::desk::Desk;
use super::keep::Keeper;
use super::offer::{Kept, Offer};
use super::photo::{self, PhotoNote};
use super::sheet::SheetView;
use super::tools::Tools;
use super::words::{self, WordsForm};
use super::{finish, paper};
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::dialog::Dialog;

/// The most bytes of strokes that are read: ten times what a full sheet has.
const MOST_STROKES: u64 = 64 * 1024 * 1024;

/// What stands in the pad now.
#[derive(Clone, PartialEq)]
enum Shown {
    /// It is being looked whether something was left unfinished.
    Opening,
    /// Something was.
    Offer(Kept),
    /// The sheet with the tools.
    Sheet,
    /// The sheet with the words.
    Words,
    /// The picture is being made.
    Finishing,
}

/// The pad in a dialog that fills the screen.
#[component]
pub fn DrawingPad(wanted: Wanted) -> impl IntoView {
    let of = wanted.of.clone();
    let close = wanted.close;
    let wanted = StoredValue::new_local(wanted);
    let open = RwSignal::new(true);
    let desk = Desk::new(if page::is_upright() { Sheet::PORTRAIT } else { Sheet::LANDSCAPE });
    let keeper = Keeper::new(desk, of.as_ref().map(|artifact| artifact.id.clone()));
    let shown = RwSignal::new(Shown::Opening);
    let problem = RwSignal::new(None::<String>);
    let is_changed = RwSignal::new(false);
    let begin = Callback::new(move |next: Shown| {
        keeper.begin(true);
        shown.set(next);
    });
    spawn_local({
        let of = of.clone();
        async move {
            let next = begin_with(desk, of, is_changed).await;
            match next {
                Shown::Offer(_) => drop(shown.try_set(next)),
                next => drop(begin.try_run(next)),
            }
        }
    });
    let begin_anew = Callback::new(move |()| {
        let (state, of) = (desk.state, of.clone());
        spawn_local(async move {
            let id = of.as_ref().map(|artifact| artifact.id.clone());
            if let Err(error) = state.forget_unfinished(id.as_ref()).await {
                leptos::logging::warn!("the unfinished drawing was not forgotten: {error}");
            }
            let next = stored(desk, of, is_changed).await;
            begin.try_run(next);
        });
    });
    let describe = Callback::new(move |()| {
        shown.set(Shown::Words);
        page::focus_when_drawn(words::FIELD.to_owned());
    });
    let keep = Callback::new(move |()| {
        let is_blank = desk.drawing.with_untracked(|drawing| drawing.is_blank() && !paper::is_over_photo(drawing));
        if is_blank && desk.words.read_untracked().trim().is_empty() {
            problem.set(Some(t::drawing::nothing_yet().to_owned()));
            return;
        }
        shown.set(Shown::Finishing);
        spawn_local(async move {
            let Some(name) = wanted.try_with_value(|wanted| name_for(desk.state, wanted)) else { return };
            match finish::finish(desk, &name).await {
                Ok(drawn) => {
                    keeper.end();
                    wanted.try_with_value(|wanted| wanted.done.run(drawn));
                    open.try_set(false);
                }
                Err(_) => {
                    problem.try_set(Some(t::drawing::not_made().to_owned()));
                    shown.try_set(Shown::Words);
                }
            }
        });
    });
    let by_key = move |event: KeyboardEvent| {
        let act = match () {
            () if keys::ask_to_undo(&event) => Desk::undo,
            () if keys::ask_to_redo(&event) => Desk::redo,
            () => return,
        };
        // The portfolio behind the pad has a last act of its own, which is not meant.
        event.prevent_default();
        event.stop_propagation();
        act(desk);
    };
    let tray = move || match shown.get() {
        Shown::Opening => view! { <p class="pad-note" role="status">{t::drawing::opening()}</p> }.into_any(),
        Shown::Offer(_) => ().into_any(),
        Shown::Sheet => view! { <Tools desk wanted describe /> }.into_any(),
        Shown::Words => {
            let back = Callback::new(move |()| shown.set(Shown::Sheet));
            view! { <WordsForm desk problem back keep /> }.into_any()
        }
        Shown::Finishing => view! { <p class="pad-note" role="status">{t::drawing::finishing()}</p> }.into_any(),
    };
    view! {
        <Dialog open title=t::drawing::title() class="dialog-whole pad-dialog" on_close=close>
            <div class="pad" on:keydown=by_key>
                <div class="pad-ends">
                    <button type="button" class="button button-quiet" on:click=move |_| open.set(false)>
                        {t::drawing::close()}
                    </button>
                    <Show when=move || *shown.read() == Shown::Sheet>
                        <button type="button" class="button button-main" on:click=move |_| describe.run(())>
                            {t::drawing::done()}
                        </button>
                    </Show>
                </div>
                <div class="pad-notes" aria-live="polite">
                    <PhotoNote desk />
                    {move || is_changed.get().then(|| view! { <p class="pad-note">{t::drawing::not_readable()}</p> })}
                    {move || desk.is_full.get().then(|| view! { <p class="pad-note">{t::drawing::full()}</p> })}
                </div>
                <SheetView desk />
                {move || match shown.get() {
                    Shown::Offer(kept) => {
                        let go_on = Callback::new(move |()| {
                            keeper.begin(false);
                            shown.set(Shown::Sheet);
                        });
                        view! { <Offer desk kept go_on begin_anew /> }.into_any()
                    }
                    _ => ().into_any(),
                }}
                {tray}
            </div>
        </Dialog>
    }
}

/// What the pad opens with: what was left unfinished, to be asked about, or what is stored.
async fn begin_with(desk: Desk, of: Option<Artifact>, is_changed: RwSignal<bool>) -> Shown {
    let id = of.as_ref().map(|artifact| &artifact.id);
    // Where it cannot be asked nothing can be offered.
    let left = desk.state.unfinished(id).await.unwrap_or_default();
    let kept = left.and_then(|left| Some(Kept { drawing: svg::read(&left.strokes).ok()?, words: left.words }));
    match kept.filter(|kept| !kept.drawing.is_untouched() || !kept.words.is_empty()) {
        Some(kept) => Shown::Offer(kept),
        None => stored(desk, of, is_changed).await,
    }
}

/// Puts the drawing of an artifact on the desk, if it is one.
async fn stored(desk: Desk, of: Option<Artifact>, is_changed: RwSignal<bool>) -> Shown {
    let Some(artifact) = of else { return Shown::Sheet };
    desk.words.try_set(artifact.alt.clone());
    match read(desk.state, &artifact).await {
        Some(drawing) => {
            desk.put(drawing);
            photo::fetch(desk);
        }
        None => {
            is_changed.try_set(true);
            if let Some(file) = artifact.file() {
                photo::lay(desk, file.hash.clone());
            }
        }
    }
    Shown::Sheet
}

async fn read(state: AppState, artifact: &Artifact) -> Option<Drawing> {
    let strokes = state.media()?.read(&artifact.source.as_ref()?.hash, MOST_STROKES).await.ok()?;
    svg::read(str::from_utf8(&strokes).ok()?).ok()
}

/// The name of what is drawn, without its ending: that of the drawing gone on with, or one of its own.
fn name_for(state: AppState, wanted: &Wanted) -> String {
    if let Some(file) = wanted.of.as_ref().and_then(Artifact::file) {
        return file.name.trim_end_matches(".png").to_owned();
    }
    let day = state.read(|world| world.today.to_string()).unwrap_or_default();
    let taken: Vec<String> =
        wanted.pictures.with_untracked(|pictures| pictures.iter().map(|file: &StoredFile| file.name.clone()).collect());
    finish::name(&day, &taken)
}
