//! Several tabs of one learner: the database is the truth, a hint says only that there is something to read.

use std::mem;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::clock;
use platform::hints::Hints;
use platform::lifecycle::{self, Moment};

use super::AppState;
use super::revisions::{self, Revisions};

/// What one tab says to the others. It only hints: the database is the truth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hint {
    /// Something was stored.
    Stored,
    /// The tail became segments: typing no longer replaces what is in them.
    Frozen,
    /// The bytes of files came to this device, or left it.
    Files,
}

impl Hint {
    fn word(self) -> &'static str {
        match self {
            Self::Stored => "stored",
            Self::Frozen => "frozen",
            Self::Files => "files",
        }
    }
}

impl AppState {
    /// Hears when another tab of this learner has stored something.
    pub(super) fn listen_to_other_tabs(self) {
        let Some(id) = self.of(|session| session.id.clone()) else { return };
        match Hints::open(&format!("cairn-{id}"), move |word| self.hear(&word)) {
            Ok(hints) => drop(self.within(|session| session.hints = Some(hints))),
            Err(error) => leptos::logging::warn!("other tabs are read only at the next start: {error}"),
        }
    }

    pub(super) fn tell_other_tabs(self, hint: Hint) {
        let told = self.of(|session| session.hints.as_ref().map(|hints| hints.say(hint.word())));
        if let Some(Some(Err(error))) = told {
            leptos::logging::warn!("other tabs were not told: {error}");
        }
    }

    fn hear(self, word: &str) {
        if word == Hint::Files.word() {
            return self.look_for_files();
        }
        if word == Hint::Frozen.word() {
            self.within(|session| session.ledger.seal());
        }
        self.read_other_tabs();
    }

    /// Folds in what other tabs stored.
    fn read_other_tabs(self) {
        spawn_local(async move {
            if let Err(error) = self.read_news().await {
                leptos::logging::warn!("what another tab stored was not read: {error}");
            }
        });
    }

    /// Follows the page: the network comes and goes, and a page in sight again tries what failed.
    pub(super) fn watch_page(self) {
        self.online.set(lifecycle::is_online());
        let mut day = clock::today();
        let moments: [(Moment, Box<dyn FnMut()>); 6] = [
            (Moment::Online, Box::new(move || self.is_online_again())),
            (Moment::Offline, Box::new(move || self.online.set(false))),
            (Moment::Hidden, Box::new(move || self.goes_out_of_sight())),
            (Moment::Leaving, Box::new(move || self.keep_last_words())),
            (Moment::Visible, Box::new(move || self.is_in_sight_again(&mut day))),
            (Moment::Returning, Box::new(move || self.read_other_tabs())),
        ];
        for (moment, then) in moments {
            match lifecycle::on(moment, then) {
                Ok(listener) => listener.forever(),
                Err(error) => leptos::logging::warn!("{moment:?} goes unnoticed: {error}"),
            }
        }
    }

    fn is_online_again(self) {
        self.online.set(true);
        self.back_up_now();
    }

    fn is_in_sight_again(self, day: &mut NaiveDate) {
        self.save_again();
        let today = clock::today();
        if mem::replace(day, today) != today {
            // Another day has begun meanwhile: what is due is something else.
            revisions::bump(self.revisions.with_value(Revisions::all));
            self.outdate_first_screen();
        }
    }

    /// The page may never run again.
    fn goes_out_of_sight(self) {
        self.flush();
        self.renew_first_screen_now();
        self.back_up_now();
    }
}
