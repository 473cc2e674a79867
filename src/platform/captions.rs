//! Words that the browser shows over a film while they are said: in full screen, too, and as large as the person wants captions.

use web_sys::{HtmlMediaElement, TextTrack, TextTrackKind, TextTrackMode, VttCue};

use super::{BrowserError, Listener};

/// The captions of a film that is shown.
pub struct Captions {
    track: TextTrack,
    _changes: Option<Listener>,
}

impl Captions {
    /// Gives captions to `film`, shown at first: from when to when, in seconds, and the words, which stay words whatever is in them.
    /// `on_change` hears whether they are shown when somebody changes that in the browser's own menu.
    ///
    /// # Errors
    /// A browser without captions.
    pub fn add<'a>(
        film: &HtmlMediaElement,
        label: &str,
        cues: impl IntoIterator<Item = (f64, f64, &'a str)>,
        mut on_change: impl FnMut(bool) + 'static,
    ) -> Result<Self, BrowserError> {
        let track = film.add_text_track_with_label(TextTrackKind::Captions, label);
        track.set_mode(TextTrackMode::Showing);
        for (from, to, words) in cues {
            track.add_cue(&VttCue::new(from, to, &without_markup(words))?);
        }
        let watched = track.clone();
        let changes = film.text_tracks().map(|tracks| {
            Listener::new(tracks.into(), "change", move |_| on_change(watched.mode() == TextTrackMode::Showing))
        });
        Ok(Self { track, _changes: changes })
    }

    /// Shows or hides them.
    pub fn show(&self, shown: bool) {
        self.track.set_mode(if shown { TextTrackMode::Showing } else { TextTrackMode::Hidden });
    }
}

/// What a browser would take for a tag is written so that it shows as what it is.
fn without_markup(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
