//! The form that connects a portfolio to a storage, and the one question it may ask.

use std::rc::Rc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::Cancel;
use sync::engine::Question;
use sync::probe::Fit;
use sync::progress::Progress;
use sync::webdav::Address;

use super::fault::{Recipes, connect_sentence, recipe_of};
use super::progress::RunProgress;
use crate::i18n::t;
use crate::state::{AppState, ConnectError, Connection, Met, SignIn};
use crate::ui::field::{Field, describedby};

/// Where an attempt to connect is.
#[derive(Clone)]
enum Attempt {
    /// Nothing is under way.
    Idle,
    /// The storage is being looked at.
    Busy,
    /// A person has to say whether both portfolios are theirs.
    Asks(Question),
    /// The person said that they are not.
    KeptApart,
    /// It did not work.
    Failed(Rc<ConnectError>),
}

/// Connects from nothing. `connected` runs when the backup has begun.
#[component]
pub fn Connect(
    /// Runs when the portfolio is connected.
    #[prop(into)]
    connected: Callback<Fit>,
) -> impl IntoView {
    view! { <SignInForm known=None connected /> }
}

/// Gives the password of a storage that is connected already.
#[component]
pub fn Unlock(connection: Connection) -> impl IntoView {
    view! { <SignInForm known=Some(connection) connected=Callback::new(|_| ()) /> }
}

#[component]
fn SignInForm(known: Option<Connection>, connected: Callback<Fit>) -> impl IntoView {
    let state = AppState::expect();
    let is_known = known.is_some();
    let (known_address, known_user) = known.map(|known| (known.address, known.user)).unwrap_or_default();
    let (address, user) = (RwSignal::new(known_address), RwSignal::new(known_user));
    let (password, remember) = (RwSignal::new(String::new()), RwSignal::new(false));
    let attempt = RwSignal::new_local(Attempt::Idle);
    let progress = RwSignal::new_local(None::<Progress>);
    let cancel = StoredValue::new_local(Cancel::new());

    let go = move |join: bool| {
        cancel.set_value(Cancel::new());
        attempt.set(Attempt::Busy);
        let sign_in = SignIn {
            address: address.get_untracked(),
            user: user.get_untracked(),
            password: password.get_untracked(),
            remember: remember.get_untracked(),
        };
        spawn_local(async move {
            let show = move |now| {
                progress.try_set(Some(now));
            };
            let met = state.connect(sign_in, join, show, cancel.get_value()).await;
            // The view may be gone: a connection that came about stands all the same.
            attempt.try_set(match met {
                Ok(Met::Connected(fit)) => {
                    connected.run(fit);
                    Attempt::Idle
                }
                Ok(Met::Asks(question)) => Attempt::Asks(question),
                Err(error) => Attempt::Failed(Rc::new(error)),
            });
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        go(false);
    };
    let is_plain = move || address.with(|typed| Address::parse(typed).is_ok_and(|address| !address.is_encrypted()));
    let is_busy = move || matches!(attempt.get(), Attempt::Busy);
    view! {
        <form class="stack" on:submit=submit novalidate>
            {(!is_known)
                .then(|| {
                    view! {
                        <Field id="storage-address" label=t::sync::address() hint=t::sync::address_hint()>
                            <input
                                id="storage-address"
                                class="input"
                                type="url"
                                inputmode="url"
                                autocomplete="url"
                                aria-describedby=describedby("storage-address")
                                bind:value=address
                            />
                        </Field>
                        {move || is_plain().then(|| view! { <p class="hint">{t::sync::not_encrypted()}</p> })}
                        <Field id="storage-user" label=t::sync::user()>
                            <input
                                id="storage-user"
                                class="input"
                                autocomplete="username"
                                autocapitalize="none"
                                bind:value=user
                            />
                        </Field>
                    }
                })}
            <Field id="storage-password" label=t::sync::password()>
                <input
                    id="storage-password"
                    class="input"
                    type="password"
                    autocomplete="current-password"
                    bind:value=password
                />
            </Field>
            <div>
                <label class="choice">
                    <input type="checkbox" aria-describedby="storage-remember-about" bind:checked=remember />
                    {t::sync::remember()}
                </label>
                <p id="storage-remember-about" class="hint">{t::sync::remember_hint()}</p>
            </div>
            <div class="row">
                <button type="submit" class="button button-main" disabled=is_busy>
                    {if is_known { t::sync::unlock() } else { t::sync::connect() }}
                </button>
                {move || {
                    is_busy()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| cancel.with_value(Cancel::cancel)
                                >
                                    {t::shell::cancel()}
                                </button>
                            }
                        })
                }}
            </div>
        </form>
        <div aria-live="polite">{move || outcome(attempt, progress, Callback::new(go))}</div>
    }
}

/// What is said below the form.
fn outcome(
    attempt: RwSignal<Attempt, LocalStorage>,
    progress: RwSignal<Option<Progress>, LocalStorage>,
    go: Callback<bool>,
) -> AnyView {
    match attempt.get() {
        Attempt::Idle => ().into_any(),
        Attempt::Busy => view! { <RunProgress progress /> }.into_any(),
        Attempt::KeptApart => view! { <p>{t::sync::kept_apart()}</p> }.into_any(),
        Attempt::Failed(error) => view! {
            <p class="error">{connect_sentence(&error)}</p>
            {recipe_of(&error).map(|recipe| view! { <Recipes recipe /> })}
        }
        .into_any(),
        Attempt::Asks(question) => {
            let apart = move |_| attempt.set(Attempt::KeptApart);
            view! {
                <section class="card stack" aria-labelledby="storage-question">
                    <h3 id="storage-question">{t::sync::question()}</h3>
                    <p>{question_sentence(&question)}</p>
                    <div class="row">
                        <button type="button" class="button button-main" on:click=move |_| go.run(true)>
                            {t::sync::join()}
                        </button>
                        <button type="button" class="button" on:click=apart>
                            {t::sync::apart()}
                        </button>
                    </div>
                </section>
            }
            .into_any()
        }
    }
}

fn question_sentence(question: &Question) -> String {
    let name = match question.theirs.name.as_str() {
        "" => t::sync::nameless(),
        name => name,
    };
    let pieces = usize::try_from(question.theirs.pieces).unwrap_or(usize::MAX);
    t::sync::question_about(name, t::evidence::count(pieces))
}
