//! From tokens to the tree.

use super::scan::{self, Token};
use super::{Columns, DEEPEST, LONGEST, Maths, Scripts, alphabets, symbols};

/// A formula; `None` if it is not understood, empty, or too large.
pub fn read(tex: &str) -> Option<Maths> {
    if tex.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { rest: tex, depth: 0 };
    let rows = reader.rows()?;
    if !reader.rest.trim().is_empty() {
        return None;
    }
    let formula = match <[Vec<Maths>; 1]>::try_from(rows) {
        Ok([row]) if row.len() == 1 => one(row),
        Ok([row]) => Maths::Table(vec![row], Columns::Pairs),
        Err(rows) => Maths::Table(rows, Columns::Pairs),
    };
    (formula != Maths::Row(Vec::new())).then_some(formula)
}

/// Parts as one.
pub(super) fn one(mut parts: Vec<Maths>) -> Maths {
    match parts.pop() {
        Some(part) if parts.is_empty() => part,
        last => {
            parts.extend(last);
            Maths::Row(parts)
        }
    }
}

/// What of a formula is still to be read.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        Some(scan::token(self.rest)?.0)
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let (token, rest) = scan::token(self.rest)?;
        self.rest = rest;
        Some(token)
    }

    fn skip(&mut self) {
        self.rest = scan::token(self.rest).map_or("", |(_, rest)| rest);
    }

    /// Takes the token if it is the next.
    fn takes(&mut self, token: Token<'_>) -> bool {
        let is_next = self.peek() == Some(token);
        if is_next {
            self.skip();
        }
        is_next
    }

    /// What the next braces hold, as it was written.
    pub(super) fn braces(&mut self) -> Option<&'a str> {
        let (inside, rest) = scan::braces(self.rest)?;
        self.rest = rest;
        Some(inside)
    }

    /// Lines of cells, up to what ends them.
    pub(super) fn rows(&mut self) -> Option<Vec<Vec<Maths>>> {
        let mut rows = vec![vec![self.row()?]];
        loop {
            if self.takes(Token::Cell) {
                let cell = self.row()?;
                rows.last_mut()?.push(cell);
            } else if self.takes(Token::Line) {
                rows.push(vec![self.row()?]);
            } else {
                break;
            }
        }
        let is_empty = |row: &Vec<Maths>| row.iter().all(|cell| *cell == Maths::Row(Vec::new()));
        if rows.len() > 1 && rows.last().is_some_and(is_empty) {
            rows.pop();
        }
        Some(rows)
    }

    /// Parts up to what cannot be one.
    pub(super) fn row(&mut self) -> Option<Maths> {
        let mut parts = Vec::new();
        loop {
            match self.peek() {
                None | Some(Token::Close | Token::Cell | Token::Line | Token::Command("right" | "end")) => break,
                Some(_) => parts.push(self.term()?),
            }
        }
        Some(one(parts))
    }

    /// A part with what stands beside it.
    fn term(&mut self) -> Option<Maths> {
        let of = match self.peek()? {
            Token::Above | Token::Below | Token::Sign('\'') => Maths::Row(Vec::new()),
            _ => self.atom()?,
        };
        let (mut below, mut above, mut primes) = (None, None, 0);
        loop {
            match self.peek() {
                Some(Token::Below) if below.is_none() => below = Some(self.script()?),
                Some(Token::Above) if above.is_none() => above = Some(self.script()?),
                Some(Token::Below | Token::Above) => return None,
                Some(Token::Sign('\'')) => {
                    self.skip();
                    primes += 1;
                }
                Some(Token::Command("limits" | "nolimits")) => self.skip(),
                _ => break,
            }
        }
        if primes > 0 {
            let prime = Maths::Sign("′".repeat(primes), false);
            above = Some(one(std::iter::once(prime).chain(above).collect()));
        }
        if below.is_none() && above.is_none() {
            return Some(of);
        }
        let shape = if has_limits(&of) { Maths::Limits } else { Maths::Scripts };
        Some(shape(Box::new(Scripts { of, below, above })))
    }

    fn script(&mut self) -> Option<Maths> {
        self.skip();
        self.argument()
    }

    /// What a command or a script is about: what braces hold, or a single part, of a number its first digit.
    pub(super) fn argument(&mut self) -> Option<Maths> {
        let rest = self.rest.trim_start();
        match rest.chars().next().filter(char::is_ascii_digit) {
            Some(digit) => {
                self.rest = rest.get(1..)?;
                Some(Maths::Number(digit.to_string()))
            }
            None => self.atom(),
        }
    }

    /// The smallest part. All that nests passes here.
    fn atom(&mut self) -> Option<Maths> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let part = match self.next()? {
            Token::Open => {
                let inside = self.row()?;
                self.takes(Token::Close).then_some(inside)
            }
            Token::Number(digits) => Some(Maths::Number(digits.to_owned())),
            Token::Sign(sign) => Some(plain(sign)),
            Token::Command(name) => self.command(name),
            Token::Close | Token::Above | Token::Below | Token::Cell | Token::Line => None,
        };
        self.depth -= 1;
        part
    }

    fn command(&mut self, name: &str) -> Option<Maths> {
        match name {
            "frac" | "dfrac" | "tfrac" => Some(Maths::Fraction(self.two()?, true)),
            "binom" => Some(in_brackets("(", Maths::Fraction(self.two()?, false), ")")),
            "sqrt" => self.root(),
            "left" => self.grown(),
            "begin" => self.environment(),
            "text" | "textrm" | "mbox" => self.braces().map(|words| Maths::Words(words.to_owned())),
            "mathrm" | "operatorname" => self.letters(|letter| letter),
            "mathbf" => self.letters(alphabets::bold),
            "mathbb" => self.letters(alphabets::double_struck),
            "displaystyle" | "!" => Some(Maths::Row(Vec::new())),
            _ => match symbols::accent(name) {
                Some((sign, is_below)) => self.accented(sign, is_below),
                None => symbols::named(name),
            },
        }
    }

    fn two(&mut self) -> Option<Box<[Maths; 2]>> {
        Some(Box::new([self.argument()?, self.argument()?]))
    }

    fn root(&mut self) -> Option<Maths> {
        let Some(inside) = self.rest.trim_start().strip_prefix('[') else {
            return Some(Maths::Root(Box::new(self.argument()?)));
        };
        let (number, rest) = inside.split_once(']')?;
        let mut of_number = Reader { rest: number, depth: self.depth };
        let number = of_number.row()?;
        if !of_number.rest.trim().is_empty() {
            return None;
        }
        self.rest = rest;
        Some(Maths::NthRoot(Box::new([self.argument()?, number])))
    }

    /// `\left( … \right)`: brackets that grow with what they hold.
    fn grown(&mut self) -> Option<Maths> {
        let open = self.bracket()?;
        let inside = self.row()?;
        if !self.takes(Token::Command("right")) {
            return None;
        }
        Some(in_brackets(&open, inside, &self.bracket()?))
    }

    /// A bracket; a point stands for none.
    fn bracket(&mut self) -> Option<String> {
        match self.next()? {
            Token::Sign('.') => Some(String::new()),
            Token::Sign(sign @ ('(' | ')' | '[' | ']' | '|' | '/' | '<' | '>')) => Some(sign.to_string()),
            Token::Command(name) => symbols::bracket(name).map(str::to_owned),
            _ => None,
        }
    }

    fn letters(&mut self, hand: fn(char) -> char) -> Option<Maths> {
        let letters = self.braces()?;
        let is_plain = !letters.trim().is_empty() && !letters.contains(['\\', '{', '}', '^', '_', '&']);
        is_plain.then(|| Maths::Letter(letters.trim().chars().map(hand).collect(), true))
    }

    fn accented(&mut self, sign: &str, is_below: bool) -> Option<Maths> {
        let of = self.argument()?;
        let sign = Some(Maths::Sign(sign.to_owned(), true));
        let (below, above) = if is_below { (sign, None) } else { (None, sign) };
        Some(Maths::Limits(Box::new(Scripts { of, below, above })))
    }
}

/// Signs as they are typed. A bracket grows only where that is asked for.
fn plain(sign: char) -> Maths {
    match sign {
        '-' => Maths::Sign("−".to_owned(), false),
        '*' => Maths::Sign("∗".to_owned(), false),
        '~' => Maths::Space(250),
        letter if letter.is_alphabetic() => Maths::Letter(letter.to_string(), false),
        other => Maths::Sign(other.to_string(), false),
    }
}

/// What a part looks like whose scripts are limits: a large sign, or one with a brace over or under it.
fn has_limits(of: &Maths) -> bool {
    match of {
        Maths::Limits(scripts) => {
            scripts.above.as_ref().is_some_and(symbols::has_limits)
                || scripts.below.as_ref().is_some_and(symbols::has_limits)
        }
        other => symbols::has_limits(other),
    }
}

/// A part between brackets that grow with it; an empty one is none.
pub(super) fn in_brackets(open: &str, inside: Maths, close: &str) -> Maths {
    let bracket = |sign: &str| (!sign.is_empty()).then(|| Maths::Sign(sign.to_owned(), true));
    Maths::Row(bracket(open).into_iter().chain([inside]).chain(bracket(close)).collect())
}
