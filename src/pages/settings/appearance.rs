//! Language and theme.

use leptos::prelude::*;
use platform::preferences::Theme;

use crate::i18n::{Language, language, t};
use crate::state::AppState;

/// Both as native choices; they are at work at once and kept on this device.
#[component]
pub fn Appearance() -> impl IntoView {
    let state = AppState::expect();
    let themes = [
        (Theme::System, t::settings::theme_system()),
        (Theme::Light, t::settings::theme_light()),
        (Theme::Dark, t::settings::theme_dark()),
    ];
    let languages = Language::ALL
        .into_iter()
        .map(|choice| {
            view! {
                <label class="choice" lang=choice.tag()>
                    <input
                        type="radio"
                        name="language"
                        checked=choice == language()
                        on:change=move |_| state.choose_language(choice)
                    />
                    {choice.own_name()}
                </label>
            }
        })
        .collect_view();
    let themes = themes
        .into_iter()
        .map(|(choice, words)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="theme"
                        checked=choice == state.theme().get_untracked()
                        on:change=move |_| state.choose_theme(choice)
                    />
                    {words}
                </label>
            }
        })
        .collect_view();
    view! {
        <section id="appearance" class="stack" aria-labelledby="appearance-title">
            <h2 id="appearance-title" tabindex="-1">{t::settings::appearance()}</h2>
            <fieldset class="stack stack-tight">
                <legend class="field-label">{t::settings::language()}</legend>
                <div class="row">{languages}</div>
            </fieldset>
            <fieldset class="stack stack-tight">
                <legend class="field-label">{t::settings::theme()}</legend>
                <div class="row">{themes}</div>
            </fieldset>
        </section>
    }
}
