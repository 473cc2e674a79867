//! Language and theme: preferences of this device, at work before the first view is drawn.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::preferences::{self, Preferences, Theme};
use platform::{BrowserError, intl, page};

use super::AppState;
use crate::i18n::{self, Language};

impl AppState {
    /// Takes up what this device prefers.
    pub(super) fn apply_preferences(self) {
        let preferences = preferences::load();
        let wanted = match &preferences.language {
            Some(tag) => Language::best_of([tag.as_str()]),
            None => Language::best_of(intl::preferred_languages().iter().map(String::as_str)),
        };
        self.speak(wanted);
        self.wear(preferences.theme);
    }

    /// Speaks another language from now on, and at the next start. The app's own framework follows as soon as its words are read.
    pub fn choose_language(self, language: Language) {
        remember(|preferences| preferences.language = Some(language.tag().to_owned()));
        self.speak(language);
        spawn_local(self.load_frameworks());
    }

    /// Wears another theme from now on, and at the next start.
    pub fn choose_theme(self, theme: Theme) {
        remember(|preferences| preferences.theme = theme);
        self.wear(theme);
    }

    /// Loads the page anew, which opens the storage anew.
    pub fn reload(self) {
        shown(page::reload());
    }

    fn speak(self, language: Language) {
        i18n::speak(language);
        shown(page::set_language(language.tag()));
        self.language.set(language);
    }

    fn wear(self, theme: Theme) {
        shown(page::set_theme(theme));
        self.theme.set(theme);
    }
}

/// Changes the stored preferences. Where the browser stores nothing they last as long as the page, which is all that
/// they can then.
pub(super) fn remember(change: impl FnOnce(&mut Preferences)) {
    let mut preferences = preferences::load();
    change(&mut preferences);
    if let Err(error) = preferences::save(&preferences) {
        leptos::logging::warn!("preferences were not stored: {error}");
    }
}

fn shown(result: Result<(), BrowserError>) {
    if let Err(error) = result {
        leptos::logging::warn!("the page did not change: {error}");
    }
}
