//! How a media type is shown. The list is closed: what is not on it is offered as a copy and never handed to the browser as
//! something to run or navigate to. A type may have come from another device, so it is checked here again.

use crate::i18n::t;
use crate::ui::icon::Glyph;

/// The way to show a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// By `img`, which runs no script, of an SVG either.
    Image,
    /// By `audio`.
    Audio,
    /// By `video`.
    Video,
    /// In the browser's own PDF viewer.
    Pdf,
    /// As its characters.
    Text,
    /// Not at all.
    Kept,
}

/// The way to show `media_type`.
pub fn of(media_type: &str) -> Shown {
    match media_type {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp" | "image/svg+xml" => {
            Shown::Image
        }
        "audio/mpeg" | "audio/mp4" | "audio/ogg" | "audio/wav" | "audio/flac" | "audio/webm" | "audio/aac" => {
            Shown::Audio
        }
        "video/mp4" | "video/webm" | "video/quicktime" | "video/ogg" => Shown::Video,
        "application/pdf" => Shown::Pdf,
        "application/json"
        | "application/xml"
        | "application/x-ipynb+json"
        | "application/sql"
        | "application/toml"
        | "application/yaml"
        | "application/x-sh"
        | "application/x-tex" => Shown::Text,
        text if text.starts_with("text/") => Shown::Text,
        _ => Shown::Kept,
    }
}

impl Shown {
    /// The icon and the word for it.
    pub fn glyph_and_word(self) -> (Glyph, &'static str) {
        match self {
            Self::Image => (Glyph::Image, t::media::kind_image()),
            Self::Audio => (Glyph::Sound, t::media::kind_audio()),
            Self::Video => (Glyph::Video, t::media::kind_video()),
            Self::Pdf => (Glyph::File, t::media::kind_pdf()),
            Self::Text => (Glyph::File, t::media::kind_text()),
            Self::Kept => (Glyph::File, t::media::kind_other()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, of};

    #[test]
    fn a_page_is_only_ever_shown_as_its_characters() {
        assert_eq!(of("text/html"), Shown::Text);
        assert_eq!(of("application/xhtml+xml"), Shown::Kept);
        assert_eq!(of("application/javascript"), Shown::Kept);
        assert_eq!(of("image/x-anything"), Shown::Kept);
    }
}
