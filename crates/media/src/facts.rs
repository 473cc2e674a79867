//! What a file says of itself that a learner wants to see: how large, how long, how many pages.

mod pictures;
mod repeats;
mod svg;

use std::io::{self, Read, Seek};

use crate::fault::Fault;
use crate::input::Input;
use crate::{Format, heif, movie, office, pdf, webm};

/// What is known of a file; what it does not say for certain is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Pixels from left to right, as it is shown.
    pub width: Option<u64>,
    /// Pixels from top to bottom, as it is shown.
    pub height: Option<u64>,
    /// How long it is, in milliseconds.
    pub ms: Option<u64>,
    /// Pages of a document, slides of a talk.
    pub pages: Option<u64>,
    /// Whether showing it as a picture may keep a page from everything else: an SVG may ask for a billion shapes, and what is not
    /// understood for anything.
    pub is_heavy: bool,
}

impl Facts {
    /// Those of a picture, of which only a size is known that it can be shown in.
    pub(crate) fn of_size(size: Option<(u64, u64)>) -> Self {
        let (width, height) = size.filter(|(width, height)| *width > 0 && *height > 0).unzip();
        Self { width, height, ..Self::default() }
    }
}

/// Reads what a file says of itself. Nothing is decoded, and nothing is believed that would have to be unpacked at length.
///
/// # Errors
/// What reading says. A file that is not understood is no error: nothing is known of it.
pub fn facts(file: impl Read + Seek) -> io::Result<Facts> {
    match read(file) {
        Ok(facts) => Ok(facts),
        Err(Fault::Kept(_)) => Ok(Facts::default()),
        Err(Fault::Io(error)) => Err(error),
    }
}

fn read(file: impl Read + Seek) -> Result<Facts, Fault> {
    let mut input = Input::new(file)?;
    let Some(format) = Format::of(&mut input)? else { return Ok(Facts { is_heavy: true, ..Facts::default() }) };
    match format {
        Format::Jpeg => pictures::jpeg(&mut input),
        Format::Png => pictures::png(&mut input),
        Format::WebP => pictures::webp(&mut input),
        Format::Gif => pictures::gif(&mut input),
        Format::Heif => heif::facts(&mut input),
        Format::Svg => svg::read(&mut input),
        Format::Movie => movie::facts(&mut input),
        Format::WebM => webm::facts(&mut input),
        Format::Wav => pictures::wav(&mut input),
        Format::Pdf => pdf::facts(&mut input),
        Format::Package => office::facts(&mut input),
    }
}
