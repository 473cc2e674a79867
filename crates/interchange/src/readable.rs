//! The readable copies in a ZIP: JSON for programs, tables for spreadsheets, words for people, and a folder a piece.
//! Nothing of it is read back; the log beside it is the truth.

mod json;
mod own;
mod paths;
mod readme;
mod submissions;
mod tables;
mod weeks;
mod written;

use chrono::{DateTime, Utc};
use portfolio::framework::Frameworks;
use portfolio::{ItemId, Portfolio};
use replica::segment::SegmentName;
use replica::{DeviceId, RootFile};

use crate::archive::{
    CAIRN, Content, EVIDENCE_TABLE, GOALS_TABLE, LOG, PORTFOLIO, Plan, Planned, README, TIME_TABLE, WEEKS_TABLE,
};
use paths::Paths;

/// What a ZIP is made of.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The learner's portfolio.
    pub portfolio: &'a Portfolio,
    /// The adopted frameworks, for the names of competencies.
    pub frameworks: &'a Frameworks,
    /// The root files of the portfolio: one, or several if it was joined with another.
    pub roots: &'a [RootFile],
    /// Every segment there is. Ops that are in none yet would be missing from the ZIP.
    pub segments: &'a [(DeviceId, SegmentName)],
    /// The fingerprint of the state the segments fold to, as it is shown.
    pub fingerprint: &'a str,
    /// Now.
    pub made: DateTime<Utc>,
}

/// The entries of the ZIP, in order: words, tables, the log, frameworks, then the files of the pieces.
///
/// # Errors
/// Only when JSON cannot be written, which none of these values causes.
pub fn plan(contents: &Contents<'_>) -> Result<Plan, serde_json::Error> {
    let paths = Paths::of(contents.portfolio);
    let text = |path: &str, text: String| Planned { path: path.to_owned(), content: Content::Text(text) };
    let mut entries = vec![
        text(README, readme::words(contents)),
        text(PORTFOLIO, json::portfolio(contents, &paths)?),
        text(EVIDENCE_TABLE, tables::evidence(contents, &paths)),
        text(GOALS_TABLE, tables::goals(contents)),
        text(WEEKS_TABLE, tables::weeks(contents)),
        text(TIME_TABLE, tables::time(contents)),
    ];
    for root in contents.roots {
        entries.push(text(&format!("{CAIRN}{}", RootFile::name(root.root)), serde_json::to_string(root)?));
    }
    entries.extend(contents.segments.iter().map(|(device, name)| segment(*device, *name)));
    entries.extend(own::files(contents)?);
    entries.extend(paths.texts(contents.portfolio));
    entries.extend(paths.files(contents.portfolio));
    Ok(Plan::of(contents.made, entries))
}

/// A competency by its code and name, as far as its framework is known.
pub(crate) fn named(id: &ItemId, frameworks: &Frameworks) -> String {
    let name = frameworks.name(id);
    match frameworks.known(id).and_then(|item| item.code.as_ref()) {
        Some(code) => format!("{code} {name}"),
        None => name,
    }
}

fn segment(device: DeviceId, name: SegmentName) -> Planned {
    let path = format!("{LOG}{device}/{name}");
    Planned { path, content: Content::Segment { device: device.to_string(), name: name.to_string(), size: name.bytes } }
}
