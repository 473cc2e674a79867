//! PDF (ISO 32000-1): how many pages there are, and who made it. Only objects that lead there are read.

mod objects;
mod values;
mod xref;

use std::io::{Read, Seek};

use crate::facts::Facts;
use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::privacy::{Private, Report};
use objects::Document;
use values::Value;

/// What a PDF says of itself, by what it tells.
const TELLS: [(Private, &[&str]); 3] = [
    (Private::Author, &["Author"]),
    (Private::Software, &["Creator", "Producer"]),
    (Private::Comment, &["Title", "Subject", "Keywords"]),
];

/// More pages than anybody hands in.
const MOST_PAGES: i64 = 100_000;

/// The number of pages, if the document says it.
pub(crate) fn facts<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let mut document = Document::open(input)?;
    let root = document.trailer("Root")?;
    let pages = document.member(&root, "Pages")?;
    let count = document.member(&pages, "Count")?;
    let count = count.whole().filter(|count| (1..=MOST_PAGES).contains(count));
    Ok(Facts { pages: count.and_then(|count| u64::try_from(count).ok()), ..Facts::default() })
}

/// Names who made it. Nothing is taken out: a PDF may be signed, and says the same in several places.
pub(crate) fn name<R: Read + Seek>(input: &mut Input<R>) -> Result<Report, Fault> {
    let mut report = Report::default();
    let mut document = Document::open(input)?;
    // Encrypted words are not words.
    if !matches!(document.trailer("Encrypt")?, Value::Null) {
        return Err(Kept::Unusual.into());
    }
    let info = document.trailer("Info")?;
    for (what, keys) in TELLS {
        for key in keys {
            if let Some(words) = document.member(&info, key)?.words() {
                report.found.stays(what, &words);
            }
        }
    }
    Ok(report)
}
