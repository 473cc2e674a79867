//! A text with its selection, and a change of it.

use std::ops::Range;

use crate::place::{byte_at, units};

/// A text, and what of it is selected; an empty selection is where the caret is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// All of it.
    pub(crate) text: &'a str,
    /// In bytes, at boundaries of characters.
    pub(crate) selected: Range<usize>,
}

impl<'a> Written<'a> {
    /// What a text field holds; its selection in UTF-16 code units. Places that are none become the nearest before them.
    pub fn new(text: &'a str, selected: Range<usize>) -> Self {
        let start = byte_at(text, selected.start);
        Self { text, selected: start..byte_at(text, selected.end).max(start) }
    }

    /// The part of the text within these bytes.
    pub(crate) fn part(&self, bytes: Range<usize>) -> &'a str {
        self.text.get(bytes).unwrap_or_default()
    }

    pub(crate) fn before(&self) -> &'a str {
        self.part(0..self.selected.start)
    }

    pub(crate) fn selection(&self) -> &'a str {
        self.part(self.selected.clone())
    }

    pub(crate) fn after(&self) -> &'a str {
        self.part(self.selected.end..self.text.len())
    }

    /// The line that holds the byte `at`, without what ends it.
    pub(crate) fn line_at(&self, at: usize) -> Range<usize> {
        let start = self.part(0..at).rfind('\n').map_or(0, |before| before + 1);
        let end = self.part(at..self.text.len()).find('\n').map_or(self.text.len(), |length| at + length);
        start..end
    }

    /// The lines that the selection touches. One that it ends in front of is not touched.
    pub(crate) fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = vec![self.line_at(self.selected.start)];
        while let Some(last) = lines.last()
            && last.end + 1 < self.selected.end
        {
            lines.push(self.line_at(last.end + 1));
        }
        lines
    }
}

/// What is to be done to a text field, in its own UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What gives way.
    pub replaced: Range<usize>,
    /// What stands there then.
    pub with: String,
    /// What is selected then.
    pub selected: Range<usize>,
}

/// A change in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// What gives way.
    pub replaced: Range<usize>,
    /// What stands there then.
    pub with: String,
    /// What is selected then, counted from where `replaced` begins; it may lie behind `with`.
    pub selected: Range<usize>,
}

impl Change {
    /// The same for the text field that holds `text`.
    pub(crate) fn into_edit(self, text: &str) -> Edit {
        let part = |bytes: Range<usize>| text.get(bytes).unwrap_or_default();
        let start = units(part(0..self.replaced.start));
        let end = start + units(part(self.replaced.clone()));
        let then = format!("{}{}", self.with, part(self.replaced.end..text.len()));
        let place = |byte: usize| start + units(then.get(..byte.min(then.len())).unwrap_or_default());
        Edit { replaced: start..end, with: self.with, selected: place(self.selected.start)..place(self.selected.end) }
    }
}
