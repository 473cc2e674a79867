//! What can be said and shown of an artifact without opening its file.

use leptos::prelude::*;
use platform::intl;
use platform::media::{MOST_PIXELS, SMALL};
use portfolio::first_screen::Sight;
use portfolio::model::{Artifact, Content, Facts, Preview, StoredFile};

use super::shown::{self, DRAWING, Shown};
use crate::i18n::{language, t};
use crate::state::AppState;
use crate::ui::icon::Glyph;

/// An artifact at a glance.
#[derive(Clone, Default, PartialEq)]
pub struct Look {
    content: Option<Content>,
    preview: Preview,
}

impl From<&Artifact> for Look {
    fn from(artifact: &Artifact) -> Self {
        Self { content: artifact.content.clone(), preview: artifact.preview.clone() }
    }
}

impl From<&Sight> for Look {
    fn from(Sight { content, preview }: &Sight) -> Self {
        Self { content: content.clone(), preview: preview.clone() }
    }
}

impl Look {
    /// How an artifact looks now and from now on: what is known of its file may come later than the file.
    pub fn of(artifact: &Artifact) -> Memo<Self> {
        let state = AppState::expect();
        let (id, given) = (artifact.id.clone(), Self::from(artifact));
        Memo::new(move |_| {
            let now = state.watch(&[id.as_str()], |world| world.portfolio.artifact(&id).map(Self::from));
            now.flatten().unwrap_or_else(|| given.clone())
        })
    }

    /// What is known of its file.
    pub fn facts(&self) -> Facts {
        self.preview.facts
    }

    /// Tells it from how it looked before.
    pub fn mark(&self) -> String {
        let picture = self.picture().map(|file| file.hash.as_str()).unwrap_or_default();
        format!("{picture} {} {}", self.preview.wave.is_some(), self.length().unwrap_or_default())
    }

    /// The picture to show: a small one, or the file itself where that is small.
    pub fn picture(&self) -> Option<&StoredFile> {
        self.preview.thumb.as_ref().or_else(|| self.file().filter(|file| self.is_small(file)))
    }

    /// The shape of its sound.
    pub fn bars(&self) -> Option<Vec<u8>> {
        self.preview.wave.map(|wave| wave.bars().to_vec())
    }

    /// The shape of its sound in a quarter of the bars, each the loudest of four: for a small place.
    pub fn few_bars(&self) -> Option<Vec<u8>> {
        let loudest = |four: &[u8]| four.iter().copied().max().unwrap_or_default();
        self.preview.wave.map(|wave| wave.bars().chunks(4).map(loudest).collect())
    }

    /// The icon and the word for what it is.
    pub fn glyph_and_word(&self) -> (Glyph, &'static str) {
        match &self.content {
            // What this browser cannot show is a picture all the same.
            Some(Content::File(file)) if file.media_type.starts_with("image/") => Shown::Image.glyph_and_word(),
            Some(Content::File(file)) => shown::of(&file.media_type).glyph_and_word(),
            Some(Content::Link(_)) => (Glyph::Link, t::media::kind_link()),
            Some(Content::Event(_)) => (Glyph::Flag, t::media::kind_event()),
            None => (Glyph::File, t::media::kind_other()),
        }
    }

    /// How long it is: `12 pages`, `1:23`.
    pub fn length(&self) -> Option<String> {
        length(&self.preview.facts)
    }

    /// What kind of file it is, how long and how large: `Video · 1:23 · 4 MB`. Nothing for what is no file.
    pub fn about(&self) -> Option<String> {
        let file = self.file()?;
        let (_, kind) = self.glyph_and_word();
        let size = intl::bytes(language().tag(), file.size);
        Some([Some(kind.to_owned()), self.length(), Some(size)].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// Whether the file can be shown as it is: a picture of few bytes that the browser has decoded before. The size that a drawing
    /// says is none that has to be held.
    fn is_small(&self, file: &StoredFile) -> bool {
        let is_drawing = file.media_type == DRAWING;
        let is_known = pixels(&self.preview.facts).is_some_and(|pixels| is_drawing || pixels <= MOST_PIXELS);
        file.size <= SMALL && is_known && shown::of(&file.media_type) == Shown::Image
    }

    fn file(&self) -> Option<&StoredFile> {
        match &self.content {
            Some(Content::File(file)) => Some(file),
            _ => None,
        }
    }
}

/// How long something is: `12 pages`, `1:23`.
pub fn length(facts: &Facts) -> Option<String> {
    let pages = facts.pages.map(|pages| t::media::pages(usize::try_from(pages).unwrap_or(usize::MAX)));
    // The shortest sound has a length, too.
    pages.or_else(|| facts.ms.map(|ms| clock((ms as f64 / 1000.0).round().max(1.0))))
}

fn pixels(facts: &Facts) -> Option<u64> {
    facts.width?.checked_mul(facts.height?)
}

/// Seconds as players show them, begun ones left out: `0:07`, `12:30`, `1:02:05`.
pub fn clock(seconds: f64) -> String {
    // What is no number of seconds is none.
    let seconds = seconds as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn lengths_read_as_on_a_player() {
        assert_eq!([0.9, 7.0, 83.4, 750.0, 3_725.0].map(clock), ["0:00", "0:07", "1:23", "12:30", "1:02:05"]);
        assert_eq!([f64::NAN, -1.0].map(clock), ["0:00", "0:00"]);
    }
}
