//! Which camera and which microphone, and whether it begins with a count.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::{self, Device, Kind, Source};

use super::session::Session;
use crate::i18n::t;

/// The value of the choice that there be no sound.
const NO_SOUND: &str = "none";

/// The choices that matter for what is taken down.
#[component]
pub fn Devices(session: Session) -> impl IntoView {
    let kind = session.kind();
    let microphone = matches!(kind, Kind::Video | Kind::Sound);
    view! {
        <div class="capture-choices">
            {kind.needs_camera().then(|| view! { <Choice session source=Source::Camera /> })}
            {microphone.then(|| view! { <Choice session source=Source::Microphone /> })}
        </div>
        <label class="choice">
            <input type="checkbox" bind:checked=session.count_down />
            {t::capture::count_down()}
        </label>
    }
}

/// The devices of one kind. What is chosen is opened at once; what is plugged in joins the list.
#[component]
fn Choice(session: Session, source: Source) -> impl IntoView {
    let known = RwSignal::new(Vec::<Device>::new());
    let look = move || {
        spawn_local(async move {
            // A browser that names none has one, and it is open already.
            known.try_set(capture::devices(source).await.unwrap_or_default());
        });
    };
    look();
    let changes = StoredValue::new_local(capture::on_change(look).ok());
    on_cleanup(move || drop(changes.try_update_value(Option::take)));
    let silent = move || source == Source::Microphone && session.kind() == Kind::Video;
    let current = move || match session.live().and_then(|live| live.stream.device(source)) {
        Some(id) => id,
        None if silent() => NO_SOUND.to_owned(),
        None => String::new(),
    };
    let choose = move |value: String| {
        let chosen = (value != NO_SOUND).then_some(value);
        if source == Source::Camera {
            session.camera.set(chosen);
        } else {
            session.voice.set(chosen.is_some());
            session.microphone.set(chosen);
        }
        session.ask();
    };
    let label = if source == Source::Camera { t::capture::camera() } else { t::capture::microphone() };
    let options = move || {
        let known = known.get();
        let devices = known.into_iter().enumerate().map(|(index, Device { id, name })| {
            let name = if name.is_empty() { nameless(source, index + 1) } else { name };
            let is_current = id == current();
            view! {
                <option value=id selected=is_current>
                    {name}
                </option>
            }
        });
        devices.collect_view()
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="input" on:change:target=move |event| choose(event.target().value())>
                {options}
                {move || {
                    silent()
                        .then(|| {
                            view! {
                                <option value=NO_SOUND selected=current() == NO_SOUND>
                                    {t::capture::no_sound()}
                                </option>
                            }
                        })
                }}
            </select>
        </label>
    }
}

fn nameless(source: Source, number: usize) -> String {
    if source == Source::Camera { t::capture::camera_nameless(number) } else { t::capture::microphone_nameless(number) }
}
