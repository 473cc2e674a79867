//! Documents that are files in a ZIP: Office Open XML (docx, pptx, xlsx) and OpenDocument (odt, odp, ods).

mod clean;
mod properties;

use std::io::{Read, Seek};

use interchange::zip::{Archive, CopyError, Limits, ZipError};

use crate::facts::Facts;
use crate::fault::{Fault, Kept};
use crate::input::Input;

pub(crate) use clean::clean;

/// A document has some hundred files in it, and its properties are short.
const LIMITS: Limits =
    Limits { entries: 20_000, directory_bytes: 8 << 20, entry_bytes: 4 << 30, total_bytes: 64 << 30, ratio: 1000 };

/// The most bytes of one of its files that are read.
const READ: usize = 1 << 20;

/// Files that tell how many pages there are.
const TELL_PAGES: [&str; 2] = ["docProps/app.xml", "meta.xml"];

pub(crate) fn facts<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let mut archive = open(input)?;
    // A talk's own count is often that of the talk it was made from.
    let slides = archive.entries().iter().filter(|entry| is_slide(&entry.name)).count();
    if slides > 0 {
        return Ok(Facts { pages: Some(slides as u64), ..Facts::default() });
    }
    let tells = |entry: &interchange::zip::Entry| TELL_PAGES.contains(&entry.name.as_str());
    let Some(index) = archive.entries().iter().position(tells) else { return Ok(Facts::default()) };
    Ok(Facts { pages: properties::pages(&text(&mut archive, index)?), ..Facts::default() })
}

/// Whether a file is a slide: `ppt/slides/slide12.xml`.
fn is_slide(name: &str) -> bool {
    let number = name.strip_prefix("ppt/slides/slide").and_then(|name| name.strip_suffix(".xml"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The ZIP, if it says that it is a document.
fn open<R: Read + Seek>(input: &mut Input<R>) -> Result<Archive<&mut R>, Fault> {
    let archive = Archive::open(input.inner(), &LIMITS).map_err(|error| match error {
        ZipError::Io(error) => Fault::Io(error),
        ZipError::NotAZip => Kept::CutOff.into(),
        _ => Kept::Unusual.into(),
    })?;
    let is_document = |name: &str| name == "[Content_Types].xml" || name == "mimetype";
    if !archive.entries().iter().any(|entry| is_document(&entry.name)) {
        return Err(Kept::UnknownFormat.into());
    }
    Ok(archive)
}

/// A file of the document as text.
fn text<R: Read + Seek>(archive: &mut Archive<&mut R>, index: usize) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    let taken = archive.copy(index, |piece| {
        bytes.extend_from_slice(piece);
        if bytes.len() > READ { Err(Kept::TooLarge) } else { Ok(()) }
    });
    match taken {
        Ok(()) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(CopyError::Io(error)) => Err(error.into()),
        Err(CopyError::Taker(why)) => Err(why.into()),
        Err(CopyError::Refused(_) | CopyError::Damaged) => Err(Kept::Damaged.into()),
    }
}
