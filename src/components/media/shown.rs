//! How a media type is shown. The list is closed: what is not on it is offered as a copy and never handed to the browser as
//! something to run or navigate to. A type may have come from another device, so it is checked here again.

use reading::Kind;

use crate::i18n::t;
use crate::ui::icon::Glyph;

/// The media type of drawings.
pub const DRAWING: &str = "image/svg+xml";

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
    /// By what it says: its characters, or what is found in them.
    Read(Kind),
    /// Not at all.
    Kept,
}

/// The way to show `media_type`.
pub fn of(media_type: &str) -> Shown {
    match media_type {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp" | DRAWING => Shown::Image,
        "audio/mpeg" | "audio/mp4" | "audio/ogg" | "audio/wav" | "audio/flac" | "audio/webm" | "audio/aac" => {
            Shown::Audio
        }
        "video/mp4" | "video/webm" | "video/quicktime" | "video/ogg" => Shown::Video,
        "application/pdf" => Shown::Pdf,
        other => Kind::of(other).map_or(Shown::Kept, Shown::Read),
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
            Self::Read(kind) => (Glyph::File, word(kind)),
            Self::Kept => (Glyph::File, t::media::kind_other()),
        }
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Markdown => t::media::kind_text(),
        Kind::Code => t::reading::kind_code(),
        Kind::Table => t::reading::kind_table(),
        Kind::Notebook => t::reading::kind_notebook(),
        Kind::Archive => t::reading::kind_archive(),
        Kind::Document => t::reading::kind_document(),
        Kind::Slides => t::reading::kind_slides(),
        Kind::Sheets => t::reading::kind_sheets(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Shown, of};

    #[test]
    fn a_page_is_only_ever_shown_as_its_characters() {
        assert_eq!(of("text/html"), Shown::Read(Kind::Code));
        assert_eq!(of("application/xhtml+xml"), Shown::Kept);
        assert_eq!(of("application/javascript"), Shown::Kept);
        assert_eq!(of("image/x-anything"), Shown::Kept);
    }
}
