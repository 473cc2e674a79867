//! A requirement as Cairn's extension writes it.

use portfolio::Level;
use portfolio::framework::Requirement;
use serde::Serialize;

/// What must be held before, where it is more than a plain "all of these".
#[derive(PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Requires {
    Item {
        item: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<f64>,
    },
    All {
        all: Vec<Requires>,
    },
    Any {
        any: Vec<Requires>,
    },
    Least {
        least: usize,
        of: Vec<Requires>,
    },
}

pub(super) fn of(requirement: &Requirement) -> Requires {
    match requirement {
        Requirement::Item { item, level } => {
            let other = (*level != Level::PROFICIENT).then(|| f64::from(level.half_points()) / 2.0);
            Requires::Item { item: item.to_string(), level: other }
        }
        Requirement::AtLeast { count: 0, .. } => Requires::All { all: Vec::new() },
        Requirement::AtLeast { count, of: parts } => {
            let parts: Vec<Requires> = parts.iter().map(of).collect();
            match *count {
                count if count >= parts.len() => Requires::All { all: parts },
                1 => Requires::Any { any: parts },
                least => Requires::Least { least, of: parts },
            }
        }
    }
}
