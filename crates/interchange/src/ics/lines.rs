//! The lines of a calendar file.

/// Lines as they were before they were folded: one that begins with a space or a tab goes on where the one before it ended
/// (RFC 5545, 3.1).
pub(super) fn unfold(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(begun)) => begun.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAMETER=VALUE:value`
pub(super) struct Line<'a> {
    name: &'a str,
    parameters: &'a str,
    pub(super) value: &'a str,
}

impl<'a> Line<'a> {
    /// `None` for what is no line of a calendar.
    pub(super) fn parse(line: &'a str) -> Option<Self> {
        // A colon between quotation marks belongs to a parameter.
        let mut is_quoted = false;
        let colon = line.find(|letter| {
            is_quoted ^= letter == '"';
            letter == ':' && !is_quoted
        })?;
        let (before, value) = line.split_at_checked(colon)?;
        let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
        Some(Self { name, parameters, value: value.strip_prefix(':')? })
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(super) fn begins(&self, component: &str) -> bool {
        self.is("BEGIN") && self.value.eq_ignore_ascii_case(component)
    }

    /// Whether the value is said to be a date without a time.
    pub(super) fn is_date(&self) -> bool {
        self.parameters.split(';').any(|parameter| parameter.eq_ignore_ascii_case("VALUE=DATE"))
    }

    /// The value as words on one line (RFC 5545, 3.3.11).
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            words.push(match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') | None => ' ',
                    Some(escaped) => escaped,
                },
                letter if letter.is_control() => ' ',
                letter => letter,
            });
        }
        words.trim().to_owned()
    }
}
