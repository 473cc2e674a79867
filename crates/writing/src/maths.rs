//! Simple maths: formulas as TeX writes them, as a tree of what MathML shows.
//!
//! It knows what school needs: fractions, roots, powers, sums, brackets, matrices, Greek letters, the usual signs. A formula with
//! anything else is none, and is shown as it was written. Formulas are at most [`LONGEST`] bytes long and [`DEEPEST`] parts deep.

mod alphabets;
mod environments;
mod read;
mod scan;
mod symbols;

pub use read::read;

/// The longest formula that is looked at, in bytes.
pub const LONGEST: usize = 4096;
/// Parts within parts of a formula.
pub const DEEPEST: usize = 40;

/// A formula, or a part of one. The names are those of MathML's elements, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Maths {
    /// Parts in a row.
    Row(Vec<Maths>),
    /// A letter or a name; upright, or leaning as a letter by itself does.
    Letter(String, bool),
    /// A number.
    Number(String),
    /// A sign; a bracket may grow with what it holds.
    Sign(String, bool),
    /// Words.
    Words(String),
    /// Room, in thousandths of the size of the letters.
    Space(u16),
    /// One part over another, with a line between them or none.
    Fraction(Box<[Maths; 2]>, bool),
    /// The square root of a part.
    Root(Box<Maths>),
    /// The root of a part with the number of the root.
    NthRoot(Box<[Maths; 2]>),
    /// A part with others at its right, below and above.
    Scripts(Box<Scripts>),
    /// A part with others below and above it.
    Limits(Box<Scripts>),
    /// Rows of cells.
    Table(Vec<Vec<Maths>>, Columns),
}

/// A part with smaller ones beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scripts {
    /// The part.
    pub of: Maths,
    /// What stands lower.
    pub below: Option<Maths>,
    /// What stands higher.
    pub above: Option<Maths>,
}

/// How the columns of a table stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Columns {
    /// In the middle.
    Middle,
    /// Where the line begins.
    Start,
    /// In pairs that meet: equations under each other.
    Pairs,
}
