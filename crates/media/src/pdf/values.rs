//! The values that a PDF is made of (7.3), read from bytes.

/// How deep values may lie in each other.
const DEEPEST: usize = 32;

/// The most values that one may hold.
const MOST: usize = 100_000;

/// A value. Fractions and truths are nothing that is looked for here.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Whole(i64),
    Name(String),
    Text(Vec<u8>),
    List(Vec<Value>),
    Dictionary(Vec<(String, Value)>),
    /// Another object, by its number.
    Object(u64),
}

impl Value {
    pub(super) fn get(&self, key: &str) -> &Self {
        match self {
            Self::Dictionary(members) => {
                members.iter().find(|(name, _)| name == key).map_or(&Self::Null, |(_, value)| value)
            }
            _ => &Self::Null,
        }
    }

    pub(super) fn whole(&self) -> Option<i64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    pub(super) fn place(&self) -> Option<u64> {
        self.whole().and_then(|number| u64::try_from(number).ok())
    }

    /// The words of a text: UTF-16 if they begin with its mark, UTF-8 likewise, or else about Latin-1.
    pub(super) fn words(&self) -> Option<String> {
        let Self::Text(bytes) = self else { return None };
        let words = match bytes.as_slice() {
            [0xfe, 0xff, rest @ ..] => {
                let (units, _) = rest.as_chunks();
                let units: Vec<u16> = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
                String::from_utf16_lossy(&units)
            }
            [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
            bytes => bytes.iter().copied().map(char::from).collect(),
        };
        Some(words.trim().to_owned()).filter(|words| !words.is_empty())
    }
}

/// Reads values from the front of bytes.
#[derive(Debug, Clone)]
pub(super) struct Reader<'b> {
    pub(super) rest: &'b [u8],
    so_far: usize,
}

fn is_space(byte: u8) -> bool {
    [0, 9, 10, 12, 13, 32].contains(&byte)
}

fn is_mark(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

impl<'b> Reader<'b> {
    pub(super) fn new(rest: &'b [u8]) -> Self {
        Self { rest, so_far: 0 }
    }

    pub(super) fn skip_space(&mut self) {
        loop {
            match self.rest {
                [first, rest @ ..] if is_space(*first) => self.rest = rest,
                [b'%', rest @ ..] => {
                    let end = rest.iter().position(|byte| [10, 13].contains(byte)).unwrap_or(rest.len());
                    self.rest = rest.get(end..).unwrap_or_default();
                }
                _ => return,
            }
        }
    }

    /// Takes a word if it stands next.
    pub(super) fn take(&mut self, word: &[u8]) -> Option<()> {
        self.skip_space();
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    /// A number without a sign.
    pub(super) fn number(&mut self) -> Option<u64> {
        self.skip_space();
        let digits = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (number, rest) = self.rest.split_at_checked(digits)?;
        self.rest = rest;
        std::str::from_utf8(number).ok()?.parse().ok()
    }

    pub(super) fn value(&mut self) -> Option<Value> {
        self.value_within(0)
    }

    fn value_within(&mut self, depth: usize) -> Option<Value> {
        self.so_far += 1;
        if depth > DEEPEST || self.so_far > MOST {
            return None;
        }
        self.skip_space();
        match self.rest {
            [b'<', b'<', rest @ ..] => {
                self.rest = rest;
                self.dictionary(depth)
            }
            [b'<', rest @ ..] => {
                self.rest = rest;
                self.hexadecimal()
            }
            [b'(', rest @ ..] => {
                self.rest = rest;
                self.text()
            }
            [b'[', rest @ ..] => {
                self.rest = rest;
                let mut list = Vec::new();
                while self.take(b"]").is_none() {
                    list.push(self.value_within(depth + 1)?);
                }
                Some(Value::List(list))
            }
            [b'/', rest @ ..] => {
                self.rest = rest;
                Some(Value::Name(self.word()))
            }
            _ => self.number_or_word(),
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Value> {
        let mut members = Vec::new();
        while self.take(b">>").is_none() {
            self.take(b"/")?;
            let name = self.word();
            members.push((name, self.value_within(depth + 1)?));
        }
        Some(Value::Dictionary(members))
    }

    /// Letters up to the next space or mark; names with `#` escapes are none that are looked for.
    fn word(&mut self) -> String {
        let length = self.rest.iter().take_while(|byte| !is_space(**byte) && !is_mark(**byte)).count();
        let (word, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        String::from_utf8_lossy(word).into_owned()
    }

    fn number_or_word(&mut self) -> Option<Value> {
        let word = self.word();
        if word.is_empty() {
            return None;
        }
        let Ok(number) = word.parse::<i64>() else { return Some(Value::Null) };
        // `12 0 R` is another object.
        let mut ahead = self.clone();
        if let Ok(object) = u64::try_from(number)
            && ahead.number().is_some()
            && ahead.take(b"R").is_some()
            && ahead.rest.first().is_none_or(|next| is_space(*next) || is_mark(*next))
        {
            *self = ahead;
            return Some(Value::Object(object));
        }
        Some(Value::Whole(number))
    }

    fn hexadecimal(&mut self) -> Option<Value> {
        let end = self.rest.iter().position(|byte| *byte == b'>')?;
        let (digits, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest.get(1..)?;
        let digits: Vec<u32> = digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).collect();
        let byte = |pair: &[u32]| (pair.first().unwrap_or(&0) * 16 + pair.get(1).unwrap_or(&0)) as u8;
        Some(Value::Text(digits.chunks(2).map(byte).collect()))
    }

    /// A text in brackets, which may hold brackets in pairs, and escapes.
    fn text(&mut self) -> Option<Value> {
        let (mut text, mut open) = (Vec::new(), 1);
        loop {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            match first {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escape()?);
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                return Some(Value::Text(text));
            }
            text.push(*first);
        }
    }

    /// What follows a backslash: a letter, up to three octal digits, the end of a line that is none.
    fn escape(&mut self) -> Option<Option<u8>> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(match first {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'\n' | b'\r' => None,
            b'0'..=b'7' => {
                let more = self.rest.iter().take(2).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                let (digits, rest) = self.rest.split_at_checked(more)?;
                self.rest = rest;
                let number =
                    digits.iter().fold(u16::from(first - b'0'), |number, digit| number * 8 + u16::from(digit - b'0'));
                Some(number as u8)
            }
            letter => Some(*letter),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Option<Value> {
        Reader::new(text).value()
    }

    #[test]
    fn values_are_read() {
        let value = read(
            b"<< /Type /Page % a comment\n /Count 5/Kids[1 0 R 2 0 R] /Title (A \\(b\\) (c)\\101\\n) /X -1.5 /Y true>>",
        )
        .unwrap();
        assert_eq!(value.get("Count"), &Value::Whole(5));
        assert_eq!(value.get("Kids"), &Value::List(vec![Value::Object(1), Value::Object(2)]));
        assert_eq!(value.get("Title").words().as_deref(), Some("A (b) (c)A"));
        assert_eq!((value.get("X"), value.get("Missing")), (&Value::Null, &Value::Null));
        assert_eq!(read(b"<FEFF00C4 0041>").unwrap().words().as_deref(), Some("ÄA"));
    }

    #[test]
    fn what_never_ends_is_nothing() {
        assert_eq!(read(&b"[".repeat(100_000)), None);
        assert_eq!(read(b"<< /A"), None);
        assert_eq!(read(b"(a"), None);
        assert_eq!(read(b"<12"), None);
        assert_eq!(read(b""), None);
    }
}
