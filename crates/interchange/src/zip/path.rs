//! Which names of entries may be used at all.

use crate::names::is_invisible;

/// The longest name in bytes.
const LONGEST: usize = 1024;

/// The deepest folder.
const DEEPEST: usize = 16;

/// Whether a name stays below the folder it is unpacked in, on every system, and shows what it is: relative, `/`
/// between its parts, no `.` or `..`, no drive, nothing invisible.
pub(crate) fn is_safe(name: &str) -> bool {
    let parts = name.strip_suffix('/').unwrap_or(name).split('/');
    let visible = |letter: char| !letter.is_control() && !is_invisible(letter) && letter != '\\';
    name.len() <= LONGEST
        && name.chars().all(visible)
        && parts.clone().count() <= DEEPEST
        && parts.clone().all(|part| !part.is_empty() && part != "." && part != "..")
        // `C:` names a drive; a colon elsewhere a hidden stream on Windows.
        && !name.contains(':')
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn names_that_leave_the_folder_or_hide_are_refused() {
        for name in ["a.txt", "evidence/2026-01-15 Bean diary/photo (2).jpg", "folder/", "数/é.png", "a..b/c."] {
            assert!(is_safe(name), "{name}");
        }
        let long = "a".repeat(2000);
        let deep = "a/".repeat(20);
        for name in [
            "",
            "/",
            "/etc/passwd",
            "../x",
            "a/../x",
            "a/./x",
            "..\\x",
            "a\\..\\x",
            "C:/x",
            "a//x",
            "a/\u{202e}x",
            "a\n",
            "x:stream",
            &long,
            &deep,
        ] {
            assert!(!is_safe(name), "{name:?}");
        }
    }
}
