//! What was measured in the browser, as a table.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::statistics::{median, p95};

/// Fewer would say nothing about the slow ones.
const FEWEST: usize = 9;

/// What a test kept: the app and the floor, run by run.
#[derive(Deserialize)]
struct Row {
    unit: String,
    app: Vec<f64>,
    floor: Vec<f64>,
}

/// A row: the file that a test kept it in, its words, and what it should be.
const ROWS: [(&str, &str, &str); 32] = [
    ("start", "warm offline start", "1.5x, 150 ms"),
    ("decade-first", "ten years: first screen", "150 ms"),
    ("decade-open", "  until they are open", "500 ms"),
    ("decade-found", "  a piece found at a quarter of the speed", "900 ms"),
    ("decade-slow", "  until they are open at that speed", ""),
    ("decade-tasks", "  longest task over 50 ms", "none"),
    ("decade-heap", "  memory of wasm, JavaScript", "40 MB"),
    ("scroll", "  frames over 50 ms in its gallery", "floor"),
    ("elements", "  elements of the page there", ""),
    ("search", "  a letter of a search", "50 ms"),
    ("palette-tasks", "  longest task over 50 ms in the palette", "none"),
    ("save", "intent to saved", ""),
    ("import", "framework of 1,037 items", ""),
    ("pace", "Pace of ten years, 2,000 ways on", ""),
    ("map-1000", "map of 1,000 and 3,000 trails", ""),
    ("map-1000-tasks", "  longest task over 50 ms", "none"),
    ("map-1000-frames", "  frames over 50 ms when moved", "floor"),
    ("map-1000-goal", "  a goal chosen on it", ""),
    ("map-1000-steps", "  what could be next", ""),
    ("map-10000", "map of 10,000 and 30,000 trails", ""),
    ("map-10000-tasks", "  longest task over 50 ms", "none"),
    ("map-10000-frames", "  frames over 50 ms when moved", "floor"),
    ("map-10000-goal", "  a goal chosen on it", ""),
    ("map-10000-steps", "  what could be next", ""),
    ("media", "file of 1 GB", "1.3x"),
    ("media-hashed", "  beside copying and hashing it", ""),
    ("memory", "  memory that 2 GB take", "64 MB"),
    ("thumbs", "200 photos with thumbnails", ""),
    ("film", "film of 1 GB to its first frame", ""),
    ("document", "document of 500 pages", ""),
    ("write", "keystroke to paint", "16 ms"),
    ("look", "  until its look is painted", ""),
];

/// The rows that were measured. A row that was left out on purpose is not there.
pub fn table(results: &Path) -> Result<String> {
    let mut table = String::new();
    let heads = ["app p50", "p95", "floor p50", "p95", "ratio"];
    write!(table, "{:<34} {:>4}", "in the browser", "runs")?;
    for head in heads {
        write!(table, " {head:>10}")?;
    }
    writeln!(table, "  budget")?;
    for (name, words, budget) in ROWS {
        let path = results.join(format!("{name}.json"));
        if path.exists() {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let row: Row = serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))?;
            writeln!(table, "{}", line(words, &row, budget)?)?;
        }
    }
    Ok(table)
}

fn line(words: &str, row: &Row, budget: &str) -> Result<String> {
    let Row { unit, app, floor } = row;
    ensure!(app.len().min(floor.len()) >= FEWEST, "{words} was measured {} times only", app.len());
    let numbers = [median(app), p95(app), median(floor), p95(floor)].map(Option::unwrap_or_default);
    let [app_middle, _, floor_middle, _] = numbers;
    let mut line = format!("{words:<34} {:>4}", app.len());
    for number in numbers {
        write!(line, " {:>10}", format!("{number:.1} {unit}"))?;
    }
    // Nothing is no measure of something.
    let ratio = if floor_middle > 0.0 { format!("{:.2}", app_middle / floor_middle) } else { "-".to_owned() };
    write!(line, " {ratio:>10}  {budget}")?;
    Ok(line.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Row, line};

    #[test]
    fn a_line_has_both_sides_and_how_they_compare() {
        let row = Row { unit: "ms".into(), app: vec![3.0; 9], floor: vec![2.0; 9] };
        let line = line("save", &row, "2x").unwrap();
        assert_eq!(line.split_whitespace().collect::<Vec<_>>().join(" "), "save 9 3.0 ms 3.0 ms 2.0 ms 2.0 ms 1.50 2x");
    }

    #[test]
    fn where_the_floor_takes_nothing_there_is_no_ratio() {
        let row = Row { unit: "ms".into(), app: vec![0.0; 9], floor: vec![0.0; 9] };
        assert!(line("tasks", &row, "none").unwrap().ends_with(" -  none"));
    }

    #[test]
    fn a_few_runs_are_not_told() {
        assert!(line("save", &Row { unit: "ms".into(), app: vec![3.0; 8], floor: vec![2.0; 9] }, "").is_err());
    }
}
