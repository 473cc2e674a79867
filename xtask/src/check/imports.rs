//! The layers of the app: `pages → components → ui` and `pages → state`. `platform`, a crate of its own, is open to all but `routes`.

use anyhow::Result;

use super::crates;
use super::source::{Line, around, in_name, lines, none_of};
use crate::workspace::Workspace;

/// Modules of the app, and what each may use besides itself.
const LAYERS: [(&str, &[&str]); 8] = [
    ("i18n", &[]),
    ("parts", &[]),
    ("ui", &["i18n"]),
    ("routes", &[]),
    ("state", &["i18n", "parts", "routes"]),
    ("components", &["i18n", "parts", "ui", "routes", "state"]),
    ("pages", &["i18n", "parts", "ui", "routes", "state", "components"]),
    ("app", &["i18n", "parts", "ui", "routes", "state", "components", "pages"]),
];

/// The root of the app, which may use everything, and the crates that lie below `src`.
const NO_LAYERS: [&str; 4] = ["lib", "main", "platform", "workers"];

/// What a module may know of Cairn's crates, where that is not all. `ui` knows none that knows a portfolio.
const MAY_KNOW: [(&str, &[&str]); 2] =
    [("routes", &[]), ("ui", &["drawing", "platform", "search", "trail", "writing"])];

/// Only `platform` may name these; Leptos offers them to everyone.
const BROWSER: [&str; 2] = ["web_sys", "js_sys"];

/// Looks at every line of the app.
pub fn check(workspace: &Workspace) -> Result<()> {
    let lines = whole_imports(lines(workspace, "src")?);
    let found: Vec<String> =
        lines.iter().filter_map(|line| Some(format!("{}: {}", line.place, broken(line)?))).collect();
    none_of(&found)
}

/// The lines with each import on one, however many it was written on.
fn whole_imports(lines: Vec<Line>) -> Vec<Line> {
    let mut whole: Vec<Line> = Vec::new();
    for line in lines {
        match whole.last_mut().filter(|last| is_import(&last.text) && !last.text.contains(';')) {
            Some(import) => import.text.push_str(line.text.trim()),
            None => whole.push(line),
        }
    }
    whole
}

fn is_import(text: &str) -> bool {
    text.split_once("use ").is_some_and(|(before, _)| matches!(before.trim(), "" | "pub" | "pub(crate)" | "pub(super)"))
}

fn broken(line: &Line) -> Option<String> {
    let Line { module, text, .. } = line;
    if !NO_LAYERS.contains(&module.as_str()) {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| layer == module) else {
            return Some(format!("{module} has no place in xtask/src/check/imports.rs"));
        };
        let mut used = around(text, "crate::").flat_map(|(_, after)| first_names(after));
        if let Some(used) = used.find(|used| used != module && !allowed.contains(used)) {
            return Some(format!("{module} may not use {used}"));
        }
    }
    if let Some((_, known)) = MAY_KNOW.iter().find(|(knowing, _)| knowing == module)
        && let Some(used) = crates::own().find(|name| !known.contains(name) && names_crate(text, name))
    {
        return Some(format!("{module} may not know the crate {used}"));
    }
    let browser = module != "platform" && BROWSER.iter().any(|name| text.contains(name));
    browser.then(|| "only platform may name the browser's interfaces".into())
}

/// The first name of a path, or of each path of a group in braces: `{state::{AppState, World}, ui}` begins with `state` and `ui`.
fn first_names(path: &str) -> Vec<&str> {
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(group.get(at + 1..).map(name)),
            _ => {}
        }
    }
    // Behind the last comma there is none.
    names.retain(|name| !name.is_empty());
    names
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|letter| !in_name(letter)).next().unwrap_or_default()
}

/// Whether a line names something of a crate: `portfolio::Level`, not `crate::portfolio::Level` or `my_portfolio::…`.
fn names_crate(text: &str, name: &str) -> bool {
    around(text, name).any(|(before, after)| !before.ends_with(|c| in_name(c) || c == ':') && after.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken_in(module: &str, text: &str) -> bool {
        broken(&Line { place: String::new(), module: module.into(), text: text.into() }).is_some()
    }

    #[test]
    fn what_points_up_is_found() {
        assert!(broken_in("ui", "use crate::routes::Place;"));
        assert!(broken_in("ui", "fn show(level: portfolio::Level) {"));
        assert!(broken_in("state", "use crate::pages::Today;"));
        assert!(broken_in("routes", "use platform::page;"));
        assert!(broken_in("pages", "let window = leptos::web_sys::window();"));
        assert!(broken_in("components", "use web_sys::{File, Blob};"));
        assert!(broken_in("components", "use crate::app::App;"));
        assert!(broken_in("parts", "use crate::state::AppState;"));
        assert!(broken_in("ui", "use media::webm::Recording;"), "it knows a portfolio");
        assert!(broken_in("elsewhere", "fn is_new() {}"), "every module has its layer");
    }

    #[test]
    fn imports_in_groups_are_seen_whole() {
        assert!(broken_in("ui", "use crate::{i18n::t, state::AppState};"));
        assert!(broken_in("state", "use crate::{i18n::{language, t}, pages};"));
        assert!(
            !broken_in("components", "use crate::{i18n::{app, t}, ui::icon::Icon, };"),
            "an inner name is no module"
        );
        let line = |text: &str| Line { place: String::new(), module: "ui".into(), text: text.into() };
        let whole =
            whole_imports(["pub use crate::{", "    i18n::t,", "    state,", "};", "fn is_new() {"].map(line).into());
        assert_eq!(whole.iter().filter_map(broken).collect::<Vec<_>>(), ["ui may not use state"]);
        assert_eq!(whole.len(), 2);
    }

    #[test]
    fn what_points_down_is_not() {
        assert!(!broken_in("pages", "use crate::components::card::Card;"));
        assert!(!broken_in("state", "use portfolio::Level;"));
        assert!(!broken_in("ui", "use platform::page;"));
        assert!(!broken_in("ui", "use crate::ui::icon::Icon;"));
        assert!(!broken_in("platform", "web_sys::window()"));
        assert!(!broken_in("platform", "use sync::http::HttpRequest;"));
        assert!(!broken_in("lib", "use crate::pages::Today;"));
        assert!(!broken_in("app", "use crate::pages::Today;"));
        assert!(!broken_in("ui", "use trail::cairn::Stack;"));
    }
}
