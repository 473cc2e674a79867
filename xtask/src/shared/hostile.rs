//! Files that mean harm or are broken: each is refused with a reason, or told for what it is.

use std::io::Cursor;

use anyhow::{Context, Result, bail, ensure};
use interchange::archive::{Import, ImportError, Why};
use interchange::case::{self, CaseError, Kind};
use interchange::csv;
use interchange::media_type;
use interchange::zip::{Archive, Limits, Refusal};

use super::Shared;
use super::frameworks::{count, read};

/// Circles, repeated identifiers, links into nothing, and 10,000 brackets.
pub fn packages(shared: &Shared) -> Result<()> {
    let cycle = read(shared, "hostile/case-precedes-cycle.json")?.summary;
    let sizes: Vec<usize> = cycle.cycles.iter().map(Vec::len).collect();
    ensure!(
        cycle.prerequisites == 6 && sizes == [3, 1],
        "circles of {sizes:?} in {} prerequisites",
        cycle.prerequisites
    );

    let repeated = read(shared, "hostile/case-duplicate-ids.json")?;
    for kind in [Kind::SameIdentifier, Kind::SameIdentifierOtherCase, Kind::RepeatedItem, Kind::RepeatedAssociation] {
        ensure!(count(&repeated, kind) == 1, "{kind:?} was found {} times", count(&repeated, kind));
    }
    ensure!(repeated.summary.items == 5 && repeated.source.items.len() == 4, "an exact repetition is one item");

    let dangling = read(shared, "hostile/case-dangling-links.json")?;
    ensure!(dangling.summary.dangling == 4 && dangling.summary.roots == 3, "{:?}", dangling.summary);
    ensure!(count(&dangling, Kind::UndefinedItemType) == 1, "the type that nobody defined was not noticed");

    match case::read(&shared.read("hostile/json-deep-10000.json")?) {
        Err(CaseError::TooDeep) => Ok(()),
        Err(other) => bail!("10,000 brackets are refused as {other}"),
        Ok(_) => bail!("10,000 brackets were read"),
    }
}

/// Names that lead out, names that come twice, a bomb of archives in archives.
pub fn archives(shared: &Shared) -> Result<()> {
    let refused = |file: &str, wanted: &[Why]| -> Result<()> {
        match Import::open(Cursor::new(shared.read(file)?), &Limits::default()) {
            Err(ImportError::NoRoot { bad }) => {
                let why: Vec<Why> = bad.into_iter().map(|bad| bad.why).collect();
                ensure!(why == wanted, "{file}: {why:?}");
                Ok(())
            }
            Err(other) => bail!("{file} is refused as {other}"),
            Ok(_) => bail!("{file} was opened as a portfolio"),
        }
    };
    refused("hostile/zip-traversal.zip", &[Why::Refused(Refusal::UnsafeName); 4])?;
    refused("hostile/zip-duplicate-names.zip", &[Why::Refused(Refusal::RepeatedName)])?;
    // Inner archives are files like any other: nobody unpacks them.
    refused("hostile/zip-bomb-nested.zip", &[])?;
    let repeated = Archive::open(Cursor::new(shared.read("hostile/zip-duplicate-names.zip")?), &Limits::default())?;
    ensure!(repeated.entries().len() == 3, "both of one name, and another: {}", repeated.entries().len());
    Ok(())
}

/// What each file is by its bytes, and whether its name says something else.
const TOLD: [(&str, &str, bool); 12] = [
    ("svg-script.svg", "image/svg+xml", false),
    ("page-script.html", "text/html", false),
    ("polyglot-gif-js.gif", "image/gif", false),
    ("png-content.jpg", "image/png", true),
    ("html-content.png", "text/html", true),
    ("zip-bomb-nested.zip", "application/zip", false),
    ("csv-formulas.csv", "text/csv", false),
    ("truncated.mp4", "video/mp4", false),
    ("truncated.jpg", "image/jpeg", false),
    ("empty.pdf", "application/octet-stream", true),
    ("holiday-photo\u{202e}gpj.exe", "text/plain", true),
    ("links-and-html.md", "text/markdown", false),
];

/// The bytes decide, not the name.
pub fn files(shared: &Shared) -> Result<()> {
    for (name, mime, contradicts) in TOLD {
        let found = media_type::sniff(&shared.read(&format!("hostile/{name}"))?, name);
        let told = (found.mime, media_type::contradiction(name, found.mime).is_some());
        ensure!(told == (mime, contradicts), "{name}: {found:?}");
    }
    Ok(())
}

/// What was in a hostile table does not run from one of ours, and numbers stay numbers.
pub fn cells(shared: &Shared) -> Result<()> {
    let text = String::from_utf8(shared.read("hostile/csv-formulas.csv")?)?;
    let cells: Vec<&str> = text.lines().flat_map(|line| line.split(',')).map(|cell| cell.trim_matches('"')).collect();
    let starts = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '@']);
    ensure!(cells.iter().any(|cell| starts(cell)), "the file has no formula");
    for cell in cells {
        let written = csv::table(["cell"], [[cell.to_owned()]]);
        let row = written.lines().nth(1).context("the cell is missing")?;
        ensure!(!starts(row), "{cell} leaves as {row}");
    }
    Ok(())
}
