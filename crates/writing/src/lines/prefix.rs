//! How a line begins: quotations, then an indent, then what makes it a part of a list or a heading.

use std::fmt;

/// The beginning of a line, before its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prefix {
    /// `> > `, as it was written.
    pub quotes: String,
    /// Spaces and tabs.
    pub indent: String,
    pub marker: Marker,
    /// How long all that is in the line, in bytes.
    pub length: usize,
}

/// What makes a line more than words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    None,
    /// `- `, with the sign that was written.
    Bullet(char),
    /// `1. `, with the sign behind the number.
    Number(u64, char),
    /// `- [x] `, with the sign that was written, and whether it is done.
    Task(char, bool),
    /// `## `, with how many.
    Heading(usize),
}

impl fmt::Display for Prefix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.quotes, self.indent, self.marker)
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Bullet(sign) => write!(formatter, "{sign} "),
            Self::Number(number, sign) => write!(formatter, "{number}{sign} "),
            Self::Task(sign, is_done) => write!(formatter, "{sign} [{}] ", if *is_done { 'x' } else { ' ' }),
            Self::Heading(level) => write!(formatter, "{} ", "#".repeat(*level)),
        }
    }
}

/// The beginning of `line`.
pub(crate) fn of(line: &str) -> Prefix {
    let after_quotes = after_quotes(line);
    let after_indent = after_quotes.trim_start_matches([' ', '\t']);
    let (marker, rest) = marker(after_indent).unwrap_or((Marker::None, after_indent));
    let taken = |whole: &str, rest: &str| whole.get(..whole.len() - rest.len()).unwrap_or_default().to_owned();
    Prefix {
        quotes: taken(line, after_quotes),
        indent: taken(after_quotes, after_indent),
        marker,
        length: line.len() - rest.len(),
    }
}

/// Quotations with one less.
pub(crate) fn without_one(quotes: &str) -> String {
    let rest = quotes.split_once('>').map_or("", |(_, rest)| rest);
    rest.strip_prefix(' ').unwrap_or(rest).to_owned()
}

fn after_quotes(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

fn marker(line: &str) -> Option<(Marker, &str)> {
    heading(line).or_else(|| number(line)).or_else(|| bullet(line))
}

fn heading(line: &str) -> Option<(Marker, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    (1..=6).contains(&level).then_some(())?;
    Some((Marker::Heading(level), after_space(rest)?))
}

/// Of at most nine digits, as the format has it.
fn number(line: &str) -> Option<(Marker, &str)> {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = line.get(..line.len() - rest.len()).filter(|digits| digits.len() <= 9)?;
    let sign = rest.chars().next().filter(|sign| matches!(sign, '.' | ')'))?;
    Some((Marker::Number(digits.parse().ok()?, sign), after_space(rest.get(1..)?)?))
}

fn bullet(line: &str) -> Option<(Marker, &str)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '-' | '*' | '+'))?;
    let rest = after_space(line.get(1..)?)?;
    let task = [("[ ]", false), ("[x]", true), ("[X]", true)].into_iter().find_map(|(ticked, is_done)| {
        let words = after_space(rest.strip_prefix(ticked)?)?;
        Some((Marker::Task(sign, is_done), words))
    });
    Some(task.unwrap_or((Marker::Bullet(sign), rest)))
}

/// What follows a space, or nothing at the end of the line; elsewhere a sign is only a sign.
fn after_space(rest: &str) -> Option<&str> {
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix([' ', '\t']) }
}
