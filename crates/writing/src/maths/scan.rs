//! A formula as tokens.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `\name`, or a backslash and one sign.
    Command(&'a str),
    /// A number.
    Number(&'a str),
    /// Any other character.
    Sign(char),
    /// `{`
    Open,
    /// `}`
    Close,
    /// `^`
    Above,
    /// `_`
    Below,
    /// `&`: the next cell.
    Cell,
    /// `\\`: the next line.
    Line,
}

/// The first token of `rest`, and what follows it. White space means nothing.
pub(super) fn token(rest: &str) -> Option<(Token<'_>, &str)> {
    let rest = rest.trim_start();
    let first = rest.chars().next()?;
    let (_, behind) = rest.split_at_checked(first.len_utf8())?;
    let token = match first {
        '\\' => return command(behind),
        '{' => Token::Open,
        '}' => Token::Close,
        '^' => Token::Above,
        '_' => Token::Below,
        '&' => Token::Cell,
        digit if digit.is_ascii_digit() => {
            let (number, behind) = rest.split_at_checked(number_length(rest))?;
            return Some((Token::Number(number), behind));
        }
        sign => Token::Sign(sign),
    };
    Some((token, behind))
}

fn command(behind: &str) -> Option<(Token<'_>, &str)> {
    let letters = behind.len() - behind.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).len();
    let length = if letters > 0 { letters } else { behind.chars().next()?.len_utf8() };
    let (name, behind) = behind.split_at_checked(length)?;
    Some((if name == "\\" { Token::Line } else { Token::Command(name) }, behind))
}

/// Digits, and a point between two of them.
fn number_length(rest: &str) -> usize {
    let digits = |text: &str| text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let whole = digits(rest);
    let part = rest.get(whole..).and_then(|rest| rest.strip_prefix('.')).map_or(0, digits);
    if part > 0 { whole + 1 + part } else { whole }
}

/// What stands in the braces that `rest` begins with, as it was written, and what follows them.
pub(super) fn braces(rest: &str) -> Option<(&str, &str)> {
    let inside = rest.trim_start().strip_prefix('{')?;
    let mut depth = 0_usize;
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return Some((inside.get(..at)?, inside.get(at + 1..)?)),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
