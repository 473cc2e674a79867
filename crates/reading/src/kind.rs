//! Which files can be read, by their media type.

/// What a file is, for who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words with Markdown.
    Markdown,
    /// Source text of any kind.
    Code,
    /// A table as text: comma, semicolon, tab or bar between its cells.
    Table,
    /// A Jupyter notebook.
    Notebook,
    /// Files packed into one.
    Archive,
    /// A word processor's document.
    Document,
    /// A talk.
    Slides,
    /// A spreadsheet.
    Sheets,
}

impl Kind {
    /// The kind of a media type, if it can be read. The list is closed.
    #[must_use]
    pub fn of(media_type: &str) -> Option<Self> {
        const OPEN_XML: &str = "application/vnd.openxmlformats-officedocument.";
        const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.";
        if let Some(format) = media_type.strip_prefix(OPEN_XML).or_else(|| media_type.strip_prefix(OPEN_DOCUMENT)) {
            return match format {
                "wordprocessingml.document" | "text" => Some(Self::Document),
                "presentationml.presentation" | "presentation" => Some(Self::Slides),
                "spreadsheetml.sheet" | "spreadsheet" => Some(Self::Sheets),
                _ => None,
            };
        }
        match media_type {
            "text/plain" | "text/calendar" | "text/vcard" => Some(Self::Text),
            "text/markdown" => Some(Self::Markdown),
            "text/csv" | "text/tab-separated-values" => Some(Self::Table),
            "application/x-ipynb+json" => Some(Self::Notebook),
            "application/zip" | "application/java-archive" | "application/x.scratch.sb3" | "application/epub+zip" => {
                Some(Self::Archive)
            }
            "application/json" | "application/xml" | "application/sql" | "application/toml" | "application/yaml"
            | "application/x-sh" | "application/x-tex" => Some(Self::Code),
            text if text.starts_with("text/") => Some(Self::Code),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_page_is_source_text_and_what_nobody_knows_is_not_read() {
        assert_eq!(Kind::of("text/html"), Some(Kind::Code));
        assert_eq!(Kind::of("application/vnd.oasis.opendocument.text"), Some(Kind::Document));
        for unknown in ["application/xhtml+xml", "application/javascript", "application/msword", "image/svg+xml", ""] {
            assert_eq!(Kind::of(unknown), None, "{unknown}");
        }
    }
}
