//! The layers of the app: `pages → components → ui` and `pages → state`. `platform`, a crate of its own, is open to all but `routes`.

use anyhow::Result;

use super::source::{Line, around, in_name, lines, none_of};
use crate::workspace::Workspace;

/// Modules of the app, and what each may use besides itself. The root of the app may use everything.
const LAYERS: [(&str, &[&str]); 6] = [
    ("i18n", &[]),
    ("ui", &["i18n"]),
    ("routes", &[]),
    ("state", &["i18n", "routes"]),
    ("components", &["i18n", "ui", "routes", "state"]),
    ("pages", &["i18n", "ui", "routes", "state", "components"]),
];

/// Modules that may not name these crates.
const WITHOUT: [(&str, &[&str]); 2] =
    [("routes", &["platform"]), ("ui", &["portfolio", "ledger", "replica", "interchange", "sync"])];

/// Only `platform` may name these; Leptos offers them to everyone.
const BROWSER: [&str; 2] = ["web_sys", "js_sys"];

/// Looks at every line of the app.
pub fn check(workspace: &Workspace) -> Result<()> {
    let lines = lines(workspace, "src")?;
    let found: Vec<String> =
        lines.iter().filter_map(|line| Some(format!("{}: {}", line.place, broken(line)?))).collect();
    none_of(&found)
}

fn broken(line: &Line) -> Option<String> {
    let Line { module, text, .. } = line;
    if let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| layer == module) {
        let used = names_after(text, "crate::").into_iter().find(|used| {
            used != module && !allowed.contains(&used.as_str()) && LAYERS.iter().any(|(layer, _)| layer == used)
        });
        if let Some(used) = used {
            return Some(format!("{module} may not use {used}"));
        }
    }
    if let Some((_, crates)) = WITHOUT.iter().find(|(without, _)| without == module)
        && let Some(used) = crates.iter().find(|name| names_crate(text, name))
    {
        return Some(format!("{module} may not know the crate {used}"));
    }
    let browser = module != "platform" && BROWSER.iter().any(|name| text.contains(name));
    browser.then(|| "only platform may name the browser's interfaces".into())
}

/// The names that directly follow `prefix` in a line.
fn names_after(text: &str, prefix: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| in_name(*c)).collect();
    text.split(prefix).skip(1).map(name).collect()
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
    }
}
