//! What choosing an entry does.

use leptos_router::NavigateOptions;
use platform::preferences::Theme;

use crate::i18n::Language;
use crate::routes::Place;
use crate::state::AppState;

/// Somewhere to go, or something to do that needs no place.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Goes to an address below the app's.
    Go(String),
    /// Takes the last act back.
    Undo,
    /// Backs up at once.
    BackUp,
    /// Speaks another language.
    Speak(Language),
    /// Looks light or dark.
    Wear(Theme),
}

impl Act {
    /// Goes to a place.
    pub fn go(place: &Place) -> Self {
        Self::Go(place.to_string())
    }

    /// Does it.
    pub fn carry_out(self, state: AppState, navigate: impl Fn(&str, NavigateOptions)) {
        match self {
            Self::Go(address) => navigate(&address, NavigateOptions::default()),
            Self::Undo => state.undo(),
            Self::BackUp => state.back_up_now(),
            Self::Speak(language) => state.choose_language(language),
            Self::Wear(theme) => state.choose_theme(theme),
        }
    }
}
