//! Which pieces lie in one file.
//!
//! The splitter makes a piece for every set of parts that share code, many of them smaller than the request for them would be.

use std::collections::BTreeSet;

/// The part that opens the portfolio. Every visit needs it, before any other.
const FIRST: &str = "start";

/// How many bytes may be loaded in vain so that there is one file less, counted over all parts. They are bytes before wasm-opt, so that
/// about a third of them is sent.
const BEARABLE: usize = 80 * 1024;

/// Pieces that are fetched together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Their names.
    pub pieces: BTreeSet<String>,
    /// Bytes, before wasm-opt.
    pub weight: usize,
    /// The parts that need any of them.
    pub needed_by: BTreeSet<String>,
}

/// Joins files until the next join would be too dear. All that the first part needs becomes one file: the others find it there already.
pub fn gather(files: Vec<File>) -> Vec<File> {
    let (first, mut others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.needed_by.contains(FIRST));
    while let Some((one, other)) = cheapest(&others) {
        let joined = others.swap_remove(one).and(others.swap_remove(other));
        others.push(joined);
    }
    others.extend(first.into_iter().reduce(File::and));
    others
}

/// The two files, the later of them first, whose join lets parts load least in vain, if that is bearable.
fn cheapest(files: &[File]) -> Option<(usize, usize)> {
    let pairs = (0..files.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let priced = pairs.map(|(one, other)| (files[one].in_vain_with(&files[other]), one, other));
    priced.filter(|(price, ..)| *price <= BEARABLE).min().map(|(_, one, other)| (one, other))
}

impl File {
    /// The first part's file is named after it, any other after the parts that need it: no two are needed by the same parts, because
    /// joining them would cost nothing.
    pub fn name(&self) -> String {
        if self.needed_by.contains(FIRST) {
            return FIRST.to_owned();
        }
        let parts: Vec<&str> = self.needed_by.iter().map(String::as_str).collect();
        parts.join("-")
    }

    fn and(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self.weight += other.weight;
        self.needed_by.extend(other.needed_by);
        self
    }

    /// The bytes that parts would load without need if this file and the other were one.
    fn in_vain_with(&self, other: &Self) -> usize {
        let in_one_only = |one: &Self, other: &Self| one.needed_by.difference(&other.needed_by).count();
        in_one_only(self, other) * other.weight + in_one_only(other, self) * self.weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(piece: &str, weight: usize, needed_by: &[&str]) -> File {
        let needed_by = needed_by.iter().map(|part| (*part).to_owned()).collect();
        File { pieces: [piece.to_owned()].into(), weight, needed_by }
    }

    fn names(files: &[File]) -> BTreeSet<String> {
        files.iter().map(File::name).collect()
    }

    #[test]
    fn all_that_the_first_part_needs_is_one_file() {
        let heavy = 100 * BEARABLE;
        let files = gather(vec![
            file("first", heavy, &["start"]),
            file("shared", heavy, &["start", "work"]),
            file("work", heavy, &["work"]),
            file("everywhere", 1, &["case", "start", "work"]),
        ]);
        assert_eq!(names(&files), ["start".to_owned(), "work".to_owned()].into());
        let first = files.iter().find(|file| file.name() == "start").unwrap();
        assert_eq!(first.pieces, ["everywhere", "first", "shared"].map(str::to_owned).into());
        assert_eq!(first.needed_by.len(), 3);
    }

    #[test]
    fn small_files_do_not_stand_alone() {
        let files = gather(vec![
            file("small", 100, &["case", "work"]),
            file("smaller", 50, &["case", "settings", "work"]),
            file("case", 2 * BEARABLE, &["case"]),
            file("settings", 2 * BEARABLE, &["settings"]),
            file("work", 2 * BEARABLE, &["work"]),
        ]);
        let expected = ["case", "case-settings-work", "settings", "work"];
        assert_eq!(names(&files), expected.map(str::to_owned).into());
    }

    #[test]
    fn nothing_heavy_is_loaded_in_vain() {
        let files = vec![
            file("shared", BEARABLE + 1, &["case", "work"]),
            file("case", BEARABLE + 1, &["case"]),
            file("work", BEARABLE + 1, &["work"]),
        ];
        assert_eq!(gather(files.clone()), files);
    }

    #[test]
    fn files_that_the_same_parts_need_are_one() {
        let heavy = 100 * BEARABLE;
        let files = gather(vec![file("one", heavy, &["case", "work"]), file("other", heavy, &["work", "case"])]);
        assert_eq!(
            files,
            [File { pieces: ["one".into(), "other".into()].into(), ..file("", 2 * heavy, &["case", "work"]) }]
        );
    }
}
