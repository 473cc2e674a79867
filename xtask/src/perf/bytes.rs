//! What travels before the page can be used, from the report that lies in every build.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::dist::APP;

#[derive(Deserialize)]
struct Build {
    quick: bool,
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    name: String,
    early: bool,
    bytes: u64,
    br: Option<u64>,
}

/// What is counted, the most it should be, and which files it is.
type Line = (&'static str, u64, fn(&File) -> bool);

const LINES: [Line; 4] = [
    ("the app's wasm", 300_000, |file| file.early && file.name.starts_with(APP) && file.name.ends_with(".wasm")),
    ("the JavaScript that starts it", 15_000, |file| file.early && file.name.ends_with(".js")),
    ("the style sheet", 15_000, |file| file.early && file.name.ends_with(".css")),
    ("all before the page can be used", 350_000, |file| file.early),
];

/// The table of bytes sent, with brotli.
pub fn table(dist: &Path) -> Result<String> {
    let path = dist.join("build.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let build: Build = serde_json::from_str(&text).with_context(|| format!("{} is no report", path.display()))?;
    ensure!(!build.quick, "{} was built for a look while working: its sizes say nothing", dist.display());
    let mut table = String::new();
    writeln!(table, "{:<34} {:>10} {:>10} {:>7}", "bytes sent", "app", "budget", "ratio")?;
    for (what, budget, counts) in LINES {
        let sent: u64 = build.files.iter().filter(|file| counts(file)).map(|file| file.br.unwrap_or(file.bytes)).sum();
        writeln!(table, "{what:<34} {sent:>10} {budget:>10} {:>7.2}", sent as f64 / budget as f64)?;
    }
    Ok(table)
}
