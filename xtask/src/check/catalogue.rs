//! The words of the app: the same in every language, and each of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::source::{around, in_name, lines, none_of};
use crate::dist::files;
use crate::workspace::Workspace;

const FIRST: &str = "en";
const OTHERS: [&str; 1] = ["es"];

/// For each message (`today.title`), the placeholders that its text holds.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

/// Compares the languages with each other and with what the app uses.
pub fn check(workspace: &Workspace) -> Result<()> {
    let first = read(&workspace.root().join("locales").join(FIRST))?;
    ensure!(!first.is_empty(), "locales/{FIRST} holds no words");
    let mut found = Vec::new();
    for language in OTHERS {
        let other = read(&workspace.root().join("locales").join(language))?;
        found.extend(differences(&first, &other, language));
    }
    let code: String = lines(workspace, "src")?.into_iter().map(|line| line.text + "\n").collect();
    let unused = first.keys().filter(|message| !uses(&code, message));
    found.extend(unused.map(|message| format!("{message} is said nowhere")));
    none_of(&found)
}

fn read(folder: &Path) -> Result<Catalogue> {
    let mut catalogue = Catalogue::new();
    for path in files::within(folder)? {
        let text = fs::read_to_string(folder.join(&path)).with_context(|| format!("reading {}", path.display()))?;
        let place: BTreeMap<String, Value> =
            serde_json::from_str(&text).with_context(|| format!("{} is no catalogue", path.display()))?;
        let name = path.with_extension("");
        catalogue
            .extend(place.into_iter().map(|(key, said)| (format!("{}.{key}", name.display()), placeholders(&said))));
    }
    Ok(catalogue)
}

/// Everything between braces, in all plural forms together.
fn placeholders(said: &Value) -> BTreeSet<String> {
    match said {
        Value::String(text) => {
            let opened = text.split('{').skip(1);
            opened.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
        }
        Value::Object(forms) => forms.values().flat_map(placeholders).collect(),
        _ => BTreeSet::new(),
    }
}

fn differences(first: &Catalogue, other: &Catalogue, language: &str) -> Vec<String> {
    let missing = first.keys().filter(|message| !other.contains_key(*message));
    let added = other.keys().filter(|message| !first.contains_key(*message));
    let changed = first.iter().filter(|(message, names)| other.get(*message).is_some_and(|other| other != *names));
    missing
        .map(|message| format!("{message} is missing in {language}"))
        .chain(added.map(|message| format!("{message} is in {language} alone")))
        .chain(changed.map(|(message, names)| format!("{message} does not have {names:?} in {language}")))
        .collect()
}

/// Whether the code calls the function that the build makes of a message: `t::today::title(`, or names it as a function.
fn uses(code: &str, message: &str) -> bool {
    let function = message.replace('.', "::").replace('-', "_");
    around(code, &function).any(|(_, after)| !after.starts_with(in_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn catalogue(messages: &[(&str, Value)]) -> Catalogue {
        messages.iter().map(|(name, said)| ((*name).to_owned(), placeholders(said))).collect()
    }

    #[test]
    fn a_word_missing_added_or_told_less_is_found() {
        let first = catalogue(&[("a.x", json!("one {n}")), ("a.y", json!({ "one": "{n} way", "other": "{n} ways" }))]);
        assert!(differences(&first, &first, "es").is_empty());
        let other = catalogue(&[("a.x", json!("uno")), ("a.z", json!("otra"))]);
        let found = differences(&first, &other, "es");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_word_is_used_by_its_whole_name() {
        assert!(uses("t::today::title()", "today.title"));
        assert!(!uses("t::today::title_long()", "today.title"));
    }
}
