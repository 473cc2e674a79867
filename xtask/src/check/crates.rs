//! Which crate may depend on which.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;

use super::source::none_of;
use crate::workspace::{Workspace, output};

/// Every crate of the workspace, and the others it may depend on.
const DIRECTIONS: [(&str, &[&str]); 19] = [
    ("drawing", &[]),
    ("portfolio", &["search"]),
    ("replica", &[]),
    ("ledger", &["portfolio", "replica"]),
    ("interchange", &["portfolio", "replica"]),
    ("media", &["interchange", "portfolio"]),
    ("reading", &["interchange"]),
    ("sync", &["replica"]),
    ("cli", &["interchange", "ledger", "portfolio", "replica", "sync"]),
    (
        "cairn-app",
        &[
            "drawing",
            "interchange",
            "ledger",
            "media",
            "platform",
            "portfolio",
            "reading",
            "replica",
            "search",
            "sync",
            "trail",
            "writing",
        ],
    ),
    ("platform", &["drawing", "interchange", "media", "reading", "replica", "sync"]),
    ("search", &[]),
    ("trail", &[]),
    ("workers", &["interchange", "ledger", "platform", "portfolio", "replica"]),
    ("writing", &[]),
    ("xtask", &["interchange", "ledger", "media", "portfolio", "replica"]),
    ("bindgen", &[]),
    ("shorten", &[]),
    ("split", &[]),
];

/// Crates that know no browser, clock, randomness or network: all these come in as arguments.
const PURE: [&str; 11] = [
    "portfolio",
    "replica",
    "ledger",
    "interchange",
    "drawing",
    "media",
    "reading",
    "search",
    "sync",
    "trail",
    "writing",
];

/// What a pure crate must not bring in, however indirectly.
const IMPURE: [&str; 14] = [
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
    "js-sys",
    "gloo-utils",
    "leptos",
    "leptos_router",
    "getrandom",
    "rand",
    "iana-time-zone",
    "tokio",
    "ureq",
    "reqwest",
    "hyper",
];

/// The names of Cairn's own crates.
pub(super) fn own() -> impl Iterator<Item = &'static str> {
    DIRECTIONS.iter().map(|(name, _)| *name)
}

/// Compares every edge with the directions.
pub fn check(workspace: &Workspace) -> Result<()> {
    let mut found = wrong_directions(&metadata(workspace)?)?;
    for pure in PURE {
        let brought = all_dependencies(workspace, pure)?;
        let impure = IMPURE.iter().filter(|name| brought.contains(**name));
        found.extend(impure.map(|impure| format!("{pure} is pure and brings in {impure}: see cargo tree -p {pure}")));
    }
    none_of(&found)
}

fn metadata(workspace: &Workspace) -> Result<Value> {
    let mut cargo = workspace.command("cargo");
    let said = output(cargo.args(["metadata", "--format-version", "1", "--no-deps", "--locked", "--offline"]))?;
    serde_json::from_slice(&said).context("cargo metadata is not JSON")
}

fn wrong_directions(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let own: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut found = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = DIRECTIONS.iter().find(|(of, _)| *of == name) else {
            found.push(format!("{name} has no place in xtask/src/check/crates.rs"));
            continue;
        };
        // Tests may use what they like.
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        let used = dependencies.filter(|dependency| dependency["kind"] != "dev");
        let used = used.filter_map(|dependency| dependency["name"].as_str()).filter(|used| own.contains(used));
        found
            .extend(used.filter(|used| !allowed.contains(used)).map(|used| format!("{name} may not depend on {used}")));
    }
    Ok(found)
}

/// Everything that a crate brings into a build, by name.
fn all_dependencies(workspace: &Workspace, name: &str) -> Result<BTreeSet<String>> {
    let mut cargo = workspace.command("cargo");
    cargo.args(["tree", "--package", name, "--edges", "normal", "--target", "wasm32-unknown-unknown"]);
    let said = output(cargo.args(["--prefix", "none", "--format", "{p}", "--locked", "--offline"]))?;
    let names = String::from_utf8(said)?;
    Ok(names.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_edge_against_the_direction_is_found() {
        let package = |name: &str, kind: &str| json!({ "name": name, "dependencies": [{ "name": "portfolio", "kind": kind }, { "name": "serde", "kind": null }] });
        let metadata = json!({ "packages": [
            package("sync", "normal"),
            package("replica", "dev"),
            package("cli", "normal"),
            { "name": "portfolio", "dependencies": [] },
        ]});
        assert_eq!(wrong_directions(&metadata).unwrap(), ["sync may not depend on portfolio"]);
    }
}
