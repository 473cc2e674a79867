//! Real frameworks: nothing of them is lost, and both ways to read them say the same.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use interchange::case::{self, Kind, Reading};
use serde_json::Value;

use super::{Shared, files_of, listing};
use crate::workspace::output;

/// What a framework's file holds.
#[derive(Debug, PartialEq, Eq)]
struct Measured {
    items: usize,
    associations: BTreeMap<String, usize>,
    roots: usize,
    dangling: usize,
}

pub fn read(shared: &Shared, file: &str) -> Result<Reading> {
    case::read(&shared.read(file)?).with_context(|| format!("{file} was not read"))
}

pub fn count(reading: &Reading, kind: Kind) -> usize {
    reading.deviations.iter().find(|met| met.kind == kind).map_or(0, |met| met.count)
}

/// The README's table of measures against the reader, and the reader against the command line.
pub fn measured(shared: &Shared) -> Result<()> {
    let listed: BTreeMap<String, Measured> = listing::rows(shared, "frameworks")?
        .into_iter()
        .filter_map(|(name, cells)| Some((name, expected(&cells)?)))
        .collect();
    for (name, path) in files_of(&shared.folder.join("frameworks"))? {
        let reading = read(shared, &format!("frameworks/{name}"))?;
        let summary = &reading.summary;
        let is = Measured {
            items: summary.items,
            associations: summary.associations.clone(),
            roots: summary.roots,
            dangling: summary.dangling,
        };
        let wanted = listed.get(&name).with_context(|| format!("{name} was not measured"))?;
        ensure!(is == *wanted, "{name}: {is:?} instead of {wanted:?}");
        ensure!(
            reading.source.items.len() == is.items,
            "{name}: of {} items {} are left",
            is.items,
            reading.source.items.len()
        );
        ensure!(!summary.title.is_empty() && summary.cycles.is_empty(), "{name} has no title, or a circle");

        let said: Value = serde_json::from_slice(&output(
            Command::new(&shared.cairn).args(["framework", "check", "--json"]).arg(&path),
        )?)?;
        ensure!(
            said["items"] == is.items && said["roots"] == is.roots && said["dangling"] == is.dangling,
            "{name}: the command line says {said}"
        );
        ensure!(
            said["associations"] == serde_json::to_value(&is.associations)?,
            "{name}: the command line says {said}"
        );
        ensure!(said["title"] == summary.title.as_str(), "{name}: the command line says {said}");
    }
    Ok(())
}

/// `CASE | 16 | 39: exactMatchOf 16, isChildOf 16 | 2 (2 / 0 / 0) | 3 | yes | yes | 21 / 21 / 20 | …`: the numbers of ends,
/// associations and nodes that dangle stand in the last of these.
fn expected(cells: &[String]) -> Option<Measured> {
    let (_, kinds) = cells.get(2)?.split_once(": ")?;
    let kind =
        |words: &str| words.rsplit_once(' ').and_then(|(kind, count)| Some((kind.to_owned(), count.parse().ok()?)));
    Some(Measured {
        items: cells.get(1)?.parse().ok()?,
        associations: kinds.split(", ").filter_map(kind).collect(),
        roots: cells.get(3)?.split(' ').next()?.parse().ok()?,
        dangling: cells.get(7)?.split(" / ").nth(1)?.parse().ok()?,
    })
}

/// A package with rubrics gives its items the words of their levels.
pub fn rubrics(shared: &Shared) -> Result<()> {
    let reading = read(shared, "frameworks/opencase-round-trip-rubrics.json")?;
    let worded = reading.source.items.iter().filter(|item| !item.levels.is_empty()).count();
    ensure!(worded == 7, "{worded} items have words for their levels");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::expected;

    #[test]
    fn the_table_of_measures_is_read() {
        let cells = ["CASE", "16", "19: isChildOf 16, precedes 3", "2 (2 / 0 / 0)", "3", "yes", "yes", "21 / 20 / 19"];
        let measured = expected(&cells.map(str::to_owned)).unwrap();
        assert_eq!((measured.items, measured.roots, measured.dangling), (16, 2, 20));
        assert_eq!(
            measured.associations.into_iter().collect::<Vec<_>>(),
            [("isChildOf".into(), 16), ("precedes".into(), 3)]
        );
        assert!(expected(&["1422863".to_owned(), "`73c1`".to_owned()]).is_none());
    }
}
