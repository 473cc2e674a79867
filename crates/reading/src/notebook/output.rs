//! What came of code.

use interchange::json::Json;

use super::joined;
use crate::base64;
use crate::block::Block;
use crate::limits;
use crate::page::{Page, Room};

/// Media types that are shown, the best first: by their names today, and in version 3.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "png", "jpeg"];

/// Outputs so far.
pub(super) struct Outputs {
    /// Letters that there is room for in pictures.
    left: usize,
}

impl Default for Outputs {
    fn default() -> Self {
        Self { left: limits::PICTURES }
    }
}

impl Outputs {
    pub(super) fn put(&mut self, output: &Json<'_>, page: &mut Page) -> Room {
        match output.get("output_type").and_then(Json::text) {
            Some("stream") => page.put(Block::Output, plain(&joined(output.get("text")))),
            Some("error" | "pyerr") => page.put(Block::Output, trace(output)),
            // Version 3 has no map within.
            _ => self.data(output.get("data").unwrap_or(output), page),
        }
    }

    /// One thing in several forms: the best that is shown, or the name of one that is not.
    fn data(&mut self, data: &Json<'_>, page: &mut Page) -> Room {
        let words = joined(data.get("text/plain").or_else(|| data.get("text")));
        if let Some(picture) = PICTURES.iter().find_map(|form| data.get(form)) {
            let written = joined(Some(picture));
            let Some(left) = self.left.checked_sub(written.len()) else { return page.cut() };
            self.left = left;
            if let Some(picture) = base64::picture(&written, &words) {
                return page.add(Block::Picture(picture));
            }
        }
        let other = || data.members()?.iter().map(|(form, _)| form).find(|form| form.contains('/'));
        match other() {
            Some(form) if words.is_empty() => page.put(Block::Hidden, form.chars().take(80).collect()),
            _ => page.put(Block::Output, plain(&words)),
        }
    }
}

/// Where a program failed.
fn trace(output: &Json<'_>) -> String {
    let lines: Vec<_> = output.get("traceback").and_then(Json::entries).unwrap_or_default().iter().collect();
    if lines.is_empty() {
        let part = |name| output.get(name).and_then(Json::text).unwrap_or_default();
        return format!("{}: {}", part("ename"), part("evalue"));
    }
    plain(&lines.into_iter().filter_map(Json::text).collect::<Vec<_>>().join("\n"))
}

/// A text without the colours that terminals know (ECMA-48, 5.4): `ESC [`, parameters, a letter.
fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain
            + part
                .trim_start_matches(|letter: char| letter.is_ascii_digit() || ";?".contains(letter))
                .get(1..)
                .unwrap_or_default()
    })
}
