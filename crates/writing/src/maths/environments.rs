//! `\begin{…} … \end{…}`: matrices, cases, equations under each other.

use super::read::{Reader, in_brackets};
use super::scan::Token;
use super::{Columns, Maths};

impl Reader<'_> {
    /// What stands behind `\begin`.
    pub(super) fn environment(&mut self) -> Option<Maths> {
        let name = self.braces()?;
        let (open, close, columns) = match name {
            "matrix" | "smallmatrix" => ("", "", Columns::Middle),
            "pmatrix" => ("(", ")", Columns::Middle),
            "bmatrix" => ("[", "]", Columns::Middle),
            "Bmatrix" => ("{", "}", Columns::Middle),
            "vmatrix" => ("|", "|", Columns::Middle),
            "array" => {
                self.braces()?;
                ("", "", Columns::Middle)
            }
            "cases" => ("{", "", Columns::Start),
            "aligned" | "align" | "align*" | "split" => ("", "", Columns::Pairs),
            _ => return None,
        };
        let rows = self.rows()?;
        if self.next()? != Token::Command("end") || self.braces()? != name {
            return None;
        }
        let table = Maths::Table(rows, columns);
        Some(if open.is_empty() { table } else { in_brackets(open, table, close) })
    }
}
