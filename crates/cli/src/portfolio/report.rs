//! What was found, for programs (JSON) and for people.

use std::fmt;

use serde::Serialize;

/// The whole report.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The portfolio's id, 32 hexadecimal digits; the least if it has several.
    pub root: String,
    /// How many devices wrote in it.
    pub devices: usize,
    /// How many segments were whole and folded.
    pub segments: usize,
    /// How many different ops they hold.
    pub ops: usize,
    /// How many pieces of evidence there are, those in the trash too.
    pub pieces: usize,
    /// How many artifacts there are: files, links and things done.
    pub artifacts: usize,
    /// How many times a piece was handed in, those taken back too.
    pub submissions: usize,
    /// How many of these were taken back.
    pub withdrawn: usize,
    /// How many bytes of files are here and whole: artifacts, their sources and small pictures, frameworks, and manifests of what was
    /// handed in; each file counts once.
    pub bytes: u64,
    /// The fingerprint of the state, 64 hexadecimal digits; Settings shows the same.
    pub state: String,
    /// What is not as it should be.
    pub bad: Vec<Bad>,
}

/// One thing that is not as it should be. It was left out; everything else was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Bad {
    /// A file, or a part of the portfolio.
    pub name: String,
    /// What is wrong with it.
    pub says: String,
}

impl Bad {
    /// `name` is bad, for the reason that `says` gives.
    pub fn new(name: impl Into<String>, says: impl Into<String>) -> Self {
        Self { name: name.into(), says: says.into() }
    }
}

/// A name may hold anything, line breaks and turns of the reading direction too, so it is shown escaped where it is not plain.
impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name.escape_debug(), self.says)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Portfolio {}", self.root)?;
        writeln!(
            f,
            "  {}, {}, {}",
            counted(self.devices, "device"),
            counted(self.segments, "segment"),
            counted(self.ops, "op")
        )?;
        writeln!(
            f,
            "  {}, {}, {} bytes of files",
            counted(self.pieces, "piece"),
            counted(self.artifacts, "artifact"),
            self.bytes
        )?;
        if self.submissions > 0 {
            writeln!(f, "  {}, {} taken back", counted(self.submissions, "submission"), self.withdrawn)?;
        }
        writeln!(f, "  state {}", self.state)?;
        if self.bad.is_empty() {
            return writeln!(f, "Everything was read, and every hash is right.");
        }
        writeln!(
            f,
            "{} not as it should be; everything else was read, and its hashes are right:",
            are(self.bad.len())
        )?;
        self.bad.iter().try_for_each(|bad| writeln!(f, "  {bad}"))
    }
}

fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

fn are(count: usize) -> String {
    if count == 1 { "1 thing is".into() } else { format!("{count} things are") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recipe_shows_all_that_is_reported() {
        let recipes = include_str!("../../../../docs/deploy.md");
        let shown = recipes.lines().find(|line| line.starts_with("{\"root\"")).expect("an example");
        let shown: serde_json::Value = serde_json::from_str(shown).expect("JSON");
        let bad = vec![Bad::new("", "")];
        let reported = serde_json::to_value(Report { bad, ..Report::default() }).expect("JSON");
        let names = |value: &serde_json::Value| value.as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
        assert_eq!(names(&shown), names(&reported));
        assert_eq!(names(&shown["bad"][0]), names(&reported["bad"][0]));
    }
}
