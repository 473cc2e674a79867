//! A file that is not on this device: why, and the way to have it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::components::A;
use platform::{intl, page};
use portfolio::model::StoredFile;
use sync::engine::Unfetched;
use sync::error::{Fault, Remedy};
use sync::local::{ChunkError, LocalError};
use sync::report::{Stop, Unreadable};

use super::fault::stop_sentence;
use super::room_hint::RoomHint;
use crate::components::work::WorkBar;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, Backup, Bringing, Kept, Unbrought};
use crate::ui::icon::{Glyph, Icon};

/// A file of at most so many bytes comes by itself when somebody opens its piece; a larger one when they say so.
const BY_ITSELF: u64 = 8 << 20;

/// How far there is a way to the storage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// There is none, and why, in words.
    None(&'static str),
    /// It can be asked.
    Open,
}

/// Says where the file is, and brings it.
#[component]
pub fn Elsewhere(
    file: StoredFile,
    /// The id of the line that says what the file is. The focus goes there from here when it has come.
    line: String,
) -> impl IntoView {
    let state = AppState::expect();
    let way = Memo::new(move |_| state.backup().with(way));
    let id = format!("{line}-elsewhere");
    let card = id.clone();
    on_cleanup(move || {
        // What stood here is gone when the file has come.
        if page::has_focus_within(&card) {
            page::focus_when_drawn(line);
        }
    });
    if file.size <= BY_ITSELF {
        let file = file.clone();
        // Again when the network or the connection is back.
        Effect::new(move |_| {
            if way.get() == Way::Open && state.online().get() {
                state.bring(file.clone());
            }
        });
    }
    let bring = {
        let (file, id) = (file.clone(), id.clone());
        Callback::new(move |()| {
            state.bring(file.clone());
            // What was pressed is gone now.
            page::focus_when_drawn(id.clone());
        })
    };
    let name = file.name.clone();
    let bringing = {
        let file = file.clone();
        move || state.bringing(&file)
    };
    let resting = move || view! { <Resting file=file.clone() way=way.get() bring /> };
    view! {
        <div id=id class="card card-sunk stack stack-tight" tabindex="-1" role="status">
            {move || match bringing() {
                Some(Bringing::UnderWay(work)) => {
                    view! { <WorkBar work label=t::room::bringing(&name) /> }.into_any()
                }
                Some(Bringing::Failed(why)) => view! { <Unreached why bring /> }.into_any(),
                None => resting().into_any(),
            }}
        </div>
    }
}

/// It is not on its way.
#[component]
fn Resting(file: StoredFile, way: Way, bring: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let size = intl::bytes(language().tag(), file.size);
    move || {
        let (about, offer) = match (way, state.kept([&file])) {
            (Way::None(why), _) => return view! { <p>{why}</p> <ToBackup /> }.into_any(),
            (Way::Open, Kept::Seen { there: 0, .. }) => (t::room::not_there().to_owned(), t::shell::retry()),
            (Way::Open, Kept::Seen { .. }) => (t::room::on_the_storage(&size), t::room::bring()),
            // Nobody has looked yet: asking for it finds out.
            (Way::Open, Kept::Here | Kept::Unknown) => (t::room::away(&size), t::room::bring()),
        };
        view! { <p>{about}</p> <BringButton words=offer bring /> }.into_any()
    }
}

/// It did not come.
#[component]
fn Unreached(why: Rc<Unbrought>, bring: Callback<()>) -> impl IntoView {
    let no_room = is_no_room(&why);
    view! {
        <p>{unbrought_sentence(&why)}</p>
        {no_room.then(|| view! { <RoomHint /> })}
        <BringButton words=t::shell::retry() bring />
    }
}

#[component]
fn BringButton(words: &'static str, bring: Callback<()>) -> impl IntoView {
    view! {
        <div class="row">
            <button type="button" class="button" on:click=move |_| bring.run(())>
                <Icon glyph=Glyph::Download />
                {words}
            </button>
        </div>
    }
}

#[component]
fn ToBackup() -> impl IntoView {
    view! {
        <p>
            <A href=format!("{}#backup", Place::Settings)>{t::room::to_backup()}</A>
        </p>
    }
}

fn way(backup: &Backup) -> Way {
    match backup {
        Backup::Off => Way::None(t::room::not_connected()),
        Backup::Locked => Way::None(t::room::locked()),
        Backup::Stopped(stop) if !Backup::tries_again(stop) => Way::None(stop_sentence(stop)),
        _ => Way::Open,
    }
}

fn is_no_room(why: &Unbrought) -> bool {
    matches!(why, Unbrought::Unfetched(Unfetched::Stop(Stop::Local(LocalError::Full))))
}

/// Why a file did not come: what happened, what is safe, what to do.
pub fn unbrought_sentence(why: &Unbrought) -> &'static str {
    match why {
        Unbrought::NotConnected => t::room::not_connected(),
        Unbrought::Locked => t::room::locked(),
        Unbrought::NoCode(_) => t::shell::unreached(),
        Unbrought::Media(_) => t::sync::fault_device(),
        Unbrought::Unfetched(Unfetched::Stop(stop)) => match stop {
            Stop::Local(LocalError::Full) => t::room::no_room_for_it(),
            Stop::Backend(error) if error.remedy() == Remedy::CheckConnection => t::room::no_network(),
            stop => stop_sentence(stop),
        },
        Unbrought::Unfetched(Unfetched::Chunk { reason, .. }) => match reason {
            Unreadable::Backend(error) if error.fault == Fault::Missing => t::room::not_there(),
            Unreadable::Backend(_) => t::sync::fault_wait(),
            Unreadable::Chunk(ChunkError::Local(_)) => t::sync::fault_device(),
            Unreadable::Chunk(ChunkError::Hash) | Unreadable::Length { .. } | Unreadable::Segment(_) => {
                t::room::spoiled()
            }
        },
    }
}
