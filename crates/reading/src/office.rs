//! Documents that are XML in a ZIP: Office Open XML (ECMA-376) and OpenDocument (OASIS, ISO 26300).
//!
//! What they say is read, not how it looks. Formulas, scripts and links are not followed; words that were deleted, comments,
//! speaker notes, hidden sheets and hidden slides are left out: they are not what the document shows.

mod clock;
mod flow;
mod format;
mod open_document;
mod package;
mod sheet;
mod skipped;
mod slides;
mod word;
mod xml;

use std::io::{Read, Seek};

use crate::block::Reading;
use crate::page::Page;
use crate::read::Fault;
use package::Package;

pub(crate) fn read(input: impl Read + Seek) -> Result<Reading, Fault> {
    let mut package = Package::open(input)?;
    let mut page = Page::new();
    if package.has("word/document.xml") {
        word::read(&mut package, &mut page)?;
    } else if package.has("ppt/presentation.xml") {
        slides::read(&mut package, &mut page)?;
    } else if package.has("xl/workbook.xml") {
        sheet::read(&mut package, &mut page)?;
    } else if package.has("content.xml") {
        open_document::read(&mut package, &mut page)?;
    } else {
        return Err(Fault::Damaged);
    }
    Ok(page.end())
}
