//! The tools above a text.

use crate::edit::{Edit, Written};
use crate::lines::Style;
use crate::marks::Mark;
use crate::{blocks, lines, link, marks};

/// A tool. Most take back what they did when they are used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Heavy letters.
    Bold,
    /// Leaning letters.
    Italic,
    /// A heading; again for a smaller one, and after the smallest for none.
    Heading,
    /// A list with dots.
    Bullets,
    /// A list with numbers.
    Numbers,
    /// A list of what is to be done.
    Tasks,
    /// Somebody else's words.
    Quote,
    /// A link.
    Link,
    /// A table; what was copied from a spreadsheet becomes one.
    Table,
    /// Code, in the line or in lines of its own.
    Code,
    /// Maths, in the line or in lines of its own.
    Maths,
}

impl Tool {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 11] = [
        Self::Bold,
        Self::Italic,
        Self::Heading,
        Self::Bullets,
        Self::Numbers,
        Self::Tasks,
        Self::Quote,
        Self::Link,
        Self::Table,
        Self::Code,
        Self::Maths,
    ];

    /// What it does to a text.
    pub fn edit(self, written: &Written<'_>) -> Edit {
        let change = match self {
            Self::Bold => marks::toggle(written, Mark::Bold),
            Self::Italic => marks::toggle(written, Mark::Italic),
            Self::Heading => lines::restyle(written, Style::Heading),
            Self::Bullets => lines::restyle(written, Style::Bullets),
            Self::Numbers => lines::restyle(written, Style::Numbers),
            Self::Tasks => lines::restyle(written, Style::Tasks),
            Self::Quote => lines::quote(written),
            Self::Link => link::begun(written),
            Self::Table => blocks::table(written),
            Self::Code if stands_alone(written) => blocks::fenced(written, '`', 3),
            Self::Code => marks::toggle(written, Mark::Code),
            Self::Maths if stands_alone(written) => blocks::fenced(written, '$', 2),
            Self::Maths => marks::toggle(written, Mark::Maths),
        };
        change.into_edit(written.text)
    }
}

/// Whether several lines are meant, or one that is still empty.
fn stands_alone(written: &Written<'_>) -> bool {
    let line = written.line_at(written.selected.start);
    written.selection().contains('\n') || written.part(line).trim().is_empty()
}
